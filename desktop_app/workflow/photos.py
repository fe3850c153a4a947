"""Photos in a format that the program does not read: said with what to do about it."""

from desktop_app.core.errors import AppError

_HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")


class PhotoHeic(AppError, code="picture-heic"):
    """A photo in the format of recent phones, which few programs read."""


def refuse_heic(data: bytes) -> None:
    """Raise ``PhotoHeic`` for such a photo, known by its first bytes."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise PhotoHeic

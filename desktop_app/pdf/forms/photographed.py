"""A paper of which one has a photo or a scan: a PDF of one page, made of its pixels."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.untrusted.documents import PICTURES, paper_photo

LONG_SIDE = 842.0
"""Points: of an A4 sheet, as which it is printed."""


def as_pdf(data: bytes) -> bytes:
    """Return a picture (JPEG or PNG) as a PDF; any other file as it is.

    Raises:
        PictureRefused: it cannot be drawn anew, and why.
    """
    return page_of(paper_photo(data)) if data.startswith(PICTURES) else data


class Photo(Protocol):
    """A JPEG of ours, and its size in pixels."""

    @property
    def data(self) -> bytes: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


def page_of(*photos: Photo) -> bytes:
    """Return a PDF whose pages are these JPEG; the same each time: a form is known by its file."""
    kids = " ".join(f"{3 * number} 0 R" for number in range(1, len(photos) + 1))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(photos)} >>".encode(),
    ]
    for number, photo in enumerate(photos, 1):
        objects += _page(photo, 3 * number)
    return _file(objects)


def _page(photo: Photo, first: int) -> tuple[bytes, bytes, bytes]:
    """Return the three objects of a page; ``first``: the number of the first."""
    scale = LONG_SIDE / max(photo.width, photo.height)
    wide, high = f"{photo.width * scale:.2f}", f"{photo.height * scale:.2f}"
    drawn = f"q {wide} 0 0 {high} 0 0 cm /Photo Do Q".encode()
    looks = f"/Width {photo.width} /Height {photo.height} /ColorSpace /DeviceRGB"
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {first + 1} 0 R "
        f"/Resources << /XObject << /Photo {first + 2} 0 R >> >> >>"
    )
    image = f"/Type /XObject /Subtype /Image {looks} /BitsPerComponent 8 /Filter /DCTDecode "
    return page.encode(), _stream("", drawn), _stream(image, photo.data)


def _stream(keys: str, data: bytes) -> bytes:
    return f"<< {keys}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return bytes(out + f"startxref\n{table}\n%%EOF\n".encode())

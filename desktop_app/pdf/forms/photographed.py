"""A paper of which one has a photo or a scan: a PDF of one page, made of its pixels."""

from collections.abc import Sequence

from desktop_app.untrusted.documents import PICTURES, CleanPicture, paper_photo

LONG_SIDE = 842.0
"""Points: of an A4 sheet, as which it is printed."""


def as_pdf(data: bytes) -> bytes:
    """Return a picture (JPEG or PNG) as a PDF; any other file as it is.

    Raises:
        PictureRefused: it cannot be drawn anew, and why.
    """
    return page_of(paper_photo(data)) if data.startswith(PICTURES) else data


def page_of(photo: CleanPicture) -> bytes:
    """Return a PDF whose page is this JPEG; the same each time, for a form is known by its file."""
    scale = LONG_SIDE / max(photo.width, photo.height)
    wide, high = f"{photo.width * scale:.2f}", f"{photo.height * scale:.2f}"
    drawn = f"q {wide} 0 0 {high} 0 0 cm /Photo Do Q".encode()
    looks = f"/Width {photo.width} /Height {photo.height} /ColorSpace /DeviceRGB"
    return _file(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents 4 0 R "
                "/Resources << /XObject << /Photo 5 0 R >> >> >>"
            ).encode(),
            _stream("", drawn),
            _stream(
                f"/Type /XObject /Subtype /Image {looks} /BitsPerComponent 8 /Filter /DCTDecode ",
                photo.data,
            ),
        )
    )


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

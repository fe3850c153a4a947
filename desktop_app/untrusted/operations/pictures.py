"""Shows a photo or a scan as pixels: JPEG and PNG, what phones and scanners give, nothing else."""

import io

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfEmpty, PdfTooHeavy
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

FORMATS = (JpegImagePlugin.JpegImageFile.format, PngImagePlugin.PngImageFile.format)
SMALLEST, LARGEST = 16, 4096
Image.MAX_IMAGE_PIXELS = None  # the ceiling is ours, and refuses instead of warning


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Open the picture or refuse it; answers as for a document of one page."""
    if not subject.data:
        raise PdfEmpty
    with _opened(subject):
        return {"pages": 1, "encrypted": False, "layers": subject.layers}, []


def show(subject: Subject, asked: Asked) -> Outcome:
    """The whole picture, upright, within a square of ``side`` pixels: BGRX rows."""
    side = min(max(int(asked.arguments["side"]), SMALLEST), LARGEST)
    with _opened(subject) as image:
        image.draft("RGB", (side, side))  # a JPEG is decoded at an eighth, a quarter or half
        image.load()
        upright = ImageOps.exif_transpose(image)
    upright.thumbnail((side, side))
    flat = _on_white(upright)
    return {"width": flat.width, "height": flat.height}, [flat.tobytes("raw", "BGRX")]


def _opened(subject: Subject) -> Image.Image:
    image = Image.open(io.BytesIO(subject.data), formats=FORMATS)
    if image.width * image.height > ceilings.PICTURE_PIXELS:
        raise PdfTooHeavy
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture as it lies on paper: what is transparent is white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")

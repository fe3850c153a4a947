"""A photo, a scan, a logo: JPEG and PNG, what phones and scanners give, nothing else.

Shown as pixels, or drawn anew for paper, small or as a whole page: nothing of the file remains.
"""

import io

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfEmpty, PdfTooHeavy
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

FORMATS = (JpegImagePlugin.JpegImageFile.format, PngImagePlugin.PngImageFile.format)
SMALLEST, LARGEST = 16, 4096
PAPER_WHITE = 244
"""Lighter than this, of 255, is the paper around a drawing."""
QUALITIES = (88, 75, 60, 40)
Image.MAX_IMAGE_PIXELS = None  # the ceiling is ours, and refuses instead of warning


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Open the picture or refuse it; answers as for a document of one page."""
    if not subject.data:
        raise PdfEmpty
    with opened(subject):
        return {"pages": 1, "encrypted": False, "layers": subject.layers}, []


def show(subject: Subject, asked: Asked) -> Outcome:
    """The whole picture, upright, within a square of ``side`` pixels: BGRX rows."""
    side = min(max(int(asked.arguments["side"]), SMALLEST), LARGEST)
    with opened(subject) as image:
        image.draft("RGB", (side, side))  # a JPEG is decoded at an eighth, a quarter or half
        image.load()
        upright = ImageOps.exif_transpose(image)
    upright.thumbnail((side, side))
    flat = on_white(upright)
    return {"width": flat.width, "height": flat.height}, [flat.tobytes("raw", "BGRX")]


def grey(subject: Subject, asked: Asked) -> Outcome:
    """The whole picture, upright, in greys, within a square of ``side`` pixels: one byte each."""
    side = min(max(int(asked.arguments["side"]), SMALLEST), LARGEST)
    with opened(subject) as image:
        image.draft("L", (side, side))
        image.load()
        upright = ImageOps.exif_transpose(image)
    upright.thumbnail((side, side))
    flat = on_white(in_eight_bits(upright)).convert("L")
    return {"width": flat.width, "height": flat.height}, [flat.tobytes()]


def clean(subject: Subject, asked: Asked) -> Outcome:
    """The picture drawn anew for paper, within ``wide`` × ``tall`` pixels, its white edges cut.

    A PNG, or a JPEG when a PNG would weigh too much: no place, date or words of the former file.
    """
    size = (int(asked.arguments["wide"]), int(asked.arguments["tall"]))
    with opened(subject) as image:
        said = {
            "animated": getattr(image, "n_frames", 1) > 1,
            "small": min(image.size) < SMALLEST,
        }
        image.draft("RGB", (2 * size[0], 2 * size[1]))
        image.load()
        upright = ImageOps.exif_transpose(image)
    flat = on_white(in_eight_bits(upright))
    drawn = flat.convert("L").point(lambda light: 255 if light < PAPER_WHITE else 0).getbbox()
    if drawn is not None:
        flat = flat.crop(drawn)
    flat.thumbnail(size)
    here = {"blank": drawn is None, "width": flat.width, "height": flat.height}
    return {**said, **here}, [_written(flat)]


def paper(subject: Subject, asked: Asked) -> Outcome:
    """A photo or a scan of a paper, upright, as large as one prints it: a JPEG of its pixels."""
    side = ceilings.PAPER_SIDE
    with opened(subject) as image:
        image.draft("RGB", (side, side))
        image.load()
        upright = ImageOps.exif_transpose(image)
    flat = on_white(in_eight_bits(upright)).convert("RGB")
    flat.thumbnail((side, side))
    return {"width": flat.width, "height": flat.height}, [of_pixels(flat, "JPEG", QUALITIES[1])]


def _written(image: Image.Image) -> bytes:
    """Return a file that holds the pixels alone, light enough for a letter."""
    written = of_pixels(image, "PNG")
    for quality in QUALITIES:
        if len(written) <= ceilings.PAPER_PICTURE_BYTES:
            break
        written = of_pixels(image, "JPEG", quality)
    return written


def of_pixels(image: Image.Image, kind: str, quality: int = 0) -> bytes:
    """Return a file of the pixels alone.

    A picture keeps the comment and the profile of the file it was read from, and Pillow would write
    them again.
    """
    image.info.clear()
    out, how = io.BytesIO(), {"quality": quality} if quality else {"optimize": True}
    image.save(out, kind, **how)
    return out.getvalue()


def in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16 bits a pixel, which some scanners make, with 8 of them."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda light: light / 256).convert("L")


def opened(subject: Subject) -> Image.Image:
    """Open the picture; raises PdfTooHeavy."""
    image = Image.open(io.BytesIO(subject.data), formats=FORMATS)
    if image.width * image.height > ceilings.PICTURE_PIXELS:
        raise PdfTooHeavy
    return image


def on_white(image: Image.Image) -> Image.Image:
    """Return a picture as it lies on paper: what is transparent is white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")

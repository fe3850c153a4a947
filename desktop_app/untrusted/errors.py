"""Refusals of a foreign PDF: a dead child is one of them, like any other."""

from desktop_app.core.errors import AppError


class PdfRefused(AppError):
    """Any refusal of a foreign PDF."""


class PdfUnreadable(PdfRefused):
    """Not a PDF, cut, broken, or its reader died."""

    code = "pdf-unreadable"


class PdfEmpty(PdfRefused):
    """A file of zero bytes."""

    code = "pdf-empty"


class PdfEncrypted(PdfRefused):
    """A password is asked, and none was given."""

    code = "pdf-encrypted"


class PdfWrongPassword(PdfRefused):
    """The password given does not open it."""

    code = "pdf-wrong-password"


class PdfTooHeavy(PdfRefused):
    """Over a ceiling of ``ceilings.py``, or over the memory of a child."""

    code = "pdf-too-heavy"


class PdfTookTooLong(PdfRefused):
    """No answer within the time given to a child."""

    code = "pdf-took-too-long"


class PdfXfaOnly(PdfRefused):
    """A form that only one company's reader can show (XFA without ordinary fields)."""

    code = "pdf-xfa-only"


class PdfNothingToFill(PdfRefused):
    """A PDF without any field that can be filled."""

    code = "pdf-nothing-to-fill"


class PictureRefused(AppError):
    """A photo that cannot be shown, whatever is wrong with it."""


class PictureUnreadable(PictureRefused):
    """Neither JPEG nor PNG, cut, broken, or its reader died."""

    code = "picture-unreadable"


class PictureTooHeavy(PictureRefused):
    """More pixels, more memory or more time than a child has."""

    code = "picture-too-heavy"


class PictureTooSmall(PictureRefused):
    """So few pixels that paper would show a stain."""

    code = "picture-too-small"


class PictureAnimated(PictureRefused):
    """Several images in one file."""

    code = "picture-animated"


class PictureBlank(PictureRefused):
    """White, or transparent, everywhere: paper would show nothing."""

    code = "picture-blank"


class ReaderDoesNotStart(AppError):
    """The child dies before it has seen anything foreign: the installation is at fault."""

    code = "reader-does-not-start"


BY_CODE: dict[str, type[PdfRefused]] = {
    refusal.code: refusal
    for refusal in (
        PdfUnreadable,
        PdfEmpty,
        PdfEncrypted,
        PdfWrongPassword,
        PdfTooHeavy,
        PdfTookTooLong,
    )
}

"""Refusals of a foreign PDF: a dead child is one of them, like any other."""

from desktop_app.core.errors import AppError


class PdfRefused(AppError, code="internal"):
    """Any refusal of a foreign PDF."""


class PdfUnreadable(PdfRefused):
    """Not a PDF, cut, broken, or its reader died."""


class PdfEmpty(PdfRefused):
    """A file of zero bytes."""


class PdfEncrypted(PdfRefused):
    """A password is asked, and none was given."""


class PdfWrongPassword(PdfRefused):
    """The password given does not open it."""


class PdfTooHeavy(PdfRefused):
    """Over a ceiling of ``ceilings.py``, or over the memory of a child."""


class PdfTookTooLong(PdfRefused):
    """No answer within the time given to a child."""


class PdfXfaOnly(PdfRefused):
    """A form that only one company's reader can show (XFA without ordinary fields)."""


class PdfNothingToFill(PdfRefused):
    """A PDF without any field that can be filled."""


class PdfNotUnderstood(PdfNothingToFill):
    """A PDF whose boxes show too badly for one question to be made of them."""


class PictureRefused(AppError, code="internal"):
    """A photo that cannot be shown, whatever is wrong with it."""


class PictureUnreadable(PictureRefused):
    """Neither JPEG nor PNG, cut, broken, or its reader died."""


class PictureTooHeavy(PictureRefused):
    """More pixels, more memory or more time than a child has."""


class PictureTooSmall(PictureRefused):
    """So few pixels that paper would show a stain."""


class PictureAnimated(PictureRefused):
    """Several images in one file."""


class PictureBlank(PictureRefused):
    """White, or transparent, everywhere: paper would show nothing."""


class TableRefused(AppError, code="internal"):
    """A list that cannot be read, whatever is wrong with it."""


class TableUnreadable(TableRefused):
    """No spreadsheet and no text, cut, broken, or its reader died."""


class TableOtherKind(TableRefused):
    """Of another kind of spreadsheet, or behind a password."""


class TableTooLong(TableRefused):
    """More lines, or more columns, than are read. ``limit``: how many lines are."""


class TableTooHeavy(TableRefused):
    """More memory or more time than a child has."""


class TableEmpty(TableRefused):
    """No line under the words that name the columns."""


class RecognitionAbsent(AppError):
    """This computer has no engine that recognises text, or not its French model."""


class RecognitionFailed(AppError):
    """The engine found the page too long or too heavy to read, or died of it."""


class ReaderDoesNotStart(AppError):
    """The child dies before it has seen anything foreign: the installation is at fault."""


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

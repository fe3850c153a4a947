"""What can keep a page from being set. A letter of an alphabet is no secret; words are."""

from desktop_app.core.errors import AppError


class MissingGlyphs(AppError):
    """None of our fonts draws these characters: said before printing, never a hollow box.

    Parameters: ``characters`` (those alone, spaced), ``n``.
    """

    code = "missing-glyph"


class AddressTooWide(AppError):
    """A line of the recipient is wider than the window, even at 9 points. Parameter: ``line``."""

    code = "address-too-wide"


class AddressTooTall(AppError):
    """The recipient has more lines than the window shows. Parameters: ``n``, ``limit``."""

    code = "address-too-many-lines"


class PageNotSet(AppError):
    """typst refused the page for a reason that is ours."""

    code = "page-not-set"
    exit_status = 1


class WindowShiftTooFar(AppError):
    """A correction of the window is beyond 15 mm. Parameter: ``limit``."""

    code = "window-shift"
    exit_status = 2

"""What can keep a page from being set. A letter of an alphabet is no secret; words are."""

from desktop_app.core.errors import AppError


class MissingGlyphs(AppError, code="missing-glyph"):
    """None of our fonts draws these characters: said before printing, never a hollow box.

    Parameters: ``characters`` (those alone, spaced), ``n``.
    """


class AddressTooWide(AppError):
    """A line of the recipient is wider than the window, even at 9 points. Parameter: ``line``."""


class AddressTooTall(AppError, code="address-too-many-lines"):
    """The recipient has more lines than the window shows. Parameters: ``n``, ``limit``."""


class PageNotSet(AppError, exit_status=1):
    """typst refused the page for a reason that is ours."""


class WindowShiftTooFar(AppError, code="window-shift", exit_status=2):
    """A correction of the window is beyond 15 mm. Parameter: ``limit``."""

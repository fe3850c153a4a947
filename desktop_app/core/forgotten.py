"""What the end of a session on a public terminal erased, in counts: nothing of anybody."""

from collections.abc import Mapping

from desktop_app.core.record import record


@record(frozen=True)
class Forgotten:
    """Counts of one session.

    Attributes:
        answers: given to questions. pages: of the program that were shown.
        previews: pages of papers that were drawn.
        files: that one asked to open. clipboard: something was copied.
        printed: documents sent to a printer; copied: files put on a stick. These stay elsewhere.
    """

    answers: int = 0
    pages: int = 0
    previews: int = 0
    files: int = 0
    clipboard: bool = False
    printed: int = 0
    copied: int = 0

    def told(self) -> dict[str, int]:
        """Return it as plain numbers, for the process that comes after."""
        return {name: int(value) for name, value in vars(self).items()}


def forgotten_of(told: object) -> Forgotten:
    """Read the numbers again; what is not a number is not counted."""
    if not isinstance(told, Mapping):
        return Forgotten()
    known = {
        name: value
        for name, value in told.items()
        if name in Forgotten.__match_args__ and type(value) is int and value >= 0
    }
    clipboard = bool(known.pop("clipboard", 0))
    return Forgotten(**known, clipboard=clipboard)

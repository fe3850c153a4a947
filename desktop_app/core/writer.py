"""Who writes a safe that is only read here, as the note of its lock says it."""

from desktop_app.core.record import record


@record(frozen=True)
class Writer:
    """Attributes:
    who: the helper's name, where an office names its helpers; else "". Never a person's.
    computer: the name of the computer where it is written; "" where the note does not say.
    since: from when, in seconds since 1970; None where the note does not say.
    here: it is this computer.
    gone: nobody holds the safe: what is there is the note of a computer that never finished.
    """

    who: str = ""
    computer: str = ""
    since: int | None = None
    here: bool = False
    gone: bool = False

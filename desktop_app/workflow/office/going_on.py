"""Another helper goes on at this computer: by her own phrase, the safe staying open."""

from desktop_app.core.errors import Notice
from desktop_app.workflow.store import Safe


def go_on_as(safe: Safe, typed: str) -> tuple[str, tuple[Notice, ...]]:
    """Let her go on; return her name, and what she has not read.

    It holds for the program: the safe was open, and still is. The circles of the former one close:
    they are encrypted for their readers.

    Raises:
        WrongPassphrase, NotEnoughMemory: who was at work still is.
    """
    notices = safe.access.go_on_as(typed)
    safe.circles.close()
    name = safe.access.my_name
    if not safe.read_only:
        safe.sign_as(name)
    return name, notices


Known = tuple[str, tuple[Notice, ...]]


def back_or_on(safe: Safe, typed: str) -> tuple[bool, Known | None]:
    """Tell whether this opens the safe, to see a hidden page again; and who goes on instead.

    Where it is another helper's phrase, the page was not hers: what she does then bears her name.
    """
    if not safe.access.proves(typed):
        return False, None
    office = safe.team.office() is not None
    if not office or not safe.access.is_anothers(typed):
        return True, None
    return True, go_on_as(safe, typed)

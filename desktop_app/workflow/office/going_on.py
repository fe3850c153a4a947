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

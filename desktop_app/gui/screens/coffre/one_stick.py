"""On which USB stick a page writes: the one that is plugged in, or the one that is chosen."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.gui import plugged
from desktop_app.gui.page_view import PageView
from desktop_app.pages import who_uses
from desktop_app.pages.destinations import PickFolder


def take(page: PageView, which: PickFolder, then: Callable[[Path], None]) -> None:
    """Go on with the stick that is plugged in; where there are several, ``which`` asks."""
    page.clear_problem()
    sticks = plugged.keys_now()
    if not sticks:
        page.say_error(who_uses.no_stick())
    elif len(sticks) > 1:
        page.do(which)
    else:
        then(sticks[0])


def is_there(page: PageView, stick: Path) -> bool:
    """Tell whether it is plugged in still, and say that it is not."""
    if page.context.tools.known_safes.on_a_stick(stick):
        return True
    page.say_error(who_uses.no_stick())
    return False

"""The way to the page of the safe that is needed now."""

from collections.abc import Callable
from typing import Any

from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.change import ChangePhrase
from desktop_app.gui.screens.coffre.manage import Manage
from desktop_app.gui.screens.coffre.opening import OpenSafe
from desktop_app.gui.screens.coffre.phrase import NewPhrase
from desktop_app.gui.screens.coffre.presenter import step_now
from desktop_app.gui.screens.coffre.public import NoSafeHere
from desktop_app.gui.screens.coffre.recovery import AskBack, RecoverySheet
from desktop_app.gui.screens.coffre.restore import Restore
from desktop_app.gui.screens.coffre.welcome import Welcome
from desktop_app.gui.widgets.page import Page

_PAGES: dict[str, Callable[..., Page]] = {
    "public": NoSafeHere,
    "welcome": Welcome,
    "phrase": NewPhrase,
    "sheet": RecoverySheet,
    "ask-back": AskBack,
    "open": OpenSafe,
    "manage": Manage,
    "change": ChangePhrase,
    "restore": Restore,
}


def coffre(context: Context, *, step: str = "", **parameters: Any) -> Page:
    """Build the page of a step; without one, that of the state of things.

    ``then`` (a screen and its parameters) is where to go once a safe is open.
    """
    wanted = step_now(step, context.session, context.tools, parameters.get("plan"))
    return _PAGES[wanted](context, **parameters)

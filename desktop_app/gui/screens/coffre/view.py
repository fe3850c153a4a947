"""The way to the page of the safe that is needed now."""

from collections.abc import Callable

from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.change import ChangePhrase
from desktop_app.gui.screens.coffre.endangered import Endangered
from desktop_app.gui.screens.coffre.keep_no_more import KeepNoMore
from desktop_app.gui.screens.coffre.manage import Manage
from desktop_app.gui.screens.coffre.opening import OpenSafe
from desktop_app.gui.screens.coffre.phrase import NewPhrase
from desktop_app.gui.screens.coffre.recovery import AskBack, RecoverySheet
from desktop_app.gui.screens.coffre.relying import PhraseBack
from desktop_app.gui.screens.coffre.repair import RepairSafe
from desktop_app.gui.screens.coffre.restore import Restore
from desktop_app.gui.screens.coffre.second_key import SecondKey
from desktop_app.gui.screens.coffre.take_out import TakeOut
from desktop_app.gui.screens.coffre.ways_in import NewKey, WaysIn
from desktop_app.gui.screens.coffre.welcome import NoSafeYet
from desktop_app.gui.screens.coffre.who_uses import WhoUses
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages import no_safe_yet

_PAGES: dict[type[to.Destination], Callable[..., Page]] = {
    to.NewPhrase: NewPhrase,
    to.PhraseBack: PhraseBack,
    to.SecondKey: SecondKey,
    to.RecoverySheet: RecoverySheet,
    to.AskBack: AskBack,
    to.OpenSafe: OpenSafe,
    to.ChangePhrase: ChangePhrase,
    to.Restore: Restore,
    to.RepairSafe: RepairSafe,
    to.TakeOut: TakeOut,
    to.Endangered: Endangered,
    to.KeepNoMore: KeepNoMore,
    to.WaysIn: WaysIn,
    to.NewKey: NewKey,
}

_OF_NO_SAFE = to.OpenSafe | to.NewPhrase | to.Restore | to.RepairSafe | to.TakeOut
"""What has a meaning while none is open."""


def safe_page(context: Context, asked: to.SafePage) -> Page:
    """Build the page asked for, or that of the state of things when it has no meaning now."""
    if context.session.held_back is not None:  # it is open: nothing is kept in it now
        from desktop_app.gui.screens.bureau.consent import UnkeptScreen

        return UnkeptScreen(context, to.Unkept())
    return _safe_page(context, asked)


def _safe_page(context: Context, asked: to.SafePage) -> Page:
    session, tools, then = context.session, context.tools, getattr(asked, "then", to.Home())
    if session.public or tools.public:
        return NoSafeYet(context, no_safe_yet.on_a_public_computer(), then)
    if session.safe is not None and isinstance(asked, to.SafeHome):
        return Manage(context)
    planned = isinstance(asked, to.PhraseBack) and asked.chosen.makes
    alone = planned or isinstance(asked, _OF_NO_SAFE)
    if session.safe is not None or alone:
        return _PAGES[type(asked)](context, asked)
    if tools.known_safes.all():
        return OpenSafe(context, to.OpenSafe(then=then))
    if tools.mode == "home":
        return WhoUses(context, to.WhoUses(then=then))
    return NoSafeYet(context, no_safe_yet.welcome(then), then)

"""Decides which page of the safe comes. No Qt here."""

from typing import Literal, Protocol

from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import WORDS_AT_ASSOCIATION, WORDS_AT_HOME
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


class Where(Protocol):
    """What is looked at of the session."""

    @property
    def public(self) -> bool: ...
    @property
    def safe(self) -> Safe | None: ...


Step = Literal["public", "asked", "manage", "open", "welcome"]


def step_now(asked: to.SafePage, session: Where, tools: Tools) -> Step:
    """Return the step to show: the one asked for when it has a meaning now."""
    if session.public or tools.public:
        return "public"
    if session.safe is not None:
        return "manage" if isinstance(asked, to.SafeHome) else "asked"
    planned = isinstance(asked, to.RecoverySheet | to.AskBack) and asked.plan is not None
    if planned or isinstance(asked, to.OpenSafe | to.NewPhrase | to.Restore):
        return "asked"
    return "open" if tools.known_safes.all() else "welcome"


def words_drawn(tools: Tools) -> int:
    """Return how many words a drawn phrase has here."""
    return WORDS_AT_ASSOCIATION if tools.mode == "association" else WORDS_AT_HOME

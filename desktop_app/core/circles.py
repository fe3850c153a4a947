"""A circle of readers, as those who are in it see it."""

from desktop_app.core.record import record


@record(frozen=True)
class Reader:
    """Who may read a circle: the id of her slot in it, her name, since when; ``me``: who looks."""

    slot: str
    name: str
    added_on: str
    me: bool = False


@record(frozen=True)
class Moved:
    """A dossier that went from a safe to another: what was proved there before it was erased."""

    dossier: str
    title: str
    documents: int
    events: int
    drafts: int
    values: int

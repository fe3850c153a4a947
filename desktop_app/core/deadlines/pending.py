"""How old the rules are, and what remains to be verified: ``forms/law/pending.toml``."""

import datetime as dt

from desktop_app.core.toml_table import TomlTable


class Pending(TomlTable, frozen=True, kw_only=True):
    """A point that may have changed, or could not be read."""

    id: str
    title: str
    text: str
    seen_on: dt.date
    review_by: dt.date | None = None


class State(TomlTable, frozen=True, kw_only=True):
    """State of the law in these files.

    ``reread_on``: day of the last reading; today's date cannot be earlier.
    """

    state_of_law: dt.date
    state_note: str
    written_on: dt.date
    reread_on: dt.date
    pending: tuple[Pending, ...] = ()

"""What a check, an export and a restore say: Protocols that ``desktop_app/safe`` implements."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol


class Damage(Protocol):
    """One thing wrong: its code, the file, the page (0: not about a page), the document."""

    @property
    def code(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def document(self) -> str: ...


class CheckReport(Protocol):
    """The outcome of a check; the backup was read whole, "" when none is good."""

    @property
    def state(self) -> Literal["ok", "damaged"]: ...
    @property
    def pages_checked(self) -> int: ...
    @property
    def problems(self) -> Sequence[Damage]: ...
    @property
    def newest_good_backup(self) -> tuple[str, dt.date] | None: ...


class Exported(Protocol):
    """What was written in clear, and what could not be read: (id, title) of each."""

    @property
    def documents(self) -> int: ...
    @property
    def lost(self) -> Sequence[tuple[str, str]]: ...
    @property
    def lost_rows(self) -> Mapping[str, int]: ...
    @property
    def newest_good_backup(self) -> tuple[str, dt.date] | None: ...


class Restored(Protocol):
    """A safe brought back."""

    @property
    def id(self) -> str: ...
    @property
    def made_on(self) -> dt.date: ...
    @property
    def documents(self) -> int: ...

"""The law as the engine sees it: one procedure at a time, and the common tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.core.arguments.model import Bank
    from desktop_app.core.deadlines.cases import Emergency, Remains, Reply
    from desktop_app.core.deadlines.courts import Court
    from desktop_app.core.deadlines.freshness import Schedule
    from desktop_app.core.deadlines.helpers import Helpers
    from desktop_app.core.deadlines.pending import State
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.tables import Amount, Tables
    from desktop_app.core.errors import Problem
    from desktop_app.core.packs.bodies import Bodies


class Law(Protocol):
    """Implemented by ``catalogue/law.py``, which reads a file only when it is asked for."""

    @property
    def tables(self) -> Tables: ...
    @property
    def reread_on(self) -> dt.date:
        """Return the day these rules were last read again: today is not earlier."""

    @property
    def courts(self) -> Sequence[Court]:
        """Return the administrative courts."""

    @property
    def bodies(self) -> Bodies:
        """Return the bodies one writes to."""

    @property
    def bank(self) -> Bank:
        """Return the arguments that letters may plead."""

    @property
    def late(self) -> Sequence[Remains]:
        """Return what is looked at once a delay is over."""

    @property
    def emergencies(self) -> Sequence[Emergency]:
        """Return what is done today, before any form."""

    @property
    def helpers(self) -> Helpers:
        """Return who helps where no letter is written."""

    @property
    def review(self) -> Schedule:
        """Return how long each kind of rule holds."""

    @property
    def amounts(self) -> Sequence[Amount]:
        """Return the sums that the law sets."""

    @property
    def state(self) -> State:
        """Return the state of the law and what remains to be verified."""

    @property
    def replies(self) -> Sequence[Reply]:
        """Return what a reply that decides nothing changes."""

    def problems_under(self, folder: str, today: dt.date) -> Sequence[Problem] | None:
        """Return what is wrong in the law of a folder shaped like ``forms/``; None without one."""

    def procedure(self, name: str) -> Procedure:
        """Return one procedure; raise ``UnknownProcedure`` with a near miss."""

    def procedures(self) -> Sequence[Procedure]:
        """Return every procedure, in the order of families then ids."""

    @property
    def fingerprint(self) -> str:
        """Return what the rules of procedures are known by: another one, and they may differ."""

    def with_former(self, procedures: Mapping[str, Procedure]) -> Law:
        """Return this law with procedures as they were; what is not among them is as it is now."""

"""The real law, and short ways to ask it."""

import datetime as dt
from typing import Any

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request

TODAY = dt.date(2026, 12, 1)


@pytest.fixture(scope="session")
def law() -> FolderLaw:
    return FolderLaw()


@pytest.fixture(scope="session")
def ask(law: FolderLaw) -> Any:
    """Ask the engine; today is the day of the event unless it is given."""

    def ask(procedure: str, event: str, date: dt.date, **more: Any) -> Deadline:
        today = more.pop("today", None)
        if today is None:
            days = [date, *(v for v in more.values() if isinstance(v, dt.date))]
            today = max(d.date() if isinstance(d, dt.datetime) else d for d in days)
        return deadline(law, Request(procedure, event, date, today, **more))

    return ask

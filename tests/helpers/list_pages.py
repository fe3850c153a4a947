"""Pages of lists of people as values: columns, what would be done, what was."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.table import Table
from desktop_app.pages import office_lists as lists
from desktop_app.pages.page import Page
from desktop_app.workflow.people.lists import columns, planning, reading
from desktop_app.workflow.people.lists.bringing import Brought
from desktop_app.workflow.store import Safe

TODAY = dt.date(2026, 11, 24)
HEAD = ("Nom", "Né le", "Tél", "Remarque")
ROWS = (
    ("Ana Diaz", "", "", ""),
    ("Ali Traoré", "02/11/1990", "06 11 11 11 11", "vient le mardi"),
    ("Ali Traoré", "02/11/1990", "", ""),
    ("Noé Petit", "31/02/2010", "", ""),
    ("Zoé", "01/01/2001", "", ""),
    *((f"Personne {n}", "hier", "", "") for n in range(12)),
)


def list_pages(safe: Safe) -> Iterator[tuple[str, Page]]:
    """Yield each page, with its name."""
    table = Table(HEAD, ROWS, tuple(range(2, len(ROWS) + 2)), sheets=1)
    matched = columns.guess(HEAD)
    plan = planning.plan(safe, reading.read(table, matched, TODAY))
    yield "lists", lists.page()
    yield "lists, without a safe", lists.without_safe()
    yield "lists, columns", lists.matching(table, matched)
    yield "lists, what would be done", lists.would(table, plan)
    yield "lists, by command", lists.told(table, plan)
    brought = Brought(added=3, completed=1, corrected=0, waiting=2)
    yield "lists, done", lists.after(table, plan, brought)
    yield "lists, taken out", lists.out_told(3)

"""From which day a delay runs: worked examples, each asked of the command as a person would.

``forms/law/starts.tsv``: S, the examples of the legal reference; T, ours, computed from the texts
by somebody who had not seen the program. A row without a procedure counts the delay it names.
"""

import csv
import datetime as dt
from pathlib import Path

import msgspec
import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.cli import deadline as command
from desktop_app.cli.parser import build
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.procedures import Delay
from desktop_app.core.deadlines.request import Request
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools

SHARED = Path(__file__).parents[3] / "shared" / "law" / "more" / "starting-day-examples.tsv"
LAW = FolderLaw()
KEYS = ("start_prudent", "start_legal", "prudent_day", "last_day")
DELAYS = {
    "1 mois": Delay(value=1, unit="mois", extension=True),
    "2 mois franc": Delay(value=2, unit="mois", extension=True, franc=True),
    "15 jours": Delay(value=15, unit="jours", extension=True),
}
"""Of what no procedure of ours is about: an appeal, a registry's request, a permit."""


def rows(file):
    return list(csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"))


ROWS = rows(data_root("forms") / "law" / "starts.tsv")
ASKED = [row for row in ROWS if row["procedure"] != "-"]
COUNTED = [row for row in ROWS if row["procedure"] == "-"]


TOOLS = RealTools()
PARSER = build("deadline")


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row["id"])
def test_worked_start(row):
    line = [row["procedure"], "--event", row["event"], "--date", row["date"]]
    line += ["--today", row["today"], *row["told"].split(), "--json"]
    found = command.run(PARSER.parse_args(["deadline", *line]), TOOLS).data
    assert {key: found[key] or "-" for key in KEYS} == {key: row[key] for key in KEYS}
    assert all(step["text"] for step in found["steps"])


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["id"])
def test_worked_start_of_a_paper_that_is_no_procedure_of_ours(row):
    usual = LAW.procedure("recours-ta")
    paper = msgspec.structs.replace(usual, delay=DELAYS[row["delay"]], events=(row["event"],))
    told = dict(zip(row["told"].split()[::2], row["told"].split()[1::2], strict=True))
    days = {
        key.removeprefix("--").replace("-", "_"): dt.date.fromisoformat(day)
        for key, day in told.items()
    }
    date, today = (dt.date.fromisoformat(row[key]) for key in ("date", "today"))
    found = deadline(OnePaper(paper), Request(paper.id, row["event"], date, today, **days))
    shown = {key: str(getattr(found, key) or "-") for key in KEYS}
    assert shown == {key: row[key] for key in KEYS}


def test_they_are_those_of_the_legal_reference():
    if not SHARED.is_file():
        pytest.skip("needs the legal reference beside the project (../shared/law/more)")
    ours = {row["id"]: row for row in ROWS}
    for row in rows(SHARED):
        mine = ours[row["id"]]
        assert (mine["procedure"], mine["mode"]) == (row["procedure"], row["mode_of_notice"])
        named = ("start_prudent", "start_legal", "last_day_prudent", "last_day_legal")
        assert [mine[key] for key in KEYS] == [row[key] for key in named], row["id"]


def test_every_way_to_learn_of_a_decision_has_an_example():
    """Each event that a delay may run from, but those counted in ``examples.tsv``."""
    elsewhere = {row["event"] for row in rows(data_root("forms") / "law" / "examples.tsv")}
    learned = {one.id for one in LAW.tables.events.values() if one.start != "window"}
    assert learned - elsewhere == {row["event"] for row in ROWS} - elsewhere


def test_forty_examples_at_least_are_our_own():
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert sum(row["id"].startswith("T") for row in ROWS) >= 40


class OnePaper:
    """The law with one procedure changed."""

    def __init__(self, paper):
        self.paper, self.tables, self.review = paper, LAW.tables, LAW.review

    def procedure(self, name):
        return self.paper

    def procedures(self):
        return (self.paper,)

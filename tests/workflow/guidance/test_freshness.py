"""A rule read too long ago says so wherever it is said: a day, a paper, a form, a command."""

import datetime as dt
import tomllib
from typing import Any

import msgspec
import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.request import Request
from desktop_app.datafiles import data_root
from desktop_app.pages import kit, reading, what_next
from desktop_app.pages.until import until
from desktop_app.workflow.documents.preparing import prepare_form, prepare_letter
from desktop_app.workflow.guidance.deadlines import deadline_for
from desktop_app.workflow.guidance.freshness import old_paper, to_read_again

OURS, LAW = FolderCatalogue(data_root("forms")), FolderLaw()
FRESH, OLD = dt.date(2026, 12, 1), dt.date(2028, 2, 1)
SAID = "cette règle a plus de 14 mois"


def example(kind: str, pack: str) -> tuple[Draft, dt.date]:
    """Return the answers of a pack's first example, and its day."""
    file = min((data_root("forms") / kind / pack / "examples").iterdir(), key=str)
    day = tomllib.loads(file.read_text("utf-8"))["today"]
    return read_draft(file.read_bytes(), pack, file.name), day


def lines(blocks: Any) -> str:
    return "\n".join(reading.read(tuple(blocks)))


@pytest.mark.parametrize(("today", "told"), [(FRESH, False), (OLD, True)])
def test_beside_the_last_day(today: dt.date, told: bool) -> None:
    request = Request("caf-rapo-rsa", "notification", today, today)
    found = deadline_for(LAW, request)
    assert ("regle-ancienne" in [one.code for one in found.warnings]) is told
    assert (SAID in lines(until(found, today))) is told


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("pack", ["caf-indu-rsa", "identite-agent"])
def test_under_what_comes_now_once_with_a_day_or_without(pack: str, told: bool) -> None:
    draft, today = example("letters", pack)
    day = OLD if told else today
    prepared = prepare_letter(OURS, LAW, draft, day)
    said = lines(what_next.ready(prepared, day, explained=False))
    assert said.count("cette règle a plus de") == told


def test_on_paper_where_the_day_is() -> None:
    prepared = prepare_letter(OURS, LAW, example("letters", "caf-indu-rsa")[0], OLD)
    page = kit.checklist(prepared.document, prepared.deadline)
    assert "cette règle a plus de" in lines(page.blocks)


@pytest.mark.parametrize("told", [False, True])
def test_of_an_official_form(told: bool) -> None:
    draft, today = example("official", "13750-certificat-immatriculation")
    day = OLD if told else today
    said = lines(what_next.ready(prepare_form(OURS, LAW, draft, day), day, explained=False))
    assert ("cette règle a plus de" in said) is told


def test_what_one_wrote_oneself_rests_on_no_rule() -> None:
    ours = OURS.letter("cada")
    assert old_paper(LAW, ours, OLD) is not None
    own = msgspec.structs.replace(ours, source=())
    assert old_paper(LAW, own, OLD) is None


def test_everything_at_hand_has_an_end() -> None:
    late = to_read_again(OURS, LAW, dt.date(2040, 1, 1))
    kinds = {one.kind for one in late}
    assert {"letter", "form", "source", "procedure", "event", "amount", "helper", "text"} <= kinds
    packs = {item.id for item in OURS.search()}
    assert packs <= {one.owner for one in late if one.kind in ("letter", "form")}
    assert to_read_again(OURS, LAW, dt.date(2026, 11, 30)) == ()


def test_a_sum_that_changes_on_a_known_day_says_so_itself() -> None:
    ends = {one.id: LAW.review.review_by("amount", one) for one in LAW.amounts}
    assert ends["smic-heure"] == dt.date(2026, 12, 31), "sums change on 1 January"
    assert ends["rsa-personne-seule"] == dt.date(2027, 3, 31), "that of the RSA on 1 April"

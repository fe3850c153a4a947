"""An interview begins with what presses told first, and with what is known of who writes alone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import UnknownPack
from desktop_app.core.generic.build import NO_CHANGES
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import open_pdf
from desktop_app.workflow.documents.own_blank import keep_with
from desktop_app.workflow.documents.with_blank import begin_unknown, take_up
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.place import Place
from desktop_app.workflow.matter.beginning import Begun, Pressing, begin, follow
from desktop_app.workflow.store import Safe
from tests.helpers.clocks import Noon
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import unknown_form

TODAY = dt.date(2026, 11, 24)
NAME = "identite.nom"
LETTER = "caf-indu-rsa"


class Clock(Noon):
    def today(self) -> dt.date:
        return TODAY


class Tools(RealTools):
    clock = Clock()  # type: ignore[assignment]


class InAnAssociation(Tools):
    mode = "association"  # type: ignore[assignment]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture
def amina(safe: Safe) -> str:
    person = safe.people.add("Amina", on=TODAY)
    safe.people.keep_value(person, NAME, "Bensaïd", source="draft", on=TODAY)
    return person


@pytest.fixture
def pressing(tools: Tools) -> str:
    """A letter that is a step of an emergency."""
    urgent = {name for one in tools.law.emergencies for name in one.procedures}
    found = (one for one in tools.catalogue.search(kind="letter") if one.procedure in urgent)
    return next(one.id for one in found if isinstance(begin(tools, None, one.id, ""), Pressing))


def begun(found: Begun | Pressing) -> Begun:
    assert isinstance(found, Begun)
    return found


def named(found: Begun | Pressing) -> str | None:
    known = begun(found).profile.get(NAME)
    return known.value if known is not None else None


def test_what_must_be_done_today_comes_first_and_is_not_told_twice(
    tools: Tools, pressing: str
) -> None:
    first = begin(tools, None, pressing, "")
    assert isinstance(first, Pressing)
    assert first.emergency in {one.id for one in tools.law.emergencies}
    assert first.pack == pressing
    assert begun(begin(tools, None, pressing, "", warned=True)).interview.draft.pack == pressing


def test_in_a_dossier_it_leads_back_there(tools: Tools, safe: Safe, pressing: str) -> None:
    dossier = safe.dossiers.add("Une affaire", on=TODAY)
    first = follow(tools, safe, dossier, pressing)
    assert isinstance(first, Pressing)
    assert (first.pack, first.dossier) == (pressing, dossier)
    assert begun(follow(tools, safe, dossier, pressing, warned=True)).dossier == dossier


def test_a_letter_that_is_not_there_is_refused(tools: Tools) -> None:
    with pytest.raises(UnknownPack):
        begin(tools, None, "no-such-pack", "")


def test_only_she_who_writes_is_known(tools: Tools, safe: Safe, amina: str) -> None:
    assert named(begin(tools, safe, LETTER, amina)) == "Bensaïd"
    assert named(begin(tools, safe, LETTER, "")) is None
    assert not begun(begin(tools, safe, LETTER, amina)).own


def test_an_association_writes_for_nobody_unnamed(tools: Tools, safe: Safe) -> None:
    own = begun(begin(tools, safe, LETTER, "")).interview.answer("nom", "Martin")
    kept = saving.save(safe, own.draft, draft_id="", question="", on=TODAY)
    saving.finish(safe, own, draft_id=kept, on=TODAY, own=True)
    assert named(begin(tools, safe, LETTER, "")) == "Martin"
    there = begun(begin(InAnAssociation(), safe, LETTER, ""))
    assert (named(there), there.own) == (None, False)


def test_what_follows_in_a_dossier_is_for_whose_it_is(tools: Tools, safe: Safe, amina: str) -> None:
    dossier = safe.dossiers.add("Une dette", on=TODAY, person=amina)
    found = begun(follow(tools, safe, dossier, "cada"))
    assert (found.writes_for, found.dossier) == ((amina, "Amina"), dossier)
    assert named(found) == "Bensaïd"
    first = found.interview.to_do()
    assert first is not None
    assert found.place == Place(first.question.id)


def test_a_draft_is_taken_up_where_it_was_left_for_its_person(
    tools: Tools, safe: Safe, amina: str
) -> None:
    said = begun(begin(tools, safe, LETTER, amina)).interview.answer("nom", "Bensaïd")
    kept = saving.save(safe, said.draft, draft_id="", question="nom", on=TODAY, person=amina)
    found = take_up(tools, safe, kept)
    assert (found.draft_id, found.place) == (kept, Place("nom"))
    assert found.writes_for == (amina, "Amina")
    assert named(found) == "Bensaïd"


def test_nothing_is_known_of_someone_who_is_gone(tools: Tools, safe: Safe, amina: str) -> None:
    draft = begun(begin(tools, safe, LETTER, amina)).interview.draft
    kept = saving.save(safe, draft, draft_id="", question="", on=TODAY, person=amina)
    safe.bin.put(amina, on=TODAY, kind="person")
    found = take_up(tools, safe, kept)
    assert (found.writes_for, found.profile, found.own) == (("", ""), {}, False)
    assert found.place == Place(where="check")


def test_what_is_begun_on_a_pdf_keeps_it_and_is_taken_up_with_it(tools: Tools, safe: Safe) -> None:
    opened = open_pdf(tools.forms, tools.catalogue, unknown_form(), "demande.pdf")
    found = begin_unknown(tools, safe, opened, NO_CHANGES, "")
    assert found.blank is not None
    assert found.blank.data == opened.blank
    hand = InHand(found.interview, person="")
    keep_with(hand, found.blank)
    hand.saving(safe)()
    assert take_up(tools, safe, hand.draft_id).blank == found.blank

"""An interview kept in a real safe: same question again, profile with its provenance."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
LETTER = "caf-indu-rsa"
CATALOGUE = FolderCatalogue(data_root("forms"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return new_safe(tmp_path, TODAY)


@pytest.fixture
def safe(place: Path) -> Iterator[Safe]:
    with open_safe(place, TODAY) as opened:
        yield opened


def kept(safe: Safe, interview: Interview, question: str, draft_id: str = "", **who: str) -> str:
    return saving.save(safe, interview.draft, draft_id=draft_id, question=question, on=TODAY, **who)


def test_the_same_question_comes_back_after_closing(place: Path) -> None:
    begun = saving.begin(CATALOGUE, LETTER, TODAY).answer("organisme", "caf")
    with open_safe(place, TODAY) as safe:
        draft_id = kept(safe, begun, "montant")
    with open_safe(place, TODAY) as safe:
        resumed = saving.resume(safe, CATALOGUE, draft_id, TODAY)
    assert resumed.place.question == "montant"
    assert resumed.interview.draft == begun.draft


def test_each_answer_changes_the_same_draft(safe: Safe) -> None:
    begun = saving.begin(CATALOGUE, LETTER, TODAY)
    first = kept(safe, begun, "organisme")
    again = kept(safe, begun.answer("organisme", "caf"), "date_decision", first)
    assert again == first
    assert [draft.id for draft in safe.drafts.unfinished()] == [first]


def test_what_is_to_be_taken_up_says_what_is_missing(safe: Safe) -> None:
    begun = saving.begin(CATALOGUE, LETTER, TODAY).answer("organisme", "caf")
    kept(safe, begun, begun.steps[7].question.id)
    ((one,), _) = saving.unfinished(safe, CATALOGUE, TODAY)
    assert one.missing == len(begun.steps) - 1
    assert one.title == "La Caf me réclame de l'argent du RSA"


def test_a_draft_that_cannot_be_read_is_still_listed(safe: Safe) -> None:
    safe.drafts.begin("plus-la", "{}", on=TODAY)
    ((one,), _) = saving.unfinished(safe, CATALOGUE, TODAY)
    assert (one.title, one.missing) == ("plus-la", None)


def test_the_end_keeps_the_profile_with_where_it_comes_from(safe: Safe) -> None:
    person = safe.people.add("Simone Martin", on=TODAY)
    said = saving.begin(CATALOGUE, LETTER, TODAY).answer("nom", "Martin")
    draft_id = kept(safe, said, "", person=person)
    saving.finish(safe, said, draft_id=draft_id, on=TODAY, person=person)
    value = safe.people.profile(person)["identite.nom"]
    assert (value.value, value.source, value.given_on) == ("Martin", "draft", TODAY)
    assert not safe.drafts.unfinished()


def test_at_home_the_safe_s_own_person_has_a_profile_too(safe: Safe) -> None:
    said = saving.begin(CATALOGUE, LETTER, TODAY).answer("nom", "Martin")
    assert saving.known(safe, "", own=True) == {}
    saving.finish(safe, said, draft_id=kept(safe, said, ""), on=TODAY, own=True)
    assert saving.known(safe, "", own=True)["identite.nom"].value == "Martin"
    assert [person.name for person in safe.people.all()] == ["Moi"]
    assert not safe.drafts.unfinished()


def test_what_is_one_s_own_is_proposed_to_nobody_else(safe: Safe) -> None:
    said = saving.begin(CATALOGUE, LETTER, TODAY).answer("nom", "Martin")
    saving.finish(safe, said, draft_id="", on=TODAY, own=True)
    other = safe.people.add("Simone", on=TODAY)
    assert saving.known(safe, other, own=True) == {}
    assert saving.known(safe, "", own=False) == {}, "nobody is guessed in an association"
    saving.finish(safe, said.answer("nom", "Durand"), draft_id="", on=TODAY, person=other)
    assert saving.known(safe, "", own=True)["identite.nom"].value == "Martin"


def test_nobody_is_added_when_there_is_nothing_to_remember(safe: Safe) -> None:
    begun = saving.begin(CATALOGUE, LETTER, TODAY)
    saving.finish(safe, begun, draft_id="", on=TODAY, own=True)
    assert not safe.people.all()


def test_somebody_called_moi_is_oneself_and_one_who_was_thrown_away_is_not(safe: Safe) -> None:
    said = saving.begin(CATALOGUE, LETTER, TODAY).answer("nom", "Martin")
    before = safe.people.add("moi", on=TODAY)
    saving.finish(safe, said, draft_id="", on=TODAY, own=True)
    assert safe.people.own() == before
    safe.bin.erase("person", before, on=TODAY)
    assert safe.people.own() == ""
    saving.finish(safe, said, draft_id="", on=TODAY, own=True)
    assert safe.people.own() not in ("", before)


def test_without_a_person_nobody_is_guessed(safe: Safe) -> None:
    said = saving.begin(CATALOGUE, LETTER, TODAY).answer("nom", "Martin")
    draft_id = kept(safe, said, "")
    saving.finish(safe, said, draft_id=draft_id, on=TODAY)
    assert not safe.people.all()

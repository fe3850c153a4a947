"""The interview over the real letter: order, wrong answers, proposals, what is left to do."""

import datetime as dt
from types import MappingProxyType

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.records import Value
from desktop_app.core.unknown import UNKNOWN
from desktop_app.datafiles import data_root
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal, remembered

TODAY = dt.date(2026, 11, 24)
LETTER = "caf-indu-rsa"


@pytest.fixture(scope="module")
def catalogue() -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"))


@pytest.fixture
def begun(catalogue: FolderCatalogue) -> Interview:
    return saving.begin(catalogue, LETTER, TODAY)


@pytest.fixture
def whole(catalogue: FolderCatalogue) -> Interview:
    """The interview of one of the pack's own examples."""
    name = "2-je-ne-comprends-pas.toml"
    file = data_root("forms") / "letters" / LETTER / "examples" / name
    draft = read_draft(file.read_bytes(), LETTER, name)
    return Interview(catalogue.letter(LETTER), draft, TODAY)


# ------------------------------------------------------------------ one question after the other


def test_it_begins_at_the_first_question_and_says_how_many(begun: Interview) -> None:
    first = begun.next()
    assert first is not None
    assert (first.number, first.total) == (1, len(begun.steps))
    assert first.section == "La lettre que vous avez reçue"


def test_next_and_previous_are_each_other_s_inverse(whole: Interview) -> None:
    for step in whole.steps[:-1]:
        after = whole.next(step.question.id)
        assert after is not None
        assert whole.previous(after.question.id) == step
    assert whole.next(whole.steps[-1].question.id) is None
    assert whole.previous(whole.steps[0].question.id) is None


def test_an_answer_opens_and_closes_what_depends_on_it(begun: Interview) -> None:
    by_post = begun.answer("comment_recue", "recommande-retire")
    assert by_post.step("date_retrait")
    assert not by_post.step("date_reception")
    simple = by_post.answer("date_retrait", "12/11/2026").answer("comment_recue", "lettre-simple")
    assert not simple.step("date_retrait")
    assert simple.draft.answers["date_retrait"] == "12/11/2026", "typed is never erased"


def test_after_a_question_no_longer_asked_comes_what_stands_after_its_place(
    begun: Interview,
) -> None:
    simple = begun.answer("comment_recue", "lettre-simple")
    after = simple.next("date_retrait")
    assert after is not None
    assert after.question.id == "reference_decision"


def test_one_comes_back_to_the_same_question_or_to_the_first_not_met(begun: Interview) -> None:
    here = begun.where("montant")
    assert here is not None
    assert here.question.id == "montant"
    lost = begun.where("date_retrait")
    assert lost == begun.to_do() == begun.steps[0]


# ------------------------------------------------------------------ wrong, doubtful, unknown


def test_a_day_that_does_not_exist_is_said_with_the_nearest_one(begun: Interview) -> None:
    trouble = begun.answer("date_decision", "31/02/2026").trouble("date_decision")
    assert trouble is not None
    assert (trouble.problem.code, trouble.typed) == ("date-impossible", "28/02/2026")
    assert not trouble.confirmable


def test_a_doubtful_answer_stands_once_confirmed_and_falls_when_changed(begun: Interview) -> None:
    doubtful = begun.answer("nom", "Martin 2")
    trouble = doubtful.trouble("nom")
    assert trouble is not None
    assert trouble.confirmable
    confirmed = doubtful.confirm("nom")
    assert confirmed.trouble("nom") is None
    assert confirmed.answer("nom", "Martin 2").trouble("nom") is None, "said again, still confirmed"
    assert confirmed.answer("nom", "Martin 3").trouble("nom") is not None


def test_every_problem_is_listed_at_once_but_what_a_pen_can_fill(begun: Interview) -> None:
    wrong = begun.answer("date_decision", "31/02/2026").answer("montant", "beaucoup")
    assert [t.question.id for t in wrong.troubles] == ["date_decision", "montant"]
    needed = begun.trouble("nom")
    assert needed is not None
    assert needed.problem.code == "answer-required"


def test_not_knowing_keeps_a_blank_and_what_was_typed(begun: Interview) -> None:
    said = begun.answer("montant", "1842").unknown("montant")
    line = next(one for one in said.summary if one.step.question.id == "montant")
    assert line.value is UNKNOWN
    assert not line.missing, "not to know is an answer"
    assert said.draft.answers["montant"] == "1842"
    assert not said.answer("montant", "1842").draft.unknown


# ------------------------------------------------------------------ to read again


def test_a_whole_example_needs_nothing_more(whole: Interview) -> None:
    said = whole
    while (step := said.to_do()) is not None:  # examples say nothing of what they pass
        said = said.answer(step.question.id, "")
    assert said.complete
    assert [line.step for line in said.summary] == list(said.steps)
    values = {line.step.question.id: line.value for line in said.summary}
    assert isinstance(values["date_decision"], dt.date)


def test_an_answer_that_cannot_be_read_is_shown_as_typed(begun: Interview) -> None:
    said = begun.answer("montant", "beaucoup")
    line = next(one for one in said.summary if one.step.question.id == "montant")
    assert (line.value, line.typed, line.missing) == (None, "beaucoup", False)


# ------------------------------------------------------------------ known already


def known(field: str, value: str) -> dict[str, Value]:
    return {field: Value(field, value, "draft", dt.date(2026, 3, 2), "abc")}


def test_what_is_known_is_proposed_with_its_source_and_never_imposed(begun: Interview) -> None:
    proposed = proposal(begun, "nom", known("identite.nom", "Moreau"))
    assert proposed is not None
    assert (proposed.typed, proposed.source) == ("Moreau", "draft")
    assert proposed.given_on == dt.date(2026, 3, 2)
    assert "nom" not in begun.draft.answers


@pytest.mark.parametrize("said", ["Martin", ""], ids=["answered", "passed"])
def test_nothing_is_proposed_once_something_was_said(begun: Interview, said: str) -> None:
    profile = known("identite.nom", "Moreau")
    assert proposal(begun.answer("nom", said), "nom", profile) is None


def test_the_profile_keeps_only_answers_read_without_doubt(begun: Interview) -> None:
    said = begun.answer("nom", "Martin").answer("code_postal", "42O00")
    assert remembered(said)["identite.nom"] == "Martin"
    assert "adresse.code_postal" not in remembered(said)
    assert not remembered(begun), "a default that nobody said is not known"


def test_nothing_is_remembered_of_a_question_that_is_no_longer_asked(begun: Interview) -> None:
    draft = Draft(LETTER, MappingProxyType({"inconnue": "x", "date_retrait": "09/11/2026"}))
    assert not remembered(Interview(begun.definition, draft, TODAY))


# ------------------------------------------------------------------ too long for its line


def test_an_address_too_long_is_proposed_abbreviated_never_cut(begun: Interview) -> None:
    said = begun.answer("adresse_voie", "127 boulevard du Maréchal de Lattre de Tassigny")
    trouble = said.trouble("adresse_voie")
    assert trouble is not None
    assert trouble.problem.code == "too-long"
    assert trouble.typed == "127 BD du MAL de Lattre de Tassigny"
    assert said.answer("adresse_voie", trouble.typed).trouble("adresse_voie") is None


def test_what_no_abbreviation_makes_short_enough_is_only_refused(begun: Interview) -> None:
    said = begun.answer("adresse_voie", "1 avenue des Très Longues Allées du Parc de la Mairie")
    trouble = said.trouble("adresse_voie")
    assert trouble is not None
    assert trouble.typed == ""

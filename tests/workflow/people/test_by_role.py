"""One dossier fills a form for five people: each fact comes from the sheet of whom it is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft, differing
from desktop_app.core.answers.draft_json import read_json, write_json
from desktop_app.core.generic.model import write_generic
from desktop_app.core.generic.rows import adds_person
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import begin_generic
from desktop_app.workflow.interview import saving, whose
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal, remembered
from desktop_app.workflow.people import by_role, people
from desktop_app.workflow.store import Safe
from tests.helpers.household import HER, ON, SHEETS, SPOUSE, form, household
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    """A real safe, encrypted, with a household of five."""
    folder: Path = tmp_path_factory.mktemp("household")
    opened = open_safe(new_safe(folder, ON), ON)
    household(opened)
    yield opened
    opened.close()


def of(safe: Safe, name: str) -> dict[str, str]:
    """Return what is proposed in the form to someone of the household, by question."""
    profile = saving.known(safe, safe.people.one(name).id, own=False)
    interview = every_row(begin_generic(form(), TODAY))
    found = {
        one.question.id: proposal(interview, one.question.id, profile) for one in interview.steps
    }
    return {name: str(one.typed) for name, one in found.items() if one is not None}


def every_row(interview: Interview) -> Interview:
    """Ask of everybody whom the paper has room for."""
    questions = [one for part in interview.definition.section for one in part.question]
    for one in filter(adds_person, questions):
        interview = interview.answer(one.id, "oui")
    return interview


def test_nobody_more_is_asked_of_than_the_household_has(safe: Safe) -> None:
    profile = saving.known(safe, safe.people.one(HER).id, own=False)
    interview = begin_generic(form(), TODAY)
    proposed = []
    for _ in range(5):
        last = [one.question.id for one in interview.steps if adds_person(one.question)][-1]
        proposed.append(proposal(interview, last, profile))
        interview = interview.answer(last, "oui")
    assert [one.name if one else "" for one in proposed] == ["Tom Martin", "Zoé Martin", "", "", ""]


def test_each_line_is_offered_what_is_known_of_its_own_person(safe: Safe) -> None:
    told = of(safe, HER)
    assert [*told.values()] == [
        *("Martin", "Anne", "285037512345688"),
        *("Durand", "Paul", "183067512345690"),
        *("Léa Martin", "09/10/2012", "Tom Martin", "11/12/2016", "Zoé Martin", "07/08/2020"),
    ]


def test_seen_from_the_other_spouse_it_turns_round(safe: Safe) -> None:
    told = of(safe, SPOUSE)
    assert [*told.values()][:6] == [
        *("Durand", "Paul", "183067512345690"),
        *("Martin", "Anne", "285037512345688"),
    ]


def test_a_child_has_no_spouse(safe: Safe) -> None:
    told = [*of(safe, "Tom Martin").values()]
    assert told[0] == "Tom"
    assert not {"Durand", "183067512345690"} & {*told[:2]}


def test_without_a_household_nothing_of_hers_is_offered_for_another(safe: Safe) -> None:
    alone = people.add_person(safe, "Seule", on=ON)
    for field, value in SHEETS[HER].items():
        safe.people.keep_value(alone, field, value, source="typed", on=ON)
    assert [*of(safe, "Seule").values()] == ["Martin", "Anne", "285037512345688"]


def test_a_role_wrongly_guessed_is_said_otherwise_and_kept(safe: Safe) -> None:
    person = safe.people.one(HER).id
    profile = saving.known(safe, person, own=False)
    interview = begin_generic(form(), TODAY)
    page = next(one for one in interview.pages if one.questions[0].whose == "conjoint")
    now = whose.of_page(interview, page.all, profile)
    assert now is not None
    assert (now.role, now.name) == ("conjoint", SPOUSE)
    choices = dict(whose.choices(now, profile))
    assert sorted(filter(None, choices.values())) == sorted({*SHEETS} - {HER})
    lea = next(role for role, name in choices.items() if name == "Léa Martin")
    changed = whose.say(interview, now.group, lea)
    name = page.questions[1].id
    assert [one.typed for one in (proposal(changed, name, profile),) if one] == ["Léa"]
    nobody = whose.say(interview, now.group, "autre")
    assert proposal(nobody, name, profile) is None
    assert read_json(write_json(changed.draft)) == changed.draft
    assert differing(interview.draft, changed.draft) == {now.group}


def test_what_is_of_another_never_comes_into_her_own_sheet() -> None:
    made = form()
    draft = Draft(made.definition.id, form=write_generic(made))
    interview = Interview(made.definition, draft, TODAY)
    for step in interview.steps[:6]:
        interview = interview.answer(step.question.id, "Zola")
    assert {*remembered(interview)} == {"identite.nom", "identite.prenom"}


def test_our_own_forms_ask_of_others_under_keys_of_hers(safe: Safe) -> None:
    """What she said of them herself wins over their sheets."""
    person = safe.people.one(HER).id
    told = saving.known(safe, person, own=False)
    assert told["famille.conjoint_prenom"].value == "Paul"
    assert told["famille.enfant_1_naissance"].value == "09/10/2012"
    own = {"famille.conjoint_prenom": told["identite.prenom"]}
    around = by_role.of_household(safe, person, own)
    assert "famille.conjoint_prenom" not in around


def test_a_child_alone_is_the_one_a_form_is_filled_for_and_of_several_nobody_is(safe: Safe) -> None:
    several = saving.known(safe, safe.people.one(HER).id, own=False)
    assert "famille.enfant_prenom" not in several
    assert several["famille.enfant_3_naissance"].value == "07/08/2020"
    mother, son = (people.add_person(safe, name, on=ON) for name in ("Mère Seule", "Son Fils"))
    safe.people.keep_values(
        son,
        {"identite.prenom": "Fils", "identite.nationalite": "française"},
        source="typed",
        on=ON,
    )
    people.live_together(safe, mother, son, "fils", on=ON)
    told = saving.known(safe, mother, own=False)
    assert told["famille.enfant_prenom"].value == "Fils"
    assert told["famille.enfant_1_nationalite"].value == "française"


def test_a_form_of_ours_says_from_whose_sheet_and_since_when(safe: Safe) -> None:
    profile = saving.known(safe, safe.people.one(HER).id, own=False)
    definition = RealTools().catalogue.form("13880-rsa")
    answers = {"en_couple": "oui", "enfants_nombre": "3"}
    interview = Interview(definition, Draft(definition.id, answers), TODAY)
    found = {
        asked.question.remember: told
        for name, asked in interview.asked.items()
        if (told := proposal(interview, name, profile)) is not None
    }
    spouse, child = found["famille.conjoint_prenom"], found["famille.enfant_2_naissance"]
    assert (spouse.typed, spouse.name, spouse.given_on) == ("Paul", SPOUSE, ON)
    assert (child.typed, child.name, child.source) == ("11/12/2016", "Tom Martin", by_role.SHEET)
    assert found["identite.prenom"].name == ""  # her own


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Conjointe", "conjoint"),
        ("mon mari", "conjoint"),
        ("Fille aînée", "enfant"),
        ("beau-fils", "enfant"),
        ("ex-mari", "autre_parent"),
        ("Tutrice", "representant"),
        ("nièce", ""),
        ("", ""),
    ],
)
def test_a_link_is_a_role(words: str, role: str) -> None:
    assert by_role.link_of(words) == role

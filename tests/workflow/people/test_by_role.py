"""One dossier fills a form for five people: each fact comes from the sheet of whom it is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft, differing
from desktop_app.core.answers.draft_json import read_json, write_json
from desktop_app.core.generic.model import write_generic
from desktop_app.core.generic.rows import adds_person
from desktop_app.pages import check
from desktop_app.pages import household as household_page
from desktop_app.pages import whose as pages_whose
from desktop_app.pages.page import Text
from desktop_app.sentences import household_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import begin_generic
from desktop_app.workflow.interview import saving, whose
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal, remembered
from desktop_app.workflow.interview.members import household as household_left
from desktop_app.workflow.interview.members import members
from desktop_app.workflow.office import sheet
from desktop_app.workflow.people import by_role, people, searching
from desktop_app.workflow.store import Safe
from tests.helpers.household import CHILDREN, HER, ON, SHEETS, SPOUSE, form, household
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


RSA = "13880-rsa"


def asked_at_once(safe: Safe, name: str) -> tuple[Interview, dict[str, str]]:
    """Return the RSA once the household was taken in at once; what is said of each, by question."""
    profile = saving.known(safe, safe.people.one(name).id, own=False, on=TODAY)
    interview = Interview(RealTools().catalogue.form(RSA), Draft(RSA, {}), TODAY)
    taken, _names = sheet.take_household(interview, profile)
    answers = {one: str(said) for one, said in taken.draft.answers.items()}
    return taken, {one: said for one, said in answers.items() if one.startswith(("en", "conj"))}


def test_one_gesture_takes_the_whole_household_each_by_her_sheet(safe: Safe) -> None:
    profile = saving.known(safe, safe.people.one(HER).id, own=False, on=TODAY)
    interview = Interview(RealTools().catalogue.form(RSA), Draft(RSA, {}), TODAY)
    assert household_left(interview, profile) == (SPOUSE, *sorted(CHILDREN))
    taken, said = asked_at_once(safe, HER)
    assert (said["en_couple"], said["enfants_nombre"]) == ("oui", "3")
    assert [said[f"enfant_{n}_nom"] for n in (1, 2, 3)] == [
        "Léa Martin",
        "Tom Martin",
        "Zoé Martin",
    ]
    assert [said[f"enfant_{n}_lien"] for n in (1, 2, 3)] == ["fille", "fils", "fille"]
    assert said["enfant_2_naissance"] == "11/12/2016"
    assert "enfant_1_arrivee" not in said, "the day when it was noted is no day of arrival"
    assert [household_words.sentence(one) for one in members(taken)] == [
        "Paul Durand, avec qui vous vivez en couple. Naissance : 5 juin 1983.",
        "Léa Martin, votre fille, née le 9 octobre 2012.",
        "Tom Martin, votre fils, né le 11 décembre 2016.",
        "Zoé Martin, votre fille, née le 7 août 2020.",
    ]
    assert household_left(taken, profile) == (), "it is said: nothing is offered again"
    blocks = check.check(taken, ()).blocks
    told = [one for one in blocks if isinstance(one, Text) and one.stop]
    assert [one.words for one in told][1] == "Léa Martin, votre fille, née le 9 octobre 2012."


def test_what_was_said_is_left_as_it_is(safe: Safe) -> None:
    profile = saving.known(safe, safe.people.one(HER).id, own=False, on=TODAY)
    answers = {"en_couple": "non", "enfants_nombre": "1"}
    interview = Interview(RealTools().catalogue.form(RSA), Draft(RSA, answers), TODAY)
    assert household_left(interview, profile) == ()
    taken, _names = sheet.take_household(interview, profile)
    assert (taken.draft.answers["en_couple"], taken.draft.answers["enfants_nombre"]) == ("non", "1")
    assert "conjoint_prenom" not in taken.draft.answers


def test_seen_from_her_husband_a_daughter_may_be_a_stepdaughter(safe: Safe) -> None:
    _taken, said = asked_at_once(safe, SPOUSE)
    assert said["conjoint_prenom"] == "Anne"
    assert said["enfant_1_nom"] == "Léa Martin"
    assert "enfant_1_lien" not in said


def family(safe: Safe, name: str, *children: tuple[str, str, str]) -> str:
    """Write somebody and her children: the name, the link and the day of birth of each."""
    her = people.add_person(safe, name, on=ON)
    for child, link, born in children:
        one = people.add_person(safe, child, on=ON)
        if born:
            safe.people.keep_value(one, "identite.date_naissance", born, source="typed", on=ON)
        people.live_together(safe, her, one, link, on=ON)
    return her


def test_who_is_no_longer_young_has_no_place_among_the_young(safe: Safe) -> None:
    family(
        safe,
        "Sira Kone",
        ("Aîné Kone", "fils", "25/11/2001"),  # 25 today
        ("Jeune Kone", "fils", "26/11/2001"),
        ("Ami Kone", "petite fille", ""),
    )
    _taken, said = asked_at_once(safe, "Sira Kone")
    assert said["enfants_nombre"] == "2"
    assert [said["enfant_1_nom"], said["enfant_2_nom"]] == ["Jeune Kone", "Ami Kone"]
    assert (said["enfant_1_lien"], said.get("enfant_2_lien")) == ("fils", None)


def test_nothing_of_a_child_is_put_under_another_that_she_told_of(safe: Safe) -> None:
    her = family(safe, "Awa Sarr", ("Inès Sarr", "fille", "12/05/2018"), ("Ali Sarr", "fils", ""))
    told = {"famille.enfant_1_nom": "SARR Ali", "famille.enfant_2_nom": "SARR Omar"}
    safe.people.keep_values(her, told, source="draft", on=ON)
    taken, said = asked_at_once(safe, "Awa Sarr")
    names = [said[f"enfant_{n}_nom"] for n in (1, 2, 3)]
    assert names == ["SARR Ali", "SARR Omar", "Inès Sarr"]
    assert "enfant_1_naissance" not in said
    assert "enfant_2_naissance" not in said
    assert said["enfant_3_naissance"] == "12/05/2018"
    assert members(taken)[2].link == "fille"


def test_nothing_of_one_husband_is_put_under_another(safe: Safe) -> None:
    her = people.add_person(safe, "Nadia Petit", on=ON)
    him = people.add_person(safe, "Luc Petit", on=ON)
    safe.people.keep_values(
        him, {"identite.prenom": "Luc", "sante.nir": "183067512345690"}, source="typed", on=ON
    )
    people.live_together(safe, her, him, "conjoint", on=ON)
    safe.people.keep_value(her, "famille.conjoint_prenom", "Jean", source="draft", on=ON)
    profile = saving.known(safe, her, own=False, on=TODAY)
    assert profile["famille.conjoint_prenom"].value == "Jean"
    assert "famille.conjoint_nir" not in profile


def test_two_of_one_name_are_both_offered_and_told_apart(safe: Safe) -> None:
    her = people.add_person(safe, "Mère Twin", on=ON)
    for born, link in (("01/02/1950", "oncle"), ("03/04/2009", "fils")):
        one = people.add_person(safe, "Ali Twin", on=ON)
        safe.people.keep_value(one, "identite.date_naissance", born, source="typed", on=ON)
        people.live_together(safe, her, one, link, on=ON)
    profile = saving.known(safe, her, own=False, on=TODAY)
    interview = begin_generic(form(), TODAY)
    page = next(one for one in interview.pages if one.questions[0].whose == "conjoint")
    (ask,) = pages_whose.asked(interview, page.all, profile)
    labels = [one.label for one in ask.asked[0].question.choices]
    assert [one for one in labels if "Twin" in one] == ["Ali Twin (1950)", "Ali Twin (2009)"]
    others, _total = people.others(safe, people.add_person(safe, "Seul", on=ON), "Twin", most=9)
    told = [household_page.called(one) for one in searching.apart(safe, others)]
    assert sorted(told) == ["Ali Twin (1950)", "Ali Twin (2009)", "Mère Twin"]
    safe.numbers.begin()
    numbered = saving.known(safe, her, own=False, on=TODAY)
    (ask,) = pages_whose.asked(interview, page.all, numbered)
    told = [one.label for one in ask.asked[0].question.choices if "Twin" in one.label]
    assert all(", n° " in one for one in told)
    assert len({*told}) == 2


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

"""The pages of an interview: what is asked now, what waits, what answers say of other questions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.last_day import asked_of_law, last_day
from tests.helpers.ours import CATALOGUE, FORMS, LAW, LETTERS

TODAY = dt.date(2026, 11, 28)
RSA = "caf-indu-rsa"


def examples_of(letter: str) -> Iterator[tuple[Path, bytes]]:
    for path in sorted((FORMS / "letters" / letter / "examples").glob("*.toml")):
        yield path, path.read_bytes()


def begun(pack: str = RSA, **answers: str) -> Interview:
    return Interview(CATALOGUE.letter(pack), Draft(pack, answers), TODAY)


def so_far(whole: Interview, question: str) -> Interview:
    """Return what was said until the page of a question, page by page."""
    names: list[str] = []
    for page in whole.pages:
        names += [one.id for one in page.all]
        if page.has(question):
            break
    draft = replace(
        whole.draft,
        answers={k: v for k, v in whole.draft.answers.items() if k in names},
        unknown=whole.draft.unknown & {*names},
    )
    return replace(whole, draft=draft)


def ids(interview: Interview, question: str) -> tuple[list[str], list[str]]:
    page = interview.page(question)
    assert page is not None
    return [one.id for one in page.questions], [one.id for one in page.aside]


def test_rare_matters_wait() -> None:
    asked, aside = ids(begun(), "nom")
    assert asked == ["prenom", "nom", "telephone", "courriel"]
    assert aside == ["qui_ecrit"]


def test_what_waited_unseen_is_answered_as_it_stands_at_first() -> None:
    interview = begun()
    page = interview.page("nom")
    assert page is not None
    left = interview.leave_page(page, {"prenom": "", "nom": "Vidal"})
    assert left.draft.answers["qui_ecrit"] == "moi"
    assert left.draft.answers["prenom"] == ""
    assert left.met("telephone")


def test_a_rare_matter_that_the_page_itself_opens_is_left_with_it() -> None:
    interview = begun()
    page = interview.page("piece_notification")
    assert page is not None
    left = interview.leave_page(page, {"piece_notification": "jointe"})
    assert left.met("piece_notification_pages"), "a correction would lead to it"


def test_what_is_left_empty_and_may_be_unknown_is_unknown() -> None:
    interview = begun()
    page = interview.page("montant")
    assert page is not None
    left = interview.leave_page(page, {"montant": "", "manque_lettre": ()})
    assert "montant" in left.draft.unknown
    assert left.leave_page(page, {"montant": "12"}).draft.answers["montant"] == "12"


@pytest.mark.parametrize(
    ("code", "place", "name"),
    [
        ("75019", "paris", ""),
        ("42000", "departement", "de la Loire"),
        ("67000", "alsace", ""),
        ("20090", "corse", ""),
        ("93200", "seine-saint-denis", ""),
        ("97410", "reunion", ""),
        ("97110", "departement", "de la Guadeloupe"),
        ("2A004", "", ""),
    ],
)
def test_the_postal_code_says_who_decides_on_the_rsa(code: str, place: str, name: str) -> None:
    interview = begun(code_postal=code)
    asked, aside = ids(interview, "dest_ligne_1")
    assert ("lieu_rsa" in aside) == bool(place)
    assert ("lieu_rsa" in asked) != bool(place)
    page = interview.page("dest_ligne_1")
    assert page is not None
    left = interview.leave_page(page, {})
    assert left.draft.answers.get("lieu_rsa", "") == place
    if place == "departement":
        page = left.page("departement_de")
        assert page is not None
        assert left.leave_page(page, {}).draft.answers["departement_de"] == name


def test_around_lyon_it_is_asked_as_the_code_does_not_say() -> None:
    asked, _ = ids(begun(code_postal="69100"), "dest_ligne_1")
    assert "lieu_rsa" in asked


def test_what_a_postal_code_said_follows_it_when_it_changes() -> None:
    interview = begun(code_postal="75019", lieu_rsa="paris")
    assert interview.answer("code_postal", "67000").draft.answers["lieu_rsa"] == "alsace"
    assert "lieu_rsa" not in interview.answer("code_postal", "69001").draft.answers


def test_what_was_said_otherwise_stays_when_the_postal_code_changes() -> None:
    interview = begun(code_postal="75019", lieu_rsa="corse")
    assert interview.answer("code_postal", "67000").draft.answers["lieu_rsa"] == "corse"


def test_who_said_who_wrote_is_not_asked_again() -> None:
    interview = saving.begin(CATALOGUE, RSA, TODAY, "caf")
    assert interview.draft.answers["organisme"] == "caf"
    assert not any(page.has("organisme") for page in interview.pages)
    assert interview.page("organisme") is not None, "it can be changed"
    assert saving.begin(CATALOGUE, RSA, TODAY).draft.answers == {}


def test_parts_are_as_many_from_the_first_answer_to_the_last() -> None:
    few, many = begun(), begun(position="incompris", sujets="etranger", lieu_rsa="departement")
    assert {page.part.total for page in (*few.pages, *many.pages)} == {few.pages[0].part.total}
    numbers = [page.part.number for page in many.pages]
    assert numbers == sorted(numbers)


class TestTheLastDay:
    """It is told from the page of the decision on."""

    DECISION: ClassVar[dict[str, str]] = {
        "organisme": "caf",
        "date_decision": "03/11/2026",
        "comment_recue": "lettre-simple",
        "date_reception": "06/11/2026",
    }

    def test_is_not_told_before_its_dates(self) -> None:
        assert last_day(LAW, begun()) is None

    def test_is_told_as_soon_as_they_are_given(self) -> None:
        found = last_day(LAW, begun(**self.DECISION))
        assert found is not None
        assert found.last_day == dt.date(2027, 1, 6)

    def test_is_prudent_when_the_day_of_receipt_is_unknown(self) -> None:
        said = Draft(RSA, self.DECISION | {"date_reception": ""}, frozenset({"date_reception"}))
        found = last_day(LAW, Interview(CATALOGUE.letter(RSA), said, TODAY))
        assert found is not None
        assert found.last_day is None
        assert verdict(found, TODAY).day == dt.date(2026, 12, 31)

    def test_waits_for_an_answer_on_which_it_depends(self) -> None:
        interview = begun("ft-mediation", **self.DECISION)
        assert last_day(LAW, interview) is None
        found = last_day(LAW, interview.answer("ft_decision", "radiation"))
        assert found is not None

    @pytest.mark.parametrize("letter", LETTERS)
    def test_told_early_is_the_one_of_the_letter(self, letter: str) -> None:
        for example, text in examples_of(letter):
            said = read_draft(text, letter, example.name)
            end = Interview(CATALOGUE.letter(letter), said, TODAY)
            final = last_day(LAW, end)
            told: dict[object, object] = {}
            for page in end.pages:
                now = so_far(end, page.all[-1].id)
                early = last_day(LAW, now)
                assert told.setdefault(asked_of_law(now), early) == early, "asked the same"
                if early is not None and final is not None:
                    assert early.prudent_day == final.prudent_day, (example.name, page.title)


def test_what_is_asked_for_want_of_an_answer_waits_until_that_one_was_met() -> None:
    """ "Année de naissance" under an empty date would be asked of everybody."""
    interview = Interview(CATALOGUE.form("12504-c2s"), Draft("12504-c2s"), TODAY)
    page = interview.page("date_naissance")
    assert page is not None
    assert not page.has("annee_naissance")
    left = interview.leave_page(page, {"date_naissance": ""})
    now = left.page("date_naissance")
    assert now is not None
    assert now.has("annee_naissance")

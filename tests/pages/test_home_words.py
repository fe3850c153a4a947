"""What is begun says, in words, what is missing and until when it must be posted."""

import dataclasses
import datetime as dt

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.datafiles import data_root
from desktop_app.pages import home
from desktop_app.pages.page import Choice, Live, Page
from desktop_app.workflow.documents.so_far import until_when
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.saving import Unfinished

TODAY = dt.date(2026, 11, 24)
CATALOGUE, LAW = FolderCatalogue(data_root("forms")), FolderLaw()
RSA = "Reprendre votre lettre : La Caf me réclame de l’argent du RSA"


def begun(**answers: str) -> Interview:
    found = saving.begin(CATALOGUE, "caf-indu-rsa", TODAY)
    for name, typed in answers.items():
        found = found.answer(name, typed)
    return found


def words(missing: int | None, until: Verdict | None, person: str = "") -> str:
    title = "La Caf me réclame de l'argent du RSA"
    return home.draft_words(
        Unfinished("1", "caf-indu-rsa", title, "letter", missing, TODAY, "", until), person
    )


@pytest.mark.parametrize(
    ("missing", "until", "expected"),
    [
        pytest.param(3, None, "Il manque 3 réponses", id="several answers"),
        pytest.param(1, None, "Il manque 1 réponse", id="one answer"),
        pytest.param(0, None, "Tout est répondu", id="none"),
        pytest.param(
            3,
            Verdict("to-come", day=dt.date(2027, 1, 4)),
            "Il manque 3 réponses. À poster avant le 4 janvier 2027",
            id="a day to come",
        ),
        pytest.param(
            3,
            Verdict("to-come", day=dt.date(2027, 1, 4), notice=dt.date(2026, 12, 4)),
            "Il manque 3 réponses. À poster avant le 4 décembre 2026",
            id="the notice's own day is earlier",
        ),
        pytest.param(
            3,
            Verdict("pressing", last_day=dt.date(2026, 12, 1)),
            "Il manque 3 réponses. À poster dès aujourd’hui",
            id="the prudent day is past",
        ),
        pytest.param(
            3,
            Verdict("over", day=dt.date(2026, 11, 1)),
            "Il manque 3 réponses. Le dernier jour est passé",
            id="too late",
        ),
        pytest.param(3, Verdict("none"), "Il manque 3 réponses", id="no day is set"),
        pytest.param(
            3, Verdict("body", day=dt.date(2027, 1, 4)), "Il manque 3 réponses", id="not hers"
        ),
    ],
)
def test_it_says_what_is_missing_and_until_when(
    missing: int, until: Verdict | None, expected: str
) -> None:
    assert words(missing, until) == f"{RSA}. {expected}"


def test_what_cannot_be_opened_says_its_title_alone() -> None:
    assert words(None, None) == RSA


def test_the_day_is_that_of_the_answers_so_far() -> None:
    assert until_when(LAW, begun()) is None
    folder = data_root("forms") / "letters" / "caf-indu-rsa" / "examples"
    answers = (folder / "2-je-ne-comprends-pas.toml").read_bytes()
    draft = read_draft(answers, "caf-indu-rsa", "example")
    said = until_when(LAW, dataclasses.replace(begun(), draft=draft))
    assert said is not None
    assert said.state == "to-come"
    assert "À poster avant le " in words(3, said)


def test_days_that_contradict_each_other_tell_nothing() -> None:
    assert until_when(LAW, begun(date_decision="31/02/2026")) is None


def test_what_is_begun_comes_before_the_choices() -> None:
    page: Page = home.page(public=False, safe=True, waits=False)
    kinds = [one.name if isinstance(one, Live) else type(one) for one in page.blocks]
    assert kinds.index(home.BEGUN) < kinds.index(Choice)

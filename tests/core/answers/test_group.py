"""Questions that no pack asks are read with the interview's kinds, and refused in its words."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.answers.group import Asked, given
from desktop_app.core.deadlines.moments import read_hour
from desktop_app.core.packs.model import Choice, Question

TODAY = dt.date(2026, 11, 28)
DAY = Question(id="jour", kind="date", label="Quel jour ?", required=True)
HOUR = Question(id="heure", kind="text", label="À quelle heure ?")
WHO = Question(id="qui", kind="choice", label="Qui ?", choices=(Choice(id="moi", label="Moi"),))
ASKED = (Asked(DAY), Asked(HOUR, read_hour), Asked(WHO))


def test_answers_come_as_values_and_what_is_empty_does_not_come() -> None:
    found = given(ASKED, {"jour": "24/11/26", "heure": "16h30", "qui": ""}, TODAY)
    assert found.problems == ()
    assert found.values == {"jour": dt.date(2026, 11, 24), "heure": dt.time(16, 30)}


def test_every_fault_is_told_at_once_in_the_order_of_the_questions() -> None:
    found = given(ASKED, {"jour": "31/02/2026", "heure": "midi", "qui": "elle"}, TODAY)
    assert found.values == {}
    assert [(one.question, one.code) for one in found.problems] == [
        ("jour", "date-impossible"), ("heure", "hour-not-understood"), ("qui", "unknown-choice"),
    ]  # fmt: skip


def test_a_day_that_is_needed_is_asked_for() -> None:
    (problem,) = given(ASKED, {"jour": " "}, TODAY).problems
    assert i18n.sentence(problem.code, problem.parameters).startswith("Il manque votre réponse.")


def test_what_may_not_stay_empty_says_so_in_its_own_words() -> None:
    asked = (Asked(HOUR, empty="paragraph-empty"), Asked(WHO, empty="paragraph-empty"))
    found = given(asked, {"heure": " \n", "qui": "moi"}, TODAY)
    assert [(one.question, one.code) for one in found.problems] == [("heure", "paragraph-empty")]

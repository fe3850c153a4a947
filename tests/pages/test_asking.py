"""What a page asks is read by the interview's kinds, and what was noted comes back as typed."""

import datetime as dt

import pytest

from desktop_app.core.answers.group import given
from desktop_app.core.offset import Offset
from desktop_app.core.records import Event
from desktop_app.pages import act, household, misses
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Ask, Page, Problem, Take
from desktop_app.pages.reading import lines, read
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.people.people import Listed

TODAY = dt.date(2026, 11, 28)
WHICH = (("recours", "Recours"), ("autre", "Autre"))


def ask_of(page: Page) -> Ask:
    (found,) = [one for one in page.blocks if isinstance(one, Ask)]
    return found


@pytest.mark.parametrize(
    ("asked", "questions"),
    [
        (to.RecordEvent("d", timeline.POSTED), ["day", "number"]),
        (to.RecordEvent("d", timeline.POSTED, which=WHICH), ["which", "day", "number"]),
        (to.RecordEvent("d", timeline.TO_DO), ["what", "day"]),
        (to.RecordEvent("d", timeline.PAPERS_ASKED), ["day", "until"]),
        (to.RecordEvent("d", timeline.ANSWER), ["day", "answer"]),
    ],
)
def test_an_act_asks_what_it_needs(asked: to.RecordEvent, questions: list[str]) -> None:
    page = act.page(asked)
    ask = ask_of(page)
    assert [one.question.id for one in ask.asked] == questions
    assert page.actions[0].does == Take(ask.id)
    needed = {"which", "day", "answer"} & {*questions}
    assert {one.question for one in given(ask.asked, {}, TODAY).problems} == needed


def test_what_was_noted_is_there_to_be_corrected_and_may_be_taken_off() -> None:
    event = Event(
        id="e", kind=timeline.POSTED, title="", at=dt.date(2026, 11, 3), last_day=None,
        prudent_day=None, procedure="", person="", person_id="", dossier="", dossier_id="d",
        document_id="", number="1A 234", note="", awaited=False,
    )  # fmt: skip
    page = act.page(to.RecordEvent("d", event=event))
    ask = ask_of(page)
    assert (ask.typed["day"], ask.typed["number"]) == ("03/11/2026", "1A 234")
    assert given(ask.asked, ask.typed, TODAY).values["day"] == event.day
    assert "[Retirer cette étape]" in lines(page)


def test_whom_one_adds_is_chosen_among_few_and_looked_for_among_many() -> None:
    few = household.page("Amina", (), [Listed("z", "Zoé", ())], 1)
    assert "Quelle personne ?" in lines(few)
    assert "Ou écrivez le nom d’une nouvelle personne" in lines(few)
    twins = [Listed(n, "Zoé", (), born=f"19{n}2-03-14", number=int(n), twin=True) for n in "89"]
    told = lines(household.page("Amina", (), twins, 2))
    assert "– Zoé (1982, n° 8)" in told
    assert "– Zoé (1992, n° 9)" in told
    many = [Listed(str(n), f"Zoé {n}", ()) for n in range(household.AT_ONCE)]
    page = household.page("Amina", (), many, 3000)
    assert "Quelle personne ?" not in lines(page)
    assert "Chercher une personne par son nom" in lines(page)
    found = household.found(many, 3000)
    assert found.words.endswith("2980 ne sont pas montrées : écrivez plus de lettres.")
    assert "Quelle personne ?" in [*read((found.shown,))]


@pytest.mark.parametrize(
    ("other", "name", "wrong"),
    [("z", "", False), ("", "Zoé", False), ("", "", True), ("z", "Z", True)],
)
def test_one_person_is_added_at_a_time(other: str, name: str, wrong: bool) -> None:
    assert isinstance(household.not_one(other, name), Problem) is wrong


@pytest.mark.parametrize("kind", [misses.PAPER, misses.WINDOW])
def test_the_millimetres_of_a_printer_are_asked_as_they_are_kept(kind: misses.Kind) -> None:
    kept = Offset(-2.5, 0.5, 98.5 if kind == misses.PAPER else 100.0)
    ask = misses.ask(kind, kept)
    found = given(ask.asked, ask.typed, TODAY)
    assert (misses.missed(found.values), found.problems) == (kept, ())
    assert {one.step.unit for one in ask.asked if one.step is not None} == {"mm"}

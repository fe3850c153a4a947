"""``papier-libre pack length``: the pages and words that each example of a pack leads through."""

import datetime as dt
import json

import pytest

from desktop_app.cli.main import run
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.pages import questions
from desktop_app.pages.length import Length, among, asked, length
from desktop_app.pages.page import Action, Ask, Live, Page, Text, Unfold
from desktop_app.pages.together import ASKED
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview.interview import Interview

LETTER = "rgpd-acces"


def counted(capsys: pytest.CaptureFixture[str], *ids: str) -> dict[str, dict[str, object]]:
    assert run(["pack", "length", *ids, "--json"], RealTools) == 0
    return json.loads(capsys.readouterr().out)["packs"]


def test_each_way_is_as_long_as_the_pages_that_its_answers_lead_to(capsys) -> None:
    found = counted(capsys, LETTER)[LETTER]

    definition = RealTools().catalogue.letter(LETTER)
    ways = []
    for path in (data_root("forms") / "letters" / LETTER / "examples").glob("*.toml"):
        draft = read_draft(path.read_bytes(), LETTER, path.name)
        ways.append(len(Interview(definition, draft, dt.date(2026, 11, 24)).pages))
    assert found["kind"] == "letter"
    assert found["shortest"]["pages"] == min(ways)  # type: ignore[index]
    assert found["longest"]["pages"] == max(ways)  # type: ignore[index]


def test_what_opens_at_a_gesture_is_not_counted() -> None:
    blocks = (Text("Une phrase ici."), Unfold("Pourquoi ?", "Parce que cela compte beaucoup."))
    page = Page("Quel est votre nom ?", blocks, (Action("Continuer", questions.GoOn()),))

    # quel est votre nom · une phrase ici · pourquoi · continuer
    assert length([page]) == Length(1, 9)


def test_the_pages_are_those_of_the_interview() -> None:
    definition = RealTools().catalogue.letter(LETTER)
    begun = Interview(definition, Draft(LETTER), dt.date(2026, 11, 24))

    first = next(asked(begun, Draft(LETTER)))

    asking = begun.pages[0]
    assert first.heading == asking.title or asking.questions[0].label
    live = next(one for one in first.blocks if isinstance(one, Live) and one.name == ASKED)
    shown = [ask.id for one in live.blocks for ask in one.blocks if isinstance(ask, Ask)]
    assert shown == [one.id for one in asking.questions]


def test_the_usual_way_is_one_that_exists() -> None:
    ways = among([Length(9, 400), Length(5, 300), Length(30, 900), Length(8, 350)])

    assert (ways.shortest, ways.usual, ways.longest) == (
        Length(5, 300),
        Length(8, 350),
        Length(30, 900),
    )


def test_of_several_the_median_and_the_longest_are_said(capsys) -> None:
    assert run(["pack", "length", LETTER, "motifs"], RealTools) == 0

    *lines, last = capsys.readouterr().out.strip().splitlines()
    assert [line.partition(" : ")[0] for line in lines] == ["motifs", LETTER]
    assert last.startswith("2 lettres : médiane ")


def test_an_unknown_pack_is_told(capsys) -> None:
    assert run(["pack", "length", "rgpd-accès"], RealTools) == 3

    assert f"« {LETTER} »" in capsys.readouterr().err

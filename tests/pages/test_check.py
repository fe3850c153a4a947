"""Vérifiez: what a pen completes is what the paper leaves blank; no two lines have one name."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.pages import check
from desktop_app.pages.page import Card, Fact, Text
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preview import blanks, letter_so_far
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview

TODAY = dt.date(2026, 11, 24)
TOOLS = RealTools()


def interview(draft: Draft) -> Interview:
    return Interview(definition_of(TOOLS.catalogue, draft.pack), draft, TODAY)


def listed(said: Interview, title: str) -> list[str]:
    """Return the names of the lines under this title; none where it is not there."""
    page = check.check(said, blanks(TOOLS, said))
    under = [
        card
        for text, card in zip(page.blocks, page.blocks[1:], strict=False)
        if isinstance(text, Text) and text.words == title and isinstance(card, Card)
    ]
    return [one.label for card in under for one in card.blocks if isinstance(one, Fact)]


def test_a_pen_completes_what_the_letter_leaves_blank_and_nothing_else() -> None:
    said = interview(TOOLS.demo.letter)
    letter = letter_so_far(TOOLS.law, said.definition, said.draft, TODAY)
    pen = listed(said, "À compléter au stylo")
    assert sorted(pen) == sorted(i18n.pack_text(one.label) for one in letter.missing)
    assert pen, "the demo letter leaves blanks"


def test_a_pen_completes_what_the_form_leaves_blank() -> None:
    said = interview(TOOLS.demo.form)
    assert listed(said, "À compléter au stylo") == []
    name = next(one.step.question for one in said.summary if one.step.question.required)
    assert listed(said.pass_by(name.id), "À compléter au stylo") == [name.label]


def test_a_necessary_answer_that_no_pen_completes_is_said_to_be_missing() -> None:
    said = interview(TOOLS.demo.letter).pass_by("position")
    asked = next(one.question for one in said.steps if one.question.id == "position")
    label = i18n.pack_text(asked.label)
    assert label in listed(said, "Questions nécessaires sans réponse")
    assert label not in listed(said, "À compléter au stylo")


def test_not_knowing_is_an_answer_where_the_paper_has_no_place_for_it() -> None:
    said = interview(TOOLS.demo.letter)
    asked = "Combien de pages a ce papier ?"
    unknown = said.unknown("piece_notification_pages")
    for title in ("À compléter au stylo", "Questions nécessaires sans réponse"):
        assert not [one for one in listed(unknown, title) if one.startswith(asked)]


def test_each_paper_of_which_the_pages_are_asked_is_named() -> None:
    said = interview(TOOLS.demo.letter).answer("piece_identite", "jointe")
    names = listed(said, "Les papiers à joindre")
    assert len(set(names)) == len(names)
    assert "Combien de pages a ce papier ? (Copie de la décision contestée)" in names

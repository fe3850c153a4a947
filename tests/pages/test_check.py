"""Vérifiez: what a pen completes is what the paper leaves blank; no two lines have one name.

What was not answered waits behind one line; what stops the paper, or leaves a blank on it, never.
"""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.pages import check
from desktop_app.pages.page import Action, Block, Card, Fact, Live, Page, Text
from desktop_app.pages.wrong import Correct
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
    called = {one.question.id: i18n.pack_text(one.question.called) for one in said.steps}
    assert sorted(pen) == sorted(called[one.question] for one in letter.missing)
    assert pen, "the demo letter leaves blanks"


def test_a_pen_completes_what_the_form_leaves_blank() -> None:
    said = interview(TOOLS.demo.form)
    assert listed(said, "À compléter au stylo") == []
    name = next(one.step.question for one in said.summary if one.step.question.required)
    assert listed(said.pass_by(name.id), "À compléter au stylo") == [name.called]


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


def waiting(said: Interview, *, shown: bool) -> list[Block]:
    return [*check.not_answered(said, blanks(TOOLS, said), shown=shown)]


def told(said: Interview) -> set[str]:
    """Return the questions that the page tells of, before anything is opened on it."""
    page = check.check(said, blanks(TOOLS, said))
    cards = [one for one in page.blocks if isinstance(one, Card)]
    facts = [one for card in cards for one in card.blocks if isinstance(one, Fact)]
    does = [one.change.does for one in facts if one.change is not None]
    return {one.question for one in does if isinstance(one, Correct)}


def test_what_was_not_answered_waits_behind_one_line_with_its_number() -> None:
    said = interview(TOOLS.demo.letter)
    (line,) = waiting(said, shown=False)
    assert isinstance(line, Action)
    _hide, *found = waiting(said, shown=True)
    assert line.words == f"Voir les {len(found)} questions sans réponse"
    asked = {one.step.question.id for one in said.summary}
    behind = {*check.waiting(said, blanks(TOOLS, said))}
    assert behind
    assert len(behind) == len(found)
    assert told(said) == asked - behind, "each question is told of once, here or there"


def test_what_stops_the_paper_is_never_behind_that_line() -> None:
    said = interview(TOOLS.demo.letter)
    spoilt = said.pass_by("position").pass_by("nom").answer("montant", "beaucoup")
    assert {"position", "nom", "montant"} <= told(spoilt)
    assert not {"position", "nom", "montant"} & {*check.waiting(spoilt, blanks(TOOLS, spoilt))}


def mdph() -> Interview:
    """A long form, all of whose questions have an answer."""
    draft = Draft("15692-demande-mdph")
    definition = definition_of(TOOLS.catalogue, draft.pack)
    example = data_root("forms") / "official" / draft.pack / "examples" / "2-enfant-a-l-ecole.toml"
    return Interview(definition, read_draft(example.read_bytes(), draft.pack, "2"), TODAY)


def lines(page: Page) -> dict[str, int]:
    """Return the lines behind which a part waits, or that hide it, and how many it shows."""
    places = [one for one in page.blocks if isinstance(one, Live) and one.name.startswith("part ")]
    found = {}
    for place in places:
        line, *cards = place.blocks
        assert isinstance(line, Action)
        found[line.words] = sum(len(one.blocks) for one in cards if isinstance(one, Card))
    return found


def test_the_parts_of_a_page_of_many_windows_wait_behind_a_line_with_their_number() -> None:
    said = mdph()
    found = check.parts(said, ())
    assert sum(len(answers) for _title, answers in found) > check.MOST
    told = lines(check.check(said, ()))
    assert len(told) == len(found)
    assert not any(told.values()), "nothing is open"
    for at, (title, answers) in enumerate(found):
        assert any(one.startswith(title) and str(len(answers)) in one for one in told)
        _hide, card = check.part(said, found, at, shown=True)
        assert isinstance(card, Card)
        assert len(card.blocks) == len(answers)


def test_a_part_with_something_wrong_is_open_and_a_short_page_has_no_such_line() -> None:
    said = mdph()
    name = next(one.step.question.id for one in said.summary if one.step.question.kind == "date")
    spoilt = said.answer(name, "31/02/2026")
    found = check.parts(spoilt, ())
    (wrong,) = check.open_at_once(found)
    opened = [one for one, shown in lines(check.check(spoilt, ())).items() if shown]
    assert opened == [f"Cacher : {found[wrong][0]}"]
    assert check.part_of(found, name) == wrong
    assert not lines(check.check(interview(TOOLS.demo.letter), ()))

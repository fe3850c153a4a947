"""A finished letter read again: what is done with its paragraphs is a value, undone by another."""

import dataclasses
import datetime as dt

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents import preview
from desktop_app.workflow.documents.paragraphs import ReadParagraph, Rereading, taken_up

TODAY = dt.date(2026, 11, 24)
OWN = "Mes mots à moi."


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture(scope="module")
def definition(tools: RealTools) -> LetterDefinition:
    return tools.catalogue.letter(tools.demo.letter.pack)


@pytest.fixture
def begun(tools: RealTools) -> Rereading:
    return Rereading(tools.demo.letter)


@pytest.fixture
def read(tools: RealTools, definition: LetterDefinition):
    def paragraphs(now: Rereading) -> tuple[ReadParagraph, ...]:
        return now.paragraphs(tools.law, definition, TODAY)

    return paragraphs


@pytest.fixture
def up(tools: RealTools, definition: LetterDefinition):
    def taken(draft: Draft) -> Rereading:
        return taken_up(tools.law, definition, draft, TODAY)

    return taken


def test_each_is_numbered_and_says_why(begun: Rereading, read) -> None:
    found = read(begun)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert all(one.text and one.meaning and not one.edited for one in found)


def test_what_is_taken_out_keeps_its_place_and_comes_back_in_own_words(
    begun: Rereading, read
) -> None:
    place = next(n for n, one in enumerate(read(begun)) if one.optional)
    name = read(begun)[place].id
    without = begun.write(name, OWN).take_out(name)
    assert read(without)[place].removed
    assert len(read(without)) == len(read(begun))
    assert read(without.put_back(name))[place].text == OWN


def test_facts_that_own_words_leave_out_are_named(begun: Rereading, read) -> None:
    ours = read(begun)[0]
    (lost, *_more) = read(begun.write(ours.id, OWN))[0].lost
    assert lost in ours.text.replace("\N{NO-BREAK SPACE}", " ")
    assert read(begun.write(ours.id, f"{ours.text} Merci."))[0].lost == ()


def test_a_letter_is_composed_once_to_be_read(
    begun: Rereading, read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window waits for it after each gesture: what our words were comes of the same letter."""
    composed = []
    compose = preview.compose_letter

    def counted(*given: object, **named: object) -> object:
        composed.append(given)
        return compose(*given, **named)

    monkeypatch.setattr(preview, "compose_letter", counted)
    assert any(one.edited for one in read(begun.write(read(begun)[0].id, OWN)))
    assert len(composed) == 2  # as it was, then with her words


def test_our_words_put_hers_away_until_she_takes_them_or_writes_others(
    begun: Rereading, read
) -> None:
    ours = read(begun)[0]
    back = begun.write(ours.id, OWN).our_words(ours.id)
    assert (read(back)[0].text, read(back)[0].own) == (ours.text, OWN)
    hers = back.own_words(ours.id)
    assert (read(hers)[0].text, read(hers)[0].own) == (OWN, "")
    assert read(back.write(ours.id, "D’autres."))[0].own == ""


def test_what_is_being_written_stays_as_it_was_whatever_happens_to_the_letter(
    begun: Rereading, read
) -> None:
    ours, other = read(begun)[:2]
    opened = begun.open(ours)
    assert read(opened)[0].opened
    assert read(opened.write(other.id, OWN))[0] == read(opened)[0]
    assert read(opened.write(ours.id, OWN))[0].opened is False
    assert read(opened.leave(ours.id)) == read(begun)


def test_words_being_typed_are_those_that_the_letter_has_not(begun: Rereading, read) -> None:
    ours = read(begun)[0]
    opened = begun.open(ours)
    assert opened.half_typed({ours.id: ours.text}) == {}
    typed = opened.half_typed({ours.id: OWN})
    assert opened.with_words(typed).writing == {ours.id: OWN}
    assert opened.with_words(typed).edited == {}
    assert opened.draft.edited == {}


def test_the_draft_that_comes_back_leaves_what_is_being_written(begun: Rereading, read, up) -> None:
    first, second = read(begun)[:2]
    writing = begun.open(first).open(second)
    typed = {first.id: OWN, second.id: OWN}
    back = writing.with_words({first.id: OWN})  # what was typed in the second is undone
    again = writing.again(up(back), typed)
    assert list(again.opened) == [first.id]
    assert again.opened[first.id] == writing.opened[first.id], "its box is left as it is"
    assert again.draft == begun.draft, "words still being written are not in the letter"


def test_words_undone_can_be_taken_again(begun: Rereading, read, up) -> None:
    first = read(begun)[0]
    again = begun.write(first.id, OWN).again(up(begun.draft), {})
    assert read(again)[0].own == OWN
    back = again.own_words(first.id)
    assert not read(again.again(up(back.draft), {}))[0].own, "they are in the letter again"


@pytest.mark.parametrize("former", ["", "D’autres."])
def test_words_that_were_being_written_are_taken_up_in_their_box(
    begun: Rereading, read, up, former: str
) -> None:
    ours = read(begun)[0]
    before = begun.write(ours.id, former) if former else begun
    left = before.open(read(before)[0]).with_words({ours.id: OWN})
    again = up(left)
    found = read(again)[0]
    assert (found.opened, found.words) == (True, OWN)
    assert (found.text, found.edited) == (former or ours.text, bool(former))
    assert again.draft == before.draft, "the letter has them once they are kept"
    assert again.half_typed({ours.id: OWN})
    assert again.leave(ours.id).draft == before.draft
    assert again.write(ours.id, OWN).with_words({}).edited == {ours.id: OWN}


def test_a_draft_without_any_is_read_again_as_it_is(begun: Rereading, up) -> None:
    assert up(begun.draft) == begun
    kept = begun.write("x", OWN)
    assert up(kept.draft) == Rereading(kept.draft)


def test_words_of_a_paragraph_that_is_not_in_the_letter_stay_in_the_draft(
    begun: Rereading, definition: LetterDefinition, read, up
) -> None:
    shown = {one.id for one in read(begun)}
    gone = next(one.id for one in definition.paragraph if one.id not in shown)
    again = up(dataclasses.replace(begun.draft, writing={gone: OWN}))
    assert not again.opened
    assert again.with_words({read(begun)[0].id: OWN}).writing.keys() == {gone, read(begun)[0].id}


def test_what_was_given_up_or_kept_comes_back_open_once_that_is_undone(
    begun: Rereading, read, up
) -> None:
    ours = read(begun)[0]
    kept = begun.open(ours).write(ours.id, "Encore d’autres.")
    again = kept.again(up(begun.with_words({ours.id: OWN})), {})
    assert read(again)[0].words == OWN
    assert read(again)[0].opened

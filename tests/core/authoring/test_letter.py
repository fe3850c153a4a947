"""A letter of one's own: each gesture leaves a sound pack, or the check names its paragraph."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.authoring.letter_pack import letter_texts
from desktop_app.core.checks import Known, check
from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.parse import Example, parse_pack
from tests.helpers.own_letters import a_letter

ASK, URGENT, THANKS = range(3)
Gesture = Callable[[EditedLetter, int], EditedLetter]

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
).filter(lambda text: text.strip() and "{" not in text)
gestures: st.SearchStrategy[Gesture] = st.one_of(
    st.just(letters.remove),
    st.builds(lambda text: lambda letter, i: letters.add(letter, i, text)[0], words),
    st.builds(lambda text: lambda letter, i: letters.set_text(letter, i, text), words),
    st.builds(lambda by: lambda letter, i: letters.move(letter, i, by)[0], st.integers(-9, 9)),
    st.builds(lambda text: lambda letter, _: letters.entitled(letter, text[:200]), words),
)


def problems_of(letter: EditedLetter) -> tuple[Problem, ...]:
    try:
        return check(parse_pack(letter_texts(letter, {})), Known({}))
    except InvalidPack as refusal:
        return refusal.problems


def ids(letter: EditedLetter) -> list[str]:
    return [one.id for one in letter.paragraphs]


def example_of(letter: EditedLetter) -> Example:
    ((example, _file),) = parse_pack(letter_texts(letter, {})).examples.values()
    return example


@given(st.lists(st.tuples(gestures, st.integers(0, 50)), max_size=8))
def test_any_gestures_leave_a_pack_without_fault(sequence: list[tuple[Gesture, int]]) -> None:
    letter = a_letter()
    for gesture, index in sequence:
        letter = gesture(letter, index % len(letter.paragraphs))
    assert problems_of(letter) == ()


def test_a_copy_keeps_questions_conditions_and_the_days_its_sources_were_read() -> None:
    definition = a_letter().definition
    assert (definition.copied_from, definition.title) == ("demande-essai", "Ma demande")
    assert definition.source[0].seen_on.isoformat() == "2026-11-03"
    assert [question.id for question in definition.section[0].question] == ["jour", "urgent"]
    assert definition.paragraph[URGENT].when == "urgent"
    assert [one.text for one in definition.warning] == [letters.WARNING]


def test_a_copy_of_a_copy_warns_once() -> None:
    again = letters.copied(a_letter().definition, {})
    assert [one.text for one in again.definition.warning] == [letters.WARNING]


def test_its_file_says_the_same() -> None:
    letter = letters.set_text(a_letter(), ASK, 'Une ligne.\n\nDeux "lignes" \\ {{ jour }}.\n')
    pack = parse_pack(letter_texts(letter, {}))
    assert isinstance(pack.definition, LetterDefinition)
    assert pack.definition == letter.definition


def test_other_words_are_no_longer_explained_by_ours() -> None:
    letter = letters.set_text(a_letter(), ASK, "Je veux un essai.")
    assert letter.paragraphs[ASK].meaning == letters.OWN_WORDS
    assert letters.set_text(a_letter(), ASK, a_letter().paragraphs[ASK].text) == a_letter()


def test_examples_no_longer_await_what_left() -> None:
    letter = letters.remove(letters.set_text(a_letter(), ASK, "Je veux un essai."), THANKS)
    example = example_of(letter)
    assert example.expected.paragraphs == ("demande", "urgence")
    # The day still stands in the subject; the words of the paragraph that left do not.
    assert example.expected.facts == ("30 novembre 2026",)
    assert (example.expected.absent, example.paragraphes.textes) == (("fraude",), {})


def test_a_word_that_must_not_stand_is_awaited_absent_only_while_it_is() -> None:
    letter = letters.set_text(a_letter(), ASK, "Ce n'est pas une fraude.")
    assert example_of(letter).expected.absent == ()


def test_a_paragraph_goes_up_and_down_and_stays_inside() -> None:
    letter, at = letters.move(a_letter(), THANKS, -1)
    assert (ids(letter), at) == (["demande", "merci", "urgence"], 1)
    assert letters.move(a_letter(), ASK, -1) == (a_letter(), 0)
    assert letters.move(a_letter(), ASK, 9)[1] == THANKS


def test_added_paragraphs_have_names_of_their_own_and_the_last_paragraph_stays() -> None:
    letter, at = letters.add(a_letter(), ASK, "Bonjour.")
    letter, _ = letters.add(letter, at, "Rebonjour.")
    assert ids(letter) == ["demande", "ajout-1", "ajout-2", "urgence", "merci"]
    for _ in range(9):
        letter = letters.remove(letter, 0)
    assert ids(letter) == ["merci"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le {{ jours }}", "pack-unknown-name"),
        ("Le {{ jour", "template-syntax"),
        ("{% if urgent %}Vite", "template-syntax"),
        (" \n", "pack-empty-text"),
    ],
)
def test_what_is_wrong_is_told_with_its_paragraph(text: str, code: str) -> None:
    letter = letters.set_text(a_letter(), URGENT, text)
    (problem,) = problems_of(letter)
    assert (problem.code, letters.paragraph_of(letter, problem)) == (code, URGENT)


def test_what_is_wrong_elsewhere_names_no_paragraph() -> None:
    problem = Problem("pack-no-example")
    assert letters.paragraph_of(a_letter(), problem) is None


class TestLines:
    def test_lines_broken_by_the_author_are_seen_whole(self) -> None:
        assert letters.as_seen("Une\nphrase.\n\nAutre :\n- un\n- deux") == (
            "Une phrase.\n\nAutre :\n- un\n- deux"
        )

    def test_each_line_typed_stands_alone(self) -> None:
        assert letters.as_typed("Une.\nDeux :\n- un\n- deux\nTrois.") == (
            "Une.\n\nDeux :\n- un\n- deux\n\nTrois."
        )

    @given(st.lists(st.sampled_from(["Un mot.", "- un point", ""]), max_size=8))
    def test_what_was_typed_is_seen_again(self, lines: list[str]) -> None:
        typed = letters.as_typed("\n".join(lines))
        assert letters.as_seen(typed) == letters.as_seen(letters.as_typed(letters.as_seen(typed)))

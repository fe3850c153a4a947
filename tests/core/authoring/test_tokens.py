"""Signs of a template in words and back: nothing is lost, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.authoring.tokens import UnknownWords, printed, read, shown, signs_of

WORDS = {
    "{{ nom }}": "Quel est votre nom ?",
    "{{ dette | euros }}": "Combien l’aide réclame-t-elle ? – en euros",
    "{% if urgent in ['a', 'b'] %}": "si A",
    "{% endif %}": "fin du si",
}
pieces = st.one_of(st.sampled_from([*WORDS, "{{ autre }}"]), st.text("a[] {}%\n\"'", max_size=4))


def test_signs_are_told_once_in_order() -> None:
    assert signs_of("{{ b }} et {{ a }}, {{ b }}") == ("{{ b }}", "{{ a }}")


def test_a_paragraph_is_shown_without_signs() -> None:
    source = "{% if urgent in ['a', 'b'] %}Vite, {% endif %}{{ nom }} doit {{ dette | euros }}."
    assert shown(source, WORDS) == (
        "[si A]Vite, [fin du si][Quel est votre nom ?] doit "
        "[Combien l’aide réclame-t-elle ? – en euros]."
    )


@given(st.lists(pieces, max_size=9).map("".join))
def test_what_is_shown_comes_back_exactly(source: str) -> None:
    assert read(shown(source, WORDS), WORDS) == source


def test_a_bracket_of_the_text_is_doubled() -> None:
    assert shown("[sic] {{ nom }}", WORDS) == "[[sic] [Quel est votre nom ?]"


def test_capitals_spaces_and_apostrophes_do_not_matter() -> None:
    typed = (
        "[ quel est  votre nom\N{NO-BREAK SPACE}? ] [Combien l'aide réclame-t-elle ? – en euros]"
    )
    assert read(typed, WORDS) == "{{ nom }} {{ dette | euros }}"


def test_unknown_words_are_told_with_their_place_and_what_looks_like_them() -> None:
    with pytest.raises(UnknownWords) as told:
        read("Bonjour, [Quel est votre nm ?].", WORDS)
    found = told.value
    assert (found.words, found.near) == ("Quel est votre nm ?", "Quel est votre nom ?")
    assert "Bonjour, [Quel est votre nm ?]."[found.start : found.end] == "[Quel est votre nm ?]"


@pytest.mark.parametrize("text", ["[", "un [mot", "[]", "[mot]"])
def test_what_is_not_a_known_answer_is_refused(text: str) -> None:
    with pytest.raises(UnknownWords):
        read(text, WORDS)


def test_apostrophes_are_those_of_print_but_in_signs() -> None:
    source = "{% if urgent in ['a'] %}J'ai{% endif %} l'aide"
    assert printed(source) == "{% if urgent in ['a'] %}J’ai{% endif %} l’aide"

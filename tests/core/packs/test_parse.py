"""From texts to definitions: every problem of keys, types and syntax at once."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.parse import MAX_TEXT, parse_pack
from tests.helpers.packs import EXAMPLE, LETTER, changed, parse_letter, problems, texts


def seen(letter: str) -> list[tuple[str, str, str]]:
    return [
        (p.code, p.place.removeprefix("letter.toml, "), p.suggestion)
        for p in problems(texts(letter))
    ]


def test_a_complete_letter_has_no_problem():
    assert problems(texts()) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "suggestion"),
    [
        pytest.param(
            'meaning = "Vous dites pourquoi."',
            'meanig = "x"',
            "pack-unknown-key",
            "paragraphe 2, clé meanig",
            "meaning",
            id="unknown key",
        ),
        pytest.param(
            'title = "Les faits"',
            "title = 3",
            "pack-wrong-type",
            "section 2, clé title",
            "",
            id="wrong type",
        ),
        pytest.param(
            'confidence = "haute"',
            'confidence = "haut"',
            "pack-wrong-type",
            "source 1, clé confidence",
            "haute",
            id="not of the list",
        ),
        pytest.param(
            "seen_on = 2026-11-24\nsubject",
            'seen_on = "hier"\nsubject',
            "pack-wrong-type",
            "clé seen_on",
            "",
            id="not a day",
        ),
        pytest.param(
            "{% if raisons %}",
            "{% for r in raisons %}",
            "template-syntax",
            "paragraphe 2, clé text",
            "",
            id="a loop not closed",
        ),
        pytest.param(
            "{{ recits }}",
            "{{ recits.upper() }}",
            "template-forbidden",
            "paragraphe 2, clé text",
            "",
            id="a call, with its line",
        ),
        pytest.param(
            "| minuscule",
            "| minuscul",
            "template-unknown-filter",
            "paragraphe 2, clé text",
            "minuscule",
            id="unknown filter",
        ),
        pytest.param(
            "when = \"accord == 'non'\"\noptional",
            "when = \"accord = 'non'\"\noptional",
            "template-syntax",
            "paragraphe 2, clé when",
            "",
            id="one equals sign",
        ),
    ],
)
def test_a_mistake_is_shown_with_its_place(old, new, code, place, suggestion):
    letter = changed(old, new)
    line = letter[: letter.index(new)].count("\n") + 1

    assert (code, f"{place}, ligne {line}", suggestion) in seen(letter)


def test_every_mistake_is_told_at_once():
    letter = changed('title = "Les faits"', "titre = 3")
    letter = changed('id = "demande"', 'id = "demande"\ncolor = "red"', letter)
    letter = changed("schema = 1", 'schema = "un"', letter)

    assert [code for code, _, _ in seen(letter)] == [
        "pack-wrong-type",
        "pack-unknown-key",
        "pack-missing-key",
        "pack-unknown-key",
    ]


def test_problems_of_all_files_are_gathered():
    files = texts(changed("schema = 1", "schem = 1"), bad="today = 2026-11-24\n[answer]\n")
    files |= {"notes.toml": b""}

    places = [problem.place for problem in problems(files)]

    assert {place.split(",")[0] for place in places} == {
        "letter.toml",
        "examples/bad.toml",
        "notes.toml",
    }


def test_texts_together_are_bounded():
    long = "mot " * (MAX_TEXT // 4 // 6)
    letter = LETTER + "".join(
        f'\n[[paragraph]]\nid = "p{n}"\nmeaning = "m"\ntext = "{long[:15_000]}"\n' for n in range(6)
    )

    assert [problem.code for problem in problems(texts(letter))] == ["pack-too-much-text"]


def test_a_newer_schema_says_so():
    assert [code for code, _, _ in seen(changed("schema = 1", "schema = 2"))] == [
        "pack-newer-schema"
    ]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param({}, "pack-no-definition", id="nothing"),
        pytest.param(
            {"letter.toml": LETTER.encode(), "form.toml": b""}, "pack-both-kinds", id="both"
        ),
    ],
)
def test_a_pack_is_a_letter_or_a_form(files, code):
    assert [problem.code for problem in problems(files)] == [code]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_letter_broken_anywhere_is_parsed_or_refused(data):
    start = data.draw(st.integers(0, len(LETTER)))
    length = data.draw(st.integers(0, 60))
    middle = data.draw(st.text(alphabet='a"[]{}%=\n .1', max_size=20))
    with contextlib.suppress(InvalidPack):
        parse_letter((LETTER[:start] + middle + LETTER[start + length :]).encode())


@given(
    st.dictionaries(
        st.sampled_from(["letter.toml", "form.toml", "fields-a.toml", "examples/a.toml"]),
        st.binary(max_size=80),
    )
)
def test_any_files_are_parsed_or_refused(files):
    with contextlib.suppress(InvalidPack):
        parse_pack(files)


def test_an_example_keeps_its_values_as_typed():
    pack = parse_pack(texts(simple=EXAMPLE))

    assert pack.examples["examples/simple.toml"][0].answers["montant"] == 1842

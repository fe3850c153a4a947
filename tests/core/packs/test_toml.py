"""Reading one TOML text: bounded before it is parsed, refused with its line."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.lines import find_lines
from desktop_app.core.packs.toml import MAX_BYTES, describe, read_toml


def refused(raw: bytes) -> tuple[str, str]:
    with pytest.raises(InvalidPack) as refusal:
        read_toml(raw, "letter.toml")
    (problem,) = refusal.value.problems
    return problem.code, problem.place.removeprefix("letter.toml").removeprefix(", ")


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        pytest.param(b"a = 1\nb = \n", "pack-toml", "ligne 2", id="no value"),
        pytest.param(b'a = "x', "pack-toml", "ligne 1", id="quote left open"),
        pytest.param(b"a = 1\na = 2\n", "pack-toml", "ligne 2", id="same key twice"),
        pytest.param(b"\xef\xbb\xbfa = 1", "pack-byte-order-mark", "ligne 1", id="BOM"),
        pytest.param("a = 1".encode("utf-16"), "pack-byte-order-mark", "ligne 1", id="UTF-16"),
        pytest.param(b"a = 1\nb = '\0'", "pack-nul", "ligne 2", id="NUL"),
        pytest.param(b"a = 1\nb = '\xe9'", "pack-not-utf8", "ligne 2", id="Latin-1"),
        pytest.param(b"#" * (MAX_BYTES + 1), "pack-too-big", "", id="too big"),
        pytest.param(b"a = " + b"[" * 9 + b"]" * 9, "pack-too-deep", "ligne 1", id="nine brackets"),
        pytest.param(b"x = 1\n" + b"a." * 9 + b"b = 1", "pack-too-deep", "ligne 2", id="nine dots"),
        pytest.param(
            b"[" + b"a." * 60_000 + b"b]", "pack-too-deep", "ligne 1", id="120 kB of dots"
        ),
        pytest.param(b"a = " + b"9" * 5000, "pack-toml", "", id="a number of 5,000 digits"),
        pytest.param(b"a = 0000-01-01", "pack-toml", "ligne 1", id="year 0"),
        pytest.param(b"a = 2026-02-31", "pack-toml", "ligne 1", id="31 February"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(raw, code, place):
    assert refused(raw) == (code, place)


def test_brackets_inside_strings_and_comments_are_no_depth():
    text = 'a = "[[[[[[[[[[[["\n# [[[[[[[[[[[\nb = """\n[[[[[[[[[[\n"""\n'

    assert read_toml(text.encode(), "x.toml").data["b"] == "[[[[[[[[[[\n"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b'"""' + b'\\"""' * 60_000, id="triple quotes never closed"),
        pytest.param(b'a = "' + b'\\"' * 120_000, id="escaped quotes never closed"),
        pytest.param(b"'''" * 80_000, id="literal quotes"),
        pytest.param(b"[a]\n" * 60_000, id="headers"),
    ],
)
@pytest.mark.timeout(5)
def test_a_hostile_text_is_refused_at_once(raw):
    assert refused(raw)[0] == "pack-toml"


@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_give_data_or_a_refusal(raw):
    with contextlib.suppress(InvalidPack):
        read_toml(raw, "x.toml")


@given(st.text(alphabet="ab=.[]{}\"'#\n\\ ,1", max_size=200))
@settings(max_examples=300)
def test_anything_toml_like_gives_data_or_a_refusal(text):
    with contextlib.suppress(InvalidPack):
        read_toml(text.encode(), "x.toml")
    find_lines(text)


TEXT = '''schema = 1
keywords = [
  "un", # [not a table]
  "deux",
]

[recipient]
  [[recipient.line]]
  text = "Bureau"
  [[recipient.line]]
  when = "a"

[[section]]
id = "un"
  [[section.question]]
  id = "q1"
  choices = [
    { id = "oui", label = "Oui" },
    { id = "non", label = "[[paragraph]]" },
  ]
  [[section.question]]
  id = "q2"

[[paragraph]]
id = "p1"
[[paragraph]]
text = """
première ligne
id = "not a key"
"""
when = "b"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("schema",), 1),
        (("keywords", 1), 4),
        (("recipient", "line", 1, "when"), 11),
        (("section", 0, "question", 0, "choices", 1, "label"), 19),
        (("section", 0, "question", 1, "id"), 22),
        (("paragraph", 0, "id"), 25),
        (("paragraph", 1, "when"), 31),
        pytest.param(("paragraph", 1, "meaning"), 26, id="an absent key: its table"),
        pytest.param(("nothing",), 0, id="unknown"),
    ],
)
def test_the_line_of_a_key(path, line):
    assert find_lines(TEXT).of(path) == line


def test_the_line_inside_a_text_of_several_lines():
    lines = find_lines(TEXT)

    assert lines.of_text(("paragraph", 1, "text"), 2) == 29
    assert lines.of_text(("recipient", "line", 0, "text"), 1) == 9


def test_a_place_is_said_in_french():
    assert (
        describe("letter.toml", ("paragraph", 3, "when"), 62)
        == "letter.toml, paragraphe 4, clé when, ligne 62"
    )
    assert (
        describe("letter.toml", ("section", 0, "question", 1), 0)
        == "letter.toml, section 1, question 2"
    )

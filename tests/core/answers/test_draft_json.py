"""A draft kept as JSON comes back the same; anything else is refused, never repaired."""

import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import (
    LONGEST,
    NEWEST,
    DraftNewer,
    DraftTooLong,
    DraftUnreadable,
    read_json,
    write_json,
)

# Half a surrogate pair too: a keyboard can give one.
TEXTS = st.text(st.characters(codec=None), max_size=40)
NAMES = st.frozensets(TEXTS, max_size=4)
DRAFTS = st.builds(
    Draft,
    pack=TEXTS,
    answers=st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, max_size=3).map(tuple), max_size=5).map(
        MappingProxyType
    ),
    unknown=NAMES,
    confirmed=NAMES,
    removed=NAMES,
    edited=st.dictionaries(TEXTS, TEXTS, max_size=3).map(MappingProxyType),
    shortened=st.dictionaries(TEXTS, TEXTS, max_size=3).map(MappingProxyType),
    writing=st.dictionaries(TEXTS, TEXTS, max_size=3).map(MappingProxyType),
    form=TEXTS,
)


@given(DRAFTS)
def test_a_draft_comes_back_the_same(draft: Draft) -> None:
    text = write_json(draft)
    assert text.isascii()
    assert read_json(text) == draft
    assert write_json(read_json(text)) == text


@given(st.text(max_size=200))
def test_any_text_is_a_draft_or_one_refusal(text: str) -> None:
    with pytest.raises(DraftUnreadable):
        read_json(text)


def changed(**changes: object) -> str:
    data = json.loads(write_json(Draft("p")))
    for key, value in changes.items():
        if value is None:
            del data[key]
        else:
            data[key] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        changed(extra=1),
        changed(edited=None),
        changed(version=True),
        changed(version="1"),
        changed(answers={"a": 3}),
        changed(answers={"a": ["b", 3]}),
        changed(answers=[]),
        changed(unknown="montant"),
        changed(unknown=[1]),
        changed(pack=["p"]),
        changed(edited={"a": ["b"]}),
        '{"version":1,"version":1,' + write_json(Draft("p"))[13:],
        "[" * 100_000,
        "NaN",
        "x" * (LONGEST + 1),
    ],
    ids=[
        "unknown key",
        "missing key",
        "version is no number",
        "version is text",
        "answer is a number",
        "choice is a number",
        "answers are a list",
        "unknown is text",
        "unknown holds a number",
        "pack is a list",
        "edited holds a list",
        "key twice",
        "nested without end",
        "not JSON",
        "too long",
    ],
)
def test_what_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises(DraftUnreadable):
        read_json(text)


def test_a_newer_version_is_said() -> None:
    with pytest.raises(DraftNewer):
        read_json(changed(version=NEWEST + 1))


@pytest.mark.parametrize(
    ("added", "version"),
    [
        ({}, 1),
        ({"edited": {"faits": "Mes mots."}}, 1),
        ({"form": "{}"}, 2),
        ({"shortened": {"voie": "12 AV"}}, 3),
        ({"writing": {"faits": ""}}, 4),
        ({"form": "{}", "shortened": {"voie": "12 AV"}, "writing": {"faits": "Mes"}}, 4),
    ],
)
def test_the_oldest_version_that_can_say_it_is_written(
    added: dict[str, object], version: int
) -> None:
    """An older program reads all that it knows, and says of the rest that it is newer."""
    draft = Draft("p", **added)  # type: ignore[arg-type]
    assert json.loads(write_json(draft))["version"] == version
    assert read_json(write_json(draft)) == draft


def test_more_than_the_safe_takes_is_refused_before_it_is_asked() -> None:
    with pytest.raises(DraftTooLong):
        write_json(Draft("p", MappingProxyType({"faits": "é" * LONGEST})))

"""The English catalogues are complete, say the same thing, and are today's.

`./start words en` renews them; then every sentence named here is to be translated, or looked at.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

PROJECT = Path(__file__).parents[2]
ENGLISH = PROJECT / "translations" / "en"
BRACES = re.compile(r"\{[a-z_]*\}")
PERCENT = re.compile(r"%(?:\(\w+\))?[rs]")
FRENCH_ONLY = re.compile(r"[«»]| [:;!?](?:\s|$)|\bvous\b|\bvotre\b", re.IGNORECASE)
# What an English sentence may quote: words that stand in French on the paper or on the screen.
QUOTED = re.compile(r"“[^”]*”|\([^)]*\)|papier-libre \S+")


DOMAINS = ("app", "help", "packs", "law")


def told(sentences: set[Any]) -> str:
    return "run `./start words en`, then translate: " + "; ".join(sorted(map(str, sentences)))


@pytest.fixture(scope="module", params=DOMAINS)
def pair(request: pytest.FixtureRequest, words: Any) -> tuple[Catalog, Catalog]:
    """The sentences of today, and the English catalogue of the same domain."""
    with (ENGLISH / f"{request.param}.po").open("rb") as source:
        english = read_po(source, locale="en")
    return words.template(words.WORDS[request.param]()), english


def test_there_is_no_other_catalogue(words: Any) -> None:
    assert set(words.DOMAINS) == set(DOMAINS) == {path.stem for path in ENGLISH.glob("*.po")}


def sentences(catalogue: Catalog) -> dict[Any, Message]:
    return {
        message.id if isinstance(message.id, str) else tuple(message.id): message
        for message in catalogue
        if message.id
    }


def done(catalogue: Catalog) -> dict[Any, Message]:
    """The sentences that are translated."""
    return {name: one for name, one in sentences(catalogue).items() if any(translated(one))}


def given(message: Message) -> tuple[str, ...]:
    """The French of a message: one sentence, or the singular and the plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translated(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_every_sentence_of_today_is_there_and_no_other(pair: tuple[Catalog, Catalog]) -> None:
    today, english = map(sentences, pair)
    assert today.keys() == english.keys(), told(today.keys() ^ english.keys())


def test_every_sentence_is_translated(pair: tuple[Catalog, Catalog]) -> None:
    missing = {name for name, one in sentences(pair[1]).items() if not all(translated(one))}
    assert not missing, told(missing)


def test_nothing_is_doubtful(pair: tuple[Catalog, Catalog]) -> None:
    doubtful = {name for name, message in sentences(pair[1]).items() if message.fuzzy}
    assert not doubtful, told(doubtful)


def test_each_number_has_its_form(pair: tuple[Catalog, Catalog]) -> None:
    for message in done(pair[1]).values():
        assert len(translated(message)) == (2 if message.pluralizable else 1), message.id


def test_places_are_kept(pair: tuple[Catalog, Catalog]) -> None:
    for message in done(pair[1]).values():
        french, english = given(message), translated(message)
        for pattern in (BRACES, PERCENT):
            # "one answer" may do without its number; any other form needs every place.
            assert set(pattern.findall(english[-1])) == set(pattern.findall(french[-1])), french
            for form in english:
                assert set(pattern.findall(form)) <= set(pattern.findall(french[-1])), french


def test_spaces_around_a_sentence_are_kept(pair: tuple[Catalog, Catalog]) -> None:
    for message in done(pair[1]).values():
        french, english = given(message)[0], translated(message)[0]
        assert french[: len(french) - len(french.lstrip())] == english[: -len(english.lstrip())]
        assert french[len(french.rstrip()) :] == english[len(english.rstrip()) :], french


def test_english_is_written_as_english(pair: tuple[Catalog, Catalog]) -> None:
    """No French quotation marks or spaces, and typographic apostrophes as everywhere else."""
    for message in done(pair[1]).values():
        for form in translated(message):
            assert not FRENCH_ONLY.search(QUOTED.sub("x", form)), form
            assert not re.search(r"[a-z]'[a-z]", form), form
            assert "  " not in form, form


def test_amounts_and_articles_are_unchanged(pair: tuple[Catalog, Catalog]) -> None:
    """What is a number in French is the same number in English, but for its separators."""
    for message in done(pair[1]).values():
        french, english = (
            re.sub(r"(?<=\d)[   ,.](?=\d)", "", forms[-1])
            for forms in (given(message), translated(message))
        )
        assert sorted(re.findall(r"\d+", french)) == sorted(re.findall(r"\d+", english)), french


def test_undo_is_said_where_something_is_undone_and_nowhere_else(words: Any) -> None:
    """What gives up says what it leaves: "Annuler" would do in French, "Undo" in English not."""
    (undo,) = (one for one in words.template(words.WORDS["app"]()) if one.id == "Annuler")
    assert [place for place, _line in undo.locations] == ["pages/undone.py"]

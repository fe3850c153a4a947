"""Sentences reach translators, and translations reach the screen."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po, write_po

from desktop_app import i18n
from desktop_app.messages import cli, deadlines

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def program(words: ModuleType) -> set[object]:
    return {sentence for sentence, _file in words.program_words()}


def test_words_of_codes_are_gathered(program: set[object]) -> None:
    assert {*cli.MESSAGES.values(), *deadlines.MESSAGES.values()} <= program


def test_sentences_written_in_place_are_gathered(program: set[object]) -> None:
    assert "réponse en JSON sur la sortie standard" in program


def test_sentences_inside_formatted_text_are_gathered(words: ModuleType) -> None:
    source = b"""f"{i18n.text('suivra')} {i18n.plural('{n} page', '{n} pages', 2)} {n}" """
    assert list(words.inside_formatted(source.strip())) == ["suivra", ("{n} page", "{n} pages")]


def test_plurals_stay_together(program: set[object]) -> None:
    assert ("{n} jour", "{n} jours") in program


def test_the_law_and_the_help_are_gathered(words: ModuleType) -> None:
    law = {sentence for sentence, _place in words.law_words()}
    assert "contrainte notifiée ou signifiée pour un indu ou une pénalité" in law, "a list"
    assert "Banque de France (désignation d’une banque)" in law, "to whom, as the law says it"
    assert "Banque de France" in law, "to whom, in short, as a ladder says it"
    assert not law & {sentence for sentence, _place in words.pack_words()}, "asked once"
    assert "F1 : cette aide." in {sentence for sentence, _place in words.help_words()}


def test_what_is_missing_is_told(words: ModuleType, tmp_path: Path) -> None:
    few = words.template(iter([("Bonjour", "x"), ("Bonsoir", "x")]))
    kept = words.renew(tmp_path / "el" / "law.po", few)
    kept["Bonjour"].string = "Καλημέρα"
    lines = list(words.told("el", "law", kept))
    assert lines[0].endswith(
        "law.po: 1 / 2, 1 missing: to be translated, shown in French until then"
    )
    assert lines[1:] == ["  - Bonsoir"]


def test_a_sentence_that_changes_its_catalogue_keeps_its_translation(
    words: ModuleType, tmp_path: Path
) -> None:
    packs, law = tmp_path / "el" / "packs.po", tmp_path / "el" / "law.po"
    one = words.template(iter([("Bonjour", "x")]))
    words.renew(packs, one)
    translate(packs, "Bonjour", "Καλημέρα")
    assert words.renew(law, one)["Bonjour"].string == "Καλημέρα"


def test_every_pack_is_gathered_but_not_what_is_printed(words: ModuleType) -> None:
    found = list(words.pack_words())
    files = {file for _sentence, file in found}
    assert {
        str(p.relative_to(PROJECT))
        for p in PROJECT.glob("forms/*/*/*.toml")
        if p.stem in ("letter", "form")
    } <= files
    sentences = [sentence for sentence, _file in found]
    assert "Où recevez-vous votre courrier ?" in sentences
    assert [s for s in sentences if "{%" in s] == []


@pytest.fixture
def greek(words: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A language begun by the tool, in a folder of its own."""
    path = tmp_path / "el" / "app.po"
    words.renew(path, words.template(words.program_words()))
    monkeypatch.setattr(i18n, "data_root", lambda _kind: tmp_path)
    i18n._catalogue.cache_clear()
    yield path
    i18n.use("fr")
    i18n._catalogue.cache_clear()


def translate(path: Path, sentence: str, translation: str | tuple[str, str]) -> None:
    with path.open("rb") as source:
        catalogue = read_po(source, locale="el")
    catalogue[sentence].string = translation
    with path.open("wb") as target:
        write_po(target, catalogue)


def test_a_translated_sentence_is_spoken(greek: Path) -> None:
    translate(greek, "{n} jour", ("{n} ημέρα", "{n} ημέρες"))
    i18n.use("el")
    assert i18n.sentence("deadline-unit-jours", {"n": 1}) == "1 ημέρα"
    assert i18n.sentence("deadline-unit-jours", {"n": 3}) == "3 ημέρες"
    assert "usage" not in i18n.sentence("file-missing"), "an untranslated sentence stays French"


def test_renewing_keeps_what_is_translated_and_doubts_what_changed(
    words: ModuleType, greek: Path
) -> None:
    translate(greek, "montre cette aide", "δείχνει αυτή τη βοήθεια")
    changed = [("montre cette aide-ci", "x"), ("{n}", "x")]
    words.renew(greek, words.template(iter(changed)))
    with greek.open("rb") as source:
        renewed = read_po(source, locale="el")["montre cette aide-ci"]
    assert renewed.string == "δείχνει αυτή τη βοήθεια"
    assert renewed.fuzzy


def test_a_new_family_of_sentences_is_not_compared_with_the_former_ones(
    words: ModuleType, greek: Path
) -> None:
    translate(greek, "montre cette aide", "δείχνει αυτή τη βοήθεια")
    many = [(f"montre cette aide-ci {n}", "x") for n in range(words.MOST_COMPARED + 1)]
    words.renew(greek, words.template(iter(many)))
    with greek.open("rb") as source:
        renewed = read_po(source, locale="el")
    assert not any(message.string for message in renewed if message.id)

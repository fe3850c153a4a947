"""What translators are given of packs."""

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root
from tests.helpers.packs import LETTER, changed
from tests.helpers.words import tool

implied, sentences = tool().implied, tool().sentences


def found(letter: str = LETTER) -> dict[str, int]:
    return {sentence: line for line, sentence, _ in sentences(letter.encode())}


def test_what_is_on_the_screen_is_translated():
    shown = found()

    for sentence in (
        "Lettre d'essai",
        "Essayer une lettre",
        "Les faits",
        "Quelle rue ?",
        "Non, pas du tout",
        "Vous dites pourquoi.",
        "Copie de la décision",
    ):
        assert sentence in shown


def test_what_is_printed_stays_in_french():
    shown = " ".join(found())

    assert "Je vous écris" not in shown
    assert "Madame, Monsieur" not in shown
    assert "Obligation de donner les raisons" not in shown


def test_the_line_is_that_of_the_file():
    line = found()["Quelle rue ?"]

    assert "Quelle rue ?" in LETTER.splitlines()[line - 1]


def test_a_paper_is_translated_as_it_is_shown_on_the_screen():
    letter = changed('"Copie de la décision"', '"Copie {% if accord %}a{% else %}b{% endif %}"')

    assert "Copie b" in found(letter)


def test_a_broken_pack_gives_nothing():
    assert list(sentences(b"id =")) == []


def test_every_question_of_our_packs_is_given_to_translators():
    root = data_root("forms")
    given = set(implied())
    for shelf in ("common", "letters/caf-indu-rsa", "official/15548-domiciliation"):
        for file in (root / shelf).iterdir():
            if file.name.endswith(".toml"):
                given |= {sentence for _, sentence, _ in sentences(file.read_bytes())}

    catalogue = FolderCatalogue(root)
    for pack in (catalogue.letter("caf-indu-rsa"), catalogue.form("15548-domiciliation")):
        for section in pack.section:
            for question in section.question:
                texts = [question.label, question.hint, question.why]
                texts += [choice.label for choice in question.choices]
                assert {text for text in texts if text} <= given, question.id

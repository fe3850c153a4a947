"""A paper to join is named once in French, as it is meant in another language; original or not."""

from dataclasses import replace

from desktop_app import i18n
from desktop_app.core.documents.model import EnclosedPaper
from desktop_app.pages.sheets import copies_only
from desktop_app.sentences.paper_words import enclosed

PAPER = EnclosedPaper(
    "identite", "Copie d’une pièce d’identité", label="Copie d'une pièce d'identité"
)


def test_a_paper_is_named_once_in_french_however_its_author_types_apostrophes() -> None:
    assert enclosed(PAPER) == "Copie d’une pièce d’identité"


def test_another_language_says_what_it_is_then_its_french_name() -> None:
    with i18n.speaking("en"):
        told = i18n.plain(enclosed(PAPER))
    assert told.endswith("(Copie d’une pièce d’identité)")
    assert not told.startswith("Copie")


def test_originals_are_kept_but_the_one_that_may_be_asked_for() -> None:
    assert copies_only((PAPER,)) == "Donnez des photocopies. Gardez les originaux."
    asked = copies_only((PAPER, replace(PAPER, text="Avis de contravention", original=True)))
    assert "l’original de ceci : Avis de contravention." in asked

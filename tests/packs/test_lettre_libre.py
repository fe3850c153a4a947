"""A letter on plain paper: the person's words, our page; no law that she did not ask for."""

import pytest

from tests.helpers.shipped import Shipped

LANDLORD = Shipped("lettre-libre", "1-au-proprietaire.toml")
SCHOOL = Shipped("lettre-libre", "2-a-l-ecole.toml")


def test_her_words_are_printed_as_they_are() -> None:
    said = LANDLORD.text("texte", libre_texte="Un mot : oui.\n\nDeux mots.")
    assert said == "Un mot : oui.\n\nDeux mots."


@pytest.mark.parametrize(
    ("changes", "call"),
    [
        ({"libre_a_qui": "monsieur"}, "Monsieur,"),
        ({"libre_a_qui": "madame"}, "Madame,"),
        ({"libre_a_qui": "deux"}, "Madame, Monsieur,"),
        ({"libre_a_qui": None}, "Madame, Monsieur,"),
    ],
)
def test_the_call_and_the_closing_agree(changes: dict[str, str | None], call: str) -> None:
    document = LANDLORD.compose(**changes)
    assert document.call == call
    assert f"agréer, {call}" in document.closing.replace("\u00a0", " ")


def test_an_office_is_called_by_the_title_of_who_heads_it() -> None:
    assert SCHOOL.compose().call.startswith("Madame la Directrice, Monsieur le Directeur")
    assert SCHOOL.recipient()[:2] == ["Madame, Monsieur le directeur", "École des Tilleuls"]


def test_the_law_of_administrations_is_for_them_only() -> None:
    assert "L.114-2" in SCHOOL.text()
    assert "L.114-2" not in LANDLORD.text()


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [("libre_demande", "demande"), ("libre_avant", "avant"), ("libre_papiers", "papiers")],
)
def test_what_is_left_empty_leaves_no_sentence(question: str, paragraph: str) -> None:
    assert paragraph in LANDLORD.ids()
    assert paragraph not in LANDLORD.ids(**{question: None})


def test_registered_only_when_she_says_so() -> None:
    assert not LANDLORD.letter.registered
    assert any("recommandée" in line for line in LANDLORD.compose().references)
    assert not SCHOOL.compose().references
    assert SCHOOL.warned("pas de preuve d'envoi")


class TestADateOfHerOwn:
    """A note for the person: never printed in the letter, never a computed delay."""

    def test_it_is_recalled_before_posting(self) -> None:
        assert LANDLORD.warned("Postez avant ce jour")
        assert "30 novembre" not in LANDLORD.text()
        assert LANDLORD.rule() is None

    def test_a_day_that_has_passed_is_said(self) -> None:
        assert SCHOOL.warned("est passée")
        assert not SCHOOL.warned("Postez avant ce jour")


def test_a_decision_has_its_own_letter() -> None:
    assert SCHOOL.warned("cherchez d'abord la lettre de votre cas")
    assert not LANDLORD.warned("cherchez d'abord la lettre de votre cas")

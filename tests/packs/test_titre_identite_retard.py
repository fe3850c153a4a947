"""A card, passport or licence awaited: silence is a refusal for the card only, in two months."""

import pytest

from tests.helpers.shipped import Shipped

CARD = Shipped("titre-identite-retard", "1-carte-sans-reponse.toml")
PASSPORT = Shipped("titre-identite-retard", "2-passeport-sans-rendez-vous.toml")


@pytest.mark.parametrize(("handed_in", "reasons"), [("2026-09-25", True), ("2026-09-26", False)])
def test_reasons_are_asked_after_two_months_of_silence(handed_in: str, reasons: bool) -> None:
    """CAA Nancy 21 October 2021 n° 19NC00492: on 25 November."""
    assert ("raisons" in CARD.ids(tid_depot=handed_in)) is reasons


@pytest.mark.parametrize("title", ["passeport", "permis"])
def test_what_the_silence_of_the_others_is_worth_was_not_read(title: str) -> None:
    assert not {"carte", "raisons"} & CARD.ids(tid_titre=title)
    assert CARD.warned("ne donne aucune date", tid_titre=title)
    assert CARD.letter.deadline == ()


def test_an_appointment_is_asked_of_the_mayor_an_answer_of_the_prefect() -> None:
    assert any("maire" in line for line in PASSPORT.recipient())
    assert any("préfet" in line for line in CARD.recipient())


def test_nobody_drives_meanwhile() -> None:
    assert CARD.warned("Ne conduisez pas", tid_titre="permis")


def test_a_file_that_lacks_papers_is_not_called_complete() -> None:
    """CRPA L.114-5: the silence runs from a complete file."""
    assert "dossier complet" in CARD.text("attente")
    assert "complet" not in CARD.text("attente", tid_pieces="oui")
    assert "raisons" not in CARD.ids(tid_pieces="oui")


def test_a_licence_is_no_matter_for_the_town_hall() -> None:
    said = PASSPORT.recipient(tid_titre="permis")
    assert any("préfet" in line for line in said)
    assert not any("maire" in line for line in said)

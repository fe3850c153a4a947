"""Asking the recteur: a place (L.612-3 VIII) or a new look (IX), never both in one letter."""

import datetime as dt

import pytest

from tests.helpers.shipped import Shipped

PLACE = Shipped("parcoursup-recteur", "1-aucune-place.toml", dt.date(2026, 7, 15))
AGAIN = Shipped("parcoursup-recteur", "2-reexamen-sante.toml", dt.date(2026, 6, 20))


def test_one_request_and_its_own_paragraph_of_the_law() -> None:
    assert "VIII" in PLACE.text("place")
    assert "reexamen" not in PLACE.ids()
    assert "IX" in AGAIN.text("reexamen")
    assert "place" not in AGAIN.ids()


def test_the_first_line_says_what_is_asked() -> None:
    assert "Je vous demande de me proposer une formation" in PLACE.text("place")
    assert AGAIN.text("reexamen").startswith("Je vous demande d'examiner à nouveau")


def test_only_the_reasons_ticked_are_written() -> None:
    assert "handicap" not in AGAIN.text()
    assert "mon handicap" in AGAIN.text(recteur_raisons=("handicap",))
    assert "situation :" not in AGAIN.text(recteur_raisons=())


@pytest.mark.parametrize(("given", "said"), [("jointe", True), ("non", False), (None, False)])
def test_a_sealed_envelope_is_told_only_when_it_is_there(given: str | None, said: bool) -> None:
    assert ("secret-medical" in AGAIN.ids(piece_medical=given)) is said


def test_the_recteur_is_written_to_and_called_so() -> None:
    assert PLACE.recipient()[:2] == ["Madame, Monsieur le recteur", "de l'académie de Lyon"]
    assert "Madame la Rectrice, Monsieur le Recteur" in PLACE.compose().closing


def test_no_last_day_is_invented_and_the_calendar_is_told() -> None:
    """The procedure follows a yearly calendar: it gives no delay."""
    assert PLACE.rule() is None
    assert PLACE.warned("Le calendrier change chaque année")
    assert PLACE.warned("deux mois devant le tribunal administratif")


def test_what_is_not_read_in_full_is_said() -> None:
    assert PLACE.warned("À vérifier par un juriste")
    assert any(source.to_verify for source in PLACE.letter.source)

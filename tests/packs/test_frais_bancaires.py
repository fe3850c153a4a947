"""Fees of a bank: a cap for clients in difficulty, else a gesture, never both."""

import pytest

from tests.helpers.shipped import Shipped

FRAGILE = Shipped("frais-bancaires", "1-client-fragile.toml")
OFFER = Shipped("frais-bancaires", "2-offre-et-saisie.toml")
GESTURE = Shipped("frais-bancaires", "3-un-geste.toml")


def test_the_cap_is_that_of_the_offer_or_of_the_situation() -> None:
    assert "20" in OFFER.text("plafond")
    assert "25" in FRAGILE.text("plafond")
    assert "plafond" not in GESTURE.ids()


@pytest.mark.parametrize("letter", [FRAGILE, OFFER, GESTURE])
def test_a_right_and_a_gesture_are_never_asked_together(letter: Shipped) -> None:
    assert len({"demande", "geste"} & letter.ids()) == 1


@pytest.mark.parametrize("offer", ["non", "sans", "ne-sait-pas"])
def test_a_difficulty_is_claimed_only_when_ticked(offer: str) -> None:
    assert "fragile" not in GESTURE.ids(frais_offre=offer)
    assert ("offre" in GESTURE.ids(frais_offre=offer)) is (offer == "non")


def test_the_same_debit_is_spoken_of_only_when_it_happened() -> None:
    assert "meme-prelevement" in FRAGILE.ids()
    assert "meme-prelevement" not in FRAGILE.ids(frais_meme="non")


def test_one_month_or_several() -> None:
    assert OFFER.text("demande").startswith("En octobre 2026")
    assert FRAGILE.text("demande").startswith("Entre août 2026 et octobre 2026")


def test_a_bank_is_no_office_and_its_mediator_comes_next() -> None:
    """CRPA L.114-2 binds administrations only; CMF L.316-1."""
    assert "L.114-2" not in FRAGILE.text()
    assert "votre médiateur" in FRAGILE.text("mediateur")
    assert FRAGILE.warned("un an à partir de cette lettre")


def test_the_caps_are_marked_for_a_lawyer() -> None:
    assert FRAGILE.warned("À vérifier par un juriste")
    assert any(source.to_verify for source in FRAGILE.letter.source)

"""The energy cheque: asked by post, claimed after a correction of the tax, never promised."""

import pytest

from tests.helpers.shipped import Shipped

NEVER_CAME = Shipped("cheque-energie", "1-jamais-recu.toml")
HOSTEL = Shipped("cheque-energie", "2-perdu-en-foyer.toml")


def test_asking_by_post_is_in_the_law() -> None:
    """Energy code L.124-1-1, I, B."""
    assert "L.124-1-1" in NEVER_CAME.text("courrier")
    assert "courrier" not in HOSTEL.ids()


@pytest.mark.parametrize("corrected", ["oui", "non"])
def test_a_correction_is_claimed_only_when_there_was_one(corrected: str) -> None:
    """Energy code R.124-7-2."""
    assert ("correction" in NEVER_CAME.ids(ce_corrige=corrected)) is (corrected == "oui")
    assert NEVER_CAME.warned("31 décembre", ce_corrige=corrected) is (corrected == "oui")


def test_without_a_contract_no_meter_is_named() -> None:
    """Energy code R.124-4."""
    assert "point de livraison" not in HOSTEL.text("contrat")
    assert "point de livraison" in NEVER_CAME.text("contrat")


def test_a_lost_cheque_is_stopped_and_no_sum_is_promised() -> None:
    assert "bloquer" in HOSTEL.text("demande")
    assert "€" not in NEVER_CAME.text() + HOSTEL.text()

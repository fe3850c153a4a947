"""The energy cheque: asked by post, claimed after a correction of the tax, never promised."""

import pytest

from tests.helpers.shipped import Shipped

NEVER_CAME = Shipped("cheque-energie", "1-jamais-recu.toml")
HOSTEL = Shipped("cheque-energie", "2-perdu-en-foyer.toml")


def test_asking_by_post_is_in_the_law() -> None:
    """Energy code L.124-1-1, I, B."""
    assert "L.124-1-1" in NEVER_CAME.text("courrier")
    assert "courrier" not in HOSTEL.ids()


@pytest.mark.parametrize("tax", ["corrigee", "retard", "non"])
def test_a_correction_is_claimed_only_when_there_was_one(tax: str) -> None:
    """Energy code R.124-7-2."""
    assert ("correction" in NEVER_CAME.ids(ce_impot=tax)) is (tax != "non")
    assert NEVER_CAME.warned("31 décembre", ce_impot=tax) is (tax != "non")


def test_a_correction_is_no_admission_of_a_late_return() -> None:
    """Energy code R.124-7-2, I: lateness serves once only, and for a cheque that never came."""
    assert "retard" not in NEVER_CAME.text("correction", ce_impot="corrigee")
    assert not NEVER_CAME.warned("qu'une fois", ce_impot="corrigee")
    assert NEVER_CAME.warned("qu'une fois", ce_impot="retard")
    assert "correction" not in NEVER_CAME.ids(ce_cas="faible", ce_impot="retard")


def test_whose_contract_it_is_is_said() -> None:
    said = NEVER_CAME.text("contrat", ce_contrat="autre", ce_contrat_nom="Paul Martin")
    assert "Paul Martin" in said


def test_without_a_contract_no_meter_is_named() -> None:
    """Energy code R.124-4."""
    assert "point de livraison" not in HOSTEL.text("contrat")
    assert "point de livraison" in NEVER_CAME.text("contrat")


def test_a_lost_cheque_is_stopped_and_no_sum_is_promised() -> None:
    assert "bloquer" in HOSTEL.text("demande")
    assert "€" not in NEVER_CAME.text() + HOSTEL.text()

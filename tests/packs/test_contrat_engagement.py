"""The hours of the RSA: none only where the law lets it, and never a refusal to sign."""

import pytest

from tests.helpers.shipped import Shipped

ALONE = Shipped("contrat-engagement", "1-parent-seul.toml")
CARER = Shipped("contrat-engagement", "2-deja-signe-aidant.toml")


@pytest.mark.parametrize("reason", ["sante", "handicap", "invalidite", "parent"])
def test_no_hours_for_the_four_reasons_of_the_law(reason: str) -> None:
    """Code du travail L.5411-6 II."""
    assert "sans-heures" in ALONE.ids(ce_raisons=(reason,))


@pytest.mark.parametrize("reason", ["aidant", "transport", "logement", "emploi"])
def test_fewer_hours_and_a_warning_for_any_other(reason: str) -> None:
    found = ALONE.ids(ce_raisons=(reason,))
    assert "moins-heures" in found
    assert "sans-heures" not in found
    assert ALONE.warned("ne le permet que", ce_raisons=(reason,))


def test_signing_is_never_refused() -> None:
    """CASF L.262-37 I 1°: the refusal alone is a breach."""
    assert "Je ne refuse" in ALONE.text("accord")
    assert ALONE.warned("Allez quand même aux rendez-vous")


def test_a_signed_contract_is_brought_up_to_date() -> None:
    assert "R.5411-14" in CARER.text("objet")
    assert not CARER.warned("dans le mois qui suit")
    assert ALONE.warned("dans le mois qui suit")

"""Family reunification: the certificate that starts the six months, and Algerians apart."""

import pytest

from tests.helpers.shipped import Shipped

CHILD = Shipped("regroupement-demande", "1-enfant-bientot-majeur.toml")
ALGERIAN = Shipped("regroupement-demande", "2-algerien.toml")


def test_an_algerian_is_under_another_agreement() -> None:
    assert "CESEDA" not in ALGERIAN.text()
    assert "R.434" not in ALGERIAN.text()
    assert ALGERIAN.warned("accord de 1968")
    assert not CHILD.warned("accord de 1968")


def test_an_unknown_nationality_cites_no_article() -> None:
    assert not {"attestation", "age"} & CHILD.ids(rf_algerien=None)


@pytest.mark.parametrize("soon", ["oui", "non"])
def test_the_age_is_that_of_the_day_of_filing(soon: str) -> None:
    """CESEDA R.434-3."""
    assert ("age" in CHILD.ids(rf_18=soon)) is (soon == "oui")


def test_six_months_of_silence_and_a_missing_proof_are_warned_of() -> None:
    assert CHILD.warned("c'est un refus")
    assert CHILD.warned("en recommandé, avec cette lettre", rf_comment="simple")
    assert not CHILD.warned("en recommandé, avec cette lettre")


def test_the_certificate_is_asked_whatever_the_nationality() -> None:
    for answer in ("oui", "non", None):
        asked = {"attestation", "attestation-simple"} & CHILD.ids(rf_algerien=answer)
        assert len(asked) == 1

"""Making the prefect house who was recognised: neither before his time is over, nor late."""

import pytest

from tests.helpers.shipped import Shipped

SIX = Shipped("dalo-injonction", "1-six-mois-sans-offre.toml")
SHELTER = Shipped("dalo-injonction", "2-hebergement.toml")
THREE = Shipped("dalo-injonction", "3-trois-mois-offre-inadaptee.toml")


def test_the_last_day_is_counted_from_the_end_of_the_prefects_time() -> None:
    assert SIX.rule() == ("dalo-injonction", "delai-prefet-expire", "inj_decision", "")
    assert SHELTER.rule() == (
        "dalo-injonction",
        "delai-prefet-expire",
        "inj_decision",
        "daho-recours-amiable",
    )


def test_three_months_or_unknown_has_its_dates_in_a_warning_and_no_wrong_day() -> None:
    assert THREE.rule() is None
    assert THREE.warned("avant le 10 janvier 2027")
    assert SIX.rule(inj_delai="ne-sait-pas") is None
    assert SIX.warned("attendre le 5 septembre 2026", inj_delai="ne-sait-pas")


@pytest.mark.parametrize(
    ("letter", "changes", "early"),
    [
        (SIX, {}, False),
        (SIX, {"inj_decision": "25/05/2026"}, True),
        (SIX, {"inj_decision": "24/05/2026"}, False),
        (THREE, {"inj_decision": "25/08/2026"}, True),
        (SHELTER, {"inj_decision": "14/10/2026"}, True),
        (SHELTER, {"inj_type": "transition", "inj_decision": "01/09/2026"}, True),
    ],
)
def test_too_early_is_told_and_the_letter_claims_nothing(
    letter: Shipped, changes: dict[str, str], early: bool
) -> None:
    assert letter.warned("trop tôt : le temps", **changes) is early
    assert ("Ce délai est passé" in letter.text("decision", **changes)) is not early


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("dalo", "m'attribuer un logement adapté"),
        ("daho", "m'accueillir dans une structure d'hébergement"),
        ("transition", "m'accueillir dans un logement de transition"),
    ],
)
def test_the_order_asked_is_what_the_commission_decided(kind: str, words: str) -> None:
    assert words in SIX.text("conclusions", inj_type=kind)


def test_an_offer_is_told_as_it_ended() -> None:
    assert "n'a pas abouti" in SHELTER.text("offre")
    assert "mes besoins" in THREE.text("offre")
    assert "offre" not in SIX.ids()

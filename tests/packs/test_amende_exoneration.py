"""Contesting a fine that was not raised: one reason, its own proof, the day it was sent."""

import pytest

from tests.helpers.shipped import Shipped

SOLD = Shipped("amende-exoneration", "1-vehicule-vendu.toml")
COPIED = Shipped("amende-exoneration", "2-plaque-copiee-consignation.toml")
LENT = Shipped("amende-exoneration", "3-autre-conducteur.toml")
REASONS = {"cession", "vol", "conducteur", "inexact", "excuse"}


def test_the_forty_five_days_run_from_the_day_on_the_notice() -> None:
    """CPP 529-2."""
    assert SOLD.rule() == ("amende-exoneration", "envoi", "amende_avis_date", "")
    assert SOLD.rule(amende_avis_date=None) is None


@pytest.mark.parametrize(
    ("reason", "paragraph"),
    [
        ("cession", "cession"),
        ("vol", "vol"),
        ("vol-plaque", "vol"),
        ("usurpation", "vol"),
        ("autre-conducteur", "conducteur"),
        ("faits", "inexact"),
        ("excuse", "excuse"),
    ],
)
def test_one_reason_stands(reason: str, paragraph: str) -> None:
    assert SOLD.ids(amende_raison=reason) & REASONS == {paragraph}


def test_a_driver_is_named_only_when_she_names_one() -> None:
    assert "Adama Keita" in LENT.text("conducteur")
    assert LENT.text("conducteur", amende_conducteur=None) == "Ce jour-là, je ne conduisais pas."
    assert LENT.warned("un faux nom peut être puni")


def test_a_deposit_is_told_only_once_paid() -> None:
    """CPP 529-10."""
    assert "consignation" in COPIED.ids()
    assert "consignation" not in COPIED.ids(amende_consignation="a-verser")
    assert COPIED.warned("Versez la consignation", amende_consignation="a-verser")


def test_paying_would_be_admitting() -> None:
    assert SOLD.warned("Ne payez pas l'amende")
    assert "Je n'ai pas payé" in SOLD.text("requete")


def test_a_prosecutor_is_no_administration() -> None:
    """CRPA L.114-2 does not bind him: he is asked, not told."""
    assert SOLD.recipient()[0] == "Officier du ministère public"
    assert "je vous demande de la lui transmettre" in SOLD.text("transmission")
    assert "L.114-2" not in SOLD.text()


def test_a_judge_is_asked_for_when_it_is_not_dropped() -> None:
    assert "tribunal de police" in SOLD.text("demande")

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
    bare = LENT.text("conducteur", amende_conducteur=None, amende_preuve=None)
    assert bare == "Ce jour-là, je ne conduisais pas."
    assert LENT.warned("un faux nom peut être puni")


class TestTwoRegimes:
    """Code de la route L.121-3: any proof; L.121-2: the name of who did it, and nothing else."""

    def test_at_the_wheel_a_proof_is_asked_and_told(self) -> None:
        said = LENT.text("conducteur", amende_conducteur=None, amende_preuve="J'étais à l'hôpital.")
        assert "J'étais à l'hôpital. Ces éléments montrent que je ne suis pas l'auteur" in said
        assert "L.121-3" in said
        assert LENT.warned("Sans preuve, vous payez, sans perdre de points")

    def test_a_parking_fine_asks_for_the_name(self) -> None:
        said = LENT.text("conducteur", amende_famille="arret", amende_preuve=None)
        assert "permettent d'identifier l'auteur" in said
        assert "L.121-2" in said
        assert LENT.warned("il faut donner le nom", amende_famille="arret")
        assert not LENT.warned("sans perdre de points", amende_famille="arret")

    @pytest.mark.parametrize("family", ["arret", "conduite"])
    def test_without_anything_no_article_is_claimed(self, family: str) -> None:
        bare = {"amende_conducteur": None, "amende_preuve": None, "amende_famille": family}
        assert "article" not in LENT.text("conducteur", **bare)

    @pytest.mark.parametrize(("family", "article"), [("arret", "L.121-2"), ("conduite", "L.121-3")])
    def test_a_vehicle_sold_is_the_buyer_s(self, family: str, article: str) -> None:
        assert f"l'acquéreur qui doit en répondre (article {article}" in SOLD.text(
            "cession", amende_famille=family
        )

    def test_the_car_of_a_firm_is_the_firm_s(self) -> None:
        assert LENT.warned("45 jours de l'envoi de l'avis")


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

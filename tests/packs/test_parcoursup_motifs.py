"""Why Parcoursup said no: criteria, examination, teaching reasons (code de l'éducation L.612-3)."""

import datetime as dt

from tests.helpers.shipped import Shipped

REFUSED = Shipped("parcoursup-motifs", "1-refuse-en-licence.toml", dt.date(2026, 6, 10))
WAITING = Shipped("parcoursup-motifs", "2-en-attente-jusqu-au-bout.toml", dt.date(2026, 7, 20))


def test_the_three_things_of_the_law_are_asked() -> None:
    said = REFUSED.text("demande")
    for item in ("les critères", "a été examiné", "raisons pédagogiques"):
        assert item in said


def test_a_tool_is_supposed_and_the_set_aside_article_is_not_used() -> None:
    """CRPA L.311-3-1 is set aside for local algorithms by L.612-3."""
    assert "si un outil de calcul a servi" in REFUSED.text("demande")
    assert "L.311-3-1" not in REFUSED.text()


def test_waiting_until_the_end_is_told_as_a_refusal() -> None:
    assert "C'est donc un refus." in WAITING.text("rappel")
    assert "C'est donc un refus." not in REFUSED.text("rappel")


def test_a_month_from_the_refusal() -> None:
    assert REFUSED.rule() == ("parcoursup-motifs", "compte-en-ligne", "date_depot", "")
    read = REFUSED.rule(date_depot=None)
    assert read == ("parcoursup-motifs", "lettre-simple", "date_reception", "")
    assert REFUSED.rule(date_depot=None, date_reception=None) is None


def test_contesting_the_refusal_does_not_wait() -> None:
    assert REFUSED.warned("N'attendez pas la réponse")
    assert REFUSED.warned("À vérifier par un juriste")

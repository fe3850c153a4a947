"""Contesting a parking charge: its form or it is not read, one month, money still due."""

import pytest

from tests.helpers.shipped import Shipped

PAID = Shipped("fps", "1-ticket-paye.toml")
CARD = Shipped("fps", "2-carte-de-stationnement.toml")
SOLD = Shipped("fps", "3-vehicule-vendu.toml")


def test_a_notice_on_the_windscreen_is_notified_that_very_day() -> None:
    assert PAID.rule() == ("fps-rapo", "notification", "fps_stationnement_date", "")


def test_a_posted_notice_is_counted_from_its_sending_never_from_the_day_it_was_found() -> None:
    """CGCT L.2333-87 II (not read), in the words of CGPPP L.2323-7-1."""
    assert CARD.rule() == ("fps-rapo", "fps-poste", "fps_envoi", "")
    assert CARD.warned("cinq jours après son envoi")
    assert not PAID.warned("cinq jours après son envoi")


@pytest.mark.parametrize(
    ("changes", "date"),
    [
        ({"fps_envoi": None}, "fps_stationnement_date"),
        ({"fps_envoi": None, "fps_stationnement_date": None}, "fps_recu"),
        ({"fps_comment": "internet"}, "fps_envoi"),
    ],
)
def test_without_a_sending_the_earliest_day_known_is_the_prudent_one(
    changes: dict[str, str | None], date: str
) -> None:
    assert CARD.rule(**changes) == ("fps-rapo", "fps-envoi-inconnu", date, "")


def test_the_form_that_makes_it_readable_is_told() -> None:
    """CGCT R.2333-120-13: registered, with two copies, or it is inadmissible."""
    assert PAID.warned("recommandé avec avis de réception est obligatoire")
    assert {"avis", "grise"} <= {paper.id for paper in PAID.letter.enclosure}


def test_the_deed_of_sale_stands_for_the_car_papers() -> None:
    papers = {paper.id: paper.when for paper in SOLD.letter.enclosure}
    assert papers["grise"] == "fps_raison != 'cession'"
    assert papers["cession"] == "fps_raison == 'cession'"


def test_the_money_stays_due_and_it_is_said() -> None:
    assert PAID.warned("dans les trois mois")


@pytest.mark.parametrize("reason", ["paye", "handicap", "machine", "plaque", "cession", "vol"])
def test_one_reason_stands(reason: str) -> None:
    reasons = {"paye", "handicap", "machine", "plaque", "cession", "vol"}
    assert PAID.ids(fps_raison=reason) & reasons == {reason}


@pytest.mark.parametrize("visible", ["non", None])
def test_a_card_out_of_sight_is_not_said_in_sight(visible: str | None) -> None:
    assert "visible" not in CARD.text("handicap", fps_carte_visible=visible)


def test_it_is_no_fine() -> None:
    assert "amende" not in PAID.text()
    assert PAID.warned("Ce n'est pas une amende")

"""Withdrawing from a purchase: which day the fourteen days run from, and what is owed meanwhile."""

import datetime as dt

from tests.helpers.rsa import ids, text
from tests.helpers.shipped import Shipped

ONLINE = Shipped("retractation-14-jours", "1-achat-internet.toml")
HOME = Shipped("retractation-14-jours", "2-toiture-a-la-maison.toml")
LESSONS = Shipped("retractation-14-jours", "3-cours-commences.toml")


def test_goods_count_from_their_coming_and_services_from_the_signature() -> None:
    """Consumer code L.221-18."""
    assert ONLINE.rule() == ("retractation-14-jours", "achat", "retract_recu", "")
    assert LESSONS.rule() == ("retractation-14-jours", "achat", "achat_date", "")


def test_twelve_months_more_are_claimed_only_when_nothing_was_said() -> None:
    """Consumer code L.221-20. No last day of fourteen days is then counted."""
    assert "douze-mois" in HOME.ids()
    assert HOME.rule() is None
    for told in ("oui", "ne-sait-pas"):
        assert "douze-mois" not in HOME.ids(retract_info=told)
        assert HOME.rule(retract_info=told) is not None


def test_a_service_begun_at_ones_request_is_paid_in_part() -> None:
    """Consumer code L.221-25."""
    assert "part" in LESSONS.ids()
    assert "rembourser" not in LESSONS.ids()
    assert "sans-demande" not in LESSONS.ids()
    assert {"rembourser", "sans-demande"} <= LESSONS.ids(retract_commence="sans")


def test_paying_within_seven_days_is_only_of_a_sale_at_home() -> None:
    """Consumer code L.221-10."""
    assert "sept-jours" in HOME.ids()
    assert "sept-jours" not in HOME.ids(retract_ou="distance")


def test_nothing_paid_nothing_asked_back() -> None:
    assert not {"rembourser", "part"} & ONLINE.ids(achat_prix="0")


def test_a_shop_gives_no_such_right_and_the_sending_must_be_proved() -> None:
    """Consumer code L.221-22, L.221-28."""
    for letter in (ONLINE, HOME, LESSONS):
        assert letter.warned("achat en magasin")
        assert letter.warned("c'est à vous de prouver l'envoi")


def test_a_sum_not_known_is_asked_back_without_a_figure() -> None:
    """Consumer code L.221-24: nothing is lost by not knowing how much was paid."""
    said = text(ONLINE.compose(unknown=("achat_prix",)), "rembourser")
    assert "toutes les sommes" in said
    assert "J'ai payé" not in said
    assert "part" in ids(LESSONS.compose(unknown=("achat_prix",)))


def test_twelve_months_more_have_an_end() -> None:
    """Consumer code L.221-20: they run from the end of the first fourteen days."""
    last = Shipped("retractation-14-jours", "2-toiture-a-la-maison.toml", dt.date(2027, 10, 26))
    over = Shipped("retractation-14-jours", "2-toiture-a-la-maison.toml", dt.date(2027, 10, 27))
    assert "douze-mois" in last.ids()
    assert "douze-mois" not in over.ids()
    assert over.warned("semblent finis")
    assert not last.warned("semblent finis")
    assert HOME.warned("quatorze jours depuis cette information")


def test_an_oral_wish_at_home_is_not_a_request_to_begin() -> None:
    """Consumer code L.221-25: at home, on paper only."""
    assert "par écrit" in str(HOME.asked("retract_commence").hint)
    assert "avant la fin du délai de rétractation" in HOME.text("sans-demande")


def test_an_object_with_its_fitting_is_an_object() -> None:
    """Consumer code L.221-1, II, L.221-18: from its coming; the first one of regular boxes."""
    goods = next(one for one in HOME.asked("retract_genre").choices if one.id == "bien")
    assert "pose" in str(goods.hint)
    assert "le premier" in str(HOME.asked("retract_recu").hint)


def test_a_voice_on_the_telephone_signs_nothing() -> None:
    """Consumer code L.221-16: told only by who signed nothing."""
    assert "jamais-signe" in LESSONS.ids(retract_signe="non")
    assert not {"jamais-signe"} & (LESSONS.ids() | LESSONS.ids(retract_signe=None) | ONLINE.ids())

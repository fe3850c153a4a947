"""Ending a subscription: the law named is that of the ground the person gave, and no other."""

import pytest

from tests.helpers.shipped import Shipped

GYM = Shipped("abonnement-resiliation", "1-salle-de-sport.toml")
TV = Shipped("abonnement-resiliation", "2-television-apres-un-demenagement.toml")
BOX = Shipped("abonnement-resiliation", "3-box-internet.toml")


@pytest.mark.parametrize("ground", ["telecom", "tele", "terme"])
def test_no_warning_received_is_said_only_by_who_said_it(ground: str) -> None:
    """Consumer code L.215-1."""
    assert "sans-info" in GYM.ids()
    assert not {"sans-info", "rendre"} & GYM.ids(abo_motif=ground)


def test_what_was_paid_since_is_asked_back_only_when_paid() -> None:
    assert "89,70" in GYM.text("rendre")
    assert "rendre" not in GYM.ids(abo_preleve="non")


def test_telephone_and_internet_end_in_ten_days_at_most() -> None:
    """Consumer code L.224-39."""
    assert "L.224-39" in BOX.text("resiliation")
    assert "L.224-39" not in GYM.text() + TV.text()
    assert BOX.warned("encore engagé")


def test_an_end_agreed_is_not_an_end_today() -> None:
    said = GYM.text("resiliation", abo_motif="terme")
    assert "première date qu'il permet" in said
    assert "réception" not in said


def test_blocking_the_debit_alone_is_warned_against() -> None:
    assert all(letter.warned("la dette reste") for letter in (GYM, TV, BOX))


def test_television_ends_at_any_time_only_once_prolonged() -> None:
    """Consumer code L.215-1: from the first renewal on, which is what the choice makes one say."""
    tele = next(one for one in TV.asked("abo_motif").choices if one.id == "tele")
    assert "déjà prolongé" in str(tele.label)


def test_a_number_that_is_kept_is_not_lost_by_this_letter() -> None:
    assert BOX.warned("perdriez ce numéro")
    assert not GYM.warned("perdriez ce numéro")

"""A small claim before the civil court: what is asked on pain of nullity, and the attempt first."""

import pytest

from tests.helpers.shipped import Shipped

CRAFTSMAN = Shipped("tj-requete-5000", "1-artisan-apres-conciliateur.toml")
URGENT = Shipped("tj-requete-5000", "2-urgence.toml")


def test_who_asks_is_whole() -> None:
    """CPC 54, 57, 757: on pain of nullity."""
    said = CRAFTSMAN.text("demandeur")
    assert all(words in said for words in ("française", "retraitée", "14 mai 1958", "Firminy"))
    assert {"adversaire", "pieces", "faits"} <= CRAFTSMAN.ids()


def test_without_an_attempt_none_is_told_and_it_is_warned_of() -> None:
    """CPC 750-1."""
    assert "tentative" not in CRAFTSMAN.ids(tj_essai="non")
    assert CRAFTSMAN.warned("d'abord", tj_essai="non")
    assert not CRAFTSMAN.warned("d'abord")


@pytest.mark.parametrize(
    ("attempt", "exempt"),
    [("conciliateur", False), ("mediateur", False), ("trois-mois", True), ("urgence", True)],
)
def test_an_exemption_is_not_an_attempt(attempt: str, exempt: bool) -> None:
    assert ("je suis dispensé" in CRAFTSMAN.text("tentative", tj_essai=attempt).lower()) is exempt


def test_an_association_does_not_sign_before_this_court() -> None:
    """CPC 762."""
    asked = {one.id for part in CRAFTSMAN.letter.section for one in part.question}
    assert "qui_ecrit" not in asked
    assert URGENT.warned("une association ne le peut pas")


def test_the_sum_has_its_limit() -> None:
    """CPC 818."""
    asked = [one for part in URGENT.letter.section for one in part.question]
    assert next(one.maximum for one in asked if one.id == "tj_somme") == "5000"


def test_a_failure_is_what_one_said() -> None:
    """CPC 54, 5°: a conciliation that still goes on is not a failed one."""
    told = {one.id: one.label for one in CRAFTSMAN.asked("tj_essai").choices}
    assert all("sans accord" in str(told[one]) for one in ("conciliateur", "mediateur"))


def test_the_court_of_a_home_and_the_court_of_a_buyer() -> None:
    """COJ R.213-9-7; Consumer code R.631-3."""
    home = CRAFTSMAN.text("demandeur", tj_lieu="logement")
    assert "le juge des contentieux de la protection du tribunal judiciaire" in home
    assert "protection" not in CRAFTSMAN.text("demandeur")
    assert "R.631-3" in CRAFTSMAN.text("adversaire", tj_lieu="achat")
    assert "R.631-3" not in CRAFTSMAN.text("adversaire")

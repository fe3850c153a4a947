"""The right to a first mistake: claimed when it is the first, and when it is set right."""

import pytest

from tests.helpers.shipped import Shipped

FIRST = Shipped("droit-erreur", "1-oubli-annonce.toml")
DECIDED = Shipped("droit-erreur", "2-sanction-decidee.toml")


class TestTheConditionsOfTheLaw:
    """CRPA L.123-1: a first time, set right."""

    @pytest.mark.parametrize("answer", ["non", None])
    def test_a_first_time_only(self, answer: str | None) -> None:
        assert "L.123-1" not in FIRST.text(erreur_premiere=answer)
        assert FIRST.warned("vaut pour une première fois", erreur_premiere=answer)

    @pytest.mark.parametrize(("mended", "stands"), [("oui", 1), ("lettre", 1), ("non", 0)])
    def test_set_right_only(self, mended: str, stands: int) -> None:
        assert ("droit" in FIRST.ids(erreur_reparee=mended)) is bool(stands)
        assert ("reparee" in FIRST.ids(erreur_reparee=mended)) is bool(stands)

    def test_not_yet_set_right_asks_how(self) -> None:
        assert "comment réparer cette erreur" in FIRST.text("demande", erreur_reparee="non")


def test_fraud_is_for_the_office_to_prove() -> None:
    """CRPA L.123-2."""
    assert "parle pourtant de fraude" in DECIDED.text("bonne-foi")
    assert "parle pourtant de fraude" not in FIRST.text("bonne-foi")


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("crainte", "ne pas me sanctionner"),
        ("annoncee", "ne pas me sanctionner"),
        ("decidee", "retirer cette sanction"),
    ],
)
def test_what_is_asked_follows_the_stage(stage: str, words: str) -> None:
    assert words in FIRST.text("demande", erreur_sanction=stage)


def test_money_received_by_mistake_is_still_to_be_given_back() -> None:
    assert FIRST.warned("ne dispense pas de rendre")


def test_some_sanctions_are_outside_it() -> None:
    """CRPA L.123-1: public health, safety, environment, contracts, European Union."""
    assert FIRST.warned("ne vaut pas pour toutes les sanctions")


def test_a_decided_sanction_has_its_own_appeal() -> None:
    assert DECIDED.warned("faites aussi, à temps, le recours")
    assert FIRST.warned("parfois dix jours")

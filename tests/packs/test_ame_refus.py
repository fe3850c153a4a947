"""The AME: an appeal to the fund, then the administrative court; the notice wins."""

import pytest

from tests.helpers.ours import LAW
from tests.helpers.shipped import Shipped

DOUBTED = Shipped("ame-refus", "1-presence-et-identite.toml")
INCOME = Shipped("ame-refus", "2-ressources-commission.toml")


@pytest.mark.parametrize(
    ("told", "title", "call"),
    [
        ("directeur", "directeur", "Madame la Directrice, Monsieur le Directeur"),
        ("rien", "directeur", "Madame la Directrice, Monsieur le Directeur"),
        ("cra", "président", "Madame la Présidente, Monsieur le Président"),
    ],
)
def test_the_notice_says_who_is_written_to(told: str, title: str, call: str) -> None:
    assert DOUBTED.recipient(ame_adresse=told)[0] == f"Madame, Monsieur le {title}"
    assert call in DOUBTED.compose(ame_adresse=told).closing


def test_a_notice_that_says_nothing_is_answered_both_ways() -> None:
    assert "à la direction ou, s'il le faut, à la commission" in DOUBTED.text("contestation")
    assert "s'il le faut" not in INCOME.text("contestation")


def test_the_right_is_named_by_its_article_and_what_is_not_sure_is_told() -> None:
    """CASF L.251-1, read in a copy of 2019; the procedure, in a paper of the Gisti."""
    assert "L.251-1" in DOUBTED.text("demande")
    assert "L.134" not in DOUBTED.text()
    assert DOUBTED.warned("À vérifier")
    assert LAW.procedure("ame-refus").to_verify


def test_two_months_then_the_administrative_court() -> None:
    assert DOUBTED.rule() is not None
    assert LAW.procedure("ame-refus").confidence == "moyenne"
    assert DOUBTED.warned("deux mois pour aller au tribunal administratif")


@pytest.mark.parametrize(
    ("since", "stands"), [("24/08/2026", True), ("25/08/2026", False), ("01/11/2026", False)]
)
def test_presence_is_claimed_after_three_months_only(since: str, stands: bool) -> None:
    assert ("presence" in DOUBTED.ids(ame_depuis=since)) is stands
    assert DOUBTED.warned("moins de trois mois", ame_depuis=since) is not stands


@pytest.mark.parametrize("reason", ["presence", "ressources", "identite"])
def test_only_what_the_notice_says_is_answered(reason: str) -> None:
    answered = {"presence", "ressources", "identite"}
    assert answered & DOUBTED.ids(ame_motifs=(reason,)) == {reason}


def test_a_reason_that_is_answered_is_not_said_to_be_missing() -> None:
    assert "motivation" not in DOUBTED.ids(manque_lettre=("raisons",))
    assert "motivation" in DOUBTED.ids(manque_lettre=("raisons",), ame_motifs=())


def test_a_lawyer_or_an_association_first() -> None:
    assert "un avocat ou une association" in DOUBTED.letter.warning[0].text

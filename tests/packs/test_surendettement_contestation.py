"""Contesting the over-indebtedness commission: 15 days or 30, to the judge, signed."""

import pytest

from tests.helpers.ours import LAW
from tests.helpers.shipped import Shipped

FAITH = Shipped("surendettement-contestation", "1-mauvaise-foi.toml")
HEAVY = Shipped("surendettement-contestation", "2-mensualite-trop-haute.toml")
ERASED = Shipped("surendettement-contestation", "5-effacement-avec-erreur.toml")


@pytest.mark.parametrize(
    ("letter", "procedure", "days"),
    [
        (FAITH, "surendettement-recevabilite", 15),
        (HEAVY, "surendettement-mesures", 30),
        (ERASED, "surendettement-mesures", 30),
    ],
)
def test_the_delay_is_that_of_the_decision(letter: Shipped, procedure: str, days: int) -> None:
    """Code de la consommation R.722-1, R.733-6, R.741-1."""
    rule = letter.rule()
    assert rule is not None
    assert rule[0] == procedure
    assert LAW.procedure(procedure).delay.value == days


def test_the_registered_letter_counts_from_the_counter_or_the_notice() -> None:
    left = FAITH.rule(comment_recue="recommande-non-retire", date_retrait=None)
    assert left == ("surendettement-recevabilite", "lrar-non-retiree", "date_presentation", "")


def test_the_judge_is_asked_through_the_secretariat() -> None:
    assert FAITH.recipient()[:3] == [
        "Banque de France",
        "Commission de surendettement",
        "Secrétariat",
    ]
    assert "au juge des contentieux de la protection" in FAITH.text("juge")


@pytest.mark.parametrize(
    ("reason", "paragraph"),
    [("bonne-foi", {"bonne-foi"}), ("incomplet", {"incomplet"}), ("autre", set())],
)
def test_only_the_reason_given_is_answered(reason: str, paragraph: set[str]) -> None:
    answers = {"bonne-foi", "pas-assez", "incomplet"}
    assert answers & FAITH.ids(surend_motif=reason) == paragraph


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("baisser", "ramener mes paiements"),
        ("effacer", "rétablissement personnel"),
        ("corriger", "corriger ces mesures"),
    ],
)
def test_the_judge_is_asked_for_one_thing(wish: str, said: str) -> None:
    monthly = "80,00" if wish == "baisser" else None
    assert said in HEAVY.text("demande", surend_voulu=wish, mensualite=monthly)


def test_a_letter_without_signature_is_not_read() -> None:
    assert FAITH.warned("Signez cette lettre")
    assert FAITH.warned("Il n'y a pas d'appel")
    assert not HEAVY.warned("Il n'y a pas d'appel")

"""A ready-made sentence is no reason: what the law asks of each body, and no delay kept."""

import pytest

from tests.helpers.shipped import Shipped

VAGUE = Shipped("motivation-insuffisante", "1-creche-phrase-toute-faite.toml")
SANCTION = Shipped("motivation-insuffisante", "2-sanction-et-recours.toml")
CAF = Shipped("motivation-insuffisante", "3-caf-somme-sans-calcul.toml")


@pytest.mark.parametrize(
    ("body", "effect", "articles"),
    [
        ("autre", "refuse", "L.211-2 et L.211-5"),
        ("secu", "refuse", "L.211-5 et L.211-7"),
        ("ft", "refuse", "L.211-5 et L.211-7"),
        ("secu", "rembourser", "L.211-5 et L.211-8"),
        ("ft", "rembourser", "L.211-2 et L.211-5"),
        ("autre", "sanction", "L.211-2 et L.211-5"),
    ],
)
def test_each_body_has_its_article(body: str, effect: str, articles: str) -> None:
    assert articles in VAGUE.text("obligation", motiv_bureau=body, decision_effet=effect)


def test_no_duty_is_claimed_for_a_decision_of_another_kind() -> None:
    assert "obligation" not in VAGUE.ids(decision_effet="autre")


def test_the_sentence_is_quoted_and_its_faults_are_those_ticked() -> None:
    assert "« votre situation ne répond pas aux critères »" in VAGUE.text("demande")
    assert "aucun texte de loi" in VAGUE.text("defauts")
    assert "defauts" not in VAGUE.ids(motif_defauts=())


@pytest.mark.parametrize(("told", "stands"), [("non", True), ("oui", False), (None, False)])
def test_not_having_been_heard_is_said_by_the_person(told: str | None, stands: bool) -> None:
    assert ("observations" in SANCTION.ids(observations=told)) is stands


def test_contesting_is_a_choice_and_its_absence_gives_nothing_up() -> None:
    assert "recours gracieux" in SANCTION.text("recours")
    for told in ("non", None):
        assert "recours" not in VAGUE.ids(revoir=told)
        assert "Je pourrai la contester" in VAGUE.text("reserve", revoir=told)
        assert VAGUE.warned("contestez à temps", revoir=told)


def test_a_body_with_an_appeal_of_its_own_gets_no_date_from_here() -> None:
    assert CAF.rule() is None
    assert CAF.warned("il faut un recours spécial")
    assert VAGUE.rule() == ("recours-gracieux", "lettre-simple", "date_decision", "")


def test_a_letter_never_fetched_is_not_quoted() -> None:
    unread = {"comment_recue": "recommande-non-retire", "date_presentation": "12/11/2026"}
    assert not {"defauts", "obligation"} & VAGUE.ids(**unread)
    assert "seule raison" not in VAGUE.text("demande", **unread)

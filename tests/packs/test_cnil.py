"""A complaint to the CNIL: after a request, or at once; it knows the days of the letter before."""

import pytest

from tests.helpers.shipped import Shipped

SILENT = Shipped("cnil", "1-sans-reponse.toml")
REFUSED = Shipped("cnil", "2-refus-d-effacer.toml")
LEAK = Shipped("cnil", "3-fuite.toml")


def test_it_goes_to_the_known_address() -> None:
    assert SILENT.recipient() == [
        "CNIL",
        "Service des plaintes",
        "3 PLACE DE FONTENOY",
        "TSA 80715",
        "75334 PARIS CEDEX 07",
    ]


def test_it_follows_a_request_whose_days_the_dossier_knows() -> None:
    facts = {q.fact for s in SILENT.letter.section for q in s.question if q.fact}
    assert facts == {"posted", "received", "same"}


@pytest.mark.parametrize(
    ("received", "early"), [("24/10/2026", False), ("25/10/2026", True), ("05/11/2026", True)]
)
def test_too_early_is_said(received: str, early: bool) -> None:
    """RGPD article 12 § 3: the whole month is theirs."""
    days = {"demande_envoi": "01/10/2026", "demande_reception": received}
    assert SILENT.warned("attendez avant d'envoyer", **days) is early


def test_a_silence_is_not_a_refusal_nor_a_leak() -> None:
    assert "Je n'ai pas reçu de réponse" in SILENT.text("sans-reponse")
    assert "Je conteste ce refus" in REFUSED.text("refus")
    assert not {"demande-faite", "sans-reponse", "refus"} & LEAK.ids()


@pytest.mark.parametrize("subject", ["usage", "camera", "ordinateur"])
def test_writing_to_the_body_first_is_advised(subject: str) -> None:
    assert LEAK.warned("d'abord écrit", cnil_sujet=subject)
    assert not LEAK.warned("d'abord écrit")


def test_who_was_robbed_of_data_protects_herself_now() -> None:
    assert LEAK.warned("Changez vos mots de passe")
    assert not SILENT.warned("mots de passe")


def test_what_comes_next_is_said_and_what_it_does_not_do() -> None:
    assert SILENT.warned("trois mois après")
    assert SILENT.warned("n'arrête aucun délai")
    assert SILENT.rule() is None

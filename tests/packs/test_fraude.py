"""Money taken from an account: the word used is true, and the law is that of the case."""

import pytest

from tests.helpers.shipped import Shipped

CALLED = Shipped("fraude-contestation", "1-faux-conseiller.toml")
STOLEN = Shipped("fraude-contestation", "2-carte-volee.toml")
UNKNOWN = Shipped("fraude-contestation", "3-achat-inconnu.toml")
SUM = Shipped("fraude-contestation", "4-somme-imprevisible.toml")
NOTHING = Shipped("fraude-contestation", "5-rien-recu.toml")
SENT = Shipped("fraude-virement-ordonne", "1-faux-rib.toml")
REFUSED = Shipped("fraude-relance", "1-negligence.toml")
MEDIATOR = Shipped("fraude-relance", "2-mediateur-partie.toml")
ORDERED = Shipped("fraude-relance", "3-virement-silence.toml")


@pytest.mark.parametrize("letter", [SUM, NOTHING, SENT, ORDERED])
def test_what_the_person_accepted_is_never_said_unauthorised(letter: Shipped) -> None:
    said = letter.text()
    assert "pas autorisé" not in said
    assert "non autorisé" not in said
    assert "L.133-18" not in said


def test_who_was_deceived_does_not_say_nothing_was_approved() -> None:
    assert "que je n'ai pas autorisés" not in CALLED.text("demande")
    assert "sans-validation" not in CALLED.ids(fr_validation="aucune")
    assert CALLED.warned("Si un code a été donné")


@pytest.mark.parametrize(
    ("when", "before", "after"),
    [("avant", True, False), ("apres", False, True), ("deux", True, True)],
)
def test_fifty_euros_are_for_before_the_block_only(when: str, before: bool, after: bool) -> None:
    """CMF L.133-19."""
    found = STOLEN.ids(fr_quand=when)
    assert ("vol-avant" in found) is before
    assert ("vol-apres" in found) is after


def test_without_strong_authentication_nothing_is_borne() -> None:
    """CMF L.133-19, L.133-44: only by who said that none was asked."""
    assert "sans-validation" in UNKNOWN.ids()
    assert "sans-validation" not in UNKNOWN.ids(fr_validation=None)
    assert "vol-avant" not in STOLEN.ids(fr_validation="aucune")


@pytest.mark.parametrize(("debit", "law"), [("30/09/2026", True), ("29/09/2026", False)])
def test_eight_weeks_for_a_sum_that_was_not_told(debit: str, law: bool) -> None:
    """CMF L.133-25: 30 September + 56 days = 25 November, the day of the letter."""
    assert ("montant" in SUM.ids(fr_debit=debit)) is law
    assert ("geste" in SUM.ids(fr_debit=debit)) is not law
    assert "montant" not in SUM.ids(fr_inconnu="oui")


def test_thirteen_months_run_from_the_debit() -> None:
    assert CALLED.rule() == ("fraude-paiement", "debit", "fr_debit", "")
    assert SUM.rule() is None


def test_a_warning_that_was_shown_is_not_turned_against_the_bank() -> None:
    assert "verification" in SENT.ids()
    assert "verification" not in SENT.ids(vir_ecran="alerte")
    assert "verification" not in SENT.ids(vir_date="08/10/2025")


def test_the_mediator_and_the_court_never_at_once() -> None:
    """Consumer code L.612-2."""
    assert "suite" in MEDIATOR.ids()
    assert "suite" not in MEDIATOR.ids(rel_tribunal="oui")
    assert MEDIATOR.warned("Un tribunal est déjà saisi", rel_tribunal="oui")


def test_negligence_is_answered_only_where_it_was_alleged() -> None:
    assert "negligence" in REFUSED.ids()
    assert "negligence" not in REFUSED.ids(rel_reponse="autre")
    assert "penalites" not in ORDERED.ids()

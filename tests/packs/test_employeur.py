"""Letters to an employer: a bare sum or a bare paper; nothing that breaks the contract."""

import datetime as dt

import pytest

from tests.helpers.rsa import text
from tests.helpers.shipped import Shipped

UNPAID = Shipped("salaire-mise-en-demeure", "1-deux-mois.toml")
HOURS = Shipped("salaire-mise-en-demeure", "2-heures-contrat-fini.toml")
CLOSED = Shipped("salaire-mise-en-demeure", "3-entreprise-fermee.toml")
PAPERS = Shipped("fin-contrat-papiers", "1-rien-recu.toml")
WRONG = Shipped("fin-contrat-papiers", "2-attestation-fausse-interim.toml")
SIGNED = Shipped("solde-denonciation", "1-conges-oublies.toml")
LATE = Shipped("solde-denonciation", "2-trop-tard.toml")


@pytest.mark.parametrize("letter", [UNPAID, HOURS, CLOSED, PAPERS, WRONG, SIGNED, LATE])
def test_the_person_never_says_that_she_leaves_nor_accuses(letter: Shipped) -> None:
    said = letter.text().lower()
    for words in ("prise d'acte", "prends acte", "je quitte", "démission", "dissimulé", "harcèl"):
        assert words not in said
    assert letter.warned("Agent public")


def test_hidden_work_is_told_to_the_person_only() -> None:
    """Code du travail L.8221-5, L.8223-1: only if she agrees to say it, with somebody's help."""
    assert UNPAID.warned("travail dissimulé")
    assert not UNPAID.warned("travail dissimulé", sal_bulletins="oui")


@pytest.mark.parametrize(("kind", "said"), [("non", True), ("oui", False), (None, False)])
def test_monthly_pay_is_claimed_only_for_those_it_is_for(kind: str | None, said: bool) -> None:
    """Code du travail L.3242-1, last paragraph: not seasonal, agency, intermittent, home work."""
    assert ("regle" in UNPAID.ids(sal_genre=kind)) is said


def test_the_three_years_are_not_said_to_stop() -> None:
    assert UNPAID.warned("n'arrête pas le délai de trois ans")


def test_a_liquidator_is_not_put_on_notice() -> None:
    """Code du travail L.3253-6."""
    assert "mets en demeure" not in CLOSED.text()
    assert "ags" in CLOSED.ids()
    assert not {"suite", "interets"} & CLOSED.ids()
    assert CLOSED.warned("un délai pour être inscrit")


@pytest.mark.parametrize(("gross", "said"), [("brut", "en brut"), ("net", "en net")])
def test_gross_and_net_are_said_as_they_were_answered(gross: str, said: str) -> None:
    assert said in UNPAID.text("demande", sal_brut=gross)
    other = {"brut", "net"} - {gross}
    assert f"en {other.pop()}" not in UNPAID.text("demande", sal_brut=gross)


def test_only_the_missing_papers_are_asked_with_their_fine() -> None:
    """Code du travail R.1238-3 for the certificate, R.1238-7 for the attestation."""
    only = PAPERS.text(fc_papiers=["certificat"])
    assert "R.1238-3" in only
    assert "R.1238-7" not in only
    assert "amende" not in PAPERS.ids(fc_papiers=["solde"])
    assert "amende" not in WRONG.ids(), "a wrong one was given all the same"
    assert PAPERS.warned("ne demande rien de précis", fc_papiers=None)


def test_an_agency_is_asked_expressly() -> None:
    """Code du travail R.1234-11: there the attestation may be given on demand only."""
    assert "interim" in WRONG.ids()
    assert "attestation" not in WRONG.ids()


def test_the_receipt_is_denounced_within_six_months_of_the_signature() -> None:
    """Code du travail L.1234-20."""
    assert SIGNED.rule() == ("solde-tout-compte", "signature-recu", "so_signe", "")
    assert "Je dénonce ce reçu" in _said(dt.date(2027, 4, 12))
    assert "Je dénonce ce reçu" not in _said(dt.date(2027, 4, 13))


def test_too_late_only_what_the_receipt_does_not_hold_is_asked() -> None:
    after = _said(dt.date(2027, 4, 13))
    assert "celles qui n'y sont pas" in after
    assert "il ne peut pas vous en libérer" not in after
    assert "celles qui n'y sont pas" not in LATE.text(), "the law was not asked for its last day"


def _said(day: dt.date) -> str:
    return text(SIGNED.prepared(day=day))

"""A deposit not given back: the day it was due, what is asked only when true, the right judge."""

import pytest

from tests.helpers.shipped import Shipped

AGREED = Shipped("depot-garantie-mise-en-demeure", "1-etats-des-lieux-pareils.toml")
PAINT = Shipped("depot-garantie-mise-en-demeure", "2-peinture-contestee.toml")
EARLY = Shipped("depot-garantie-mise-en-demeure", "3-immeuble-trop-tot.toml")
MEETING = Shipped("depot-garantie-conciliateur", "1-conciliateur-silence.toml")
COMMISSION = Shipped("depot-garantie-conciliateur", "2-commission-refus.toml")
JUDGE = Shipped("depot-garantie-requete", "1-apres-le-conciliateur.toml")
ONLY_COMMISSION = Shipped("depot-garantie-requete", "2-commission-sans-majoration.toml")


@pytest.mark.parametrize(
    ("states", "keys", "day"),
    [
        ("pareil", "31/07/2026", "31 août 2026"),
        ("pareil", "31/01/2026", "28 février 2026"),
        ("different", "31/07/2026", "30 septembre 2026"),
        ("inconnu", "31/07/2026", "30 septembre 2026"),
    ],
)
def test_one_month_when_both_states_agree_else_two(states: str, keys: str, day: str) -> None:
    """Loi 89-462, art. 22."""
    paragraph = "un-mois" if states == "pareil" else "deux-mois"
    assert f"donc le {day}" in AGREED.text(paragraph, dg_edl=states, dg_cles=keys)


def test_no_formal_notice_before_the_day() -> None:
    assert {"mise-en-demeure", "majoration"}.isdisjoint(EARLY.ids())
    assert EARLY.warned("n'est pas fini")
    assert "mise-en-demeure" in EARLY.ids(dg_cles="30/08/2026")


@pytest.mark.parametrize(
    "change",
    [
        {"dg_adresse": "non", "dg_adresse_date": None},
        {"dg_adresse_date": "01/10/2026"},
        {"dg_bail_quand": "avant"},
        {"dg_bail_quand": None},
        {"dg_bail": "autre"},
    ],
)
def test_the_ten_per_cent_are_asked_only_when_sure(change: dict[str, str | None]) -> None:
    assert "majoration" in AGREED.ids()
    assert "majoration" not in AGREED.ids(**change)


def test_a_home_of_another_kind_has_no_article_and_is_warned_of() -> None:
    assert {"un-mois", "justifier"}.isdisjoint(AGREED.ids(dg_bail="autre"))
    assert AGREED.warned("n'est pas celle d'un foyer", dg_bail="autre")


def test_proofs_already_given_are_never_said_to_lack() -> None:
    assert "justifier" not in PAINT.ids()
    assert "Je ne suis pas d'accord" in PAINT.text("desaccord")


def test_the_commission_does_not_stand_for_the_conciliator() -> None:
    """CPC 750-1 does not name it."""
    assert "attestation" in MEETING.ids()
    assert "attestation" not in COMMISSION.ids()
    assert COMMISSION.warned("ne nomme pas la commission")
    assert "tentative" not in ONLY_COMMISSION.ids()
    assert ONLY_COMMISSION.warned("ne nomme pas la commission")


def test_the_judge_is_that_of_the_home_and_the_owner_is_sued() -> None:
    """COJ R.213-9-7."""
    assert "8 rue des Forges" in JUDGE.text("adversaire")
    assert JUDGE.recipient()[0] == "Juge des contentieux de la protection"
    assert JUDGE.warned("pas celui de votre nouvelle adresse")
    assert JUDGE.warned("pas l'agence")


def test_without_an_attempt_none_is_told() -> None:
    assert "tentative" not in JUDGE.ids(dg_essai="non", dg_essai_date=None)
    assert JUDGE.warned("Sans essai d'accord", dg_essai="non")
    assert not JUDGE.warned("Sans essai d'accord")


def test_a_supplement_not_counted_is_not_asked() -> None:
    said = JUDGE.text("demande", dg_majoration=None, dg_mois=None, dg_total="500")
    assert "majoration" not in said
    assert "majoration" not in JUDGE.ids(dg_majoration=None, dg_mois=None)


def test_nothing_for_the_delay_is_asked_before_the_day() -> None:
    assert "majoration" in MEETING.text("objet")
    assert "majoration" not in MEETING.text("objet", dg_cles="25/10/2026")
    assert JUDGE.warned("n'est pas fini", dg_cles="25/10/2026")
    assert not JUDGE.warned("n'est pas fini")

"""The letter that goes with a request for legal aid: it keeps the delay, and asks for haste."""

from tests.helpers.shipped import Shipped

DEBT = Shipped("aj-demande", "1-dette-de-rsa.toml")
HEARING = Shipped("aj-demande", "2-audience-proche-ressources-en-baisse.toml")


def test_the_delay_is_said_kept_only_while_it_runs() -> None:
    """Décret 2020-1717 art. 43: the request must be sent before the end of the delay."""
    assert "un nouveau délai courra" in DEBT.text("delai")
    late = DEBT.text("delai", aj_dernier_jour="20/11/2026")
    assert "un nouveau délai" not in late
    assert DEBT.warned("ne rouvre pas", aj_dernier_jour="20/11/2026")


def test_nothing_is_claimed_of_a_last_day_nobody_knows() -> None:
    said = DEBT.text("delai", aj_dernier_jour=None)
    assert "prend fin" not in said
    assert "un nouveau délai" not in said


def test_without_a_decision_no_delay_is_spoken_of() -> None:
    assert "delai" not in HEARING.ids()


def test_a_near_hearing_asks_for_provisional_admission() -> None:
    assert "article 20" in HEARING.text("provisoire")
    assert "avec admission provisoire" in HEARING.compose().subject
    assert "provisoire" not in DEBT.ids()


def test_a_lawyer_is_named_or_asked_for() -> None:
    assert "Maître Claire Benoît" in HEARING.text("avocat")
    assert "soit désigné pour moi" in DEBT.text("avocat")


def test_resources_of_today_are_told_only_when_the_notice_is_not_right() -> None:
    assert "ressources" not in DEBT.ids()
    assert "Je n'ai pas d'avis d'imposition" in HEARING.text("ressources", aj_ressources="aucun")


def test_short_delays_of_foreigners_are_not_kept() -> None:
    assert DEBT.warned("48 heures ou 7 jours")

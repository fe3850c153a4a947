"""Asking the judge of enforcement for time: what the judge weighs, and nothing that is not so."""

import pytest

from desktop_app.core.errors import AppError
from tests.helpers.ours import LAW
from tests.helpers.rsa import plain
from tests.helpers.shipped import Shipped

PROCEDURE = "expulsion-delais-jex"
FAMILY = Shipped("expulsion-delais", "1-famille-qui-paie-une-partie.toml")
NO_DEBT = Shipped("expulsion-delais", "2-conge-pour-vendre.toml")


@pytest.mark.parametrize(
    ("pays", "said", "unsaid"),
    [
        ("tout", "Je paie maintenant tout le loyer : 250 €", "ce que je peux"),
        ("partie", "Je paie ce que je peux : 250 €", "tout le loyer"),
        ("rien", "Je n'arrive pas, en ce moment", "Je paie"),
        ("sans-dette", "Je n'ai pas de dette", "impayés"),
    ],
)
def test_good_will_is_told_as_it_is(pays: str, said: str, unsaid: str) -> None:
    text = FAMILY.text("volonte", jex_paiement=pays)
    assert said in text
    assert unsaid not in text


def test_the_law_allows_one_month_to_one_year() -> None:
    assert "de 1 mois" in FAMILY.text("saisine", jex_mois="1")
    with pytest.raises(AppError):
        FAMILY.text(jex_mois="13")


def test_the_home_is_named_when_the_mail_goes_elsewhere() -> None:
    assert "écrite en haut" in FAMILY.text("saisine")
    assert "5 rue de la Buffa, 06000 Nice" in NO_DEBT.text("saisine")


def test_no_search_is_told_that_was_not_made() -> None:
    assert "recherches" not in NO_DEBT.ids()
    assert NO_DEBT.warned("Commencez aujourd'hui")
    assert not FAMILY.warned("Commencez aujourd'hui")


def test_it_goes_to_the_judge_of_enforcement() -> None:
    assert FAMILY.recipient()[:3] == [
        "Greffe du juge de l'exécution",
        "Tribunal judiciaire",
        "de Saint-Étienne",
    ]
    assert "L.114-2" not in FAMILY.text()


def test_it_has_no_last_day_but_does_not_stop_anything_alone() -> None:
    assert FAMILY.rule() is None
    assert FAMILY.warned("n'arrête rien avant la décision du juge")


def test_a_letter_to_the_registry_is_enough() -> None:
    """CPCE R.442-2: no summons; R.442-4: only when the owner's registered letter comes back."""
    assert "(article R.442-2" in FAMILY.text("saisine")
    warnings = " ".join(plain(FAMILY.compose().warnings))
    assert "cela suffit (article R.442-2" in warnings
    assert "ou s'il faut un commissaire de justice" not in warnings
    assert "date de naissance entière" not in warnings
    assert FAMILY.warned("date de naissance entière", date_naissance=None, annee_naissance="1970")
    assert not any("assignation" in one for one in LAW.procedure(PROCEDURE).posting)

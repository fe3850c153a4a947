"""Contesting an income tax: what a claim must say, each error for itself, time to pay if asked."""

import pytest

from tests.helpers.shipped import Shipped

CHILD = Shipped("impot-reclamation", "1-enfant-oublie.toml")
PARTED = Shipped("impot-reclamation", "2-separation-et-depenses-oubliees.toml")


def test_the_first_words_name_the_tax_and_the_claim() -> None:
    """LPF R.*197-3: the tax, then what is wrong with it."""
    said = CHILD.text("reclamation")
    assert said.startswith("Je conteste l'impôt sur le revenu 2026")
    assert "R.*197-3" in said
    assert CHILD.warned("Signez la lettre à la main")


def test_the_last_day_runs_from_the_day_of_collection() -> None:
    rule = ("impot-reclamation", "mise-en-recouvrement", "mise_en_recouvrement", "")
    assert CHILD.rule() == rule
    assert CHILD.rule(mise_en_recouvrement=None) is None


def test_the_earlier_last_day_of_some_cases_is_told() -> None:
    """LPF R.*196-1: tax withheld, asked twice or wrongly, one year less."""
    assert CHILD.warned("31 décembre 2027", mise_en_recouvrement="31/07/2026")
    assert CHILD.warned("l'année qui suit l'avis", mise_en_recouvrement=None)


@pytest.mark.parametrize(
    ("paid", "wanted", "sum_known", "stands"),
    [
        ("non", "oui", True, True),
        ("partie", "oui", True, True),
        ("non", "non", True, False),
        ("oui", "oui", True, False),
        ("non", "oui", False, False),
    ],
)
def test_waiting_to_pay_is_asked_with_the_sum_or_not_at_all(
    paid: str, wanted: str, sum_known: bool, stands: bool
) -> None:
    """LPF L.277: expressly, and with the sum contested."""
    changes = {} if sum_known else {"reclam_trop": None}
    assert ("sursis" in CHILD.ids(reclam_paye=paid, reclam_sursis=wanted, **changes)) is stands


def test_only_the_errors_she_ticks_are_written() -> None:
    assert {"separation", "deductions", "revenus"} <= PARTED.ids()
    assert PARTED.ids(reclam_erreurs=()).isdisjoint(
        {"famille", "separation", "deductions", "revenus", "csg"}
    )


def test_money_is_asked_back_only_when_it_was_paid() -> None:
    assert "rembourser" in PARTED.text("demande")
    assert "rembourser" not in PARTED.text("demande", reclam_paye="non")


def test_who_cannot_pay_is_sent_to_another_letter_and_no_favour_is_begged() -> None:
    assert "remise" not in CHILD.text()
    assert CHILD.warned("Je ne peux pas payer mon impôt")

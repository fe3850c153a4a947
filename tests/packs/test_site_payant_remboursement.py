"""A private site paid by mistake: the change of mind in its time only, and no fraud alleged."""

import datetime as dt

from tests.helpers.rsa import text
from tests.helpers.shipped import Shipped

NEVER_CAME = Shipped("site-payant-remboursement", "1-acte-de-naissance.toml")
DONE = Shipped("site-payant-remboursement", "2-carte-grise-faite.toml")


def test_a_service_given_in_full_after_a_waiver_is_not_withdrawn_from() -> None:
    """Consumer code L.221-28, 1°."""
    assert not {"retractation", "rien-du"} & DONE.ids()
    assert DONE.warned("L.221-28")
    assert "retractation" in DONE.ids(site_renonce="non", site_info="non")


def test_after_fourteen_days_only_a_site_that_said_nothing() -> None:
    """Consumer code L.221-20. Paid on 20 November."""
    late = Shipped("site-payant-remboursement", "1-acte-de-naissance.toml", dt.date(2027, 1, 5))
    assert "retractation" in late.ids()
    assert not {"retractation", "rien-du"} & late.ids(site_info="oui")
    assert "retractation" in NEVER_CAME.ids(site_info="oui")


def test_confusion_is_told_only_by_who_saw_it() -> None:
    assert "drapeau" in NEVER_CAME.text("confusion")
    assert "confusion" not in NEVER_CAME.ids(site_cru="non")


def test_the_bank_is_told_the_truth_and_fraud_is_never_alleged() -> None:
    for letter in (NEVER_CAME, DONE):
        assert letter.warned("vous avez payé vous-même")
        assert "escroc" not in letter.text()


def test_twelve_months_run_from_the_end_of_the_fourteen_days() -> None:
    """Consumer code L.221-20: paid on 20 November 2026, until 4 December 2027."""
    pack = ("site-payant-remboursement", "1-acte-de-naissance.toml")
    assert {"retractation", "rien-du"} <= Shipped(*pack, dt.date(2027, 12, 4)).ids()
    assert not {"retractation", "rien-du"} & Shipped(*pack, dt.date(2027, 12, 5)).ids()


def test_a_day_not_known_leaves_a_withdrawal_if_it_is_in_time() -> None:
    """Consumer code L.221-20: the site says when it was paid."""
    said = text(NEVER_CAME.compose(unknown=("site_date",)), "retractation")
    assert "Si ce délai n'est pas fini" in said
    assert "Si ce délai" not in NEVER_CAME.text("retractation")

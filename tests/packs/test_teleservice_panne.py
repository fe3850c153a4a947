"""A public site that fails: its day is asked for, and the postmark counts while there is time."""

import pytest

from tests.helpers.shipped import Shipped

IN_TIME = Shipped("teleservice-panne", "1-panne-avant-la-date.toml")
LATE = Shipped("teleservice-panne", "2-date-passee.toml")
SENT = Shipped("teleservice-panne", "3-envoi-sans-confirmation.toml")


@pytest.mark.parametrize(
    ("limit", "stands"), [("25/11/2026", True), ("24/11/2026", False), (None, True)]
)
def test_the_postmark_counts_only_until_the_last_day(limit: str | None, stands: bool) -> None:
    """CRPA L.112-1."""
    assert ("papier" in IN_TIME.ids(panne_limite=limit)) is stands
    assert ("papier-apres" in IN_TIME.ids(panne_limite=limit)) is not stands


@pytest.mark.parametrize(
    ("failed", "stands"), [("15/11/2026", True), ("13/11/2026", True), ("16/11/2026", False)]
)
def test_the_site_is_blamed_only_for_a_failure_before_the_last_day(
    failed: str, stands: bool
) -> None:
    assert ("limite-passee" in LATE.ids(panne_date=failed)) is stands


def test_paper_is_said_to_be_there_only_when_it_is() -> None:
    said = LATE.text()
    assert "Je vous envoie" not in said
    assert LATE.warned("n'envoyez pas la demande sur papier")
    assert "autrement" in LATE.ids()
    assert "autrement" not in IN_TIME.ids()


def test_what_was_sent_needs_a_receipt_and_no_failure_is_claimed() -> None:
    """CRPA L.112-11."""
    assert "L.112-11" in SENT.text("envoi")
    assert not {"panne", "limite-passee", "papier"} & SENT.ids()
    assert "L.112-11" not in IN_TIME.text() + LATE.text()


def test_hour_and_message_are_quoted_when_known() -> None:
    assert "à 21 h 40" in IN_TIME.text("panne").replace("\xa0", " ").replace("\u202f", " ")
    bare = IN_TIME.text("panne", panne_heure=None, panne_message=None)
    assert bare == "Le 20 novembre 2026, le site ne fonctionnait pas."


def test_nothing_is_promised_after_the_last_day() -> None:
    assert LATE.warned("n'est pas toujours obligé")
    assert not IN_TIME.warned("n'est pas toujours obligé")
    assert IN_TIME.warned("gardez la preuve de la poste")
    assert IN_TIME.rule() is None

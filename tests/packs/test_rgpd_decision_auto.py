"""A person, not a computer: nothing is automatic but what was seen, and to each body its law."""

import pytest

from tests.helpers.shipped import Shipped

BANK = Shipped("rgpd-decision-auto", "1-credit-refuse.toml")
PUBLIC = Shipped("rgpd-decision-auto", "2-administration-sans-mention.toml")
UNSURE = Shipped("rgpd-decision-auto", "3-sans-savoir.toml")


def test_a_person_is_asked_for_first() -> None:
    for letter in (BANK, PUBLIC, UNSURE):
        assert letter.text().startswith("Je vous demande qu'une personne réexamine")


def test_who_is_not_sure_asks_instead_of_saying() -> None:
    assert "signes" in BANK.ids()
    assert "verifier" not in BANK.ids()
    assert "ordinateur seul :" not in UNSURE.text()
    assert "verifier" in UNSURE.ids()


def test_the_rules_of_the_algorithm_are_due_by_administrations() -> None:
    """CRPA R.311-3-1-2 gives four things; RGPD article 15 is for everyone."""
    assert PUBLIC.text("algorithme").count("–") == 4
    assert "algorithme" not in BANK.ids()
    assert "logique" in BANK.ids()
    assert "logique" not in PUBLIC.ids()


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, True),
        ({"auto_mention": "oui"}, False),
        ({"auto_mention": None}, False),
        ({"auto_signes": ()}, False),
    ],
    ids=["absent", "present", "nobody looked", "nothing shows a computer"],
)
def test_a_missing_mention_must_be_seen(changes: dict[str, object], stands: bool) -> None:
    assert ("mention" in PUBLIC.ids(**changes)) is stands


def test_the_service_that_decided_gets_a_copy() -> None:
    assert BANK.compose().copies
    assert BANK.warned("une copie de cette lettre au service")


def test_a_company_hands_nothing_on() -> None:
    assert "transmission" not in BANK.ids()
    assert not BANK.warned("CADA")
    assert PUBLIC.warned("CADA")


def test_it_stops_no_delay() -> None:
    assert BANK.rule() is None
    assert BANK.warned("n'arrête aucun délai")

"""Refused care: facts and the words heard; the carer justifies; a doctor's reason is no offence."""

from tests.helpers.shipped import Shipped

FUND = Shipped("refus-soins", "1-dentiste-c2s.toml")
ORDER = Shipped("refus-soins", "2-ordre.toml")


def test_the_fund_or_the_order() -> None:
    assert any("CPAM de la Loire" in line for line in FUND.recipient())
    assert any("ordre des médecins" in line for line in ORDER.recipient())


def test_words_are_quoted_only_when_known() -> None:
    assert "mots" in FUND.ids()
    assert "mots" not in ORDER.ids()


def test_rights_announced_are_claimed_only_when_they_were() -> None:
    assert "J'avais annoncé" in FUND.text("raison")
    assert "J'avais annoncé" not in FUND.text("raison", rs_carte="non")


def test_an_emergency_is_no_letter_and_a_doctors_reason_no_discrimination() -> None:
    for letter in (FUND, ORDER):
        assert letter.warned("appelez le 15")
        assert letter.warned("n'est pas une discrimination")
        assert any(source.to_verify for source in letter.letter.source)


def test_only_what_was_seen_or_heard_is_alleged() -> None:
    assert all(letter.warned("peut être puni") for letter in (FUND, ORDER))

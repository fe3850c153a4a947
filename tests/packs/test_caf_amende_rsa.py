"""The request against the fine of the département: the administrative court, directly."""

import pytest

from tests.helpers.shipped import Shipped

FINE = Shipped("caf-amende-rsa", "1-un-oubli-corrige.toml")
TWICE = Shipped("caf-amende-rsa", "2-deja-une-penalite.toml")
BANK = Shipped("caf-amende-rsa", "4-faits-anciens-sans-avis.toml")
SUDDEN = Shipped("caf-amende-rsa", "3-sans-prevenir.toml")


def test_it_goes_to_the_administrative_court_without_a_prior_appeal() -> None:
    """CE 19 November 2021 n° 454699."""
    assert FINE.recipient()[:3] == [
        "Madame, Monsieur le président",
        "du tribunal administratif",
        "de Lyon",
    ]
    assert "n° 454699" in FINE.text("requete")
    assert "gracieux" not in FINE.text()


def test_it_has_the_parts_of_a_request_in_their_order() -> None:
    """CJA R.411-1: parties, facts, grounds, conclusions."""
    headings = [part.heading for part in FINE.compose().paragraphs if part.heading]
    assert headings == [
        "Les parties",
        "La décision attaquée",
        "Les faits",
        "Mes raisons",
        "La somme",
        "Par ces motifs",
    ]


@pytest.mark.parametrize("claimed", ["sans"])
def test_good_faith_is_never_claimed_for_the_person(claimed: str) -> None:
    assert not {"bonne-foi", "premiere-erreur"} & FINE.ids(intention=claimed)
    assert "pas une fraude" not in FINE.text(intention=claimed)
    assert FINE.warned("ne parle pas de bonne foi", intention=claimed)


def test_who_answered_was_warned() -> None:
    both = SUDDEN.ids(amende_points=["sans-annonce", "repondu"], amende_reponse_date="14/09/2026")
    assert "sans-annonce" in SUDDEN.ids()
    assert "sans-annonce" not in both


def test_the_two_sanctions_do_not_add_up_only_where_there_were_two() -> None:
    """CSS L.114-17 II."""
    assert "cumul" in TWICE.ids()
    assert "cumul" not in FINE.ids()


def test_a_smaller_fine_is_asked_second_and_only_by_who_speaks_of_means() -> None:
    assert FINE.text("proportion").startswith("À titre subsidiaire")
    assert "réduire" in FINE.text("conclusions")
    assert "réduire" not in TWICE.text()


def test_the_debt_is_another_matter() -> None:
    assert "Je ne reconnais pas pour autant la dette" in TWICE.text("dette")
    assert TWICE.warned("contestez-la à part")


def test_two_clear_months_and_one_year_without_remedies() -> None:
    assert TWICE.rule() == ("rsa-amende", "lrar-retiree", "date_presentation", "")
    late = {"date_decision": "01/07/2026", "date_reception": "03/07/2026"}
    assert FINE.rescue(**late, manque_lettre=["voies-delais"]) == "secours-un-an"


def test_facts_too_old_and_an_opinion_that_lacks_are_pleaded_by_who_says_so() -> None:
    """CE 10 June 2020 n° 428355, CE 7 March 2025 n° 491222."""
    both = {"moyen-penalite-prescrite", "moyen-commission-penalites"}
    assert both <= BANK.ids()
    assert not both & BANK.ids(moyen_penalite_prescrite="non", moyen_commission_penalites="oui")
    assert not both & FINE.ids()


def test_a_letter_that_was_never_fetched_is_not_asked_what_it_says() -> None:
    unread = BANK.ids(comment_recue="recommande-non-retire", date_presentation="06/11/2026")
    assert "moyen-penalite-prescrite" in unread
    assert not {"moyen-commission-penalites", "moyen-motifs-absents", "voies-delais"} & unread

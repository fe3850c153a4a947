"""The request against a penalty: the social court, directly, and true grounds only."""

from typing import Any

import pytest

from tests.helpers.shipped import Shipped

PENALTY = Shipped("caf-penalite-tj", "1-une-erreur-corrigee.toml")
FINED_TWICE = Shipped("caf-penalite-tj", "2-avis-trop-ancien-et-deux-sanctions.toml")
WARNING = Shipped("caf-penalite-tj", "3-cpam-avertissement-sans-prevenir.toml")


def test_it_goes_to_the_social_court_without_a_commission() -> None:
    """CSS L.142-4, last paragraph: no prior appeal against a penalty."""
    assert PENALTY.recipient()[:3] == [
        "Madame, Monsieur le président",
        "Pôle social du tribunal judiciaire",
        "de Saint-Étienne",
    ]
    assert "il n'y a pas de recours préalable" in PENALTY.text("requete")
    assert PENALTY.warned("n'existe plus")


def test_it_has_the_parts_of_a_request_in_their_order() -> None:
    headings = [part.heading for part in PENALTY.compose().paragraphs if part.heading]
    assert headings == [
        "Les parties",
        "La décision attaquée",
        "Les faits",
        "Mes raisons",
        "La somme",
        "Par ces motifs",
    ]


class TestGoodFaith:
    @pytest.mark.parametrize("claimed", ["sans"])
    def test_it_is_never_claimed_for_the_person(self, claimed: str) -> None:
        assert not {"bonne-foi", "premiere-erreur"} & PENALTY.ids(intention=claimed)
        assert "pas une fraude" not in PENALTY.text(intention=claimed)
        assert PENALTY.warned("ne parle pas de bonne foi", intention=claimed)

    def test_its_article_is_not_that_of_the_health_insurance(self) -> None:
        """CSS L.114-17 is for family benefits and pensions; L.114-17-1 was not read for this."""
        assert "L.114-17," in PENALTY.text("bonne-foi")
        assert "L.114-17," not in WARNING.text("bonne-foi")

    @pytest.mark.parametrize("answers", [{"penalite_points": []}, {"reponse_faits": "non"}])
    def test_the_right_to_a_mistake_is_for_a_first_one_corrected(
        self, answers: dict[str, Any]
    ) -> None:
        assert "premiere-erreur" not in PENALTY.ids(**answers)


@pytest.mark.parametrize(("given", "late"), [("11/09/2026", True), ("12/09/2026", False)])
def test_the_opinion_binds_for_one_month(given: str, late: bool) -> None:
    """CSS R.114-11: decided on 12 October 2026."""
    assert ("avis-tardif" in FINED_TWICE.ids(penalite_avis_date=given)) is late


def test_the_procedure_of_the_health_insurance_is_not_that_of_the_others() -> None:
    """CSS R.114-11 goes with L.114-17, which is not the CPAM's."""
    assert "R.114-11" not in WARNING.text("sans-annonce")
    assert "R.114-11" in WARNING.text("sans-annonce", penalite_caisse="retraite")
    assert "avis-tardif" not in FINED_TWICE.ids(penalite_caisse="cpam")


def test_the_two_sanctions_do_not_add_up_only_where_there_were_two() -> None:
    assert "cumul" in FINED_TWICE.ids()
    assert "cumul" not in FINED_TWICE.ids(
        penalite_points=["commission"], penalite_amende_date=None, penalite_reponse_date=None
    )


def test_a_smaller_penalty_is_asked_second_and_only_by_who_speaks_of_means() -> None:
    assert PENALTY.text("proportion").startswith("À titre subsidiaire")
    assert "réduire" not in PENALTY.text(penalite_moyens=None)
    assert "réduire" not in WARNING.text()


def test_the_debt_is_another_matter() -> None:
    assert "Je ne reconnais pas pour autant la dette" in FINED_TWICE.text("dette")
    assert FINED_TWICE.warned("contestez-la à part")
    assert "dette" not in PENALTY.ids()


def test_two_months_from_the_notice() -> None:
    assert FINED_TWICE.rule() == ("caf-penalite-tj", "lrar-retiree", "date_presentation", "")
    assert WARNING.rule() == ("caf-penalite-tj", "lettre-simple", "date_decision", "")


def test_a_letter_never_fetched_is_not_said_to_be_unclear() -> None:
    unread = {"comment_recue": "recommande-non-retire", "date_presentation": "05/11/2026"}
    assert "La décision ne me permet pas" in WARNING.text("discussion")
    assert "La décision ne me permet pas" not in WARNING.text("discussion", **unread)
    assert "reproche" not in WARNING.text("decision", reproche=None, **unread)


def test_a_mere_warning_is_never_called_a_penalty_by_the_bank() -> None:
    """CSS L.114-17-2: the same procedure and the same judge, for a warning as for a penalty."""
    raised = {
        "moyen_penalite_prescrite": "oui",
        "moyen_decide_trop_tot": "oui",
        "moyen_pas_entendu": "oui",
        "moyen_competence_auteur": "Pour le directeur",
        "penalite_points": [],
    }
    printed = {name for name in WARNING.ids(**raised) if name.startswith("moyen-")}
    assert len(printed) == 4
    for name in printed:
        assert "pénalité" not in WARNING.text(name, **raised).lower(), name

"""The letter on a debt of family benefits or AAH: to the commission, and nothing is suspended."""

from typing import Any

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-indu-cra-pf"
SIMPLE = "1-un-enfant-chez-moi.toml"
compose = composer(PACK, SIMPLE)
too_soon = composer(PACK, "2-aah-je-ne-comprends-pas.toml")
old = composer(PACK, "4-sommes-et-prescription.toml")

CONTESTING = ("principe", "montant", "les-deux", "incompris")


class TestWhoIsWrittenTo:
    @pytest.mark.parametrize(
        ("fund", "line"),
        [("caf", "de la Caf du Finistère"), ("msa", "de la Mutualité sociale agricole")],
    )
    def test_the_president_of_the_commission(self, fund: str, line: str) -> None:
        document = compose(organisme=fund, dest_ligne_2="CS 12345")
        lines = plain(document.recipient)
        assert lines[:3] == [
            "Madame, Monsieur le président",
            "de la commission de recours amiable",
            line,
        ]
        assert len(lines) == 6

    def test_the_call_names_the_same_title(self) -> None:
        assert plain((compose().call,)) == ["Madame la Présidente, Monsieur le Président,"]

    @pytest.mark.parametrize(
        "department", ["des Alpes-de-Haute-Provence", "du Territoire de Belfort"]
    )
    def test_the_longest_departments_fit_the_window(self, department: str) -> None:
        lines = plain(compose(departement_de=department).recipient)
        assert all(len(line) <= 38 for line in lines)


class TestNothingIsSuspended:
    """No text suspends the recovery of these debts: the letter asks, and the person is told."""

    @pytest.mark.parametrize("position", [*CONTESTING, "aide"])
    def test_the_letter_asks_and_never_claims(self, position: str) -> None:
        document = compose(position=position)
        assert "suspension" in ids(document)
        assert "suspend" not in text(document)
        assert any("n'arrête pas les retraits" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(("received", "told"), [("04/11/2026", True), ("03/11/2026", False)])
    def test_the_20_days_of_rectification_are_recalled_in_time(
        self, received: str, told: bool
    ) -> None:
        # 24 November is the twentieth day after 4 November.
        document = compose(date_decision="02/11/2026", date_reception=received)
        assert any("rectification" in warning for warning in plain(document.warnings)) is told

    @pytest.mark.parametrize(
        ("began", "announced", "stands"),
        [
            pytest.param("08/11/2026", "non", True, id="nineteen days after the reception"),
            pytest.param("09/11/2026", "non", False, id="after twenty days"),
            pytest.param("05/11/2026", "oui", False, id="an earlier letter claimed it"),
            pytest.param("05/11/2026", None, False, id="not sure"),
        ],
    )
    def test_a_withholding_within_20_days_is_too_soon(
        self, began: str, announced: str | None, stands: bool
    ) -> None:
        # CSS L.133-4-1 and R.133-9-2, counted from 20 October 2026.
        document = too_soon(retenues_debut=began, retenues_annoncees=announced)
        assert ("retenues-trop-tot" in ids(document)) is stands


class TestTheArticlesOfEachBenefit:
    @pytest.mark.parametrize(
        ("benefit", "article", "debt"),
        [
            ("af", "L.553-1", "de prestations familiales"),
            ("cmg", "L.553-1", "de prestations familiales"),
            ("aah", "L.821-5", "d'AAH"),
        ],
    )
    def test_two_years(self, benefit: str, article: str, debt: str) -> None:
        said = text(old(prestation=benefit), "prescription")
        assert f"Une dette {debt} se prescrit par deux ans" in said
        assert f"(article {article} du code de la sécurité sociale)" in said

    @pytest.mark.parametrize(
        ("benefit", "articles"),
        [("ars", "(article L.553-2 du"), ("aah", "(articles L.553-2 et L.821-5-1 du")],
    )
    def test_remission_for_precarity(self, benefit: str, articles: str) -> None:
        assert articles in text(compose(prestation=benefit, position="aide"), "remise-principale")
        second = compose(prestation=benefit, demandes=("remise",))
        assert articles in text(second, "remise-subsidiaire")

    def test_the_rsa_is_nowhere(self) -> None:
        document = old(demandes=("remise", "payer-peu"), mensualite="10", sujets=("etranger",))
        assert "action sociale" not in text(document)
        assert "RSA" not in text(document)


class TestOlderThanTwoYears:
    @pytest.mark.parametrize(
        ("month", "stands"),
        [("09/2024", True), ("10/2024", True), ("11/2024", False)],
        ids=["older", "the last whole month", "the month of the limit"],
    )
    def test_by_the_day_of_the_notice_left(self, month: str, stands: bool) -> None:
        # Never fetched: counted from the first presentation, 4 November 2026.
        assert ("prescription" in ids(old(mois_debut=month))) is stands

    @pytest.mark.parametrize("another", ["oui", None])
    def test_never_while_another_debt_was_taken_back(self, another: str | None) -> None:
        # CSS L.553-1 al. 3: these withholdings interrupt the two years.
        assert "prescription" not in ids(old(autre_retenue=another))

    def test_an_earlier_letter_moves_the_limit(self) -> None:
        said = text(old(lettre_avant="oui", lettre_avant_date="15/06/2026"), "prescription")
        assert "versées avant le 15 juin 2024" in said

    @pytest.mark.parametrize("contested", ["oui", "sans", None])
    def test_never_when_fraud_is_alleged(self, contested: str | None) -> None:
        assert "prescription" not in ids(old(fraude_mot="oui", fraude_conteste=contested))


class TestContestOrHelp:
    """Asking for remission alone gives up contesting (CE 29 June 2016 n° 391059)."""

    @pytest.mark.parametrize("position", CONTESTING)
    def test_contesting_says_so_in_the_first_words(self, position: str) -> None:
        document = compose(position=position)
        assert text(document).startswith("Je conteste la décision")
        assert sum(name.startswith("demande-") for name in ids(document)) == 1
        assert not {"remise-principale", "delai-principal"} & set(ids(document))

    def test_asking_for_help_contests_nothing(self) -> None:
        document = compose(position="aide", manque_lettre=("raisons", "voies-delais"))
        assert "conteste" not in text(document)
        assert "commission" not in text(document)
        assert any("vous ne la contestez pas" in told for told in plain(document.warnings))

    def test_help_is_asked_second_without_recognising_the_debt(self) -> None:
        document = compose(demandes=("remise", "payer-peu"), mensualite="20")
        assert "sans la reconnaître" in text(document, "remise-subsidiaire")
        assert "ne vaut pas reconnaissance de la dette" in text(document, "paiement")

    @pytest.mark.parametrize("position", ["principe", "aide"])
    def test_no_remission_when_fraud_is_not_contested(self, position: str) -> None:
        document = compose(
            position=position, fraude_mot="oui", fraude_conteste="sans", demandes=("remise",)
        )
        assert not {"remise-principale", "remise-subsidiaire", "fraude"} & set(ids(document))

    def test_precarity_is_said_only_with_a_remission(self) -> None:
        assert "précaire" not in text(compose())


class TestWhatThePersonTicked:
    def test_of_the_child_only_what_is_true(self) -> None:
        said = text(compose(enfant_faits=("charge",), enfant_details=None), "enfant")
        assert "Je payais les repas" in said
        assert "toute la semaine" not in said

    def test_good_faith_only_when_the_person_says_why(self) -> None:
        assert "bonne foi" not in text(compose())
        assert "Je suis de bonne foi." in text(compose(bonne_foi=("conseil",)))

    def test_no_judge_who_decides_fast(self) -> None:
        # The référé-suspension is the administrative judge's: not here.
        document = compose(demandes=("urgence",), urgence_faits="Loyer dû le 5 décembre.")
        assert "référé" not in text(document)


class TestDeadlineRules:
    @pytest.mark.parametrize(
        ("changes", "event", "date"),
        [
            ({}, "lettre-simple", "date_decision"),
            ({"manque_lettre": ("voies-delais",)}, "lettre-simple", "date_decision"),
        ],
        ids=["letter", "no remedies, in the usual time"],
    )
    def test_of_the_commission(self, changes: dict[str, Any], event: str, date: str) -> None:
        rule = deadline_rule(PACK, {**answers_of(PACK, SIMPLE), **changes})
        assert (rule.procedure, rule.event, rule.date) == ("caf-cra-pf", event, date)

    def test_missing_remedies_are_those_of_the_social_security_code(self) -> None:
        said = text(compose(manque_lettre=("voies-delais",)), "voies-delais")
        assert "R.142-1-A" in said
        assert "justice administrative" not in said

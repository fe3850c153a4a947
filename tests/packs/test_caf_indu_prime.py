"""The letter on a debt of prime d'activité: to the commission, but as suspensive as the RSA's."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule, rescue
from tests.helpers.rsa import ids, plain, text

PACK = "caf-indu-prime"
SIMPLE = "1-salaire-compte-deux-fois.toml"
compose = composer(PACK, SIMPLE)
old = composer(PACK, "4-net-social-et-prescription.toml")

CONTESTING = ("principe", "montant", "les-deux", "incompris")


class TestWhoIsWrittenTo:
    @pytest.mark.parametrize("position", CONTESTING)
    def test_an_appeal_goes_to_the_commission(self, position: str) -> None:
        document = compose(position=position)
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le président",
            "de la commission de recours amiable",
            "de la Caf de l'Hérault",
        ]
        assert plain((document.call,)) == ["Madame la Présidente, Monsieur le Président,"]

    def test_a_remission_alone_goes_to_the_director(self) -> None:
        document = compose(position="aide")
        assert plain(document.recipient)[:2] == [
            "Madame, Monsieur le directeur",
            "de la Caf de l'Hérault",
        ]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    def test_six_lines_with_a_box(self) -> None:
        for fund in ("caf", "msa"):
            lines = plain(compose(organisme=fund, dest_ligne_2="CS 12345").recipient)
            assert len(lines) == 6
            assert all(len(line) <= 38 for line in lines)


class TestRecoveryIsSuspended:
    """CSS L.845-3: complaint, request for remission and appeals suspend the recovery."""

    @pytest.mark.parametrize(
        ("position", "what"), [("principe", "Ce recours"), ("aide", "Cette demande")]
    )
    def test_the_letter_says_so(self, position: str, what: str) -> None:
        said = text(compose(position=position), "suspension")
        assert said.startswith(f"{what} suspend la récupération")
        assert "L.845-3" in said

    def test_withholdings_are_claimed_back_only_when_they_happened(self) -> None:
        assert "retenues" not in ids(compose(retenues="non"))
        assert "retenues" not in ids(compose(retenues=None))
        assert "120 €" in text(compose(retenues="oui", retenues_montant="120"), "retenues")

    def test_there_is_no_rectification_of_20_days_here(self) -> None:
        # CSS L.845-3 does not know that step: waiting for its answer would lose the two months.
        document = compose(retenues="oui", retenues_montant="120")
        assert "R.133-9-2" not in text(document)
        assert not any("rectification" in told for told in plain(document.warnings))


class TestWhatTheLawOfOthersSays:
    @pytest.mark.parametrize("foreign", ["L.262", "L.553", "L.821", "action sociale", "RSA"])
    def test_is_not_written_here(self, foreign: str) -> None:
        for example in ("2-je-ne-comprends-pas.toml", "3-vie-de-couple-et-fraude.toml"):
            document = composer(PACK, example)(demandes=("remise", "calcul", "informations"))
            assert foreign not in text(document)

    def test_the_judge_is_the_administrative_one(self) -> None:
        said = text(compose(manque_lettre=("voies-delais",)), "voies-delais")
        assert "code de justice administrative" in said
        assert any("tribunal administratif" in told for told in plain(compose().warnings))

    @pytest.mark.parametrize(("wanted", "stands"), [("oui", True), ("non", False)])
    def test_the_judge_who_decides_fast_only_if_wanted(self, wanted: str, stands: bool) -> None:
        document = compose(demandes=("urgence",), urgence_faits="Loyer dû.", refere=wanted)
        assert ("juge des référés" in text(document, "urgence")) is stands


class TestIncomeFromWork:
    def test_only_the_ticked_mistakes_are_written(self) -> None:
        said = text(compose(revenus_erreur=("net-social",)), "revenus")
        assert "montant net social" in said
        assert "deux fois" not in said
        assert "rempli d'avance" not in said

    def test_unknown_sums_leave_a_blank_for_the_pen(self) -> None:
        document = compose(unknown=frozenset({"revenus_details"}))
        assert "revenus" in ids(document)
        assert [blank.question for blank in document.missing] == ["revenus_details"]

    def test_nothing_without_the_subject(self) -> None:
        assert "revenus" not in ids(compose(sujets=()))


class TestOlderThanTwoYears:
    @pytest.mark.parametrize(
        ("month", "stands"),
        [("10/2024", True), ("11/2024", False)],
        ids=["whole", "month of the limit"],
    )
    def test_by_the_notice_left(self, month: str, stands: bool) -> None:
        assert ("prescription" in ids(old(mois_debut=month))) is stands

    def test_the_article_of_this_benefit(self) -> None:
        assert "(article L.845-4 du code de la sécurité sociale)" in text(old(), "prescription")

    @pytest.mark.parametrize("unsure", ["lettre_avant", "fraude_mot", "mois_debut"])
    def test_nothing_is_claimed_when_unsure(self, unsure: str) -> None:
        assert "prescription" not in ids(old(unknown=frozenset({unsure})))


class TestContestOrHelp:
    @pytest.mark.parametrize("position", CONTESTING)
    def test_contesting_says_so_in_the_first_words(self, position: str) -> None:
        document = compose(position=position)
        assert text(document).startswith("Je conteste la décision")
        assert "recours administratif préalable" in text(document, "contestation")
        assert sum(name.startswith("demande-") for name in ids(document)) == 1

    def test_asking_for_help_contests_nothing(self) -> None:
        document = compose(position="aide", manque_lettre=("raisons",))
        assert "conteste" not in text(document)
        assert "recours" not in text(document)
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


def test_two_months_from_the_reception() -> None:
    simple = answers_of(PACK, SIMPLE)
    rule = deadline_rule(PACK, simple)
    assert (rule.procedure, rule.event, rule.date) == (
        "caf-rapo-prime",
        "lettre-simple",
        "date_decision",
    )
    late = {"date_decision": "10/08/2026", "date_reception": "14/08/2026"}
    assert rescue(PACK, {**simple, **late, "manque_lettre": ("voies-delais",)}) == "secours-un-an"


def test_declared_in_time_and_declared_late_is_told_before_sending() -> None:
    """The other side needs no more than these two sentences to say that one is false."""
    both = plain(compose(bonne_foi=("declare", "retard")).warnings)
    assert any("l'un des deux est faux" in told for told in both)
    one = plain(compose(bonne_foi=("declare",)).warnings)
    assert not any("l'un des deux est faux" in told for told in one)

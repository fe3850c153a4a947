"""The letter on a debt of housing aid: to the director and the commission; nothing is suspended."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule, rescue
from tests.helpers.rsa import ids, plain, text

PACK = "caf-indu-apl"
SIMPLE = "1-demenagement.toml"
compose = composer(PACK, SIMPLE)
too_soon = composer(PACK, "2-je-ne-comprends-pas.toml")
old = composer(PACK, "4-revenus-et-prescription.toml")

CONTESTING = ("principe", "montant", "les-deux", "incompris")


class TestWhoIsWrittenTo:
    @pytest.mark.parametrize("position", [*CONTESTING, "aide"])
    def test_the_director_who_decides_after_the_commission(self, position: str) -> None:
        # CCH L.825-2: naming both avoids a refusal for the wrong addressee.
        document = compose(position=position)
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le directeur",
            "de la Caf du Doubs",
            "Commission de recours amiable",
        ]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    @pytest.mark.parametrize("fund", ["caf", "msa"])
    def test_six_lines_with_a_box(self, fund: str) -> None:
        lines = plain(compose(organisme=fund, dest_ligne_2="CS 12345").recipient)
        assert len(lines) == 6
        assert all(len(line) <= 38 for line in lines)


class TestNothingIsSuspended:
    @pytest.mark.parametrize("position", [*CONTESTING, "aide"])
    def test_the_letter_asks_and_never_claims(self, position: str) -> None:
        document = compose(position=position)
        assert "suspension" in ids(document)
        assert "suspend" not in text(document)
        assert any("n'arrête pas les retraits" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(
        ("announced", "stands"), [("non", True), ("oui", False), (None, False)]
    )
    def test_money_taken_within_20_days(self, announced: str | None, stands: bool) -> None:
        # CSS R.133-9-2, which CCH L.823-9 sends to.
        document = too_soon(retenues_annoncees=announced)
        assert ("retenues-trop-tot" in ids(document)) is stands

    def test_both_codes_are_named(self) -> None:
        said = text(too_soon(), "retenues-trop-tot")
        assert "R.133-9-2" in said
        assert "L.823-9" in said


class TestTheHome:
    def test_the_name_of_an_aid_that_is_not_known(self) -> None:
        assert "pour l'aide au logement," in text(compose(aide_logement="inconnue"), "contestation")

    @pytest.mark.parametrize(("paid", "stands"), [("oui", True), ("non", False), (None, False)])
    def test_an_aid_paid_to_the_landlord(self, paid: str | None, stands: bool) -> None:
        assert ("au-bailleur" in ids(compose(aide_au_bailleur=paid))) is stands

    def test_a_move_without_a_new_home(self) -> None:
        said = text(compose(entree_logement=None, demenagement_dit=None), "demenagement")
        assert said.endswith("Je vous demande de refaire le calcul avec cette date.")
        assert "prévenu" not in said

    @pytest.mark.parametrize(
        ("shared", "said"), [("oui", "ma part est de 260 €"), ("non", "Mon loyer est de 260 €")]
    )
    def test_the_rent_or_its_share(self, shared: str, said: str) -> None:
        document = compose(sujets=("loyer",), loyer_juste="260", loyer_colocation=shared)
        assert said in text(document, "loyer")

    def test_of_arrears_only_what_is_true(self) -> None:
        said = text(compose(sujets=("impaye",), impaye_faits=("demarche",)), "impaye")
        assert "Je cherche un accord" in said
        assert "plan" not in said

    def test_each_subject_has_its_own_paragraph(self) -> None:
        for subject in ("revenus", "demenagement", "loyer", "bailleur", "impaye"):
            found = {"revenus", "demenagement", "loyer", "bailleur", "impaye"} & set(
                ids(compose(sujets=(subject,)))
            )
            assert found == {subject}


class TestOlderThanTwoYears:
    @pytest.mark.parametrize(
        ("month", "stands"), [("10/2024", True), ("11/2024", False)], ids=["whole", "of the limit"]
    )
    def test_by_the_notice_left(self, month: str, stands: bool) -> None:
        assert ("prescription" in ids(old(mois_debut=month))) is stands

    def test_the_council_of_state_is_cited(self) -> None:
        # The article of the code is still to be read again: the judgment is sure.
        assert "29 novembre 2022, n° 450275" in text(old(), "prescription")

    @pytest.mark.parametrize("another", ["oui", None])
    def test_never_while_another_debt_was_taken_back(self, another: str | None) -> None:
        assert "prescription" not in ids(old(autre_retenue=another))

    @pytest.mark.parametrize(
        ("aid", "month", "told"),
        [("als", "11/2019", True), ("als", "01/2020", False), ("apl", "11/2019", False)],
    )
    def test_another_judge_before_2020_for_the_allowances(
        self, aid: str, month: str, told: bool
    ) -> None:
        warnings = plain(old(aide_logement=aid, mois_debut=month).warnings)
        assert any("tribunal judiciaire" in warning for warning in warnings) is told


class TestContestOrHelp:
    @pytest.mark.parametrize("position", CONTESTING)
    def test_contesting_says_so_in_the_first_words(self, position: str) -> None:
        document = compose(position=position)
        assert text(document).startswith("Je conteste la décision")
        assert "recours administratif préalable" in text(document, "contestation")
        assert sum(name.startswith("demande-") for name in ids(document)) == 1

    def test_asking_for_help_contests_nothing(self) -> None:
        document = compose(position="aide", manque_lettre=("raisons",), aide_au_bailleur="oui")
        assert "conteste" not in text(document)
        assert "recours" not in text(document)
        assert "au-bailleur" not in ids(document)

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
        "caf-rapo-apl",
        "lettre-simple",
        "date_decision",
    )
    late = {"date_decision": "10/08/2026", "date_reception": "14/08/2026"}
    assert rescue(PACK, {**simple, **late, "manque_lettre": ("voies-delais",)}) == "secours-un-an"

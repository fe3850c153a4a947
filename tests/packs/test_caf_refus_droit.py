"""The letter on a refusal or a wrong amount: the benefit decides recipient, article and delay."""

from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.workflow.documents.preparing import prepare_letter
from tests.helpers.example_answers import answers_of, composer, deadline_rule, rescue
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.rsa import TODAY, ids, plain, text

PACK = "caf-refus-droit"
SIMPLE = "1-refus-pour-les-revenus.toml"
compose = composer(PACK, SIMPLE)
of_the_rsa = composer(PACK, "2-rsa-je-ne-comprends-pas.toml")

FOUR = [
    pytest.param("rsa", "caf-rapo-rsa", "L.262-47", id="RSA"),
    pytest.param("prime", "caf-rapo-prime", "L.845-2", id="prime d'activité"),
    pytest.param("logement", "caf-rapo-apl", "L.825-2", id="housing aid"),
    pytest.param("af", "caf-cra-pf", "L.142-4", id="family benefits"),
    pytest.param("aah", "caf-cra-pf", "L.142-4", id="AAH"),
]


class TestByBenefit:
    @pytest.mark.parametrize(("benefit", "procedure", "article"), FOUR)
    def test_the_article_of_the_appeal(self, benefit: str, procedure: str, article: str) -> None:
        document = compose(prestation=benefit, lieu_rsa="paris")
        assert article in text(document, "contestation")

    @pytest.mark.parametrize(("benefit", "procedure", "article"), FOUR)
    def test_the_two_months(self, benefit: str, procedure: str, article: str) -> None:
        answers = {**answers_of(PACK, SIMPLE), "prestation": benefit}
        if benefit == "rsa":
            answers["lieu_rsa"] = "paris"
        rule = deadline_rule(PACK, answers)
        assert (rule.procedure, rule.event, rule.date) == (
            procedure,
            "lettre-simple",
            "date_decision",
        )

    @pytest.mark.parametrize(("benefit", "procedure", "article"), FOUR)
    def test_without_remedies_the_longer_time_comes_only_afterwards(
        self, benefit: str, procedure: str, article: str
    ) -> None:
        late: dict[str, Any] = {
            "prestation": benefit,
            "manque_lettre": ("voies-delais",),
            "date_decision": "10/08/2026",
            "date_reception": "14/08/2026",
        }
        if benefit == "rsa":
            late["lieu_rsa"] = "paris"
        answers = {**answers_of(PACK, SIMPLE), **late}
        assert deadline_rule(PACK, answers).procedure == procedure
        code = "inopposable" if procedure == "caf-cra-pf" else "secours-un-an"
        assert rescue(PACK, answers) == code

    @pytest.mark.parametrize(
        ("benefit", "first"),
        [
            ("af", "Madame, Monsieur le président"),
            ("prime", "Madame, Monsieur le président"),
            ("logement", "Madame, Monsieur le directeur"),
        ],
    )
    def test_the_recipient(self, benefit: str, first: str) -> None:
        lines = plain(compose(prestation=benefit).recipient)
        assert lines[0] == first
        assert "de la Caf de l'Hérault" in lines

    @pytest.mark.parametrize(
        ("benefit", "code"),
        [
            ("prime", "justice administrative"),
            ("logement", "justice administrative"),
            ("aah", "R.142-1-A"),
        ],
    )
    def test_missing_remedies(self, benefit: str, code: str) -> None:
        document = compose(prestation=benefit, manque_lettre=("voies-delais",))
        assert code in text(document, "voies-delais")

    @pytest.mark.parametrize(("benefit", "said"), [("prime", True), ("aah", True)])
    def test_the_duty_to_give_reasons_of_the_funds(self, benefit: str, said: bool) -> None:
        document = compose(prestation=benefit, manque_lettre=("raisons",))
        assert ("L.211-7" in text(document, "motivation")) is said

    def test_the_departement_is_no_fund(self) -> None:
        # CRPA L.211-7 is about the bodies of social security.
        assert "L.211-7" not in text(of_the_rsa(), "motivation")

    @pytest.mark.parametrize(
        ("benefit", "judge"), [("prime", "tribunal administratif"), ("af", "tribunal judiciaire")]
    )
    def test_the_judge(self, benefit: str, judge: str) -> None:
        assert any(judge in told for told in plain(compose(prestation=benefit).warnings))

    @pytest.mark.parametrize(("benefit", "said"), [("prime", True), ("af", False)])
    def test_the_judge_who_decides_fast_is_the_administrative_one(
        self, benefit: str, said: bool
    ) -> None:
        document = compose(
            prestation=benefit, demandes=("urgence",), urgence_faits="Loyer dû.", refere="oui"
        )
        assert ("référés" in text(document, "urgence")) is said


@pytest.mark.parametrize(("benefit", "procedure", "article"), FOUR)
def test_what_follows_is_that_of_the_benefit(benefit: str, procedure: str, article: str) -> None:
    # The letter has no procedure of its own: the judge that comes next depends on the benefit.
    answers = {**answers_of(PACK, SIMPLE), "prestation": benefit}
    if benefit == "rsa":
        answers["lieu_rsa"] = "paris"
    prepared = prepare_letter(CATALOGUE, LAW, Draft(PACK, answers), TODAY)
    assert prepared.procedure == procedure
    assert prepared.silence is not None
    assert (prepared.silence.value, prepared.silence.effect) == (2, "rejet")


class TestWhatIsAsked:
    @pytest.mark.parametrize(
        ("nature", "said"),
        [
            ("refus", "Je vous demande de me donner cette aide"),
            ("fin", "Je vous demande de rétablir mon droit"),
            ("calcul", "Je vous demande de refaire le calcul"),
            ("date", "Je vous demande de corriger la date de départ"),
        ],
    )
    def test_each_decision_has_its_request(self, nature: str, said: str) -> None:
        assert text(compose(decision_nature=nature), "demande").startswith(said)

    def test_the_month_is_left_out_when_unknown(self) -> None:
        said = text(compose(unknown=frozenset({"droit_depuis"})), "demande")
        assert said.endswith("et de me payer ce qui est dû.")

    def test_not_understanding_denies_nothing(self) -> None:
        document = compose(avis_refus="incompris")
        assert "raison" not in ids(document)
        assert "le détail mois par mois" in text(document, "incompris")

    def test_no_debt_is_spoken_of(self) -> None:
        for letter in (compose, of_the_rsa):
            assert "dette" not in text(letter(demandes=("calcul", "entendu")))


class TestOnlyWhatIsTrue:
    @pytest.mark.parametrize(
        ("subject", "paragraph"),
        [
            ("revenus", "revenus"),
            ("foyer", "foyer"),
            ("titre", "titre"),
            ("etranger", "residence"),
            ("papiers", "papiers"),
        ],
    )
    def test_each_subject_has_its_paragraph(self, subject: str, paragraph: str) -> None:
        found = {"revenus", "foyer", "titre", "residence", "papiers", "couple"}
        assert found & set(ids(compose(sujets=(subject,)))) == {paragraph}

    def test_a_couple_that_is_one_is_not_denied(self) -> None:
        document = compose(sujets=("couple",), couple_situation="couple")
        assert "couple" not in ids(document)

    @pytest.mark.parametrize(("joined", "said"), [("jointe", True), ("suivra", False)])
    def test_a_copy_is_said_to_be_there_only_if_it_is(self, joined: str, said: bool) -> None:
        document = compose(sujets=("titre",), titre_nom="une carte de résident", piece_titre=joined)
        assert ("J'en joins une copie" in text(document, "titre")) is said

    def test_a_foreigner_is_told_to_get_help(self) -> None:
        warnings = plain(compose(sujets=("titre",)).warnings)
        assert any("relire cette lettre par une association" in told for told in warnings)

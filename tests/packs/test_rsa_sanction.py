"""The answer to an announced RSA sanction: ten days, legitimate reasons, only what is true."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "rsa-sanction"
SIMPLE = "1-convocation-jamais-recue.toml"
compose = composer(PACK, SIMPLE)
suppressed = composer(PACK, "2-suppression-par-france-travail.toml")


class TestWhoIsWrittenTo:
    """Who signed: even where the State pays the RSA, the département follows the person."""

    def test_the_departement(self) -> None:
        document = compose()
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le président",
            "du conseil départemental",
            "de la Loire",
        ]
        assert plain((document.call,)) == ["Madame la Présidente, Monsieur le Président,"]

    def test_france_travail(self) -> None:
        document = compose(sanction_auteur="france-travail")
        assert plain(document.recipient)[:2] == [
            "Madame, Monsieur le directeur",
            "de l'agence France Travail",
        ]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    def test_another_office_by_its_own_name(self) -> None:
        document = compose(sanction_auteur="autre", dest_nom="Métropole de Lyon")
        assert plain(document.recipient)[0] == "Métropole de Lyon"
        assert plain((document.call,)) == ["Madame, Monsieur,"]


class TestTheReasons:
    @pytest.mark.parametrize(
        ("what", "said"),
        [
            ("pas-recue", "Je n'ai pas reçu la convocation"),
            ("trop-tard", "trop tard"),
            ("prevenu", "J'avais prévenu"),
            ("venu", "J'étais à ce rendez-vous."),
        ],
    )
    def test_of_the_meeting(self, what: str, said: str) -> None:
        assert said in text(compose(convocation=what), "convocation")

    def test_a_meeting_that_was_missed_is_not_denied(self) -> None:
        assert "convocation" not in ids(compose(convocation="manque"))

    @pytest.mark.parametrize("what", ["jamais-propose", "pas-explique", "impossible", "respecte"])
    def test_of_the_contract(self, what: str) -> None:
        assert "contrat" in ids(compose(reproches=("contrat",), contrat=what))

    def test_a_legitimate_reason_only_if_there_is_one(self) -> None:
        assert "légitime" not in text(compose())
        said = text(compose(motifs_legitimes=("enfants",)), "motif-legitime")
        assert "Je devais garder un enfant." in said
        assert "santé" not in said
        assert "L.262-37" in said

    def test_violence_needs_no_detail(self) -> None:
        warnings = plain(compose(motifs_legitimes=("violences",)).warnings)
        assert any("3919" in told for told in warnings)
        assert any("pas à donner de détails" in told for told in warnings)

    def test_what_was_done_since_ends_the_sanction(self) -> None:
        assert "mise-en-regle" not in ids(compose())
        said = text(compose(mise_en_regle="signé mon contrat"), "mise-en-regle")
        assert said.startswith("Depuis, j'ai signé mon contrat.")


class TestTheLimits:
    @pytest.mark.parametrize(
        ("plan", "stands"), [("suppression", True), ("suspension", False), ("inconnu", False)]
    )
    def test_a_suppression_needs_the_teams_opinion(self, plan: str, stands: bool) -> None:
        assert ("equipe" in ids(suppressed(sanction_projet=plan))) is stands

    @pytest.mark.parametrize(
        ("household", "plan", "stands"),
        [
            ("oui", "suspension", True),
            ("non", "suspension", False),
            (None, "suspension", False),
            ("oui", "suppression", False),
        ],
    )
    def test_half_is_kept_for_a_family(
        self, household: str | None, plan: str, stands: bool
    ) -> None:
        document = compose(foyer_plusieurs=household, sanction_projet=plan)
        assert ("plafond" in ids(document)) is stands

    def test_a_young_rule_is_said_to_be_unsure(self) -> None:
        assert any("n'ont pas toutes pu être relues" in told for told in plain(compose().warnings))


def test_ten_days_from_the_reception() -> None:
    rule = deadline_rule(PACK, answers_of(PACK, SIMPLE))
    assert (rule.procedure, rule.event, rule.date) == (
        "rsa-sanction-observations",
        "lettre-simple",
        "date_decision",
    )
    assert rule.received == "date_reception"

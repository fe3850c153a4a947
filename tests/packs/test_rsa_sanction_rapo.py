"""The appeal against an RSA sanction: to the right office, and only the faults the person saw."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule, rescue
from tests.helpers.rsa import ids, plain, text

PACK = "rsa-sanction-rapo"
SIMPLE = "1-un-enfant-malade.toml"
compose = composer(PACK, SIMPLE)
suppressed = composer(PACK, "2-suppression-a-la-reunion.toml")
heavy = composer(PACK, "3-lyon-quatre-vingts-pour-cent.toml")


class TestWhoIsWrittenTo:
    def test_the_president_of_the_departement(self) -> None:
        document = compose()
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le président",
            "du conseil départemental",
            "du Finistère",
        ]
        assert plain((document.call,)) == ["Madame la Présidente, Monsieur le Président,"]

    def test_the_fund_where_the_state_has_the_rsa(self) -> None:
        document = suppressed()
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le directeur",
            "de la Caf de La Réunion",
            "Commission de recours amiable",
        ]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    def test_the_notice_wins(self) -> None:
        lines = plain(suppressed(destinataire_indique="departement").recipient)
        assert lines[:3] == [
            "Madame, Monsieur le président",
            "du conseil départemental",
            "de La Réunion",
        ]

    def test_both_where_the_experiment_ends(self) -> None:
        document = compose(lieu_rsa="seine-saint-denis", destinataire_indique="rien")
        assert any("Seine-Saint-Denis" in copy for copy in plain(document.copies))


class TestFaultsOfTheProcedure:
    @pytest.mark.parametrize(
        ("before", "stands"), [("non", True), ("oui", False), ("ne-sait-pas", False), (None, False)]
    )
    def test_no_word_before(self, before: str | None, stands: bool) -> None:
        assert ("contradictoire" in ids(suppressed(prevenu_avant=before))) is stands

    @pytest.mark.parametrize(
        ("opinion", "stands"), [("non", True), ("oui", False), ("ne-sait-pas", False)]
    )
    def test_no_opinion_of_the_team(self, opinion: str, stands: bool) -> None:
        assert ("equipe" in ids(suppressed(avis_equipe=opinion))) is stands

    def test_the_team_is_for_a_suppression_only(self) -> None:
        assert "equipe" not in ids(suppressed(sanction_nature="suspension", part_retiree="40"))

    @pytest.mark.parametrize(
        ("lacks", "paragraph"), [("raisons", "motivation"), ("nom-agent", "auteur")]
    )
    def test_what_the_decision_lacks(self, lacks: str, paragraph: str) -> None:
        assert paragraph in ids(compose(manque_lettre=(lacks,)))
        assert paragraph not in ids(compose())


class TestMeasure:
    """CASF L.262-37, R.262-68: 30 % at least; half is kept for a family."""

    @pytest.mark.parametrize(
        ("share", "stands"), [("30", False), ("31", True), ("100", True), (None, False)]
    )
    def test_more_than_the_minimum(self, share: str | None, stands: bool) -> None:
        assert ("proportion" in ids(heavy(part_retiree=share))) is stands

    @pytest.mark.parametrize(
        ("share", "household", "stands"),
        [
            ("50", "oui", False),
            ("51", "oui", True),
            ("80", "non", False),
            ("80", None, False),
            (None, "oui", False),
        ],
    )
    def test_more_than_half_of_a_familys_rsa(
        self, share: str | None, household: str | None, stands: bool
    ) -> None:
        document = heavy(part_retiree=share, foyer_plusieurs=household)
        assert ("plafond" in ids(document)) is stands

    def test_no_share_of_a_suppression(self) -> None:
        document = heavy(sanction_nature="suppression", part_retiree="80")
        assert not {"proportion", "plafond"} & set(ids(document))


class TestHonesty:
    def test_the_appeal_does_not_stop_the_sanction(self) -> None:
        # CASF L.262-46 suspends the recovery of a debt, not a sanction.
        document = compose()
        assert "L.262-46" not in text(document)
        assert any("n'arrête pas la sanction" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(("wanted", "said"), [("oui", True), ("non", False), (None, False)])
    def test_the_judge_who_decides_fast_only_if_wanted(
        self, wanted: str | None, said: bool
    ) -> None:
        assert ("référés" in text(suppressed(refere=wanted), "urgence")) is said

    def test_a_legitimate_reason_only_if_there_is_one(self) -> None:
        assert "motif-legitime" not in ids(compose(motifs_legitimes=()))

    def test_the_whole_sanction_is_contested_first(self) -> None:
        assert "d'annuler cette sanction" in text(heavy(), "contestation")
        assert "À titre subsidiaire" in text(heavy(), "proportion")


def test_two_months() -> None:
    simple = answers_of(PACK, SIMPLE)
    rule = deadline_rule(PACK, simple)
    assert (rule.procedure, rule.event, rule.date) == (
        "caf-rapo-rsa",
        "lettre-simple",
        "date_decision",
    )
    late = {"date_decision": "10/08/2026", "date_reception": "14/08/2026"}
    assert rescue(PACK, {**simple, **late, "manque_lettre": ("voies-delais",)}) == "secours-un-an"

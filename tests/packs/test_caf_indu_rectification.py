"""The letter of the twenty days: nothing is recovered before the answer; later, it is an appeal."""

from typing import Any

import pytest

from desktop_app.core.errors import InvalidAnswers
from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-indu-rectification"
SIMPLE = "1-un-salaire-compte-deux-fois.toml"
compose = composer(PACK, SIMPLE)
late = composer(PACK, "3-trop-tard-et-prescription.toml")


class TestWhoIsWrittenTo:
    @pytest.mark.parametrize(
        ("fund", "line"),
        [("caf", "de la Caf du Finistère"), ("msa", "de la Mutualité sociale agricole")],
    )
    def test_the_director(self, fund: str, line: str) -> None:
        document = compose(organisme=fund)
        assert plain(document.recipient)[:2] == ["Madame, Monsieur le directeur", line]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    @pytest.mark.parametrize("benefit", ["rsa", "prime"])
    def test_never_for_what_an_appeal_suspends_by_itself(self, benefit: str) -> None:
        # CASF L.262-46 and CSS L.845-3 do not know this step.
        with pytest.raises(InvalidAnswers):
            compose(prestation=benefit)


class TestTheTwentyDays:
    @pytest.mark.parametrize(
        ("received", "in_time"),
        [
            pytest.param("04/11/2026", True, id="the twentieth day"),
            pytest.param("03/11/2026", False, id="the day after"),
        ],
    )
    def test_nothing_is_recovered_before_the_answer(self, received: str, in_time: bool) -> None:
        # CSS R.133-9-2; the letter is of 24 November 2026.
        document = compose(date_decision="02/11/2026", date_reception=received)
        assert ("recuperation" in ids(document)) is in_time
        assert ("attendre" in ids(document)) is not in_time
        assert ("Les 20 jours sont passés" in text(document, "reserve")) is not in_time

    def test_it_is_claimed_only_when_the_day_is_known(self) -> None:
        document = compose(unknown=frozenset({"date_reception"}))
        assert "recuperation" not in ids(document)
        assert "attendre" in ids(document)

    def test_of_a_registered_letter_the_day_at_the_counter_counts(self) -> None:
        answers: dict[str, Any] = {
            "comment_recue": "recommande-retire",
            "date_decision": "30/10/2026",
            "date_reception": None,
            "date_presentation": "02/11/2026",
            "date_retrait": "09/11/2026",
        }
        assert "recuperation" in ids(compose(**answers))

    @pytest.mark.parametrize("letter", [compose, late])
    def test_the_appeal_is_kept_in_every_case(self, letter: Any) -> None:
        # CSS R.133-9-2 IV: out of time, a written request is an appeal before the commission.
        said = text(letter(), "reserve")
        assert "ne veut pas dire que j'accepte la dette" in said
        assert "commission de recours amiable" in said

    def test_money_already_taken_is_claimed_back_only_if_it_was(self) -> None:
        assert "retenues" not in text(compose())
        assert "me rendre cet argent" in text(compose(retenue_faite="oui"), "recuperation")


class TestWhatIsWrong:
    def test_only_the_ticked_mistakes(self) -> None:
        said = text(compose(erreurs=("periode",)), "erreurs")
        assert said == "La période réclamée n'est pas la bonne."

    def test_not_understanding_is_an_answer(self) -> None:
        document = compose(erreurs=("incompris",), erreur_details=None)
        assert "incompris" in ids(document)
        assert not {"erreurs", "details"} & set(ids(document))

    def test_no_remission_is_asked_here(self) -> None:
        assert "remise" not in text(compose())


class TestTheLawOfEachBenefit:
    @pytest.mark.parametrize(
        ("benefit", "said"), [("logement", True), ("aah", False), ("af", False)]
    )
    def test_housing_aid_is_sent_to_the_same_rules(self, benefit: str, said: bool) -> None:
        assert ("L.823-9" in text(compose(prestation=benefit), "demande")) is said

    @pytest.mark.parametrize(
        ("benefit", "source"),
        [("aah", "L.821-5"), ("af", "L.553-1"), ("logement", "29 novembre 2022, n° 450275")],
    )
    def test_two_years(self, benefit: str, source: str) -> None:
        assert source in text(late(prestation=benefit), "prescription")

    @pytest.mark.parametrize("changes", [{"autre_retenue": "oui"}, {"fraude_mot": "oui"}])
    def test_nothing_is_too_old_when_in_doubt(self, changes: dict[str, str]) -> None:
        assert "prescription" not in ids(late(**changes))


@pytest.mark.parametrize(
    ("changes", "procedure"),
    [
        ({}, "caf-rectification"),
        ({"date_decision": "02/11/2026", "date_reception": "03/11/2026"}, "caf-cra-pf"),
        (
            {
                "prestation": "logement",
                "date_decision": "02/11/2026",
                "date_reception": "03/11/2026",
            },
            "caf-rapo-apl",
        ),
    ],
    ids=["in time", "late", "late, housing aid"],
)
def test_late_the_two_months_of_the_appeal_are_shown(
    changes: dict[str, str], procedure: str
) -> None:
    rule = deadline_rule(PACK, {**answers_of(PACK, SIMPLE), **changes})
    assert (rule.procedure, rule.event, rule.date) == (procedure, "lettre-simple", "date_decision")

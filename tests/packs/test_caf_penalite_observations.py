"""The answer to an announced penalty: within the month, good faith only when it is claimed."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-penalite-observations"
SIMPLE = "1-une-premiere-erreur.toml"
compose = composer(PACK, SIMPLE)
accused = composer(PACK, "3-vie-de-couple-et-dette.toml")


@pytest.mark.parametrize(
    ("fund", "line"),
    [
        ("caf", "de la Caf de l'Hérault"),
        ("msa", "de la Mutualité sociale agricole"),
        ("retraite", "de la caisse de retraite"),
    ],
)
def test_the_director_is_written_to(fund: str, line: str) -> None:
    document = compose(caisse=fund)
    assert plain(document.recipient)[:2] == ["Madame, Monsieur le directeur", line]
    assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("answer", "paragraph"),
        [("non", "contestation"), ("erreur", "erreur"), ("incompris", "incompris")],
    )
    def test_one_answer_to_the_reproach(self, answer: str, paragraph: str) -> None:
        found = {"contestation", "erreur", "incompris"} & set(ids(compose(reponse_faits=answer)))
        assert found == {paragraph}

    def test_the_reproach_is_quoted(self) -> None:
        assert "« salaires non déclarés de mars à mai 2026 »" in text(compose(), "erreur")

    def test_only_what_explains_is_said(self) -> None:
        said = text(compose(explications=("langue",)), "explications")
        assert "le français" in said
        assert "internet" not in said


class TestGoodFaith:
    """CSS L.114-17 I: good faith excludes the penalty; the fund must prove fraud (CRPA L.123-2)."""

    @pytest.mark.parametrize("claimed", ["sans"])
    def test_it_is_never_claimed_for_the_person(self, claimed: str) -> None:
        document = compose(intention=claimed)
        assert not {"bonne-foi", "premiere-erreur"} & set(ids(document))
        assert "pas une fraude" not in text(document)
        assert any("ne parle pas de bonne foi" in told for told in plain(document.warnings))

    def test_claimed_it_is_argued(self) -> None:
        said = text(compose(), "bonne-foi")
        assert "La bonne foi exclut la pénalité" in said
        assert "L.123-2" in said

    def test_the_word_is_to_be_withdrawn_where_it_was_written(self) -> None:
        assert "retirer le mot « fraude »" in text(accused(), "bonne-foi")
        assert "retirer le mot" not in text(compose(), "bonne-foi")

    @pytest.mark.parametrize(
        "changes",
        [{"premiere_fois": "non"}, {"premiere_fois": None}, {"corrige": "non"}, {"corrige": None}],
    )
    def test_the_right_to_a_first_mistake_needs_a_first_and_corrected_one(
        self, changes: dict[str, str | None]
    ) -> None:
        # CRPA L.123-1.
        assert "premiere-erreur" not in ids(compose(**changes))


class TestDebtAndPenaltyAreTwo:
    def test_the_debt_is_not_recognised(self) -> None:
        assert "Je ne reconnais pas pour autant la dette" in text(accused(), "dette")
        assert any("contestez la dette à part" in told for told in plain(accused().warnings))

    @pytest.mark.parametrize("asked", ["non", None])
    def test_no_debt_no_word_of_it(self, asked: str | None) -> None:
        assert "dette" not in text(accused(dette_contestee=asked))

    def test_afterwards_the_judge_without_a_commission(self) -> None:
        # CSS L.142-4: no prior appeal against a penalty; the old one-month appeal is gone.
        assert any("Il n'y a pas de commission avant" in told for told in plain(compose().warnings))


@pytest.mark.parametrize(("asked", "stands"), [("oui", True), ("non", False), (None, False)])
def test_hearing_and_file_are_asked_if_wanted(asked: str | None, stands: bool) -> None:
    document = compose(entendu=asked, dossier=asked)
    assert ("rendez-vous" in ids(document)) is stands
    assert ("dossier" in ids(document)) is stands


@pytest.mark.parametrize(
    ("example", "event"),
    [
        (SIMPLE, "lettre-simple"),
        ("2-je-ne-comprends-pas.toml", "lrar-non-retiree"),
        ("3-vie-de-couple-et-dette.toml", "lrar-retiree"),
    ],
)
def test_one_month(example: str, event: str) -> None:
    rule = deadline_rule(PACK, answers_of(PACK, example))
    assert (rule.procedure, rule.event) == ("caf-penalite-observations", event)

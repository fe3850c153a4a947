"""The letter that asks for reasons claims no refusal, and says when it is too early."""

import datetime as dt

import pytest

from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.template import condition_of
from tests.helpers.example_answers import answers_of
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import TODAY, ids, plain, text

PACK = "motifs"
LETTER = CATALOGUE.letter(PACK)
SILENCE = answers_of(PACK, "1-silence-de-la-mairie.toml")
WRITTEN = answers_of(PACK, "2-lettre-sans-raisons.toml")


def compose(answers: dict[str, object], day: dt.date = TODAY, **changes: object) -> LetterDocument:
    draft = Draft(PACK, {**answers, **changes})
    return compose_letter(LETTER, validate(LETTER, draft, day), day)


class TestAfterASilence:
    """CRPA L.232-4: the reasons of an implicit refusal are due within a month."""

    @pytest.mark.parametrize("nature", ["recours", "mdph", "sejour", "autre"])
    def test_the_silence_is_never_called_a_refusal(self, nature: str) -> None:
        document = compose(SILENCE, demande_nature=nature)
        assert "Si ce silence est un refus" in text(document, "demande-motifs")
        assert ("accord" in ids(document)) is (nature == "autre")

    @pytest.mark.parametrize(
        ("nature", "received", "early"),
        [
            pytest.param("autre", "24/09/2026", False, id="two months, to the day"),
            pytest.param("autre", "25/09/2026", True, id="a day before the two months"),
            pytest.param("mdph", "25/09/2026", True, id="MDPH waits four months"),
            pytest.param("mdph", "24/07/2026", False, id="MDPH, after four months"),
            pytest.param("sejour", "25/07/2026", True, id="residence permit, a day early"),
        ],
    )
    def test_too_early_is_said(self, nature: str, received: str, early: bool) -> None:
        document = compose(
            SILENCE, demande_nature=nature, demande_envoi="01/07/2026", demande_reception=received
        )
        assert any("trop tôt" in warning for warning in plain(document.warnings)) is early

    @pytest.mark.parametrize(("told", "stands"), [("non", True), ("oui", False), ("", False)])
    def test_a_missing_acknowledgement_only_when_the_person_says_so(
        self, told: str, stands: bool
    ) -> None:
        answers = {k: v for k, v in SILENCE.items() if k != "demande_accuse" or told}
        document = compose(answers, **({"demande_accuse": told} if told else {}))
        assert ("accuse-reception" in ids(document)) is stands

    def test_a_renewed_receipt_does_not_keep_the_refusal_from_being_born(self) -> None:
        """CE avis 6 May 2025 n° 499904: for a residence permit, and for nothing else."""
        permit = plain(compose(SILENCE, demande_nature="sejour").warnings)
        assert any("récépissé" in warning for warning in permit)
        assert not any("récépissé" in warning for warning in plain(compose(SILENCE).warnings))


class TestAfterALetter:
    def test_contesting_is_a_choice_and_a_warning_otherwise(self) -> None:
        assert "recours" in ids(compose(WRITTEN))
        silent = compose(WRITTEN, revoir="non")
        assert "recours" not in text(silent, "reserve")
        assert not {"recours"} & set(ids(silent))
        assert any("ne prolonge pas le délai" in warning for warning in plain(silent.warnings))

    @pytest.mark.parametrize("effect", ["refuse", "retire", "rembourser", "sanction"])
    def test_the_duty_is_claimed_for_what_the_law_lists(self, effect: str) -> None:
        said = text(compose(WRITTEN, decision_effet=effect), "obligation")
        assert "L.211-2" in said
        assert ("L.211-8" in said) is (effect == "rembourser")

    def test_and_for_nothing_else(self) -> None:
        assert "obligation" not in ids(compose(WRITTEN, decision_effet="autre"))

    def test_a_letter_never_fetched_is_not_said_to_lack_anything(self) -> None:
        document = compose(
            WRITTEN, comment_recue="recommande-non-retire", date_presentation="05/11/2026"
        )
        assert not {"rappel-decision", "obligation", "auteur", "voies-delais"} & set(ids(document))


class TestDeadlineRules:
    @pytest.mark.parametrize(
        ("changes", "rule"),
        [
            ({}, ("demande-motifs", "rejet-implicite", "demande_reception", "recours-gracieux")),
            (
                {"demande_nature": "sejour"},
                ("demande-motifs", "rejet-implicite", "demande_reception", "titre-silence"),
            ),
            (
                {"demande_nature": "mdph"},
                ("mdph-rapo", "rejet-implicite", "demande_reception", "mdph-rapo"),
            ),
        ],
        ids=["any request", "residence permit", "MDPH"],
    )
    def test_the_silence_of_each_request(
        self, changes: dict[str, object], rule: tuple[str, ...]
    ) -> None:
        draft = Draft(PACK, {**SILENCE, **changes})
        values = scope(LETTER, validate(LETTER, draft, TODAY).values, TODAY)
        found = next(r for r in LETTER.deadline if condition_of(r.when).holds(values))
        assert (found.procedure, found.event, found.date, found.of) == rule

"""The letter that asks for one's file at the Caf asks for what was ticked, and accuses nobody."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from tests.helpers.example_answers import answers_of
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import TODAY, ids, plain, text

PACK = "caf-documents"
LETTER = CATALOGUE.letter(PACK)
FULL = answers_of(PACK, "1-controle-et-dette.toml")


def compose(**changes: object) -> LetterDocument:
    answers = validate(LETTER, Draft(PACK, {**FULL, **changes}), TODAY)
    return compose_letter(LETTER, answers, TODAY)


@pytest.mark.parametrize("wanted", ["calcul", "controle", "tiers", "echanges"])
def test_only_what_was_ticked_is_asked(wanted: str) -> None:
    document = compose(docs_voulus=(wanted,))
    found = {"calcul", "controle", "tiers", "echanges"} & set(ids(document))
    assert found == {wanted}
    assert "tout mon dossier" not in text(document)


def test_nothing_ticked_asks_for_the_whole_file() -> None:
    assert "une copie de tout mon dossier" in text(compose(docs_voulus=()), "demande")


def test_who_informed_is_supposed_never_asserted() -> None:
    said = text(compose(), "tiers")
    assert said.startswith("Si vous avez obtenu des informations")
    assert "Je pense en particulier" not in text(compose(tiers_lesquels=()), "tiers")


@pytest.mark.parametrize(("letter", "stands"), [("dette", True), ("autre", False), ("non", False)])
def test_waiting_before_recovery_needs_a_debt(letter: str, stands: bool) -> None:
    assert ("avant-recouvrement" in ids(compose(docs_lettre=letter))) is stands


def test_before_recovery_the_article_is_for_third_parties_only() -> None:
    # CSS L.114-21 is about what others sent: it does not cover the rest of the file.
    assert "L.114-21" not in text(compose(docs_voulus=("calcul",)), "avant-recouvrement")


@pytest.mark.parametrize("letter", ["dette", "autre"])
def test_the_delay_to_contest_is_recalled(letter: str) -> None:
    warnings = plain(compose(docs_lettre=letter).warnings)
    assert any("ne prolonge aucun délai" in warning for warning in warnings)


def test_asking_has_no_time_limit() -> None:
    assert LETTER.procedure == "caf-communication-controle"
    assert not LETTER.deadline


@pytest.mark.parametrize("second", [None, "CS 12345"])
@pytest.mark.parametrize("fund", ["caf", "msa"])
def test_the_director_on_six_lines_the_post_accepts(fund: str, second: str | None) -> None:
    changes = {"dest_ligne_2": second} if second else {}
    lines = plain(compose(organisme=fund, **changes).recipient)
    assert lines[0] == "Madame, Monsieur le directeur"
    assert len(lines) <= 6
    assert all(len(line) <= 38 for line in lines)

"""A tenant's notice: how long, who signs, what it must come with, and when nothing is written."""

import pytest

from tests.helpers.shipped import Shipped

EMPTY = Shipped("conge-locataire", "1-vide-seule.toml")
COUPLE = Shipped("conge-locataire", "2-meuble-a-deux.toml")
JOB = Shipped("conge-locataire-reduit", "1-perte-emploi.toml")
SAFE = Shipped("conge-locataire-reduit", "2-protection.toml")
NO_PROOF = Shipped("conge-locataire-reduit", "3-rsa-a-deux.toml")
EITHER = pytest.mark.parametrize("letter", [EMPTY, JOB])


def choices(letter: Shipped, question: str) -> dict[str, str]:
    """The page opened in the place of the letter, by answer."""
    asked = [one for part in letter.letter.section for one in part.question]
    found = next(one for one in asked if one.id == question)
    return {one.id: one.emergency for one in found.choices}


@EITHER
def test_nothing_is_written_for_who_has_nowhere_sure_to_go(letter: Shipped) -> None:
    assert choices(letter, "cg_toit") == {"oui": "", "non": "conge-sans-toit"}


def test_who_is_pushed_out_or_afraid_gets_help_and_no_letter() -> None:
    pages = {"moi": "", "bailleur": "expulsion", "peur": "violences"}
    assert choices(EMPTY, "cg_pourquoi") == pages


@pytest.mark.parametrize(
    ("home", "notice"), [("vide", "trois-mois"), ("meuble", "un-mois"), ("autre", "contrat")]
)
def test_the_notice_is_that_of_the_lease(home: str, notice: str) -> None:
    """Loi 89-462, art. 15 and 25-8."""
    found = EMPTY.ids(cg_bail=home) & {"trois-mois", "un-mois", "contrat"}
    assert found == {notice}


def test_one_of_two_never_gives_notice_for_the_other() -> None:
    """Civil code 1751."""
    assert "Paul Roche" in " ".join(COUPLE.compose().signature)
    alone = {"cg_ensemble": "moi", "cg_conjoint": None}
    assert "Paul Roche" not in " ".join(COUPLE.compose(**alone).signature)
    assert COUPLE.ids(**alone) & {"tous", "seul"} == {"seul"}
    assert COUPLE.warned("Mariés")


def test_a_proof_that_is_not_there_is_not_said_to_be() -> None:
    """Cass. 3e civ., 18 April 2019."""
    assert "La preuve est jointe" in JOB.text("motif")
    assert "La preuve est jointe" not in NO_PROOF.text("motif")
    assert NO_PROOF.warned("le préavis sera de trois mois")
    assert not JOB.warned("le préavis sera de trois mois")


def test_where_a_judge_protects_nothing_tells_where_she_goes() -> None:
    assert SAFE.letter.discreet
    said = SAFE.text()
    assert "violence" not in said
    assert "cles" not in SAFE.ids()
    assert SAFE.warned("N'écrivez nulle part où vous allez")

"""Sick-leave money that does not come: what is missing, who is asked, and a written decision."""

import pytest

from tests.helpers.shipped import Shipped

EMPLOYER = Shipped("cpam-ij-retard", "1-employeur-silencieux.toml")
AGAIN = Shipped("cpam-ij-retard", "2-au-mediateur.toml")
ALONE = Shipped("cpam-ij-retard", "3-a-mon-compte.toml")
PAPERS = {"attestation-envoyee", "attestation-absente", "independant", "chomage"}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"ij_attestation": "oui"}, "attestation-envoyee"),
        ({"ij_attestation": "non"}, "attestation-absente"),
        ({"ij_attestation": "ne-sait-pas"}, "attestation-absente"),
        ({"ij_situation": "independant", "ij_attestation": None}, "independant"),
        ({"ij_situation": "chomage", "ij_attestation": None}, "chomage"),
    ],
)
def test_each_situation_has_its_missing_paper(answers: dict[str, str], said: str) -> None:
    kept = {"piece_salaires": None, "piece_salaires_pages": None, **answers}
    assert PAPERS & EMPLOYER.ids(**kept) == {said}


def test_the_employer_is_accused_of_nothing_that_is_not_known() -> None:
    said = EMPLOYER.text("attestation-absente", ij_attestation="ne-sait-pas")
    assert said.startswith("Je ne sais pas si mon employeur")


def test_payslips_are_announced_only_when_they_are_there() -> None:
    assert "je joins mes bulletins" in EMPLOYER.text("attestation-absente")
    later = EMPLOYER.text("attestation-absente", piece_salaires="suivra", piece_salaires_pages=None)
    assert "je joins" not in later


def test_the_mediator_is_for_who_has_already_written() -> None:
    """CSS L.217-7-1: an earlier complaint to the fund."""
    assert AGAIN.recipient()[0] == "Madame, Monsieur le médiateur"
    assert AGAIN.compose().call.startswith("Madame la Médiatrice")
    assert EMPLOYER.recipient()[0] == "Madame, Monsieur le directeur"
    assert AGAIN.warned("le médiateur n'arrête pas ce délai")


def test_a_second_letter_reminds_of_the_first_and_takes_its_day_from_the_dossier() -> None:
    assert "26 octobre 2026" in AGAIN.text("relance")
    facts = {q.id: q.fact for section in AGAIN.letter.section for q in section.question}
    assert facts["ij_avant_date"] == "posted"


def test_without_a_decision_a_written_one_is_asked() -> None:
    """Only a decision or two months of silence open the way to the commission."""
    assert "une décision écrite" in ALONE.text("decision")
    assert ALONE.letter.deadline == ()
    assert ALONE.warned("ne répond pas en deux mois")


def test_help_meanwhile_is_asked_only_if_ticked() -> None:
    assert "en-attendant" not in ALONE.ids()
    assert "une avance" in EMPLOYER.text("en-attendant")
    assert "rendez-vous" not in EMPLOYER.text("en-attendant")

"""Tax: asking for less or for time contests nothing, and promises nothing."""

import pytest

from tests.helpers.shipped import Shipped

FORGIVEN = Shipped("impot-remise", "1-taxe-fonciere-toute-la-somme.toml")
PART = Shipped("impot-remise", "2-une-partie.toml")
MONTHLY = Shipped("impot-delais", "1-soixante-euros-par-mois.toml")
LATER = Shipped("impot-delais", "2-plus-tard.toml")
BOTH = [pytest.param(FORGIVEN, id="remise"), pytest.param(MONTHLY, id="delais")]


@pytest.mark.parametrize("letter", BOTH)
def test_neither_contests_the_tax_and_it_is_said(letter: Shipped) -> None:
    assert "conteste" not in letter.text()
    assert letter.warned("réclamation")
    assert letter.rule() is None


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("tout", "la remise de toute cette somme"),
        ("partie", "la remise d'une partie de cette somme. Je peux payer"),
        ("penalites", "la remise des pénalités et majorations"),
    ],
)
def test_one_thing_is_asked_to_be_forgiven(what: str, words: str) -> None:
    """LPF L.247."""
    changes = {"remise_payer": "100"} if what == "partie" else {}
    said = FORGIVEN.text("demande", remise_quoi=what, **changes)
    assert words in said
    assert "L.247" in said


def test_time_to_pay_rests_on_no_text_that_was_not_read() -> None:
    assert "L.247" not in MONTHLY.text()
    assert all(
        not paragraph.basis or paragraph.id == "transmission"
        for paragraph in MONTHLY.letter.paragraph
    )
    assert MONTHLY.warned("À vérifier")


def test_the_offer_is_monthly_or_later_never_both() -> None:
    assert "par mois" in MONTHLY.text("offre")
    assert "tout payer le 5 mars 2027" in LATER.text("offre")
    assert "par mois" not in LATER.text("offre")


def test_a_first_sum_only_when_there_is_one() -> None:
    assert "100 €" in MONTHLY.text("premier")
    assert "premier" not in LATER.ids()


@pytest.mark.parametrize("nature", ["revenu", "fonciere", "habitation"])
def test_the_tax_is_named_in_the_subject_and_in_the_letter(nature: str) -> None:
    names = {"revenu": "impôt sur le revenu", "fonciere": "taxe foncière"}
    name = names.get(nature, "habitation")
    document = FORGIVEN.compose(impot_nature=nature)
    assert name in document.subject
    assert name in FORGIVEN.text("situation", impot_nature=nature)


def test_the_tax_number_is_read_in_groups() -> None:
    sender = " ".join(MONTHLY.compose().sender).replace("\u00a0", " ")
    assert "Numéro fiscal : 30 23 217 600 053" in sender


def test_without_a_cause_the_sentence_stands() -> None:
    assert FORGIVEN.text("situation", impot_causes=()).endswith("payer cette somme.")

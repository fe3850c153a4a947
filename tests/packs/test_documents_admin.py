"""Asking for documents: one's own file is asked for as such, and only then."""

import pytest

from tests.helpers.shipped import Shipped

FILE = Shipped("documents-admin", "1-tout-mon-dossier.toml")
RULES = Shipped("documents-admin", "2-une-circulaire-par-courriel.toml")


@pytest.mark.parametrize("subject", ["regles", "autre"])
def test_what_is_about_nobody_is_not_asked_as_ones_own(subject: str) -> None:
    """CRPA L.311-6 is for documents that concern the person."""
    assert "L.311-6" not in RULES.text(docs_sujet=subject)
    assert "identite" not in {paper.id for paper in RULES.compose(docs_sujet=subject).enclosures}


def test_without_a_list_the_whole_file_is_asked() -> None:
    assert "tout mon dossier" in FILE.text("mon-dossier")
    said = FILE.text("mon-dossier", docs_liste="- la décision du 3 mars 2026")
    assert "tout mon dossier" not in said
    assert "la décision du 3 mars 2026" in said


@pytest.mark.parametrize(
    ("way", "words"),
    [("papier", "son prix avant"), ("courriel", "sans frais"), ("sur-place", "sur place")],
)
def test_each_way_of_seeing_them_costs_what_the_law_says(way: str, words: str) -> None:
    """CRPA L.311-9: free by e-mail and at the office, a copy may be paid."""
    assert words in FILE.text("envoi", docs_envoi=way)


def test_the_month_of_silence_and_the_commission_come_next() -> None:
    assert "R.311-13" in FILE.text("cada")
    assert FILE.warned("deux mois pour écrire à la CADA")


def test_asking_prolongs_no_delay() -> None:
    assert FILE.warned("ne prolonge aucun délai")
    assert not FILE.letter.deadline

"""The right of access: all that article 15 gives, the law of administrations for them only."""

import pytest

from tests.helpers.shipped import Shipped

OFFICE = Shipped("rgpd-acces", "1-une-administration.toml")
COMPANY = Shipped("rgpd-acces", "2-une-entreprise.toml")


def test_the_whole_of_article_15_is_asked() -> None:
    said = OFFICE.text("informations")
    for item in ("pourquoi vous utilisez", "combien de temps", "qui les a reçues", "d'où elles"):
        assert item in said


def test_a_choice_narrows_nothing() -> None:
    for wanted in ((), ("notes",)):
        assert "toutes les données personnelles" in OFFICE.text("demande", rgpd_voulu=wanted)


@pytest.mark.parametrize(("told", "stands"), [("oui", True), ("non", False), (None, False)])
def test_a_score_is_supposed_never_asserted(told: str | None, stands: bool) -> None:
    assert ("score" in OFFICE.ids(rgpd_score=told)) is stands
    if stands:
        assert OFFICE.text("score").startswith("Si une décision automatisée")


def test_a_company_is_not_told_the_law_of_administrations() -> None:
    """CRPA L.114-2 binds administrations."""
    assert "L.114-2" in OFFICE.text("transmission")
    assert "L.114-2" not in COMPANY.text()


def test_it_goes_to_the_data_protection_officer() -> None:
    assert OFFICE.recipient()[:2] == ["Délégué à la protection des données", "France Travail"]


def test_articles_read_in_quotation_only_keep_their_doubt() -> None:
    """GDPR 12 and 15: ordinary articles, read; not from the official text."""
    assert not OFFICE.warned("À vérifier par un juriste")
    assert OFFICE.warned("deux mois de plus")
    assert OFFICE.letter.source[0].confidence == "moyenne"


def test_an_identity_paper_is_no_condition() -> None:
    paper = next(paper for paper in OFFICE.letter.enclosure if paper.id == "identite")
    assert not paper.recommended

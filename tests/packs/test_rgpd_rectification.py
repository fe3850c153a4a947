"""Correcting, completing, erasing or setting aside personal data: one request, one article."""

import pytest

from tests.helpers.shipped import Shipped

WRONG = Shipped("rgpd-rectification", "1-date-de-naissance-fausse.toml")
COMPANY = Shipped("rgpd-rectification", "2-effacer-entreprise.toml")
ASIDE = Shipped("rgpd-rectification", "3-mise-de-cote.toml")


@pytest.mark.parametrize(
    ("asked", "article"),
    [("rectifier", 16), ("completer", 16), ("effacer", 17), ("limiter", 18)],
)
def test_each_request_has_its_article_and_no_other(asked: str, article: int) -> None:
    said = WRONG.text("demande", rgpd_demande=asked, rgpd_limiter="fausse")
    assert f"article {article} du" in said
    assert sum(f"article {n} du" in said for n in (16, 17, 18)) == 1


def test_who_received_the_data_is_told_and_named() -> None:
    """RGPD article 19."""
    assert "cette correction" in WRONG.text("tiers")
    assert "cet effacement" in COMPANY.text("tiers")
    assert "cette mise de côté" in ASIDE.text("tiers")


def test_the_right_information_is_given_where_it_is_asked_for() -> None:
    assert "14 février 1958" in WRONG.text("juste")
    assert "Il faut ajouter" in WRONG.text("juste", rgpd_demande="completer")
    assert not {"juste"} & (COMPANY.ids() | ASIDE.ids())


def test_a_proof_is_said_to_be_there_only_when_it_is() -> None:
    assert "La preuve est jointe" in WRONG.text("juste")
    assert "jointe" not in WRONG.text("juste", piece_preuve="non", piece_preuve_pages=None)


def test_a_company_hands_nothing_on_and_has_no_legal_duty_to_keep() -> None:
    assert "transmission" not in COMPANY.ids()
    assert not COMPANY.warned("refuser d'effacer")
    kept = {"rgpd_demande": "effacer", "rgpd_effacer": ("inutile",)}
    assert WRONG.warned("refuser d'effacer", **kept)


def test_it_stops_no_delay_and_rests_on_articles_read_in_quotation() -> None:
    assert WRONG.rule() is None
    assert WRONG.warned("n'arrête aucun délai")
    assert not WRONG.warned("À vérifier par un juriste")
    assert WRONG.letter.source[0].confidence == "moyenne"

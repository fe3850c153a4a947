"""Contesting a local tax: its own last day, one reason, no article that nobody read."""

import pytest

from tests.helpers.shipped import Shipped

OLD_AGE = Shipped("impot-local", "1-aspa-taxe-fonciere.toml")
EMPTY = Shipped("impot-local", "2-logement-vide-association.toml")
REASONS = {"allocation", "age", "vacance", "principale", "occupe", "plus-a-moi", "description"}


def test_the_last_day_is_that_of_local_taxes() -> None:
    """LPF R.*196-2: 31 December of the next year."""
    rule = ("impot-local-reclamation", "mise-en-recouvrement", "mise_en_recouvrement", "")
    assert OLD_AGE.rule() == rule


@pytest.mark.parametrize(
    ("reason", "paragraph"),
    [
        ("aspa", "allocation"),
        ("aah", "allocation"),
        ("age", "age"),
        ("vacance", "vacance"),
        ("principale", "principale"),
        ("occupe", "occupe"),
        ("plus-a-moi", "plus-a-moi"),
        ("description", "description"),
    ],
)
def test_one_reason_stands(reason: str, paragraph: str) -> None:
    assert OLD_AGE.ids(local_raison=reason) & REASONS == {paragraph}


@pytest.mark.parametrize(
    ("reason", "article"), [("aspa", "article 1390"), ("aah", ""), ("age", "article 1391")]
)
def test_an_exemption_whose_article_nobody_read_cites_none(reason: str, article: str) -> None:
    """CGI 1390, 1391, for the property tax; none was read for the AAH, nor for another tax."""
    paragraph = "age" if reason == "age" else "allocation"
    said = OLD_AGE.text(paragraph, local_raison=reason)
    assert ("article" in said) is bool(article)
    assert article in said
    assert "article" not in OLD_AGE.text(paragraph, local_raison=reason, local_impot="habitation")
    assert OLD_AGE.warned("À vérifier", local_raison=reason)


def test_an_empty_home_has_its_article() -> None:
    """CGI 1389."""
    assert "1389" in EMPTY.text("vacance")
    assert EMPTY.warned("À vérifier")


def test_waiting_to_pay_is_asked_with_the_sum() -> None:
    """LPF L.277."""
    assert "860 €" in OLD_AGE.text("sursis")
    assert "sursis" not in OLD_AGE.ids(reclam_trop=None)
    assert "sursis" not in EMPTY.ids(reclam_sursis="oui")

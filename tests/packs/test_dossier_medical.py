"""A medical file: one's own, a minor child's, or a dead relative's with one of three reasons."""

import pytest

from tests.helpers.shipped import Shipped

MINE = Shipped("dossier-medical", "1-mon-dossier.toml")
MOTHER = Shipped("dossier-medical", "2-une-mere-morte.toml")
CHILD = Shipped("dossier-medical", "3-mon-enfant.toml")


@pytest.mark.parametrize("reason", ["causes", "memoire", "droits"])
def test_a_relative_says_which_of_the_three_reasons(reason: str) -> None:
    """CSP L.1110-4."""
    said = MOTHER.text("defunt", dm_raison=reason)
    assert ("assurance décès" in said) is (reason == "droits")
    assert "L.1110-4" in said
    assert MOTHER.warned("est refusé")


def test_ones_own_file_needs_no_reason() -> None:
    assert "defunt" not in MINE.ids() | CHILD.ids()
    assert "parent" in CHILD.ids()


@pytest.mark.parametrize(
    ("holder", "commission"),
    [("hopital", True), ("caisse", True), ("clinique", False), ("medecin", False)],
)
def test_the_commission_on_documents_is_of_the_public_only(holder: str, commission: bool) -> None:
    """CRPA L.342-1."""
    assert ("cada" in MINE.ids(dm_chez=holder)) is commission
    assert MINE.warned("CNIL", dm_chez=holder) is not commission


def test_no_detail_of_health_is_asked() -> None:
    for letter in (MINE, MOTHER, CHILD):
        assert letter.warned("aucun détail de santé")
        assert any(source.to_verify for source in letter.letter.source)


def test_parental_authority_is_claimed_only_by_who_has_it() -> None:
    """CSP L.1111-7."""
    for answer in ("non", None):
        assert "parent" not in CHILD.ids(dm_autorite=answer)
    assert CHILD.warned("autorité parentale", dm_autorite="non")


def test_the_time_to_answer_is_that_of_the_age_of_the_papers() -> None:
    assert "deux mois" not in MINE.text("delai")
    assert "deux mois" in CHILD.text("delai")


def test_without_proof_of_who_asks_the_file_does_not_come() -> None:
    assert MINE.warned("sera sans doute refusée", piece_identite="non")
    assert not MINE.warned("sera sans doute refusée")

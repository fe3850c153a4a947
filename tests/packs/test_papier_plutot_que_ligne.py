"""Paper rather than a site: the right is claimed, and each text for its own matter only."""

import pytest

from tests.helpers.shipped import Shipped

PLAIN = Shipped("papier-plutot-que-ligne", "1-pas-d-ordinateur.toml")
PERMIT = Shipped("papier-plutot-que-ligne", "2-titre-de-sejour-bloque.toml")


@pytest.mark.parametrize(
    ("subject", "own"), [("sejour", {"sejour"}), ("c2s", {"c2s"}), ("autre", set())]
)
def test_a_special_text_only_for_its_own_matter(subject: str, own: set[str]) -> None:
    """CESEDA R.431-2 for permits, CSS R.861-16 for the C2S."""
    assert {"sejour", "c2s"} & PLAIN.ids(alt_sujet=subject) == own


def test_no_one_is_told_that_no_text_exists() -> None:
    said = PLAIN.text("droit")
    assert "Si un texte impose internet pour cette démarche" in said
    assert "aucun texte" not in PLAIN.text()


@pytest.mark.parametrize("told", ["non", None])
def test_what_the_office_answered_only_if_it_did(told: str | None) -> None:
    assert "On m'a répondu" not in PLAIN.text(alt_impose=told)


def test_without_a_reason_or_a_choice_the_sentences_stand() -> None:
    said = PLAIN.text(alt_raisons=(), alt_solution=())
    assert "Je ne peux pas la faire ainsi." in said
    assert "sur papier ou au guichet." in said


def test_a_date_limit_is_kept_by_the_postmark() -> None:
    """CRPA L.112-1, and the request itself has to be posted."""
    assert "L.112-1" in PERMIT.text("date-limite")
    assert PERMIT.warned("envoyez aussi votre demande elle-même")
    assert "date-limite" not in PERMIT.ids(alt_limite=None)


def test_a_permit_sends_to_a_lawyer_or_an_association() -> None:
    assert PERMIT.warned("un avocat ou une association")
    assert not PLAIN.warned("un avocat ou une association")


def test_a_disability_is_never_named() -> None:
    assert "handicap" in PLAIN.text("handicap", alt_handicap="oui")
    assert PLAIN.warned("Défenseur des droits")

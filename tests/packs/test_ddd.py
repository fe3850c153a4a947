"""Writing to the Défenseur des droits: free, no stamp, and no delay is stopped by it."""

import pytest

from tests.helpers.shipped import Shipped

SERVICE = Shipped("ddd", "1-prefecture-muette.toml")
DISCRIMINATION = Shipped("ddd", "2-discrimination.toml")
CHILD = Shipped("ddd", "3-enfant-urgence.toml")


def test_no_stamp_no_registered_letter() -> None:
    assert not SERVICE.letter.registered
    assert SERVICE.recipient() == [
        "Défenseur des droits",
        "LIBRE REPONSE 71120",
        "75342 PARIS CEDEX 07",
    ]


def test_the_first_thing_said_is_that_no_delay_stops() -> None:
    """Loi organique 2011-333 art. 6."""
    assert "n'arrête aucun délai" in SERVICE.letter.warning[0].text


@pytest.mark.parametrize("subject", ["service", "internet"])
def test_earlier_steps_are_needed_against_a_service(subject: str) -> None:
    assert SERVICE.warned(
        "Il faut d'abord avoir écrit", ddd_sujet=subject, unknown=("ddd_demarches",)
    )
    assert not SERVICE.warned("Il faut d'abord avoir écrit", ddd_sujet=subject)


@pytest.mark.parametrize("letter", [DISCRIMINATION, CHILD], ids=["discrimination", "child"])
def test_but_neither_for_a_discrimination_nor_for_a_child(letter: Shipped) -> None:
    assert not letter.warned("Il faut d'abord avoir écrit", unknown=("ddd_demarches",))
    assert "demarches" not in letter.ids(unknown=("ddd_demarches",), ddd_demarches=None)


@pytest.mark.parametrize("subject", ["service", "internet", "discrimination", "enfant"])
def test_one_matter_at_a_time(subject: str) -> None:
    own = {"internet", "discrimination", "enfant"}
    assert own & SERVICE.ids(ddd_sujet=subject) == {subject} & own


def test_a_discrimination_is_what_the_person_thinks() -> None:
    assert DISCRIMINATION.text("discrimination").startswith("Je pense être victime")


@pytest.mark.parametrize("answer", ["non", None])
def test_her_name_is_given_only_with_her_agreement(answer: str | None) -> None:
    assert "accord" not in SERVICE.ids(ddd_accord=answer)

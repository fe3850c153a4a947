"""A debt wiped out, or paid in time: asking is not contesting, and recognises nothing."""

import pytest

from tests.helpers.shipped import Shipped

AGREED = Shipped("ft-remise", "1-effacer-sans-contester.toml")
CONTESTED = Shipped("ft-remise", "2-contestee-ass-retenues.toml")
TIME = Shipped("ft-remise", "3-delai-ass.toml")
UNCLEAR = Shipped("ft-remise", "4-dette-pas-comprise.toml")


def test_one_thing_is_asked_and_said_first() -> None:
    assert AGREED.text().startswith("Je vous demande d'effacer")
    assert TIME.text().startswith("Je vous demande du temps")
    assert "effacer" not in TIME.text()


@pytest.mark.parametrize("letter", [CONTESTED, TIME, UNCLEAR])
def test_who_does_not_agree_recognises_nothing(letter: Shipped) -> None:
    said = letter.text()
    assert "sans la reconnaître" in said or "ne vaut pas reconnaissance" in said


def test_who_agrees_is_told_that_this_contests_nothing() -> None:
    assert not {"deja-contestee", "va-contester", "incompris"} & AGREED.ids()
    assert AGREED.warned("contestez-la plutôt")
    assert TIME.warned("ne conteste pas la dette")


def test_withholdings_are_forbidden_only_when_the_debt_is_contested() -> None:
    """Code du travail L.5426-8-1."""
    assert "L.5426-8-1" in CONTESTED.text("deja-contestee")
    for letter in (AGREED, TIME, UNCLEAR):
        assert "L.5426-8-1" not in letter.text()


@pytest.mark.parametrize(
    ("changes", "stands"),
    [({}, True), ({"ft_dette": "are"}, False), ({"retenue_mois": None}, False)],
    ids=["ASS", "ARE", "nothing withheld"],
)
def test_a_fifth_is_the_most_on_the_ass(changes: dict[str, str | None], stands: bool) -> None:
    """Code du travail R.5426-18."""
    assert ("vingt-pour-cent" in TIME.ids(**changes)) is stands


def test_the_joint_body_decides_on_the_are_alone() -> None:
    assert "instance" in AGREED.ids()
    assert "instance" not in CONTESTED.ids()


def test_fraud_and_a_contrainte_are_warned_of() -> None:
    assert UNCLEAR.warned("parle de fraude")
    assert not AGREED.warned("parle de fraude")
    assert AGREED.warned("15 jours")

"""A cheap frozen value is a dataclass in all that is asked of one."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from desktop_app.pages import destinations as to
from desktop_app.pages.page import Action, Ask, Back, Found, Long

FOUND: Any = to.Find


def test_it_is_compared_told_and_changed_like_one() -> None:
    one = to.Find("lettre", family="caf")
    assert one == to.Find("lettre", "caf")
    assert one != to.Find("lettre", "cpam")
    assert hash(one) == hash(to.Find("lettre", "caf"))
    assert repr(one) == "Find(kind='lettre', family='caf', situation='')"
    assert dataclasses.replace(one, situation="dette") == to.Find("lettre", "caf", "dette")
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert to.Home() != to.Week()
    assert Ask("a", ()).typed == {}


def test_it_is_frozen_and_holds_nothing_else() -> None:
    action = Action("Retour", Back())
    for name in ("words", "else"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(action, name, "")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del action.words


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {"color": 1}), (("lettre", "caf", "", ""), {}), (("lettre",), {"kind": "lettre"})],
)
def test_what_it_does_not_take_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        FOUND(*given, **named)
    with pytest.raises(TypeError):
        to.Person()  # type: ignore[call-arg]


def test_a_secret_is_not_told() -> None:
    assert "six mots" not in repr(to.ChosenPhrase("six mots"))


def test_it_is_matched_by_place() -> None:
    match Found("deux", Long((), 20), 3):
        case Found(words, Long(_, at_once), left):
            assert (words, at_once, left) == ("deux", 20, 3)

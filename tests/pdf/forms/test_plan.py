"""From values to what each field shows: what is refused leaves its field empty, and says why."""

from typing import Any

import pytest

from desktop_app.pdf.forms.plan import make_plan
from desktop_app.untrusted.model import Form
from tests.helpers.forms import every_type, read_here


@pytest.fixture(scope="module")
def form() -> Form:
    return read_here(every_type().data())


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        pytest.param("nir", "1234567890123456", "too-long", id="more than the cells"),
        pytest.param("nom", "名", "missing-glyph", id="a letter no font has"),
        pytest.param("nom", 12, "not-drawn", id="a number where words go"),
        pytest.param("nom", ["a"], "not-drawn", id="a list where words go"),
        pytest.param("accord", "oui", "unknown-option", id="words where a tick goes"),
        pytest.param("accord", 1, "unknown-option", id="a number where a tick goes"),
        pytest.param("civilité", "Dr", "unknown-option", id="no such state"),
        pytest.param("civilité", ["M", "Mme"], "unknown-option", id="two of one"),
        pytest.param("civilité", True, "unknown-option", id="true of several"),
        pytest.param("logement", "Locataire", "unknown-option", id="the label is not the id"),
        pytest.param("aides", ["loyer", "x"], "unknown-option", id="one of a list unknown"),
        pytest.param("aides", {"a": 1}, "unknown-option", id="an object"),
        pytest.param("imposé", "x", "read-only", id="read-only"),
        pytest.param("signature", "x", "read-only", id="a signature"),
        pytest.param("imprimer", True, "read-only", id="a button"),
        pytest.param("Nom", "x", "not-drawn", id="no such field"),
    ],
)
def test_refusals(form: Form, name: str, value: Any, reason: str) -> None:
    plan = make_plan(form, {name: value})
    assert [(one.field, one.reason) for one in plan.problems] == [(name, reason)]
    assert plan.total == 1
    assert all(not task.text and not task.on for task in plan.tasks)


def test_the_near_name_is_suggested(form: Form) -> None:
    notices = make_plan(form, {"Nom": "x", "zzz": "y"}).notices
    assert [(one.code, dict(one.parameters)) for one in notices] == [
        ("form-field-unknown-near", {"name": "Nom", "near": "nom"}),
        ("form-field-unknown", {"name": "zzz"}),
    ]


@pytest.mark.parametrize(
    ("name", "value", "on"),
    [
        ("accord", True, (0,)),
        ("accord", False, ()),
        ("accord", None, ()),
        ("civilité", "M", (1,)),
        ("civilité", ["Mme"], (0,)),
        ("civilité", None, ()),
        ("niveau", "Sup\\x8erieur", (0,)),
    ],
)
def test_ticks(form: Form, name: str, value: Any, on: tuple[int, ...]) -> None:
    plan = make_plan(form, {name: value})
    assert (plan.problems, [task.on for task in plan.tasks]) == ((), [on])


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("logement", "loc", "Locataire"),
        ("logement", "", ""),
        ("aides", ["loyer", "santé"], "loyer\nsanté"),
        ("aides", "loyer", "loyer"),
        ("nom", "e\u0301", "é"),
        ("nom", "   ", ""),
        ("nom", None, ""),
    ],
)
def test_texts(form: Form, name: str, value: Any, text: str) -> None:
    plan = make_plan(form, {name: value})
    assert (plan.problems, [task.text for task in plan.tasks]) == ((), [text])


def test_length_is_counted_once_letters_are_composed(form: Form) -> None:
    assert make_plan(form, {"nir": "e\u0301" * 15}).problems == ()

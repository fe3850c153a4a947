"""The judge of the corpus is judged first: right files pass, each kind of fault is named."""

import io
from collections.abc import Callable, Iterator
from shutil import which
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from desktop_app.untrusted.model import Field
from tests.corpus import fillers, foreign, hard
from tests.corpus.fillers import Filled
from tests.corpus.judge import Judge
from tests.helpers.forms import every_type

pytestmark = pytest.mark.skipif(which("pdftoppm") is None, reason="needs poppler's tools")

BLANK = every_type().data()
PLACES = foreign.places(BLANK)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    made = Judge(BLANK, [1, 2])
    yield made
    made.close()


@pytest.fixture(scope="module")
def fields() -> list[Field]:
    return fillers.read(BLANK)


@pytest.fixture(scope="module")
def filled(fields: list[Field]) -> Filled:
    return fillers.ours(BLANK, fields, hard.every_field(fields), PLACES, editable=True)


@pytest.mark.parametrize("editable", [False, True], ids=["flat", "editable"])
def test_what_is_right_passes(judge: Judge, fields: list[Field], editable: bool) -> None:
    filled = fillers.ours(BLANK, fields, hard.every_field(fields), PLACES, editable=editable)
    verdict = judge.judge(filled.data, filled.asks, fields=editable)
    assert (filled.reported, filled.exception, verdict.named, verdict.errors) == ({}, "", {}, 0)
    assert verdict.counts["shown"] == len(fields) == 10


def named(form: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return next(one for one in form.Root["/AcroForm"]["/Fields"] if str(one["/T"]) == name)


def over(content: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Something drawn over what a field shows."""

    def change(pdf: pikepdf.Pdf) -> None:
        look = named(pdf, "nom")["/AP"]["/N"]
        look.write(look.read_bytes() + b"\n" + content)

    return change


def cut(pdf: pikepdf.Pdf) -> None:
    """The upper third of the box is cut off, with the accents."""
    named(pdf, "nom")["/AP"]["/N"]["/BBox"] = pikepdf.Array([0, 0, 320, 10.5])
    rect = named(pdf, "nom")["/Rect"]
    named(pdf, "nom")["/Rect"] = pikepdf.Array([rect[0], rect[1], rect[2], rect[1] + 10.5])


def swapped(pdf: pikepdf.Pdf) -> None:
    one, other = named(pdf, "nom")["/AP"], named(pdf, "somme")["/AP"]
    one["/N"], other["/N"] = other["/N"], one["/N"]


def ticked(pdf: pikepdf.Pdf) -> None:
    box = next(kid for kid in named(pdf, "civilité")["/Kids"] if kid["/AS"] == Name.Off)
    mark = pdf.make_stream(b"0 0 10 10 re f")
    mark["/Type"], mark["/Subtype"] = Name.XObject, Name.Form
    mark["/BBox"] = pikepdf.Array([0, 0, 10, 10])
    box["/AP"] = Dictionary(N=Dictionary(Off=mark))


def unticked(pdf: pikepdf.Pdf) -> None:
    for kid in named(pdf, "civilité")["/Kids"]:
        kid["/AS"] = Name.Off


FAULTS: list[Any] = [
    pytest.param(lambda pdf: named(pdf, "nom")["/AP"]["/N"].write(b" "), "missing", id="empty"),
    pytest.param(cut, "clipped", id="accents cut off"),
    pytest.param(over(b"1 g 0 0 40 20 re f"), "clipped", id="the beginning covered in white"),
    pytest.param(swapped, "clipped", id="two values swapped"),
    pytest.param(ticked, "wrong tick", id="a tick nobody asked"),
    pytest.param(unticked, "tick missing", id="a tick left out"),
]


@pytest.mark.parametrize(("change", "fault"), FAULTS)
def test_each_fault_is_named(
    judge: Judge, filled: Filled, change: Callable[[pikepdf.Pdf], None], fault: str
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(filled.data)) as pdf:
        change(pdf)
        pdf.save(out)
    verdict = judge.judge(out.getvalue(), filled.asks, fields=True)
    assert fault in verdict.named, verdict.named
    expected = "civilité" if "tick" in fault else "nom"
    assert expected in verdict.named[fault]

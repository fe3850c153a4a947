"""What is wrong with a paper is said when it is filed, and the paper is kept (attack F9)."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.errors import Notice
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.untrusted.documents import show_picture
from desktop_app.wiring import read_foreign_text
from desktop_app.workflow.safes import archive, evidence
from desktop_app.workflow.store import Safe

TODAY = dt.date(2026, 11, 28)


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory):
    path, door = tmp_path_factory.mktemp("evidence") / "coffre", Door(choose_kdf=lambda: FLOOR)
    door.create(path, "trois éléphants bleus", on=TODAY, recovery=False)
    with door.open(path, "trois éléphants bleus", on=TODAY) as opened:
        yield opened


def filed(safe: Safe, data: bytes, name: str) -> list[str]:
    """File for real, and return the codes of what was said; the paper is there in any case."""
    told: list[Notice] = []
    document = archive.file_received(
        safe,
        data,
        title="Papier",
        on=TODAY,
        read_text=read_foreign_text,
        show=show_picture,
        tell=told.append,
        name=name,
    )
    assert safe.content(document) == data
    return [notice.code for notice in told]


def photo() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for words in pages:
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def updated(data: bytes, times: int = 1) -> bytes:
    """Change a PDF as other programs do: what is new is added at its end."""
    for number in range(times):
        writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
        writer.add_metadata({"/Title": f"changé {number}"})
        out = io.BytesIO()
        writer.write(out)
        assert out.getvalue().startswith(data)
        data = out.getvalue()
    return data


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        pytest.param(lambda data: data, [], id="whole"),
        pytest.param(lambda data: data[: len(data) // 2], ["picture-not-seen"], id="cut at half"),
        pytest.param(lambda data: b"", ["picture-not-seen"], id="empty"),
    ],
)
def test_a_picture_that_cannot_be_seen(safe: Safe, cut, said: Sequence[str]) -> None:
    assert filed(safe, cut(photo()), "photo.jpg") == said


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        pytest.param(("Je demande", "le RSA"), [], id="words everywhere"),
        pytest.param(("Je demande", " "), ["pages-without-words"], id="one page without"),
        pytest.param((" ", " "), ["no-words-at-all"], id="a scan"),
    ],
)
def test_pages_without_words(safe: Safe, pages: Sequence[str], said: Sequence[str]) -> None:
    assert filed(safe, pdf(*pages), "lettre.pdf") == said


def test_a_pdf_changed_after_it_was_written(safe: Safe) -> None:
    assert filed(safe, updated(pdf("Je demande le RSA"), 2), "lettre.pdf") == ["pdf-changed-since"]
    (notice,) = evidence.of_updates(updated(pdf("Je demande le RSA"), 2))
    assert notice.parameters == {"n": 2}


@pytest.mark.parametrize("linear", [False, True])
def test_a_pdf_made_for_the_web_was_not_changed(linear: bool) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("un", "deux"))) as opened:
        opened.save(out, linearize=linear)
    assert evidence.of_updates(out.getvalue()) == ()


def test_inspect_says_it_too(tmp_path: Path) -> None:
    from tests.cli.test_form import form

    (tmp_path / "a.pdf").write_bytes(updated(pdf("Je demande le RSA")))
    status, data, said = form("inspect", tmp_path / "a.pdf")
    assert (status, data["updates"]) == (0, 1)
    assert "changé 1 fois" in said


def test_pages_are_named() -> None:
    (notice,) = evidence.of_words(12, "\f".join([""] * 11 + ["mots"]))
    assert notice.parameters == {"n": 11, "pages": "1, 2, 3, 4, 5, 6, 7, 8, 9, 10…"}

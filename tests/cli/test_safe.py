"""``papier-libre safe``: the contract of the command line, on real safes."""

import datetime as dt
import io
import json
import os
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.cli.main import run
from desktop_app.pages import irreversible
from desktop_app.safe import stick_key
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from desktop_app.workflow.irreversible import Irreversible
from tests.helpers import elsewhere

PHRASE = "trois éléphants bleus à Nîmes"


class Tools(RealTools):
    """The real tools; only the derivation is not calibrated, to stay quick."""

    safes = Door(choose_kdf=lambda: FLOOR)  # type: ignore[assignment]


def safe(*arguments: str | Path, phrase: str | bytes = PHRASE) -> tuple[int, Any, str]:
    """Run one command of ``safe``; return status, data and what the error stream says."""
    return with_phrase("safe", *arguments, phrase=phrase)


def with_phrase(*arguments: str | Path, phrase: str | bytes = PHRASE) -> tuple[int, Any, str]:
    """Run one command with ``--json``; return status, data and what the error stream says."""
    reading, writing = os.pipe()
    os.write(writing, phrase if isinstance(phrase, bytes) else phrase.encode())
    os.close(writing)
    out, err = io.StringIO(), io.StringIO()
    line = [*map(str, arguments), "--phrase-fd", str(reading), "--json"]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = run(line, Tools)
    finally:
        os.close(reading)
    return status, json.loads(out.getvalue()), err.getvalue()


def second(phrase: str) -> str:
    """Return the descriptor that says a phrase once more."""
    reading, writing = os.pipe()
    os.write(writing, phrase.encode())
    os.close(writing)
    return str(reading)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    status, data, _ = safe("create", tmp_path / "coffre")
    assert status == 0
    assert set(data) == {"id", "recovery_words"}
    return tmp_path / "coffre"


def test_create_add_list_search_show(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "lettre.bin"
    paper.write_bytes(os.urandom(5000))
    status, added, _ = safe(
        "add", folder, paper, "--title", "Décision", "--person", "Ana", "--dossier", "RSA"
    )
    assert (status, set(added)) == (0, {"id"})

    status, listed, _ = safe("list", folder)
    assert status == 0
    (item,) = listed["items"]
    assert item["id"] == added["id"]
    assert (item["title"], item["person"], item["dossier"]) == ("Décision", "Ana", "RSA")
    assert item["date"] == dt.date.today().isoformat()  # noqa: DTZ011
    assert item["kind"] == "received"
    found = safe("search", folder, "decision")[1]
    assert (found["items"], found["total"], found["left"]) == (listed["items"], 1, 0)
    found = safe("search", folder, "loyer")[1]
    assert (found["items"], found["total"], found["left"]) == ([], 0, 0)
    assert safe("search", folder, "decision", "--person", "Ana")[1]["items"] == [item]
    after = safe("search", folder, "decision", "--skip", "1")[1]
    assert (after["items"], after["total"], after["left"]) == ([], 1, 0)

    out = tmp_path / "sortie.bin"
    assert safe("show", folder, added["id"], "--out", out)[0] == 0
    assert out.read_bytes() == paper.read_bytes()
    assert elsewhere.has_mode(out, 0o600)
    status, refused, _ = safe("show", folder, added["id"], "--out", out)
    assert (status, refused["error"]["code"]) == (7, "file-there")
    assert safe("show", folder, added["id"], "--out", out, "--force")[0] == 0


def test_twelve_words_open_and_can_be_left_out(tmp_path: Path) -> None:
    _, created, _ = safe("create", tmp_path / "a")
    assert len(created["recovery_words"]) == 12
    assert safe("list", tmp_path / "a", phrase=" ".join(created["recovery_words"]))[0] == 0
    assert set(safe("create", tmp_path / "b", "--no-recovery")[1]) == {"id"}


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        pytest.param(PHRASE + "\n", 0, id="one final newline is dropped"),
        pytest.param(PHRASE + "\r\n", 0, id="so is Windows' own"),
        pytest.param(PHRASE + "\n\n", 4, id="two are not"),
        pytest.param(" " + PHRASE, 4, id="spaces count"),
        pytest.param(PHRASE.replace("é", "e\u0301"), 0, id="decomposed accents are the same"),
        pytest.param("", 4, id="nothing"),
        pytest.param(b"\xff\xfe", 2, id="not UTF-8"),
    ],
)
def test_the_phrase_comes_by_a_descriptor(folder: Path, phrase: str | bytes, status: int) -> None:
    assert safe("list", folder, phrase=phrase)[0] == status


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda p: p.mkdir(), "file-not-regular", id="folder"),
        pytest.param(os.mkfifo, "file-not-regular", id="FIFO"),
        pytest.param(lambda p: None, "file-missing", id="missing"),
        pytest.param(
            lambda p: os.truncate(os.open(p, os.O_CREAT | os.O_RDWR), (50 << 20) + 1),
            "file-too-big",
            id="over 50 MB",
        ),
    ],
)
def test_what_cannot_be_filed(
    folder: Path, tmp_path: Path, make: Callable[[Path], object], code: str
) -> None:
    make(tmp_path / "x")
    status, data, _ = safe("add", folder, tmp_path / "x", "--title", "T")
    assert (status, data["error"]["code"]) == (3, code)
    assert safe("list", folder)[1]["items"] == []


def _pdf(words: str) -> bytes:
    out = io.BytesIO()
    drawing = Canvas(out)
    drawing.drawString(72, 700, words)
    drawing.showPage()
    drawing.drawString(72, 700, "Seconde page")
    drawing.save()
    return out.getvalue()


def test_the_words_of_a_pdf_are_found(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "decision.pdf"
    paper.write_bytes(_pdf("Remboursement de votre dette de 1 842 euros"))
    safe("add", folder, paper, "--title", "Courrier")
    (item,) = safe("search", folder, "dette remboursement")[1]["items"]
    assert (item["title"], item["pages"], item["media"]) == ("Courrier", 2, "application/pdf")


def test_a_broken_pdf_is_kept_and_said(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "decision.pdf"
    paper.write_bytes(_pdf("Dette")[:400])
    status, added, said = safe("add", folder, paper, "--title", "Courrier")
    assert status == 0
    assert "par son titre" in said
    out = tmp_path / "out.pdf"
    safe("show", folder, added["id"], "--out", out)
    assert out.read_bytes() == paper.read_bytes()


def test_a_file_on_a_stick_opens_in_the_place_of_the_phrase(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "clé"
    stick.mkdir()
    status, refused, _ = safe("keys", folder, "stick", stick)
    assert (status, refused["error"]["code"]) == (3, "stick-holds-safe")
    monkeypatch.setattr(stick_key, "on_one_disk", lambda _one, _other: False)
    file = safe("keys", folder, "stick", stick, "--name", "Zoé")[1]["file"]
    listed = safe("keys", folder, "list", "--key-file", file, phrase="unread")[1]["keys"]
    (mine,) = (one for one in listed if one["used"])
    assert (mine["kind"], mine["name"]) == ("key-file", "Zoé")
    assert safe("check", folder, "--key-file", file, phrase="")[1]["state"] == "ok"
    safe("keys", folder, "remove", mine["id"])
    status, refused, _ = safe("list", folder, "--key-file", file)
    assert (status, refused["error"]["code"]) == (4, "slot-removed")
    status, refused, _ = safe("list", folder, "--key-file", tmp_path / "nowhere.cle")
    assert (status, refused["error"]["code"]) == (4, "stick-key-missing")


def test_the_safe_s_own_key_is_shown_to_who_says_the_phrase_twice(folder: Path) -> None:
    with Door().open(folder, PHRASE, on=dt.date(2026, 11, 24)) as opened:
        key = bytes(opened._key).hex()
    status, shown, said = safe("keys", folder, "reveal", "--again-fd", second(PHRASE))
    assert (status, shown) == (0, {"key": key, "statement": f"PRAGMA key = \"x'{key}'\";"})
    assert irreversible.words(Irreversible.REVEAL) in said
    status, refused, said = safe("keys", folder, "reveal", "--again-fd", second(PHRASE + "x"))
    assert (status, refused["error"]["code"]) == (4, "wrong-passphrase")
    assert key not in json.dumps(refused) + said
    assert "montrée en clair" in safe("list", folder)[2]  # to each member, until it is read
    safe("keys", folder, "seen")
    assert "montrée en clair" not in safe("list", folder)[2]

"""``setup --public``: what a manager decides of a terminal, and the page she prints."""

import json
import tomllib
from pathlib import Path

import pypdfium2
import pytest

import desktop_app.mode
from desktop_app.cli.main import run
from desktop_app.core.terminal import Terminal, terminal_of
from desktop_app.wiring import RealTools


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have another folder be the system's, and another the program's."""
    folder, program = tmp_path / "etc" / "papier-libre", tmp_path / "program"
    folder.parent.mkdir()
    program.mkdir()
    monkeypatch.setattr(desktop_app.mode, "_of_the_system", lambda: folder)
    monkeypatch.setattr(desktop_app.mode, "program_folder", lambda: program)
    return folder / "papier-libre.toml"


def setup(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:  # type: ignore[type-arg]
    status = run(["setup", *arguments, "--json"], RealTools)
    return status, json.loads(capsys.readouterr().out)


ASKED = ("--price", "20", "--minutes", "45", "--languages", "en, fr", "--open", "2-6 10:00-18:00")


def test_what_is_asked_is_written_and_read_by_the_terminal(capsys, system):  # type: ignore[no-untyped-def]
    status, told = setup(capsys, "--public", *ASKED, "--printer", "Accueil", "--printer", "Salle")
    assert status == 0, told
    assert tomllib.loads(system.read_text("utf-8")) == {
        "mode": "public",
        "price_cents": 20,
        "minutes": 45,
        "languages": ["en", "fr"],
        "open": ["2-6 10:00-18:00"],
        "printers": ["Accueil", "Salle"],
    }
    tools = RealTools()
    assert tools.public
    assert tools.terminal.price == 20
    assert tools.terminal.printers == ("Accueil", "Salle")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--public", "--price", "0"), "terminal-wrong"),
        (("--public", "--minutes", "3"), "terminal-wrong"),
        (("--public", "--languages", "xx"), "terminal-wrong"),
        (("--public", "--open", "lundi"), "terminal-wrong"),
        (("--association", "--price", "20"), "setup-only-public"),
        (("--minutes", "30"), "setup-only-public"),
    ],
)
def test_what_is_not_understood_is_refused_and_nothing_is_written(capsys, system, arguments, code):  # type: ignore[no-untyped-def]
    status, told = setup(capsys, *arguments)
    assert status != 0
    assert told["error"]["code"] == code
    assert not system.exists()


def test_the_page_of_the_manager_is_one_sheet(capsys, system, tmp_path):  # type: ignore[no-untyped-def]
    out = tmp_path / "kit.pdf"
    status, told = setup(capsys, "--public", *ASKED, "--preview", "--kit", str(out))
    assert (status, told["kit_pages"]) == (0, 1), told
    assert not system.exists()
    page = pypdfium2.PdfDocument(out)
    assert len(page) == 1
    lines = page[0].get_textpage().get_text_range()
    words = " ".join(lines.split())
    for line in (
        "PreserveJobFiles No",
        "hibernate.target",
        "Fichier d’échange",
        "borne",
        "self-test --public",
        "0,20 €",
        "powercfg /h off",
        "encryptpagingfile 1",
        "Exec=papier-libre terminal",
    ):
        assert line in words, line
    for typed in ("setup --public", "/usr/share/xsessions/borne.desktop", "/run/media"):
        assert typed in lines, f"{typed}: on one line, to be typed as it stands"
    for arguments in (("--public", "--preview"), ("--public", "--price", "30")):
        status, told = setup(capsys, *arguments, "--kit", str(out))
        assert told["error"]["code"] == "file-there", "a file that is there is not replaced"
    assert not system.exists(), "refused before the mode is changed"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ('mode = "public"\nprice_cents = 20\nprix = 3\n', "prix"),
        ('mode = "public"\nprice_cents = "20"\n', "price_cents"),
        ('mode = "publik"\nprice_cents = 20\n', "mode"),
        ("mode = ", "file"),
    ],
)
def test_a_broken_file_is_the_safest_terminal(system, text, broken):  # type: ignore[no-untyped-def]
    system.parent.mkdir()
    system.write_text(text)
    tools = RealTools()
    assert tools.public
    assert tools.terminal == Terminal(broken=broken)


def test_a_file_that_others_may_write_is_the_safest_terminal(system):  # type: ignore[no-untyped-def]
    system.parent.mkdir()
    system.write_text('mode = "public"\nprice_cents = 20\n')
    assert RealTools().terminal == terminal_of({"price_cents": 20})
    system.chmod(0o666)
    assert RealTools().terminal == Terminal(broken="rights")


def test_elsewhere_there_is_no_terminal(system):  # type: ignore[no-untyped-def]
    assert RealTools().terminal == Terminal()

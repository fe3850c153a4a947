"""What a desktop is told of the program: its entry, its description, its page of the manual."""

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.cli.parser import COMMANDS
from tests.helpers.words import tool

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "resources" / "packaging" / "linux"
ENTRY = FOLDER / "papier-libre.desktop"
OPENS = FOLDER / "zz-papier-libre-pdf.desktop"
ABOUT = FOLDER / "papier-libre.metainfo.xml"
ICON = PROJECT / "resources" / "icon" / "papier-libre.svg"


def told_by(file: Path) -> configparser.SectionProxy:
    """Return what a desktop entry says."""
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(file, "utf-8")
    return entry["Desktop Entry"]


def asked(*command: str) -> str:
    """Run a judge of Debian's, and return all that it says."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.stdout + ended.stderr


def test_the_entry_and_the_description_name_one_program_and_one_icon() -> None:
    desktop, opens = told_by(ENTRY), told_by(OPENS)
    about = ElementTree.parse(ABOUT).getroot()
    (script,) = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert desktop["Exec"] == opens["Exec"] == f"{script} %f"
    assert about.findtext("provides/binary") == script
    assert desktop["Icon"] == opens["Icon"] == about.findtext("icon") == ICON.stem
    assert about.findtext("launchable") == ENTRY.name
    assert {"Comment", "Comment[fr]", "Keywords[fr]"} <= set(desktop)


def test_the_entries_are_what_desktops_expect() -> None:
    assert asked("desktop-file-validate", str(ENTRY), str(OPENS)) == ""


def test_a_pdf_may_be_opened_with_it_and_is_not_by_itself(tmp_path: Path) -> None:
    """Where nobody chose, a desktop takes the first entry by name, whichever they are."""
    if shutil.which("update-desktop-database") is None or shutil.which("gio") is None:
        pytest.skip("needs desktop-file-utils and gio")
    entries = tmp_path / "applications"
    entries.mkdir()
    for entry in (ENTRY, OPENS):
        shutil.copy(entry, entries)
    (other := entries / "zathura.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Z\nExec=true %f\nMimeType=application/pdf;\n"
    )
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "papier-libre").symlink_to("/bin/true")
    subprocess.run(["update-desktop-database", entries], check=True)
    surroundings = {
        "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin",
        "XDG_DATA_DIRS": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "own"),
        "XDG_CONFIG_HOME": str(tmp_path / "own"),
        "LANG": "C.UTF-8",
    }
    said = subprocess.run(
        ["gio", "mime", "application/pdf"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert said[0].endswith(other.name)
    assert f"\t{OPENS.name}" in said
    assert "MimeType" not in told_by(ENTRY)


def test_the_description_is_what_catalogues_expect() -> None:
    said = asked("appstreamcli", "validate", "--no-net", "--no-color", str(ABOUT))
    wrong = [line for line in said.splitlines() if line.startswith(("E: ", "W: "))]
    assert [one for one in wrong if "url-homepage-missing" not in one] == []  # there is none yet


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_of_the_manual_names_every_command(tmp_path: Path, language: str) -> None:
    page = "\n".join(tool("linux/man").page(language))
    for name in COMMANDS:
        assert f"\n.B {name.replace('-', chr(92) + '-')}\n" in page
    (tmp_path / "page.1").write_text(f"{page}\n", "utf-8")
    said = asked("groff", "-man", "-ww", "-z", "-Tutf8", "-K", "utf8", str(tmp_path / "page.1"))
    assert said == ""

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
ABOUT = FOLDER / "papier-libre.metainfo.xml"
ICON = PROJECT / "resources" / "icon" / "papier-libre.svg"


def asked(*command: str) -> str:
    """Run a judge of Debian's, and return all that it says."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.stdout + ended.stderr


def test_the_entry_and_the_description_name_one_program_and_one_icon() -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(ENTRY, "utf-8")
    desktop = entry["Desktop Entry"]
    about = ElementTree.parse(ABOUT).getroot()
    (script,) = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert desktop["Exec"] == about.findtext("provides/binary") == script
    assert desktop["Icon"] == about.findtext("icon") == ICON.stem
    assert about.findtext("launchable") == ENTRY.name
    assert {"Comment", "Comment[fr]", "Keywords[fr]"} <= set(desktop)


def test_the_entry_is_what_desktops_expect() -> None:
    assert asked("desktop-file-validate", str(ENTRY)) == ""


def test_the_description_is_what_catalogues_expect() -> None:
    said = asked("appstreamcli", "validate", "--no-net", "--no-color", str(ABOUT))
    wrong = [line for line in said.splitlines() if line.startswith(("E: ", "W: "))]
    assert [one for one in wrong if "url-homepage-missing" not in one] == []  # there is none yet


def test_the_page_of_the_manual_names_every_command(tmp_path: Path) -> None:
    page = "\n".join(tool("linux/man").page())
    for name in COMMANDS:
        assert f"\n.B {name.replace('-', chr(92) + '-')}\n" in page
    (tmp_path / "page.1").write_text(f"{page}\n", "utf-8")
    said = asked("groff", "-man", "-ww", "-z", "-Tutf8", "-K", "utf8", str(tmp_path / "page.1"))
    assert said == ""

"""``papier-libre self-test``: each check does the real thing, and a broken part is seen."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.cli.main import run
from desktop_app.core.errors import AppError
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools

MUST_WORK = {"fonts", "packs", "letters", "forms", "safe", "wiping"}


def with_few_packs(tools: RealTools, folder: Path) -> RealTools:
    """Return the tools with what the trials use of ours: all of ours are asked once, elsewhere."""
    tools.__dict__["catalogue"] = FolderCatalogue(few_packs(folder))
    return tools


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_sound_installation_is_all_green(
    whole: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools = RealTools() if whole else with_few_packs(RealTools(), tmp_path)
    assert run(["self-test", "--json"], lambda: tools) == 0
    report = json.loads(capsys.readouterr().out)
    states = {check["name"]: check["state"] for check in report["checks"]}
    assert report["ok"]
    assert {name for name, state in states.items() if state == "ok"} >= MUST_WORK
    assert {"display", "printing", "qt-libraries"} <= set(states)
    assert report["versions"]["papier-libre"]
    assert states["reader"] in ("ok", "absent")
    assert report["layers"]["memory"] == "on" or sys.platform == "win32"


class _Broken(AppError, code="disk-full"):
    pass


class ToolsWithoutLetters(RealTools):
    @property
    def letters(self):
        raise _Broken


def test_a_broken_part_is_red_and_the_others_are_still_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools = with_few_packs(ToolsWithoutLetters(), tmp_path)
    assert run(["self-test"], lambda: tools) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("✗ Lettres") for line in lines)
    assert any(line.startswith("✓ Coffre") for line in lines)


def few_packs(folder: Path) -> Path:
    """Copy what the trials use of ours."""
    used = {"caf-indu-rsa", "exemple-aide-exceptionnelle"}

    def others(parent: str, names: list[str]) -> set[str]:
        return set(names) - used if Path(parent).name in ("letters", "official") else set()

    return Path(shutil.copytree(str(data_root("forms")), folder / "forms", ignore=others))

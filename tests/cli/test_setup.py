"""``setup``: the manager of a computer chooses what the program serves, and is shown it first."""

import json
import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desktop_app.mode
from desktop_app.cli.main import run
from desktop_app.core.machine import machine_text
from desktop_app.mode import read_mode
from desktop_app.wiring import RealTools

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have another folder be the system's, and another the program's."""
    folder, program = tmp_path / "etc" / "papier-libre", tmp_path / "program"
    folder.parent.mkdir()
    program.mkdir()
    monkeypatch.setattr(desktop_app.mode, "_of_the_system", lambda: folder)
    monkeypatch.setattr(desktop_app.mode, "program_folder", lambda: program)
    return folder / "papier-libre.toml"


def setup(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    status = run(["setup", *arguments, "--json"], RealTools)
    return status, json.loads(capsys.readouterr().out)


def test_without_a_choice_it_tells_what_the_computer_does(capsys, system):
    status, told = setup(capsys)
    assert (status, told["mode"], told["file"]) == (0, "home", str(system))
    assert not system.parent.exists()


@pytest.mark.parametrize("mode", ["association", "public"])
def test_the_preview_writes_nothing(capsys, system, mode):
    status, told = setup(capsys, f"--{mode}", "--preview")
    assert (status, told["mode"], told["now"], told["written"]) == (0, mode, "home", False)
    assert tomllib.loads(told["text"]) == {"mode": mode}
    assert not system.parent.exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only a manager may")
@pytest.mark.parametrize("mode", ["association", "public", "home"])
def test_the_manager_writes_it_for_all_whatever_the_umask(capsys, system, mode):
    former = os.umask(0o077)
    try:
        status, told = setup(capsys, f"--{mode}")
    finally:
        os.umask(former)
    assert (status, told["written"], told["text"]) == (0, True, system.read_text("utf-8"))
    assert read_mode() == RealTools().mode == mode
    assert stat.S_IMODE(system.stat().st_mode) == 0o644
    assert stat.S_IMODE(system.parent.stat().st_mode) == 0o755
    assert [one.name for one in system.parent.iterdir()] == [system.name]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only a manager may")
def test_who_is_not_the_manager_is_told_so(capsys, system):
    setup(capsys, "--public", "--preview")  # nobody may not read all of Python here
    setup(capsys, "--public", "--association")
    os.seteuid(65534)
    try:
        status, told = setup(capsys, "--association")
    finally:
        os.seteuid(0)
    assert (status, told["error"]["code"]) == (7, "setup-by-manager"), told
    assert not system.parent.exists()


def test_a_file_read_before_is_named(capsys, system):
    nearer = desktop_app.mode.places()[0]
    nearer.write_text('mode = "home"\n', "utf-8")
    status, told = setup(capsys, "--association")
    assert (status, told["error"]["code"]) == (3, "setup-nearer")
    assert str(nearer) in told["error"]["message"]
    assert not system.exists()
    assert setup(capsys, "--association", "--preview")[1]["nearer"] == str(nearer)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only a manager may")
@pytest.mark.parametrize("rights", [0o664, 0o646, 0o666])
def test_a_file_that_others_may_change_chooses_nothing(capsys, system, rights):
    setup(capsys, "--association")
    system.chmod(rights)
    assert read_mode() == "public"
    system.chmod(0o644)
    assert read_mode() == "association"
    system.parent.chmod(0o777)
    assert read_mode() == "public"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only a manager may")
def test_a_file_of_somebody_else_chooses_nothing(capsys, system):
    setup(capsys, "--association")
    os.chown(system, 65534, 65534)
    assert read_mode() == "public"


def test_two_choices_at_once_are_refused(capsys, system):
    status, told = setup(capsys, "--association", "--public")
    assert (status, told["error"]["code"]) == (2, "usage")


def test_a_disk_that_refuses_leaves_what_was_there(capsys, system):
    system.parent.mkdir()
    system.mkdir()  # a folder of that name
    status, told = setup(capsys, "--association")
    assert (status, told["error"]["code"]) == (3, "file-not-regular")


@given(
    st.dictionaries(
        st.from_regex("[a-z_]{1,10}", fullmatch=True),
        st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.booleans(),
        max_size=4,
    )
)
def test_what_is_told_is_read_again(told):
    told.pop("mode", None)
    assert tomllib.loads(machine_text("public", told)) == {"mode": "public", **told}

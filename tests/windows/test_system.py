"""What Windows keeps and tells: folders of programs, mode, secrets, memory, surroundings, lock."""

import ctypes
import datetime as dt
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import mode
from desktop_app.gui import plugged
from desktop_app.safe.system_keyring import Held, SystemKeyring
from tests.helpers.elsewhere import WINE

if sys.platform != "win32":
    pytest.skip("needs Windows: ./start test --windows", allow_module_level=True)

PROJECT = Path(__file__).parents[2]


def said(program: str, *arguments: str, status: int = 0, **more: str) -> str:
    """Run a program of Python, and return what it says."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, *arguments],
        capture_output=True, encoding="utf-8", check=False, env={**os.environ, **more},
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    return done.stdout.strip()


def test_what_is_kept_stays_on_this_computer(home: Path) -> None:
    """In the local folder: a roaming one would carry a safe away, and two computers part it."""
    from desktop_app.settings import default_file
    from desktop_app.wiring import RealTools

    local = home / "local_appdata" / "papier-libre"
    assert default_file().is_relative_to(local)
    assert RealTools().known_safes.new().is_relative_to(local / "coffres")


def test_without_the_tests_windows_itself_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("WIN_PD_OVERRIDE_LOCAL_APPDATA")
    monkeypatch.setenv("LOCALAPPDATA", r"C:\elsewhere")
    found = platformdirs.user_data_path("papier-libre", appauthor=False)
    assert found.parts[-3:] == ("AppData", "Local", "papier-libre")


def test_whoever_starts_the_program_does_not_choose_its_mode(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path))
    place = mode.places()[-1]
    assert place == Path("C:/ProgramData/papier-libre/papier-libre.toml")
    (tmp_path / "papier-libre").mkdir()
    (tmp_path / "papier-libre" / "papier-libre.toml").write_text('mode = "home"')
    place.parent.mkdir(exist_ok=True)
    place.write_text('mode = "public"')
    try:
        assert mode.read_mode() == "public"
    finally:
        place.unlink()
        place.parent.rmdir()


def test_the_credential_manager_holds_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.Windows.WinVaultKeyring")
    import keyring
    import keyring.core

    before = keyring.get_keyring()
    keyring.core.init_backend()
    ours, held = SystemKeyring(), Held(os.urandom(16), os.urandom(32))
    one = os.urandom(16)
    try:
        assert ours.read(one) is None
        ours.write(one, held)
        assert ours.read(one) == held
        ours.forget(one)
        assert ours.read(one) is None
    finally:
        keyring.set_keyring(before)


def test_no_report_is_made_of_a_crash_and_the_key_is_held_in_memory() -> None:
    program = (
        "import ctypes\nfrom desktop_app import hardening\n"
        "hardening.keep_memory_private()\n"
        "print(ctypes.windll.kernel32.GetErrorMode() & 3)\n"
        "print(hardening.keep_in_memory(bytearray(b'x' * 32)))\n"
    )
    assert said(program).split() == ["3", "True"]


def test_a_crash_ends_the_program_and_opens_no_window() -> None:
    program = (
        "import ctypes\nfrom desktop_app import hardening\n"
        "hardening.keep_memory_private()\n"
        "ctypes.string_at(0)\n"  # Python turns this one into an error
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1


def test_a_library_in_the_folder_one_is_in_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Path(sys.prefix) / "zlib1.dll"
    (tmp_path / "papier_planted.dll").write_bytes(library.read_bytes())
    monkeypatch.chdir(tmp_path)
    load = "print(bool(ctypes.windll.kernel32.LoadLibraryW('papier_planted')))\n"
    # A launcher may have shut that folder out already: as Windows begins, it is looked into.
    first = (
        "import ctypes, os\nctypes.windll.kernel32.SetDllDirectoryW(None)\n"
        "from desktop_app.hardening import drop_loaders\n"
    )
    assert said(first + load) == "True", "else the test sees nothing"
    if WINE:
        pytest.skip("Wine goes on looking into the current folder: a real Windows tells")
    assert said(first + "drop_loaders(os.environ)\n" + load) == "False"


def test_what_makes_qt_load_code_is_forgotten_whatever_its_case() -> None:
    program = (
        "import ctypes, os\nfrom desktop_app.hardening import drop_loaders\n"
        "drop_loaders(os.environ)\n"
        "print([n for n in os.environ if n.startswith('QT_PLUGIN')], "
        "ctypes.windll.kernel32.GetEnvironmentVariableW('QT_PLUGIN_PATH', None, 0))\n"
    )
    assert said(program, Qt_Plugin_Path=r"C:\elsewhere") == "[] 0"


def test_drives_are_asked_without_a_window_that_says_there_is_no_disk() -> None:
    assert all(isinstance(one, Path) for one in plugged.keys_now())


def test_two_programs_do_not_open_one_safe(tmp_path: Path) -> None:
    from desktop_app.safe.errors import AlreadyOpen
    from desktop_app.safe.lock import Lock

    first = Lock(tmp_path / "lock")
    first.take()
    first.sign()
    program = (
        "import sys, pathlib\nfrom desktop_app.safe.lock import Lock\n"
        "from desktop_app.safe.errors import AlreadyOpen\n"
        "one = Lock(pathlib.Path(sys.argv[1]))\n"
        "try: one.take()\n"
        "except AlreadyOpen: print('taken')\n"
        "else: print('free'); one.release()\n"
    )
    assert said(program, str(tmp_path / "lock")) == "taken"
    assert not first.expect_ours()
    first.release()
    assert said(program, str(tmp_path / "lock")) == "free"
    assert issubclass(AlreadyOpen, Exception)


def test_a_lock_of_a_killed_program_is_free_again(tmp_path: Path) -> None:
    from desktop_app.safe.lock import Lock

    program = (
        "import sys, os, pathlib\nfrom desktop_app.safe.lock import Lock\n"
        "one = Lock(pathlib.Path(sys.argv[1])); one.take(); one.sign(); os._exit(3)\n"
    )
    said(program, str(tmp_path / "lock"), status=3)
    ours = Lock(tmp_path / "lock")
    ours.take()
    ours.release()


def test_this_computer_is_known_again() -> None:
    from desktop_app.safe import lock

    program = "from desktop_app.safe import lock; print(lock._here()['machine'])"
    assert said(program) == lock._here()["machine"]
    assert lock._here()["host"] == socket.gethostname()


def test_the_clock_of_sleep_goes_on() -> None:
    from desktop_app.gui.suspend_watcher import clock

    before = clock()
    ctypes.windll.kernel32.Sleep(100)
    assert 0.05 < clock() - before < 60


def test_the_place_of_the_person_is_known() -> None:
    from desktop_app.wiring import SystemClock

    assert SystemClock().now().at.utcoffset() is not None
    assert dt.datetime.now().astimezone().tzinfo is not None

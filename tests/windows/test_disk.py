"""Files on Windows: names it keeps for itself, case, length, who may enter, full, held, gone."""

import ctypes
import datetime as dt
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop_app import files, folders, windows_disk
from desktop_app.core import file_names
from desktop_app.safe import rights
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.errors import NotAllowed
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

if sys.platform != "win32":
    pytest.skip("needs Windows: ./start test --windows", allow_module_level=True)

GENERIC_READ, OPEN_EXISTING, SHARE_NONE = 0x80000000, 3, 0
REMOVE = 2  # DDD_REMOVE_DEFINITION
TODAY = dt.date(2026, 11, 24)


def held_by_another(path: Path) -> ctypes.c_void_p:
    """Open a file as an antivirus may: nobody else may do anything with it."""
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(path), GENERIC_READ, SHARE_NONE, None, OPEN_EXISTING, 0, None)
    assert handle not in (None, ctypes.c_void_p(-1).value)
    return ctypes.c_void_p(handle)


@pytest.mark.parametrize("write", ["a paper", "of the safe"])
def test_a_file_that_an_antivirus_holds_for_a_moment_is_waited_for(
    tmp_path: Path, write: str
) -> None:
    target = tmp_path / "lettre.pdf"
    target.write_bytes(b"ancien")
    handle = held_by_another(target)
    close = ctypes.WinDLL("kernel32").CloseHandle
    threading.Timer(0.5, lambda: close(handle)).start()
    if write == "a paper":
        files.write_file(target, b"nouveau")
    else:
        Disk().write(target, [b"nouveau"])
    assert target.read_bytes() == b"nouveau"
    assert os.listdir(tmp_path) == ["lettre.pdf"]


def test_one_that_is_held_for_long_is_refused_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "lettre.pdf"
    target.write_bytes(b"ancien")
    handle = held_by_another(target)
    began = time.monotonic()
    with pytest.raises(files.ReadOnly):
        files.write_file(target, b"nouveau")
    assert time.monotonic() - began < 10
    ctypes.WinDLL("kernel32").CloseHandle(handle)
    assert target.read_bytes() == b"ancien"
    assert os.listdir(tmp_path) == ["lettre.pdf"]


@pytest.mark.parametrize("name", ["CON", "aux.pdf", "nul", "com1.txt", "LPT9", "con.pdf"])
def test_a_name_that_windows_keeps_is_refused_before_anything_is_written(name: str) -> None:
    with pytest.raises(file_names.FileNameReserved):
        file_names.checked(name, ".pdf")


@pytest.mark.parametrize("name", ["COM¹", "lpt².pdf", "CONIN$", "conout$.pdf"])
def test_so_are_its_other_ports_and_the_console(name: str) -> None:
    with pytest.raises(file_names.FileNameReserved):
        file_names.checked(name, ".pdf")


@pytest.mark.parametrize("name", ["lettre.", "lettre . .", "lettre "])
def test_a_name_ends_with_no_dot_and_no_space(tmp_path: Path, name: str) -> None:
    given = file_names.checked(name, ".pdf")
    files.write_file(tmp_path / given, b"x")
    assert os.listdir(tmp_path) == [given]


def test_one_name_in_two_cases_is_one_file(tmp_path: Path) -> None:
    files.write_file(tmp_path / "Lettre.pdf", b"x")
    with pytest.raises(files.NotWritten):
        files.write_file(tmp_path / "LETTRE.PDF", b"y", replace=False)
    assert folders.free_name(tmp_path / "lettre.pdf").name == "lettre (2).pdf"
    assert files.read_file(tmp_path / "LETTRE.pdf") == b"x"


def test_a_path_longer_than_260_signs_is_written_or_refused_in_words(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 300:
        folder = folder / ("dossier très long " * 3).strip()
    try:
        folder.mkdir(parents=True)
        files.write_file(folder / "lettre.pdf", b"x")
    except (files.NotWritten, OSError):  # a Windows whose manager did not allow long paths
        return
    assert files.read_file(folder / "lettre.pdf") == b"x"


def test_a_folder_of_a_new_safe_lets_its_owner_in_alone(tmp_path: Path) -> None:
    (tmp_path / "privé").mkdir(mode=0o700)
    rules = who_may(tmp_path / "privé")
    assert rules, "there is a list"
    assert not any(everybody in rules for everybody in (";;;WD)", ";;;BU)", ";;;AU)"))


def test_a_folder_made_in_a_safe_takes_the_safe_s_own_list(tmp_path: Path) -> None:
    safe = tmp_path / "commun"
    safe.mkdir()
    rights.make_folder(safe / "backups")
    (tmp_path / "voisin").mkdir()
    assert who_may(safe / "backups") == who_may(tmp_path / "voisin")


def who_may(folder: Path) -> str:
    """Return the list of who may do what there, as Windows writes it (SDDL)."""
    rights_library = ctypes.WinDLL("advapi32")
    found, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    assert not rights_library.GetNamedSecurityInfoW(
        str(folder), 1, 4, None, None, None, None, ctypes.byref(found)
    )
    assert rights_library.ConvertSecurityDescriptorToStringSecurityDescriptorW(
        found, 1, 4, ctypes.byref(text), None
    )
    return text.value or ""


def test_a_full_drive_is_said_and_what_was_there_stays(small_drive: Path) -> None:
    files.write_file(small_drive / "lettre.pdf", b"ancien")
    with pytest.raises(files.DiskFull):
        files.write_file(small_drive / "lettre.pdf", bytes(16 << 20))
    with pytest.raises(files.DiskFull):
        Disk().write(small_drive / "lettre.pdf", [bytes(16 << 20)])
    assert (small_drive / "lettre.pdf").read_bytes() == b"ancien"
    assert os.listdir(small_drive) == ["lettre.pdf"]


def test_a_safe_on_a_full_drive_says_so_and_loses_nothing(small_drive: Path) -> None:
    place = new_safe(small_drive, TODAY)
    with open_safe(place, TODAY) as safe:
        safe.people.add("Zoé", on=TODAY)
        (small_drive / "gros").write_bytes(os.urandom(free(small_drive) - (64 << 10)))
        with pytest.raises(files.DiskFull):
            fill(safe)
        kept = {person.name for person in safe.people.all()}
    (small_drive / "gros").unlink()
    with open_safe(place, TODAY) as again:
        assert "Zoé" in kept
        assert {person.name for person in again.people.all()} == kept


def fill(safe: Safe) -> None:
    """Add people until the disk refuses."""
    for number in range(2000):
        safe.people.add(f"Personne {number} " + "x" * 2000, on=TODAY)


def free(drive: Path) -> int:
    """Return how many bytes are left there."""
    return shutil.disk_usage(drive).free


def test_an_empty_drive_is_an_empty_folder_and_not_one_that_lacks(small_drive: Path) -> None:
    assert folders.listed(small_drive).folders == ()


def test_a_drive_that_is_gone_is_said() -> None:
    gone = next(f"{one}:\\" for one in "QRSVWXY" if not os.path.exists(f"{one}:\\"))
    assert windows_disk.is_gone(gone + "lettre.pdf")
    assert not windows_disk.is_gone(os.getcwd())
    with pytest.raises(files.MediaRemoved):
        files.write_file(gone + "lettre.pdf", b"x")
    with pytest.raises(files.MediaRemoved):
        Disk().write(Path(gone + "keys"), [b"x"])


def test_a_stick_pulled_out_under_an_open_safe_is_said_and_what_waited_is_saved(
    tmp_path: Path,
) -> None:
    """A drive of its own letter, which goes and comes back: a stick as far as programs see it."""
    stick = tmp_path / "clé"
    stick.mkdir()
    place = new_safe(stick, TODAY)
    letter = plugged_in(stick)
    if not Path(f"{letter}:\\", place.name, "keys").is_file():
        pulled_out(letter)
        pytest.skip("this Wine gives a folder no letter of its own: a real Windows tells")
    try:
        safe = open_safe(Path(f"{letter}:\\") / place.name, TODAY)
        draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
        pulled_out(letter)
        with pytest.raises(files.MediaRemoved):
            safe.come_back()
        plugged_in(stick, letter)
        safe.come_back()
        safe.drafts.save(draft, "[1]", question="x", on=TODAY)
        safe.close()
    finally:
        pulled_out(letter)
    with open_safe(place, TODAY) as again:
        assert again.drafts.one(draft).content == "[1]"


def plugged_in(folder: Path, letter: str = "") -> str:
    """Give a folder a letter of its own; returns it."""
    free = letter or next(one for one in "PQRSUVW" if not os.path.exists(f"{one}:\\"))
    assert ctypes.WinDLL("kernel32").DefineDosDeviceW(0, f"{free}:", str(folder))
    return free


def pulled_out(letter: str) -> None:
    """Take the letter away."""
    ctypes.WinDLL("kernel32").DefineDosDeviceW(REMOVE, f"{letter}:", None)


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (19, files.ReadOnly), (112, files.DiskFull), (1295, files.DiskFull),
        (21, files.MediaRemoved), (1167, files.MediaRemoved), (59, files.MediaRemoved),
        (5, NotAllowed),
    ],
)  # fmt: skip
def test_what_windows_says_is_what_is_told(number: int, meant: type[Exception]) -> None:
    assert isinstance(refusal(ctypes.WinError(number), Path(os.getcwd())), meant)


def test_the_same_folder_by_its_short_name_and_by_another_case(tmp_path: Path) -> None:
    (tmp_path / "Mes dossiers").mkdir()
    found = folders.listed(tmp_path, (".pdf",))
    assert [one.name for one in found.folders] == ["Mes dossiers"]
    assert folders.what_is(str(tmp_path / "MES DOSSIERS")) == "folder"


def test_what_is_hidden_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "caché.pdf").write_bytes(b"x")
    (tmp_path / "vu.pdf").write_bytes(b"x")
    assert ctypes.WinDLL("kernel32").SetFileAttributesW(str(tmp_path / "caché.pdf"), 2)
    assert [one.name for one in folders.listed(tmp_path, (".pdf",)).files] == ["vu.pdf"]


def test_two_programs_want_the_same_file(tmp_path: Path) -> None:
    """Both write, in turn and at once: it is whole at every moment, and each is told the truth."""
    program = (
        "import sys\nfrom desktop_app.files import write_file\n"
        "for n in range(20): write_file(sys.argv[1], sys.argv[2].encode() * 5000)\n"
    )
    target = str(tmp_path / "lettre.pdf")
    both = [subprocess.Popen([sys.executable, "-c", program, target, sign]) for sign in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    assert Path(target).read_bytes() in (b"a" * 5000, b"b" * 5000)
    assert os.listdir(tmp_path) == ["lettre.pdf"]

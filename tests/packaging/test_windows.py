"""What Windows is given, as far as it is known without Windows: names, versions, every file."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import desktop_app
from tests.helpers.words import FOLDER, tool

# What `./start package` looks into, in its order.
sys.path += [str(FOLDER), *(str(FOLDER / beside) for beside in ("bundle", "engine"))]

interpreter = tool("windows/windows_interpreter")
launchers = tool("windows/windows_launchers")
zips = tool("windows/windows_zip")
nsis = tool("windows/windows_nsis")
msi = tool("windows/windows_msi")
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the real one, with fewer files."""
    made = tmp_path / "papier-libre"
    for name in ("papier-libre.exe", "python/python313.dll", "lib/a/é œ.py", "lib/a/b c.txt"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(name.encode())
    return made


# --- The interpreter -----------------------------------------------------------------------------


def archive(path: Path, *names: str) -> str:
    with zipfile.ZipFile(path, "w") as opened:
        for name in names:
            opened.writestr(name, name)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def known(monkeypatch: pytest.MonkeyPatch, sha256: str) -> None:
    left_out = interpreter.recipe()["left_out"]
    official = [{"version": "3.13.99", "file": "x.zip", "sha256": sha256}]
    recipe = {"official": official, "left_out": left_out}
    monkeypatch.setattr(interpreter, "recipe", lambda: recipe)


def test_the_interpreter_is_the_one_of_the_hash_less_what_nobody_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "x.zip"
    digest = archive(given, "python313.dll", "python.exe", "winsound.pyd", "python313.zip")
    known(monkeypatch, digest)
    into = tmp_path / "python"
    assert interpreter.lay_interpreter(into, given, tmp_path) == "3.13.99"
    assert {one.name for one in into.iterdir()} == {
        "python313.dll", "python313.zip", "python313._pth"
    }  # fmt: skip


def test_an_interpreter_of_another_hash_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "x.zip"
    archive(given, "python313.dll")
    known(monkeypatch, "0" * 64)
    with pytest.raises(SystemExit, match=r"interpreter\.toml"):
        interpreter.lay_interpreter(tmp_path / "python", given, tmp_path)
    assert not (tmp_path / "python").exists()


def test_an_interpreter_of_another_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "x.zip"
    known(monkeypatch, archive(given, "python312.dll"))
    with pytest.raises(SystemExit, match=r"3\.13"):
        interpreter.lay_interpreter(tmp_path / "python", given, tmp_path)


def test_each_hash_of_the_data_file_is_one() -> None:
    recipe = interpreter.recipe()
    pins = [one["sha256"] for one in (*recipe["official"], recipe["trial"]["binding"])]
    assert all(len(bytes.fromhex(one)) == 32 for one in pins)


# --- The launchers -------------------------------------------------------------------------------


def test_both_programs_say_the_version_of_the_program() -> None:
    for name in (launchers.WINDOW, launchers.COMMANDS):
        text = launchers.resources(name, desktop_app.__version__)
        assert f'"FileVersion", "{desktop_app.__version__}"' in text
        assert f'"OriginalFilename", "{name}.exe"' in text
        assert "@" not in text
    assert launchers.quad("0.1") == "0.1.0.0"


def test_the_manifest_asks_no_right_and_takes_long_names_utf8_and_each_screen() -> None:
    root = ElementTree.fromstring(launchers.manifest(desktop_app.__version__))
    said = {one.tag.partition("}")[2]: (one.text or "").strip() for one in root.iter()}
    assert said["longPathAware"] == "true"
    assert said["activeCodePage"] == "UTF-8"
    assert said["dpiAwareness"].startswith("PerMonitorV2")
    (level,) = (one for one in root.iter() if one.tag.endswith("}requestedExecutionLevel"))
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}


def test_both_programs_compile_alike_twice(tmp_path: Path) -> None:
    lacking = [one for one in launchers.NEEDED if shutil.which(one) is None]
    if lacking:
        pytest.skip(f"needs {' '.join(lacking)}")
    made = []
    for name in ("one", "two"):
        work = tmp_path / name / "work"
        work.mkdir(parents=True)
        launchers.build_icon(work)
        launchers.build_launchers(tmp_path / name, work, desktop_app.__version__)
        made.append([(tmp_path / name / f"{one}.exe").read_bytes() for one in launchers.KINDS])
    assert made[0] == made[1]
    console = [int.from_bytes(one[_subsystem(one) :][:2], "little") for one in made[0]]
    assert console == [2, 3], "the window's program opens a console, or the other one none"


def _subsystem(program: bytes) -> int:
    """Return where a program says whether it is of the console (3) or of windows (2)."""
    return int.from_bytes(program[0x3C:0x40], "little") + 24 + 68


# --- The .zip ------------------------------------------------------------------------------------


def test_the_zip_holds_every_file_and_is_alike_twice(folder: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one.zip", "two.zip"):
        zips.pack(folder, tmp_path / name, 1_700_000_000)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "one.zip") as opened:
        inside = {name: opened.read(name) for name in opened.namelist()}
    assert inside == {
        f"papier-libre/{file.relative_to(folder)}": file.read_bytes() for file in zips.files(folder)
    }


# --- The installers ------------------------------------------------------------------------------


def rendered(folder: Path) -> str:
    icon, target = Path("/x/icon.ico"), Path("/x/papier-libre-essai.exe")
    return str(nsis.script(folder, target, icon, desktop_app.__version__))


def test_the_installer_writes_every_file_and_removes_each(folder: Path) -> None:
    lines = [line.strip() for line in rendered(folder).splitlines()]
    for file in zips.files(folder):
        place = str(file.relative_to(folder)).replace("/", "\\")
        assert f'File "{file}"' in lines
        assert f'Delete "$INSTDIR\\{place}"' in lines
    assert lines.index('RMDir "$INSTDIR\\lib\\a"') < lines.index('RMDir "$INSTDIR\\lib"')


def test_the_installer_removes_nothing_that_it_did_not_write(folder: Path) -> None:
    text = rendered(folder)
    assert "RMDir /r" not in text
    assert "coffres" not in "".join(line for line in text.splitlines() if "Delete" in line)
    assert "@" not in text


def test_the_installer_compiles(folder: Path, tmp_path: Path) -> None:
    for program in ("makensis", "rsvg-convert", "icotool"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    nsis.make(folder, tmp_path / "papier-libre-essai.exe", tmp_path)
    assert (tmp_path / "papier-libre-essai.exe").read_bytes()[:2] == b"MZ"


def described(folder: Path) -> ElementTree.Element:
    icon = Path("/x/icon.ico")
    text = msi.description(folder, Path("/x"), icon, desktop_app.__version__)
    return ElementTree.fromstring(text)


def test_the_msi_describes_every_file_once(folder: Path) -> None:
    root = described(folder)
    sources = [one.attrib["Source"] for one in root.iter(f"{WIX}File")]
    modes = [f"/x/{mode}.toml" for mode in msi.MODES]
    assert sorted(sources) == sorted([*map(str, zips.files(folder)), *modes])


def test_each_part_of_the_msi_is_named_once_and_installed(folder: Path) -> None:
    root = described(folder)
    parts = [one.attrib for one in root.iter(f"{WIX}Component")]
    for fact in ("Id", "Guid"):
        assert len({one[fact] for one in parts}) == len(parts)
    installed = [one.attrib["Id"] for one in root.iter(f"{WIX}ComponentRef")]
    assert sorted(installed) == sorted(one["Id"] for one in parts)


def test_the_msi_keeps_the_identity_by_which_windows_upgrades(folder: Path) -> None:
    (product,) = described(folder).iter(f"{WIX}Product")
    assert product.attrib["UpgradeCode"] == "{0F6D3B52-6A1C-5A0E-9A52-3F7F0A4D3C11}"
    assert product.attrib["Version"] == launchers.quad(desktop_app.__version__)[:-2]


def test_the_mode_that_the_msi_writes_is_the_one_that_the_program_reads(
    folder: Path, tmp_path: Path
) -> None:
    if shutil.which("wixl") is None or shutil.which("msiextract") is None:
        pytest.skip("needs wixl and msitools")
    from desktop_app.mode import read_mode

    for program in ("rsvg-convert", "icotool"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    msi.make(folder, tmp_path / "x.msi", tmp_path)
    for mode in msi.MODES:
        assert read_mode([tmp_path / f"{mode}.toml"]) == mode
    listed = subprocess.run(
        ["msiextract", "--list", tmp_path / "x.msi"], check=True, capture_output=True, text=True
    ).stdout
    assert listed.count("papier-libre.toml") == len(msi.MODES)
    assert "python313.dll" in listed

"""The programs, the .zip and both installers, run by Wine: a small tree, the real interpreter.

The tree holds a few of our modules and data: installers do not know one file from another, and
``--version`` asks no more. ``python -m tests.packaging.windows_table`` does it with all of it.
"""

import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import desktop_app
from tests.helpers.words import FOLDER, tool
from tests.packaging.conftest import PROJECT
from tests.packaging.wine import Wine, seen_from_windows

sys.path += [str(FOLDER), *(str(FOLDER / beside) for beside in ("bundle", "engine"))]
package = tool("windows/package_windows")
interpreter = tool("windows/windows_interpreter")
launchers = tool("windows/windows_launchers")
nsis = tool("windows/windows_nsis")
msi = tool("windows/windows_msi")
zips = tool("windows/windows_zip")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]
NEEDED = ("wine", "makensis", "wixl", *launchers.NEEDED)
NOW = desktop_app.__version__
OLD = "0.0.1"
KEPT = PROJECT / "build" / "interpreter"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\papier-libre"
PROGRAM = r"AppData\Local\Programs\Papier libre"


@dataclass(frozen=True)
class Made:
    """Two versions of the program, in a folder each, and what was made of them."""

    old: Path
    now: Path
    installers: dict[str, Path]
    packages: dict[str, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    lacking = [one for one in NEEDED if shutil.which(one) is None]
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}")
    top = tmp_path_factory.mktemp("made")
    now = top / "now" / "papier-libre"
    small_folder(now)
    old = top / "old" / "papier-libre"
    shutil.copytree(now, old)
    (old / "lib" / "ancien").mkdir()
    (old / "lib" / "ancien" / "retiré.py").write_text("# of the older version\n", "utf-8")
    installers, packages = {}, {}
    patch = pytest.MonkeyPatch()
    script = nsis.script
    solid = "SetCompressor /SOLID lzma"  # which takes minutes
    patch.setattr(nsis, "script", lambda *said: script(*said).replace(solid, "SetCompressor zlib"))
    for version, folder in ((OLD, old), (NOW, now)):
        patch.setattr(desktop_app, "__version__", version)
        work = top / version
        work.mkdir()
        installers[version] = top / f"papier-libre-{version}.exe"
        nsis.make(folder, installers[version], work)
        packages[version] = top / f"papier-libre-{version}.msi"
        msi.make(folder, packages[version], work)
    patch.undo()
    return Made(old, now, installers, packages)


def small_folder(folder: Path) -> None:
    """Lay the real interpreter, our programs, and our package without what it depends on."""
    lib = folder / "lib"
    ours = lib / "desktop_app"
    ours.mkdir(parents=True)
    for file in (PROJECT / "desktop_app").glob("*.py"):
        shutil.copy(file, ours)
    shutil.copytree(PROJECT / "forms" / "law", ours / "_data" / "forms" / "law")
    order = ["-q", "--invalidation-mode", "unchecked-hash", str(lib)]
    subprocess.run([package.compiler(), "-m", "compileall", *order], check=True)
    interpreter.lay_interpreter(folder / "python", None, KEPT)
    work = folder.parent / "work"
    work.mkdir()
    launchers.build_icon(work)
    launchers.build_launchers(folder, work, NOW)


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    machine = Wine(tmp_path_factory.mktemp("windows") / "prefix")
    machine.prefix.mkdir()
    machine.run("wineboot", "-i")
    yield machine
    machine.end()


def version(wine: Wine, folder: Path, **more: Path) -> str:
    done = wine.run(folder / "papier-libre-cli.exe", "--version", **more)  # type: ignore[arg-type]
    return done.stdout.strip()


# --- The folder ----------------------------------------------------------------------------------


def test_it_runs_from_a_folder_with_spaces_and_accents(
    made: Made, wine: Wine, tmp_path: Path
) -> None:
    zips.pack(made.now, tmp_path / "x.zip", 1_700_000_000)
    stick = tmp_path / "Clé d’Éloïse (œuvre) 100 %"
    with zipfile.ZipFile(tmp_path / "x.zip") as opened:
        opened.extractall(stick)
    assert version(wine, stick / "papier-libre") == f"papier-libre {NOW}"


def test_it_runs_where_its_files_have_longer_names_than_windows_had(
    made: Made, wine: Wine, tmp_path: Path
) -> None:
    """Windows itself starts no program whose own name is longer than 260."""
    deep = tmp_path / "un dossier" / "long"
    deep = deep.with_name("long" * ((245 - len(seen_from_windows(deep)) - 21) // 4))
    shutil.copytree(made.now, deep)
    inside = max(len(seen_from_windows(file)) for file in deep.rglob("*"))
    assert len(seen_from_windows(deep / "papier-libre-cli.exe")) < 260 < inside
    assert version(wine, deep) == f"papier-libre {NOW}"


def test_nothing_planted_around_it_is_loaded(made: Made, wine: Wine, tmp_path: Path) -> None:
    for name in ("python313.dll", "python3.dll", "vcruntime140.dll", "libcrypto-3.dll"):
        (tmp_path / name).write_bytes(b"no library at all")
    for name in ("desktop_app.py", "argparse.py", "sitecustomize.py", "encodings.py"):
        (tmp_path / name).write_text("raise SystemExit('planted')\n", "utf-8")
    here = seen_from_windows(tmp_path)
    planted = {"PYTHONPATH": here, "PYTHONHOME": here, "PYTHONSTARTUP": f"{here}\\argparse.py"}
    cli = made.now / "papier-libre-cli.exe"
    done = wine.run(cli, "--version", cwd=tmp_path, more={**planted, "WINEPATH": here})
    assert done.stdout.strip() == f"papier-libre {NOW}", done.stderr


def test_python_looks_into_its_own_folders_only(made: Made, wine: Wine) -> None:
    asked = "import sys; print(*sys.path, sys.executable, sys.flags.isolated, sep='|')"
    done = wine.run(made.now / "papier-libre-cli.exe", "-I", "-c", asked)
    *path, executable, isolated = done.stdout.strip().split("|")
    ours = seen_from_windows(made.now)
    assert path == [f"{ours}\\python\\python313.zip", f"{ours}\\python", f"{ours}\\lib"]
    assert executable == f"{ours}\\papier-libre-cli.exe"
    assert isolated == "1"


def test_an_incomplete_folder_says_so(made: Made, wine: Wine, tmp_path: Path) -> None:
    shutil.copy(made.now / "papier-libre-cli.exe", tmp_path)
    done = wine.run(tmp_path / "papier-libre-cli.exe", "--version")
    assert done.returncode == 9
    assert "Papier libre est incomplet" in done.stderr


# --- The installer for one person ----------------------------------------------------------------


def held_open(wine: Wine, folder: Path) -> "subprocess.Popen[bytes]":
    """Start the program of a folder, so that it stays until it is told to end."""
    program = folder / "papier-libre-cli.exe"
    started = wine.start(program, "-I", "-c", "print('here', flush=True); input()")
    assert started.stdout
    started.stdout.readline()
    return started


def test_it_is_installed_upgraded_and_removed_for_one_person(made: Made, wine: Wine) -> None:
    safe = wine.profile / "AppData/Local/papier-libre/coffres/2026.coffre/safe.db"
    safe.parent.mkdir(parents=True)
    safe.write_bytes(b"a safe")
    folder = wine.profile / PROGRAM.replace("\\", "/")

    assert wine.run(made.installers[OLD], "/S").returncode == 0
    assert version(wine, folder) == f"papier-libre {NOW}"  # the older one differs by its files
    assert (folder / "lib/ancien/retiré.py").is_file()
    assert wine.registry(UNINSTALL, "DisplayVersion") == OLD

    assert wine.run(made.installers[NOW], "/S").returncode == 0
    assert not (folder / "lib/ancien").exists(), "the older version left something"
    assert wine.registry(UNINSTALL, "DisplayVersion") == NOW
    assert wine.run(made.installers[OLD], "/S").returncode == 4, "an older one was taken"

    assert (wine.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs").is_dir()
    menu = wine.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Papier libre.lnk"
    assert menu.is_file()
    opens = wine.registry(r"HKCU\Software\Classes\PapierLibre.pdf\shell\open\command", "")
    assert opens is not None
    assert opens.endswith('papier-libre.exe" "%1"')
    assert wine.registry(r"HKCU\Software\Classes\.pdf", "") is None, "PDF files were taken over"

    running = held_open(wine, folder)
    assert wine.run(made.installers[NOW], "/S").returncode == 3
    assert refused(wine, folder) == 3
    assert version(wine, folder) == f"papier-libre {NOW}", "something was touched"
    running.communicate(b"\n", timeout=120)

    mine = folder / "lib" / "à moi.txt"
    mine.write_text("what she put there")
    remove(wine, folder)
    left = [one for one in folder.rglob("*") if one.is_file()] if folder.exists() else []
    assert left == [mine], "what was not installed is gone, or something is left"
    assert not menu.exists()
    assert wine.registry(UNINSTALL, "DisplayVersion") is None
    assert wine.registry(r"HKCU\Software\Classes\PapierLibre.pdf\shell\open\command", "") is None
    assert safe.read_bytes() == b"a safe"


def remove(wine: Wine, folder: Path) -> None:
    """Remove it as Windows does: the remover goes on from a copy of itself, and goes too."""
    assert wine.run(folder / "retirer.exe", "/S").returncode == 0
    for _ in range(120):
        if not (folder / "retirer.exe").exists():
            break
        time.sleep(0.5)
    time.sleep(1)  # the folder comes last


def refused(wine: Wine, folder: Path) -> int:
    """Return how a removal from where it stands ends; NSIS wants this last word without quotes."""
    where = f"_?={within(wine, folder)}"
    return wine.run(folder / "retirer.exe", "/S", *where.split(" ")).returncode


def within(wine: Wine, folder: Path) -> str:
    """Return how Windows calls a folder of its own disk."""
    return "C:\\" + str(folder.relative_to(wine.prefix / "drive_c")).replace("/", "\\")


def test_choices_can_be_said_without_a_word(made: Made, wine: Wine) -> None:
    there = "C:\\Où je veux\\papier"
    order = ("/S", "/PDF=0", "/BUREAU=1", *f"/D={there}".split(" "))
    assert wine.run(made.installers[NOW], *order).returncode == 0
    folder = wine.within("Où je veux/papier")
    assert version(wine, folder) == f"papier-libre {NOW}"
    assert (wine.profile / "Desktop" / "Papier libre.lnk").is_file()
    assert wine.registry(r"HKCU\Software\Classes\PapierLibre.pdf\shell\open\command", "") is None
    remove(wine, folder)
    assert not folder.exists()
    assert not (wine.profile / "Desktop" / "Papier libre.lnk").exists()


# --- The .msi ------------------------------------------------------------------------------------


def test_it_is_installed_upgraded_and_removed_for_all(made: Made, wine: Wine) -> None:
    folder = wine.within("Program Files/Papier libre")
    mode = wine.within("ProgramData/papier-libre/papier-libre.toml")
    safe = wine.profile / "AppData/Local/papier-libre/coffres/msi.coffre/safe.db"
    safe.parent.mkdir(parents=True, exist_ok=True)
    safe.write_bytes(b"a safe")

    assert install(wine, made.packages[OLD], "MODE=public", "PDF=1") == 0
    assert version(wine, folder) == f"papier-libre {NOW}"
    assert mode.read_text("utf-8").split() == ["mode", "=", '"public"']
    assert (folder / "lib/ancien/retiré.py").is_file()

    assert install(wine, made.packages[NOW]) == 0
    assert version(wine, folder) == f"papier-libre {NOW}"
    assert not (folder / "lib/ancien").exists(), "the older version left something"
    assert mode.read_text("utf-8").split() == ["mode", "=", '"public"'], "the mode was forgotten"
    opens = wine.registry(r"HKLM\Software\Classes\PapierLibre.pdf\shell\open\command", "")
    assert opens is not None
    assert opens.endswith('papier-libre.exe" "%1"')
    assert install(wine, made.packages[OLD]) != 0, "an older one was taken"

    done = wine.run("msiexec", "/x", seen_from_windows(made.packages[NOW]), "/qn")
    assert done.returncode == 0
    assert not folder.exists()
    assert not mode.exists()
    assert safe.read_bytes() == b"a safe"


def install(wine: Wine, file: Path, *properties: str) -> int:
    done = wine.run("msiexec", "/i", seen_from_windows(file), "/qn", *properties)
    time.sleep(1)  # what it started in its turn ends
    return done.returncode

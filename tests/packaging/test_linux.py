"""The packages for Linux: what is built twice is alike, and what starts them says what it cannot.

The packages themselves are built, installed and used by ``test_linux_packages.py``, which is long.
"""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.qt_needs import PACKAGE_OF
from tests.helpers.words import tool

PROJECT = Path(__file__).parents[2]
START = PROJECT / "resources" / "packaging" / "linux" / "top" / "papier-libre.sh"
LOADER = Path("/lib64/ld-linux-x86-64.so.2")


def part(name: str) -> ModuleType:
    """Return a module of the packages for Linux, which finds those of the bundle."""
    tool("data_files")
    tool("bundle/tree")
    return tool(f"linux/{name}")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder with what starts it, and an interpreter that says what it was asked."""
    top = tmp_path / "Clé d’Éloïse (2)" / "papier-libre"
    (top / "python" / "bin").mkdir(parents=True)
    shutil.copy(START, top)
    shutil.copy("/usr/bin/echo", top / "python" / "bin" / "python3.11")
    return top


def started(stick: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", stick / START.name, *arguments],
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not LOADER.exists(), reason="needs Linux on x86-64, with glibc")
@pytest.mark.parametrize("mode", [0o755, 0o644], ids=["a program", "nothing is on FAT"])
def test_it_starts_where_files_are_programs_and_where_none_is(stick: Path, mode: int) -> None:
    (stick / "python" / "bin" / "python3.11").chmod(mode)
    done = started(stick, "letter", "deux mots", "é*")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "-I -m desktop_app letter deux mots é*\n"


def test_a_stick_that_refuses_programs_is_told(stick: Path) -> None:
    """The loader maps no code from it: here because there is none."""
    program = stick / "python" / "bin" / "python3.11"
    program.write_bytes(b"no code")
    program.chmod(0o644)
    done = started(stick)
    assert done.returncode == 1
    assert "noexec" in done.stderr
    assert f"Copiez le dossier « {stick} »" in done.stderr


def test_a_folder_half_unpacked_is_told(stick: Path) -> None:
    (stick / "python" / "bin" / "python3.11").unlink()
    done = started(stick)
    assert done.returncode == 1
    assert "Décompressez à nouveau" in done.stderr


@pytest.mark.parametrize("glibc", ["2.35", "2.28", "2.4"])
def test_a_system_too_old_is_told(stick: Path, tmp_path: Path, glibc: str) -> None:
    asked = tmp_path / "bin" / "getconf"
    asked.parent.mkdir()
    asked.write_text(f"#!/bin/sh\necho glibc {glibc}\n")
    asked.chmod(0o755)
    done = subprocess.run(
        ["sh", stick / START.name],
        env={"PATH": f"{asked.parent}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "trop ancien" in done.stderr


def small_tree(root: Path, order: str) -> Path:
    """Return a tree of the same files, laid at another time, in another order, by another mask."""
    for name in order:
        (place := root / "opt" / "papier-libre" / "lib" / name).parent.mkdir(
            parents=True, exist_ok=True
        )
        place.write_text(f"{name} é")
        place.chmod(0o600 if order == "ab" else 0o664)
        os.utime(place, (order == "ab", 5))
    return root


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg-deb")
def test_a_package_built_twice_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    deb, made = part("package_deb"), []
    for order in ("ab", "ba"):
        root = small_tree(tmp_path / order, order)
        deb.lay_around(root)
        made.append(tmp_path / f"{order}.deb")
        deb.pack(root, made[-1], quick=True)
    assert made[0].read_bytes() == made[1].read_bytes()
    said = subprocess.run(["dpkg-deb", "-I", made[0]], capture_output=True, text=True, check=True)
    told = dict(line[1:].split(": ", 1) for line in said.stdout.splitlines() if ": " in line)
    assert {"libc6 (>= 2.36)", *PACKAGE_OF.values()} <= set(told["Depends"].split(", "))
    listed = subprocess.run(["dpkg-deb", "-c", made[0]], capture_output=True, text=True, check=True)
    places = [line.split()[5] for line in listed.stdout.splitlines()]
    for place in ("bin/papier-libre", "share/man/man1/papier-libre.1.gz"):
        assert f"./usr/{place}" in places
    assert "./usr/share/man/fr/man1/papier-libre.1.gz" in places
    assert {line.split()[1] for line in listed.stdout.splitlines()} == {"root/root"}
    assert not [place for place in places if place.startswith(("./etc", "./home", "./var"))]


def test_an_archive_made_twice_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    portable, folder, made = part("package_portable"), part("linux_folder"), []
    for order in ("ab", "ba"):
        tree = small_tree(tmp_path / order, order) / "opt" / "papier-libre"
        folder.of_one_time(tree)
        made.append(tmp_path / f"{order}.tar.xz")
        portable.archive(tree, made[-1], 0)
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        names = archive.getnames()
    assert names == [f"papier-libre{one}" for one in ("", "/lib", "/lib/a", "/lib/b")]


def test_the_interpreter_is_of_one_debian_by_hash() -> None:
    interpreter = part("linux_interpreter")
    found = {one.name: one for one in interpreter.packages()}
    assert len(found) == len(interpreter.packages())
    versions = {one.version for name, one in found.items() if "python" in name}
    assert len(versions) == 1, "Python's packages are of one build"
    assert all("deb12u" in version for version in versions)
    assert all(len(bytes.fromhex(one.sha256)) == 32 for one in found.values())
    version = "{}.{}".format(*interpreter.VERSION)
    assert f"python{version}" in START.read_text("utf-8")
    assert f"python{version}" in part("package_deb").COMMAND

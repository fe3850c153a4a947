"""What packages hold: the rules that leave things out, and the tree that is laid."""

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

from desktop_app.datafiles import font_folders
from desktop_app.delivered.errors import SignatureWrong
from desktop_app.delivered.minisign import blake2b, read_secret_key, verify
from tests.helpers.words import tool
from tests.packaging.test_locks import pins

tool("package")  # what stands beside it is then found
rules = tool("bundle/bundle_rules")
wheels = tool("bundle/bundle_wheels")
carve = tool("bundle/bundle_carve")
libraries = tool("bundle/bundle_libraries")
notices = tool("bundle/bundle_notices")
release = tool("bundle/bundle_release")
sizes = tool("bundle/bundle_sizes")
tree = tool("bundle/tree")
SYSTEMS = ["linux", "windows"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_package_of_the_locks_is_shipped_where_it_is_needed(system: str) -> None:
    needed = {Requirement(pin.need).name for pin in wheels.pins(system, (3, 13))}
    locked = pins("runtime").keys() | pins("qt-classic").keys()
    assert needed <= locked
    elsewhere = {
        "linux": {"pywin32-ctypes"},
        "windows": {"jeepney", "secretstorage"},
    }
    old = {"backports-tarfile", "importlib-metadata", "lazy-importer", "typing-extensions", "zipp"}
    assert locked - needed == elsewhere[system] | old


@pytest.mark.parametrize(
    ("pattern", "place", "found"),
    [
        ("a/b.py", "a/b.py", True),
        ("a/*.py", "a/b.py", True),
        ("a/*.py", "a/b/c.py", False),
        ("a/**", "a/b/c.py", True),
        ("**/tests/**", "tests/c.py", True),
        ("**/tests/**", "a/b/tests/c.py", True),
        ("**/tests/**", "a/protests/c.py", False),
        ("a/{b,c}.py", "a/c.py", True),
        ("a/{b,c}.py", "a/d.py", False),
        ("a.py", "axpy", False),
    ],
)
def test_a_pattern_names_files(pattern: str, place: str, found: bool) -> None:
    rule = rules.Rule((pattern,), "it is tried")
    assert rule.leaves_out(PurePosixPath(place)) is found


def test_what_is_kept_wins_in_its_rule() -> None:
    rule = rules.Rule(("a/**",), "it is tried", but=("a/b/*.py",))
    assert rule.leaves_out(PurePosixPath("a/c.py"))
    assert not rule.leaves_out(PurePosixPath("a/b/c.py"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_rule_says_why(system: str) -> None:
    read = rules.rules(system).rules
    assert read
    assert [rule for rule in read if len(rule.why.split()) < 3] == []


C = """
const char before[] = "before"; const char font[70000] = {1, 2, 3};
const char after[] = "after"; int counter = 41;
#ifdef _WIN32
__declspec(dllexport)
#endif
int next(void) { return ++counter; }
const char *text(int n) { return n ? after : before; }
const char *hole(void) { return font; }
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of Linux with a part that nobody wants, stripped as ours are."""
    if not (compiler := shutil.which("gcc")):
        pytest.skip("gcc")
    made = tmp_path_factory.mktemp("library") / "x.so"
    (made.parent / "x.c").write_text(C)
    order = [compiler, "-shared", "-fPIC", "-s", "-o", made, made.parent / "x.c"]
    subprocess.run(order, check=True)
    return made


def test_what_is_cut_out_of_a_library_is_zeros_and_all_else_stays(library: Path) -> None:
    content = library.read_bytes()
    begin = content.index(b"\1\2\3" + bytes(60000))
    light = carve.carved(content, [(begin, begin + 70000)])
    assert len(light) < len(content) - 60000
    (library.parent / "light.so").write_bytes(light)
    asked = """
import ctypes, sys
one = ctypes.CDLL(sys.argv[1])
one.text.restype = ctypes.c_char_p
one.hole.restype = ctypes.POINTER(ctypes.c_char * 70000)
raw = one.hole().contents.raw  # zeros, and one page where the table of what is loaded lies
written = [at for at, byte in enumerate(raw) if byte]
print(one.next(), one.next(), one.text(0), one.text(1), max(written) - min(written) < 4096)
"""
    said = subprocess.run(
        [sys.executable, "-c", asked, library.parent / "light.so"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "42 43 b'before' b'after' True\n"


def test_a_library_of_windows_is_the_same_in_memory(tmp_path: Path) -> None:
    if not (compiler := shutil.which("x86_64-w64-mingw32-gcc")):
        pytest.skip("gcc-mingw-w64-x86-64")
    (tmp_path / "x.c").write_text(C)
    order = [compiler, "-shared", "-s", "-o", tmp_path / "x.dll", tmp_path / "x.c"]
    subprocess.run(order, check=True)
    content = (tmp_path / "x.dll").read_bytes()
    begin = content.index(b"\1\2\3" + bytes(60000))
    light = carve.carved(content, [(begin, begin + 70000)])  # compares what is in memory
    assert len(light) < len(content) - 60000
    assert b"before" in light
    assert b"after" in light


def test_a_cut_that_would_take_more_is_refused(library: Path) -> None:
    """The table of what is loaded lies in the span: nothing would start any more."""
    with pytest.raises(ValueError, match=r"not of 64 bits|header|memory"):
        carve.carved(library.read_bytes(), [(0, 20000)])


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF\1\1" + bytes(100), b"MZ" + bytes(200)])
def test_what_is_no_library_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, struct.error)):
        carve.carved(content)


def test_fonts_are_found_whole(tmp_path: Path) -> None:
    font = (next(iter(font_folders())) / "AtkinsonHyperlegible-Bold.ttf").read_bytes()
    data = b"x" * 100 + font + b"OTTO no font" + bytes(300) + font
    assert [end - begin for begin, end in libraries.fonts(data)] == [len(font), len(font)]
    assert next(libraries.fonts(data))[0] == 100


def test_the_data_of_icu_keep_their_form() -> None:
    head = struct.pack("<H", 32) + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)

    def package(items: dict[str, bytes]) -> bytes:
        names = [f"icudt73l/{name}\0".encode() for name in items]
        start = 4 + 8 * len(items)
        place = -(-(start + sum(map(len, names))) // 16) * 16
        table, body, at = b"", b"", start
        for name, content in zip(names, items.values(), strict=True):
            table += struct.pack("<II", at, place + len(body))
            at += len(name)
            body += content + bytes(-len(content) % 16)
        front = struct.pack("<I", len(items)) + table + b"".join(names)
        return head + front + bytes(place - len(front)) + body

    whole = {"a.res": b"1" * 20, "coll/fr.res": b"2" * 16, "z.res": b"3"}
    less = libraries.icu(package(whole), lambda name: str(name) == "coll/fr.res")
    assert less == package({"coll/fr.res": b"2" * 16})


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_is_shipped_has_its_licence_and_is_in_the_list(system: str, tmp_path: Path) -> None:
    text = (("LICENSE", "do as you like"),)
    pinned = wheels.pins(system, (3, 13))
    shipped = [
        notices.Shipped(pin, "0" * 64, () if pin.name in notices_of_ours() else text)
        for pin in pinned
    ]
    notices.lay_notices(shipped, ["pillow/libavif"], tmp_path)
    folder = tmp_path / "desktop_app/_data/resources/notices"
    assert {f"{pin.name}.txt" for pin in pinned} <= {one.name for one in folder.iterdir()}
    assert "Remplacer Qt par le vôtre" in (folder / "pyside6-essentials.txt").read_text("utf-8")
    assert "libavif" not in (folder / "pillow.txt").read_text("utf-8")
    told = json.loads((folder / "sbom.json").read_text("utf-8"))["components"]
    assert {(one["name"], one["version"]) for one in told} == {(p.name, p.version) for p in pinned}
    qt = next(one for one in told if one["name"] == "pyside6-essentials")
    assert {one["version"] for one in qt["components"]} == {qt["version"]}


def test_a_package_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    pin = wheels.Pin("babel==1", ())
    with pytest.raises(ValueError, match="babel: no licence"):
        notices.lay_notices([notices.Shipped(pin, "0" * 64, ())], [], tmp_path)


def notices_of_ours() -> set[str]:
    return set(notices.tomllib.loads((notices.HERE / "notices.toml").read_text("utf-8")))


def test_each_text_of_ours_exists() -> None:
    said = notices.tomllib.loads((notices.HERE / "notices.toml").read_text("utf-8"))
    named = {file for files in said.values() for file in files}
    assert {file for file in named if not (notices.NOTICES / file).is_file()} == set()


def test_a_release_is_summed_and_signed_by_a_key_that_stays_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "à publier"
    folder.mkdir()
    (folder / "papier-libre.zip").write_bytes(b"the program")
    key = release.make_key(tmp_path / "essai.key")
    assert (tmp_path / "essai.key").stat().st_mode & 0o077 == 0
    release.released(folder, read_secret_key((tmp_path / "essai.key").read_text("utf-8")))
    summed = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, check=False)
    assert summed.returncode == 0
    seal = (folder / "papier-libre.zip.minisig").read_text("utf-8")
    verify(seal, blake2b(b"the program"), (key.public,))
    with pytest.raises(SignatureWrong):
        verify(seal, blake2b(b"another"), (key.public,))
    again = [one.read_bytes() for one in sorted(folder.iterdir())]
    release.released(folder, key)
    assert [one.read_bytes() for one in sorted(folder.iterdir())] == again
    with pytest.raises(FileExistsError):
        release.make_key(tmp_path / "essai.key")


def test_sizes_name_each_file_once_and_say_what_is_left(tmp_path: Path) -> None:
    for name in ("lib/typst/x.so", "lib/desktop_app/a.py", "lib/unknown", "python/bin/p"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(1_000_000))
    lines = sizes.measured(tmp_path)
    assert {line.group.name: line.files for line in lines} == {
        "typst": 1,
        "Papier libre: program, its source and compiled": 1,
        "not named": 1,
        "Python itself": 1,
    }
    said = "\n".join(sizes.told(lines))
    assert "Installed 4.0 MB of 200: 196.0 left." in said


# --- The whole tree, on this computer: ./start test --slow ---------------------------------------


def python() -> Path:
    found = shutil.which("python3.13", path="/usr/bin:/usr/local/bin")
    if not found:
        pytest.skip("python3.13")
    return Path(found)


def files_of(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        str(one.relative_to(folder)): (one.read_bytes(), one.stat().st_mode, one.stat().st_mtime_ns)
        for one in folder.rglob("*")
        if one.is_file()
    }


RUN = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from desktop_app.__main__ import installed
sys.argv[0] = "papier-libre"
sys.exit(installed())
"""


@pytest.mark.slow
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("system", SYSTEMS)
def test_the_tree_is_the_same_twice_and_no_rule_is_idle(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764500000")  # a commit meanwhile would be another
    for name in ("one", "other place"):
        tree.lay(system, python(), (3, 13), tmp_path / name / "lib")
    one, other = files_of(tmp_path / "one"), files_of(tmp_path / "other place")
    assert [name for name in one if one[name] != other.get(name)] == []
    assert one.keys() == other.keys()
    lines = sizes.measured(tmp_path / "one")
    assert [line.group.name for line in lines if line.group is sizes.REST] == []
    assert sum(line.installed for line in lines) < 200_000_000
    ruled = rules.rules(system)
    kept = (
        tree.KEPT
        if "PAPIER_LIBRE_WHEELS" not in os.environ
        else Path(os.environ["PAPIER_LIBRE_WHEELS"])
    )
    for wheel in wheels.download(wheels.pins(system, (3, 13)), system, (3, 13), kept):
        for place, _ in wheels.members(wheel):
            ruled.keep(place)
    other_system = rules.rules("windows" if system == "linux" else "linux").rules
    assert [rule.what for rule in ruled.idle() if rule not in other_system] == []


@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_the_program_works_from_the_tree_alone(tmp_path: Path) -> None:
    lib = tmp_path / "clé à moi" / "lib"
    tree.lay("linux", python(), (3, 13), lib)
    for arguments in (["self-test"], ["demo", "--out", str(tmp_path / "demo")]):
        done = subprocess.run(
            [python(), "-I", "-S", "-B", "-c", RUN, lib, *arguments],
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    for name in ("letter.pdf", "kit.pdf", "form.pdf"):
        assert (tmp_path / "demo" / name).read_bytes().startswith(b"%PDF-")

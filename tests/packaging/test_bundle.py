"""What packages hold: the rules that leave things out, and the tree that is laid."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

from desktop_app.datafiles import font_folders
from tests.helpers.words import tool
from tests.packaging.test_locks import pins

rules = tool("bundle/bundle_rules")
wheels = tool("bundle/bundle_wheels")
carve = tool("bundle/bundle_carve")
libraries = tool("bundle/bundle_libraries")
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

"""The locks: exact versions with hashes, in step with pyproject.toml, and naming no registry."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = Path(__file__).parents[2]
LOCKS = PROJECT / "resources" / "packaging" / "lock"
NAMES = ["qt", "qt-classic", "runtime", "test"]
# Versions before these have known security faults in what reads foreign files: their advisories.
FLOORS = {"cryptography": "50", "pillow": "13.0.0", "pypdf": "7.1"}


def pins(name: str) -> dict[str, Version]:
    """Return component -> version of a lock, whatever the system it is for."""
    lines = (LOCKS / f"{name}.txt").read_text("utf-8").splitlines()
    found = (re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line) for line in lines)
    return {canonicalize_name(m[1]): Version(m[2]) for m in found if m}


def declared(extra: str = "") -> list[Requirement]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    ("extra", "locks"),
    [
        pytest.param("", ["qt", "runtime"], id="program"),
        pytest.param("", ["qt-classic", "runtime"], id="program on an old processor"),
        pytest.param("test", ["runtime", "test"], id="tests"),
    ],
)
def test_each_dependency_is_locked_in_its_range(extra: str, locks: list[str]) -> None:
    locked = {name: pin for lock in locks for name, pin in pins(lock).items()}
    for need in declared(extra):
        assert locked.get(canonicalize_name(need.name)), f"{need}: run ./start lock"
        assert need.specifier.contains(locked[canonicalize_name(need.name)]), (
            f"{need}: ./start lock"
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_component_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (LOCKS / f"{name}.txt").read_text("utf-8"))
    components = [block for block in blocks if "==" in block]
    assert len(components) == len(pins(name)) > 0
    assert [b for b in components if not re.search(r"--hash=sha256:[0-9a-f]{64}", b)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_registry_is_named(name: str) -> None:
    text = (LOCKS / f"{name}.txt").read_text("utf-8")
    assert not re.search(r"https?:|index-url|find-links|@ ", text)


def test_locks_installed_together_agree() -> None:
    both = pins("runtime").keys() & pins("test").keys()
    assert {name for name in both if pins("runtime")[name] != pins("test")[name]} == set()


def test_the_two_builds_of_qt() -> None:
    assert pins("qt").keys() == pins("qt-classic").keys() == {"pyside6-essentials", "shiboken6"}
    assert pins("qt-classic")["pyside6-essentials"] == Version("6.9.3")


def test_windows_has_its_keyring() -> None:
    text = (LOCKS / "runtime.txt").read_text("utf-8")
    assert re.search(r"^pywin32-ctypes==\S+ ; sys_platform == 'win32'", text, re.MULTILINE)


@pytest.mark.parametrize("component", FLOORS)
def test_no_version_with_known_faults(component: str) -> None:
    assert pins("runtime")[component] >= Version(FLOORS[component])
    assert Version(version(component)) >= Version(FLOORS[component])


@pytest.mark.parametrize("unwanted", ["pyside6", "pyside6-addons", "pymupdf", "borb"])
def test_what_must_stay_out(unwanted: str) -> None:
    """The whole of PySide6 weighs 700 MB; the two others are under the AGPL."""
    assert unwanted not in {name for lock in NAMES for name in pins(lock)}

"""What packages hold: the rules that leave things out, and the tree that is laid."""

from pathlib import PurePosixPath

import pytest
from packaging.requirements import Requirement

from tests.helpers.words import tool
from tests.packaging.test_locks import pins

rules = tool("bundle/bundle_rules")
wheels = tool("bundle/bundle_wheels")
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

"""Nothing committed names somebody's machine: its folders, its mirrors, its caches."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# Written in pieces, so that this file does not hold what it looks for.
FOLDERS = "|".join(("home", "root", "Users", "work", "opt", "mnt", "scratch"))
# Where the packages of others lie on every Debian, and the person of the pages for testers.
OURS = re.compile(r"/opt/papier-libre\b|C:\\Users\\Éloïse\b")
HOSTS = "|".join((r"pypi\.", r"pythonhosted\.", r"deb\.debian\.", r"npmjs\.", r"proxy\.golang\."))
LOCAL = re.compile(rf"(?<![\w./~<-])/(?:{FOLDERS})/\w|[A-Z]:\\Users\\|(?:{HOSTS})[a-z]+")


def committed() -> list[Path]:
    if not (PROJECT / ".git").exists() or not shutil.which("git"):
        pytest.skip("needs a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True
    ).stdout
    return [PROJECT / name for name in listed.decode().split("\0") if name]


def is_local(line: str) -> bool:
    """Tell whether a line names a place of somebody's machine."""
    return bool(LOCAL.search(OURS.sub("", line)))


def test_no_local_paths() -> None:
    found = []
    for path in committed():
        data = path.read_bytes() if path.is_file() else b""
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if is_local(line):
                found.append(f"{path.relative_to(PROJECT)}:{number}: {line.strip()[:100]}")
    assert found == []


def test_no_official_pdf_is_committed() -> None:
    """The demo's blank is ours: ``tests/demo_form`` draws it anew and compares."""
    found = {path for path in committed() if path.suffix.lower() == ".pdf"}
    assert found - {PROJECT / "resources" / "demo" / "formulaire-exemple.pdf"} == set()


@pytest.mark.parametrize(
    ("line", "local"),
    [
        ("see /" + "home/marie/notes", True),
        ("index = https://py" + "pi.example/simple", True),
        ("#!/usr/bin/env bash", False),
        ("../shared/forms-corpus", False),
        ("lies in /o" + "pt/papier-libre/lib", False),
        ("lies in /o" + "pt/something", True),
        ("https://www.legifrance.gouv.fr/codes/", False),
    ],
)
def test_what_counts_as_local(line: str, local: bool) -> None:
    assert is_local(line) is local

"""The wheel holds all that the program reads, nothing that is not its own, and works alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app
from tests.packaging.conftest import PROJECT, Built, Installed

DATA = PROJECT / "forms"
UNTESTED = ("architecture", "bench", "packaging", "start")  # they look at the checkout itself


def test_nothing_general_lands_among_installed_packages(built: Built) -> None:
    tops = {name.split("/")[0] for name in built.wheel_names()}
    assert tops == {"desktop_app", f"papier_libre-{desktop_app.__version__}.dist-info"}


DEMO = "desktop_app/_data/resources/demo/formulaire-exemple.pdf"
"""Our own drawing, the only PDF that is shipped."""


def test_every_pack_is_in_the_wheel(built: Built) -> None:
    packs = {str(p.relative_to(DATA)) for p in DATA.rglob("*") if p.is_file()}
    inside = built.wheel_names()
    assert packs, "no pack at all"
    assert {p for p in packs if f"desktop_app/_data/forms/{p}" not in inside} == set()
    assert "desktop_app/_data/packs.json" in inside, "a start would read every pack"


def test_every_resource_is_in_the_wheel_but_what_builds_or_shows_it(built: Built) -> None:
    inside = built.wheel_names()
    left_out = {"packaging", "pictures", "__pycache__"}
    needed = {
        f"desktop_app/_data/{path.relative_to(PROJECT)}"
        for path in (PROJECT / "resources").rglob("*")
        if path.is_file() and not left_out & set(path.relative_to(PROJECT).parts)
    }
    assert needed - inside == set()
    unwanted = ("/packaging/", "/pictures/")
    assert not [name for name in inside if any(part in name for part in unwanted)]
    assert not [name for name in inside if name.endswith(".pyc")]
    assert [name for name in inside if name.endswith(".pdf")] == [DEMO]


def test_translations_are_compiled(built: Built) -> None:
    catalogues = {
        f"desktop_app/_data/translations/{path.parent.name}/{path.stem}.mo"
        for path in (PROJECT / "translations").glob("*/*.po")
    }
    assert catalogues <= built.wheel_names()


def test_the_licence_travels(built: Built) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in built.wheel_names())
    assert "LICENSE" in built.source_names()


def test_the_source_archive_can_be_started_and_tested(built: Built) -> None:
    needed = {
        "start",
        "pyproject.toml",
        "resources/packaging/build_hook.py",
        "resources/packaging/lock/runtime.txt",
        "tests/conftest.py",
    }
    assert needed <= built.source_names()


def test_installed_program_is_the_wheel(installed: Installed, tmp_path: Path) -> None:
    done = installed.run(
        "python", "-c", "import desktop_app; print(desktop_app.__file__)", cwd=tmp_path
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.folder)


def test_installed_version(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("papier-libre", "--version", cwd=tmp_path)
    assert done.stdout.strip() == f"papier-libre {desktop_app.__version__}"


def test_installed_catalogue(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("papier-libre", "catalogue", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    kinds = {item["kind"] for item in json.loads(done.stdout)["items"]}
    assert kinds == {"letter", "form"}


def test_installed_program_writes_a_letter(installed: Installed, tmp_path: Path) -> None:
    answers = min((PROJECT / "forms/letters/caf-indu-rsa/examples").glob("*.toml"))
    written = ["letter", "caf-indu-rsa", "--answers", str(answers), "--out", "l.pdf", "--json"]
    done = installed.run("papier-libre", *written, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF-")


def test_installed_demo_writes_a_letter_and_a_form(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("papier-libre", "demo", "--out", "demo", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("letter.pdf", "kit.pdf", "form.pdf"):
        assert (tmp_path / "demo" / name).read_bytes().startswith(b"%PDF-")
    for document in json.loads(done.stdout)["documents"]:
        assert document["verified"] == document["total"]


@pytest.mark.parametrize(
    "room",
    [
        "workflow/interview",  # a slice, each time: through packs, law, core and the safe
        *(
            pytest.param(room, marks=pytest.mark.slow)
            for room in sorted(
                p.name for p in (PROJECT / "tests").iterdir() if any(p.rglob("test_*.py"))
            )
            if room not in UNTESTED
        ),
    ],
)
def test_tests_pass_on_the_wheel(installed: Installed, room: str) -> None:
    """The same tests, with the wheel's package first on the path instead of the checkout's."""
    site = next(installed.folder.glob("lib/python3*/site-packages"))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", f"tests/{room}", "-q", "-o", "pythonpath="],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": f"{site}:{PROJECT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]

"""« Ouvrir avec » : the window begins on the form that it was started with."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import __main__ as program
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.cases.view import Boxes
from desktop_app.gui.screens.coffre.opening import OpenSafe
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import wanted
from desktop_app.pages.safe_opening import GoOnWithout
from desktop_app.wiring import RealTools
from tests.gui.conftest import TODAY, TestTools
from tests.gui.keyboard import until
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import unknown_form


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "demande é de carte.pdf"
    path.write_bytes(unknown_form())
    return path


@pytest.fixture
def built(qt: QApplication) -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        application.dismiss(qt, window)


def begun(
    qt: QApplication, built: list[MainWindow], file: Path, tools: RealTools | None = None
) -> MainWindow:
    built.append(window := application.build(qt, tools or TestTools(), file=str(file)))
    window.show()
    return window


def test_it_is_read_at_once_and_once_only(
    qt: QApplication, built: list[MainWindow], form: Path
) -> None:
    window = begun(qt, built, form)
    until(lambda: isinstance(window.page(), Boxes), "its boxes are not shown")
    window.context.navigator.back()
    assert isinstance(window.page(), OpenPdf)
    assert window.context.session.given == ""
    window.context.navigator.back()
    assert window.page().heading.text() == "Que vous arrive-t-il ?"


@pytest.mark.parametrize("name", ["rien.pdf", "texte.pdf"])
def test_one_that_cannot_be_read_is_told_on_the_page(
    qt: QApplication, built: list[MainWindow], tmp_path: Path, name: str
) -> None:
    (tmp_path / "texte.pdf").write_text("bonjour")
    window = begun(qt, built, tmp_path / name)
    page = window.page()
    assert isinstance(page, OpenPdf)
    until(lambda: page.wrong, "nothing is said")
    assert "Erreur" in window.windowTitle()


def test_a_window_that_has_the_safe_is_told_and_the_form_needs_none(
    qt: QApplication,
    built: list[MainWindow],
    form: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second instance: the safe is open in the first one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = new_safe(tmp_path / "data" / "papier-libre" / "coffres", TODAY)
    first = open_safe(folder, TODAY)
    try:
        window = begun(qt, built, form)
        page = window.page()
        assert isinstance(page, OpenSafe)
        said = [one.text() for one in page.findChildren(Words)]
        assert "Votre fichier s’ouvre ensuite." in said
        page.perform(GoOnWithout())
        until(lambda: isinstance(window.page(), Boxes), "its boxes are not shown")
    finally:
        first.close()


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (["/a/b é.pdf"], True),
        (["photo.JPG"], True),
        (["{file}"], True),
        (["demo"], False),
        (["--version"], False),
        (["--x.pdf"], False),
        (["form", "a.pdf"], False),
        ([], False),
    ],
)
def test_which_argument_is_a_file(
    arguments: list[str], taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (without_ending := tmp_path / "formulaire").write_bytes(b"%PDF-")
    given = [one.format(file=without_ending) for one in arguments]
    monkeypatch.setattr(sys, "argv", ["papier-libre", *given])
    monkeypatch.setattr(sys, "orig_argv", ["python", "-I", "-m", "desktop_app", *given])
    found = program._file_alone(given)
    assert found == (os.path.abspath(given[0]) if taken else "")
    # What follows a lock, or a reader, opens nothing of what came before.
    assert sys.argv[1:] == ([] if taken else given)
    assert sys.orig_argv[4:] == ([] if taken else given)


def test_it_takes_what_the_page_takes() -> None:
    assert wanted.ENDINGS["paper"] == program.FILES

"""At the first start the program looks as the system likes; a choice made comes before it."""

import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.gui import app as application
from desktop_app.gui.look import system
from desktop_app.settings import FILE, SettingsFile


@pytest.fixture
def gsettings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name, found first, that answers what is written beside it."""
    asked = tmp_path / "bin" / "gsettings"
    asked.parent.mkdir()
    asked.write_text('#!/bin/sh\ncat "$(dirname "$0")/answer"\n')
    asked.chmod(asked.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(asked.parent), prepend=":")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    return asked.parent / "answer"


@pytest.mark.parametrize(
    ("said", "factor"),
    [("1.0\n", 1.0), ("1.5\n", 1.5), ("1.25\n", 1.25), ("No such schema\n", 1.0), ("", 1.0)],
)
def test_the_letters_of_gnome(gsettings: Path, said: str, factor: float) -> None:
    gsettings.write_text(said)
    assert system.scaling() == factor


def test_other_desktops_are_not_asked(gsettings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gsettings.write_text("2.0\n")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    assert system.scaling() == 1.0


def test_what_does_not_answer_is_not_waited_for(
    gsettings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gsettings.parent / "gsettings").write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(system, "_PATIENCE_S", 0.2)
    assert system.scaling() == 1.0


def app(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, dpi: float = 96.0) -> QApplication:
    """Return what a system would tell Qt: offscreen, none does."""
    hints = SimpleNamespace(
        colorScheme=lambda: scheme,
        accessibility=lambda: SimpleNamespace(contrastPreference=lambda: contrast),
    )
    screen = SimpleNamespace(logicalDotsPerInch=lambda: dpi)
    return SimpleNamespace(  # type: ignore[return-value]
        styleHints=lambda: hints, primaryScreen=lambda: screen
    )


DARK, LIGHT = Qt.ColorScheme.Dark, Qt.ColorScheme.Light
MUCH, USUAL = Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (DARK, USUAL, "sombre"),
        (LIGHT, USUAL, "clair"),
        (Qt.ColorScheme.Unknown, USUAL, "clair"),
        (DARK, MUCH, "contraste"),
        (LIGHT, MUCH, "contraste"),
    ],
)
def test_the_colours_of_the_system(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, theme: str
) -> None:
    assert system.liked(app(scheme, contrast))[0] == theme


@pytest.mark.parametrize(
    ("factor", "dpi", "zoom"),
    [(1.0, 96.0, 1.0), (1.5, 96.0, 1.5), (1.5, 144.0, 1.0), (2.0, 96.0, 2.0), (0.8, 96.0, 1.0)],
    ids=["usual", "larger", "larger, by Qt already", "twice", "smaller"],
)
def test_letters_are_enlarged_once(gsettings: Path, factor: float, dpi: float, zoom: float) -> None:
    gsettings.write_text(f"{factor}\n")
    assert system.liked(app(LIGHT, USUAL, dpi))[1] == zoom


def test_a_choice_made_comes_first(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / FILE)
    assert settings.first
    application._like_the_system(app(DARK, USUAL), settings)
    assert settings.now.theme == "sombre"
    assert not [*tmp_path.iterdir()], "to look is to write nothing"
    settings.change(theme="clair")
    settings.save()
    assert not SettingsFile(tmp_path / FILE).first


def test_a_public_terminal_looks_as_its_system_does() -> None:
    assert SettingsFile(None).first


def test_a_qt_that_does_not_tell_of_contrast_gives_the_colours() -> None:
    """The one for old computers, 6.9, which packages hold."""
    older = app(DARK, MUCH)
    del older.styleHints().accessibility  # type: ignore[attr-defined]
    assert system.liked(older)[0] == "sombre"

"""What a person keeps is on this computer, or all of it beside the program that she carries."""

from pathlib import Path

import pytest

from desktop_app import datafiles, own_folders, settings
from desktop_app.wiring import RealTools


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with the program on it, plugged in somebody's computer."""
    top = tmp_path / "clé é" / "papier-libre"
    (top / "python").mkdir(parents=True)
    monkeypatch.setattr(datafiles, "__file__", str(top / "lib" / "desktop_app" / "datafiles.py"))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "ordinateur" / name))
    return top


def everything() -> tuple[Path, ...]:
    return (
        settings.default_file(),
        RealTools().known_safes.new().parent,
        own_folders.for_models(),
        own_folders.for_memory(),
    )


def test_without_a_folder_for_papers_the_computer_keeps_them(key: Path) -> None:
    assert own_folders.carried() is None
    assert all(one.is_relative_to(key.parents[1] / "ordinateur") for one in everything())


def test_with_one_everything_is_on_the_stick(key: Path) -> None:
    (key / "papiers").mkdir()
    assert all(one.is_relative_to(key / "papiers") for one in everything())
    assert not (key.parents[1] / "ordinateur").exists()


def test_asked_for_it_is_made_beside_the_program(key: Path) -> None:
    assert own_folders.is_on(key.parent)
    assert not own_folders.is_on(key.parents[1] / "une autre clé")
    assert own_folders.carry() == key / "papiers" == own_folders.carried()
    assert own_folders.carry() == key / "papiers", "asked twice"


def test_a_checkout_or_a_package_of_pip_carries_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datafiles, "__file__", str(tmp_path / "desktop_app" / "datafiles.py"))
    assert not own_folders.is_on(tmp_path)
    assert datafiles.program_folder() == tmp_path

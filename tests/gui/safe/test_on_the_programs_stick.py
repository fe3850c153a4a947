"""The program on a stick, a folder for papers beside it: safes are made there, behind a phrase."""

from pathlib import Path

import pytest

from desktop_app import own_folders
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre.phrase import NewPhrase
from desktop_app.gui.screens.coffre.view import WhoUses
from desktop_app.pages import destinations as to
from desktop_app.pages import who_uses as page


def asked(window: MainWindow) -> PageView:
    window.go(to.WhoUses())
    found = window.page()
    assert isinstance(found, WhoUses)
    return found


def test_no_computer_keeps_the_key_and_the_safe_is_beside_the_program(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_folders, "carried", lambda: tmp_path)
    here = asked(window)
    assert here.button_of(page.KeepHere()) is None
    here.perform(page.KeepOnStick())
    phrase = window.page()
    assert isinstance(phrase, NewPhrase)
    assert phrase.chosen("des mots") == to.ChosenPhrase(
        "des mots", makes=True, folder=tmp_path, trace=False
    )


@pytest.mark.parametrize("writable", [True, False])
def test_kept_on_the_stick_of_the_program_it_begins_a_folder_beside_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    def carry() -> Path:
        if not writable:
            raise PermissionError
        return tmp_path / "papier-libre" / "papiers"

    monkeypatch.setattr(own_folders, "is_on", lambda stick: stick == tmp_path)
    monkeypatch.setattr(own_folders, "carry", carry)
    monkeypatch.setattr("desktop_app.gui.plugged.keys_now", lambda: [tmp_path])
    asked(window).perform(page.KeepOnStick())
    phrase = window.page()
    assert isinstance(phrase, NewPhrase)
    assert phrase.chosen("").folder == (carry() if writable else tmp_path)

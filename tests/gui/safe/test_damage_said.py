"""A damaged safe in the window: the good backup has a button, and nobody is told a command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from desktop_app.safe.database import PAGE
from tests.gui.safe.conftest import PHRASE, TODAY, Start, safes_under
from tests.gui.safe.test_coffre import make_by_keyboard

RESTORE = "Restaurer la sauvegarde du 25 novembre 2026"


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def in_the_database(folder: Path) -> None:
    flip(folder / "safe.db", 900)


def in_the_keys(folder: Path) -> None:
    for name in ("keys", "keys.2"):
        flip(folder / name, 50)


@pytest.fixture
def folder(start: Start, home: Path) -> Path:
    driver = start()
    make_by_keyboard(driver)
    driver.safe.back_up_if_due(on=TODAY)
    driver.window.lock_now()
    driver.settle()
    (path,) = safes_under(home)
    return path


@pytest.mark.parametrize("harm", [in_the_database, in_the_keys])
def test_damage_at_the_opening_is_mended_by_a_button(
    start: Start, folder: Path, home: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert not driver.is_open
    assert "25 novembre 2026" in driver.words()
    assert "papier-libre" not in driver.words()
    driver.press(RESTORE)
    driver.type("La phrase secrète de ce jour-là", PHRASE)
    driver.press("Restaurer à côté")
    assert len(safes_under(home)) == 2
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


def test_damage_met_later_has_the_same_button(start: Start, folder: Path) -> None:
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    for page in range(1, (folder / "safe.db").stat().st_size // PAGE):
        flip(folder / "safe.db", page * PAGE + 2500)
    driver.safe.database.rows("PRAGMA shrink_memory")  # type: ignore[attr-defined]
    driver.go(to.Documents())
    assert "25 novembre 2026" in driver.words()
    assert "papier-libre" not in driver.words()
    assert RESTORE in [button.text() for button in driver.page.findChildren(Button)]

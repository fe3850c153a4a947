"""A damaged safe in the window: the good backup has a button, and nobody is told a command."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.gui.screens.coffre import day_backup
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from desktop_app.safe.database import PAGE
from tests.gui.safe.conftest import PHRASE, TODAY, Start, safes_under
from tests.gui.safe.test_coffre import make_by_keyboard

TAKE_OUT = "Sortir tout ce qui se lit"
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


def test_damage_at_the_opening_is_repaired_by_a_button(start: Start, folder: Path) -> None:
    """All of the day's work comes back, not that of the backup."""
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.safe.people.add("Ana Du-Jour", on=TODAY)
    driver.window.lock_now()
    driver.settle()
    in_the_database(folder)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert not driver.is_open
    driver.press("Réparer le coffre")
    driver.type("Votre phrase secrète", PHRASE)
    driver.press("Réparer")
    assert "1 page refaite. Tout le coffre a été vérifié" in driver.words()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    assert "Ana Du-Jour" in [person.name for person in driver.safe.people.all()]


def test_what_does_not_come_back_names_the_backup_again(start: Start, folder: Path) -> None:
    (folder / "parity").unlink()
    in_the_database(folder)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.press("Réparer le coffre")
    driver.type("Votre phrase secrète", PHRASE)
    driver.press("Réparer")
    assert not driver.is_open
    assert RESTORE in [button.text() for button in driver.page.findChildren(Button)]


def test_what_does_not_come_back_is_written_out_by_a_button(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    """Without parity nor backup: all that can be read comes out, closed as open."""
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.safe.add(b"un papier" * 900, title="Avis", on=TODAY)
    driver.go(to.TakeOut(str(folder)))
    driver.press(TAKE_OUT)
    assert "Choisissez d’abord un dossier." in driver.words()
    driver.page.put_folder(str(tmp_path))  # type: ignore[attr-defined]
    driver.press(TAKE_OUT)
    assert "1 document sorti." in driver.words()
    driver.window.lock_now()
    driver.settle()
    (folder / "parity").unlink()
    shutil.rmtree(folder / "backups")
    in_the_database(folder)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.press(TAKE_OUT)
    driver.page.put_folder(str(tmp_path))  # type: ignore[attr-defined]
    driver.type("Votre phrase secrète", PHRASE)
    driver.press(TAKE_OUT)
    assert "1 document sorti." in driver.words()
    for out in ("sorti du coffre", "sorti du coffre (2)"):
        assert b"un papier" * 900 in [one.read_bytes() for one in (tmp_path / out).iterdir()]
    driver.press("Ouvrir le coffre")
    assert "papier-libre" not in driver.words()


def test_an_open_safe_is_repaired_where_it_is_checked(start: Start, folder: Path) -> None:
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.safe.people.add("Ana Du-Jour", on=TODAY)
    flip(folder / "safe.db", 20 * PAGE + 700)
    driver.go(to.SafeHome())
    driver.press("Vérifier")
    driver.press("Réparer le coffre")
    assert "1 page refaite." in driver.words()
    driver.press("Vérifier")
    assert "Votre coffre est en bon état." in driver.words()
    driver.safe.people.add("Béa Ensuite", on=TODAY)
    names = [person.name for person in driver.safe.people.all()]
    assert {"Ana Du-Jour", "Béa Ensuite"} <= set(names)


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


def test_backups_follow_the_work(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_backup, "ASKED_EVERY_MS", 30)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.settle()
    there = len([*(folder / "backups").iterdir()])
    for number in range(10):
        driver.work(lambda n=number: driver.safe.people.add(f"Quelqu’un {n}", on=TODAY))
    driver.until(lambda: len([*(folder / "backups").glob("*[!t]")]) > there)
    driver.settle()
    driver.work(lambda: driver.safe.people.add("Ana Au-Verrou", on=TODAY))
    newest = max((folder / "backups").glob("*[!t]"), key=lambda one: one.stat().st_mtime_ns)
    driver.window.lock_now()
    driver.settle()
    last = max((folder / "backups").glob("*[!t]"), key=lambda one: one.stat().st_mtime_ns)
    assert last != newest, "what was saved since is copied before the safe closes"

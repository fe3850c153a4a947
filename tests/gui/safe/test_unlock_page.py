"""The page that asks for the phrase tells nothing: neither how many safes, nor since when."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from desktop_app.pages import destinations as to
from desktop_app.safe.door import Door
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start

OTHER = "une autre phrase, celle de quelqu'un d'autre"


def made(driver: Driver, phrase: str) -> Path:
    path = driver.tools.known_safes.new()
    driver.tools.safes.create(path, phrase, on=TODAY)
    return path


def test_it_is_the_same_page_whatever_safes_there_are(start: Start) -> None:
    pages = []
    for what in ("one", "two", "damaged"):
        driver = start()
        if what == "damaged":
            for known in driver.tools.known_safes.all():
                SafeFolder(known.path).database.write_bytes(b"nothing")
        else:
            made(driver, what + PHRASE)
        driver = start()
        assert driver.page.findChildren(QRadioButton) == []
        pages.append((driver.window.windowTitle(), driver.page.heading.text(), driver.words()))
    assert len(set(pages)) == 1
    assert pages[0][0] == "Papier libre"
    assert not any(word in pages[0][2] for word in ("2026", "utilisé", "Coffre"))


def test_each_phrase_opens_its_own(driver: Driver, start: Start) -> None:
    places = {phrase: made(driver, phrase) for phrase in (PHRASE, OTHER)}
    for phrase, place in places.items():
        driver = start()
        driver.type("Votre phrase secrète", phrase)
        driver.enter()
        assert driver.window._session.folder == str(place)


def test_after_a_wrong_phrase_what_is_typed_takes_its_place(driver: Driver, start: Start) -> None:
    made(driver, PHRASE)
    driver = start()
    driver.type("Votre phrase secrète", OTHER)
    driver.enter()
    assert "n’ouvre rien ici" in driver.words()
    field = driver.focus()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text() != ""
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


class SlowDoor(Door):
    """A door that opens once it is told to."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.go_on = threading.Event()

    def open(self, *given: Any, **named: Any) -> Any:
        self.go_on.wait(30)
        return super().open(*given, **named)


def test_one_can_stop_waiting_and_no_safe_stays_open(driver: Driver, start: Start) -> None:
    made(driver, PHRASE)

    class Tools(DrivenTools):
        safes = SlowDoor(choose_kdf=lambda: FLOOR)

    tools = Tools()
    driver = start(tools)
    driver.type("Votre phrase secrète", PHRASE)
    from PySide6.QtCore import Qt

    driver.key(Qt.Key.Key_Return)
    QApplication.processEvents()
    page: Any = driver.page
    page.progress.stop()
    tools.safes.go_on.set()
    driver.settle()
    assert not driver.is_open
    driver.settle()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open, driver.words()


@pytest.mark.parametrize("folder", [True, False])
def test_a_folder_chosen_by_hand_says_what_it_has(
    folder: bool, driver: Driver, start: Start
) -> None:
    """Who knows where her safe lies is told of its damage; who guesses is not."""
    place = made(driver, PHRASE)
    for copy in SafeFolder(place).keys:
        copy.write_bytes(b"nothing")
    driver = start()
    driver.go(to.OpenSafe(folder=str(place) if folder else ""))
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert ("abîmées" in driver.words()) is folder

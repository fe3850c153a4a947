"""The stick is pulled out, then one locks: hidden at once, and no letter typed is lost."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.gui.starting import start
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, Driver
from tests.safe.test_full_disk import mounted


@pytest.fixture
def on_a_stick(driver: Driver, tmp_path: Path) -> Path:
    """Open a safe made on what will be mounted; return the folder behind it."""
    (stick := tmp_path / "stick").mkdir()
    (tmp_path / "usb").mkdir()
    with mounted(tmp_path / "usb", "--bind", str(stick)):
        pass  # skips where it cannot be
    return stick


def typed_in_a_letter(driver: Driver) -> tuple[str, str]:
    """Begin a letter and type "3" in its first line of text; return the question and the field."""
    start(driver.window.context, driver.page, "caf-indu-rsa")
    driver.settle()
    while not (lines := [w for w in driver.page.findChildren(QLineEdit) if w.isVisible()]):
        driver.key(Qt.Key.Key_Tab)
        driver.key(Qt.Key.Key_Space)
        driver.press("Continuer")
    name = lines[0].accessibleName()
    asked = driver.page.heading.text()
    driver.type(name, "3")
    return asked, name


@pytest.mark.parametrize("how", ["a key", "idleness"])
def test_no_letter_is_lost(how: str, on_a_stick: Path, driver: Driver, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    with mounted(usb, "--bind", str(on_a_stick)):

        def make() -> None:
            tools = driver.tools
            made = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY, folder=usb)
            driver.window._session.open(made.safe, str(made.path))

        driver.work(make)
        asked, name = typed_in_a_letter(driver)
        subprocess.run(["umount", "-l", str(usb)], check=True)
        driver.locking._retry.setInterval(20)
        if how == "a key":
            driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        else:
            driver.locking._idle()
        assert not driver.page.isVisible(), "hidden before anything is tried"
        driver.until(lambda: "en attente" in _held(driver))
        assert driver.is_open
        assert asked not in _held(driver)
        with mounted(usb, "--bind", str(on_a_stick)):
            driver.until(lambda: not driver.is_open)
            driver.type("Votre phrase secrète", PHRASE)
            driver.enter()
            driver.press("Reprendre votre lettre")
            assert driver.page.heading.text() == asked
            assert driver.to(name).property("text") == "3"
            driver.window.lock_now()
            driver.settle()


def _held(driver: Driver) -> str:
    from PySide6.QtWidgets import QLabel

    cover = driver.window._cover.page
    labels = cover.findChildren(QLabel) if cover is not None else []
    return "\n".join(label.text() for label in labels if label.isVisible())

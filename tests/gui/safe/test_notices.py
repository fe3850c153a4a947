"""What must be read stays, whole, one notice at a time, until one says "Vu" (attack F8)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.notice import NoticeCard
from desktop_app.i18n import sentence
from desktop_app.pages import destinations as to
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, Start, safes_under
from tests.gui.safe.test_coffre import make_by_keyboard

OLDER = sentence("keys-older-accepted", {"day": "2026-11-25"})
CONFLICT = sentence("conflict-copies", {"n": 1})


def warned(start: Start, home: Path) -> Driver:
    """Open a safe that has two things to say."""
    from desktop_app.safe import warnings

    driver = start()
    make_by_keyboard(driver)
    safe = driver.safe
    slots = [slot.id for slot in safe.access.slots.keys.slots]  # type: ignore[attr-defined]
    driver.work(lambda: warnings.warn(safe.database, warnings.KEYS_OLDER, TODAY, slots))  # type: ignore[attr-defined]
    (folder,) = safes_under(home)
    (folder / "keys (copie en conflit)").write_bytes(b"x")
    return again(start)


def again(start: Start) -> Driver:
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    return driver


def test_each_notice_is_whole_and_stays_until_it_is_read(start: Start, home: Path) -> None:
    driver = warned(start, home)
    assert driver.notices() == OLDER
    driver.window.say_saved("Enregistré à 12 h 00")
    driver.go(to.Help())
    driver.go(to.SafeHome())
    assert driver.notices() == OLDER
    driver.press("Vu")
    assert driver.notices() == CONFLICT
    driver.window.back()
    driver.settle()
    assert driver.notices() == CONFLICT
    driver.press("Vu")
    assert driver.notices() == ""
    driver.settle()
    driver = again(start)  # the first is read for good; what is still there is said again
    assert driver.notices() == CONFLICT


def test_a_notice_is_not_left_on_a_locked_page(start: Start, home: Path) -> None:
    driver = warned(start, home)
    driver.window.lock_now()
    driver.settle()
    assert driver.notices() == ""
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.notices() == OLDER


def test_a_screen_reader_hears_it_once_and_the_keyboard_reaches_it(
    start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "desktop_app.gui.notices.announce",
        lambda widget, words, urgent=False: heard.append(words),
    )
    driver = warned(start, home)
    assert driver.focus().property("role") == "body"  # arriving there says it: not announced too
    assert said_at(driver) == OLDER
    driver.go(to.Help())
    driver.to("Vu")
    driver.press("Vu")
    assert said_at(driver) == CONFLICT
    driver.press("Vu")
    assert [words for words in heard if words in (OLDER, CONFLICT)] == []
    driver.key(Qt.Key.Key_Tab)  # somebody is at work: the focus stays, and it is announced
    driver.window.tell("Un autre avis.")
    assert heard[-1] == "Un autre avis."


def said_at(driver: Driver) -> str:
    """Return what a screen reader says of what has the focus."""
    interface = QAccessible.queryAccessibleInterface(driver.focus())
    return interface.text(QAccessible.Text.Name)


def test_every_word_is_in_sight_on_a_small_screen(start: Start, home: Path) -> None:
    """1024 × 600: nothing is cut at the side, and scrolling shows all of it."""
    driver = warned(start, home)
    driver.window.resize(1024, 600)
    for zoom in (1.0, 2.0, 4.0):
        driver.window.context.look.set_zoom(zoom)
        driver.settle()
        expect_in_sight(driver)


def expect_in_sight(driver: Driver) -> None:
    (card,) = driver.page.findChildren(NoticeCard)
    assert driver.focus() is card.told  # large letters would leave it above what is seen
    for widget in (*card.findChildren(QLabel), *card.findChildren(Button)):
        corner = widget.mapTo(driver.page.widget(), QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + widget.width() <= driver.page.viewport().width()
        if isinstance(widget, QLabel):
            assert widget.height() >= widget.heightForWidth(widget.width())
    assert card.told.wordWrap()


def test_notices_without_a_safe_stay_too(driver: Driver) -> None:
    read: list[str] = []
    driver.window.tell("Un réglage n’a pas été gardé.", lambda: read.append("one"))
    driver.window.tell("Un réglage n’a pas été gardé.")
    driver.window.tell("Un autre avis.")
    driver.go(to.Settings())
    assert driver.notices() == "Un réglage n’a pas été gardé."
    driver.press("Vu")
    assert (driver.notices(), read) == ("Un autre avis.", ["one"])
    driver.window.speak()
    driver.settle()
    assert driver.notices() == "Un autre avis."


def test_older_keys_are_accepted_by_a_button_and_then_told(start: Start, home: Path) -> None:
    driver = start()
    make_by_keyboard(driver)
    (folder,) = safes_under(home)
    former = [(folder / name).read_bytes() for name in ("keys", "keys.2")]
    driver.work(lambda: driver.safe.access.renew_words(on=TODAY))
    driver.end()
    for name, data in zip(("keys", "keys.2"), former, strict=True):
        (folder / name).write_bytes(data)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert "plus ancien que le coffre" in driver.words()
    assert "papier-libre" not in driver.words()
    driver.press("Ouvrir quand même")
    assert driver.is_open
    assert driver.notices() == OLDER

"""Essayer d'abord: a letter made without a safe can still be kept, at the end."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.datafiles import data_root
from desktop_app.gui.starting import start as start_letter
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.rendering import make_letter
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, Start
from tests.gui.safe.test_coffre import make_drawn

PACK = "caf-indu-rsa"


def test_a_safe_is_offered_at_the_end_and_keeps_the_letter(driver: Driver) -> None:
    example = data_root("forms") / "letters" / PACK / "examples" / "2-je-ne-comprends-pas.toml"
    draft = read_draft(example.read_bytes(), PACK, "example")
    made = make_letter(driver.tools, draft, TODAY)
    driver.go(to.WhatNext(made=made, draft=draft))
    driver.press("Garder dans un coffre")
    driver.press("D’autres aussi")
    make_drawn(driver)
    driver.press("Ranger")
    assert [one.kind for one in driver.safe.documents()] == ["letter"]
    driver.go(to.Week())
    assert "Poster votre lettre" in driver.words()


def answered_without_a_safe(driver: Driver) -> str:
    """Begin a letter without a safe and answer its first question; return the next one."""
    start_letter(driver.window.context, driver.page, PACK)
    driver.settle()
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Space)
    driver.press("Continuer")
    return driver.page.heading.text()


def test_closing_with_answers_in_no_safe_is_asked_once(driver: Driver) -> None:
    asked = answered_without_a_safe(driver)
    driver.window.close()
    driver.settle()
    assert driver.window.isVisible()
    assert "ne sont gardées nulle part" in driver.words()
    driver.press("Revenir à mes réponses")
    assert driver.page.heading.text() == asked
    driver.window.close()
    driver.press("Fermer et tout perdre")
    assert not driver.window.isVisible()


def test_what_was_answered_first_can_still_be_kept_when_closing(start: Start, home: Path) -> None:
    driver = start()
    asked = answered_without_a_safe(driver)
    driver.window.close()
    driver.settle()
    driver.press("Garder dans un coffre")
    driver.press("D’autres aussi")
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", PHRASE)
    driver.type("La même phrase", PHRASE)
    driver.press("Continuer")
    assert driver.page.heading.text() == asked
    driver.window.close()
    driver.settle()
    assert not driver.window.isVisible(), "a safe holds them: nothing is asked"
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.press("Reprendre votre lettre")
    assert driver.page.heading.text() == asked


def test_closing_asks_nothing_of_who_has_answered_nothing(driver: Driver) -> None:
    start_letter(driver.window.context, driver.page, PACK)
    driver.settle()
    driver.window.close()
    assert not driver.window.isVisible()

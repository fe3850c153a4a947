"""« Tout effacer », on the page that hides: two gestures of a calm hand, and nothing is left."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.gui.in_hand import note_copy
from desktop_app.gui.in_view import in_view
from desktop_app.gui.session import Locked
from desktop_app.pages import destinations as to
from desktop_app.pages import erasing as pages
from desktop_app.workflow.matter.erasing import InView
from desktop_app.workflow.matter.erasing import erase as erase_matter
from tests.gui.keyboard import strike, type_text
from tests.gui.safe.conftest import PHRASE, TODAY, Driver
from tests.gui.safe.test_hiding import MARK, cover, public, to_a_line, words_of

__all__ = ["public"]
ASK, TICK, ERASE = "Tout effacer", "Oui, tout effacer", "Effacer pour toujours"


@pytest.fixture
def asked(in_safe: Driver) -> Driver:
    """Somebody who has begun a letter, hid it, and is asked whether to erase it."""
    type_text(to_a_line(in_safe), MARK)
    strike(Qt.Key.Key_F12)
    in_safe.settle()
    in_safe.press(ASK)
    assert "1 brouillon." in words_of(in_safe)
    return in_safe


def tick(driver: Driver) -> None:
    driver.to(TICK)
    driver.key(Qt.Key.Key_Space)


def erase(driver: Driver) -> None:
    """Do both gestures, calmly."""
    tick(driver)
    driver.to(ERASE)
    driver.enter()


def drafts(driver: Driver) -> int:
    found: list[int] = []
    driver.work(lambda: found.append(len(driver.safe.drafts.unfinished())))
    return found[0]


def come_back(driver: Driver) -> None:
    """Open the safe again after what closed it."""
    driver.press("Continuer")
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


class TestNothingIsErased:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
    @pytest.mark.parametrize("after", [None, 30], ids=["calm", "quick"])
    @pytest.mark.parametrize("begin", ["heading", TICK, ERASE])
    def test_by_one_key_however_often(
        self, key: Qt.Key, after: int | None, begin: str, asked: Driver
    ) -> None:
        if begin != "heading":
            asked.to(begin)
        for _ in range(20):
            strike(key, after=after)
            asked.settle()
            if not asked.window.covered or not cover(asked).button_of(pages.EraseMatter()):
                break
        asked.settle()
        assert asked.is_open
        assert drafts(asked) == 1

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
    def test_by_one_key_from_the_page_that_hides(self, key: Qt.Key, in_safe: Driver) -> None:
        type_text(to_a_line(in_safe), MARK)
        strike(Qt.Key.Key_F12)
        in_safe.settle()
        in_safe.to(ASK)
        for _ in range(20):
            strike(key)
            in_safe.settle()
        assert in_safe.is_open
        assert drafts(in_safe) == 1

    @pytest.mark.parametrize(
        "seed", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 12))]
    )
    def test_by_a_hand_in_panic(self, seed: int, asked: Driver) -> None:
        draw = random.Random(seed)
        keys = [
            Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Up,
            Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_F12, Qt.Key.Key_E, Qt.Key.Key_Delete,
        ]  # fmt: skip
        for _ in range(300):
            strike(draw.choice(keys), after=draw.choice((5, 40, 120, 310, 500, 700)))
            asked.app.processEvents()
        asked.settle()
        assert asked.is_open
        assert drafts(asked) == 1

    def test_the_button_alone_says_what_is_missing(self, asked: Driver) -> None:
        asked.to(ERASE)
        asked.enter()
        assert pages.not_ticked() in words_of(asked)
        assert drafts(asked) == 1

    def test_space_on_the_button_says_which_key_erases(self, asked: Driver) -> None:
        tick(asked)
        asked.press(ERASE)
        assert pages.other_key() in words_of(asked)
        assert drafts(asked) == 1

    def test_a_quick_hand_is_told_to_wait_and_then_may(self, asked: Driver) -> None:
        tick(asked)
        asked.to(ERASE)
        strike(Qt.Key.Key_Return, after=400)
        asked.settle()
        assert pages.too_fast() in words_of(asked)
        assert drafts(asked) == 1
        asked.enter()
        assert not asked.is_open

    def test_a_box_that_is_ticked_no_more_counts_no_more(self, asked: Driver) -> None:
        tick(asked)
        tick(asked)
        asked.to(ERASE)
        asked.enter()
        assert asked.is_open

    def test_one_goes_back_to_the_page_that_hides(self, asked: Driver) -> None:
        tick(asked)
        asked.key(Qt.Key.Key_Escape)
        assert asked.window.covered
        asked.press(ASK)
        asked.to(ERASE)
        asked.enter()
        assert asked.is_open, "the box is to be ticked again"
        asked.press("Ne rien effacer")
        assert asked.window.covered
        assert ERASE not in words_of(asked)

    def test_the_key_alone_erases_nothing(self, in_safe: Driver) -> None:
        type_text(to_a_line(in_safe), MARK)
        for _ in range(20):
            strike(Qt.Key.Key_F12)
        in_safe.settle()
        assert drafts(in_safe) == 1


class TestErased:
    def test_what_was_saved_elsewhere_is_counted(self, in_safe: Driver, tmp_path: Path) -> None:
        type_text(to_a_line(in_safe), MARK)
        in_safe.page.keep()
        in_safe.settle()
        for _ in range(2):
            note_copy(in_safe.window.context)
        in_safe.go(to.SafeHome())
        in_safe.page.back_up_to(tmp_path / "s.zip")
        in_safe.settle()
        in_safe.window.back()
        in_safe.settle()
        in_safe.key(Qt.Key.Key_F12)
        in_safe.press(ASK)
        assert "au moins : 2 copies de papiers et 1 sauvegarde." in words_of(in_safe)

    def test_the_draft_in_hand(self, asked: Driver) -> None:
        driver, renewed = asked, list[Locked]()
        driver.window.after_lock = renewed.append
        erase(driver)
        driver.settle()
        assert not driver.is_open
        assert not driver.window.covered
        assert driver.page.heading.text() == "C’est effacé"
        assert "Effacé pour toujours : 1 brouillon." in driver.words()
        assert "les pages imprimées" in driver.words()
        assert [one.erased for one in renewed] == [(1, 0, False, 0, 0)]
        assert driver.window.windowTitle() == "Papier libre"
        come_back(driver)
        assert drafts(driver) == 0
        assert "Reprendre" not in driver.words()

    def test_the_dossier_in_view_and_no_other(self, in_safe: Driver) -> None:
        driver = in_safe
        made: list[str] = []

        def sow() -> None:
            safe = driver.safe
            for title in (MARK, "Autre"):
                made.append(safe.dossiers.add(title, on=TODAY))
                safe.add(b"%PDF-1.4", title=title, on=TODAY, text=title, dossier=made[-1])
            safe.drafts.begin("cada", "{}", on=TODAY, dossier=made[0])

        driver.work(sow)
        driver.go(to.Dossier(made[0]))
        driver.go(to.Help())
        driver.key(Qt.Key.Key_F12)
        driver.press(ASK)
        assert "1 brouillon et 1 document." in words_of(driver)
        assert MARK not in words_of(driver), "nothing is named"
        erase(driver)
        driver.settle()
        come_back(driver)
        titles: list[str] = []
        driver.work(lambda: titles.extend(one.title for one in driver.safe.dossiers.all()))
        driver.work(lambda: titles.extend(one.title for one in driver.safe.documents()))
        assert titles == ["Autre", "Autre"]

    def test_cut_before_the_backups_it_is_finished_at_the_next_opening_and_said(
        self, in_safe: Driver
    ) -> None:
        driver = in_safe

        def cut() -> None:
            draft = driver.safe.drafts.begin("cada", "{}", on=TODAY)
            driver.safe.back_up_if_due(on=TODAY)
            erase_matter(driver.safe, InView(draft=draft), on=TODAY)

        driver.work(cut)
        driver.window.lock_now()
        driver.settle()
        driver.type("Votre phrase secrète", PHRASE)
        driver.enter()
        assert "il est terminé" in driver.notices()
        left: list[int | None] = []
        driver.work(lambda: left.append(driver.safe.matters.still_in_backups))
        assert left == [None]

    def test_without_a_safe(self, driver: Driver) -> None:
        renewed: list[Locked] = []
        driver.window.after_lock = renewed.append
        type_text(to_a_line(driver), MARK)
        driver.key(Qt.Key.Key_F12)
        driver.press(ASK)
        assert "1 brouillon." in words_of(driver)
        erase(driver)
        driver.settle()
        assert driver.page.heading.text() == "C’est effacé"
        assert [one.erased for one in renewed] == [(1, 0, False, 0, 0)]
        assert driver.window._session.writing is None
        assert not driver.window._session.answered()
        driver.press("Continuer")
        assert driver.page.heading.text() == "Que vous arrive-t-il ?"
        assert "Reprendre" not in driver.words()

    def test_on_a_public_terminal_it_is_the_end_of_the_session(self, public: Driver) -> None:
        ended: list[bool] = []
        public.window.after_end = lambda: ended.append(True)
        type_text(to_a_line(public), MARK)
        public.key(Qt.Key.Key_F12)
        public.press(ASK)
        erase(public)
        public.settle()
        assert ended == [True]
        assert not public.window.covered
        assert public.page.heading.text() == "Tout est effacé"

    def test_a_safe_that_cannot_be_written_says_so(
        self, asked: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from desktop_app.files import ReadOnly

        def refuse(*_given: object, **_named: object) -> None:
            raise ReadOnly

        monkeypatch.setattr(type(asked.safe.matters), "erase", refuse)
        erase(asked)
        asked.settle()
        assert asked.is_open
        assert asked.window.covered
        assert "protégé" in words_of(asked) or "écri" in words_of(asked)
        assert drafts(asked) == 1


class TestNothingInView:
    @pytest.mark.parametrize("with_safe", [False, True])
    def test_it_is_said_and_no_button_is_there(
        self, with_safe: bool, driver: Driver, request: pytest.FixtureRequest
    ) -> None:
        if with_safe:
            driver = request.getfixturevalue("in_safe")
        driver.key(Qt.Key.Key_F12)
        driver.press(ASK)
        said = "\n".join(one.text() for one in cover(driver).findChildren(QLabel))
        assert "rien à effacer" in said
        assert cover(driver).button_of(pages.EraseMatter()) is None
        driver.press("Ne rien effacer")
        assert driver.window.covered


def test_what_is_in_view(in_safe: Driver) -> None:
    session = in_safe.window._session
    home, seen = to.Home(), to.Dossier("d1")
    assert in_view((home,), session) == InView()
    assert in_view((home, seen, to.Help()), session) == InView(dossier="d1")
    assert in_view((home, seen, to.RecordEvent("d2")), session) == InView(dossier="d2")
    assert in_view((home, seen, to.StoredDocument("p")), session) == InView(document="p")
    assert in_view((seen, home), session) == InView(), "the first page is of no matter"
    session.in_hand.dossier = "d3"
    assert in_view((home,), session) == InView(dossier="d3")

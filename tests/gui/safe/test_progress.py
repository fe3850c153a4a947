"""What may last more than a second says what it does, and the window stays alive meanwhile."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar

from desktop_app.gui.jobs import Jobs
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from tests.gui.keyboard import until
from tests.gui.safe.conftest import PHRASE, TODAY, Driver
from tests.gui.safe.test_coffre import drawn_phrase, shown_words

MOMENT_S = 0.5  # beyond, a bar is shown
LASTING_S = 1.2  # and where a paper is made


def unlock(driver: Driver, _place: Path) -> str:
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", PHRASE)
    driver.to("Ouvrir")
    return "La phrase est essayée"


def create(driver: Driver, _place: Path) -> str:
    driver.window.lock_now()
    driver.settle()
    driver.press("Créer un coffre")
    drawn = drawn_phrase(driver)
    driver.press("Continuer")
    driver.type("Votre phrase secrète", drawn)
    driver.to("Garder derrière cette phrase")
    return "Le coffre se prépare"


def check(driver: Driver, _place: Path) -> str:
    driver.go(to.SafeHome())
    driver.to("Vérifier")
    return "Le coffre est relu"


def change_phrase(driver: Driver, _place: Path) -> str:
    driver.go(to.ChangePhrase())
    drawn = drawn_phrase(driver)
    driver.press("Changer la phrase")
    driver.type("Votre phrase secrète", drawn)
    driver.to("Garder derrière cette phrase")
    return "La phrase change"


def renew_sheet(driver: Driver, _place: Path) -> str:
    driver.go(to.SafeHome())
    driver.press("Refaire la feuille")
    words = shown_words(driver)
    driver.press("Je les ai recopiés")
    for position in driver.page.asked():
        driver.type(f"Mot numéro {position + 1}", words[position])
    driver.to("Vérifier")
    return "Vos douze mots commencent à ouvrir vos papiers"


def restore(driver: Driver, place: Path) -> str:
    out = place / "sauvegarde.zip"
    driver.work(lambda: driver.safe.backup(out, on=TODAY))
    driver.go(to.Restore())
    driver.page.put_file(str(out))
    driver.type("La phrase secrète", PHRASE)
    driver.to("Restaurer à côté")
    return "La sauvegarde est vérifiée"


@pytest.fixture
def slow(in_safe: Driver) -> Iterator[Callable[[], None]]:
    """Hold the worker, as a slow disk or an old processor does, until the test ends."""
    go_on = threading.Event()

    def hold() -> None:
        in_safe.jobs.run(lambda: go_on.wait(30), done=lambda _: None, failed=lambda _: None)

    yield hold
    go_on.set()
    in_safe.settle()


@pytest.mark.parametrize(
    "reach",
    [unlock, create, check, change_phrase, renew_sheet, restore],
    ids=lambda one: one.__name__,
)
def test_the_window_lives_while_it_works(
    reach: Callable[[Driver, Path], str],
    in_safe: Driver,
    slow: Callable[[], None],
    tmp_path: Path,
) -> None:
    driver = in_safe
    words = reach(driver, tmp_path)
    slow()
    driver.key(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert words in driver.words()
    bars = driver.page.findChildren(QProgressBar)
    until(lambda: any(bar.isVisibleTo(driver.page) for bar in bars), "no progress is seen")
    assert all(bar.accessibleName() for bar in bars)
    before = driver.window.context.look.zoom
    driver.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    # The worker is held until the test ends: what is answered now did not wait for it.
    assert driver.window.context.look.zoom > before, "the window does not answer"
    driver.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)


def pump(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def test_what_gives_way_lets_an_answer_be_saved_between_two_steps(qt: QApplication) -> None:
    """The day's backup of a large safe lasts; saving must not wait for its end."""
    jobs, order = Jobs(qt), []
    begun, ended = threading.Event(), []

    def backup(tell: Callable[[int, int], None]) -> None:
        for step in range(3):
            begun.set()
            asked.wait(10)
            order.append(f"step {step}")
            tell(step, 3)

    asked = threading.Event()
    jobs.run_long(
        backup,
        progress=lambda _done, _all: None,
        done=lambda _: ended.append(True),
        failed=lambda _: ended.append(False),
        gives_way=True,
    )
    begun.wait(10)
    jobs.run(lambda: order.append("saved"), done=lambda _: None, failed=lambda _: None)
    asked.set()
    while not ended:
        pump(0.01)
    assert order == ["step 0", "saved", "step 1", "step 2"]
    assert ended == [True]
    jobs.stop()
    jobs.deleteLater()


def test_stopping_is_offered_only_where_it_is_safe(in_safe: Driver) -> None:
    progress = Progress(in_safe.window.context.look)
    progress.show()
    progress.begin("La phrase change…")
    pump(MOMENT_S + 0.2)
    assert not progress._stop.isVisible()
    progress.hide()
    progress.deleteLater()


def test_a_form_that_lasts_may_be_given_up(in_safe: Driver, slow: Callable[[], None]) -> None:
    """The answers stay, the page too; what is made afterwards is thrown away."""
    in_safe.go(to.FilledForm(draft=in_safe.tools.demo.form))
    in_safe.to("Je vais le recopier à la main")
    slow()
    in_safe.key(Qt.Key.Key_Space)
    pump(LASTING_S)
    in_safe.to("Arrêter")
    in_safe.key(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "Le formulaire n’est pas fait. Vos réponses sont toujours là." in in_safe.words()
    assert not [bar for bar in in_safe.page.findChildren(QProgressBar) if bar.isVisible()]


def test_a_letter_that_lasts_may_be_given_up(in_safe: Driver, slow: Callable[[], None]) -> None:
    """One goes back to the page before; nothing that was answered is lost."""
    in_safe.go(to.Home())
    before = in_safe.page.heading.text()
    slow()
    in_safe.window.go(to.Letter(draft=in_safe.tools.demo.letter))
    pump(LASTING_S)
    in_safe.to("Arrêter")
    in_safe.key(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert in_safe.page.heading.text() == before


def test_a_letter_that_is_made_waits_no_more(in_safe: Driver) -> None:
    in_safe.go(to.Letter(draft=in_safe.tools.demo.letter))
    pump(LASTING_S)
    bars = in_safe.page.findChildren(QProgressBar)
    assert not [bar for bar in bars if bar.isVisibleTo(in_safe.page)]

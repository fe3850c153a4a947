"""Two windows on one safe: the second reads, says who writes, reads again, then writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.gui.beside import BesideWriter
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, Start, safes_under
from tests.safe.conftest import Made
from tests.safe.test_beside import HELPER, NADIA, Other


@pytest.fixture
def nadia(start: Start, home: Path) -> Iterator[tuple[Driver, Other]]:
    """The window of a colleague, opened while Nadia writes."""
    driver = start()
    tools = driver.tools

    def work() -> None:
        made = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
        made.safe.access.add_phrase(NADIA, name=HELPER, on=TODAY)
        made.safe.close()

    driver.work(work)
    (path,) = safes_under(home)
    other = Other(Made(path, b"", (), {}), NADIA)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.until(lambda: "À lire seulement" in driver.words())
    yield driver, other
    other.kill()


def ask(driver: Driver) -> None:
    """Do now what the timer does every three seconds."""
    driver.window.brought.findChildren(BesideWriter)[0].ask()  # type: ignore[union-attr]
    driver.settle()


def test_the_second_window_reads_then_writes(nadia: tuple[Driver, Other]) -> None:
    driver, other = nadia
    assert driver.safe.read_only
    assert f"{HELPER} y écrit depuis" in driver.words()
    assert "rien de ce que vous écririez n’est enregistré" in driver.words()
    driver.go(to.People())
    assert f"{HELPER} y écrit depuis" in driver.words()
    assert "Zoé" not in driver.words()
    other.ask("save Zoé")
    ask(driver)
    assert f"{HELPER} a enregistré depuis." in driver.words()
    assert "Zoé" not in driver.words()  # what is in view does not move under the hand
    driver.press("Relire")
    assert "Zoé" in driver.words()
    assert "a enregistré depuis" not in driver.words()
    other.ask("end")
    driver.until(lambda: not driver.safe.read_only)  # by itself: nothing is being typed
    driver.settle()
    assert "À lire seulement" not in driver.words()
    assert "maintenant ouvert ici pour écrire" in driver.bar()
    driver.work(lambda: driver.safe.people.add("Ana", on=TODAY))


def test_what_is_typed_waits_for_the_button_and_is_saved(nadia: tuple[Driver, Other]) -> None:
    driver, other = nadia
    driver.window._session.half_typed["une page"] = {"question": "à moitié"}
    other.kill()
    ask(driver)
    assert driver.safe.read_only
    assert f"{HELPER} a fini. Vous pouvez écrire." in driver.words()
    driver.press("Écrire maintenant")
    driver.until(lambda: not driver.safe.read_only)
    assert driver.window._session.half_typed == {"une page": {"question": "à moitié"}}


def test_nothing_of_it_is_on_a_hidden_page(nadia: tuple[Driver, Other]) -> None:
    driver, _other = nadia
    driver.window.hide_page()
    ask(driver)
    cover = driver.window.in_view()
    assert cover is not None
    assert cover.standing is None
    assert HELPER not in driver.window.windowTitle()


def test_another_computer_that_never_finished_is_taken_over_by_hand(
    start: Start, home: Path
) -> None:
    driver = start()
    tools = driver.tools

    def work() -> None:
        make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY).safe.close()

    driver.work(work)
    (path,) = safes_under(home)
    (path / "lock").write_text(' {"host": "pc-accueil", "machine": "0", "time": 1790000000}')
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.until(lambda: "« pc-accueil » n’a pas fermé ce coffre" in driver.words())
    ask(driver)
    assert driver.safe.read_only
    driver.press("Écrire quand même")
    driver.until(lambda: not driver.safe.read_only)

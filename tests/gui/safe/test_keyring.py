"""Opening without a phrase, through the window: opted in, taken back, and every way it fails.

The phrase can be typed at any moment; the window never waits; nothing is lost. Fault test K8.
"""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.pages import destinations as to
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.system_keyring import SystemKeyring
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start, safes_under
from tests.helpers.real_keyring import said_beside_it
from tests.safe.test_system_keyring import InClear, InMemory, Locked, Refused


class Slow(InMemory):
    """Answers once somebody has typed a password, long after."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answers.wait(30)
        return super().get_password(service, username)


class Asking(InMemory):
    """Shows a window of its own, and keeps the secret once somebody has answered there."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.answered = threading.Event(), threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked.set()
        self.answered.wait(30)
        super().set_password(service, username, password)


class PatientTools(DrivenTools):
    """The real patience: ten seconds."""

    safes = Door(choose_kdf=lambda: FLOOR, keyring=SystemKeyring())


@pytest.fixture
def memory() -> Iterator[InMemory]:
    former, backend = keyring.get_keyring(), InMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(former)


@pytest.fixture
def opted_in(memory: InMemory, in_safe: Driver) -> Driver:
    in_safe.go(to.SafeHome())
    in_safe.wait_aside()
    in_safe.press("Ouvrir sans phrase")
    in_safe.wait_for("s’ouvrira sans phrase")
    return in_safe


def test_opted_in_the_next_start_asks_nothing(
    opted_in: Driver, start: Start, memory: InMemory
) -> None:
    driver = start()
    driver.wait_open()
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"


def test_a_lock_is_not_undone_by_the_keyring(opted_in: Driver) -> None:
    opted_in.window.lock_now()
    opted_in.wait_aside()
    assert not opted_in.is_open
    opted_in.press("Ouvrir sans phrase")
    opted_in.wait_open()


def test_it_is_taken_back(opted_in: Driver, start: Start, memory: InMemory) -> None:
    opted_in.press("Demander la phrase")
    opted_in.wait_for("La phrase sera demandée")
    opted_in.wait_aside()
    assert memory.kept == {}
    driver = start()
    driver.wait_aside()
    assert not driver.is_open
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


@pytest.mark.parametrize(
    "backend", [fail.Keyring, Locked, Refused, InClear], ids=lambda one: one.__name__
)
def test_a_keyring_that_fails_at_the_start_leaves_the_phrase(
    backend: type[KeyringBackend], opted_in: Driver, start: Start
) -> None:
    keyring.set_keyring(backend())
    driver = start()
    assert driver.focus().accessibleName() == "Votre phrase secrète"
    driver.type("Votre phrase secrète", PHRASE[:9])
    driver.wait_aside()
    assert "trousseau de cet ordinateur ne répond pas" in driver.words()
    assert driver.focus().property("text") == PHRASE[:9], "what was typed is there"
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


def test_a_slow_keyring_blocks_nothing_and_its_late_answer_is_not_taken(
    opted_in: Driver, start: Start, memory: InMemory
) -> None:
    slow = Slow()
    slow.kept = memory.kept
    keyring.set_keyring(slow)
    begun = time.monotonic()
    driver = start(PatientTools())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    assert time.monotonic() - begun < 8, "the phrase waited for the keyring"
    first = driver.safe
    slow.answers.set()
    driver.wait_aside()
    assert driver.safe is first
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"


def test_one_can_stop_waiting_and_nothing_is_changed(memory: InMemory, in_safe: Driver) -> None:
    asking, driver = Asking(), in_safe
    driver.go(to.SafeHome())
    driver.wait_aside()
    before = [slot.id for slot in driver.safe.access.all()]
    keyring.set_keyring(asking)
    driver.to("Ouvrir sans phrase")
    driver.key(Qt.Key.Key_Space)
    end = time.monotonic() + 20
    while not driver.page.progress._stop.isVisible():
        assert time.monotonic() < end
        QApplication.processEvents()
    driver.work(lambda: driver.safe.people.add("Ana", on=TODAY))  # saving does not wait
    driver.press("Arrêter")
    assert "Arrêté. Rien n’est changé." in driver.words()
    asking.answered.set()
    driver.wait_aside()
    assert [slot.id for slot in driver.safe.access.all()] == before


def test_locking_meanwhile_leaves_the_keys_as_they_were(
    memory: InMemory, in_safe: Driver, home: Path
) -> None:
    driver, asking = in_safe, Asking()
    keyring.set_keyring(asking)
    driver.go(to.SafeHome())
    driver.wait_aside()
    (path,) = safes_under(home)
    before = (path / "keys").read_bytes()
    driver.to("Ouvrir sans phrase")
    driver.key(Qt.Key.Key_Space)
    driver.until(asking.asked.is_set)
    driver.window.lock_now()
    asking.answered.set()
    driver.wait_aside()
    assert not driver.is_open
    assert (path / "keys").read_bytes() == before
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


def test_it_is_never_offered_on_a_public_terminal_or_at_an_association(start: Start) -> None:
    for mode in ("public", "association"):
        tools = DrivenTools()
        tools.__dict__["mode"] = mode
        driver = start(tools)
        driver.go(to.SafeHome())
        assert "Ouvrir sans phrase" not in driver.words()
        assert "keyring.backends" not in str(driver.page.__dict__)


REAL = """
import keyring
from PySide6.QtWidgets import QApplication
from tests.gui.safe.conftest import Driver, DrivenTools, PHRASE, TODAY
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.workflow.safes.care import make_safe

class Tools(DrivenTools):
    safes = Door(choose_kdf=lambda: FLOOR)

from desktop_app.pages import destinations as to
print(type(keyring.get_keyring()).__module__)
app, tools = QApplication([]), Tools()
driver = Driver(app, tools)

def made():
    new = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
    driver.window._session.open(new.safe, str(new.path))

driver.work(made)
driver.go(to.SafeHome())
driver.wait_aside()
driver.press("Ouvrir sans phrase")
driver.wait_for("s’ouvrira sans phrase")
driver.end()

driver = Driver(app, Tools())
driver.wait_open()
print("opened")
driver.go(to.SafeHome())
driver.wait_aside()
driver.press("Demander la phrase")
driver.wait_for("La phrase sera demandée")
driver.wait_aside()
driver.end()

driver = Driver(app, Tools())
driver.wait_aside()
print("closed" if not driver.is_open else "open")
driver.type("Votre phrase secrète", PHRASE)
driver.enter()
print("by phrase" if driver.is_open else driver.words())
driver.end()
"""


def test_with_a_real_keyring_under_its_own_bus(tmp_path: Path, home: Path) -> None:
    said, errors = said_beside_it(REAL, folder=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert said == [
        "keyring.backends.SecretService",
        "opened",
        "closed",
        "by phrase",
    ], errors

"""The safe in the window: made without fright, opened, kept, locked; nothing is ever lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.gui.screens.coffre.recovery import AskBack
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import positions_to_ask
from tests.gui import files
from tests.gui.hearing import Recorder
from tests.gui.keyboard import press, until, write
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, Start, safes_under


def make_by_keyboard(driver: Driver, phrase: str = PHRASE) -> None:
    """Make a safe with one's own phrase."""
    driver.go(to.SafeHome())
    driver.press("D’autres aussi")
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", phrase)
    driver.type("La même phrase", phrase)
    driver.press("Continuer")


def make_with_sheet(driver: Driver, phrase: str = PHRASE) -> tuple[str, ...]:
    """Make a safe, then its recovery sheet; return its words."""
    make_by_keyboard(driver, phrase)
    driver.go(to.SafeHome())
    driver.press("Refaire la feuille")
    return read_back(driver)


def make_drawn(driver: Driver) -> str:
    """Make a safe, on the page of the phrase, with the words drawn; return them."""
    drawn = drawn_phrase(driver)
    driver.press("Continuer")
    give_back(driver, drawn)
    return drawn


def give_back(driver: Driver, phrase: str) -> None:
    """Type the phrase that was drawn."""
    assert driver.page.heading.text() == "Redonnez votre phrase"
    driver.type("Votre phrase secrète", phrase)
    driver.enter()


def read_back(driver: Driver) -> tuple[str, ...]:
    """Copy the recovery words that are shown, and give back the three that are asked."""
    words = shown_words(driver)
    driver.press("Je les ai recopiés")
    page = driver.page
    assert isinstance(page, AskBack)
    for position in page.asked():
        driver.type(f"Mot numéro {position + 1}", words[position])
    driver.press("Vérifier")
    return words


def shown_words(driver: Driver) -> tuple[str, ...]:
    lines = driver.words().splitlines()
    numbered = dict(line.split(". ", 1) for line in lines if line.split(". ")[0].isdigit())
    return tuple(numbered[str(number)] for number in range(1, 13))


def test_first_run_with_ones_own_phrase(driver: Driver, home: Path) -> None:
    make_by_keyboard(driver)
    assert driver.bar() == "Votre coffre est prêt."
    assert driver.is_open
    (path,) = safes_under(home)
    assert path.parent.name == "coffres"
    assert path.stat().st_mode & 0o077 == 0


def drawn_words(driver: Driver) -> list[Words]:
    """Return the drawn words as they stand on the page."""
    line = driver.page.findChild(WordLine)
    assert line is not None
    assert line.text().islower()
    stops = [one for one in line.findChildren(Words) if one.isVisible()]
    assert len(stops) == 6
    return stops


def drawn_phrase(driver: Driver) -> str:
    return " ".join(one.text() for one in drawn_words(driver))


def test_a_drawn_phrase_opens_the_safe_at_the_next_start(start: Start) -> None:
    driver = start()
    driver.go(to.NewPhrase())
    drawn = make_drawn(driver)
    driver = start()
    assert driver.page.heading.text() == "Écrivez votre phrase"
    assert driver.focus().accessibleName() == "Votre phrase secrète"
    driver.type("Votre phrase secrète", drawn)
    driver.enter()
    assert driver.is_open


def stops_from(driver: Driver, first: str, count: int) -> list[str]:
    """Return the names of so many stops of Tab in a row."""
    driver.to(first)
    names = []
    for _ in range(count):
        names.append(driver.focus().accessibleName())
        driver.key(Qt.Key.Key_Tab)
    return names


def test_each_word_is_read_at_ones_own_pace_and_none_is_said_aloud(
    driver: Driver, recorder: Recorder
) -> None:
    """A blind person makes a safe: each word is a stop; a reader says it only there."""
    driver.go(to.NewPhrase())
    drawn = drawn_words(driver)
    called = [f"Mot {n} sur 6 : {one.text()}" for n, one in enumerate(drawn, 1)]
    assert stops_from(driver, "Mot 1 sur 6", 6) == called
    driver.press("Tirer d’autres mots")
    again = drawn_words(driver)
    give_back_after = " ".join(one.text() for one in again)
    driver.press("Continuer")
    give_back(driver, give_back_after)
    driver.go(to.SafeHome())
    driver.press("Refaire la feuille")
    words = shown_words(driver)
    recovery = [f"Mot {n} sur 12 : {word}" for n, word in enumerate(words, 1)]
    assert stops_from(driver, "Mot 1 sur 12", 12) == recovery
    assert recorder.heard("6 mots sont tirés. Recopiez-les : Tab les lit un par un.")
    said = " ".join(one.words for one in recorder).split()
    secret = {one.text() for one in again} | {label.split(": ")[1] for label in called} | {*words}
    assert not secret & set(said)


def test_other_words_can_be_drawn(driver: Driver) -> None:
    driver.go(to.NewPhrase())
    before = driver.words()
    driver.press("Tirer d’autres mots")
    assert driver.words() != before


@pytest.mark.parametrize(
    ("phrase", "again", "said"),
    [
        pytest.param("trop court", "trop court", "trop courte", id="under twelve"),
        pytest.param("azertyuiop12", "azertyuiop12", "se devine trop vite", id="guessed at once"),
        pytest.param(PHRASE, PHRASE + "!", "différentes", id="typed differently"),
    ],
)
def test_a_phrase_that_is_refused_stays_typed(
    phrase: str, again: str, said: str, driver: Driver, home: Path
) -> None:
    driver.go(to.NewPhrase())
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", phrase)
    driver.type("La même phrase", again)
    driver.press("Continuer")
    assert said in driver.words()
    assert driver.to("Votre phrase secrète").property("text") == phrase
    assert safes_under(home) == []


def test_enter_goes_from_ones_own_phrase_to_the_same_again_then_on(driver: Driver) -> None:
    driver.go(to.NewPhrase())
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", PHRASE)
    press(Qt.Key.Key_Return)
    assert driver.focus().accessibleName() == "La même phrase, encore une fois"
    write(PHRASE)
    press(Qt.Key.Key_Return)
    until(lambda: driver.is_open, "nothing is made")


@pytest.mark.parametrize("pages", [0, 1])
def test_stopping_midway_leaves_nothing_half_made(pages: int, start: Start, home: Path) -> None:
    """The phrase, then the phrase asked back: the safe is made after them, or not at all."""
    driver = start()
    driver.go(to.NewPhrase())
    for action in ("Continuer",)[:pages]:
        driver.press(action)
    driver = start()
    assert safes_under(home) == []
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"
    driver.go(to.SafeHome())
    assert driver.page.heading.text() == "Qui se sert de cet ordinateur ?"


def test_the_same_words_can_be_seen_again_and_others_are_no_phrase(driver: Driver) -> None:
    driver.go(to.NewPhrase())
    drawn = drawn_phrase(driver)
    driver.press("Continuer")
    give_back(driver, drawn[:-1])
    assert "Ce n’est pas la phrase tirée" in driver.words()
    assert not driver.is_open
    driver.press("Revoir les mots")
    assert driver.page.heading.text() == "Votre phrase secrète"
    assert drawn_phrase(driver) == drawn
    driver.press("Continuer")
    give_back(driver, drawn)
    assert driver.is_open


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        pytest.param("abc", "Encore 9 caractères", id="too short"),
        pytest.param("azertyuiop12", "se devine tout de suite", id="guessed at once"),
        pytest.param("soleil2024soleil", "se devine facilement", id="easy"),
        pytest.param("cheval tasse nuage fil", "très difficile à deviner", id="four words"),
    ],
)
def test_the_strength_of_ones_own_phrase_is_said_in_words(
    phrase: str, said: str, driver: Driver
) -> None:
    driver.go(to.NewPhrase())
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", phrase)
    while driver.page._soon.isActive():
        driver.app.processEvents()
    driver.settle()
    assert said in driver.words()


def test_a_wrong_word_is_said_and_the_words_can_be_seen_again(driver: Driver) -> None:
    make_by_keyboard(driver)
    driver.go(to.SafeHome())
    driver.press("Refaire la feuille")
    words = shown_words(driver)
    driver.press("Je les ai recopiés")
    page = driver.page
    assert isinstance(page, AskBack)
    for position in page.asked():
        driver.type(f"Mot numéro {position + 1}", "xylophone")
    driver.press("Vérifier")
    assert driver.words().count("n’est pas celui de la feuille") == 3
    driver.press("Revoir les mots")
    assert shown_words(driver) == words


def test_a_phrase_can_be_shown_pasted_and_caps_lock_is_said(driver: Driver) -> None:
    driver.go(to.NewPhrase())
    driver.press("Choisir ma propre phrase")
    field = driver.to("Votre phrase secrète")
    QApplication.clipboard().setText(PHRASE)
    driver.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.property("text") == PHRASE
    hidden = field.property("displayText")
    assert PHRASE not in hidden
    driver.press("Montrer : Votre phrase secrète")
    assert field.property("displayText") == PHRASE
    driver.type("Votre phrase secrète", "ABC")
    assert "majuscules sont verrouillées" in driver.words()
    driver.type("Votre phrase secrète", "abc")
    assert "majuscules sont verrouillées" not in driver.words()


def test_the_recovery_words_open_it_too(start: Start) -> None:
    driver = start()
    words = make_with_sheet(driver)
    driver = start()
    driver.type("Votre phrase secrète", " ".join(words))
    driver.enter()
    assert driver.is_open


def test_a_wrong_phrase_is_said_on_the_page(start: Start) -> None:
    make_by_keyboard(start())
    driver = start()
    driver.type("Votre phrase secrète", "ce n’est pas elle du tout")
    driver.enter()
    assert "Cette phrase n’ouvre rien ici" in driver.words()
    assert not driver.is_open
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


def test_a_damaged_safe_is_said(start: Start, home: Path) -> None:
    make_by_keyboard(start())
    start().end()
    (path,) = safes_under(home)
    shutil.rmtree(path / "backups")
    with (path / "safe.db").open("r+b") as file:
        file.seek(100)
        file.write(b"\0" * 400)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert "abîmé" in driver.words()
    assert not driver.is_open


def test_a_safe_open_elsewhere_is_read_at_once(start: Start, home: Path) -> None:
    make_by_keyboard(start())
    driver = start()
    (path,) = safes_under(home)
    held = """
import sys
from pathlib import Path
from desktop_app.safe.lock import Lock
lock = Lock(Path(sys.argv[1]) / "lock"); lock.take(); print("held", flush=True); sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", held, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == "held\n"
        driver.type("Votre phrase secrète", PHRASE)
        driver.enter()
        assert driver.safe.read_only
        assert "À lire seulement" in driver.words()
    finally:
        other.communicate()
    driver.until(lambda: not driver.safe.read_only)
    assert "À lire seulement" not in driver.words()


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small disk of its own, with the options of the test."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=False)


@pytest.mark.parametrize(
    ("disk", "said"),
    [
        pytest.param("size=1m", "disque est plein", id="full"),
        pytest.param("ro", "protégé", id="protected"),
    ],
    indirect=["disk"],
)
def test_a_disk_that_refuses_is_said_and_nothing_is_left(
    disk: Path, said: str, driver: Driver
) -> None:
    driver.go(to.NewPhrase())
    driver.page._folder = disk
    make_drawn(driver)
    assert said in driver.words()
    assert list(disk.iterdir()) == []
    assert not driver.is_open


def test_a_second_safe_is_made_and_nothing_tells_of_it(start: Start, home: Path) -> None:
    driver = start()
    make_by_keyboard(driver)
    driver.window.lock_now()
    driver.settle()
    driver.press("Créer un coffre")
    make_drawn(driver)
    driver = start()
    assert len(safes_under(home)) == 2
    assert "Coffre" not in driver.words()
    driver.to("Votre phrase secrète")


def test_a_backup_is_proved_before_it_is_said_done(in_safe: Driver, tmp_path: Path) -> None:
    driver = in_safe
    driver.work(lambda: driver.safe.add(b"papier", title="Décision", on=TODAY))
    driver.go(to.SafeHome())
    out = tmp_path / "sauvegarde.zip"
    driver.page.back_up_to(out)
    driver.settle()
    assert "Sauvegarde faite, relue et vérifiée : 1 document." in driver.words()
    assert out.stat().st_size > 0


def test_the_folders_chosen_are_remembered_nowhere(
    in_safe: Driver, tmp_path: Path, home: Path
) -> None:
    """The system's windows of files would write them, in clear, in files of their own."""
    driver, out = in_safe, tmp_path / "Mme Dupont" / "sauvegarde.zip"
    out.parent.mkdir()
    driver.go(to.SafeHome())
    driver.press("Choisir où sauvegarder")
    files.save(driver.window, out)
    driver.settle()
    assert out.exists()
    kept = [path for path in home.rglob("*") if path.is_file() and ".coffre" not in str(path)]
    assert [path for path in kept if b"Dupont" in path.read_bytes()] == []
    assert not list(home.rglob("QtProject.conf"))
    assert not list(home.rglob("recently-used*"))


def test_a_backup_that_cannot_be_made_is_said(in_safe: Driver, tmp_path: Path) -> None:
    in_safe.go(to.SafeHome())
    in_safe.page.back_up_to(tmp_path / "nowhere" / "sauvegarde.zip")
    in_safe.settle()
    assert "Sauvegarde faite" not in in_safe.words()
    assert "n’a pas pu être écrit" in in_safe.words()


def test_a_backup_comes_back_beside(in_safe: Driver, tmp_path: Path, home: Path) -> None:
    driver, out = in_safe, tmp_path / "sauvegarde.zip"
    driver.work(lambda: driver.safe.add(b"papier", title="Décision", on=TODAY))
    driver.work(lambda: driver.safe.backup(out, on=TODAY))
    driver.window.lock_now()
    driver.settle()
    driver.press("Restaurer une sauvegarde")
    driver.page.put_file(str(out))
    driver.type("La phrase secrète de ce jour-là", PHRASE)
    driver.enter()
    assert "restaurée et vérifiée : 1 document" in driver.words()
    assert len(safes_under(home)) == 2
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert [one.title for one in driver.safe.documents()] == ["Décision"]


def test_the_check_says_what_it_found(in_safe: Driver) -> None:
    in_safe.go(to.SafeHome())
    in_safe.press("Vérifier")
    assert "Votre coffre est en bon état." in in_safe.words()


def test_the_check_can_be_stopped(in_safe: Driver) -> None:
    driver = in_safe
    driver.work(lambda: [driver.safe.add(b"x" * 9999, title=f"d{n}", on=TODAY) for n in range(40)])
    driver.go(to.SafeHome())
    driver.to("Vérifier")
    driver.key(Qt.Key.Key_Space)
    driver.page.progress.stop()
    driver.settle()
    assert "Arrêté. Rien n’est changé." in driver.words()
    driver.press("Vérifier")
    assert "en bon état" in driver.words()


def test_the_phrase_changes(in_safe: Driver) -> None:
    driver, other = in_safe, "un cheval dans la cuisine verte"
    driver.go(to.SafeHome())
    driver.press("Changer la phrase")
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", other)
    driver.type("La même phrase", other)
    driver.press("Changer la phrase")
    assert "La phrase est changée" in driver.words()
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert not driver.is_open
    driver.type("Votre phrase secrète", other)
    driver.enter()
    assert driver.is_open


def test_a_keyring_that_does_not_answer_changes_nothing(in_safe: Driver) -> None:
    in_safe.go(to.SafeHome())
    in_safe.press("Ouvrir sans phrase")
    in_safe.wait_for("trousseau de cet ordinateur ne répond pas")
    assert "passphrase" in [slot.kind for slot in in_safe.safe.access.all()]


def test_three_different_words_are_asked() -> None:
    words = tuple(f"mot{n}" for n in range(12))
    asked = {positions_to_ask(words, chance) for chance in range(2000)}
    assert len(asked) == 220  # every choice of 3 among 12
    assert all(len(set(one)) == 3 for one in asked)

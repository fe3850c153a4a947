"""J1, the first journey, by keyboard only, in the real window on a real display: three sittings.

``python -m tests.stories.journey_one SITTING`` is one of them: ``first`` makes the safe and begins
the letter, then its power is cut in the middle of the facts; ``second`` takes it up, prints it on
the real printer and notes that it was posted; ``third`` comes after the day of silence, is
reminded, and erases everything. Each prints what was seen, one JSON line a thing.
"""

import datetime as dt
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.settings import SettingsFile, default_file
from desktop_app.wiring import RealTools
from tests.gui import keyboard
from tests.gui.asking import answer_page, held_in
from tests.gui.keyboard import choose, heading, held, name, press, strike, tab_to, until, write
from tests.gui.test_journey import answer_until_facts, go_on, offered, pass_by
from tests.helpers.clocks import Noon

FACTS = "Je n’ai rien changé. Éloïse m’a prêté 200 € pour la chaudière."
PHONE = "Téléphone"
PRINTER = "Bureau"
SLIP = "1A 234 567 8901 2"
SAID = {  # what is chosen by its words, and what is written, in the rest of the interview
    "Copie de la décision contestée": "jointe",
    "Prénom": "Simone",
    "Nom de famille": "Martin",
    PHONE: "01 99 00 12 34",
    "Numéro et rue": "12 rue des Tilleuls",
    "Code postal": "42000",
    "Ville ou village": "Saint-Étienne",
    "Rue du bureau": "2 rue Charles de Gaulle",
    "Code postal du bureau": "42022",
    "Ville du bureau": "Saint-Étienne Cedex 1",
}


class Clock(Noon):
    """The day of the sitting."""

    def __init__(self, day: dt.date) -> None:
        self._day = day

    def today(self) -> dt.date:
        return self._day


class Tools(RealTools):
    """Everything real but the day, and the derivation at its floor."""

    safes = Door(choose_kdf=lambda: FLOOR)

    def __init__(self, day: dt.date) -> None:
        self.__dict__["clock"] = Clock(day)


def say(kind: str, **seen: Any) -> None:
    """Print what was seen."""
    sys.stdout.write(json.dumps({"seen": kind, **seen}) + "\n")
    sys.stdout.flush()


def read(window: MainWindow, words: str) -> str:
    """Wait until a text of the page holds these words; return it."""
    found: list[str] = []

    def seen() -> bool:
        page = window.page()
        labels = page.findChildren(QLabel) if page is not None else []
        found[:] = [label.text() for label in labels if words in label.text()]
        return bool(found)

    try:
        until(seen, words)
    except AssertionError:
        print(texts(window), name(held()), file=sys.stderr)
        raise
    return found[0]


# ---------------------------------------------------------------------- the three sittings


def first(window: MainWindow, tools: Tools) -> None:
    read(window, "Rien ne quitte cet ordinateur")
    say("points", size=window.context.look.font().pointSizeF())
    for _ in range(2):
        choose("Contraste")
    press_with(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, 2)
    say("look", zoom=window.context.look.zoom, theme=window.context.look.theme)
    phrase = make_safe(window)
    say("phrase", words=phrase)
    answer_until_facts(window)
    go_on()
    pass_by(window, "sujets")
    write(FACTS)
    choose("Continuer")
    until(lambda: not window.context.session.writing.unsaved)  # type: ignore[union-attr]
    say("left", title=window.windowTitle())
    os.kill(os.getpid(), signal.SIGKILL)


def make_safe(window: MainWindow) -> str:
    """Make a safe with a phrase drawn, then its sheet, printed and read back; return the phrase."""
    choose("Mon coffre")
    choose("D’autres aussi")
    phrase = drawn_words(window)
    choose("Continuer")
    until(lambda: heading(window.page()) == "Redonnez votre phrase")
    write(phrase)
    choose("Garder derrière cette phrase")
    until(lambda: window.context.session.safe is not None)
    until(lambda: heading(window.page()) == "Que vous arrive-t-il ?")
    choose("Coffre")
    choose("Refaire la feuille")
    until(lambda: heading(window.page()) == "Votre feuille de secours")
    words = sheet_words(window)
    choose("Imprimer la feuille")
    read(window, "Prenez la feuille")
    choose("Je les ai recopiés")
    until(lambda: heading(window.page()) == "Relisez votre feuille de secours")
    asked = [int(text.rpartition(" ")[2]) for text in texts(window) if "Mot numéro" in text]
    assert len(asked) == 3
    for number in asked:
        tab_to(f"Mot numéro {number}")
        write(words[number])
    choose("Vérifier")
    until(lambda: heading(window.page()) == "Que vous arrive-t-il ?")
    return phrase


def texts(window: MainWindow) -> list[str]:
    page = window.page()
    return [label.text() for label in page.findChildren(QLabel)] if page is not None else []


def drawn_words(window: MainWindow) -> str:
    """Return the six words drawn, in the order in which they stand on the page."""
    found: list[str] = []

    def seen() -> bool:
        page = window.page()
        line = page.findChild(WordLine) if page is not None else None
        found[:] = line.text().split() if line is not None else []
        return len(found) == 6

    until(seen, "no words are drawn")
    return " ".join(found)


def sheet_words(window: MainWindow) -> dict[int, str]:
    """Return the words of the recovery sheet, as they are read, by their numbers."""
    found = [re.fullmatch(r"(\d+)\. (\w+)", text) for text in texts(window)]
    words = {int(one[1]): one[2] for one in found if one}
    assert len(words) == 12
    return words


def second(window: MainWindow, tools: Tools) -> None:
    say("look", zoom=window.context.look.zoom, theme=window.context.look.theme)
    open_safe(window)
    words = "Reprendre votre lettre : La Caf me réclame de l’argent du RSA. Il manque "
    until(lambda: offered(window, words))
    choose(words)
    answer_the_rest(window)
    correct_the_phone(window)
    choose("Voir la lettre")
    say("proof", words=read(window, "relues"))
    choose("Imprimer et envoyer")
    print_all()
    say("sheets", words=read(window, "d’un seul côté"))
    until(lambda: name(press_tab()) == "Imprimer")  # not the heading, which begins so
    press(Qt.Key.Key_Return)
    say("printed", words=read(window, "Prenez les feuilles"))
    choose("C’est imprimé")
    until(lambda: heading(window.page()) == "Et maintenant")
    say("date", words=read(window, "À poster au plus tard"))
    choose("Je l’ai postée")
    until(lambda: heading(window.page()) == "J’ai posté la lettre")
    tab_to("Jour")
    write("26/11/2026")
    tab_to("Quel numéro")
    write(SLIP)
    choose("Noter dans le dossier")
    say("posted", words=read(window, SLIP.replace(" ", "\N{NO-BREAK SPACE}")))
    say("silence", words=read(window, "À venir"))
    close(window)


def third(window: MainWindow, tools: Tools) -> None:
    open_safe(window)
    until(lambda: offered(window, "Une réponse est-elle arrivée ?"))
    say("reminder", words=name(tab_to("Une réponse est-elle arrivée ?")))
    press(Qt.Key.Key_Return)
    choose("Mettre ce dossier à la corbeille")
    choose("Mettre à la corbeille")
    until(lambda: heading(window.page()) == "Corbeille")
    say("binned", words=read(window, "La Caf me réclame"), until=read(window, "trente jours"))
    close(window)


# ---------------------------------------------------------------------- gestures


def press_with(key: Qt.Key, modifier: Qt.KeyboardModifier, times: int) -> None:
    for _ in range(times):
        QApplication.processEvents()
        strike(key, modifier)


def press_tab() -> QWidget:
    press(Qt.Key.Key_Tab)
    return held()


def open_safe(window: MainWindow) -> None:
    until(lambda: heading(window.page()) == "Écrivez votre phrase")
    tab_to("Votre phrase secrète")
    write(os.environ["PHRASE"])
    press(Qt.Key.Key_Return)
    until(lambda: heading(window.page()) == "Que vous arrive-t-il ?")


def print_all() -> None:
    """Print the letter and all that goes with it, not the letter alone."""
    offered = tab_to("Que voulez-vous imprimer")
    assert isinstance(offered, QComboBox)
    for _ in range(offered.count()):
        if offered.currentText() == "Tout":
            return
        press(Qt.Key.Key_Down)
    raise AssertionError("all of it is not offered")


def answer_the_rest(window: MainWindow) -> None:
    """Answer what is known, pass what is not, until everything is to be checked."""
    until(lambda: isinstance(window.page(), Questions))
    while isinstance(page := window.page(), Questions | LastDay):
        if isinstance(page, LastDay):
            choose("Continuer")
            continue
        asked = page.asked
        answer_page(window, SAID)
        until(
            lambda asked=asked: getattr(window.page(), "asked", None) is not asked,  # type: ignore[misc]
            f"« {heading(page)} » stays",
        )


def correct_the_phone(window: MainWindow) -> None:
    """Step 11: change one answer, and come back to the same line."""
    until(lambda: isinstance(window.page(), Verifier), heading(window.page()))
    choose(f"Changer : {PHONE}")
    until(lambda: held_in(window) == "telephone")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    write("5")
    choose("Continuer")
    until(lambda: isinstance(window.page(), Verifier))
    corrected = "01 99 00 12 35".replace(" ", "\N{NO-BREAK SPACE}")
    line = f"Changer : {PHONE} : {corrected}"  # heard with the answer that was given just now
    until(lambda: name(held()) == line, "not back at the same line")


def close(window: MainWindow) -> None:
    """Close as a desktop does: the safe is closed first."""
    window.close()
    until(lambda: not window.isVisible(), "the window does not close")


SITTINGS: Mapping[str, tuple[Callable[[MainWindow, Tools], None], dt.date]] = {
    "first": (first, dt.date(2026, 11, 24)),
    "second": (second, dt.date(2026, 11, 26)),
    "third": (third, dt.date(2027, 2, 1)),
}


def main(sitting: str) -> None:
    """Sit before the window; the settings are those of the home."""
    keyboard.PATIENCE = float(
        os.environ.get("PATIENCE", "60")
    )  # a queue that prints ten pages is waited for as a person does
    live, day = SITTINGS[sitting]
    tools = Tools(day)
    app = QApplication([sys.argv[0], "-style", "fusion"])
    window = application.build(app, tools, SettingsFile(Path(default_file())))
    window.sized.open_on(app.primaryScreen().availableGeometry().size())
    window.activateWindow()
    until(QApplication.focusWidget, "nothing has the focus")
    live(window, tools)
    window.context.jobs.stop()
    application.dismiss(app, window)


if __name__ == "__main__":
    main(sys.argv[1])

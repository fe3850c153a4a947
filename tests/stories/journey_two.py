"""J2, a morning at an association's office, in the real window on a real display: four sittings.

``python -m tests.stories.journey_two SITTING`` is one of them: ``prepare`` is the office as it was
set up, without a window; ``morning`` is Nadia's, from her phrase to the next date; ``other`` is
Omar's, who has a phrase but not every right; ``january`` is Claire's, who is responsible. Each
prints what was seen, one JSON line a thing.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desktop_app import own_folders
from desktop_app.core.office import Office
from desktop_app.gui import app as application
from desktop_app.gui import plugged
from desktop_app.gui.main_window import MainWindow
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.settings import SettingsFile, default_file
from desktop_app.wiring import RealTools
from desktop_app.workflow.office import settings
from desktop_app.workflow.safes import blanks
from tests.gui import keyboard
from tests.gui.keyboard import choose, heading, held, name, press, strike, tab_to, until, write
from tests.helpers.clocks import Noon
from tests.helpers.figures import fill_with_figures

MORNING, JANUARY = dt.date(2026, 12, 10), dt.date(2027, 1, 15)
PHRASES = {
    "Claire": "claire trois éléphants bleus à Nîmes",
    "Nadia": "nadia quatre chameaux verts à Sète",
    "Omar": "omar cinq girafes rouges à Brest",
}
SECRET = "Zkwiesbaden"
"""What stands in the names of those that a visitor must not see."""
FATOU = f"Fatou {SECRET}"
GONE = f"Gaston {SECRET}"
"""Nobody came for her, nor anything happened, for three years."""
REFUSES = "Zénobie Wolframit"
"""She wants nothing to be kept."""
RESTRICTED = "Plainte Zkwiesbaden"
"""What stands in a circle that Claire alone reads."""
STICK, HERS = "CLÉ USB", "les poireaux de Fatou"
"""Her stick, a folder that stands for one beside the home; the phrase that she chooses for it."""
FORM = "exemple-aide-exceptionnelle"
MEMBERS = {f"Ali {SECRET}": "conjoint", f"Bea {SECRET}": "fille", f"Cyr {SECRET}": "fils"}
ANSWERS = {"Prénom": "Fatou", "Nom de famille": SECRET, "Numéro et rue": "12 rue du Port"}


class Clock(Noon):
    """The day of the sitting."""

    def __init__(self, day: dt.date) -> None:
        self._day = day

    def today(self) -> dt.date:
        return self._day


class Tools(RealTools):
    """Everything real but the day, and the derivation at its floor; the computer is an office's."""

    safes = Door(choose_kdf=lambda: FLOOR)
    mode: Literal["association"] = "association"  # type: ignore[assignment]

    def __init__(self, day: dt.date) -> None:
        self.__dict__["clock"] = Clock(day)


def say(kind: str, **seen: Any) -> None:
    """Print what was seen."""
    sys.stdout.write(json.dumps({"seen": kind, **seen}) + "\n")
    sys.stdout.flush()


def place() -> Path:
    """Return where the safe of the office is."""
    return own_folders.for_safes() / "Bureau.coffre"


def prepare(tools: Tools) -> None:
    """Set the office up as its responsable does, with a year of people, one never seen again."""
    place().parent.mkdir(parents=True, exist_ok=True)
    tools.safes.create(place(), PHRASES["Claire"], on=MORNING)
    with tools.safes.open(place(), PHRASES["Claire"], on=MORNING) as safe:
        long_ago = dt.date(2023, 3, 1)  # before there was an office, whose acts are of today
        gone = safe.people.add(GONE, on=long_ago)
        matter = safe.dossiers.add("Ancienne demande", on=long_ago, person=gone)
        safe.events.add(matter, kind="posted", day=long_ago)
        fill_with_figures(safe, 2026)
        settings.keep_office(safe, Office(name="Accueil du Port", months=24))
        (me,) = [one for one in safe.team.all() if one.at_work]
        safe.team.rename(me.id, "Claire")
        for helper in ("Nadia", "Omar"):
            safe.access.add_phrase(PHRASES[helper], name=helper, on=MORNING)
        circle, _words = safe.circles.make("Violences", on=MORNING, tell=lambda _notice: None)
        with circle:
            circle.dossiers.add(RESTRICTED, on=MORNING, person=f"Hana {SECRET}")
        title = tools.catalogue.form(FORM).title
        blanks.keep(safe, FORM, tools.demo.blank, title=title, pages=1, on=MORNING, empty=True)


# ---------------------------------------------------------------------- gestures


def texts(window: MainWindow) -> list[str]:
    """Return the words of the page that are in view somewhere on it."""
    page = window.page()
    labels = page.findChildren(QLabel) if page is not None else []
    shown = (label.text() for label in labels if label.text() and not label.isHidden())
    return [text.replace("\xa0", " ").replace("\u202f", " ") for text in shown]


def told(window: MainWindow) -> list[str]:
    """Return the same, and how what can be pressed is called."""
    page = window.page()
    pressed = page.findChildren(QAbstractButton) if page is not None else []
    names = [name(one).replace("\xa0", " ") for one in pressed if not one.isHidden()]
    return [*texts(window), *names]


def read(window: MainWindow, words: str) -> str:
    """Wait until something of the page holds these words; return it."""
    found: list[str] = []

    def seen() -> bool:
        found[:] = [text for text in told(window) if words in text]
        return bool(found)

    try:
        until(seen, words)
    except AssertionError:
        print(heading(window.page()), texts(window), name(held()), file=sys.stderr)
        raise
    return found[0]


def at(window: MainWindow, title: str) -> None:
    """Wait for the page of this title."""
    try:
        until(lambda: heading(window.page()).startswith(title), title)
    except AssertionError:
        print(heading(window.page()), texts(window), name(held()), file=sys.stderr)
        raise


def unlock(window: MainWindow, who: str) -> None:
    """Give one's own phrase, and nothing else."""
    at(window, "Écrivez votre phrase")
    tab_to("Votre phrase secrète")
    write(PHRASES[who])
    press(Qt.Key.Key_Return)
    at(window, "Aujourd’hui")


def close(window: MainWindow) -> None:
    """Close as a desktop does: the safe is closed first."""
    window.close()
    until(lambda: not window.isVisible(), "the window does not close")


def nobody(window: MainWindow, where: str) -> None:
    """Find the person's name nowhere: not on the page, not in the title, nor in what is heard."""
    QCoreApplication.processEvents()
    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    words = [str(one.property("text") or "") for one in shown]
    heard = [one.accessibleName() + one.accessibleDescription() for one in shown]
    for told in (*words, *heard, window.windowTitle()):
        assert SECRET.casefold() not in told.casefold(), (where, told)


def new_person(window: MainWindow) -> None:
    """Step 2: only what today's form needs, and each field says why."""
    choose("Nouvelle personne")
    at(window, "Nouvelle personne")
    fields = [name(one) for one in window.page().findChildren(QLineEdit) if one.isVisible()]
    told = " ".join(texts(window)).casefold()
    say("2", fields=fields, why=sum(one.startswith("Pour ") for one in texts(window)))
    assert not any(word in told for word in ("mot de passe", "code reçu", "identifiant"))
    tab_to("Prénom et nom")
    write(FATOU)
    tab_to("Jour")
    write("03041981")
    tab_to("Téléphone")
    write("01 99 00 12 34")
    choose("Ajouter, et écrire pour elle")
    until(lambda: window.context.session.person)
    at(window, "Que vous arrive-t-il ?")


def told_what_is_kept(window: MainWindow) -> None:
    """Step 3: what, why, how long, how to see and erase; two answers side by side."""
    at(window, "Ce que nous gardons")
    read(window, "Combien de temps ?")
    told = texts(window)
    for words in ("Quoi ?", "Pour quoi faire ?", "Combien de temps ?", "Comment voir et effacer ?"):
        assert words in told, words
    say("3", refusal=name(tab_to("Non, ne rien garder")), nobody=SECRET not in " ".join(told))
    choose("D’accord")


def on_the_sheet(window: MainWindow) -> None:
    """Steps 5 and 6: what is known is in, how much remains is told, the rest goes to the pen."""
    at(window, "Demande d")
    until(lambda: "connue" in name(tab_to("Téléphone")), "the telephone is not proposed")
    before = next(one for one in texts(window) if one.startswith("Il manque"))
    for field, typed in ANSWERS.items():
        tab_to(field)
        write(typed)
    press(Qt.Key.Key_Tab)
    say("5", before=before, after=next(one for one in texts(window) if one.startswith("Il manque")))


def interrupted(window: MainWindow) -> None:
    """Step 7: another visitor comes; nothing of her shows, then one is back at the question."""
    tab_to("Nom de naissance")
    write("Pere")
    where = name(held())
    choose("Suspendre")
    at(window, "Aujourd’hui")
    read(window, "En suspens")
    nobody(window, "suspended")
    choose("Revenir à la question")
    at(window, "Demande d")
    until(lambda: isinstance(held(), QLineEdit), "no field has the keyboard")
    field = held()
    assert isinstance(field, QLineEdit)
    say("7", left=where, back=name(field), typed=field.text())


def morning(window: MainWindow, tools: Tools) -> None:
    unlock(window, "Nadia")
    nobody(window, "the first page")
    hidden(window)
    new_person(window)
    tab_to("Écrivez avec vos mots")
    write("formulaire d’exemple")
    choose("Essayer avec un formulaire")
    told_what_is_kept(window)
    on_the_sheet(window)
    interrupted(window)
    household(window)
    finish(window)
    hand_over(window)
    refused(window)
    close(window)


def refused(window: MainWindow) -> None:
    """Step 3, the second choice: one goes on, and nothing of her is kept."""
    choose("Nouvelle personne")
    at(window, "Nouvelle personne")
    tab_to("Prénom et nom")
    write(REFUSES)
    choose("Ajouter, et écrire pour elle")
    at(window, "Que vous arrive-t-il ?")
    tab_to("Écrivez avec vos mots")
    write("formulaire d’exemple")
    choose("Essayer avec un formulaire")
    at(window, "Ce que nous gardons")
    choose("Non, ne rien garder")
    at(window, "Demande d")
    until(lambda: any("est gardé" in one for one in window.bar_told()), "it is not said in the bar")
    tab_to("Prénom")
    write("Zénobie")
    bar = window.bar_told()
    choose("Rien n’est gardé : terminer")
    at(window, "Rien n’est gardé")
    lost = read(window, "Ses réponses disparaîtront")
    choose("Terminer avec cette personne")
    at(window, "Aujourd’hui")
    say("3, no", bar=bar, lost=lost)


def household(window: MainWindow) -> None:
    """Step 8: three more people, one by one; a sentence a member."""
    choose("Suspendre")
    at(window, "Aujourd’hui")
    tab_to("Nom, naissance")
    write("fatu")  # as one hears it
    read(window, "personne trouvée")
    choose("Sa fiche")
    at(window, FATOU)
    mandate(window)
    for who, role in MEMBERS.items():
        choose("Ajouter à son foyer")
        at(window, "Qui vit avec")
        tab_to("Ou écrivez le nom")
        write(who)
        tab_to("Quel est son lien")
        write(role)
        choose("Ajouter au foyer")
        until(lambda who=who: any(who in one for one in texts(window)), who)  # type: ignore[misc]
        choose("Retour")
        at(window, FATOU)
    say("8", members=[one for one in texts(window) if SECRET in one])
    choose("Accueil")
    at(window, "Aujourd’hui")
    choose("Revenir à la question")
    at(window, "Demande d")


def mandate(window: MainWindow) -> None:
    """Step 4: a mandate, which is not required: its subjects, how long, how it ends, signed."""
    choose("Agir à sa place : le mandat")
    at(window, "Agir à sa place")
    present = read(window, "Aucun mandat n’est nécessaire")
    tab_to("l’assurance maladie")
    press(Qt.Key.Key_Space)
    tab_to("aujourd’hui seulement")
    press(Qt.Key.Key_Down, 3)
    assert name(held()) == "six mois"
    choose("Préparer le mandat")
    read(window, "Pas encore signé")

    say("4", present=present, told=texts(window))
    choose("Retour")
    at(window, FATOU)


def finish(window: MainWindow) -> None:
    """Steps 6, 9 and 11: the rest by pen, filled, printed, filed, the next date noted."""
    choose("Le reste au stylo")
    choose("Remplir, imprimer, ranger")
    at(window, "Remplir, imprimer, ranger")
    proof = read(window, "relues sur la page")
    pen = read(window, "À écrire au stylo")
    tab_to("Prochain jour")
    write("15/01/2027")
    tab_to("Pour quoi faire")
    write("Rappeler la mairie")
    until(lambda: name(tab_to("Imprimer 2 feuilles")), "it cannot be printed")
    press(Qt.Key.Key_Return)
    tab_to("Personne suivante")
    say("9", proof=proof, pen=pen, filed=read(window, "Ranger dans le dossier : fait"))
    press(Qt.Key.Key_Return)
    at(window, "Aujourd’hui")
    nobody(window, "the next person")


def hand_over(window: MainWindow) -> None:
    """Step 10: her papers on her stick, locked by a phrase of hers; the receipt is printed."""
    tab_to("Nom, naissance")
    write("fatu")
    read(window, "personne trouvée")
    choose("Sa fiche")
    at(window, FATOU)
    choose("Remettre à la personne")
    at(window, "Remettre à la personne")
    tab_to("Tout ce que nous savons d’elle")
    press(Qt.Key.Key_Space)
    for field in ("Sa phrase", "Sa phrase, une deuxième fois"):
        tab_to(field)
        write(HERS)
    choose("Copier sur sa clé USB")
    at(window, "Sur quelle clé USB ?")
    offered = texts(window)
    choose(STICK)
    at(window, "Vos papiers sont sur la clé")
    copied = texts(window)
    choose("Continuer")
    at(window, "Ses papiers lui sont remis")
    choose("Imprimer le reçu")
    say("10", offered=offered, copied=copied, printed=read(window, "a fini"))
    choose("Accueil")
    at(window, "Aujourd’hui")


def hidden(window: MainWindow) -> None:
    """Step 1: one key hides the window; the phrase brings it back."""
    strike(Qt.Key.Key_F12)
    until(lambda: window.covered or heading(window.page()) != "Aujourd’hui", "nothing is hidden")
    nobody(window, "hidden")
    say("1", title=window.windowTitle())
    tab_to("Votre phrase secrète")
    write(PHRASES["Nadia"])
    press(Qt.Key.Key_Return)
    until(lambda: not window.covered, "the phrase does not bring the page back")
    at(window, "Aujourd’hui")


def january(window: MainWindow, tools: Tools) -> None:
    """Claire's: the next date without a name, the year's figures, who is to erase, what is kept."""
    unlock(window, "Claire")
    say("11", line=read(window, "· n° "))
    nobody(window, "in January")

    figures(window)
    erased(window)
    record(window)
    close(window)


def figures(window: MainWindow) -> None:
    """Step 12: counts by theme, language and month, groups under 5 hidden, a table file."""
    choose("Chiffres de l’année")
    at(window, "Chiffres de l’année")
    read(window, "Année 2026")
    nobody(window, "the figures")
    rows = [one for one in texts(window) if " · " in one]
    choose("Enregistrer les tableaux")
    at(window, "Où enregistrer ?")
    choose("Dossier personnel")
    tab_to("Nom du fichier")
    choose("Enregistrer")
    at(window, "Chiffres de l’année")
    say("12", rows=rows, saved=read(window, "Le fichier est enregistré"))
    choose("Accueil")
    at(window, "Aujourd’hui")


def erased(window: MainWindow) -> None:
    """Step 13: who has not been seen for 24 months is listed, confirmed, and is gone for good."""
    choose("1 personne à effacer")
    at(window, "Dossiers à effacer")
    read(window, "1 dossier à effacer")
    nobody(window, "whom to erase")

    choose("Effacer")
    at(window, "Effacer pour toujours ?")
    stays = read(window, "Reste au registre")
    tab_to("Oui, effacer")
    press(Qt.Key.Key_Space)
    tab_to("Raison")
    write("24 mois")
    choose("Effacer pour toujours")
    read(window, "tout ce qui était gardé est effacé")

    say("13", stays=stays, told=texts(window))


def record(window: MainWindow) -> None:
    """Step 14: all that is kept of her, in two clicks from her name."""
    choose("Accueil")
    at(window, "Aujourd’hui")
    tab_to("Nom, naissance")
    write("01 99 00")
    read(window, "personne trouvée")
    choose("Sa fiche")
    at(window, FATOU)

    choose("Tout ce qui est gardé d’elle")
    at(window, "Ce que nous savons de vous")
    read(window, "Rappeler la mairie")
    say("14", told=texts(window), printed=name(tab_to("Imprimer tout")))


def other(window: MainWindow, tools: Tools) -> None:
    """Omar's: he has a phrase of his own, and not the right to open every file."""
    unlock(window, "Omar")
    safe = window.context.session.safe
    assert safe is not None
    tab_to("Nom, naissance")
    write("Hana")
    read(window, "0 personne trouvée")
    opened: list[Any] = []
    window.context.jobs.run(
        lambda: safe.circles.open_mine(on=MORNING, tell=lambda _notice: None),
        done=opened.append,
        failed=opened.append,
    )
    until(lambda: opened)
    found = safe.people.find("Wolframit", limit=1)
    choose("Chiffres de l’année")
    at(window, "Chiffres de l’année")
    say("other", circles=len(opened[0]), refused=len(found), figures=read(window, "responsable"))
    close(window)


SITTINGS: Mapping[str, tuple[Callable[[MainWindow, Tools], None], dt.date]] = {
    "morning": (morning, MORNING),
    "other": (other, MORNING),
    "january": (january, JANUARY),
}


def main(sitting: str) -> None:
    """Sit before the window; the settings are those of the home."""
    keyboard.PATIENCE = float(os.environ.get("PATIENCE", "60"))
    if sitting == "prepare":
        prepare(Tools(MORNING))
        return
    live, day = SITTINGS[sitting]
    stick = Path.home().parent / STICK
    plugged.keys_now = lambda: [stick] if stick.is_dir() else []
    tools = Tools(day)
    app = QApplication([sys.argv[0], "-style", "fusion"])
    window = application.build(app, tools, SettingsFile(Path(default_file())))
    window.sized.open_on(app.primaryScreen().availableGeometry().size())
    window.activateWindow()
    until(QApplication.focusWidget, "nothing has the focus")
    titles: set[str] = set()
    window.windowTitleChanged.connect(titles.add)
    live(window, tools)
    say(f"titles {sitting}", titles=sorted(titles))
    window.context.jobs.stop()
    application.dismiss(app, window)


if __name__ == "__main__":
    main(sys.argv[1])

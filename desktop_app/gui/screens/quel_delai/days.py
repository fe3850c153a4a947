"""The days that a way to come asks for: its own, and the second one where both matter."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.deadlines.request import AGREED, Agreed
from desktop_app.core.deadlines.tables import Event
from desktop_app.core.packs.model import Choice, Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.dossier.presenter import read_day
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """The days said, as ``Notified`` takes them."""

    date: dt.date
    picked_up: dt.date | None = None
    received: dt.date | None = None
    opened: dt.date | None = None
    agreed: Agreed = "inconnu"


class Days(QFrame):
    """One date, then, by the way the letter came, a second one and the agreement."""

    def __init__(self, look: Look, event: Event) -> None:
        super().__init__()
        self._look, self._event = look, event
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(1))
        self._day = self._asked(i18n.text("Quel jour ?"), i18n.pack_text(event.date))
        question, hint = _second(event)
        self._second = self._asked(question, hint) if question else None
        self._agreed = self._agreement() if event.start == "account" else None

    def said(self, today: dt.date) -> Said | str:
        """Return the days, or what is wrong with one of them; it is shown at its place too."""
        first = self._read(self._day, today)
        if first is None:
            return _malformed()
        if self._second is None:
            return Said(first)
        second = self._read(self._second, today)
        needed = self._event.start == "pickup" or bool(self._second.answer())
        if second is None and needed:
            return _malformed()
        match self._event.start:
            case "pickup":
                return Said(first, picked_up=second)
            case "account":
                said = self._agreed.answer() if self._agreed else ""
                agreed: Agreed = next((one for one in AGREED if one == said), "inconnu")
                return Said(first, opened=second, agreed=agreed)
            case _:
                return Said(first, received=second)

    def _read(self, asked: DateAnswer, today: dt.date) -> dt.date | None:
        day = read_day(str(asked.answer()), i18n.text("Quel jour ?"), today)
        wrong = day is None and (asked is self._day or bool(asked.answer()))
        asked.describe("", _malformed() if wrong else "")
        return day

    def _asked(self, question: str, hint: str) -> DateAnswer:
        label = Words(self._look, question, "subheading")
        asked = DateAnswer(self._look, Question(id="jour", kind="date", label=question), label)
        self._put(label, asked, hint)
        return asked

    def _agreement(self) -> ChoiceAnswer:
        question = i18n.text(
            "Avez-vous accepté de recevoir les décisions seulement par internet, "
            "à la place du recommandé ?"
        )
        label = Words(self._look, question, "subheading")
        words = (i18n.text("Oui"), i18n.text("Non"), i18n.text("Je ne sais pas"))
        choices = tuple(Choice(id=one, label=told) for one, told in zip(AGREED, words, strict=True))
        asked = ChoiceAnswer(
            self._look, Question(id="accord", kind="choice", label=question, choices=choices), label
        )
        self._put(label, asked, "")
        return asked

    def _put(self, label: Words, asked: AnswerWidget, hint: str) -> None:
        hint = hint[:1].upper() + hint[1:]
        asked.describe(hint, "")
        self._column.addWidget(label)
        if hint:
            self._column.addWidget(Words(self._look, hint, "hint"))
        self._column.addWidget(asked)


def _second(event: Event) -> tuple[str, str]:
    """Return the question of the second day and its hint; empty where one day is enough."""
    empty = i18n.text("Laissez vide si vous ne savez plus.")
    if event.start == "pickup":
        return i18n.text("Quel jour l’avez-vous retirée ?"), ""
    if event.start == "account":
        return i18n.text("Quel jour avez-vous ouvert ce message ?"), empty
    if event.id == "lettre-simple":
        return i18n.text("Quel jour est-elle arrivée ?"), empty
    if event.start == "deemed":
        return i18n.text("Quel jour avez-vous eu l’avis ?"), empty
    return "", ""


def _malformed() -> str:
    return i18n.text("Écrivez le jour, le mois et l’année : par exemple 3, 11 et 2026.")

"""Decides what a dossier says, and does what the person notes in it. No Qt here."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.definitions.model import Question
from desktop_app.core.errors import AppError, Notice
from desktop_app.files import read_file
from desktop_app.gui import timeline_words
from desktop_app.workflow import followup
from desktop_app.workflow.archive import file_received
from desktop_app.workflow.dossiers import NextDate, OpenDossier, next_date, open_dossier
from desktop_app.workflow.next_steps import EVENTS, Answer, FollowUp, SilenceDay
from desktop_app.workflow.safes import Safe
from desktop_app.workflow.tools import Tools


class NoAnswerChosen(AppError):
    """The answer received is one of a few."""

    code = "no-answer-chosen"


@dataclass(frozen=True, slots=True)
class Act:
    """What a person may note: its button, the question of its page, what else is asked there."""

    kind: str
    button: str
    question: str
    posting: bool = False
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """What the person wrote on the page of an act."""

    day: dt.date
    number: str = ""
    proof: Path | None = None
    answer: str = ""


def acts() -> tuple[Act, ...]:
    """Return what may be noted, in the order of things."""
    return (
        Act(
            followup.DECISION,
            i18n.text("J’ai reçu une décision"),
            i18n.text("Quel jour avez-vous reçu la décision ?"),
        ),
        Act(
            followup.POSTED,
            i18n.text("J’ai posté la lettre"),
            i18n.text("Quel jour avez-vous posté la lettre ?"),
            posting=True,
        ),
        Act(
            followup.RECEIPT,
            i18n.text("L’avis de réception est revenu"),
            i18n.text("Quel jour la lettre a-t-elle été reçue ?"),
        ),
        Act(
            followup.ANSWER,
            i18n.text("J’ai une réponse"),
            i18n.text("Quel jour avez-vous reçu la réponse ?"),
            answer=True,
        ),
    )


def act(kind: str) -> Act:
    """Return one of them."""
    (found,) = [one for one in acts() if one.kind == kind]
    return found


def read_day(typed: str, question: str, today: dt.date) -> dt.date | None:
    """Return the day typed, None when it is none."""
    asked = Question(id="jour", kind="date", label=question)
    value = KINDS["date"].read(typed, Context(asked, today)).value if typed else None
    return value if isinstance(value, dt.date) else None


@dataclass(slots=True)
class DossierPresenter:
    """Reads and writes one dossier; its methods run in the worker."""

    tools: Tools
    safe: Safe
    dossier: str
    notices: list[Notice] = field(default_factory=list)

    def read(self) -> OpenDossier:
        """Return the dossier as it is now."""
        return open_dossier(
            self.safe,
            self.tools.law,
            self.tools.catalogue,
            self.dossier,
            today=self.tools.clock.today(),
        )

    def note(self, kind: str, noted: Noted) -> None:
        """Write one act, the proof with it, whole or not at all."""
        law, today = self.tools.law, self.tools.clock.today()
        procedure = self.read().procedure
        write: dict[str, Callable[[], object]] = {
            followup.DECISION: lambda: followup.decision_received(
                self.safe, law, self.dossier, procedure=procedure, day=noted.day, today=today
            ),
            followup.POSTED: lambda: self._posted(procedure, noted, today),
            followup.RECEIPT: lambda: followup.receipt_returned(
                self.safe, law, self.dossier, procedure=procedure, day=noted.day, today=today
            ),
            followup.ANSWER: lambda: followup.answer_received(
                self.safe,
                law,
                self.dossier,
                procedure=procedure,
                answer=_answer(noted.answer),
                day=noted.day,
                today=today,
            ),
        }
        write[kind]()

    def silence(self) -> None:
        """Write that nobody answered in time."""
        procedure, today = self.read().procedure, self.tools.clock.today()
        followup.silence_reached(
            self.safe, self.tools.law, self.dossier, procedure=procedure, today=today
        )

    def _posted(self, procedure: str, noted: Noted, today: dt.date) -> None:
        data = read_file(noted.proof) if noted.proof else b""
        with self.safe.act():
            proof = ""
            if noted.proof is not None:
                proof = file_received(
                    self.safe,
                    data,
                    title=i18n.text("Preuve de dépôt"),
                    on=noted.day,
                    read_text=self.tools.read_text,
                    tell=self.notices.append,
                    name=noted.proof.name,
                    dossier=self.dossier,
                    kind="evidence",
                )
            followup.posted(
                self.safe,
                self.tools.law,
                self.dossier,
                procedure=procedure,
                day=noted.day,
                today=today,
                number=noted.number.strip(),
                proof=proof,
            )


def lines(found: OpenDossier, today: dt.date) -> tuple[str, ...]:
    """Return the timeline as sentences; what is still to come has its own sign."""
    told = []
    for event in found.events:
        if event.kind == followup.NEXT or (
            event.kind == followup.SILENCE_EXPECTED and not event.awaited
        ):
            continue
        to_come = event.kind == followup.SILENCE_EXPECTED and followup.day_of(event) > today
        told.append(("○ " if to_come else "● ") + timeline_words.what_happened(event))
    return tuple(told)


def awaited(found: OpenDossier, today: dt.date) -> tuple[NextDate, ...]:
    """Return the dates of this dossier, the nearest first."""
    dates = [next_date(event, today) for event in found.events if event.awaited]
    return tuple(sorted(dates, key=lambda one: one.act_on))


def silence_words(after: FollowUp) -> tuple[str, ...]:
    """Return what silence will mean, and from when."""
    return tuple(_silence(one) for one in after.silences)


def may_note_silence(found: OpenDossier) -> bool:
    """Tell whether silence is reached, counted from a receipt that is known."""
    return found.next is not None and found.next.state == "silence" and not _is_noted(found)


def _is_noted(found: OpenDossier) -> bool:
    return any(event.kind == followup.SILENCE_REACHED for event in found.events)


def _silence(told: SilenceDay) -> str:
    meaning = timeline_words.silence_meaning(told.meaning)
    if told.day is None:
        return i18n.text("Le silence vaudra : {meaning}.").format(meaning=meaning)
    day = i18n.long_date(told.day)
    if told.reached and not told.estimated:
        words = i18n.text("Depuis le {day}, le silence vaut : {meaning}.")
    elif told.estimated:
        words = i18n.text("Au plus tôt le {day}, le silence vaudra : {meaning}.")
    else:
        words = i18n.text("Le {day}, le silence vaudra : {meaning}.")
    return words.format(day=day, meaning=meaning)


def _answer(said: str) -> Answer:
    for answer in EVENTS:
        if answer == said:
            return answer
    raise NoAnswerChosen

"""Decides what a dossier says, and does what the person notes in it. No Qt here."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.moment import Moment, day_of
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Event, StoredDocument
from desktop_app.files import read_file
from desktop_app.gui.screens.dossier.acts import PHOTO, Act
from desktop_app.pages.documents import document_line
from desktop_app.sentences import timeline_words
from desktop_app.workflow.matter import corrections, followup, noting, timeline
from desktop_app.workflow.matter.dossiers import NextDate, OpenDossier, next_date, open_dossier
from desktop_app.workflow.matter.happened import SilenceReached, Slip, of_kind
from desktop_app.workflow.matter.next_steps import Answer, FollowUp, NextStep
from desktop_app.workflow.matter.proposals import proposed
from desktop_app.workflow.safes.archive import file_received
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

OUTSIDE = "-"
"""Among letters to name, one that is a step of no procedure."""


class NoAnswerChosen(AppError):
    """The answer received is one of a few."""

    code = "no-answer-chosen"


@dataclass(frozen=True, slots=True)
class ActTyped:
    """What the person wrote on the page of an act.

    ``procedure``: of which letter, when it is named; ``what``: what there will be to do;
    ``until``: the last day to give the paper asked for, when it is known.
    """

    day: dt.date
    number: str = ""
    proof: Path | None = None
    answer: str = ""
    procedure: str = ""
    what: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the timeline: ``dates`` are the prudent day and the legal one, in words."""

    event: Event
    sentence: str
    to_come: bool
    dates: tuple[str, str]
    may_correct: bool


def read_day(typed: str, question: str, today: dt.date) -> dt.date | None:
    """Return the day typed, None when it is none."""
    asked = Question(id="jour", kind="date", label=question)
    value = KINDS["date"].read(typed, Context(asked, today)).value if typed else None
    return value if isinstance(value, dt.date) else None


def typed_day(event: Event) -> str:
    """Return the day of an event as one would type it."""
    return typed(event.day)


def typed(moment: Moment) -> str:
    """Return a day of the safe as one would type it."""
    return KINDS["date"].show(day_of(moment))


@dataclass(slots=True)
class DossierPresenter:
    """Reads and writes one dossier; its methods run in the worker."""

    tools: Tools
    safe: Safe
    dossier: str

    def read(self) -> OpenDossier:
        """Return the dossier as it is now."""
        return open_dossier(
            self.safe,
            self.tools.law,
            self.tools.catalogue,
            self.dossier,
            today=self.tools.clock.today(),
        )

    def note(self, act: Act, said: ActTyped) -> None:
        """Write one act, the proof with it, whole or not at all."""
        answer = _answer(said.answer) if act.answer else ""
        happened = of_kind(
            act.kind, said.day, slip=_slip(said), answer=answer, until=said.until, what=said.what
        )
        procedure = _named(said.procedure)
        noting.note(self.tools, self.safe, self.dossier, happened, procedure=procedure)

    def correct(self, event: Event, said: ActTyped) -> None:
        """Write what was noted in another way; a photo that is replaced goes to the bin."""
        answer = _answer(said.answer) if timeline.is_answer(event) else ""
        correction = noting.Correction(said.day, _slip(said), answer, said.until)
        noting.correct(self.tools, self.safe, self.dossier, event, correction)

    def remove(self, event: Event) -> None:
        """Take a step off the timeline; it can be put back."""
        today = self.tools.clock.today()
        corrections.remove(self.safe, self.tools.law, self.dossier, event, today=today)

    def put_back(self, event: Event) -> None:
        """Put a step back on the timeline."""
        today = self.tools.clock.today()
        corrections.put_back(self.safe, self.tools.law, self.dossier, event, today=today)

    def silence(self) -> None:
        """Write that nobody answered in time."""
        noting.note(self.tools, self.safe, self.dossier, SilenceReached())

    def add_paper(self, path: Path) -> tuple[str, ...]:
        """File a paper received as it is, under the name of its file; return what must be read."""
        told: list[Notice] = []
        file_received(
            self.safe,
            read_file(path),
            title=path.stem,
            on=self.tools.clock.today(),
            read_text=self.tools.read_text,
            show=self.tools.show_picture,
            tell=told.append,
            name=path.name,
            dossier=self.dossier,
        )
        return tuple(i18n.sentence(one.code, one.parameters) for one in told)

    def throw(self) -> None:
        """Put the dossier in the bin, with all that is in it."""
        self.safe.bin.put(self.dossier, on=self.tools.clock.today(), kind="dossier")


def _slip(said: ActTyped) -> Slip:
    proof = read_file(said.proof) if said.proof else b""
    return Slip(said.number, proof, i18n.text("Preuve de dépôt"))


def _named(procedure: str) -> str | None:
    """Return the procedure of the letter named on the page; None when none was asked."""
    return "" if procedure == OUTSIDE else procedure or None


def is_form(found: OpenDossier) -> bool:
    """Tell whether the paper of this dossier is a form, not a letter."""
    return found.paper is not None and found.paper.kind == "form"


def lines(found: OpenDossier, today: dt.date) -> tuple[Line, ...]:
    """Return the timeline, what is to come after what happened."""
    told = [_line(found, event, today) for event in found.events if _is_told(event)]
    return tuple(sorted(told, key=lambda line: line.to_come))


def _is_told(event: Event) -> bool:
    return event.kind not in timeline.COMPUTED or event.awaited


def _line(found: OpenDossier, event: Event, today: dt.date) -> Line:
    to_come = event.kind == timeline.NEXT or (
        event.awaited
        and event.kind in (timeline.SILENCE_EXPECTED, timeline.TO_DO)
        and event.day > today
    )
    sentence = timeline_words.what_happened(event, form=is_form(found))
    if to_come:
        sentence = i18n.labelled(i18n.text("À venir"), sentence)
    dates = timeline_words.dates(event, today)
    return Line(event, sentence, to_come, dates, corrections.may_correct(event))


def no_longer_awaited(found: OpenDossier) -> tuple[Event, ...]:
    """Return the dates that the program computed and that the person set aside."""
    return tuple(e for e in found.events if e.kind in timeline.COMPUTED and not e.awaited)


def awaited(found: OpenDossier, today: dt.date) -> tuple[NextDate, ...]:
    """Return the dates of this dossier, the nearest first."""
    dates = [next_date(event, today) for event in found.events if event.awaited]
    return tuple(sorted(dates, key=lambda one: (one.act_on, not letters_of(one.event, found))))


def silence_words(after: FollowUp, found: OpenDossier) -> tuple[str, ...]:
    """Return what silence will mean, and from when; nothing once it was noted."""
    return () if _is_noted(found) else tuple(map(timeline_words.silence_to_come, after.silences))


def may_note_silence(found: OpenDossier) -> bool:
    """Tell whether silence is reached, counted from a receipt that is known."""
    return found.next is not None and found.next.state == "silence" and not _is_noted(found)


def may_note(act: Act, found: OpenDossier) -> bool:
    """Tell whether an act makes sense now: one receives an answer to what was posted.

    A decision that comes then is this answer, unless one only made observations before it.
    """
    if act.kind == followup.DECISION:
        return not timeline.unanswered(found.events) or _decision_follows(found)
    if act.kind == followup.PRINTED:
        return found.paper is not None and found.sent is None and not _is_printed(found)
    if act.kind not in (followup.RECEIPT, followup.ANSWER, followup.WRONG_BODY):
        return True
    sent = found.sent
    if sent is None:
        return False
    received = timeline.last(found.events, followup.RECEIPT, sent.procedure)
    return act.kind != followup.RECEIPT or received is None or received.day < sent.day


def asks_receipt(found: OpenDossier) -> bool:
    """Tell whether the day of receipt is all that lacks to know that silence was kept."""
    usual = found.next.usual if found.next else None
    return bool(usual and usual.reached and usual.estimated)


def step_of(event: Event, found: OpenDossier) -> NextStep | None:
    """Return the step that a date of the timeline is about."""
    all_steps = found.next.steps if found.next else ()
    return next((s for s in all_steps if s.procedure == event.procedure), None)


def letters_of(event: Event, found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letters at hand for a step that may be taken now."""
    return found.letters.get(event.procedure, ()) if event.kind == timeline.NEXT else ()


def letters_for(event: Event, found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letters to offer beside a date: those of a silence, or those of a step."""
    return proposed(found) if event.kind == timeline.SILENCE_EXPECTED else letters_of(event, found)


def letters_to_name(found: OpenDossier) -> tuple[tuple[str, str], ...]:
    """Return which letters may have been posted, when there are several: procedure, title.

    Those made and not posted, then those that may follow. ``OUTSIDE`` stands for no procedure.
    """
    made = [(found.papers.step(one) or OUTSIDE, one.title) for one in found.papers.to_send]
    open_steps = [
        (event.procedure, event.title)
        for event in found.events
        if event.kind == timeline.NEXT and event.awaited and event.procedure
    ]
    if open_steps and not made and found.procedure:
        made = [(found.procedure, found.paper.title if found.paper else found.dossier.title)]
    known = {**dict(open_steps), **dict(reversed(made))}
    ordered = dict.fromkeys([name for name, _title in (*made, *open_steps)])
    return tuple((name, known[name]) for name in ordered) if len(ordered) > 1 else ()


def document_words(document: StoredDocument, found: OpenDossier) -> str:
    """Return a document as one line, which says when the person rewrote its text."""
    words = document_line(document)
    rewritten = (timeline.REWRITTEN, document.id)
    if any((event.kind, event.document_id) == rewritten for event in found.events):
        return i18n.text("{document} (texte modifié par vous)").format(document=words)
    return words


def erasing_words(found: OpenDossier) -> str:
    """Return what goes to the bin with a dossier, and until when it can be taken back."""
    papers = i18n.plural("{n} document", "{n} documents", len(found.documents))
    count = sum(event.kind not in timeline.COMPUTED for event in found.events)
    noted = i18n.plural("{n} étape notée", "{n} étapes notées", count)
    words = i18n.text(
        "« {title} » ira à la corbeille, avec {papers}, {steps} et ses dates. "
        "Vous pourrez le reprendre pendant trente jours. Ensuite, il est effacé."
    )
    return words.format(title=found.dossier.title, papers=papers, steps=noted)


def photo_kinds() -> str:
    """Return what the choice of a photo offers."""
    return i18n.text("Photos et PDF ({endings})").format(endings=PHOTO)


def _decision_follows(found: OpenDossier) -> bool:
    return any(step.on_decision for step in (found.next.steps if found.next else ()))


def _is_printed(found: OpenDossier) -> bool:
    paper = found.paper.id if found.paper else ""
    return any(e.kind == followup.PRINTED and e.document_id == paper for e in found.events)


def _is_noted(found: OpenDossier) -> bool:
    procedure = found.sent.procedure if found.sent else found.procedure
    return timeline.silence_noted(found.events, procedure) is not None


def _answer(said: str) -> Answer:
    for answer in timeline.KNOWN_ANSWERS:
        if answer == said:
            return answer
    raise NoAnswerChosen

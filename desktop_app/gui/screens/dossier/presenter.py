"""Reads a dossier, and does what the person notes in it. No Qt here."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.records import Event
from desktop_app.files import read_file
from desktop_app.pages.acts import PHOTO, Act
from desktop_app.workflow.matter import corrections, noting, timeline
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.happened import SilenceReached, Slip, of_kind
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.offers import OUTSIDE
from desktop_app.workflow.safes.archive import file_received
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


class NoAnswerChosen(AppError):
    """The answer received is one of a few."""


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


def photo_kinds() -> str:
    """Return what the choice of a photo offers."""
    return i18n.text("Photos et PDF ({endings})").format(endings=PHOTO)


def _answer(said: str) -> Answer:
    for answer in timeline.KNOWN_ANSWERS:
        if answer == said:
            return answer
    raise NoAnswerChosen

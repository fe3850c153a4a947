"""A finished letter: set, read back, its kit, then filed with the day to act."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.answers.draft import Draft
from desktop_app.workflow.archive import DocumentNotProved, file_made
from desktop_app.workflow.documents import PreparedLetter, prepare_letter, write_letter
from desktop_app.workflow.ports import Pdf, Proof
from desktop_app.workflow.safes import Safe
from desktop_app.workflow.tools import Tools

DECISION = "decision-received"


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A letter in memory, alone and with its kit; both were read back by another engine."""

    prepared: PreparedLetter
    letter: Pdf
    kit: Pdf
    proof: Proof


def make_letter(
    tools: Tools, draft: Draft, today: dt.date, *, told: Sequence[str] = ()
) -> MadeLetter:
    """Make the letter of a draft; ``told`` are the deadline's warnings in words, for the kit.

    Raises:
        InvalidAnswers: with every problem.
        MissingGlyphs, AddressTooWide: what must be changed for paper.
    """
    prepared = prepare_letter(tools.catalogue, tools.law, draft, today)
    letter = write_letter(tools.letters, prepared, kit=False)
    kit = write_letter(tools.letters, prepared, kit=True, told=told)
    return MadeLetter(prepared, letter, kit, tools.letters.proof(prepared.document, kit))


def expect_proved(made: MadeLetter) -> None:
    """Refuse to print or file a document of which a value was not read back.

    Raises:
        DocumentNotProved.
    """
    if made.proof.problems or made.proof.verified != made.proof.total:
        raise DocumentNotProved


def file_letter(
    safe: Safe,
    tools: Tools,
    made: MadeLetter,
    today: dt.date,
    *,
    person: str = "",
    dossier: str = "",
) -> tuple[str, str]:
    """File the kit in its dossier, with the day to act; return the dossier and the document.

    Args:
        person: id of the person written for.
        dossier: id of the dossier; a new one, named by the letter, when empty.

    Raises:
        DocumentNotProved, and the safe's own refusals: nothing is half done.
    """
    expect_proved(made)
    definition, deadline = made.prepared.definition, made.prepared.deadline
    if not dossier:
        dossier = safe.dossiers.add(
            definition.plain_title, on=today, person=person, procedure=definition.procedure
        )
    _pages, text = tools.read_text(made.kit.data)
    document = file_made(
        safe,
        made.kit,
        title=definition.title,
        on=today,
        kind="letter",
        text=text,
        made_from=definition.id,
        proof=made.proof,
        person=person,
        dossier=dossier,
    )
    if deadline is not None:
        safe.events.add(
            dossier,
            kind=DECISION,
            day=deadline.count_from,
            last_day=deadline.last_day,
            prudent_day=deadline.prudent_day,
            procedure=deadline.procedure,
            document=document,
            awaited=True,
        )
    return dossier, document

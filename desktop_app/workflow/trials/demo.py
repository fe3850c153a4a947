"""The whole journey on fictional data, with the real parts, one after the other.

A person finds her letter in her own words, answers, learns the last day to act, gets the letter
and its kit, a form filled and read back, files everything in an encrypted safe, and finds it again.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.preparing import (
    PreparedLetter,
    prepare_form,
    prepare_letter,
    write_kit,
    write_letter,
)
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.safes.archive import find
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

SAYING = "la caf me réclame des sous"
PERSON = "Karim Belkacem (personne inventée)"
DOSSIER = "Dette de RSA (exemple)"
DECIDED, ARRIVED, OPENED = (dt.timedelta(days=days) for days in (20, 19, 17))

Write = Callable[[str, bytes], None]
Timer = Callable[[], float]


class DemoFailed(AppError, exit_status=1):
    """A step did not give what it must: the installation is not sound."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document written: its name, pages, and how many values were read back."""

    path: str
    pages: int
    verified: int
    total: int


@dataclass(slots=True)
class Journey:
    """What was done, in order; ``steps`` are names with milliseconds."""

    letter: PreparedLetter | None = None
    documents: list[Written] = field(default_factory=list)
    steps: list[tuple[str, int]] = field(default_factory=list)
    phrase: str = ""
    found: int = 0


def run_demo(tools: Tools, folder: Path, *, write: Write, seconds: Timer) -> Journey:
    """Do the whole journey in a folder.

    Args:
        tools: the real ones; the dates of the letter are set by today.
        folder: an existing folder; ``safe/`` is made in it.
        write: writes a file of this folder by its name.
        seconds: a clock that only goes forward.

    Raises:
        DemoFailed: a step did not give what it must.
    """
    journey = Journey()
    began = seconds()
    for name in _steps(tools, folder, write, journey):
        now = seconds()
        journey.steps.append((name, round((now - began) * 1000)))
        began = now
    return journey


def _steps(tools: Tools, folder: Path, write: Write, journey: Journey) -> Iterator[str]:
    """Do each step, then yield its name."""
    material = tools.demo
    today = tools.clock.today()
    item = _first(tools)
    yield "find"
    letter = _dated(material.letter, today)
    prepared = prepare_letter(tools.catalogue, tools.law, letter, today)
    journey.letter = prepared
    _expect(prepared.definition.id == item.id and prepared.deadline is not None)
    yield "answers-and-deadline"
    papers: dict[str, Made] = {}
    for name, pdf in (
        ("letter.pdf", write_letter(tools.letters, prepared)),
        ("kit.pdf", write_kit(tools.letters, tools.sheets, prepared)),
    ):
        proof = tools.letters.proof(prepared.document, pdf)
        papers[name] = Made(prepared, pdf, proof)
        yield name.removesuffix(".pdf")
    form = prepare_form(tools.catalogue, tools.law, material.form, today)
    papers["form.pdf"] = Made(form, *tools.forms.fill(form.document, material.blank))
    yield "form"
    for name, made in papers.items():
        _expect(made.proved and made.proof.total > 0)
        write(name, made.pdf.data)
        journey.documents.append(
            Written(name, made.pdf.pages, made.proof.verified, made.proof.total)
        )
    yield "write"
    journey.phrase = material.safes.draw_phrase()
    material.safes.create(folder / "safe", journey.phrase, on=today)
    yield "safe-create"
    with material.safes.open(folder / "safe", journey.phrase, on=today, tell=_nothing_said) as safe:
        _file(safe, tools, (papers["kit.pdf"], papers["form.pdf"]), today)
    yield "safe-add"
    with material.safes.open(folder / "safe", journey.phrase, on=today, tell=_nothing_said) as safe:
        journey.found = _find_again(safe, papers["kit.pdf"])
    yield "safe-search"


def _first(tools: Tools) -> CatalogueItem:
    found = tools.catalogue.search(SAYING)
    _expect(bool(found))
    return found[0]


def _dated(draft: Draft, today: dt.date) -> Draft:
    """The example's decision came on an account some days ago, whatever the day of the demo."""
    for question, day in (
        ("date_decision", today - DECIDED),
        ("date_depot", today - ARRIVED),
        ("date_ouverture", today - OPENED),
    ):
        draft = with_answer(draft, question, day.strftime("%d/%m/%Y"))
    return draft


def _file(safe: Safe, tools: Tools, papers: Sequence[Made], today: dt.date) -> None:
    person = safe.people.add(PERSON, on=today)
    procedure = papers[0].prepared.procedure
    dossier = safe.dossiers.add(DOSSIER, on=today, person=person, procedure=procedure)
    for made in papers:
        file_paper(safe, tools, made, today, person=person, dossier=dossier)


def _find_again(safe: Safe, kit: Made) -> int:
    found = find(safe, "recours prealable belkacem").documents
    _expect(len(found) == 1 and safe.content(found[0].id) == kit.pdf.data)
    _expect(len(safe.documents()) == 2 and len(safe.agenda.next_dates()) == 1)
    return len(found)


def _expect(true: bool) -> None:
    if not true:
        raise DemoFailed


def _nothing_said(_notice: Notice) -> None:
    raise DemoFailed  # a safe made just now has nothing to repair

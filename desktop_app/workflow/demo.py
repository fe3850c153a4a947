"""The whole journey on fictional data, with the real parts, one after the other.

A person finds her letter in her own words, answers, learns the last day to act, gets the letter
and its kit, a form filled and read back, files everything in an encrypted safe, and finds it again.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.errors import AppError, Notice
from desktop_app.workflow.archive import file_made, find
from desktop_app.workflow.documents import (
    PreparedForm,
    PreparedLetter,
    prepare_form,
    prepare_letter,
    write_letter,
)
from desktop_app.workflow.ports import CatalogueItem, Pdf, Proof
from desktop_app.workflow.safes import Safe
from desktop_app.workflow.tools import Tools

SAYING = "la caf me réclame des sous"
PERSON = "Karim Belkacem (personne inventée)"
DOSSIER = "Dette de RSA (exemple)"
DECIDED, RECEIVED = dt.timedelta(days=20), dt.timedelta(days=17)

Write = Callable[[str, bytes], None]
Timer = Callable[[], float]


class DemoFailed(AppError):
    """A step did not give what it must: the installation is not sound."""

    code = "demo-failed"
    exit_status = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A document written: its name, pages, and how many values were read back."""

    path: str
    pages: int
    verified: int
    total: int


@dataclass(slots=True)
class Journey:
    """What was done, in order; ``steps`` are names with milliseconds."""

    letter: PreparedLetter | None = None
    documents: list[Made] = field(default_factory=list)
    steps: list[tuple[str, int]] = field(default_factory=list)
    phrase: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class _Papers:
    """What is filed, and what it was made from."""

    letter: PreparedLetter
    form: PreparedForm
    files: dict[str, tuple[Pdf, Proof]]


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
    files: dict[str, tuple[Pdf, Proof]] = {}
    for name, kit in (("letter.pdf", False), ("kit.pdf", True)):
        pdf = write_letter(tools.letters, prepared, kit=kit)
        files[name] = pdf, tools.letters.proof(prepared.document, pdf)
        yield name.removesuffix(".pdf")
    form = prepare_form(tools.catalogue, tools.law, material.form, today)
    files["form.pdf"] = tools.forms.fill(form.document, material.blank, editable=False)
    yield "form"
    for name, (pdf, proof) in files.items():
        _expect(proof.verified == proof.total > 0 and not proof.problems)
        write(name, pdf.data)
        journey.documents.append(Made(name, pdf.pages, proof.verified, proof.total))
    yield "write"
    journey.phrase = material.safes.draw_phrase()
    material.safes.create(folder / "safe", journey.phrase, on=today)
    yield "safe-create"
    with material.safes.open(folder / "safe", journey.phrase, on=today, tell=_nothing_said) as safe:
        _file(safe, tools, _Papers(prepared, form, files), today)
    yield "safe-add"
    with material.safes.open(folder / "safe", journey.phrase, on=today, tell=_nothing_said) as safe:
        journey.found = _find_again(safe, files)
    yield "safe-search"


def _first(tools: Tools) -> CatalogueItem:
    found = tools.catalogue.search(SAYING)
    _expect(bool(found))
    return found[0]


def _dated(draft: Draft, today: dt.date) -> Draft:
    """The example's decision was received some days ago, whatever the day of the demo."""
    for question, day in (
        ("date_decision", today - DECIDED),
        ("date_reception", today - RECEIVED),
    ):
        draft = with_answer(draft, question, day.strftime("%d/%m/%Y"))
    return draft


def _file(safe: Safe, tools: Tools, papers: _Papers, today: dt.date) -> None:
    letter, form = papers.letter, papers.form
    person = safe.people.add(PERSON, on=today)
    dossier = safe.dossiers.add(
        DOSSIER, on=today, person=person, procedure=letter.definition.procedure
    )
    for name, title, kind, pack in (
        ("kit.pdf", letter.definition.title, "letter", letter.definition.id),
        ("form.pdf", form.definition.title, "form", form.definition.id),
    ):
        pdf, proof = papers.files[name]
        _pages, text = tools.read_text(pdf.data)
        document = file_made(
            safe,
            pdf,
            title=title,
            on=today,
            kind=kind,
            text=text,
            made_from=pack,
            proof=proof,
            person=person,
            dossier=dossier,
        )
        if kind == "letter" and letter.deadline is not None:
            safe.events.add(
                dossier,
                kind="decision-received",
                day=today - RECEIVED,
                last_day=letter.deadline.last_day,
                prudent_day=letter.deadline.prudent_day,
                procedure=letter.deadline.procedure,
                document=document,
                awaited=True,
            )


def _find_again(safe: Safe, files: dict[str, tuple[Pdf, Proof]]) -> int:
    found = find(safe, "recours prealable belkacem")
    _expect(len(found) == 1 and safe.content(found[0].id) == files["kit.pdf"][0].data)
    _expect(len(safe.documents()) == 2 and len(safe.agenda.next_dates()) == 1)
    return len(found)


def _expect(true: bool) -> None:
    if not true:
        raise DemoFailed


def _nothing_said(_notice: Notice) -> None:
    raise DemoFailed  # a safe made just now has nothing to repair

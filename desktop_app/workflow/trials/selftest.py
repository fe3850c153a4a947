"""Is this installation sound? Each check does the real thing, small, and says what it saw."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.pdf import Proof
from desktop_app.workflow.documents.preparing import prepare_form, prepare_letter, write_kit
from desktop_app.workflow.packs.checking import check_packs
from desktop_app.workflow.tools import Tools

State = Literal["ok", "failed", "absent"]
CANARY = "ZKANARI-self-test"


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the list.

    Attributes:
        name: letters, forms, safe, wiping, packs…; words are in the message catalogue.
        state: absent is for what a computer may lack without harm, such as a printer.
        detail: figures, versions or an error's code; never anything personal.
    """

    name: str
    state: State
    detail: str = ""


def run_checks(tools: Tools, folder: Path) -> Iterator[Checked]:
    """Yield each check as it ends; ``folder`` is an empty one for a passing safe.

    ``told`` says what a kit says of a deadline.
    """
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("packs", lambda: _packs(tools)),
        ("letters", lambda: _letters(tools)),
        ("forms", lambda: _forms(tools)),
        ("safe", lambda: _safe(tools, folder)),
        ("wiping", lambda: _wiping(folder)),
    )
    for name, check in checks:
        try:
            yield Checked(name, "ok", check())
        except AppError as refusal:
            yield Checked(name, "failed", refusal.code)
        except Exception as surprise:  # a broken installation breaks in ways of its own
            yield Checked(name, "failed", type(surprise).__name__)


class _Unsound(AppError, code="demo-failed"):
    """A part of the journey did not end as it must."""


def _packs(tools: Tools) -> str:
    packs = check_packs(tools.catalogue, tools.law, ())
    _expect(bool(packs) and all(pack.ok for pack in packs))
    return f"{len(packs)} / {len(tools.law.procedures())}"


def _letters(tools: Tools) -> str:
    prepared = prepare_letter(tools.catalogue, tools.law, tools.demo.letter, _example_day())
    pdf = write_kit(tools.letters, tools.sheets, prepared)
    return _proved(tools.letters.proof(prepared.document, pdf))


def _forms(tools: Tools) -> str:
    prepared = prepare_form(tools.catalogue, tools.law, tools.demo.form, _example_day())
    _pdf, proof = tools.forms.fill(prepared.document, tools.demo.blank, editable=False)
    return _proved(proof)


def _safe(tools: Tools, folder: Path) -> str:
    phrase = tools.demo.safes.draw_phrase()
    tools.demo.safes.create(folder / "safe", phrase, on=tools.clock.today())
    with tools.demo.safes.open(
        folder / "safe", phrase, on=tools.clock.today(), tell=_silent
    ) as safe:
        kept = safe.add(CANARY.encode(), title=CANARY, on=tools.clock.today(), text=CANARY)
        _expect(safe.content(kept) == CANARY.encode() and len(safe.search(CANARY)) == 1)
        safe.bin.erase("document", kept, on=tools.clock.today())
        _expect(not safe.search(CANARY) and not safe.documents())
    report = tools.demo.safes.check(folder / "safe", phrase, on=tools.clock.today(), full=True)
    _expect(report.state == "ok")
    return str(report.pages_checked)


def _wiping(folder: Path) -> str:
    """What was typed is in no file of the safe's folder, in clear or as UTF-16."""
    needles = CANARY.encode(), CANARY.encode("utf-16-le")
    files = [file for file in folder.rglob("*") if file.is_file()]
    for file in files:
        data = file.read_bytes()
        _expect(not any(needle in data for needle in needles))
    return str(len(files))


def _proved(proof: Proof) -> str:
    _expect(proof.verified == proof.total > 0 and not proof.problems)
    return f"{proof.verified} / {proof.total}"


def _example_day() -> dt.date:
    """The day of the packs' examples: their dates are not in the future on it."""
    return dt.date(2026, 11, 24)


def _expect(true: bool) -> None:
    if not true:
        raise _Unsound


def _silent(_notice: Notice) -> None:
    """Say nothing."""

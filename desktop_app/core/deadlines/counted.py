"""What of the law a date depends on, small enough to be kept beside the dates that it gave.

A safe keeps it (``workflow/matter/law_moved.py``): when the law changes, by a delivery or with the
program, what moved is known by counting both ways, whichever computer the safe was carried to.
"""

from __future__ import annotations

import base64
import datetime as dt
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from desktop_app.core.deadlines.errors import UnknownProcedure
from desktop_app.core.deadlines.procedures import Procedure

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law

_WORDS: dict[str, Any] = {
    "title": "", "decisions": (), "recipient": "", "delay_text": "", "start": "", "date_note": "",
    "emergency": "", "suspensive_note": "", "said": (), "if_late": (), "court": "", "lawyer": "",
    "cost": "", "enclosures": (), "posting": (), "basis": (), "says": "", "sources": (),
    "notes": "", "traps": "",
}  # fmt: skip
"""What is only told of a procedure: no day depends on it."""
_WORDS_OF_STEP: dict[str, Any] = {"said": "", "when": "", "delay": "", "basis": ""}
_LARGEST = 4 << 20
_NEVER = dt.date.min


def written(law: Law) -> str:
    """Return what the days depend on in every procedure, as text."""
    raw = msgspec.json.encode([_kept(one) for one in law.procedures()])
    return base64.b85encode(zlib.compress(raw, 9)).decode("ascii")


def read(text: str) -> Mapping[str, Procedure]:
    """Return the procedures that were written, without their words; none of a damaged text."""
    try:
        packed = zlib.decompressobj()
        raw = packed.decompress(base64.b85decode(text), _LARGEST)
        found = msgspec.json.decode(raw, type=list[Procedure])
    except (ValueError, zlib.error, msgspec.MsgspecError):  # of a newer program, or of nobody
        return {}
    return {one.id: one for one in found}


def touched(before: Law, now: Law) -> frozenset[str]:
    """Return the procedures of which a day may differ: those that count otherwise, and those that
    lead to them or follow them.
    """
    former = {one.id: _compared(one) for one in before.procedures()}
    here = {one.id: one for one in now.procedures()}
    changed = {name for name, one in here.items() if former.get(name) != _compared(one)}
    changed |= former.keys() - here.keys()
    around = set(changed)
    for one in (*here.values(), *former.values()):
        steps = {step.procedure for step in one.next if step.procedure}
        if one.id in changed:
            around |= steps
        if steps & changed:
            around.add(one.id)
    return frozenset(around)


def differs(before: Law, now: Law, name: str) -> bool:
    """Tell whether a procedure counts otherwise, or is in one of the two alone."""
    return _of(before, name) != _of(now, name)


def _of(law: Law, name: str) -> Procedure | None:
    try:
        return _compared(law.procedure(name))
    except UnknownProcedure:
        return None


def _kept(procedure: Procedure) -> Procedure:
    steps = tuple(msgspec.structs.replace(one, **_WORDS_OF_STEP) for one in procedure.next)
    return msgspec.structs.replace(procedure, **_WORDS, next=steps)


def _compared(procedure: Procedure) -> Procedure:
    """Return what is compared: that a rule was read again, or called otherwise, moves no day."""
    steps = tuple(msgspec.structs.replace(one, plain_title="") for one in procedure.next)
    told = {"plain_title": "", "seen_on": _NEVER, "changed_on": None, "to_verify": False}
    return msgspec.structs.replace(_kept(procedure), **told, next=steps)

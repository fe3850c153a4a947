"""``./start corpus sabotages [WORD…]``: which kinds of sabotage the proof notices, form by form.

Every form of the corpus (with words, those whose name has one of them) is filled as usual first,
flat and with its fields: what the proof then says of a page is a false alarm, and is printed. Some
forms of each sort are then spoiled in every way; with words, all that have one of them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.untrusted.errors import PdfRefused
from tests.corpus import more_sabotages, sabotages, watched
from tests.corpus.sabotages import spoiled

SORTS: Mapping[str, tuple[str, ...]] = {
    "plain boxes": ("cerfa-16029", "cerfa-15548", "attestation-deplacement"),
    "boxes with looks": ("cerfa-15476", "cerfa-10170", "cerfa-13753", "cmuc-choix"),
    "no fields: boxes found": ("cerfa-12571-01-bordereau-dechets-plat", "cerfa-15776-02"),
    "turned pages": ("us-ia4562a", "pdfbox-acroforms-rotation", "cerfa-14952"),
    "boxes over boxes": ("cerfa-13912", "pdfbox-alignment", "us-ss5"),
    "tags, layers": ("cerfa-15695", "pdflib-dod"),
    "from elsewhere": ("de-beratungshilfe", "lu-160f", "us-irs-1040", "us-va760"),
}
KINDS = sabotages.KINDS | more_sabotages.KINDS


@dataclass(slots=True)
class Counts:
    """What was noticed and missed, by kind, or had nothing to spoil; false alarms."""

    noticed: Counter[str] = field(default_factory=Counter)
    nothing: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=dict)
    alarms: list[str] = field(default_factory=list)
    fills: int = 0


def print_table(paths: list[Path], *, every: bool) -> bool:
    """Fill, spoil, print; whether every kind is noticed everywhere, without a false alarm."""
    counts = Counts()
    for path in paths:
        sorts = [name for name, words in SORTS.items() if any(one in path.name for one in words)]
        for editable in (False, True):
            _try(path, editable, counts, spoil=every or bool(sorts))
    print(f"\n{'noticed':>8} {'missed':>7} {'nothing to spoil':>16}")
    for kind in KINDS:
        missed = counts.missed.get(kind, [])
        figures = f"{counts.noticed[kind]:8} {len(missed):7} {counts.nothing[kind]:16}"
        known = " (as we say)" if missed and kind in more_sabotages.UNSEEN else ""
        print(f"{figures}  {kind}{known}  {'; '.join(missed)}".rstrip())
    print(f"\n{counts.fills} files filled as usual, {len(counts.alarms)} told of:")
    for alarm in counts.alarms:
        print(f"  {alarm}")
    return not counts.alarms and not counts.missed.keys() - more_sabotages.UNSEEN


def _try(path: Path, editable: bool, counts: Counts, *, spoil: bool) -> None:
    try:
        filled = watched.fill(path.read_bytes(), editable=editable)
    except PdfRefused as refusal:
        print(f"{path.stem[:44]:44} {refusal.code}", flush=True)
        return
    if filled is None:
        return
    counts.fills += 1
    shape = "fields" if editable else "flat"
    counts.alarms += [f"{path.stem} {shape}: {one}" for one in filled.alarms()]
    signs = ""
    for name, kind in KINDS.items() if spoil else ():
        changed = spoiled(filled.pdf.data, kind, filled.seen)
        noticed = changed is not None and filled.is_noticed(changed)
        if changed is not None and not noticed:
            counts.missed.setdefault(name, []).append(f"{path.stem[:30]} {shape}")
        counts.noticed[name] += noticed
        counts.nothing[name] += changed is None
        signs += "·" if changed is None else "x" if noticed else "?"
    proof = filled.proof
    print(f"{path.stem[:44]:44} {shape:6} {proof.verified:4}/{proof.total:<4} {signs}", flush=True)

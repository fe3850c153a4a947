"""``./start corpus sabotages [WORD…]``: which kinds of sabotage the proof notices, form by form.

Every form of the corpus (with words, those whose name has one of them) is filled as usual first,
flat and with its fields: what the proof then says of a page is a false alarm, and is printed. Some
forms of each sort are then spoiled in every way; with words, all that have one of them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.core.pdf import Pdf, Proof
from desktop_app.pdf.forms import asking
from desktop_app.pdf.forms.drawing import Drawing
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.pdf.forms.found import Found, find_boxes, has_no_field
from desktop_app.pdf.forms.plan import CHANGED, COVERS, FOREIGN, Plan
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.model import Field
from tests.corpus import hard
from tests.corpus.sabotages import KINDS, Scene, scene, spoiled

SORTS: Mapping[str, tuple[str, ...]] = {
    "plain boxes": ("cerfa-16029", "cerfa-15548", "attestation-deplacement"),
    "boxes with looks": ("cerfa-15476", "cerfa-10170", "cerfa-13753", "cmuc-choix"),
    "no fields: boxes found": ("cerfa-12571-01-bordereau-dechets-plat", "cerfa-15776-02"),
    "turned pages": ("us-ia4562a", "pdfbox-acroforms-rotation", "cerfa-14952"),
    "boxes over boxes": ("cerfa-13912", "pdfbox-alignment", "us-ss5"),
    "tags, layers": ("cerfa-15695", "pdflib-dod"),
    "from elsewhere": ("de-beratungshilfe", "lu-160f", "us-irs-1040", "us-va760"),
}
WHOLE = (FOREIGN, CHANGED, COVERS)


class Watched(FormFile):
    """A form whose plan and drawing are kept, to prove other files by them."""

    plan: Plan
    drawing: Drawing

    def _judge(self, plan: Plan, drawing: Drawing, asked: asking.Asked, written: bytes) -> Proof:
        self.plan, self.drawing = plan, drawing
        return super()._judge(plan, drawing, asked, written)


@dataclass(slots=True)
class Counts:
    """What was noticed and missed, by kind; what is told of files in which nothing is wrong."""

    noticed: Counter[str] = field(default_factory=Counter)
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
    print(f"\n{'noticed':>8} {'missed':>7}")
    for kind in KINDS:
        missed = counts.missed.get(kind, [])
        print(f"{counts.noticed[kind]:8} {len(missed):7}  {kind}  {'; '.join(missed)}".rstrip())
    print(f"\n{counts.fills} files filled as usual, {len(counts.alarms)} told of:")
    for alarm in counts.alarms:
        print(f"  {alarm}")
    return not counts.alarms and not any(counts.missed.values())


@dataclass(frozen=True, slots=True)
class _Filled:
    """A form filled as usual, and all that its proof goes by."""

    blank: bytes
    editable: bool
    pdf: Pdf
    proof: Proof
    found: Sequence[Field]
    plan: Plan
    seen: Scene

    def is_noticed(self, changed: bytes) -> bool:
        """Whether the proof tells more of a spoiled file than of the sound one; by new children.

        A child that took too long has noticed nothing.
        """
        try:
            with FormFile().open(self.blank, fill_anything=True) as file:
                file.add_boxes(self.found)
                proof = file.prove(self.plan, self.seen.drawing, changed, editable=self.editable)
        except PdfRefused:
            return False
        return bool(set(proof.problems) - set(self.proof.problems))


def _try(path: Path, editable: bool, counts: Counts, *, spoil: bool) -> None:
    try:
        filled = _fill(path.read_bytes(), editable)
    except PdfRefused as refusal:
        print(f"{path.stem[:44]:44} {refusal.code}", flush=True)
        return
    if filled is None:
        return
    counts.fills += 1
    shape = "fields" if editable else "flat"
    for one in filled.proof.problems:
        if one.reason in WHOLE:
            counts.alarms.append(f"{path.stem} {shape}: page {one.page} {one.field}: {one.reason}")
    signs = ""
    for name, kind in KINDS.items() if spoil else ():
        changed = spoiled(filled.pdf.data, kind, filled.seen)
        noticed = changed is not None and filled.is_noticed(changed)
        if changed is not None and not noticed:
            counts.missed.setdefault(name, []).append(f"{path.stem[:30]} {shape}")
        counts.noticed[name] += noticed
        signs += "·" if changed is None else "x" if noticed else "?"
    proof = filled.proof
    print(f"{path.stem[:44]:44} {shape:6} {proof.verified:4}/{proof.total:<4} {signs}", flush=True)


def _fill(data: bytes, editable: bool) -> _Filled | None:
    """Fill a form in every box; None for a copy with fields of a form without any."""
    with Watched().open(data, fill_anything=True) as file:
        found = find_boxes(data) if has_no_field(file.form) else Found()
        if editable and found.fields:
            return None
        file.add_boxes(found.fields)
        asked = {one.name: _value(n, one) for n, one in enumerate(hard.writable(file.form.fields))}
        pdf, proof = file.fill(asked, editable=editable)
        seen = scene(file.form, file.drawing, data)
        return _Filled(data, editable, pdf, proof, found.fields, file.plan, seen)


def _value(index: int, one: Field) -> Any:
    """Words of every sort; most fit, so that there is something to spoil."""
    if one.type == "text" and not one.comb:
        return ("Éloïse Đặng", "12 rue de l’Été", "45,50 €")[index % 3][: one.max_length or None]
    return hard.value_of(index, one)

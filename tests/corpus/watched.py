"""A form filled as usual, in every box, with all that its proof goes by."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from tests.corpus.sabotages import Scene, scene

WHOLE = (FOREIGN, CHANGED, COVERS)
"""What is said of a page that shows more than its blank and our ink."""


class _Watched(FormFile):
    """A form whose plan and drawing are kept, to prove other files by them."""

    plan: Plan
    drawing: Drawing

    def _judge(self, plan: Plan, drawing: Drawing, index: asking.Index, written: bytes) -> Proof:
        self.plan, self.drawing = plan, drawing
        return super()._judge(plan, drawing, index, written)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form filled as usual, and all that its proof goes by."""

    blank: bytes
    editable: bool
    pdf: Pdf
    proof: Proof
    found: Sequence[Field]
    plan: Plan
    seen: Scene

    def alarms(self) -> list[str]:
        """What the proof says of the pages of a file in which nothing is wrong."""
        return [
            f"page {one.page} {one.field}: {one.reason}"
            for one in self.proof.problems
            if one.reason in WHOLE
        ]

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


def fill(data: bytes, *, editable: bool, hardest: bool = False) -> Filled | None:
    """Fill a form in every box; None for a copy with fields of a form without any.

    Args:
        hardest: with what is too long, full combs, Arabic, every accent; else most has room.

    Raises:
        PdfRefused: the file cannot be filled, and why.
    """
    with _Watched().open(data, fill_anything=True) as file:
        found = find_boxes(data) if has_no_field(file.form) else Found()
        if editable and found.fields:
            return None
        file.add_boxes(found.fields)
        make = hard.value_of if hardest else _value
        fields = enumerate(hard.writable(file.form.fields))
        asked = {one.name: make(number, one) for number, one in fields}
        pdf, proof = file.fill(asked, editable=editable)
        seen = scene(file.form, file.drawing, data)
        return Filled(data, editable, pdf, proof, found.fields, file.plan, seen)


def _value(index: int, one: Field) -> Any:
    """Words of every sort; most fit, so that there is something to spoil."""
    if one.type == "text" and not one.comb:
        return ("Éloïse Đặng", "12 rue de l’Été", "45,50 €")[index % 3][: one.max_length or None]
    return hard.value_of(index, one)

"""Fills a foreign form and proves it: one child reads and writes, others read back."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Self

import msgspec

from desktop_app.core.documents.model import FieldValue, PlacedValue
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.pdf.forms import asking, proof
from desktop_app.pdf.forms.drawing import Drawing, Labels, draw
from desktop_app.pdf.forms.plan import Plan, make_plan
from desktop_app.pdf.forms.readers import Readers
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfNothingToFill, PdfRefused, PdfUnreadable, PdfXfaOnly
from desktop_app.untrusted.model import Field, Form
from desktop_app.untrusted.worker import Worker

LabelList = Annotated[list[str], msgspec.Meta(max_length=ceilings.FIELDS)]
Choose = Callable[[Form], Mapping[str, FieldValue]]


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    pages: Annotated[int, msgspec.Meta(gt=0, le=ceilings.PAGES + 1000)]


class FormFile:
    """One blank form, open for filling: to be closed, or used in a ``with``.

    Its children start at once; ``open`` gives them the blank.

    Args:
        readers: how many children read the finished file back: two for a long form.
    """

    form: Form
    _blank: Sequence[Field]  # as they are in the file, wherever a map of ours moves them

    def __init__(self, readers: int = 1) -> None:
        self._own = 0
        self._unheard = 0  # of the child's answers that say nothing but that it is done
        self._writer = Worker("form")
        self._readers = Readers(readers)  # start meanwhile; see the blank once it is accepted

    def open(self, blank: bytes, password: str = "", *, fill_anything: bool = False) -> Self:
        """Read a blank.

        Args:
            fill_anything: also a file without any field: boxes of ours will be added.

        Raises:
            PdfRefused: the file cannot be used, and why.
        """
        try:
            self._writer.renew()
            self._writer.open(blank, password)
            self._writer.send("inspect")
            refused = self._give_to_readers(blank, password)  # meanwhile
            self.form, _ = self._writer.receive(Form)
            if self.form.kind == "xfa-only":
                raise PdfXfaOnly
            if not self.form.can_be_filled and not fill_anything:
                raise PdfNothingToFill
            if refused is not None:
                raise refused
            self._own = len(self.form.fields)
            self._blank = self.form.fields
            self._share()
        except BaseException:
            self.close()
            raise
        return self

    def _give_to_readers(self, blank: bytes, password: str) -> PdfRefused | None:
        """Open the blank in the other engine; why it could not, which counts less than the form."""
        try:
            self._readers.open(blank, password)
        except PdfRefused as refused:
            return refused
        return None

    def wait_until_ready(self) -> None:
        """Wait until all the children have imported everything."""
        self._writer.wait_until_ready()
        self._readers.wait_until_ready()

    def add_boxes(self, fields: Sequence[Field]) -> None:
        """Add boxes where the paper has no field: they are drawn and proved like the others."""
        self._own = len(self.form.fields)
        self.form = msgspec.structs.replace(self.form, fields=(*self.form.fields, *fields))
        self._share()

    def _share(self) -> None:
        self._readers.share([w.page for one in self.form.fields for w in one.widgets if w.page])

    def measure(self) -> None:
        """Draw all the blank's pages beforehand, so that the proof is quicker."""
        pages = {w.page for one in self.form.fields for w in one.widgets if w.page}
        self._readers.measure(sorted(pages))
        self._readers.wait_until_measured()

    def fill(
        self,
        values: Mapping[str, FieldValue],
        placed: Mapping[str, PlacedValue] | None = None,
        *,
        editable: bool,
        words: Mapping[str, str] = MappingProxyType({}),
        language: str = "",
    ) -> tuple[Pdf, Proof]:
        """Return the filled file and its proof. Once only: the blank is then written over.

        A form that needed boxes of ours is always flat: they are no fields.

        Args:
            placed: what a pack knows of the values: how they may be abbreviated.
            words: what its fields are called, by their names, where the form does not say it.
            language: of the paper, when it is known, whatever the form says.
        """
        editable = editable and self._own == len(self.form.fields)
        plan = make_plan(self.form, values, placed, editable=editable)
        named = [
            (index, words[one.name])
            for index, one in enumerate(self.form.fields[: self._own])
            if one.name in words
        ]
        self._begin(plan, editable=editable, words=named, language=language)
        self._readers.measure(asking.pages(self.form, plan))
        drawing = draw(self.form, plan.tasks, self._prepare, editable=editable)
        self._send(drawing, editable=editable)
        index = self._expect(plan, drawing, editable=editable)  # meanwhile
        filled = self._receive(drawing)
        return filled, self._judge(plan, drawing, index, filled.data)

    def prove(self, plan: Plan, drawing: Drawing, written: bytes, *, editable: bool) -> Proof:
        """Have a finished file read back by the other engine, and judge it."""
        index = self._expect(plan, drawing, editable=editable)
        return self._judge(plan, drawing, index, written)

    def _expect(self, plan: Plan, drawing: Drawing, *, editable: bool) -> asking.Index:
        """Have what the finished file must show made ready; returns which question is whose."""
        blank = self._blank
        question, index = asking.questions(self.form, plan, drawing, blank=blank, editable=editable)
        self._readers.expect(question, drawing.data)
        return index

    def _judge(self, plan: Plan, drawing: Drawing, index: asking.Index, written: bytes) -> Proof:
        facts = self._readers.read(written)
        return proof.judge(self.form, plan, drawing, index, facts)

    def _begin(
        self, plan: Plan, *, editable: bool, words: list[tuple[int, str]], language: str
    ) -> None:
        """Give the child the answers, while we see which of them have room."""
        answers = [
            {"field": task.field, "text": task.text, "chosen": task.chosen, "on": task.on}
            for task in plan.tasks
            if task.field < self._own
        ]
        self._writer.renew()
        order = {"flat": not editable, "answers": answers, "words": words, "language": language}
        self._writer.send("begin", order)

    def _prepare(self, annexed: Sequence[int]) -> Labels:
        """Ask for labels, then have the pages made ready: the child does both while we draw."""
        theirs = [index for index in annexed if index < self._own]
        ours = {index: self.form.fields[index].label for index in annexed if index >= self._own}
        if theirs:
            self._writer.send("labels", {"fields": theirs})
        self._writer.send("prepare")
        self._unheard = 2

        def labels() -> Mapping[int, str]:
            if not theirs:
                return ours
            self._hear(1)  # of ``begin``
            found, _ = self._writer.receive(LabelList)
            if len(found) != len(theirs):
                raise PdfUnreadable
            return dict(zip(theirs, found, strict=True)) | ours

        return labels

    def _hear(self, count: int) -> None:
        for _ in range(count):
            self._writer.receive(dict)
        self._unheard -= count

    def _send(self, drawing: Drawing, *, editable: bool) -> None:
        """Have the file written."""
        self._hear(self._unheard)
        order = {
            "overlays": [] if editable else drawing.overlays,
            "marks": drawing.marks,
            "annex_pages": drawing.annex_pages,
            "annex_marks": drawing.annex_marks,
            "ours": [
                {"label": one.label, "tick": one.type in ("tick", "one_of")}
                for one in self.form.fields[self._own :]
            ],
        }
        self._writer.send("write", order, [drawing.data])

    def _receive(self, drawing: Drawing) -> Pdf:
        written, raw = self._writer.receive(_Written)
        if len(raw) != 1 or written.pages != len(self.form.pages) + drawing.annex_pages:
            raise PdfUnreadable
        return Pdf(bytes(raw[0]), written.pages)

    def close(self) -> None:
        """End all the children."""
        self._writer.close()
        self._readers.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

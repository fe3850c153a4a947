"""The form in the making, its box in hand, and all that was done to it; see ``editing.py``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from desktop_app.core.authoring import asking, boxes, correcting
from desktop_app.core.authoring.asking import Shape
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.first import entitled, numbered
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.kept import KeptModel
from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Box
from desktop_app.workflow.packs import own_forms
from desktop_app.workflow.packs.pack_drafts import Held
from desktop_app.workflow.tools import Tools

Gesture = Callable[[EditedForm, int], EditedForm]
"""What is done to a box of a form."""


@dataclass(slots=True)
class Editing:
    """One form in the making.

    Attributes:
        blank: the PDF that it is made of.
        history: the form and what can be taken back.
        selected: the box in hand; -1 when the form has none.
        kept: the form as it was saved last; None before.
        name: its id, once it was saved.
        held: what the safe has of it.
    """

    is_letter: ClassVar = False

    blank: bytes
    history: History[EditedForm]
    selected: int = 0
    kept: EditedForm | None = None
    name: str = ""
    held: Held = field(default_factory=Held)

    def __post_init__(self) -> None:
        self.select(self.selected)  # none, on a paper without a box

    @property
    def form(self) -> EditedForm:
        return self.history.present

    @property
    def place(self) -> Place | None:
        """The box in hand."""
        return self.form.places[self.selected] if self.selected >= 0 else None

    @property
    def title(self) -> str:
        return self.form.header.title

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.form != self.kept

    @property
    def value(self) -> EditedForm:
        return self.form

    @property
    def touched(self) -> bool:
        """Whether something was done to it since it was taken in hand."""
        return bool(self.history.past)

    def model(self) -> KeptModel:
        """Return what the safe keeps."""
        return KeptModel(form=self.form, name=self.name, selected=self.selected)

    # ------------------------------------------------------------------ gestures

    def select(self, index: int) -> None:
        """Take a box in hand."""
        self.selected = min(max(index, -1), len(self.form.places) - 1)

    def change(self, gesture: Gesture, name: str = "") -> None:
        """Do something to the box in hand; the same named gesture again is one step to undo."""
        if self.place is not None:
            mark = f"{name} {self.selected}" if name else ""
            self.history = self.history.do(gesture(self.form, self.selected), mark)

    def add(self, page: int, label: str) -> None:
        """Put one more box on a page, in hand, to be written in."""
        form, at = boxes.add(self.form, page, label, self.selected)
        self.history = self.history.do(asking.ask_own(form, at, "text"))
        self.select(at)

    def put(self, page: int, label: str, box: Box, shape: Shape) -> None:
        """Put one more box at a place of a page, in hand, told where one reads it."""
        form, at = correcting.put(self.form, page, label, box, shape)
        self.history = self.history.do(form)
        self.select(at)

    def remove(self) -> None:
        """Take the box in hand away."""
        self.change(boxes.remove)
        self.select(max(self.selected, 0) if self.form.places else -1)

    def reorder(self, by: int) -> None:
        """Have the box in hand told earlier or later."""
        if self.place is not None:
            form, at = boxes.reorder(self.form, self.selected, by)
            self.history = self.history.do(form)
            self.select(at)

    def set_title(self, title: str) -> None:
        """Call the form so; an empty title keeps the one before."""
        if title := " ".join(title.split()):
            self.history = self.history.do(entitled(self.form, title), "title")

    def set_number(self, words: str) -> bool:
        """Take the number of the paper; False when these words hold none."""
        self.history = self.history.do(numbered(self.form, words), "number")
        return bool(self.form.header.number) or not words.strip()

    def undo(self) -> None:
        """Take back what was done last."""
        self._go_to(self.history.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go_to(self.history.redo())

    def _go_to(self, history: History[EditedForm]) -> None:
        """Return to another form, the box that differs in hand."""
        before = self.form.places
        self.history = history
        after = self.form.places
        differs = (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
        last = min(len(before), len(after))
        changed = next(differs, last if len(before) != len(after) else self.selected)
        self.select(changed)

    # ------------------------------------------------------------------ saved, for the worker

    def keep(self, tools: Tools) -> tuple[EditedForm, str]:
        """Save the form; return it and its id. Raises as ``own_forms.keep``."""
        form, today = self.form, tools.clock.today()
        name, _ = own_forms.keep(form, tools.catalogue, tools.law, today=today, name=self.name)
        return form, name

    def saved(self, saved: tuple[EditedForm, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.kept, self.name = saved

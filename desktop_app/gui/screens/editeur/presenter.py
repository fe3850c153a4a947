"""Decides what each gesture on a form does, and what is said of its boxes. No Qt here."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import Place
from desktop_app.gui.editing import Editing
from desktop_app.gui.screens.editeur.answers import BoxAnswers

if TYPE_CHECKING:
    from desktop_app.workflow.packs.checking import CheckedPack
    from desktop_app.workflow.packs.own_forms import Tried
    from desktop_app.workflow.tools import Tools

POINTS_A_MM = 72 / 25.4
MOST_NAMED = 4
"""Boxes named in one sentence."""


class EditorPresenter:
    """Changes the form in hand; the screen shows ``form`` and ``selected`` after each gesture."""

    def __init__(self, tools: "Tools", editing: Editing) -> None:
        self.editing = editing
        self.tools = tools
        self.answers = BoxAnswers(self)
        self.select(editing.selected)  # none, on a paper without a box

    @property
    def form(self) -> EditedForm:
        return self.editing.form

    @property
    def place(self) -> Place | None:
        """The box in hand."""
        index = self.editing.selected
        return self.form.places[index] if 0 <= index < len(self.form.places) else None

    # ------------------------------------------------------------------ gestures

    def select(self, index: int) -> None:
        self.editing.selected = min(max(index, -1), len(self.form.places) - 1)

    def change(self, gesture: Callable[[EditedForm, int], EditedForm], name: str = "") -> None:
        """Do something to the box in hand; the same named gesture again is one step to undo."""
        if self.place is not None:
            mark = f"{name} {self.editing.selected}" if name else ""
            changed = gesture(self.form, self.editing.selected)
            self.editing.history = self.editing.history.do(changed, mark)

    def add(self, page: int) -> None:
        label = i18n.text("Case {n}").format(n=len(self.form.places) + 1)
        form, at = boxes.add(self.form, page, label, self.editing.selected)
        self.editing.history = self.editing.history.do(asking.ask_own(form, at, "text"))
        self.select(at)

    def remove(self) -> None:
        self.change(boxes.remove)
        self.select(max(self.editing.selected, 0) if self.form.places else -1)

    def reorder(self, by: int) -> None:
        if self.place is not None:
            form, at = boxes.reorder(self.form, self.editing.selected, by)
            self.editing.history = self.editing.history.do(form)
            self.select(at)

    def set_title(self, title: str) -> None:
        from desktop_app.core.authoring.first import entitled

        if title := " ".join(title.split()):
            self.editing.history = self.editing.history.do(entitled(self.form, title), "title")

    def set_number(self, words: str) -> bool:
        """Take the number of the paper; False when these words hold none."""
        from desktop_app.core.authoring.first import numbered

        self.editing.history = self.editing.history.do(numbered(self.form, words), "number")
        return bool(self.form.header.number) or not words.strip()

    def number(self) -> str:
        from desktop_app.core.authoring.first import number_of

        return number_of(self.form)

    def undo(self) -> None:
        self._go_to(self.editing.history.undo())

    def redo(self) -> None:
        self._go_to(self.editing.history.redo())

    def _go_to(self, history: History[EditedForm]) -> None:
        """Return to another form, the box that differs in hand."""
        before = self.form.places
        self.editing.history = history
        after = self.form.places
        differs = (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
        last = min(len(before), len(after))
        changed = next(differs, last if len(before) != len(after) else self.editing.selected)
        self.select(changed)

    # ------------------------------------------------------------------ what is said

    def row(self, index: int) -> str:
        """Return the sentence of a box in the list."""
        place = self.form.places[index]
        return i18n.text("{n}. {label}, page {page}, {kind}").format(
            n=index + 1, label=i18n.pack_text(place.label), page=place.page, kind=_filled_how(place)
        )

    def where(self) -> str:
        """Return where the box in hand lies, in words."""
        if self.place is None:
            return ""
        left, top, wide, high = (i18n.number(one, 1) for one in self.millimetres())
        return i18n.text(
            "{label} : {left} mm du bord gauche, {top} mm du haut, {wide} sur {high} mm"
        ).format(label=self.place.label, left=left, top=top, wide=wide, high=high)

    def millimetres(self) -> tuple[float, float, float, float]:
        """Return how far the box in hand is from the left and the top, and its size."""
        assert self.place is not None
        x, y, wide, high = self.place.box
        top = self.form.page_sizes[self.place.page - 1][1] - y - high
        left, top, wide, high = (round(one / POINTS_A_MM, 1) for one in (x, top, wide, high))
        return left, top, wide, high

    def set_millimetres(self, left: float, top: float, wide: float, high: float) -> None:
        """Put the box in hand there; a length in view that did not change stays exact."""
        if self.place is None:
            return
        x, y, w, h = self.place.box
        page = self.form.page_sizes[self.place.page - 1][1]
        before, exact = self.millimetres(), (x, page - y - h, w, h)
        asked = zip((left, top, wide, high), before, exact, strict=True)
        x, down, w, h = (e if a == b else a * POINTS_A_MM for a, b, e in asked)
        box = (x, page - down - h, w, h)
        self.change(lambda form, index: boxes.set_box(form, index, box), "place")

    # ------------------------------------------------------------------ work, for the worker

    def check(self) -> "CheckedPack":
        from desktop_app.workflow.packs.own_forms import check_edited

        return check_edited(self.form, self.tools.law, self.tools.clock.today())

    def keep(self) -> tuple[EditedForm, str]:
        """Save the form; return it and its id. Raises as ``workflow.authoring.keep``."""
        from desktop_app.workflow.packs.own_forms import keep

        form, tools, today = self.form, self.tools, self.tools.clock.today()
        name, _folder = keep(form, tools.catalogue, tools.law, today=today, name=self.editing.name)
        return form, name

    def kept(self, saved: tuple[EditedForm, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.editing.kept, self.editing.name = saved

    def try_samples(self) -> "Tried":
        from desktop_app.workflow.packs.own_forms import try_samples

        tools = self.tools
        return try_samples(tools.forms, self.form, self.editing.blank, tools.clock.today())

    def tried(self, tried: "Tried") -> tuple[str, str]:
        """Return what the read-back of the samples says, and in which role."""
        words = i18n.text("{verified} exemples sur {total} relus sur la page").format(
            verified=tried.proof.verified, total=tried.proof.total
        )
        if not tried.boxes:
            return f"✓ {words}", "done"
        count, some = len(tried.boxes), tried.boxes[:MOST_NAMED]
        labels = " ; ".join(self.form.places[index].label for index in some)
        labels += " …" * (count > MOST_NAMED)
        more = i18n.plural(
            "{n} case est trop petite, ou d’un autre genre",
            "{n} cases sont trop petites, ou d’un autre genre",
            count,
        )
        return f"✗ {words}. {i18n.labelled(more, labels)}", "error"

    def told(self, problem: Problem) -> tuple[str, int | None]:
        """Return what to correct, in words, and the box that it is about."""
        from desktop_app.workflow.packs.own_forms import box_of

        words = i18n.sentence(problem.code, problem.parameters)
        index = box_of(self.form, problem.path)
        label = self.form.places[index].label if index is not None else problem.place
        return (i18n.labelled(label, words) if label else words), index


def _filled_how(place: Place) -> str:
    shape = asking.shape_of(place)
    if shape == "comb":
        return i18n.plural("{n} petite case", "{n} petites cases", place.comb)
    return shapes()[shape].lower()


def shapes() -> Mapping[str, str]:
    """Return how a box is filled, in words."""
    return {
        "text": i18n.text("À écrire"),
        "tick": i18n.text("À cocher"),
        "comb": i18n.text("Un signe par petite case"),
    }

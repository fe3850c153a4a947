"""Decides what each gesture on a form does, and what is said of its boxes. No Qt here."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.links import Link, known_data, link_of, links
from desktop_app.core.definitions.model import Place, Question
from desktop_app.core.errors import Problem
from desktop_app.gui.editing import Editing

if TYPE_CHECKING:
    from desktop_app.workflow.authoring import Tried
    from desktop_app.workflow.packs import CheckedPack
    from desktop_app.workflow.tools import Tools

EMPTY, KNOWN, OTHER = "vide", "connue", "autre"
POINTS_A_MM = 72 / 25.4


class EditorPresenter:
    """Changes the form in hand; the screen shows ``form`` and ``selected`` after each gesture."""

    def __init__(self, tools: "Tools", editing: Editing) -> None:
        self.editing = editing
        self._tools = tools

    @property
    def form(self) -> EditedForm:
        return self.editing.form

    @property
    def place(self) -> Place | None:
        """The box in hand."""
        index = self.editing.selected
        return self.form.places[index] if 0 <= index < len(self.form.places) else None

    @cached_property
    def _known(self) -> tuple[Question, ...]:
        return known_data(self._tools.catalogue.groups)

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
            self.editing.history = self.editing.history.do(entitled(self.form, title))

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
            n=index + 1, label=place.label, page=place.page, kind=_filled_how(place)
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

    # ------------------------------------------------------------------ what a box asks

    def expected(self) -> str:
        """Return what the box in hand waits for: a kind, ``EMPTY``, ``KNOWN`` or ``OTHER``."""
        place = self.place
        if place is None or not (place.value or place.when):
            return EMPTY
        link, question = link_of(self.form.questions, place), self._question()
        if link is None or question is None:
            return OTHER
        own = not question.remember and self.form.users(question.id) == (self.editing.selected,)
        return question.kind if own and question.kind in _own_kinds() else KNOWN

    def expectations(self) -> Mapping[str, str]:
        """Return what a box may wait for, in words."""
        place, kinds = self.place, _own_kinds()
        tick = place is not None and place.kind == "tick"
        offered = {kind: words for kind, words in kinds.items() if (kind == "yes_no") == tick}
        offered = {
            EMPTY: i18n.text("Rien : elle reste vide"),
            **offered,
            KNOWN: i18n.text("Une réponse déjà connue"),
        }
        if self.expected() == OTHER:
            offered[OTHER] = i18n.text("Plusieurs réponses assemblées")
        return offered

    def expect(self, what: str) -> None:
        """Have the box in hand wait for something else."""
        if what == EMPTY:
            self.change(asking.leave_empty)
        elif what == KNOWN:
            first = next(iter(self._links()), None)
            if first is not None and self.expected() != KNOWN:
                self.change(lambda form, index: asking.link_to(form, index, first))
        elif what != OTHER:
            self.change(lambda form, index: asking.ask_own(form, index, what))

    def known(self) -> Mapping[str, str]:
        """Return the answers that a box may repeat, in words: known ones, then those asked here."""
        return {link.key: self._link_words(link) for link in self._links()}

    def link(self) -> str:
        """Return which of them the box in hand repeats; "" when it repeats none."""
        found = link_of(self.form.questions, self.place) if self.place is not None else None
        return found.key if found is not None else ""

    def repeat(self, key: str) -> None:
        """Have the box in hand repeat one of them."""
        found = next((link for link in self._links() if link.key == key), None)
        if found is not None:
            self.change(lambda form, index: asking.link_to(form, index, found))

    def words(self) -> str:
        """Return the question of this form that the box in hand asks; "" when it asks none."""
        question = self._question()
        return question.label if question is not None and not question.remember else ""

    def _question(self) -> Question | None:
        return self.form.question(self.editing.selected) if self.place is not None else None

    def _links(self) -> Iterator[Link]:
        """Yield what suits the box in hand: what is known of a person, then what is asked here.

        The form's own question about a known thing stands for the shared one, and that of the box
        before all others.
        """
        if self.place is None:
            return
        here, own = self.form.questions, self._question()
        nearest = (*self._known, *reversed(here), *([own] if own is not None else ()))
        known = {one.remember: one for one in nearest if one.remember}
        alone = (self.editing.selected,)
        asked = (q for q in here if not q.remember and self.form.users(q.id) != alone)
        yield from links((*known.values(), *asked), self.place)

    def _link_words(self, link: Link) -> str:
        words = i18n.pack_text(link.question.label)
        if not link.question.remember:
            users = self.form.users(link.question.id)
            label = self.form.places[users[0]].label if users else words
            words = i18n.text("Comme la case « {label} »").format(label=label)
        part = i18n.pack_text(link.choice) or _parts().get(link.part, "")
        return i18n.labelled(words, part) if part else words

    # ------------------------------------------------------------------ work, for the worker

    def check(self) -> "CheckedPack":
        from desktop_app.workflow.authoring import check_edited

        return check_edited(self.form, self._tools.law, self._tools.clock.today())

    def keep(self) -> tuple[EditedForm, str]:
        """Save the form; return it and its id. Raises as ``workflow.authoring.keep``."""
        from desktop_app.workflow.authoring import keep

        form, tools, today = self.form, self._tools, self._tools.clock.today()
        name, _folder = keep(form, tools.catalogue, tools.law, today=today, name=self.editing.name)
        return form, name

    def kept(self, saved: tuple[EditedForm, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.editing.kept, self.editing.name = saved

    def try_samples(self) -> "Tried":
        from desktop_app.workflow.authoring import try_samples

        tools = self._tools
        return try_samples(tools.forms, self.form, self.editing.blank, tools.clock.today())

    def told(self, problem: Problem) -> tuple[str, int | None]:
        """Return what to correct, in words, and the box that it is about."""
        from desktop_app.workflow.authoring import box_of

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


def _own_kinds() -> Mapping[str, str]:
    return {
        "text": i18n.text("Un texte"),
        "long_text": i18n.text("Un texte de plusieurs lignes"),
        "name": i18n.text("Un nom"),
        "date": i18n.text("Une date"),
        "amount": i18n.text("Une somme en euros"),
        "integer": i18n.text("Un nombre"),
        "postal_code": i18n.text("Un code postal"),
        "phone": i18n.text("Un téléphone"),
        "email": i18n.text("Un courriel"),
        "nir": i18n.text("Le numéro de sécurité sociale"),
        "iban": i18n.text("Un compte en banque (IBAN)"),
        "yes_no": i18n.text("Oui ou non"),
    }


def _parts() -> Mapping[str, str]:
    return {
        "jour": i18n.text("le jour seul"),
        "mois": i18n.text("le mois seul"),
        "annee": i18n.text("l’année seule"),
    }

"""What the box in hand waits for: nothing, its own answer, or one that is known. No Qt here."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from desktop_app import i18n
from desktop_app.core.authoring import asking
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.links import Link, known_data, link_of, links
from desktop_app.core.packs.model import Place, Question
from desktop_app.gui.editing import Editing

if TYPE_CHECKING:
    from desktop_app.workflow.tools import Tools

EMPTY, KNOWN, OTHER = "vide", "connue", "autre"


class InHand(Protocol):
    """The form and its box in hand, and how they change."""

    tools: "Tools"
    editing: Editing

    @property
    def form(self) -> EditedForm: ...
    @property
    def place(self) -> Place | None: ...
    def change(self, gesture: Callable[[EditedForm, int], EditedForm], name: str = "") -> None: ...


class BoxAnswers:
    """Reads and changes what is expected in the box in hand."""

    def __init__(self, hand: InHand) -> None:
        self._hand = hand

    @cached_property
    def _known(self) -> tuple[Question, ...]:
        return known_data(self._hand.tools.catalogue.groups)

    def expected(self) -> str:
        """Return what the box in hand waits for: a kind, ``EMPTY``, ``KNOWN`` or ``OTHER``."""
        place = self._hand.place
        if place is None or not (place.value or place.when):
            return EMPTY
        link, question = link_of(self._hand.form.questions, place), self._question()
        if link is None or question is None:
            return OTHER
        alone = self._hand.form.users(question.id) == (self._hand.editing.selected,)
        own = alone and not question.remember
        return question.kind if own and question.kind in _own_kinds() else KNOWN

    def expectations(self) -> Mapping[str, str]:
        """Return what a box may wait for, in words."""
        place, kinds = self._hand.place, _own_kinds()
        tick = place is not None and place.kind == "tick"
        offered = {kind: words for kind, words in kinds.items() if (kind == "yes_no") == tick}
        offered = {
            EMPTY: i18n.text("Rien : elle reste vide"),
            **offered,
            KNOWN: i18n.text("Une réponse déjà demandée"),
        }
        if self.expected() == OTHER:
            offered[OTHER] = i18n.text("Une partie de réponse, ou plusieurs réponses")
        return offered

    def expect(self, what: str) -> None:
        """Have the box in hand wait for something else."""
        if what == EMPTY:
            self._hand.change(asking.leave_empty)
        elif what == KNOWN:
            first = next(iter(self._links()), None)
            if first is not None and self.expected() != KNOWN:
                self._hand.change(lambda form, index: asking.link_to(form, index, first))
        elif what != OTHER:
            self._hand.change(lambda form, index: asking.ask_own(form, index, what))

    def known(self) -> Mapping[str, str]:
        """Return the answers that a box may repeat, in words: known ones, then those asked here."""
        return {link.key: self._link_words(link) for link in self._links()}

    def link(self) -> str:
        """Return which of them the box in hand repeats; "" when it repeats none."""
        found = (
            link_of(self._hand.form.questions, self._hand.place)
            if self._hand.place is not None
            else None
        )
        return found.key if found is not None else ""

    def repeat(self, key: str) -> None:
        """Have the box in hand repeat one of them."""
        found = next((link for link in self._links() if link.key == key), None)
        if found is not None:
            self._hand.change(lambda form, index: asking.link_to(form, index, found))

    def words(self) -> str:
        """Return the question of this form that the box in hand asks; "" when it asks none."""
        question = self._question()
        return question.label if question is not None and not question.remember else ""

    def _question(self) -> Question | None:
        return (
            self._hand.form.question(self._hand.editing.selected)
            if self._hand.place is not None
            else None
        )

    def _links(self) -> Iterator[Link]:
        """Yield what suits the box in hand: what is known of a person, then what is asked here.

        The form's own question about a known thing stands for the shared one, and that of the box
        before all others.
        """
        if self._hand.place is None:
            return
        here, own = self._hand.form.questions, self._question()
        nearest = (*self._known, *reversed(here), *([own] if own is not None else ()))
        known = {one.remember: one for one in nearest if one.remember}
        alone = (self._hand.editing.selected,)
        usage = self._hand.form.usage()
        asked = (q for q in here if not q.remember and usage.get(q.id) != alone)
        yield from links((*known.values(), *asked), self._hand.place)

    def _link_words(self, link: Link) -> str:
        words = i18n.pack_text(link.question.label)
        if not (link.question.remember or link.question.choices):
            users = self._hand.form.users(link.question.id)
            label = self._hand.form.places[users[0]].label if users else words
            words = i18n.text("Comme la case « {label} »").format(label=label)
        part = i18n.pack_text(link.choice) or _parts().get(link.part, "")
        return i18n.labelled(words, part) if part else words


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

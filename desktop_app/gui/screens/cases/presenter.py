"""Decides what is shown of a PDF's boxes, and what a person says of them. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app import i18n
from desktop_app.core.generic.build import Changes
from desktop_app.core.generic.own_words import is_number
from desktop_app.gui.widgets.outline import Outline
from desktop_app.workflow.documents.generic import OpenedPdf


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One box of the page shown; ``removed`` when the person said that it is none."""

    name: str
    label: str
    removed: bool


class BoxesPresenter:
    """Holds an opened PDF and what the person changed."""

    def __init__(self, opened: OpenedPdf) -> None:
        assert opened.facts is not None
        self.opened = opened
        self._facts = opened.facts
        self._labels = opened.labels
        self._boxes = tuple(box for box in opened.facts.boxes if box.is_asked)
        self.changes = Changes()
        self.page = self.pages_asked()[0]

    @property
    def found(self) -> bool:
        """Whether the boxes were found on the pages: the PDF has no field of its own."""
        return any(box.found for box in self._boxes)

    @property
    def count(self) -> int:
        """How many boxes are asked."""
        return len(self._boxes) - len(self.changes.removed)

    @property
    def pages(self) -> int:
        return len(self._facts.page_sizes)

    @property
    def nameless(self) -> bool:
        """Whether most boxes have no words: they are better seen on the page than asked."""
        without = sum(is_number(self._labels[box.name]) for box in self._boxes)
        return without > len(self._boxes) / 2

    def pages_asked(self) -> Sequence[int]:
        """Return the pages that have a box, in order."""
        return sorted({box.page for box in self._boxes})

    def said(self) -> tuple[str, ...]:
        """Return what must be known before going on."""
        boxes = i18n.plural("{n} case trouvée", "{n} cases trouvées", self.count)
        pages = i18n.plural("{n} page", "{n} pages", self.pages)
        return (
            f"{boxes}, {pages}.",
            *(i18n.sentence(one.code, one.parameters) for one in self.opened.notices),
        )

    def rows(self) -> Sequence[BoxRow]:
        """Return the boxes of the page shown, in reading order."""
        changes = self.changes
        return [
            BoxRow(
                box.name,
                changes.renamed.get(box.name) or self._shown(box.name),
                box.name in changes.removed,
            )
            for box in self._boxes
            if box.page == self.page
        ]

    def _shown(self, name: str) -> str:
        """Our own words for a box, in the language spoken."""
        return i18n.pack_text(self._labels[name])

    def outlines(self, chosen: str = "") -> Sequence[Outline]:
        """Return the boxes to outline on all pages; the chosen one is strong."""
        return [
            Outline(spot.page, spot.rect, self._facts.page_sizes[spot.page - 1], one.name == chosen)
            for one in self._boxes
            if one.name not in self.changes.removed
            for spot in one.spots
            if spot.page
        ]

    # ------------------------------------------------------------------ gestures

    def remove(self, name: str) -> None:
        """ "Ce n'est pas une case"."""
        self.changes = Changes(self.changes.removed | {name}, self.changes.renamed)

    def put_back(self, name: str) -> None:
        """It is one after all."""
        self.changes = Changes(self.changes.removed - {name}, self.changes.renamed)

    def rename(self, name: str, words: str) -> None:
        """Take a person's own words for a box; empty ones give ours again."""
        renamed = {key: text for key, text in self.changes.renamed.items() if key != name}
        if words.strip() and words.strip() not in (self._labels[name], self._shown(name)):
            renamed[name] = words.strip()
        self.changes = Changes(self.changes.removed, MappingProxyType(renamed))

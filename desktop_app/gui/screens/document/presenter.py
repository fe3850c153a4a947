"""Decides what the document screen shows: the letter made, its proof, each paragraph's reason."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.review import doubtful
from desktop_app.workflow.documents.preview import edited_paragraphs, letter_so_far
from desktop_app.workflow.documents.rendering import Made, make_letter
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph as the person may read, take out or change it.

    Attributes:
        number: its place among those shown, from 1.
        lost: facts of our words that her own no longer state.
        own: her words put away for ours, which can be taken again.
        doubts: days on which points of law still to be verified were read.
    """

    id: str
    number: int
    text: str
    meaning: str
    basis: tuple[str, ...]
    optional: bool
    edited: bool
    removed: bool
    lost: tuple[str, ...] = ()
    own: str = ""
    doubts: tuple[dt.date, ...] = ()


class DocumentPresenter:
    """Holds the draft and the letter made from it; ``make`` runs in the worker."""

    def __init__(
        self,
        tools: Tools,
        draft: Draft,
        keep: Callable[[Draft], object],
        hold: Callable[[Draft], object],
    ) -> None:
        """``keep`` saves the draft at each change made here; ``hold`` takes it in memory only."""
        self._tools = tools
        self._keep, self._hold = keep, hold
        self._put_away: dict[str, str] = {}
        self.draft = draft
        self.signature: PrintedPicture | None = None
        self.made: Made | None = None
        self._made_of: tuple[Draft, PrintedPicture | None] | None = None

    def definition(self) -> LetterDefinition:
        """Return the letter's definition. For the worker: it may have to be read."""
        return self._tools.catalogue.letter(self.draft.pack)

    def make(self) -> Made:
        """Make the letter of the present draft. For the worker."""
        draft, signature, today = self.draft, self.signature, self._tools.clock.today()
        made = make_letter(self._tools, draft, today, signature=signature)
        self.made, self._made_of = made, (draft, signature)
        return made

    @property
    def is_made(self) -> bool:
        """Whether the letter made is that of the present draft, signed as it is now."""
        return self._made_of == (self.draft, self.signature)

    def rows(self, definition: LetterDefinition) -> tuple[ParagraphRow, ...]:
        """Return the paragraphs on paper, and those that were taken out, in their order."""
        return tuple(self._rows(definition))

    def _rows(self, definition: LetterDefinition) -> Iterator[ParagraphRow]:
        today = self._tools.clock.today()
        law = self._tools.law
        letter = letter_so_far(law, definition, self.draft, today)
        printed = {paragraph.id: paragraph for paragraph in letter.paragraphs}
        lost = {one.id: one.lost for one in edited_paragraphs(law, definition, self.draft, today)}
        number = 0
        for paragraph in definition.paragraph:
            shown = printed.get(paragraph.id)
            if shown is None and paragraph.id not in self.draft.removed:
                continue
            number += 1
            edited = bool(shown and shown.edited)
            text = shown.text if shown else ""
            yield ParagraphRow(
                id=paragraph.id,
                number=number,
                text=text,
                meaning=paragraph.meaning,
                basis=paragraph.basis,
                optional=paragraph.optional,
                edited=edited,
                removed=shown is None,
                lost=lost.get(paragraph.id, ()),
                own=self._put_away.get(paragraph.id, ""),
                doubts=tuple(s.seen_on for s in doubtful(definition.source, paragraph.basis)),
            )

    # ------------------------------------------------------------------ gestures

    def sign(self, picture: PrintedPicture | None) -> None:
        """Put the image of a signature on this letter, or take it away; it is kept nowhere."""
        self.signature = picture

    def take_out(self, paragraph: str) -> None:
        """Leave an optional paragraph out of the letter; its words are kept."""
        self._change(removed=self.draft.removed | {paragraph})

    def put_back(self, paragraph: str) -> None:
        """Put a paragraph back, in the words that it had."""
        self._change(removed=self.draft.removed - {paragraph})

    def our_words(self, paragraph: str) -> None:
        """Put our words in place of hers, which can be taken again while the letter is in view."""
        edited = dict(self.draft.edited)
        self._put_away[paragraph] = edited.pop(paragraph)
        self._change(edited=MappingProxyType(edited))

    def own_words(self, paragraph: str) -> None:
        """Take again the words that ours replaced."""
        self.write_instead(paragraph, self._put_away[paragraph])

    def write_instead(self, paragraph: str, text: str) -> None:
        """Put the person's own words in place of ours."""
        self._put_away.pop(paragraph, None)
        self._change(edited=self.with_words(paragraph, text).edited)

    def with_words(self, paragraph: str, text: str) -> Draft:
        """Return the draft with these words, which are still being typed."""
        return self.with_all({paragraph: text})

    def with_all(self, words: Mapping[str, str]) -> Draft:
        """Return the draft with the words that are being typed in several paragraphs."""
        if not words:
            return self.draft
        edited = MappingProxyType({**self.draft.edited, **words})
        return dataclasses.replace(self.draft, edited=edited)

    def put_aside(self, paragraph: str, text: str) -> None:
        """Keep in memory the words being typed: the person leaves the page, or it locks."""
        self.draft = self.with_words(paragraph, text)
        self._hold(self.draft)

    def _change(self, **changes: object) -> None:
        self.draft = dataclasses.replace(self.draft, **changes)  # type: ignore[arg-type]
        self._keep(self.draft)

"""The paragraphs of a letter, read again before it is printed: taken out, put back, in own words.

A gesture gives a new value.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.law import Law
from desktop_app.core.packs.model import LetterDefinition, Paragraph
from desktop_app.core.packs.review import doubtful
from desktop_app.core.spaces import plain
from desktop_app.workflow.documents.preview import edited_paragraphs, letter_so_far

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph as the person may read, take out or change it.

    Attributes:
        number: its place among those shown, from 1.
        lost: facts of our words that her own no longer state.
        own: her words put away for ours, which can be taken again.
        doubts: days on which points of law still to be verified were read.
        opened: other words are being written in its place.
        typed: those that were in its box when it was left; None when it was not.
    """

    id: str
    number: int
    text: str
    meaning: str
    basis: tuple[str, ...] = ()
    optional: bool = False
    edited: bool = False
    removed: bool = False
    lost: tuple[str, ...] = ()
    own: str = ""
    doubts: tuple[dt.date, ...] = ()
    opened: bool = False
    typed: str | None = None

    @property
    def words(self) -> str:
        """The words that its box begins with."""
        return self.text if self.typed is None else self.typed


@dataclass(frozen=True, slots=True)
class Rereading:
    """A finished draft, and what is done with its paragraphs.

    Attributes:
        put_away: her words that ours replaced, by paragraph, as long as the letter is in view.
        opened: the paragraphs whose words are being written, each as it was then; the draft has
            none of these words (``taken_up``, ``with_words``).
    """

    draft: Draft
    put_away: Mapping[str, str] = field(default_factory=dict)
    opened: Mapping[str, ReadParagraph] = field(default_factory=dict)

    def take_out(self, paragraph: str) -> "Rereading":
        """Leave an optional paragraph out of the letter; its words are kept."""
        return self._with(removed=self.draft.removed | {paragraph})

    def put_back(self, paragraph: str) -> "Rereading":
        """Put a paragraph back, in the words that it had."""
        return self._with(removed=self.draft.removed - {paragraph})

    def our_words(self, paragraph: str) -> "Rereading":
        """Put our words in place of hers, which can be taken again."""
        hers = MappingProxyType({**self.put_away, paragraph: self.draft.edited[paragraph]})
        edited = _without(self.draft.edited, paragraph)
        return dataclasses.replace(self._with(edited=edited), put_away=hers)

    def own_words(self, paragraph: str) -> "Rereading":
        """Take again the words that ours replaced."""
        return self.write(paragraph, self.put_away[paragraph])

    def open(self, paragraph: ReadParagraph) -> "Rereading":
        """Begin to write other words in the place of a paragraph's."""
        opened = dataclasses.replace(paragraph, opened=True)
        return dataclasses.replace(
            self, opened=MappingProxyType({**self.opened, opened.id: opened})
        )

    def leave(self, paragraph: str) -> "Rereading":
        """Leave it as it was before."""
        return dataclasses.replace(self, opened=_without(self.opened, paragraph))

    def write(self, paragraph: str, text: str) -> "Rereading":
        """Put the person's own words in place of ours."""
        written = self._with(edited=MappingProxyType({**self.draft.edited, paragraph: text}))
        put_away = _without(self.put_away, paragraph)
        return dataclasses.replace(written.leave(paragraph), put_away=put_away)

    def again(self, back: "Rereading", typed: Mapping[str, str]) -> "Rereading":
        """Take the letter that came back, something having been undone.

        A box that is open, and of which it says the same as is ``typed`` there, is left as it is;
        words of hers that are in it no more can be taken again.
        """
        was, edited = self.draft.edited, back.draft.edited
        written = {name: one.typed for name, one in back.opened.items()}
        same = {
            name: one
            for name, one in self.opened.items()
            if (edited.get(name), written.get(name)) == (was.get(name), typed.get(name))
        }
        away = {name: text for name, text in {**self.put_away, **was}.items() if name not in edited}
        opened = MappingProxyType({**back.opened, **same})
        return Rereading(back.draft, MappingProxyType(away), opened)

    def with_words(self, words: Mapping[str, str]) -> Draft:
        """Return the draft with the words that are being typed in some paragraphs."""
        if not words:
            return self.draft
        writing = MappingProxyType({**self.draft.writing, **words})
        return dataclasses.replace(self.draft, writing=writing)

    def half_typed(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """Return those of the words in the opened paragraphs that are not in the letter."""
        return {name: text for name, text in words.items() if not self.is_as_opened(name, text)}

    def is_as_opened(self, paragraph: str, text: str) -> bool:
        """Tell whether these words are those it was opened with; a box has plain spaces only."""
        opened = self.opened.get(paragraph)
        return opened is not None and plain(text) == plain(opened.text)

    def paragraphs(
        self, law: Law, definition: LetterDefinition, today: dt.date
    ) -> tuple[ReadParagraph, ...]:
        """Return those on paper, and those that were taken out, in their order.

        What is being written stays as it was when it was opened.
        """
        return tuple(
            self.opened.get(one.id) or dataclasses.replace(one, own=self.put_away.get(one.id, ""))
            for one in _read(self.draft, law, definition, today)
        )

    def _with(self, **changes: object) -> "Rereading":
        draft = dataclasses.replace(self.draft, **changes)  # type: ignore[arg-type]
        return dataclasses.replace(self, draft=draft)


def taken_up(law: Law, definition: LetterDefinition, draft: Draft, today: dt.date) -> Rereading:
    """Return a draft that is read again, with what was being written in it when it was left.

    Words of a paragraph that is not in the letter now stay in the draft: it may come back.
    """
    if not draft.writing:
        return Rereading(draft)
    kept = dataclasses.replace(draft, writing=MappingProxyType({}))
    opened = {
        one.id: dataclasses.replace(one, opened=True, typed=draft.writing[one.id])
        for one in _read(kept, law, definition, today)
        if one.id in draft.writing
    }
    left = {name: text for name, text in draft.writing.items() if name not in opened}
    draft = dataclasses.replace(draft, writing=MappingProxyType(left))
    return Rereading(draft, opened=MappingProxyType(opened))


def _without(values: Mapping[str, T], name: str) -> Mapping[str, T]:
    return MappingProxyType({key: value for key, value in values.items() if key != name})


def _read(
    draft: Draft, law: Law, definition: LetterDefinition, today: dt.date
) -> Iterator[ReadParagraph]:
    letter = letter_so_far(law, definition, draft, today)
    printed = {paragraph.id: paragraph for paragraph in letter.paragraphs}
    lost = {one.id: one.lost for one in edited_paragraphs(letter)}
    for number, paragraph in enumerate(_as_printed(definition, draft, list(printed)), 1):
        shown = printed.get(paragraph.id)
        yield ReadParagraph(
            id=paragraph.id,
            number=number,
            text=shown.text if shown else "",
            meaning=paragraph.meaning,
            basis=paragraph.basis,
            optional=paragraph.optional,
            edited=bool(shown and shown.edited),
            removed=shown is None,
            lost=lost.get(paragraph.id, ()),
            doubts=tuple(one.seen_on for one in doubtful(definition.source, paragraph.basis)),
        )


def _as_printed(
    definition: LetterDefinition, draft: Draft, printed: Sequence[str]
) -> Sequence[Paragraph]:
    """Return the paragraphs in the order of the page; what was taken out, where it would stand."""
    places: dict[str, int] = {}
    last = -1
    for one in definition.paragraph:
        last = printed.index(one.id) if one.id in printed else last
        places[one.id] = last
    kept = [one for one in definition.paragraph if one.id in printed or one.id in draft.removed]
    return sorted(kept, key=lambda one: places[one.id])

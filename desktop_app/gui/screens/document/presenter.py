"""Decides what the document screen shows: the letter made, its proof, each paragraph's reason."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app import deadline_words
from desktop_app.core.answers.draft import Draft
from desktop_app.workflow.documents import PreparedLetter
from desktop_app.workflow.making import Made, make_letter
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph as the person may read, take out or change it."""

    id: str
    text: str
    meaning: str
    basis: tuple[str, ...]
    optional: bool
    edited: bool
    removed: bool


class DocumentPresenter:
    """Holds the draft and the letter made from it; its methods that work run in the worker."""

    def __init__(self, tools: Tools, draft: Draft, keep: Callable[[Draft], None]) -> None:
        """``keep`` saves the draft at each change that the person makes here."""
        self._tools = tools
        self._keep = keep
        self.draft = draft
        self.made: Made | None = None

    def make(self) -> Made:
        """Make the letter of the present draft. For the worker."""
        today = self._tools.clock.today()
        return make_letter(self._tools, self.draft, today, told=deadline_words.on_paper)

    def rows(self) -> tuple[ParagraphRow, ...]:
        """Return the paragraphs on paper, and those that were taken out, in their order."""
        prepared = self.made.prepared if self.made else None
        if not isinstance(prepared, PreparedLetter):
            return ()
        printed = {paragraph.id: paragraph for paragraph in prepared.document.paragraphs}
        rows: list[ParagraphRow] = []
        for paragraph in prepared.definition.paragraph:
            shown = printed.get(paragraph.id)
            if shown is None and paragraph.id not in self.draft.removed:
                continue
            rows.append(
                ParagraphRow(
                    paragraph.id,
                    shown.text if shown else "",
                    paragraph.meaning,
                    paragraph.basis,
                    paragraph.optional,
                    bool(shown and shown.edited),
                    shown is None,
                )
            )
        return tuple(rows)

    def take_out(self, paragraph: str) -> None:
        """Leave an optional paragraph out of the letter."""
        self._change(dataclasses.replace(self.draft, removed=self.draft.removed | {paragraph}))

    def put_back(self, paragraph: str) -> None:
        """Put a paragraph back, in our words."""
        edited = {name: text for name, text in self.draft.edited.items() if name != paragraph}
        self._change(
            dataclasses.replace(
                self.draft,
                removed=self.draft.removed - {paragraph},
                edited=MappingProxyType(edited),
            )
        )

    def write_instead(self, paragraph: str, text: str) -> None:
        """Put the person's own words in place of ours."""
        edited = MappingProxyType({**self.draft.edited, paragraph: text})
        self._change(dataclasses.replace(self.draft, edited=edited))

    def _change(self, draft: Draft) -> None:
        self.draft = draft
        self._keep(draft)

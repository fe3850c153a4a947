"""The letter that is read again, and what was made of it."""

from collections.abc import Mapping

from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.workflow.documents.paragraphs import ReadParagraph, Rereading, taken_up
from desktop_app.workflow.documents.rendering import Made, make_letter
from desktop_app.workflow.tools import Tools


class LetterInHand:
    """Holds what the person does with the letter, ``now``, and the letter made."""

    def __init__(self, tools: Tools, draft: Draft) -> None:
        self._tools = tools
        self.now = Rereading(draft)
        self.signature: PrintedPicture | None = None  # on this letter; it is kept nowhere
        self._made: tuple[Draft, PrintedPicture | None, Made] | None = None

    def definition(self) -> LetterDefinition:
        """Return the letter's definition. For the worker: it may have to be read."""
        return self._tools.catalogue.letter(self.now.draft.pack)

    def take_up(self, definition: LetterDefinition) -> None:
        """Open what was being written in the draft when it was left."""
        self.now = self._taken_up(definition, self.now.draft)

    def take_again(
        self, definition: LetterDefinition, draft: Draft, typed: Mapping[str, str]
    ) -> None:
        """Take the draft that came back, something having been undone, with what is ``typed``."""
        self.now = self.now.again(self._taken_up(definition, draft), typed)

    def _taken_up(self, definition: LetterDefinition, draft: Draft) -> Rereading:
        return taken_up(self._tools.law, definition, draft, self._tools.clock.today())

    def make(self) -> Made:
        """Make the letter of the present draft. For the worker."""
        draft, signature, today = self.now.draft, self.signature, self._tools.clock.today()
        made = make_letter(self._tools, draft, today, signature=signature)
        if self._is_of_now(draft, signature):  # else it was changed back, perhaps, to one made
            self._made = draft, signature, made
        return made

    @property
    def made(self) -> Made | None:
        """The letter made of the present draft, signed as it is now; None until it is."""
        if self._made is None:
            return None
        draft, signature, made = self._made
        return made if self._is_of_now(draft, signature) else None

    def _is_of_now(self, draft: Draft, signature: PrintedPicture | None) -> bool:
        return (draft, signature) == (self.now.draft, self.signature)

    def paragraphs(self, definition: LetterDefinition) -> tuple[ReadParagraph, ...]:
        """Return the paragraphs as they are now."""
        return self.now.paragraphs(self._tools.law, definition, self._tools.clock.today())

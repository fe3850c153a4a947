"""A letter of one's own: a copy of one at hand, and what can be done to its paragraphs.

Its questions, its conditions, its sources and the days they were read stay those of the letter
copied. Each gesture gives a new value; a paragraph is known by its place in the order.
"""

from collections.abc import Mapping, Sequence

import msgspec

from desktop_app.core.authoring import tokens
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import Problem
from desktop_app.core.language.template import joined_lines, text_of, tidy
from desktop_app.core.packs.model import (
    ConditionalText,
    LetterDefinition,
    Letterhead,
    Paragraph,
)
from desktop_app.core.packs.parse import Example

OWN_WORDS = "Écrit par vous."
"""What is said of a paragraph that its author did not explain."""
WARNING = "Cette lettre est votre version : personne d’autre ne l’a relue."

_ADDED = "ajout"


class EditedLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that is being made.

    Attributes:
        definition: as written in its file: what it borrows from the groups is not in it.
        examples: file name -> example; what they expect follows the letter when it is written.
        logo: of its head, as the child process drew it; None without one.
    """

    definition: LetterDefinition
    examples: Mapping[str, Example]
    logo: PrintedPicture | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.definition.paragraph


def copied(
    definition: LetterDefinition,
    examples: Mapping[str, Example],
    logo: PrintedPicture | None = None,
) -> EditedLetter:
    """Return a copy of a letter, which says what it is a copy of and that it is one's own."""
    warning = ConditionalText(text=WARNING)
    others = tuple(one for one in definition.warning if one != warning)
    definition = msgspec.structs.replace(
        definition, copied_from=definition.id, warning=(*others, warning)
    )
    return EditedLetter(definition=definition, examples=examples, logo=logo)


def entitled(letter: EditedLetter, title: str) -> EditedLetter:
    """Return the letter under another title; an empty one keeps the title before."""
    title = " ".join(title.split())
    return _changed(letter, title=title, plain_title=title) if title else letter


def named(letter: EditedLetter, name: str) -> EditedLetter:
    """Return the letter under an id."""
    return _changed(letter, id=name)


def with_head(
    letter: EditedLetter, lines: Sequence[str], logo: PrintedPicture | None
) -> EditedLetter:
    """Return the letter on the paper of an association: its lines, empty ones left out, its logo.

    The logo keeps no name of its own: it is called after what it is.
    """
    kept = tuple(" ".join(line.split()) for line in lines if line.strip())
    head = Letterhead(lines=kept, logo=_name_of(logo) if logo is not None else "")
    letter = _changed(letter, letterhead=head)
    return msgspec.structs.replace(letter, logo=logo)


def pictures_of(letter: EditedLetter) -> Mapping[str, bytes]:
    """Return the pictures of the letter's pack, by file name."""
    name = letter.definition.letterhead.logo
    return {name: letter.logo.data} if name and letter.logo is not None else {}


def _name_of(logo: PrintedPicture) -> str:
    return "logo.png" if logo.data.startswith(b"\x89PNG") else "logo.jpg"


def set_text(letter: EditedLetter, index: int, text: str) -> EditedLetter:
    """Return the letter with other words in a paragraph, which are no longer explained by ours."""
    paragraph = letter.paragraphs[index]
    if text == paragraph.text:
        return letter
    mine = msgspec.structs.replace(paragraph, text=text, meaning=OWN_WORDS)
    return _with(letter, index, 1, mine)


def remove(letter: EditedLetter, index: int) -> EditedLetter:
    """Return the letter without a paragraph; the last one stays."""
    return _with(letter, index, 1) if len(letter.paragraphs) > 1 else letter


def add(letter: EditedLetter, after: int, text: str = "") -> tuple[EditedLetter, int]:
    """Return the letter with a paragraph more, and its place; it always stands in the letter."""
    taken = {one.id for one in letter.paragraphs}
    number = next(n for n in range(1, len(taken) + 2) if f"{_ADDED}-{n}" not in taken)
    mine = Paragraph(id=f"{_ADDED}-{number}", text=text, meaning=OWN_WORDS, optional=True)
    return _with(letter, after + 1, 0, mine), after + 1


def move(letter: EditedLetter, index: int, by: int) -> tuple[EditedLetter, int]:
    """Return the letter with a paragraph that many places lower, and its place; it stays inside."""
    at = min(max(index + by, 0), len(letter.paragraphs) - 1)
    others = [*letter.paragraphs]
    others.insert(at, others.pop(index))
    return _changed(letter, paragraph=tuple(others)), at


def paragraph_of(letter: EditedLetter, problem: Problem) -> int | None:
    """Return the paragraph that a problem of the check is about; None when it is about none."""
    match problem.path:
        case ("paragraph", int(index), *_) if index < len(letter.paragraphs):
            return index
    return None


def as_seen(text: str) -> str:
    """Return a paragraph's text with one line for each line of the letter.

    In a pack a line break counts for a space: its author broke lines to see them whole. Its
    apostrophes are those of print, as on paper.
    """
    return tokens.printed(tidy(joined_lines(text)))


def as_typed(text: str) -> str:
    """Return the text that gives the lines that a person typed: each one stands alone."""
    lines = [line.strip() for line in text.strip().split("\n")]
    return "\n".join(
        f"\n{line}" if before and line and not line.startswith("- ") else line
        for before, line in zip(["", *lines], lines, strict=False)
    )


def in_words(paragraph: Paragraph, signs: tokens.SignWords) -> str:
    """Return a paragraph as its author types it, its signs in words."""
    return tokens.shown(as_seen(paragraph.text), signs.words)


def text_typed(typed: str, signs: tokens.SignWords) -> str:
    """Return the text of a pack that typed words stand for.

    Raises:
        tokens.UnknownWords, syntax.Refused: a paragraph cannot hold them.
    """
    text = as_typed(tokens.read(typed, signs.words))
    text_of(text)
    return text


def _with(letter: EditedLetter, at: int, instead_of: int, *new: Paragraph) -> EditedLetter:
    kept = letter.paragraphs
    return _changed(letter, paragraph=(*kept[:at], *new, *kept[at + instead_of :]))


def _changed(letter: EditedLetter, **changes: object) -> EditedLetter:
    definition = msgspec.structs.replace(letter.definition, **changes)
    return msgspec.structs.replace(letter, definition=definition)

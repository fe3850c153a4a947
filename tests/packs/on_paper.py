"""`python -m tests.packs.on_paper [FORMS]`: every example of every letter, set and read back.

Prints how many conditional paragraphs the examples reach, how many pages they make, and which rules
of layout those pages break.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.layout import faults
from tests.helpers.pages import printed_pages


@dataclass(frozen=True, slots=True)
class OnPaper:
    """One letter whose examples were all set: ``broken`` are the rules that their pages break."""

    letter: LetterDefinition
    examples: int
    pages: int
    reached: frozenset[str]
    broken: tuple[str, ...]

    @property
    def conditional(self) -> frozenset[str]:
        return frozenset(one.id for one in self.letter.paragraph if one.when)

    @property
    def unreached(self) -> frozenset[str]:
        return frozenset(one.id for one in self.letter.paragraph) - self.reached


def letters(root: Traversable) -> list[LetterDefinition]:
    catalogue = FolderCatalogue(root)
    found = sorted(item.id for item in catalogue.search(kind="letter"))
    return [catalogue.letter(name) for name in found]


def examples(root: Traversable, letter: LetterDefinition) -> Iterator[tuple[str, LetterDocument]]:
    """Yield the name of each example and the letter that it makes, on its own day."""
    folder = root / "letters" / letter.id / "examples"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        said = tomllib.loads(file.read_text("utf-8"))
        answers = validate(letter, draft_of(said, letter.id), said["today"])
        yield file.name, compose_letter(letter, answers, said["today"])


def on_paper(root: Traversable, letter: LetterDefinition, writer: TypstLetters) -> OnPaper:
    """Set every example of a letter and read its pages back."""
    made, pages, reached, broken = 0, 0, set[str](), list[str]()
    for name, document in examples(root, letter):
        printed = printed_pages(writer.letter(document).data)
        made, pages = made + 1, pages + len(printed)
        reached.update(paragraph.id for paragraph in document.paragraphs)
        broken += [f"{name}: {fault}" for fault in faults(document, printed)]
    return OnPaper(letter, made, pages, frozenset(reached), tuple(broken))


def main(root: Traversable) -> int:
    writer = TypstLetters()
    found = [on_paper(root, letter, writer) for letter in letters(root)]
    for one in found:
        reached = f"{len(one.conditional & one.reached)} of {len(one.conditional)}"
        print(
            f"{one.letter.id:<32} {one.examples:>3} examples {one.pages:>3} pages "
            f"{reached:>9} conditional paragraphs"
        )
        print("".join(f"    {fault}\n" for fault in (*sorted(one.unreached), *one.broken)), end="")
    print(total(found))
    return 1 if any(one.broken or one.unreached for one in found) else 0


def total(found: Sequence[OnPaper]) -> str:
    conditional = sum(len(one.conditional) for one in found)
    reached = sum(len(one.conditional & one.reached) for one in found)
    return (
        f"{len(found)} letters, {sum(one.examples for one in found)} examples, "
        f"{sum(one.pages for one in found)} pages; "
        f"{reached} of {conditional} conditional paragraphs reached; "
        f"{sum(len(one.broken) for one in found)} rules of layout broken"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else data_root("forms")))

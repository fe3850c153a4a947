"""What a person reads of a pack on the screen, a page at a time, and the words of the trade in it.

What is read: the title, the sections, the questions with their hints, reasons and choices, what
each paragraph means, the papers to enclose and the warnings. A letter's own sentences are not
there: they are for the office.

A page is a question, or the meaning of a paragraph, or a paper, or a warning: what a person has
before the eyes at once. A word of the trade is allowed on a page that explains it, and in the pack
that a person chose by this very name; so is an acronym that the pack's title spells out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.core.language import jargon
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import FormDefinition, LetterDefinition
from desktop_app.core.packs.resolve import ENCLOSURES_SECTION, questions_of


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What is before a person's eyes at once: its name, its texts, where it stands in the file."""

    place: str
    texts: tuple[str, ...]
    path: Path = ()

    @property
    def text(self) -> str:
        """Return its texts, each a sentence."""
        return " ".join(map(closed, filter(None, self.texts)))


def closed(text: str) -> str:
    """Return a text that ends as a sentence: a choice or a title has no full stop of its own."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."


def on_screen(
    pack: LetterDefinition | FormDefinition, own: Mapping[str, Path] | None = None
) -> Iterator[OnScreen]:
    """Yield every page of a resolved pack.

    Args:
        own: id -> path of the questions written in the pack itself; those of groups stand at none.
    """
    found = own or {}
    yield OnScreen("title", (pack.plain_title,), ("plain_title",))
    for number, section in enumerate(pack.section):
        path: Path = ("section", number, "title") if section.id != ENCLOSURES_SECTION else ()
        pages = (page.title for page in section.page)
        yield OnScreen(f"section {section.id}", (section.title, section.part, *pages), path)
    for one in questions_of(pack):
        chosen = [text for choice in one.choices for text in (choice.label, choice.hint)]
        texts = (one.label, one.brief, one.hint, one.why, *chosen)
        yield OnScreen(f"question {one.id}", texts, found.get(one.id, ("section",)))
    for number, paper in enumerate(pack.enclosure):
        texts = (paper.text, paper.help)
        yield OnScreen(f"enclosure {paper.id}", texts, ("enclosure", number))
    for number, warning in enumerate(pack.warning):
        yield OnScreen(f"warning {number + 1}", (warning.text,), ("warning", number))
    if isinstance(pack, LetterDefinition):
        for number, paragraph in enumerate(pack.paragraph):
            place = ("paragraph", number, "meaning")
            yield OnScreen(f"paragraph {paragraph.id}", (paragraph.meaning,), place)


def unexplained(page: OnScreen, pack: LetterDefinition | FormDefinition) -> list[str]:
    """Return the words of the trade and the acronyms that neither a page nor the title explains."""
    titles = f"{pack.plain_title} {pack.title}"
    return [
        *jargon.unexplained_jargon(page.text, pack.plain_title),
        *jargon.bare_acronyms(page.text, titles),
    ]


def name_of(pack: LetterDefinition | FormDefinition) -> str:
    """Return by which name a paper is filed: its title, or what one does where a word is hard."""
    return pack.plain_title if jargon.unexplained(pack.title) else pack.title

"""`python -m tests.packs.reading [FORMS]`: how easy each procedure is to read on the screen.

The plain titles of the law's procedures come after the packs, then their figure in one row.

What is read: the title, the sections, the questions with their hints, reasons and choices, what
each paragraph means, the papers to enclose and the warnings. The letters' own sentences are not
there: they are for the office, and `test_every_letter.py` bounds their length.

A page is a question, or the meaning of a paragraph, or a paper, or a warning: what a person has
before the eyes at once. A word of the trade is allowed on a page that explains it, and in the pack
that a person chose by this very name; so is an acronym that the pack's title spells out.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.definitions.model import FormDefinition, LetterDefinition
from desktop_app.core.definitions.resolve import questions_of
from desktop_app.datafiles import data_root
from tests.helpers.reading import kandel_moles, words

JARGON = re.compile(
    r"""\b(indus?|quotients?|ayants?[ -]droits?|requérante?s?|redevables?|créance|créanci[eè]re?s?
    |débit(?:eur|rice)s?|bailleurs?|référés?|préalable|gracieu(?:x|se)|hiérarchique|saisine|saisir
    |échéanciers?|contraintes?|majorations?|forclusion|forclose?|prescription|prescrite?s?
    |contentieux|implicite|rétroactif|rétroactive|consolidation|consolidé|subrogation|injonction
    |surseoir|caducité|caduque?|litige|recouvrement|déchéance|trimestriel(?:le)?s?|susvisée?s?
    |susmentionnée?s?|nonobstant|abrogation|abroger|dérogation|diligences?|irrecevabilité
    |irrecevable|quérable|exécutoire|voies\ et\ délais|signification|signifiée?|ester)\b""",
    re.IGNORECASE | re.VERBOSE,
)
EVERYDAY = frozenset(
    """
    RSA APL MSA CPAM MDPH CCAS
    BP CS TSA CEDEX
    IBAN RIB WC PDF TV FR76
    """.split()  # noqa: SIM905 (names that people say; lines of an address; what a paper bears)
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9&]*[A-Z][A-Z0-9&]*\b")
_EXPLAINS = r"(?:est|sont|veut dire|veulent dire|signifie|c'est|s'appellent?)\b"


@dataclass(frozen=True, slots=True)
class Page:
    """What is before a person's eyes at once: its place in the pack, and its texts."""

    place: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(map(closed, filter(None, self.texts)))


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of a pack; ``unexplained``: the place and the word of what no page explains."""

    pack: str
    score: float
    words: int
    longest: str
    unexplained: tuple[tuple[str, str], ...]


def closed(text: str) -> str:
    """Return a text that ends as a sentence: a choice or a title has no full stop of its own."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."


def pages(pack: LetterDefinition | FormDefinition) -> Iterator[Page]:
    """Yield every page of a pack."""
    yield Page("title", (pack.plain_title,))
    for section in pack.section:
        yield Page(f"section {section.id}", (section.title,))
    for one in questions_of(pack):
        chosen = [text for choice in one.choices for text in (choice.label, choice.hint)]
        yield Page(f"question {one.id}", (one.label, one.hint, one.why, *chosen))
    for paper in pack.enclosure:
        yield Page(f"enclosure {paper.id}", (paper.text, paper.help))
    for number, warning in enumerate(pack.warning, 1):
        yield Page(f"warning {number}", (warning.text,))
    if isinstance(pack, LetterDefinition):
        for paragraph in pack.paragraph:
            yield Page(f"paragraph {paragraph.id}", (paragraph.meaning,))


def unexplained_jargon(page: Page, known: str = "") -> list[str]:
    """Return the words of the trade that neither this page nor the pack's name explains."""
    found = {match[0].lower() for match in JARGON.finditer(page.text)}
    chosen = {match[0].lower() for match in JARGON.finditer(known)}
    return sorted(word for word in found - chosen if not explained(word, page.text))


def explained(term: str, text: str) -> bool:
    """Tell whether a text says what a term means.

    It does where it says "« saisir » veut dire", "un échéancier est", "on appelle cela", or where
    the term or its plain words are in brackets beside it.
    """
    word = re.escape(term)
    said = re.sub(r"[«»\u00a0\u202f]", " ", text)
    patterns = (
        rf"\b{word}(?: [\w'’]+){{0,3}} +{_EXPLAINS}",
        rf"appelle[^.]*\b{word}\b",
        rf"\((?:le |la |un |une |les )?[^)]*\b{word}\b[^)]*\)",
        rf"\b{word}(?: [\w'’]+)? *\(",
        rf"\b{word}(?: [\w'’]+)? *:",
    )
    return any(re.search(pattern, said, re.IGNORECASE) for pattern in patterns)


def bare_acronyms(page: Page, known: str = "") -> list[str]:
    """Return the acronyms that neither this page nor the pack's titles spell out."""
    found = {*_ACRONYM.findall(page.text)} - EVERYDAY - {*_ACRONYM.findall(known)}
    return sorted(one for one in found if not explained(one, page.text))


def measured(pack: LetterDefinition | FormDefinition) -> Readability:
    """Return the figures of a pack."""
    every = list(pages(pack))
    text = " ".join(page.text for page in every)
    asked = [question.label for question in questions_of(pack)]
    titles = f"{pack.plain_title} {pack.title}"
    unexplained = [
        (page.place, word)
        for page in every
        for word in (*unexplained_jargon(page, pack.plain_title), *bare_acronyms(page, titles))
    ]
    return Readability(
        pack.id,
        kandel_moles(text),
        len(words(text)),
        max(asked, key=length, default=""),
        tuple(unexplained),
    )


def length(question: str) -> int:
    """Return how many words a question has; a sign alone is none."""
    return sum(any(letter.isalnum() for letter in word) for word in question.split())


def packs(root: Traversable) -> Iterator[LetterDefinition | FormDefinition]:
    """Yield every pack of a root."""
    catalogue = FolderCatalogue(root)
    for item in sorted(catalogue.search(), key=lambda one: (one.kind != "letter", one.id)):
        yield catalogue.letter(item.id) if item.kind == "letter" else catalogue.form(item.id)


def titles_of_the_law() -> list[str]:
    """Return the plain title of every procedure of the law's data."""
    return [procedure.plain_title for procedure in FolderLaw().procedures()]


def read_in_one_row(titles: Iterable[str]) -> float:
    """Return the score of titles, each a sentence."""
    return kandel_moles(" ".join(map(closed, titles)))


def main(root: Traversable) -> int:
    print(f"{'pack':<32} {'K-M':>5} {'words':>6} {'longest question':>17}  left unexplained")
    for pack in packs(root):
        found = measured(pack)
        left = ", ".join(f"{place}: {word}" for place, word in found.unexplained) or "none"
        print(
            f"{found.pack:<32} {found.score:>5.1f} {found.words:>6} "
            f"{length(found.longest):>17}  {left}"
        )
    titles = titles_of_the_law()
    for title in sorted(titles, key=kandel_moles):
        print(f"{kandel_moles(title):>5.1f} {length(title):>3} words  {title}")
    print(f"{len(titles)} plain titles of the law, in one row: {read_in_one_row(titles):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else data_root("forms")))

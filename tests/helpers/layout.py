"""What a letter's pages break of the rules of layout, in words; read back from the PDF alone."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.documents.addresses import MAX_CHARACTERS
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.typography import long_date
from desktop_app.core.pdf import FillProblem
from desktop_app.pdf.letters.proof import compare
from tests.helpers.pages import Box, PrintedPage

BLOCK = Box(110, 45, 190, 79)
"""What the window of an envelope always shows."""
MAY_BE_VISIBLE = Box(90, 34, 200, 90)
MARGINS = Box(20, 15, 190, 277)
HANGING_MM = 0.3
"""By how much a letter such as "j" may hang out of its line."""
LINES_ABOVE_CLOSING = 2


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens of the end of a line, and blanks to fill by pen."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]|\.{5,}", "", text)


def faults(document: LetterDocument, pages: Sequence[PrintedPage]) -> list[str]:
    """Return every rule that the pages of this letter break."""
    return [
        *_window(document, pages[0]),
        *_places(pages),
        *_address(document),
        *_parts(document, "".join(squeezed(page.text) for page in pages)),
        *_typography(pages),
        *_numbers(pages),
        *_signature(document, pages),
        *(f"not on the pages: {lost.field}" for lost in _proof(document, pages)),
    ]


def _proof(document: LetterDocument, pages: Sequence[PrintedPage]) -> Sequence[FillProblem]:
    """Return what the program's own proof does not find again; a letter has lines to find."""
    proof = compare(document, [page.text for page in pages])
    assert proof.total
    return proof.problems


def _window(document: LetterDocument, page: PrintedPage) -> Iterator[str]:
    seen = "".join(char.text for char in page.chars if char.box.inside(BLOCK))
    if squeezed(seen) != squeezed("".join(document.recipient)):
        yield f"the window shows « {seen} »"
    near = [c.text for c in page.chars if c.box.touches(MAY_BE_VISIBLE) and not c.box.inside(BLOCK)]
    # A line drawn inside the block is a blank of the address, to be filled by pen.
    drawn = [p for p in page.paths if p.touches(MAY_BE_VISIBLE) and not p.inside(BLOCK, slack=1)]
    drawn += [one for one in page.pictures if one.touches(MAY_BE_VISIBLE)]
    if near or drawn:
        yield f"something else may show in the window: « {''.join(near)} »"


def _places(pages: Sequence[PrintedPage]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        out = [char.text for char in page.chars if not char.box.inside(MARGINS, slack=HANGING_MM)]
        if any(not one.inside(MARGINS, slack=HANGING_MM) for one in page.pictures):
            yield f"page {number}: a picture is in the margins"
        if out:
            yield f"page {number}: « {''.join(out)} » is in the margins"


def _address(document: LetterDocument) -> Iterator[str]:
    abroad = not re.match(r"\d{5} ", document.recipient[-1])
    if len(document.recipient) > (7 if abroad else 6):
        yield f"{len(document.recipient)} lines of address"
    for number, line in enumerate(document.recipient, 1):
        if len(line) > MAX_CHARACTERS:
            yield f"address line of {len(line)} characters: {line}"
        if number >= 4 and not abroad and not re.fullmatch(r"[A-Z0-9 ]+|\.{5,}", line):
            yield f"address line {number} is not in capitals without signs: {line}"


def _parts(document: LetterDocument, said: str) -> Iterator[str]:
    parts = (
        *document.letterhead,
        *document.sender,
        f"le {long_date(document.day)}",
        document.place,
        f"Objet : {document.subject}",
        document.call,
        document.closing,
        *document.signature,
        *(paper.text for paper in document.enclosures),
    )
    for part in parts:
        for words in re.split(r"[.…_]{5,}", part):
            if squeezed(words) not in said:
                yield f"not on the page: {words}"
    if squeezed(document.call) not in squeezed(document.closing):
        yield f"the closing does not repeat « {document.call} »"
    joined = sum(not paper.later for paper in document.enclosures)
    if (f"P.J.:{joined}" in said) is not bool(joined) or ("P.J." in said) is not bool(joined):
        yield f"the number of papers enclosed, {joined}, is not told"


def _typography(pages: Sequence[PrintedPage]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        for found in re.findall(r"\S [:;!?»%€]|« \S|(?m:^\s*[:;!?»%€])", page.text):
            yield f"page {number}: an ordinary space in « {found.strip()} »"


def _numbers(pages: Sequence[PrintedPage]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        found = re.findall(r"Page\s(\d+)\ssur\s(\d+)", page.text)
        if found != ([(str(number), str(len(pages)))] if len(pages) > 1 else []):
            yield f"page {number} of {len(pages)} says {found}"


def _signature(document: LetterDocument, pages: Sequence[PrintedPage]) -> Iterator[str]:
    end = squeezed(document.closing)[-25:]
    holder = next((number for number, p in enumerate(pages) if end in squeezed(p.text)), None)
    if holder is None:
        yield "the closing is not whole on one page"
        return
    page = pages[holder]
    if squeezed(document.signature[-1]) not in squeezed(page.text).split(end)[1]:
        yield "the name is not under the closing"
    text = "".join(char.text for char in page.chars)
    closing = page.chars[text.index(squeezed(document.closing[:20]))].box.top
    head = 24 if holder else 100
    above = {round(c.box.bottom) for c in page.chars if head < c.box.top and c.box.bottom < closing}
    if len(above) < LINES_ABOVE_CLOSING:
        yield "the signature stands alone on its page"

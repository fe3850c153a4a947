"""What was read of an answer, put beside what was written, whoever read it.

PDFium, like every reader, turns a line with Arabic letters into an order of its own. There we
compare letters one by one as they stand on the page, from left to right.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop_app.pdf.forms.annex import BODY, AnnexEntry, lines_of
from desktop_app.pdf.forms.drawing import Drawn
from desktop_app.pdf.forms.ink import turned
from desktop_app.pdf.forms.shaping import as_seen, is_shaped, seen
from desktop_app.untrusted.facts import Facts, Letter, TextFact
from desktop_app.untrusted.model import Form, Page, Rect

NOT_READ = re.compile(r"[\s\u00ad\u200c-\u200f\ufffe\ufeff\u0002-]+")  # invisible; hyphens
SAME_ROW = 0.5  # points between the lines on which letters of one row stand


def squeeze(text: str) -> str:
    """A text without what two engines write differently: spaces, marks of cut words."""
    return NOT_READ.sub("", unicodedata.normalize("NFC", text))


def along(form: Form, page: Page, drawn: Drawn) -> tuple[float, float] | None:
    """Where the words of a box run to, in the PDF's own space, if its letters are looked at."""
    if not is_shaped(drawn.text):
        return None
    a, b, *_ = turned(form.fields[drawn.field].widgets[drawn.widget].turn, 0, 0)
    across, up, across_up, up_up, *_ = page.to_user
    return a * across + b * across_up, a * up + b * up_up


def annex_box(entries: Iterable[AnnexEntry]) -> Rect | None:
    """Which part of the annex is read letter by letter, if some text of it needs that."""
    return BODY if any(is_shaped(entry.text) for entry in entries) else None


def read(drawn: Drawn, fact: TextFact) -> tuple[str, str, str]:
    """What must be read, and what was, before and after."""
    if not is_shaped(drawn.text):
        return squeeze(drawn.text), squeeze(fact.before), squeeze(fact.after)
    wanted = "".join(as_seen(part) for part in drawn.parts)
    before, after = _in_rows(fact.placed_before), _in_rows(fact.placed)
    return squeeze(wanted), squeeze(before), squeeze(after)


def is_annexed(entry: AnnexEntry, facts: Facts) -> bool:
    """Whether the annex has the whole of a text."""
    if not is_shaped(entry.text):
        return squeeze(entry.text) in squeeze("".join(facts.annex))
    wanted = "".join(as_seen(line) for line in lines_of(entry.text))
    return squeeze(wanted) in squeeze("".join(map(_in_rows, facts.annex_placed)))


def _in_rows(letters: Sequence[Letter]) -> str:
    rows: list[list[tuple[float, str]]] = []
    last = -math.inf
    for one in sorted(letters, key=lambda letter: letter.below):
        if one.below - last > SAME_ROW:
            rows.append([])
        rows[-1].append((one.along, one.text))
        last = one.below
    return "".join(map(seen, rows))

"""The nearest words that name a mark: to its left, below a box with sides, above; beside a tick."""

import itertools
from collections.abc import Sequence

from desktop_app.core.rect import Rect, middle, shared_width
from desktop_app.untrusted.detection import ticks
from desktop_app.untrusted.detection.layout.tables import name_cells
from desktop_app.untrusted.detection.rows import above, clean_text, joined, left_of, row_of
from desktop_app.untrusted.detection.sentences import add_sections, whole
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word

BELOW, OVERLAP = 10.0, 4.0  # points under a box, and into it
FOOT = 1.5  # points over the foot of a box: words in the middle of which it is stand below it
OVERHANG = (4.0, 16.0)  # points by which a name below may be longer than its box
LONGEST = 120
AT_SIGN = "@"
TOLD = 6  # words that a full stop ends are a sentence; fewer, an abbreviation
SHORT = 25  # signs: such words beside a box need those below it
PART = 45.0  # points: a longer row is no part of a date
DATE = ("jour", "mois", "année")
PARTS = {(2, 2, 4): DATE, (0, 0, 0): DATE, (13, 2): ("numéro", "clé")}  # by their cells
CLOSE = 14.0  # points between the parts of one date or number


def name(marks: Sequence[Mark], sheet: Sheet) -> None:
    """Give each mark its words; a mark that nothing names keeps an empty label."""
    others = [mark.rect for mark in marks]
    ticks.name([mark for mark in marks if mark.kind == "tick"], sheet, others)
    parts = _runs_of_parts(marks)
    later = {id(mark) for run in parts for mark in run[1:]}
    for mark in marks:
        if not mark.label and mark.kind != "tick" and id(mark) not in later:
            mark.label = _label(mark, sheet, others)
        mark.label = clean_text(mark.label)[-LONGEST:]
    for run in parts:
        _name_parts(run, sheet, others)
    runs = {id(mark): run for run in parts for mark in run}
    units = [runs.get(id(mark), [mark]) for mark in marks if id(mark) not in later]
    captioned = [mark.rect for mark in marks if mark.walled and _below(mark, sheet.words, others)]
    name_cells(units, sheet, captioned)
    _go_on(marks)
    add_sections(marks, sheet)
    for mark in marks:
        mark.label, mark.question = clean_text(mark.label), clean_text(mark.question)


def _label(mark: Mark, sheet: Sheet, others: Sequence[Rect]) -> str:
    first = mark.rect
    if mark.lines > 1:  # the words stand beside the first of its lines
        top = mark.rect[3] - mark.leading
        first = mark.rect[0] + mark.indent, top, mark.rect[2], mark.rect[3]
    beside = whole(left_of(first, sheet.words, others), sheet.words, others)
    if beside.strip() == AT_SIGN:
        return ""  # the end of an address for messages: it goes on from the box before
    below, over = joined(_below(mark, sheet.words, others)), joined(above(first, sheet.words))
    if _leads_on(below) and any(map(str.isalpha, over)):
        below = ""
    if not any(map(str.isalpha, beside)):
        beside = ""
    mark.beside = bool(beside)
    if below and mark.walled and not beside.rstrip().endswith((":", "?")):
        return f"{clean_text(beside)} : {below}" if 0 < len(clean_text(beside)) <= SHORT else below
    return beside or below or over or joined(_near_below(mark, sheet.words))


def _leads_on(words: str) -> bool:
    """Whether words announce what stands after them, or are a sentence: no caption of a box."""
    end = words.rstrip()[-1:]
    return end == ":" or (end == "." and len(words.split()) >= TOLD)


def _below(mark: Mark, words: Sequence[Word], others: Sequence[Rect]) -> list[Word]:
    """The words right below, when they are no part of a longer sentence nor of another mark."""
    near = _near_below(mark, words)
    if not near:
        return []
    row = row_of(words, max(near, key=lambda one: one.rect[3]))
    left, right = row[0].rect[0], row[-1].rect[2]
    inside = left >= mark.rect[0] - OVERHANG[0] and right <= mark.rect[2] + OVERHANG[1]
    high = middle(row[0].rect)[1]
    taken = any(
        one[1] + FOOT < high < one[3]
        and (abs(one[0] - right) < CLOSE or abs(left - one[2]) < CLOSE)
        for one in others
    )
    return row if inside and not taken else []


def _near_below(mark: Mark, words: Sequence[Word]) -> list[Word]:
    return [
        word
        for word in words
        if _is_below(word.rect, mark.rect) and shared_width(word.rect, mark.rect) > 1
    ]


def _is_below(word: Rect, box: Rect) -> bool:
    """Whether words stand under a box; a field is often drawn over the top of its own name."""
    gap = box[1] - word[3]
    return gap <= BELOW and (gap >= -OVERLAP or middle(word)[1] <= box[1] + FOOT)


def _runs_of_parts(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Combs, or short rows, that follow each other closely: day, month, year; a long number."""
    runs: list[list[Mark]] = []
    run: list[Mark] = []
    for mark in marks:
        if _is_part(mark) and run and _is_next_part(run[-1], mark):
            run.append(mark)
            continue
        runs.append(run)
        run = [mark] if _is_part(mark) else []
    return [one for one in [*runs, run] if len(one) > 1]


def _is_part(mark: Mark) -> bool:
    return mark.kind == "comb" or (mark.typed and mark.rect[2] - mark.rect[0] < PART)


def _is_next_part(one: Mark, other: Mark) -> bool:
    near = CLOSE if one.kind == other.kind == "comb" else CLOSE / 2
    return abs(one.foot - other.foot) < 2 and 0 <= other.rect[0] - one.rect[2] <= near


def _name_parts(run: Sequence[Mark], sheet: Sheet, others: Sequence[Rect]) -> None:
    shared = run[0].label
    captions = [clean_text(joined(_below(mark, sheet.words, others))) for mark in run]
    if all(captions):
        before = shared.removesuffix(captions[0]).strip(" :")
        for mark, caption in zip(run, captions, strict=True):
            mark.label = f"{before} : {caption}" if before else caption
        return
    whole = Mark("comb", (run[0].rect[0], run[0].rect[1], run[-1].rect[2], run[0].rect[3]))
    shared = shared if shared else clean_text(joined(_below(whole, sheet.words, others)))
    cells = tuple(mark.cells for mark in run)
    parts = PARTS.get(cells) or tuple(str(number) for number in range(1, len(run) + 1))
    for mark, part in zip(run, parts, strict=True):
        mark.label = f"{shared} : {part}" if shared else ""


def _go_on(marks: Sequence[Mark]) -> None:
    """A mark without words goes on from the one before it on its row."""
    for one, other in itertools.pairwise(marks):
        if (
            not other.label
            and other.kind != "tick"
            and one.label
            and abs(one.foot - other.foot) < 4
        ):
            other.label = f"{one.label} (suite)"

"""Words, and what is typed to be written on: underscores, dots, bars, empty squares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.core.rect import Rect, around, height, shared_height, width
from desktop_app.untrusted.detection.sheet import Letter, Line, Word

UNDERSCORE, DOTS, BARS = frozenset("_‗＿"), frozenset(".…·․‥"), frozenset("|│¦")
SQUARES = frozenset("☐□❏❐❑❒◻▢⬜○◯\uf06f\uf0a8\uf071\uf072\uf0a3")
DOT = 1.7  # points of ink
LEAST_DOTS = 5  # in a row; "…" counts for three
GAPS = {"_": 0.9, ".": 5.0}  # points between two signs of one row
HUGE = 30.0  # points on both sides: a letter of a watermark
BRACKETS = (2.5, 16.0)  # points of white between brackets that are a square to tick


@dataclass(slots=True)
class Typed:
    """What the letters of a page are."""

    words: list[Word] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    bars: list[Line] = field(default_factory=list)
    squares: list[Rect] = field(default_factory=list)


def read(letters: Iterable[Letter]) -> Typed:
    """Sort the letters of a page, given in the order of its text."""
    found = Typed()
    waiting: list[Letter] = []  # letters of a word, or signs of a row
    before: Letter | None = None
    for letter in letters:
        if waiting and not _continues(waiting, letter):
            _close(waiting, found)
            waiting = []
        if letter.text.isspace() or min(width(letter.rect), height(letter.rect)) > HUGE:
            continue
        last, before = before, letter
        if letter.text in SQUARES:
            found.squares.append(letter.rect)
        elif last is not None and _are_brackets(last, letter):
            found.squares.append(around((last.rect, letter.rect)))
            _take_out(last, waiting, found.words)
        elif letter.text in BARS:
            x0, y0, x1, y1 = letter.rect
            found.bars.append(Line((x0 + x1) / 2, y0, y1, x1 - x0, typed=True))
        else:
            waiting.append(letter)
    if waiting:
        _close(waiting, found)
    return found


def _are_brackets(last: Letter, letter: Letter) -> bool:
    """Whether "[" and "]" have nothing but white between them."""
    gap = letter.rect[0] - last.rect[2]
    return (last.text, letter.text) == ("[", "]") and BRACKETS[0] <= gap <= BRACKETS[1]


def _take_out(letter: Letter, waiting: list[Letter], words: list[Word]) -> None:
    """Take back the last letter, which is no part of a word."""
    if waiting:
        waiting.pop()
    elif words and words[-1] == Word(letter.text, letter.rect):
        words.pop()


def _sort(letter: Letter) -> str:
    """What a letter is good for; a dot is known by its ink too, where its name lies."""
    if letter.text in UNDERSCORE:
        return "_"
    x0, y0, x1, y1 = letter.rect
    is_dot = letter.text in DOTS or (0 < x1 - x0 <= DOT and 0 < y1 - y0 <= DOT)
    return "." if is_dot else "a"


def _continues(waiting: Sequence[Letter], letter: Letter) -> bool:
    last, sort = waiting[-1], _sort(waiting[-1])
    if letter.text.isspace():
        return sort != "a"  # dots are typed with spaces too
    if letter.text in SQUARES or letter.text in BARS:
        return False
    gap = letter.rect[0] - last.rect[2]
    if sort != "a":
        return (
            _sort(letter) == sort
            and abs(letter.rect[1] - last.rect[1]) < 1
            and (-2 < gap <= GAPS[sort])
        )
    if sort != _sort(letter):
        return False
    high = max(height(last.rect), 4.0)
    level = shared_height(last.rect, letter.rect)
    return -high < gap < 0.3 * high + 0.6 and level > -0.35 * high


def _close(waiting: Sequence[Letter], found: Typed) -> None:
    sort = _sort(waiting[0])
    rect = around(one.rect for one in waiting)
    if sort == "_":
        found.rows.append(Line((rect[1] + rect[3]) / 2, rect[0], rect[2], typed=True))
        return
    count = sum(3 if one.text == "…" else 1 for one in waiting)
    if sort == "." and count >= LEAST_DOTS:
        found.rows.append(Line(rect[1], rect[0], rect[2], typed=True, dotted=True))
        return
    text = "".join(one.text for one in waiting)
    last = found.words[-1] if found.words else None
    if sort == "." and last is not None and _ends(last, rect):
        x0, y0, _, y1 = last.rect
        found.words[-1] = Word(last.text + text, (x0, min(y0, rect[1]), rect[2], y1))
        return
    found.words.append(Word(text, rect))


def _ends(word: Word, dot: Rect) -> bool:
    """Whether a dot ends a word."""
    return -1 < dot[0] - word.rect[2] < 2 and word.rect[1] - 2 < dot[1] < word.rect[3]

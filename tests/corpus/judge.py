"""Says of each answer whether it stands on the page, from what poppler and PDFium show.

Nothing here comes from ``pdf/forms``: places are those that pypdf reads, words and ink are
poppler's and PDFium's. A letter counts as shown when ink is in the upper, lower, left and right
part of its own outline: an accent cut off, or a line cut at its box's edge, has none there.
"""

import io
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pypdf
import pypdfium2 as pdfium
from PIL import Image, ImageChops

from tests.corpus import foreign
from tests.corpus.foreign import Place, Sheet, sheets
from tests.corpus.letters import Letter, letters
from tests.corpus.poppler import SCALE, Poppler, Rect, Shown, Word, is_from_the_right

SPACES = re.compile(r"[\s\u00a0\u00ad\u202f\u2009\ufffe\u0002]+")
OPENED = str.maketrans(")]»’”", "([«‘“")
LEADERS = re.compile(r"[._…]")  # printed under an answer, and read among its letters
DARK, FAINT, CHANGE = 120, 20, 50  # grey levels
CORE = 0.2  # of a tick's box left out on each side: the printed square
LEAST, STRAY, MARK = 5, 4, 0.15  # pixels; share of a box that a mark covers
OUTSIDE = 2.5  # points
ALIKE = 0.4
ROUNDING = 1.0  # pixels


@dataclass(frozen=True, slots=True)
class Ask:
    """What one field must show, at each of its places.

    ``texts`` are the words, any of which will do ("voir annexe 1", "A1"); ``ticked`` are indexes
    in ``places``; ``annexed`` is a whole text that the annex must hold.
    """

    field: str
    places: tuple[Place, ...]
    texts: tuple[str, ...] = ()
    ticked: frozenset[int] = frozenset()
    is_tick: bool = False
    annexed: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey; ``across`` and ``down`` are its pixels a point, ``high`` its points."""

    image: Image.Image
    across: float
    down: float
    high: float

    def pixels(self, box: Rect, around: float = 0) -> tuple[int, int, int, int]:
        """A rectangle of the page as pixels from the top left, all those it touches."""
        return (
            max(0, math.floor(box[0] * self.across - around)),
            max(0, math.floor((self.high - box[3]) * self.down - around)),
            min(self.image.width, math.ceil(box[2] * self.across + around)),
            min(self.image.height, math.ceil((self.high - box[1]) * self.down + around)),
        )


Pictures = Mapping[int, Picture]


@dataclass(slots=True)
class Verdict:
    """How many fields are shown, and what is wrong with the others, with their names."""

    counts: Counter[str] = field(default_factory=Counter)
    named: dict[str, list[str]] = field(default_factory=dict)
    errors: int = 0

    def tell(self, fault: str, name: str) -> None:
        """Count a field under its worst fault."""
        self.counts[fault or "shown"] += 1
        if fault:
            self.named.setdefault(fault, []).append(name)


class Judge:
    """One blank and what its pages look like; judges files made of it."""

    def __init__(self, blank: bytes, pages: Sequence[int]) -> None:
        self.pages = sorted(set(pages))
        blank = foreign.as_drawn(blank)
        self._sheets = sheets(pypdf.PdfReader(io.BytesIO(blank)))
        self._tools = Poppler([sheet.high for sheet in self._sheets])
        self._blank = self._tools.show(blank, self.pages)
        self._bare = self._tools.show(blank, self.pages, bare=True)
        self._engines = (
            (self._first(self._blank), self._first(self._bare)),
            tuple(second(blank, self.pages, fields=fields) for fields in (True, False)),
        )

    def close(self) -> None:
        """Remove what was written for poppler."""
        self._tools.close()

    def judge(self, data: bytes, asks: Sequence[Ask], *, fields: bool) -> Verdict:
        """Judge a filled file; ``fields`` says that it still has fields."""
        pages = sorted({place.page for ask in asks for place in ask.places})
        shown = self._tools.show(data, pages)
        outlines = {
            number: [_seen(one, self._sheets[number - 1]) for one in found]
            for number, found in letters(data, pages, fields=fields).items()
        }
        ink = _Ink((self._first(shown), second(data, pages, fields=fields)), self._engines)
        annex = self._annex(shown)
        written: dict[int, list[Rect]] = {}
        faults: dict[str, str] = {}
        for ask in (one for one in asks if not one.is_tick):
            fault = self._text(ask, shown, outlines, ink, written)
            lost = ask.annexed and not any(squeeze(ask.annexed) in one for one in annex)
            faults[ask.field] = fault or ("missing" if lost else "")
        for ask in asks:
            for index in ask.ticked:
                place = ask.places[index]
                written.setdefault(place.page, []).append(place.box)
        for ask in (one for one in asks if one.is_tick):
            faults[ask.field] = self._tick(ask, ink, written)
        verdict = Verdict(errors=max(0, shown.errors - self._blank.errors))
        for ask in asks:
            verdict.tell(faults[ask.field], ask.field)
        return verdict

    def _annex(self, shown: Shown) -> list[str]:
        """The words of the pages after the form's own, in each order of reading."""
        added = [
            list(_orders(shown.words[number]))
            for number in sorted(shown.words)
            if number > len(self._sheets)
        ]
        return ["".join(pages) for pages in zip(*added, strict=True)]

    def _first(self, shown: Shown) -> Pictures:
        """Poppler draws at its exact scale, from the upper edge."""
        return {
            number: Picture(image, SCALE, SCALE, self._sheets[number - 1].high)
            for number, image in shown.pictures.items()
        }

    def _text(
        self,
        ask: Ask,
        shown: Shown,
        outlines: Mapping[int, list[Letter]],
        ink: "_Ink",
        written: dict[int, list[Rect]],
    ) -> str:
        wanted = [text for text in map(squeeze, ask.texts) if text]
        if not wanted:
            return ""
        for place in ask.places:
            printed = self._blank.words.get(place.page, ())
            words = [
                one
                for one in shown.words.get(place.page, ())
                if _touches(one, place.box) and not any(_same(one, other) for other in printed)
            ]
            near = [one for one in outlines.get(place.page, ()) if _inside(one.box, place.box)]
            if fault := _words_fault(wanted, words):
                return fault
            found = next((hit for text in wanted if (hit := _spell(text, near))), None)
            if found is None:
                return "clipped" if _spell(wanted[0][:3], near) else "missing"
            written.setdefault(place.page, []).extend(one.box for one in found)
            if not all(ink.is_whole(place.page, one) for one in found):
                return "clipped"
            if any(_outside(one.box, place.box) for one in found):
                return "outside"
        return ""

    def _tick(self, ask: Ask, ink: "_Ink", written: Mapping[int, list[Rect]]) -> str:
        for index, place in enumerate(ask.places):
            others = [box for box in written.get(place.page, ()) if box != place.box]
            covered = any(_meet(place.box, box) for box in others)
            changes = [ink.changes(engine, place) for engine in (0, 1)]
            if index in ask.ticked:
                if min(one.apart if place.checked else one.changed for one in changes) < LEAST:
                    return "tick missing"
            elif place.checked:
                if any(one.changed < LEAST and one.apart > STRAY for one in changes):
                    return "wrong tick"
            elif not covered and _is_ticked(changes):
                return "wrong tick"
        return ""


@dataclass(frozen=True, slots=True)
class _Changes:
    """Pixels that differ in a box: from the blank, from its page without boxes; of how many."""

    changed: int
    apart: int
    pixels: int


def _is_ticked(changes: Sequence[_Changes]) -> bool:
    """Whether a box nobody asked for looks ticked: both engines say so, or one without doubt.

    The two draw the square of some boxes otherwise: only a mark is ink in the middle of both.
    """
    return all(one.changed > STRAY for one in changes) or any(
        one.changed > MARK * one.pixels for one in changes
    )


class _Ink:
    """The pixels of a filled file beside those of its blank, in both engines."""

    def __init__(
        self, filled: tuple[Pictures, Pictures], blanks: Sequence[tuple[Pictures, ...]]
    ) -> None:
        self._filled = filled
        self._blanks = blanks

    def is_whole(self, page: int, letter: Letter) -> bool:
        """Whether both engines put ink at the four sides of a letter's outline."""
        return all(
            _has_ink(filled[page], blank[page].image, letter.box)
            for filled, (blank, _) in zip(self._filled, self._blanks, strict=True)
        )

    def changes(self, engine: int, place: Place) -> "_Changes":
        """What changed in the middle of a tick's box."""
        x0, y0, x1, y1 = place.box
        wide, high = (x1 - x0) * CORE, (y1 - y0) * CORE
        core = (x0 + wide, y0 + high, x1 - wide, y1 - high)
        filled = self._filled[engine][place.page]
        blank, bare = (pictures[place.page].image for pictures in self._blanks[engine])
        changed, pixels = _differ(filled, blank, core)
        return _Changes(changed, _differ(filled, bare, core)[0], pixels)


def second(data: bytes, pages: Sequence[int], *, fields: bool) -> Pictures:
    """Pages drawn by PDFium, in grey; it stretches a page to whole pixels."""
    with pdfium.PdfDocument(data) as document:
        if fields:
            document.init_forms()
        found = {}
        for number in pages:
            page = document[number - 1]
            wide, high = page.get_size()
            bitmap = page.render(
                scale=SCALE, grayscale=True, may_draw_forms=fields, draw_annots=fields
            )
            image = bitmap.to_pil().copy()
            found[number] = Picture(image, image.width / wide, image.height / high, high)
    return found


def squeeze(text: str) -> str:
    """A text without its spaces, letters composed."""
    return SPACES.sub("", unicodedata.normalize("NFC", text))


def _words_fault(wanted: Sequence[str], words: Sequence[Word]) -> str:
    """What is wrong with poppler's words; nothing when one order of reading spells the text."""
    read = list(_orders(words))
    if any(text in one for text in wanted for one in read):
        return ""
    read = [LEADERS.sub("", one) for one in read]
    wanted = [LEADERS.sub("", text) for text in wanted]
    if any(text in one for text in wanted for one in read):
        return ""
    text, one = wanted[0], max(read, key=len, default="")
    if any(part in one for part in (text[: len(text) // 2 + 1], text[len(text) // 2 :])):
        return "clipped"
    common = sum((Counter(text) & Counter(one)).values())
    return "wrong character" if common >= ALIKE * len(text) else "missing"


def _orders(words: Sequence[Word]) -> Iterator[str]:
    """The words of a box in poppler's order, then by rows, then turned."""
    keys = (
        lambda one: 0,
        lambda one: (-round((one.box[1] + one.box[3]) / 2 / 3), one.box[0]),
        lambda one: (round(one.box[0] / 3), one.box[1]),
        lambda one: (-round(one.box[2] / 3), -one.box[3]),
        lambda one: (one.box[1], -one.box[0]),
        lambda one: (-round((one.box[1] + one.box[3]) / 2 / 3), -one.box[0]),
    )
    for key in keys:
        yield squeeze("".join(one.text for one in sorted(words, key=key)))


def _seen(letter: Letter, sheet: Sheet) -> Letter:
    x, y = letter.at
    return Letter(letter.text, sheet.seen(letter.box), sheet.seen((x, y, x, y))[:2])


def _spell(text: str, near: Sequence[Letter]) -> list[Letter] | None:
    """The letters that spell a text, in PDFium's order, or as they stand on their lines.

    PDFium turns a line on which there is an Arabic letter, and what stands beside it, brackets too.
    """
    if (found := _find(text, near)) is not None:
        return found
    text = LEADERS.sub("", text).translate(OPENED)
    plain = [
        replace(one, text=one.text.translate(OPENED)) for one in near if not LEADERS.match(one.text)
    ]
    towards = -1 if is_from_the_right(text) else 1
    plain.sort(key=lambda one: (-round(one.at[1], 1), towards * one.at[0]))
    return _find(text, plain) or _find(text, plain[::-1])  # a box may be upside down


def _find(text: str, near: Sequence[Letter]) -> list[Letter] | None:
    """The letters that spell a text, the last written first; two lines may be read either way."""
    spelt = "".join(one.text[0] for one in near)
    if (start := spelt.rfind(text)) >= 0:
        return list(near[start : start + len(text)])
    for place in range(1, len(text)):
        first, second = text[:place], text[place:]
        if (start := spelt.rfind(second + first)) >= 0:
            return list(near[start : start + len(text)])
    return None


def _touches(word: Word, box: Rect) -> bool:
    x0, y0, x1, y1 = word.box
    across = (y0 + y1) / 2
    upright = x1 - x0 >= (y1 - y0) * 0.5 or len(word.text) < 3
    if upright or (box[3] - box[1]) < (box[2] - box[0]):
        return x0 < box[2] and x1 > box[0] and box[1] - 2 < across < box[3] + 2
    return y0 < box[3] and y1 > box[1] and box[0] - 2 < (x0 + x1) / 2 < box[2] + 2


def _inside(one: Rect, box: Rect) -> bool:
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 4 <= y <= box[3] + 4


def _same(one: Word, other: Word) -> bool:
    return one.text == other.text and all(
        abs(a - b) < 1 for a, b in zip(one.box, other.box, strict=True)
    )


def _outside(one: Rect, box: Rect) -> bool:
    return (
        one[0] < box[0] - OUTSIDE
        or one[1] < box[1] - OUTSIDE
        or one[2] > box[2] + OUTSIDE
        or one[3] > box[3] + OUTSIDE
    )


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _has_ink(filled: Picture, blank: Image.Image, box: Rect) -> bool:
    if filled.image.size != blank.size:
        return False
    left, top, right, bottom = filled.pixels(box, ROUNDING)
    across, down = max(5, (right - left) // 3), max(4, (bottom - top) // 4 + 1)
    return all(
        _is_inked(filled.image, blank, part)
        for part in (
            (left, top, right, top + down),
            (left, bottom - down, right, bottom),
            (left, top, left + across, bottom),
            (right - across, top, right, bottom),
        )
    )


def _is_inked(filled: Image.Image, blank: Image.Image, part: tuple[int, int, int, int]) -> bool:
    if part[2] <= part[0] or part[3] <= part[1]:
        return False
    now, before = filled.crop(part), blank.crop(part)
    return (
        _most(ImageChops.difference(now, before)) >= FAINT
        or int(
            now.getextrema()[0]  # type: ignore[arg-type]
        )
        <= DARK
    )


def _most(picture: Image.Image) -> int:
    return int(picture.getextrema()[1])  # type: ignore[arg-type]


def _differ(one: Picture, other: Image.Image, box: Rect) -> tuple[int, int]:
    """How many pixels of a box differ, and how many there are."""
    left, top, right, bottom = part = one.pixels(box)
    if one.image.size != other.size or right <= left or bottom <= top:
        return 0, 0
    levels = ImageChops.difference(one.image.crop(part), other.crop(part)).histogram()
    return sum(levels[CHANGE + 1 :]), sum(levels)

"""The words that name a box for a person: never the name of a field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.facts import Box, BoxOption, Title
from desktop_app.core.generic.known import civility, recognise
from desktop_app.core.generic.layout.contradiction import SUITE, contradicted
from desktop_app.core.rect import same_row, shared_width

PAGE_FOOT = 24.0  # points: what stands there is about the paper, not about what is asked
NUMBER = re.compile(r"^(\d{1,2}) (?=\w)")
TICK_HERE = "cochez la case"
AT_SIGN = 30.0  # points
TITLE = 12  # letters: shorter words may be both a box and a title
LONGEST_MARK = 3  # letters: "A", "SO", "NSP" are answers of a scale
LEVEL = 6.0  # points: squares that differ less stand on one line
COLUMN = 6  # words of a column that are said, however long its row is
SIGNED = 48.0  # points: the day of a signature may stand below its place
ROW = 48.0  # points: the highest row of a table
UNENDED = frozenset(["de", "des", "en", "et", "la", "les", "ou", "par", "pour", "sur", "un", "une"])
"""Words by which nothing ends."""
HEADS = 3  # titles on one height are the heads of columns


@dataclass(frozen=True, slots=True)
class Named:
    """A box, its words and the title of the part of the page where it stands.

    Attributes:
        label: for a person; may be long.
        numbered: nothing named it: the label is only its number.
        asked: for ticks: what they answer; empty when the page does not say.
        options: the words of each option, in order.
        number: of the box among those of its page, from 1.
        path, nth: what tells it from others of its name (``telling.py``); empty for most.
    """

    box: Box
    label: str
    title: str = ""
    numbered: bool = False
    asked: str = ""
    options: tuple[str, ...] = ()
    number: int = 0
    path: str = ""
    nth: str = ""


def named(
    boxes: Sequence[Box], titles: Sequence[Title], renamed: Mapping[str, str]
) -> tuple[Named, ...]:
    """Name boxes that stand in reading order; ``renamed`` are a person's own words for some."""
    found: list[Named] = []
    numbers: dict[int, int] = {}
    for box in boxes:
        numbers[box.page] = numbers.get(box.page, 0) + 1
        number = own_words.NUMBERED.format(n=numbers[box.page], page=box.page)
        before = found[-1] if found and _same_row(found[-1].box, box) else None
        one = _by_path(_named(box, _title_of(box, titles), number, before))
        one = replace(one, number=numbers[box.page])
        if own := wording.clean(renamed.get(box.name, "")):
            one = replace(one, label=own, asked=own if one.asked else "", numbered=False)
        found.append(replace(one, label=wording.in_small(one.label)))
    return _asked_apart(_parted_mails(_own_words(_signed(found))))


def _by_path(one: Named) -> Named:
    """Words that say nothing, or are an answer of other squares, give way to those of the path."""
    box = one.box
    if box.type == "tick":
        label = path_of(box) if one.numbered else one.label
        asked = _question(box, label) or ("" if _is_only_answer(one.asked) else one.asked)
        return replace(
            one, label=label or one.label, numbered=one.numbered and not label, asked=asked
        )
    if one.label.endswith(SUITE) and (label := _in_its_column(one)):
        return replace(one, label=label)
    if whole := _uncut(one):
        return replace(one, label=wording.capital(whole))
    if not (one.numbered or _is_only_answer(one.label) or _is_its_column(one)):
        return one
    label = path_of(box)
    return replace(one, label=label or one.label, numbered=one.numbered and not label)


def _uncut(one: Named) -> str:
    """The whole sentence within which the words of a box stop, as its row or its lead says it."""
    label = wording.plain_words(one.label)
    if label.rpartition(" ")[2] not in UNENDED:
        return ""
    around = (wording.clean(words) for words in (one.box.row, one.box.lead))
    return next((one for one in around if wording.plain_words(one).startswith(f"{label} ")), "")


def _is_its_column(one: Named) -> bool:
    """Whether a box is named by the head of its column alone, though its row has words.

    A box as high as several rows is in none.
    """
    if one.box.rect[3] - one.box.rect[1] > ROW:
        return False
    column, row = wording.plain_words(one.box.column), wording.clean(one.box.row)
    label = wording.plain_words(one.label)
    whole = len(label.split()) > 1 and f" {label} " in f" {column} "
    return whole and _good(row) and wording.plain_words(row) not in column


def _in_its_column(one: Named) -> str:
    """The words of a row and of a column for a cell that goes on from the one before it."""
    row, column = one.label.removesuffix(SUITE).strip(), wording.clean(one.box.column)
    if not _good(column) or wording.plain_words(column) in wording.plain_words(row):
        return ""
    return _cell(row, column)


def _question(box: Box, label: str) -> str:
    """What a square answers: the words that begin its row, else the line that announces it."""
    for words in (wording.clean(box.row), wording.clean(box.lead)):
        if _good(words) and not _is_only_answer(words) and words.casefold() != label.casefold():
            return wording.capital(words)
    return ""


def _is_only_answer(text: str) -> bool:
    return wording.plain_words(text) in ANSWERS


def path_of(box: Box) -> str:
    """The words of a box that has none of its own: its row and column, else what announces it."""
    row, column, lead = (
        text if _good(text) and not _is_only_answer(text) else ""
        for text in (wording.clean(words) for words in (box.row, box.column, box.lead))
    )
    if row and column and row != column:
        return _cell(row, column)
    return wording.capital(row or column or lead)


def _cell(row: str, column: str) -> str:
    """The words of a row, then those of a column: the first words of either are always said."""
    most = wording.MOST_WORDS
    own = wording.shortened(column, max(COLUMN, most - len(row.split())))
    room = max(COLUMN, most - len(own.split()))
    return wording.capital(own_words.CELL.format(row=wording.shortened(row, room), column=own))


def _signed(found: list[Named]) -> list[Named]:
    """ "A …, le …, à …", beside or below: where and when it is signed, whatever stands above."""
    for place, one in enumerate(found):
        after = next(_days(found, place), 0) if _words_of_line(one) in ("a", "fait a") else 0
        if not after:
            continue
        found[place] = replace(one, label=own_words.SIGNED_AT, numbered=False)
        day, rest = found[after], found[after + 1 : after + 2]
        if not any(_same_row(day.box, each.box) and each.label.endswith(SUITE) for each in rest):
            found[after] = day = replace(day, label=own_words.SIGNED_ON, numbered=False)
        for each in rest:
            if each.numbered and _words_of_line(each) == "a" and _same_row(day.box, each.box):
                found[after + 1] = replace(each, label=_led(day, "à"), numbered=False)
    return found


def _days(found: Sequence[Named], place: int) -> Iterator[int]:
    """Places of the lines after "le" that go on from a line after "A"."""
    where = found[place].box
    for after, other in enumerate(found[place + 1 :], place + 1):
        box = other.box
        near = box.page == where.page and 0 <= where.rect[1] - box.rect[1] < SIGNED
        beside = after == place + 1 and _same_row(where, box)
        is_day = _words_of_line(other).removesuffix(" jour") == "le"
        if is_day and (beside or (near and shared_width(where.rect, box.rect) > 0)):
            yield after


def _words_of_line(one: Named) -> str:
    """The plain words beside a box to write in; none of a square."""
    spots = one.box.spots if one.box.type == "text" else ()
    return wording.plain_words(spots[0].words) if spots else ""


def _own_words(found: list[Named]) -> list[Named]:
    """Words that name the box before are no title of those after it: "Complément : Adresse"."""
    labels: list[str] = []
    for place, one in enumerate(found):
        head, mark, tail = one.label.partition(" : ")
        if (
            mark
            and not tail.isdigit()
            and len(head) >= TITLE
            and any(label.startswith(head) for label in labels)
        ):
            found[place] = replace(one, label=wording.capital(tail))
        if one.box.type == "text":
            labels.append(one.label)
    return found


def _parted_mails(found: list[Named]) -> list[Named]:
    """An address for messages may have two boxes, with the @ printed between them."""
    for place, (one, other) in enumerate(pairwise(found)):
        near = _same_row(one.box, other.box) and 0 <= other.box.rect[0] - one.box.rect[2] < AT_SIGN
        both = all(recognise(each.label).kind == "email" for each in (one, other))
        if near and both:
            label = one.label.removesuffix(" 1")
            found[place] = replace(one, label=own_words.BEFORE_AT.format(words=label))
            found[place + 1] = replace(other, label=own_words.AFTER_AT.format(words=label))
    return found


def _asked_apart(found: Sequence[Named]) -> tuple[Named, ...]:
    """The words of one square are no question to the squares that follow it."""
    ticks = {(one.box.page, one.label) for one in found if one.box.type == "tick"}
    return tuple(
        replace(one, asked="") if (one.box.page, one.asked) in ticks else one for one in found
    )


def _named(box: Box, title: str, number: str, before: Named | None) -> Named:
    asked = wording.capital(wording.clean(box.asked))
    asked = asked if wording.says_something(asked) else ""
    if box.type == "one_of" and len(box.options) > 1:
        box = replace(box, options=_as_seen(box))
        label = (
            _of_several(box) or asked or (own_words.CIVILITY if civility(option_words(box)) else "")
        )
        return Named(
            box, label or number, title, not label, label or asked, options=option_words(box)
        )
    if box.type in ("tick", "one_of"):
        label = _of_tick(box)
        if wording.plain_words(label).startswith(TICK_HERE):
            label = f"{title} {label[len(TICK_HERE) :].strip()}".strip()
        return Named(box, label or number, title, not label, asked)
    label = _of_text(box, before)
    options = option_words(box) if box.type == "choice" else ()
    return Named(box, label or number, title, not label, options=options)


def _of_text(box: Box, before: Named | None) -> str:
    """The words of a box to write in; empty when nothing names it."""
    tip, near = _tooltip(box), _near(box)
    name = wording.from_name(box.name) if not box.found else ""
    if _good(tip) and not contradicted(tip, near):
        return tip
    if tip and wording.is_link(tip) and (name or before):
        return name if name and not wording.is_link(name) else _led(before, tip)
    if _good(near):
        return name if name and _is_better(name, near) else near
    return name or _of_less(box, tip, near, before)


def _of_less(box: Box, tip: str, near: str, before: Named | None) -> str:
    """The words of a box that nothing near names well."""
    known = wording.capital(wording.clean(box.known)) if box.known != box.name else ""
    if _good(known):
        return known
    for words in (near, tip, known):
        if short := wording.short_word(words):
            return short
    link = next((one for one in (near, known) if one and wording.is_link(one)), "")
    return _led(before, link)


def _led(before: Named | None, link: str) -> str:
    """ "La période est prévue du … au": words that only lead on, after those before them."""
    if before is None or before.numbered:
        return ""
    lead = before.label.split(" … ")[0].removesuffix(" (suite)")
    return f"{lead} … {link.lower()}" if link else own_words.FOLLOWS.format(words=lead)


def _of_tick(box: Box) -> str:
    """A square's words stand beside it; its tooltip is better when it says more."""
    tip, near = _tooltip(box), _near(box)
    name = wording.from_name(box.name) if not box.found else ""
    if wording.says_something(tip) and len(tip.split()) >= min(3, len(near.split())):
        return tip
    if near and (wording.says_something(near) or near.casefold() in SHORT_ANSWERS):
        return near
    if wording.says_something(tip) or name:
        return tip if wording.says_something(tip) else name
    known = wording.capital(wording.clean(box.known)) if box.known != box.name else ""
    return known if _good(known) else _single_option(box)


def _single_option(box: Box) -> str:
    words = option_words(box) if box.options else ()
    return words[0] if len(words) == 1 else ""


def _of_several(box: Box) -> str:
    tip = _tooltip(box)
    if _good(tip):
        return tip
    asked = wording.capital(wording.clean(box.asked))
    if _good(asked):
        return asked
    return wording.from_name(box.name) if not box.found else ""


def _as_seen(box: Box) -> tuple[BoxOption, ...]:
    """The options as their squares stand on the page: a scale goes from A to D."""

    def place(option: BoxOption) -> tuple[float, ...]:
        if not option.spots:
            return (float(len(box.spots)), 0.0, 0.0)
        spot = box.spots[option.spots[0]]
        return (float(spot.page), -round(spot.rect[1] / LEVEL), spot.rect[0])

    return tuple(sorted(box.options, key=place))


SHORT_ANSWERS = frozenset(["oui", "non", "m", "mme", "mlle", "f", "h", "m.", "mme.", "mlle.", "ne"])


ANSWERS = frozenset(["oui", "non", "m", "mme", "f", "h", "ou", "oui non", "non oui", "nsp"])
"""Answers that are no question, and name no box to write in."""


def option_words(box: Box) -> tuple[str, ...]:
    """Return the words of each option: its own, else those beside it, else its number."""
    own = [wording.tooltip(option.label) for option in box.options]
    ids = [wording.capital(wording.clean(option.id)) for option in box.options]
    beside = [
        wording.clean(box.spots[option.spots[0]].words) if option.spots else ""
        for option in box.options
    ]
    for words in (own, ids if all(map(_is_answer, ids)) else beside, beside, ids):
        if all(words) and len(set(words)) == len(words) and all(map(_is_answer, words)):
            return tuple(map(wording.capital, words))
    return tuple(
        next((word for word in words if _is_answer(word)), own_words.OPTION.format(n=number))
        for number, words in enumerate(zip(own, beside, ids, strict=True), 1)
    )


def _is_answer(text: str) -> bool:
    mark = len(text) <= LONGEST_MARK and text.isalpha() and text.isupper()
    return wording.says_something(text) or text.casefold() in SHORT_ANSWERS or mark


def _tooltip(box: Box) -> str:
    last = box.name.rsplit(".", 1)[-1].split("[", maxsplit=1)[0]
    if " " not in box.tooltip and box.tooltip.casefold() == last.casefold():
        only_word = box.tooltip.isalpha() and wording.says_something(box.tooltip)
        return wording.capital(box.tooltip) if only_word and box.tooltip.islower() else ""
    if "_" in box.tooltip and " " not in box.tooltip:  # a name, of this field or of another one
        return wording.from_name(box.tooltip)
    text = wording.tooltip(box.tooltip)
    return wording.tabular(text) if "_" in text else text


_NOTE = re.compile(r"\[\d{1,3}\]")
"""The number of a note at the foot of the page: no word, and not a part of a field's name."""


def _near(box: Box) -> str:
    words = box.spots[0].words if box.spots else ""
    text = wording.clean(_NOTE.sub("", words.replace("_", " ")))
    if text.endswith(SUITE):  # once is enough, and what goes on must say something
        text = text.replace(SUITE, "").strip()
        text = f"{text} {SUITE}" if wording.says_something(text) else ""
    return text if text in ("m", "f") else wording.capital(text)


def _good(text: str) -> bool:
    return bool(text) and wording.says_something(text) and not wording.is_link(text)


def _is_better(name: str, near: str) -> bool:
    """Whether a name repeats the words beside its box and tells whose they are; or those words
    go on from another box, or speak of another thing than the one that the name knows."""
    if near.endswith(SUITE):
        return True
    long, short = wording.plain_words(name).split(), wording.plain_words(near).split()
    more = len(long) > len(short) and set(short) <= set(long)
    by_name, by_words = recognise(name), recognise(near)
    knows = by_name.kind != "text" and by_words.kind == "text"
    differs = bool(by_name.remember and by_words.remember) and by_name != by_words
    return more or knows or differs


def _same_row(one: Box, other: Box) -> bool:
    return one.page == other.page and same_row(one.rect, other.rect)


def _title_of(box: Box, titles: Sequence[Title]) -> str:
    """The nearest title above a box, in its column rather than beside it."""
    top = box.rect[3]
    above = [
        one
        for one in titles
        if one.page == box.page
        and one.rect[1] > PAGE_FOOT
        and one.rect[1] - top + 6 >= 0
        and _beside(one, titles) < HEADS
        and (shared_width(box.rect, one.rect) > 0 or _beside(one, titles) == 1)
    ]
    nearest = min(above, key=lambda one: one.rect[1], default=None)
    text = wording.clean(nearest.text) if nearest else ""
    text = NUMBER.sub(r"\1. ", text)
    return wording.in_small(text) if wording.says_something(text) else ""


def _beside(title: Title, titles: Sequence[Title]) -> int:
    """How many titles stand on one height: one that is alone heads the whole page."""
    return sum(one.page == title.page and abs(one.rect[1] - title.rect[1]) < 6 for one in titles)

"""``./start corpus labels [WORD…] [--apart] [--questions] [--reasons]``: what a reader understands.

Of French forms, by the page alone: tooltips and names of fields are taken out first, and are the
truth with the labels of packs. The rules are in ``label_rules.py``; a sample was judged by hand
(``tests/data/labels``), and how far the rules agree with it is printed. A third of the issuers is
kept apart (``boxes/split.py``): ``--apart`` measures those alone, and never shows their questions.
"""

import argparse
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.generic import wording
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.facts import Box, BoxOption, FormFacts
from desktop_app.core.packs.model import FieldMap, FormDefinition, Place
from desktop_app.core.rect import Rect, area, rect_of, shared_area
from desktop_app.pdf.forms.facts import read_file
from desktop_app.untrusted.errors import PdfRefused
from tests.corpus.boxes import split
from tests.corpus.label_hand import Judged, agreement, judged
from tests.corpus.label_reasons import reasons
from tests.corpus.label_rules import DOUBLED, RULES, Seen, wrongs

ROOT = Path(__file__).parents[2]
SEEN_BEFORE = ("13406", "16702", "rsa-demande", "rsa-non-salarie")
"""Forms that were looked at before what is kept apart was drawn: they are tuned on."""
TODAY = dt.date(2026, 11, 30)
SAME = 0.5
"""Share of the smaller of two rectangles that they have in common when they are one box."""
UNREADABLE = "unreadable"
"""Of a question on a page whose words nobody but a reader of pictures can read: not counted."""
_PROSE = re.compile(r"^Si nécessaire, indiquez l[ea]s?\b")
"""Begins a tooltip that explains a field, and does not name it: hands take the printed name."""
_ADVICE = re.compile(r"\s*[:.]?\s*\bExemples? ?:.*$")
"""What a tooltip tells besides the name of its field."""
OTHERS = "(réservé"
"""In a pack's label that names an area left to others, not a box."""
_FORMAT = re.compile(r"JJ ?/? ?MM|AAAA")
"""In a tooltip that tells how to write, not what."""
_PART = re.compile(r"\s*(:\s*)?(\(?\b(jour|mois|année|chiffre \d+)\)?)$")
"""Of a truth: the part of a date or a number, which one question asks."""
Truths = Mapping[tuple[int, Rect], str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The questions of one form, and what is wrong with each."""

    sha256: str
    seen: tuple[Seen, ...]
    places: tuple[tuple[Place, ...], ...]
    wrong: tuple[str, ...]


def labelled(facts: FormFacts, field_map: FieldMap | None = None) -> Labelled:
    """Ask a form by its page alone, and judge its questions.

    Args:
        field_map: of the pack that knows it: what its boxes are.
    """
    form = generic_form(by_page(facts), "essai", TODAY, row_by_row=False)
    truths = _of_tooltips(facts) if field_map is None else _of_pack(facts, field_map)
    places = dict(_places(form.definition, form.field_map))
    seen = tuple(
        Seen(section.title, question, tuple(_true(places[question.id], truths)))
        for section in form.definition.section
        for question in section.question
    )
    where = tuple(tuple(places[one.question.id]) for one in seen)
    blind = unreadable(facts)
    wrong = (
        UNREADABLE if on and all(place.page in blind for place in on) else said
        for on, said in zip(where, wrongs(seen), strict=True)
    )
    return Labelled(facts.sha256, seen, where, tuple(wrong))


def unreadable(facts: FormFacts) -> frozenset[int]:
    """The pages on which no box has a word: pictures, or letters that mean nothing."""
    pages = {box.page for box in facts.boxes}
    read = {
        box.page
        for box in facts.boxes
        if box.lead
        or box.row
        or box.column
        or any(spot.words and not spot.words.startswith("case ") for spot in box.spots)
    }
    return frozenset(pages - read)


def by_page(facts: FormFacts) -> FormFacts:
    """The boxes as found on the page: no word of the form's own fields."""
    boxes = tuple(_bare(box, number) for number, box in enumerate(facts.boxes))
    return replace(facts, boxes=boxes)


def _bare(box: Box, number: int) -> Box:
    if box.found:
        return box
    options = box.options  # a list shows its own words
    if box.type != "choice":
        options = tuple(BoxOption(str(n), "", one.spots) for n, one in enumerate(box.options))
    return replace(
        box, name=f"{box.page}/{number}", found=True, tooltip="", known="", value="",
        options=options, max_length=box.max_length if box.comb else 0, chosen=(),
    )  # fmt: skip


def _of_tooltips(facts: FormFacts) -> Truths:
    """What a form says of its fields, where that names a thing."""
    found: dict[tuple[int, Rect], str] = {}
    for box in facts.boxes:
        said = wording.tooltip(box.tooltip)
        if (
            box.found
            or _PROSE.match(box.tooltip)
            or not wording.says_something(said)
            or (len(said.split()) < 2 and "_" in said)
        ):
            continue
        found |= {(spot.page, spot.rect): said for spot in box.spots}
    return found


def _of_pack(facts: FormFacts, field_map: FieldMap) -> Truths:
    """What a pack of ours calls each box."""
    by_name = {(one.field, one.option): one.label for one in field_map.place if one.field}
    found: dict[tuple[int, Rect], str] = {
        (one.page, rect_of(one.box)): one.label for one in field_map.place if one.box
    }
    for box in facts.boxes:
        for index, spot in enumerate(box.spots):
            option = next((one.id for one in box.options if index in one.spots), "")
            label = by_name.get((box.name, option)) or by_name.get((box.name, ""))
            if label:
                found[spot.page, spot.rect] = label
    return found


def _places(form: FormDefinition, field_map: FieldMap) -> Iterator[tuple[str, list[Place]]]:
    for section in form.section:
        for question in section.question:
            name = re.compile(rf"(?<![\w']){re.escape(question.id)}(?![\w'])")
            yield (
                question.id,
                [one for one in field_map.place if name.search(one.value) or name.search(one.when)],
            )


def _true(places: Sequence[Place], truths: Truths) -> Iterator[str]:
    for place in places:
        rect = rect_of(place.box)
        near = [
            (shared_area(rect, other), text)
            for (page, other), text in truths.items()
            if page == place.page
            and shared_area(rect, other) > SAME * max(1.0, min(area(rect), area(other)))
        ]
        said = max(near)[1] if near else ""
        if said and OTHERS not in said and not _FORMAT.search(said):
            yield _PART.sub("", _ADVICE.sub("", said))


def main(arguments: list[str], corpus: Path) -> int:
    """Print the table; the exit status is 0."""
    parser = argparse.ArgumentParser(prog="./start corpus labels", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--folder", type=Path, default=corpus)
    parser.add_argument("--apart", action="store_true")
    parser.add_argument("--questions", action="store_true")
    parser.add_argument("--reasons", action="store_true")
    options = parser.parse_intermixed_args(arguments)
    paths = [
        *(options.folder / "french").glob("*.pdf"),
        *(options.folder / "detector").glob("fr-*"),
    ]
    apart = _apart(paths)
    sums: dict[bool, Counter[str]] = {}
    hand: list[tuple[Judged, bool]] = []
    why: Counter[str] = Counter()
    for path in sorted(paths, key=lambda one: one.name):
        is_apart = path.name in apart
        named = not options.words or any(word in path.name for word in options.words)
        if not named or (options.apart and not is_apart):
            continue
        found = _measured(path)
        if found is None:
            continue
        count = Counter(found.wrong)
        sums.setdefault(is_apart, Counter()).update(count)
        hand += judged(found.sha256, found)
        print(f"{'apart' if is_apart else '     '} {path.stem[:52]:52} {_line(count)}")
        if not is_apart:
            why.update(reasons(found.seen, found.places, found.wrong))
        if options.questions and not is_apart:
            _print_questions(found)
    for is_apart, count in sorted(sums.items()):
        print(f"\n{'Kept apart' if is_apart else 'Tuned on'}: {_line(count)}")
    print(agreement(hand))
    for reason, times in why.most_common() if options.reasons else ():
        if reason not in ("", UNREADABLE):
            print(f"{times:6} {reason}")
    return 0


def _measured(path: Path) -> Labelled | None:
    data = path.read_bytes()
    try:
        facts, _ = read_file(data).facts()
    except PdfRefused:
        return None
    return labelled(facts, _field_map(data))


def _field_map(data: bytes) -> FieldMap | None:
    catalogue = FolderCatalogue(ROOT / "forms")
    known = catalogue.known_blank(data)
    if known is None:
        return None
    form, blank = known
    return catalogue.field_map(form.id, blank.edition, file=blank.map)


def _apart(paths: Sequence[Path]) -> frozenset[str]:
    texts = {path.name: split.runs(_words(path)) for path in paths}
    found = split.kept_apart(texts)
    return frozenset(name for name in found if not any(one in name for one in SEEN_BEFORE))


def _words(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def _line(count: Counter[str]) -> str:
    every = sum(count.values()) - count[UNREADABLE]
    share = f"{100 * count[''] / every:5.1f} %" if every else "      -"
    kinds = (*(name for name, _ in RULES), DOUBLED, UNREADABLE)
    wrong = ", ".join(f"{count[name]} {name}" for name in kinds if count[name])
    return f"{every:5} questions {share} understood  {wrong}"


def _print_questions(found: Labelled) -> None:
    for one, wrong in zip(found.seen, found.wrong, strict=True):
        choices = ", ".join(choice.label for choice in one.question.choices)
        print(
            f"  {wrong or '+':10} {one.part} | {one.question.label} | {choices} | {one.truths[:1]}"
        )

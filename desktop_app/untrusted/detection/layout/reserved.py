"""Areas of a page that are not for the person: kept for an office, a doctor, a lawyer; notices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.rect import Rect, area, around, has, height, holds, middle, width
from desktop_app.untrusted.detection.layout.runs import Run
from desktop_app.untrusted.detection.sheet import Sheet

WORDS = re.compile(
    r"(partie|cadre|emplacement|espace|zone|case|rubrique|page|colonne)s? (strictement )?"
    r"(réservée?s?|à usage)"
    r"|^réservée?s? (uniquement |exclusivement |strictement )?(à|au|aux)\b"
    r"|\bréservée?s? (uniquement |exclusivement )?(à l.|au |aux )\s?"
    r"(administration|organisme|services?|mairie|préfecture|caisse|caf|msa|cpam|greffe|bureau|médecin"
    r"|avocat|instruct|secrétariat)"
    r"|\b(à|a) (compléter|remplir) (obligatoirement |exclusivement )?par "
    r"(l.\s?(administration|organisme|avocat|établissement|agent|instructeur|assureur|expert)"
    r"|l(e|a) (médecin|mairie|préfecture|caisse|service|greffe|maire|directeur)"
    r"|les (avocats?|services?|médecins?))"
    r"|^ne rien (inscrire|écrire)|^cadre administratif|^pour l.administration\b",
    re.IGNORECASE,
)
LONGEST = 140  # signs
NOTE = 4  # signs before such words: they are then a note on what stands before them
ROW = 4.0  # points over and under the words of a row
LARGEST = 0.6  # of the page: a larger frame is the page
LOWEST = 26.0  # points: a lower ground is the bar of a title
TINY, CROWD = 3.4, 12  # points of height, and so many words: a page shown small
LEGIBLE = 6.0  # points of height of a word that one reads
MANY = 1500  # small words of a page that are looked at
SMALLEST = 60.0  # points: a smaller picture is a logo
FLATTEST, LONGEST_PAGE = 1.36, 1.48  # height of a page for its width: 1.41
THUMBNAIL_STEP = 60.0  # points between two words of one small picture


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, and the words by which it is known."""

    text: str
    rect: Rect


def reserved(
    sheet: Sheet, found: Sequence[Run], titles: Sequence[Rect], frames: Sequence[Rect]
) -> list[Area]:
    """Return the areas of a page that others fill in.

    Args:
        titles: of its parts: an area without a frame ends at the next one.
        frames: closed cells of the page.
    """
    areas = []
    for run in found:
        said = WORDS.search(run.text)
        if said is None or len(run.text) > LONGEST:
            continue
        note = said.start() > NOTE  # "Numéro (réservé à l’organisme)": of its own row alone
        rect = _row(run.rect, sheet) if note else _area(run.rect, sheet, titles, frames)
        areas.append(Area(run.text, rect))
    return [*areas, *(Area("", one) for one in _thumbnails(sheet, frames))]


def _row(rect: Rect, sheet: Sheet) -> Rect:
    return rect[0] - ROW, rect[1] - ROW, sheet.width, rect[3] + ROW


def _area(rect: Rect, sheet: Sheet, titles: Sequence[Rect], frames: Sequence[Rect]) -> Rect:
    """Its frame or its ground, of which it stands at the top; else what is below it."""
    whole = LARGEST * sheet.width * sheet.height
    grounds = [one for one in sheet.inked if one[3] - one[1] > LOWEST]
    inside = [one for one in (*frames, *grounds) if has(one, middle(rect)) and area(one) < whole]
    high = [one for one in inside if one[3] - one[1] > LOWEST and one[3] - rect[3] < LOWEST]
    if high:
        return min(high, key=area)
    below = [one[3] for one in titles if one[3] < rect[1] - 2]
    left = rect[0] - LOWEST if rect[0] > sheet.width / 3 else 0.0
    return left, max(below, default=0.0), sheet.width, rect[3]


def _thumbnails(sheet: Sheet, frames: Sequence[Rect]) -> list[Rect]:
    """Where pages are shown so small that nobody writes there: each with its frame."""
    whole = sheet.width * sheet.height
    places = [*frames, *sheet.art, *sheet.inked, *sheet.tinted, *sheet.white]
    found = [rect for rect in map(around, _crowds(sheet)) if _is_small(rect, sheet)]
    pages = [one for one in sheet.art if _is_page(one) and area(one) < whole / 5]
    return [*(_framed(rect, places, whole) for rect in found), *pages]


def _crowds(sheet: Sheet) -> list[list[Rect]]:
    """Words too small to be read, those of each picture together."""
    crowds: list[list[Rect]] = []
    tiny = [word for word in sheet.words if 0 < height(word.rect) < TINY]
    for word in tiny[:MANY]:
        near = [crowd for crowd in crowds if any(_is_near(word.rect, one) for one in crowd)]
        crowds = [one for one in crowds if one not in near]
        crowds.append([word.rect, *(one for crowd in near for one in crowd)])
    return [one for one in crowds if len(one) > CROWD]


def _is_small(rect: Rect, sheet: Sheet) -> bool:
    """Whether small words are a page shown small: nothing among them is as large as elsewhere."""
    high = any(has(rect, middle(one.rect)) and height(one.rect) > LEGIBLE for one in sheet.words)
    small = area(rect) < sheet.width * sheet.height / 5
    return small and not high and min(width(rect), height(rect)) > LOWEST


def _is_near(one: Rect, other: Rect) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < THUMBNAIL_STEP


def _framed(rect: Rect, places: Sequence[Rect], whole: float) -> Rect:
    """The picture around small words: its frame, its ground, else what they cover."""
    around_it = [one for one in places if holds(one, rect, 2.0) and area(one) < whole / 4]
    return min(around_it, key=area, default=rect)


def _is_page(rect: Rect) -> bool:
    """Whether a picture has the shape of a page, and is too small to be written on."""
    wide, high = sorted((width(rect), height(rect)))
    return wide > SMALLEST and FLATTEST < high / wide < LONGEST_PAGE

"""Areas of a page that are not for the person: kept for an office, a doctor, a lawyer; notices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.rect import Rect, area, around, has, middle
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
    small = _thumbnail(sheet)
    return areas if small is None else [*areas, Area("", small)]


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


def _thumbnail(sheet: Sheet) -> Rect | None:
    """Where a page is shown so small that nobody writes there."""
    tiny = [word.rect for word in sheet.words if 0 < word.rect[3] - word.rect[1] < TINY]
    near = [
        one
        for one in tiny
        if sum(abs(one[0] - other[0]) + abs(one[1] - other[1]) < THUMBNAIL_STEP for other in tiny)
        > CROWD
    ]
    if len(near) <= CROWD:
        return None
    rect = around(near)
    small = area(rect) < sheet.width * sheet.height / 5
    return rect if small else None

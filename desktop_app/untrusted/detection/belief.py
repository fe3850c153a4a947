"""Whether what was found on a page can be believed; questions made of the rest are nonsense."""

from collections.abc import Sequence

from desktop_app.core.rect import Rect, has, height, middle, same_row, shared_width, width
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.sheet import Mark, Sheet

SHOWN = 12  # cells that a ground shows: fewer are no table, no comb
LOST = 0.5  # of them: more, where nothing was found, and the page was not understood
CELL = (6.0, 60.0)  # points: how wide and high a shown cell is
FEWEST = 3  # marks
LEFT, ABOVE = 220.0, 40.0  # points from a mark within which its words stand
ALONE = 0.6  # of the marks of a page: more without any word near, and they are no form's
HARDLY = 6  # words
TINY = 2.0  # points: what is smaller is a speck, not a word


def can_be_believed(sheet: Sheet, marks: Sequence[Mark]) -> bool:
    """Whether the marks of a page are worth a question.

    Not where most of the white cells that one sees are in none; nor, in a picture, where most marks
    have no word beside them or above them, and hardly a word stands on the page: a plan, a photo.
    (The words of a table stand at its head, far from its last rows.)
    """
    return not marks or not (_lost(sheet, marks) or _alone(sheet, marks))


def _lost(sheet: Sheet, marks: Sequence[Mark]) -> bool:
    words = Bands(word.rect for word in sheet.words)
    shown = [
        cell
        for cell in (sheet.tinted if sheet.is_picture else sheet.white)
        if all(CELL[0] <= side <= CELL[1] for side in (width(cell), height(cell)))
        and not any(has(cell, middle(word)) for word in words.near(cell[1], cell[3]))
    ]
    if len(shown) < SHOWN:
        return False
    found = Bands(mark.rect for mark in marks)
    missed = sum(
        not any(has(mark, middle(cell)) for mark in found.near(cell[1], cell[3])) for cell in shown
    )
    return missed > LOST * len(shown)


def _alone(sheet: Sheet, marks: Sequence[Mark]) -> bool:
    if len(marks) < FEWEST or not sheet.is_picture:
        return False
    said = [one.rect for one in sheet.words if min(width(one.rect), height(one.rect)) > TINY]
    if len(said) > max(HARDLY, len(marks) / 2):
        return False
    words = Bands(said)
    alone = sum(
        not any(
            _is_near(mark.rect, word) for word in words.near(mark.rect[1], mark.rect[3] + ABOVE)
        )
        for mark in marks
    )
    return alone > ALONE * len(marks)


def _is_near(rect: Rect, word: Rect) -> bool:
    if same_row(rect, word, 0):
        return -LEFT < word[2] - rect[0] <= width(rect) or 0 <= word[0] - rect[2] < LEFT / 4
    return rect[3] - 2 <= word[1] <= rect[3] + ABOVE and shared_width(rect, word) > 0

"""Where the printed letters of a page stand: the same words elsewhere are not the same paper.

A file may say the words of another one, with its boxes in other places: laid out anew, or shrunk
by a printer's driver. Six numbers tell it, and tell nothing of the words.
"""

from desktop_app.untrusted.identify import DAY
from desktop_app.untrusted.model import Spread
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.words import Words

MOST = 5_000
"""Signs looked at of a page: a full page of small letters; asking for each takes microseconds."""


def spread_of(words: Words, number: int, page: Seen) -> Spread | None:
    """Return it for one page as it is seen; None when nothing is printed on it.

    Days are left out, as they are of the words: the Caf's site stamps one on each copy.
    """
    letters = list(words.letters(number, MOST))
    text = "".join(sign for sign, _, _ in letters)
    stamped = {index for day in DAY.finditer(text) for index in range(*day.span())}
    points = [
        page.rect((x, y, x, y))
        for index, (sign, x, y) in enumerate(letters)
        if sign.isalnum() and index not in stamped
    ]
    if not points:
        return None
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    middle = sum(xs) / len(xs), sum(ys) / len(ys)
    x0, y0, x1, y1, x, y = (
        min(max(side, -1e6), 1e6) for side in (min(xs), min(ys), max(xs), max(ys), *middle)
    )
    return x0, y0, x1, y1, x, y

"""The Cerfa numbers printed on the first pages of a form, and where: "15548*02".

A form may name others than its own: all are told, in the order of the pages.
"""

import re

from desktop_app.untrusted.model import PrintedNumber, Rect
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.words import Words

NUMBER = re.compile(r"(?<!\d)(\d{5})\s?[*＊∗✱]\s?(\d{2})(?!\d)")
PAGES, MOST = 4, 20


def printed_numbers(words: Words, pages: list[Seen]) -> tuple[PrintedNumber, ...]:
    """Return the numbers of the first pages, each with its place on the page as seen."""
    found: list[PrintedNumber] = []
    for number, page in enumerate(pages[:PAGES], 1):
        for match in NUMBER.finditer(words.page(number)):
            box = words.box_of(number, match.start(), match.end())
            if box is not None and len(found) < MOST:
                found.append(_printed(match, number, page.rect(box)))
    return tuple(found)


def _printed(match: re.Match[str], page: int, rect: Rect) -> PrintedNumber:
    return PrintedNumber(number=f"{match[1]}*{match[2]}", page=page, rect=rect)

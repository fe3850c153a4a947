"""The receipt given to the person: what was done today, what comes next, what she must do.

It says no answer of hers, and names her by her initials: it is carried in a pocket.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.pages.page import Block, Listed, Page, Text
from desktop_app.pages.paper import sheet


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says.

    Attributes:
        office: the lines at its head; none at a place that has no name.
        who: initials and file number.
        paper: what was made, by its title.
        sheets: of it that were handed to the printer; 0 where it was filed only.
        last_day: until when the person may act; None where nothing says it.
        next_day, next_what: what was put in the dossier.
        by_pen: boxes that she completes by pen.
        bring: papers that she must still bring or enclose.
        signs: she signs the paper.
    """

    today: dt.date
    office: tuple[str, ...] = ()
    who: str = ""
    paper: str = ""
    sheets: int = 0
    last_day: dt.date | None = None
    next_day: dt.date | None = None
    next_what: str = ""
    by_pen: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    signs: bool = True


def page(receipt: Receipt) -> Page:
    """Return it as a page, to be set on paper."""
    return Page(i18n.text("Reçu"), tuple(_told(receipt)), ())


def printed(receipt: Receipt) -> Sheet:
    """Return it on paper."""
    return sheet(lambda: page(receipt), "receipt", i18n.text("Pour la personne"))


def _told(receipt: Receipt) -> Iterator[Block]:
    yield from map(Text, receipt.office)
    day = i18n.text("Fait le {day}.").format(day=i18n.long_date(receipt.today))
    yield Text(f"{day} {receipt.who}".strip())
    yield Text(i18n.text("Ce qui est fait"), "subheading")
    printed_ = i18n.plural("{n} feuille imprimée", "{n} feuilles imprimées", receipt.sheets)
    done = f"{receipt.paper} ({printed_})" if receipt.sheets else receipt.paper
    yield Text(done)
    yield Text(i18n.text("Ce que vous faites"), "subheading")
    yield Listed(tuple(_to_do(receipt)))
    if receipt.next_day or receipt.last_day:
        yield Text(i18n.text("Les jours à retenir"), "subheading")
    if receipt.last_day is not None:
        words = i18n.text("Dernier jour pour agir : {day}.")
        yield Text(words.format(day=i18n.weekday_date(receipt.last_day)))
    if receipt.next_day is not None:
        told = i18n.labelled(i18n.weekday_date(receipt.next_day), receipt.next_what)
        yield Text(f"{told[:1].upper()}{told[1:]}")


def _to_do(receipt: Receipt) -> Iterator[str]:
    if receipt.by_pen:
        words = i18n.plural(
            "Complétez au stylo {n} case :", "Complétez au stylo {n} cases :", len(receipt.by_pen)
        )
        yield f"{words} {', '.join(receipt.by_pen)}."
    if receipt.signs:
        yield i18n.text("Relisez, puis signez.")
    for one in receipt.bring:
        yield i18n.text("Apportez ou joignez : {paper}.").format(paper=one)
    yield i18n.text("Gardez ce reçu.")

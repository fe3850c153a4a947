"""What a letter pleads is in the bank of arguments, before its own judge, and printed somewhere."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations

from desktop_app.core.arguments.model import PLACES, Order
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.checks.reachable import impossible
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.pleading import Pleading


def run(checked: Checked) -> Iterator[Problem]:
    """Report orders and arguments that are not there, and places that the letter does not have."""
    letter = checked.pack.definition
    if not isinstance(letter, LetterDefinition):
        return
    pleading = letter.pleading
    yield from _said(checked, pleading)
    if not pleading.order:
        return
    if pleading.forum not in PLACES:
        near = get_close_matches(pleading.forum, PLACES, 1)
        yield checked.problem("pleading-no-forum", ("pleading", "forum"), *near)
    for number, ref in enumerate(pleading.order):
        path: Path = ("pleading", "order", number, "id")
        order = checked.known.bank.orders.get(ref.id)
        if order is None:
            near = get_close_matches(ref.id, checked.known.bank.orders, 1)
            yield checked.problem("pleading-unknown-order", path, *near, name=ref.id[:60])
        else:
            yield from _fits(checked, order, letter, path)
    yield from _places(checked, letter)
    yield from _listed(checked, pleading)
    yield from _overlapping(checked, pleading)


def _said(checked: Checked, pleading: Pleading) -> Iterator[Problem]:
    for number, one in enumerate(pleading.said):
        if one.question and not one.argument:
            continue
        if one.argument not in checked.known.bank.arguments:
            near = get_close_matches(one.argument, checked.known.bank.arguments, 1)
            path = ("pleading", "said", number, "argument")
            yield checked.problem("argument-unknown", path, *near, name=one.argument[:60])


def _fits(
    checked: Checked, order: Order, letter: LetterDefinition, path: Path
) -> Iterator[Problem]:
    if order.forum != letter.pleading.forum:
        yield checked.problem("pleading-other-forum", path, id=order.id, forum=order.forum)
    if letter.id not in order.papers and not letter.copied_from:
        yield checked.problem("pleading-other-paper", path, id=order.id)


def _places(checked: Checked, letter: LetterDefinition) -> Iterator[Problem]:
    pleading = letter.pleading
    if not any(section.arguments for section in letter.section):
        yield checked.problem("pleading-not-asked", ("pleading",))
    paragraphs = [one.id for one in letter.paragraph]
    for key in ("after", "measures_after", "requests_after"):
        name = getattr(pleading, key)
        if name not in paragraphs and (name or key != "measures_after"):
            near = get_close_matches(name, paragraphs, 1)
            yield checked.problem("unknown-paragraph", ("pleading", key), *near, name=name[:60])
    enclosures = [one.id for one in letter.enclosure]
    for number, paper in enumerate(pleading.paper):
        path: Path = ("pleading", "paper", number)
        if paper.enclosure not in enclosures:
            near = get_close_matches(paper.enclosure, enclosures, 1)
            yield checked.problem("pleading-no-paper", path, *near, name=paper.enclosure[:60])


def _listed(checked: Checked, pleading: Pleading) -> Iterator[Problem]:
    """Report arguments that are opened or covered, and that no order of the letter lists."""
    orders = checked.known.bank.orders
    listed = {
        name for one in pleading.order if one.id in orders for _, name in orders[one.id].listed()
    }
    named: list[tuple[Path, str]] = [
        (("covered", number), name) for number, name in enumerate(pleading.covered)
    ]
    for number, only in enumerate(pleading.only):
        named += [(("only", number, "arguments"), name) for name in only.arguments]
    for path, name in named:
        if name not in listed:
            near = get_close_matches(name, listed, 1)
            yield checked.problem("argument-unknown", ("pleading", *path), *near, name=name[:60])


def _overlapping(checked: Checked, pleading: Pleading) -> Iterator[Problem]:
    """Report two orders that the same answers give: a paper has one order."""
    for (_, one), (second, other) in combinations(enumerate(pleading.order), 2):
        if not impossible(checked, f"({one.when or 'today'}) and ({other.when or 'today'})"):
            path: Path = ("pleading", "order", second, "when")
            yield checked.problem("pleading-two-orders", path, one=one.id, other=other.id)


CHECK = Check("pleading", "Un argument que le juge n’écoute pas fait perdre les bons.", run)

"""A letter and the bank of arguments -> the letter with the questions and paragraphs it may plead.

What a gate closes is neither asked nor printed; it is kept with its reason, for who said it in an
earlier letter. The letter is then resolved as any other.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from desktop_app.core.arguments import along
from desktop_app.core.arguments.asked import asked_in
from desktop_app.core.arguments.model import PLACES, Bank
from desktop_app.core.arguments.offers import Offer, Ordered, offered, shut_by
from desktop_app.core.arguments.wording import paragraphs
from desktop_app.core.packs.model import LetterDefinition, PackHeader, Paragraph
from desktop_app.core.packs.pleading import NO_PLEADING, Alone, Argued, Most, Pleading


def pleads(definition: PackHeader) -> bool:
    """Tell whether a pack takes something from the bank."""
    return isinstance(definition, LetterDefinition) and bool(definition.pleading.order)


def names_arguments(definition: PackHeader) -> bool:
    """Tell whether a pack speaks of the bank: it pleads, or says what its answers raise."""
    return isinstance(definition, LetterDefinition) and definition.pleading != NO_PLEADING


def plead(letter: LetterDefinition, bank: Bank) -> LetterDefinition:
    """Return a letter with what it takes from the bank; as it is when it takes nothing.

    An order or an argument that is not there is left out: ``core/checks`` reports it.
    """
    pleading = letter.pleading
    if not pleading.order or pleading.forum not in PLACES:
        return letter
    orders = [(one, bank.orders[one.id]) for one in pleading.order if one.id in bank.orders]
    offers = [found for ref, order in orders for found in offered(ref, order, bank, pleading)]
    shut = [one for ref, order in orders for one in shut_by(ref, order, bank, pleading, orders)]
    papers = along.papers(offers, pleading)
    said = paragraphs(offers, pleading)
    changes: dict[str, object] = {
        "section": asked_in(letter.section, offers, [bank.arguments[one.id] for one in shut]),
        "paragraph": _placed(letter.paragraph, pleading, said, offers),
        "enclosure": (*letter.enclosure, *along.enclosures(offers, papers)),
        "warning": (*letter.warning, *along.warnings(orders, offers, bank)),
        "source": (*letter.source, *along.sources(offers)),
        "pleading": msgspec.structs.replace(
            pleading,
            argued=tuple(_argued(one, papers) for one in offers),
            shut=tuple(shut),
            limit=tuple(_limits(orders, bank)),
            alone=tuple(_alone(orders, bank)),
        ),
    }
    return msgspec.structs.replace(letter, **changes)


def _argued(offer: Offer, papers: Mapping[str, str]) -> Argued:
    argument = offer.argument
    return Argued(
        id=argument.id,
        title=argument.title,
        when=offer.raised,
        nature=argument.nature,
        place=offer.spot,
        enclosure=papers.get(argument.id, ""),
        help_first=argument.help_first,
    )


def _limits(orders: Ordered, bank: Bank) -> Iterator[Most]:
    for ref, order in orders:
        for gate in bank.gates_of(order):
            if gate.most:
                yield Most(when=ref.when, most=gate.most, why=gate.why)


def _alone(orders: Ordered, bank: Bank) -> Iterator[Alone]:
    for ref, order in orders:
        for gate in bank.gates_of(order):
            if gate.alone:
                yield Alone(when=ref.when, natures=gate.alone, why=gate.why)


def _placed(
    own: Sequence[Paragraph],
    pleading: Pleading,
    said: Sequence[Paragraph],
    offers: Sequence[Offer],
) -> tuple[Paragraph, ...]:
    """Put them after the paragraphs that the letter names; at its end where it names none."""
    places = {one.paragraph: pleading.place(one.spot) for one in reversed(offers)}
    there = {one.id for one in own}
    found: list[Paragraph] = []
    for paragraph in own:
        found += (paragraph, *(one for one in said if places[one.id] == paragraph.id))
    return (*found, *(one for one in said if places[one.id] not in there))

"""What goes along with the arguments of a letter: their proofs, their dangers, their sources."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.arguments.model import Bank
from desktop_app.core.arguments.offers import Offer, Ordered, either, of, once
from desktop_app.core.packs.model import ConditionalText, Enclosure
from desktop_app.core.packs.pleading import Pleading, question_of
from desktop_app.core.sourced import Source


def papers(offers: Sequence[Offer], pleading: Pleading) -> Mapping[str, str]:
    """Return the enclosure that proves each argument: two of the same title are one paper."""
    same = {_even(one.proof): one.enclosure for one in pleading.paper}
    return {
        argument.id: same.setdefault(_even(argument.enclosure), question_of(argument.id))
        for argument in once(offers)
        if argument.enclosure
    }


def _even(title: str) -> str:
    return " ".join(title.casefold().replace("’", "'").split())


def enclosures(offers: Sequence[Offer], known: Mapping[str, str]) -> Iterator[Enclosure]:
    """Yield the proofs that are no enclosure of the letter's own, each for all that it proves."""
    for argument in once(offers):
        paper = question_of(argument.id)
        if known.get(argument.id) == paper:
            proving = (one for one in offers if known.get(one.argument.id) == paper)
            yield Enclosure(
                id=paper,
                text=argument.enclosure,
                help=argument.proof,
                when=either(one.raised for one in proving),
                recommended=True,
            )


def warnings(orders: Ordered, offers: Sequence[Offer], bank: Bank) -> Iterator[ConditionalText]:
    """Yield what must be known of such a paper, then what may harm in what was chosen."""
    for ref, order in orders:
        if order.warning:
            yield ConditionalText(text=order.warning, when=ref.when)
    for gate in bank.gates:
        if gate.facts_at or gate.new_papers is not None:
            met = [ref.when for ref, order in orders if gate.stands_at(order)]
            if met:
                yield ConditionalText(text=gate.why, when=either(met))
    for argument in once(offers):
        if argument.danger:
            when = either(one.raised for one in of(argument, offers))
            yield ConditionalText(text=argument.danger, when=when)


def sources(offers: Sequence[Offer]) -> Iterator[Source]:
    """Yield where the law of each argument was read."""
    for argument in once(offers):
        if argument.articles:
            yield Source(
                articles=argument.articles,
                title=argument.title,
                seen_on=argument.seen_on,
                confidence=argument.confidence,
                to_verify=argument.to_verify,
            )

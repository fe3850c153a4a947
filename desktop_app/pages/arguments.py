"""The bank of arguments, as who advises reads it: by family, by paper, and one whole."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.arguments.model import PLACES, ROWS, Argument, Bank, Order, Place, Row
from desktop_app.pages.page import Block, Card, Fact, Listed, Page, Text


def family(bank: Bank, argument: Argument) -> str:
    """Return the family of an argument: the file that holds it."""
    return bank.files[argument.id].rpartition("/")[2].removesuffix(".toml")


def places(argument: Argument) -> tuple[Place, ...]:
    """Return where it may be said."""
    return tuple(place for place in PLACES if argument.text.at(place))


def orders(bank: Bank, argument: Argument) -> tuple[Order, ...]:
    """Return the orders that list it."""
    named = ((one, {name for _, name in one.listed()}) for one in bank.orders.values())
    return tuple(one for one, names in named if argument.id in names)


def listed(bank: Bank, found: Sequence[Argument]) -> Page:
    """Return them by family, each with how sure its law is."""
    families = dict.fromkeys(family(bank, one) for one in found)
    cards: list[Block] = []
    for name in families:
        lines = tuple(_line(one) for one in found if family(bank, one) == name)
        cards.append(Card("", (Text(name, "subheading"), Listed(lines))))
    heading = i18n.plural("{n} argument", "{n} arguments", len(found))
    return Page(heading, tuple(cards), ())


def _line(argument: Argument) -> str:
    doubt = f" ; {_to_verify()}" if argument.to_verify else ""
    sure = i18n.text("fiabilité {confidence}").format(confidence=i18n.text(argument.confidence))
    return f"{argument.id} : {i18n.pack_text(argument.title)} ({sure}{doubt})"


def _to_verify() -> str:
    return i18n.text("à relire par un juriste")


def told(bank: Bank, argument: Argument) -> Page:
    """Return one argument whole: what is asked, what proves it, on what it rests, who hears it."""
    return Page(i18n.pack_text(argument.title), tuple(_told(bank, argument)), ())


def _told(bank: Bank, argument: Argument) -> Iterator[Block]:
    pack = i18n.pack_text
    yield Fact(i18n.text("La question"), pack(argument.question))
    yield Fact(i18n.text("La réponse qui compte"), argument.raised_by)
    yield Fact(i18n.text("La preuve"), pack(argument.proof))
    yield Fact(i18n.text("Les textes"), i18n.cited(", ".join(argument.articles)))
    sure = i18n.text(argument.confidence)
    yield Fact(i18n.text("Fiabilité"), f"{sure} ; {_to_verify()}" if argument.to_verify else sure)
    yield Fact(i18n.text("Ce qu’on gagne"), pack(argument.gives))
    for label, words in (
        (i18n.text("Inutile quand"), argument.useless),
        (i18n.text("Danger"), argument.danger),
    ):
        if words:
            yield Fact(label, pack(words))
    if argument.decision:
        lines = tuple(
            i18n.labelled(i18n.cited(one.name), pack(one.says)) for one in argument.decision
        )
        yield Card("", (Text(i18n.text("Décisions"), "subheading"), Listed(lines)))
    yield Fact(i18n.text("Où le dire"), ", ".join(_place(one) for one in places(argument)))
    papers = sorted({paper for one in orders(bank, argument) for paper in one.papers})
    if papers:
        yield Fact(i18n.text("Lettres"), ", ".join(papers))
    if shut := [gate for gate in bank.gates if gate.closes_argument(argument)]:
        lines = tuple(f"{gate.id} : {pack(gate.why)}" for gate in shut)
        yield Card("", (Text(i18n.text("Qui ne l’écoute pas"), "subheading"), Listed(lines)))


def of_paper(bank: Bank, paper: str, found: Sequence[Order]) -> Page:
    """Return what a letter may say, order by order, and what its judge refuses to hear."""
    cards = tuple(Card("", tuple(_order(bank, one))) for one in found)
    return Page(i18n.text("Les arguments de {paper}").format(paper=paper), cards, ())


def _order(bank: Bank, order: Order) -> Iterator[Block]:
    yield Text(f"{order.id} ({order.dispute}, {_place(order.forum)})", "subheading")
    for row in ROWS:
        if lines := tuple(_listed(bank, order, row)):
            yield Text(_row(row), "label")
            yield Listed(lines)
    for gate in bank.gates_of(order):
        yield Text(i18n.labelled(gate.id, i18n.pack_text(gate.why)), "hint")
    if order.warning:
        yield Text(i18n.pack_text(order.warning))


def _listed(bank: Bank, order: Order, row: Row) -> Iterator[str]:
    gates = bank.gates_of(order)
    for name in getattr(order, row):
        if (argument := bank.arguments.get(name)) is None:
            continue
        shut = next((gate.id for gate in gates if gate.closes_argument(argument)), "")
        closed = i18n.text("fermé par {gate}").format(gate=shut) if shut else ""
        yield " ; ".join(filter(None, (_line(argument), closed)))


def _row(row: Row) -> str:
    return {
        "merits": i18n.text("Le fond"),
        "then": i18n.text("Puis"),
        "form": i18n.text("La forme"),
        "measures": i18n.text("Mesures"),
        "procedure": i18n.text("Procédure"),
    }[row]


def _place(place: Place) -> str:
    return {
        "letter": i18n.text("lettre"),
        "appeal": i18n.text("recours préalable"),
        "administrative": i18n.text("juge administratif"),
        "social": i18n.text("juge social"),
        "urgent": i18n.text("juge des urgences"),
        "judicial": i18n.text("juge judiciaire"),
    }[place]

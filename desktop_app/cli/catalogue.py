"""``papier-libre catalogue``: the letters and forms at hand."""

import argparse
from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, value
from desktop_app.cli.page_data import page_data
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.pages.destinations import Destination, Urgent
from desktop_app.pages.find import answered
from desktop_app.pages.finding import Offer, answers, offer
from desktop_app.workflow.guidance.search import find


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "catalogue", help=i18n.text("lettres et formulaires disponibles, avec recherche")
    )
    told = i18n.text("mots de tous les jours, par exemple « la caf me réclame des sous »")
    value(parser, "--search", i18n.text("TEXTE"), told)
    parser.add_argument(
        "--kind",
        choices=("letter", "form"),
        default="",
        help=i18n.text("lettres seulement (letter) ou formulaires seulement (form)"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """List the packs, the best answers first."""
    notices = tuple(_notice(lost) for lost in tools.catalogue.broken)
    if not args.search:
        items = tools.catalogue.search("", args.kind)
        lines = _lines(tuple(map(offer, items)))
        return Report({"items": [_data(item) for item in items]}, lines, notices=notices)
    found = find(tools.catalogue, tools.law, args.search, args.kind)
    data = [_urgent_data(one.id, i18n.pack_text(one.title)) for one in found.emergencies]
    if found.presses:
        data.append(_urgent_data("", i18n.text("Urgent : que faire aujourd’hui")))
    data += [_data(item) for item in found.items]
    offers = answers(found)
    page = page_data(answered(offers, args.search))
    return Report({"items": data, "page": page}, _lines(offers), notices=notices)


def _lines(offers: Sequence[Offer]) -> str:
    """Return what is offered in the window's words, each after its name or its command."""
    if not offers:
        return i18n.text("Rien ne correspond. Essayez avec d’autres mots, ou sans --search.")
    names = [one.pack or _command(one.place) for one in offers]
    width = max(map(len, names))
    lines = (f"{name:<{width}}  {one.words}" for name, one in zip(names, offers, strict=True))
    return "\n".join(lines)


def _command(place: Destination | None) -> str:
    """Return the command that says what a page says."""
    match place:
        case Urgent(emergency):
            return f"urgent {emergency}".rstrip()
        case _:
            return "which-delay"


def _urgent_data(name: str, title: str) -> dict[str, str | float | bool]:
    """Return what presses as an item like the others: what to do today, before any paper."""
    return {
        "id": name,
        "kind": "urgent",
        "title": title,
        "plain_title": title,
        "family": "",
        "procedure": "",
        "score": 100.0,
        "edition": "",
        "seen_on": "",
        "withdrawn": False,
        "successor": "",
    }


def _data(item: CatalogueItem) -> dict[str, str | float | bool]:
    return {
        "id": item.id,
        "kind": item.kind,
        "title": i18n.pack_text(item.title),
        "plain_title": i18n.pack_text(item.plain_title),
        "family": item.family,
        "procedure": item.procedure,
        "score": item.score,
        "edition": item.edition,
        "seen_on": item.seen_on,
        "withdrawn": item.withdrawn,
        "successor": item.successor,
    }


def _notice(lost: BrokenPack) -> str:
    first = lost.problems[0]
    where = f" ({first.place})" if first.place else ""
    return i18n.text("Modèle laissé de côté : {id}{where} : {why}").format(
        id=lost.id, where=where, why=i18n.sentence(first.code, first.parameters)
    )

"""``papier-libre catalogue``: the letters and forms at hand."""

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.workflow.guidance.search import find


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "catalogue", help=i18n.text("lettres et formulaires disponibles, avec recherche")
    )
    parser.add_argument(
        "--search",
        metavar=i18n.text("TEXTE"),
        default="",
        help=i18n.text("mots de tous les jours, par exemple « la caf me réclame des sous »"),
    )
    parser.add_argument(
        "--kind",
        choices=("letter", "form"),
        default="",
        help=i18n.text("lettres seulement (letter) ou formulaires seulement (form)"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """List the packs, the best answers first."""
    urgent: tuple[Emergency, ...] = ()
    presses = False
    if args.search:
        found = find(tools.catalogue, tools.law, args.search, args.kind)
        urgent, presses, items = found.emergencies, found.presses, found.items
    else:
        items = tools.catalogue.search("", args.kind)
    data = [_urgent_data(one.id, i18n.pack_text(one.title)) for one in urgent]
    if presses:
        data.append(_urgent_data("", i18n.text("Urgent : que faire aujourd’hui")))
    lines = [*_urgent_lines(urgent, presses=presses), _text(items, alone=not data)]
    notices = tuple(_notice(lost) for lost in tools.catalogue.broken)
    data += [_data(item) for item in items]
    return Report({"items": data}, "\n".join(filter(None, lines)), notices=notices)


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


def _urgent_lines(urgent: Sequence[Emergency], *, presses: bool) -> Iterator[str]:
    """Yield what presses, and the command that says what to do."""
    told = i18n.text("URGENT : {title}. Avant d’écrire, lisez : {command}")
    for one in urgent:
        command = f"papier-libre urgent {one.id}"
        yield told.format(title=i18n.pack_text(one.title), command=command)
    if presses:
        title = i18n.text("que faire aujourd’hui")
        yield told.format(title=title, command="papier-libre urgent")


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


def _text(items: Sequence[CatalogueItem], *, alone: bool = True) -> str:
    if not items and not alone:
        return ""
    if not items:
        return i18n.text("Rien ne correspond. Essayez avec d’autres mots, ou sans --search.")
    kinds = {"letter": i18n.text("lettre"), "form": i18n.text("formulaire")}
    width = max(len(item.id) for item in items)
    return "\n".join(
        f"{item.id:<{width}}  {kinds[item.kind]:<10}  {i18n.pack_text(item.plain_title)}"
        + _edition(item)
        for item in items
    )


def _edition(item: CatalogueItem) -> str:
    """Return which edition of a form is meant, and whether the office still takes it."""
    if "*" not in item.edition:  # a letter, or a form of our own
        return ""
    # In digits: what writes days in words takes longer to load than the list to be made.
    day = f"{dt.date.fromisoformat(item.seen_on):%d/%m/%Y}" if item.seen_on else "?"
    said = [i18n.text("n° {edition}, vu le {day}").format(edition=item.edition, day=day)]
    if item.successor:
        said.append(i18n.text("remplacé par le n° {number}").format(number=item.successor))
    elif item.withdrawn:
        said.append(i18n.text("n’est plus accepté"))
    return f" ({' ; '.join(said)})"


def _notice(lost: BrokenPack) -> str:
    first = lost.problems[0]
    where = f" ({first.place})" if first.place else ""
    return i18n.text("Modèle laissé de côté : {id}{where} : {why}").format(
        id=lost.id, where=where, why=i18n.sentence(first.code, first.parameters)
    )

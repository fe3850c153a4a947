"""``papier-libre catalogue``: the letters and forms at hand."""

import argparse
from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, value
from desktop_app.cli.page_data import page_data
from desktop_app.cli.terminal import blocks_text
from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.pages.destinations import Urgent
from desktop_app.pages.find import answered
from desktop_app.pages.finding import in_turn, offer, told
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Action, Block, Choice, Found, Text
from desktop_app.workflow.guidance.search import Help, find


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
    """List the packs, the best answers first; who helps, when none answers."""
    notices = tuple(_notice(lost) for lost in tools.catalogue.broken)
    if not args.search:
        items = tools.catalogue.search("", args.kind)
        shown = in_turn(map(offer, items), lambda one: (Choice(one.words, Write(one.pack)),))
        lines = _lines([*shown])
        return Report({"items": [_data(item) for item in items]}, lines, notices=notices)
    found = find(tools.catalogue, tools.law, args.search, args.kind)
    data = {
        "items": [*_pressing(found.emergencies, presses=found.presses), *map(_data, found.items)],
        "nothing": found.nothing,
        "help": [_help_data(one) for one in found.help],
        "page": page_data(answered(found)),
    }
    return Report(data, _found(told(found), helped=bool(found.help)), notices=notices)


def _found(shown: Found, *, helped: bool) -> str:
    """Return what is found, in the window's words; each paper after its name or its command."""
    if not helped:
        empty = i18n.text("Rien ne correspond. Essayez avec d’autres mots, ou sans --search.")
        return _lines(shown.shown.blocks) or empty
    choices = [one for one in shown.shown.blocks if isinstance(one, Choice)]
    lines = dict(zip(choices, _listed(choices), strict=True))

    def line(pressed: Action | Choice) -> str:
        return lines[pressed] if isinstance(pressed, Choice) else ""

    first = shown.shown.blocks[0]
    counted = () if isinstance(first, Choice) else (Text(shown.words),)  # what presses is seen
    return blocks_text((*counted, *shown.shown.blocks), line)


def _lines(blocks: Sequence[Block]) -> str:
    """Return a line for each paper; what is told of it, and headings, on their own."""
    listed = _listed([one for one in blocks if isinstance(one, Choice)])
    found: list[str] = []
    for block in blocks:
        match block:
            case Choice():
                found.append(next(listed))
            case Text(words, "subheading"):
                found += ["", words]
            case Text(words):
                found.append(f"    {words}")
    return "\n".join(found)


def _listed(choices: Sequence[Choice]) -> Iterator[str]:
    names = [_named(one) for one in choices]
    width = max(map(len, names), default=0)
    return (f"{name:<{width}}  {one.words}" for name, one in zip(names, choices, strict=True))


def _named(one: Choice) -> str:
    """Return the name of a paper, or the command that says what a page says."""
    match one.does:
        case Write(pack):
            return pack
        case Urgent(emergency):
            return f"urgent {emergency}".rstrip()
        case _:
            return "which-delay"


def _help_data(one: Help) -> dict[str, str | bool]:
    return {
        "id": one.told.id,
        "name": i18n.pack_text(one.told.label),
        "does": i18n.pack_text(one.told.help),
        "free": one.told.free,
        "number": one.told.number,
        "source": one.read_in,
        "seen_on": one.told.seen_on.isoformat(),
        "confidence": one.told.confidence,
        "to_verify": one.told.to_verify,
    }


def _pressing(
    emergencies: Sequence[Emergency], *, presses: bool
) -> Iterator[dict[str, str | float | bool]]:
    for one in emergencies:
        yield _urgent_data(one.id, i18n.pack_text(one.title))
    if presses:
        yield _urgent_data("", i18n.text("Urgent : que faire aujourd’hui"))


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
        "seen": "",
        "number": "",
        "prepared": False,
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
        "seen": i18n.pack_text(item.seen) if item.seen else "",
        "number": item.number,
        "prepared": item.prepared,
    }


def _notice(lost: BrokenPack) -> str:
    first = lost.problems[0]
    where = f" ({first.place})" if first.place else ""
    return i18n.text("Modèle laissé de côté : {id}{where} : {why}").format(
        id=lost.id, where=where, why=i18n.sentence(first.code, first.parameters)
    )

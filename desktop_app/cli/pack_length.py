"""``papier-libre pack length``: how many pages and words a letter or a form asks for."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from statistics import median_low

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.parse import Pack, parse_pack
from desktop_app.pages.length import Length, Lengths, among, asked, length
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview


def add(actions: Commands) -> None:
    """Add the command and its arguments."""
    parser = actions.add_parser(
        "length", help=i18n.text("compte les pages et les mots que chaque modèle demande")
    )
    parser.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help=i18n.text("une lettre ou un formulaire (par défaut : tous)"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Count the pages of questions along each example of each pack: they are its usual ways."""
    for wanted in args.ids:
        definition_of(tools.catalogue, wanted)  # says it when there is none
    texts = (one for one in tools.catalogue.all_texts() if not args.ids or one.id in args.ids)
    found = {one.id: (pack.kind, ways) for one, pack, ways in _counted(texts, tools)}
    data = {pack: {"kind": kind, **asdict(ways)} for pack, (kind, ways) in found.items()}
    lines = [_line(pack, ways) for pack, (_, ways) in found.items()]
    return Report({"packs": data}, "\n".join([*lines, *_summary(list(found.values()))]))


def _counted(texts: Iterator[PackTexts], tools: Tools) -> Iterator[tuple[PackTexts, Pack, Lengths]]:
    for one in texts:
        pack = parse_pack(one.texts, one.pictures)
        definition = definition_of(tools.catalogue, one.id)
        ways = [
            length(
                asked(
                    Interview(
                        definition, Draft(one.id), example.today, tools.catalogue.abbreviations
                    ),
                    draft_of(file.data, one.id),
                )
            )
            for example, file in pack.examples.values()
        ]
        if ways:
            yield one, pack, among(ways)


def _line(pack: str, ways: Lengths) -> str:
    return i18n.text("{id} : {usual} ; au plus court {shortest}, au plus long {longest}").format(
        id=pack,
        usual=_said(ways.usual),
        shortest=_said(ways.shortest),
        longest=_said(ways.longest),
    )


def _summary(found: Sequence[tuple[str, Lengths]]) -> Iterator[str]:
    """Yield the median and the longest of the usual ways, letters and forms apart."""
    for kind, words in (
        ("letter", i18n.text("{n} lettres : médiane {median}, la plus longue {worst}")),
        ("form", i18n.text("{n} formulaires : médiane {median}, le plus long {worst}")),
    ):
        usual = sorted(ways.usual for one, ways in found if one == kind)
        if len(usual) > 1:
            median, worst = _said(median_low(usual)), _said(usual[-1])
            yield words.format(n=len(usual), median=median, worst=worst)


def _said(counted: Length) -> str:
    return i18n.text("{pages}, {words}").format(
        pages=i18n.plural("{n} page", "{n} pages", counted.pages),
        words=i18n.plural("{n} mot", "{n} mots", counted.words),
    )

"""``papier-libre pack …``: for those who write packs, or receive them on a stick."""

import argparse
import datetime as dt
from dataclasses import asdict
from typing import Any

from desktop_app import i18n
from desktop_app.cli import delivery, letterhead, new_pack, pack_length
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.problems import as_data
from desktop_app.cli.terminal import reported
from desktop_app.core.deadlines.moments import read_day
from desktop_app.pages import packs
from desktop_app.workflow.guidance.freshness import to_read_again
from desktop_app.workflow.guidance.to_verify import to_verify
from desktop_app.workflow.packs.checking import CheckedPack, check_packs

REFUSED = 3


def register(commands: Commands) -> None:
    """Add the commands and their arguments."""
    parser = commands.add_parser("pack", help=i18n.text("créer, vérifier et lister les modèles"))
    actions = parser.add_subparsers(
        dest="action", required=True, metavar=i18n.text("ACTION"), parser_class=type(parser)
    )
    check = actions.add_parser(
        "check", help=i18n.text("vérifie des modèles et leurs exemples, et dit quoi corriger")
    )
    check.add_argument(
        "paths",
        nargs="+",
        metavar=i18n.text("DOSSIER"),
        help=i18n.text("un modèle, ou un dossier qui en contient"),
    )
    check.set_defaults(run=run_check)
    new_pack.add(actions)
    letterhead.add(actions)
    pack_length.add(actions)
    delivery.add(actions)
    listing = actions.add_parser("list", help=i18n.text("liste les modèles et leur dossier"))
    told = i18n.text("liste ce qu’un juriste doit encore vérifier, le plus grave d’abord")
    flag(listing, "--to-verify", told)
    told = i18n.text("liste les règles lues il y a trop longtemps, à relire")
    flag(listing, "--to-review", told)
    value(listing, "--on", "D", i18n.text("jour pour --to-review (aujourd’hui)"))
    listing.set_defaults(run=run_list)


def run_check(args: argparse.Namespace, tools: Tools) -> Report:
    """Check the packs at the paths; the status is 3 when something is to be corrected."""
    checked = check_packs(tools.catalogue, tools.law, args.paths, tools.clock.today())
    wrong = any(not pack.ok for pack in checked)
    data = {"packs": [_data(pack) for pack in checked]}
    return reported(packs.checked(checked), data, status=REFUSED if wrong else 0)


def run_list(args: argparse.Namespace, tools: Tools) -> Report:
    """List every pack at hand, good or bad; or what is to be verified, or read again."""
    if args.to_verify:
        return _to_verify(tools)
    if args.to_review:
        return _to_review(tools, read_day(args.on) if args.on else tools.clock.today())
    items, broken = tools.catalogue.search(), tools.catalogue.broken
    found: list[dict[str, Any]] = [
        {
            "id": item.id,
            "kind": item.kind,
            "title": i18n.pack_text(item.title),
            "ok": True,
            "former": item.former,
        }
        for item in items
    ]
    found += [
        {
            "id": lost.id,
            "path": lost.path,
            "ok": False,
            "problems": [as_data(p) for p in lost.problems],
        }
        for lost in broken
    ]
    return reported(packs.listed(items, broken), {"packs": found})


def _to_verify(tools: Tools) -> Report:
    doubts = to_verify(tools.catalogue, tools.law)
    data = [asdict(doubt) | {"seen_on": doubt.seen_on.isoformat()} for doubt in doubts]
    return reported(packs.to_verify(doubts), {"to_verify": data})


def _to_review(tools: Tools, day: dt.date) -> Report:
    found = to_read_again(tools.catalogue, tools.law, day)
    data = [
        asdict(one) | {"seen_on": one.seen_on.isoformat(), "review_by": one.review_by.isoformat()}
        for one in found
    ]
    return reported(packs.to_review(found, day), {"on": day.isoformat(), "to_review": data})


def _data(pack: CheckedPack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "path": pack.path,
        "ok": pack.ok,
        "problems": [as_data(problem) for problem in pack.problems],
    }

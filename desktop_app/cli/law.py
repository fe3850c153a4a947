"""``papier-libre law arguments``: what may be said against a decision, and before which judge."""

import argparse
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.arguments.model import ROWS, Argument, Bank, Order
from desktop_app.pages import arguments as said


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser("law", help=i18n.text("ce que la loi permet de dire à un juge"))
    actions = parser.add_subparsers(
        dest="action", required=True, metavar=i18n.text("ACTION"), parser_class=type(parser)
    )
    listing = actions.add_parser(
        "arguments",
        help=i18n.text("les arguments : questions, preuves, articles, et ce qu’un juge refuse"),
    )
    listing.add_argument(
        "id", nargs="?", default="", metavar="ID", help=i18n.text("lequel (sans lui : la liste)")
    )
    value(listing, "--family", "F", i18n.text("ceux d’une famille : debt, decision, housing…"))
    value(listing, "--paper", "ID", i18n.text("ceux d’une lettre, dans l’ordre où elle les écrit"))
    told = i18n.text("liste seulement ceux qu’un juriste doit encore relire")
    flag(listing, "--to-verify", told)
    listing.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell one argument, those of a paper, or the list."""
    bank = tools.law.bank
    if options.id:
        return _one(bank, options.id)
    if options.paper:
        return _of_a_paper(bank, options.paper)
    found = [
        one
        for one in bank.arguments.values()
        if (not options.to_verify or one.to_verify)
        and options.family in ("", said.family(bank, one))
    ]
    if options.family and not found:
        raise UsageError(detail=i18n.text("cette famille n’existe pas, ou n’a rien à relire"))
    return reported(said.listed(bank, found), {"arguments": [_data(bank, one) for one in found]})


def _one(bank: Bank, name: str) -> Report:
    argument = bank.arguments.get(name)
    if argument is None:
        raise UsageError(detail=i18n.text("aucun argument n’a ce nom : papier-libre law arguments"))
    return reported(said.told(bank, argument), _data(bank, argument))


def _of_a_paper(bank: Bank, paper: str) -> Report:
    orders = [one for one in bank.orders.values() if paper in one.papers]
    if not orders:
        raise UsageError(detail=i18n.text("aucun ordre d’arguments n’est pour cette lettre"))
    data = {"paper": paper, "orders": [_order(bank, one) for one in orders]}
    return reported(said.of_paper(bank, paper, orders), data)


def _order(bank: Bank, order: Order) -> dict[str, Any]:
    return {
        "id": order.id,
        "dispute": order.dispute,
        "forum": order.forum,
        "rows": {row: list(getattr(order, row)) for row in ROWS},
        "conclusions": list(order.conclusions),
        "warning": order.warning,
        "gates": [{"id": gate.id, "why": gate.why} for gate in bank.gates_of(order)],
    }


def _data(bank: Bank, argument: Argument) -> dict[str, Any]:
    return {
        "id": argument.id,
        "family": said.family(bank, argument),
        "nature": argument.nature,
        "title": argument.title,
        "question": argument.question,
        "raised_by": argument.raised_by,
        "proof": argument.proof,
        "articles": list(argument.articles),
        "decisions": [
            {"name": one.name, "says": one.says, "confidence": one.confidence}
            for one in argument.decision
        ],
        "confidence": argument.confidence,
        "to_verify": argument.to_verify,
        "seen_on": argument.seen_on.isoformat(),
        "places": list(said.places(argument)),
        "orders": [one.id for one in said.orders(bank, argument)],
        "closed_by": [one.id for one in bank.gates if one.closes_argument(argument)],
        "useless": argument.useless,
        "danger": argument.danger,
        "help_first": argument.help_first,
    }

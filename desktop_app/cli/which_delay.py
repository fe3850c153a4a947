"""``papier-libre which-delay``: which delay applies, from who wrote and what is said."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.deadline import add_arrival, add_notice, known_day, notice_of
from desktop_app.cli.deadline_data import deadline_data
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import blocks_text, commands, page_text, reported
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.moment import Today
from desktop_app.pages import which_delay as page
from desktop_app.pages.destinations import WhichDelay
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.which_delay import (
    Candidate,
    Notified,
    arrivals,
    candidates,
    counted,
    known_cases,
)


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "which-delay", help=i18n.text("quel délai s’applique : qui a écrit, ce que dit la lettre")
    )
    for name, told in (
        ("family", i18n.text("qui a écrit (sans lui : la liste)")),
        ("situation", i18n.text("ce que dit la lettre")),
    ):
        parser.add_argument(name, nargs="?", default="", metavar=name.upper(), help=told)
    value(parser, "--event", "E", i18n.text("comment la lettre est venue (notification)"))
    value(parser, "--date", "D", i18n.text("le jour de cet événement : 2026-11-24"))
    value(parser, "--picked-up", "P", i18n.text("jour du retrait au guichet (lrar-retiree)"))
    value(parser, "--today", "T", i18n.text("date du jour à prendre pour le calcul"))
    told = i18n.text("la lettre ne dit ni comment ni jusqu’à quand la contester")
    flag(parser, "--no-remedies", told)
    add_arrival(parser)
    add_notice(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """List the cases, or the procedures of one, with their dates when a day is given."""
    if not options.family or not options.situation:
        cases = known_cases(tools.law, tools.catalogue)
        said = WhichDelay(options.family if options.family in cases else "")
        known = {one: list(names) for one, names in cases.items()}
        return reported(page.which_case(said, cases), {"cases": known})
    today: Today = read_day(options.today) if options.today else tools.clock.now()
    found = candidates(tools.law, tools.catalogue, options.family, options.situation)
    if options.date:
        found = counted(tools.law, found, _notified(options, tools), today)
    data = {
        "notice": case_words.notice_first(),
        "candidates": [_candidate(one, today) for one in found],
    }
    return _reported(found, today, data, counted=bool(options.date))


def _notified(options: argparse.Namespace, tools: Tools) -> Notified:
    event = options.event or "notification"
    known = [one.id for one in arrivals(tools.law)]
    if event not in known:
        words = i18n.text("--event attend un de ces mots : {events}")
        raise UsageError(detail=words.format(events=", ".join(known)))
    picked_up = read_day(options.picked_up) if options.picked_up else None
    told = False if options.no_remedies else None
    return Notified(
        event,
        read_day(options.date),
        picked_up,
        known_day(options.received),
        known_day(options.opened),
        options.agreed,
        options.address,
        told,
        notice_of(options),
    )


def _candidate(one: Candidate, today: Today) -> dict[str, Any]:
    return {
        "procedure": one.procedure.id,
        "title": one.procedure.title,
        "plain_title": one.procedure.plain_title,
        "about": list(one.procedure.decisions),
        "to": one.procedure.recipient,
        "emergency": one.emergency,
        "letters": [item.id for item in one.letters],
        "deadline": deadline_data(one.deadline, today) if one.deadline else None,
        "rescue": deadline_data(one.rescue, today) if one.rescue else None,
    }


def _reported(
    found: Sequence[Candidate], today: Today, data: Mapping[str, object], *, counted: bool
) -> Report:
    """Return what the window says; after each procedure, the command that counts it alone."""
    whole = page.answered(found, today, counted=counted)
    notice, which, *cards = whole.blocks
    told = [
        f"{blocks_text((card,), commands())}\n  deadline {one.procedure.id}"
        for card, one in zip(cards, found, strict=True)
    ]
    first = page_text(replace(whole, blocks=(notice, which)))
    return replace(reported(whole, data), text="\n\n".join((first, *told)))

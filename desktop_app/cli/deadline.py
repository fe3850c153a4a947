"""``papier-libre deadline``: the last day to act, and why."""

import argparse
import datetime as dt

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.deadline_data import deadline_data, remains_data
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.core.deadlines.errors import EventNeeded, PlaceNeeded
from desktop_app.core.deadlines.moments import read_day, read_moment
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.request import ADDRESSES, AGREED, JUDGES, Request, WrittenDelay
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import Today, day_of
from desktop_app.pages import one_deadline
from desktop_app.pages.too_late import what_remains
from desktop_app.workflow.guidance.deadlines import deadline_for, fitting_events
from desktop_app.workflow.guidance.too_late import too_late
from desktop_app.workflow.guidance.urgent import emergency_of

NOT_KNOWN = ("", "inconnu", "unknown")


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "deadline", help=i18n.text("dernier jour pour agir, avec le calcul et ses articles")
    )
    parser.add_argument("procedure", metavar="PROCEDURE", help=i18n.text("nom de la démarche"))
    value(parser, "--event", "EVENT", i18n.text("ce qui s’est passé"), default=None)
    told = i18n.text("le jour où cela s’est passé : 2026-11-24, ou 2026-11-24T16:30")
    value(parser, "--date", "D", told, default=None)
    flag(parser, "--events", i18n.text("montre les événements qui conviennent"))
    _add_details(parser)
    parser.set_defaults(run=run)


def _add_details(parser: argparse.ArgumentParser) -> None:
    value(parser, "--of", "PROCEDURE", i18n.text("démarche refusée, ou restée sans réponse"))
    value(parser, "--picked-up", "D", i18n.text("jour du retrait au guichet (lrar-retiree)"))
    told = i18n.text("pour un refus : jour où la demande avait été reçue")
    value(parser, "--request-received", "D", told)
    told = i18n.text("territoire du domicile, « etranger », ou « même territoire »")
    value(parser, "--residence", "R", told)
    value(parser, "--today", "D", i18n.text("date du jour à prendre pour le calcul"))
    value(parser, "--territory", "T", i18n.text("territoire du tribunal (metropole)"))
    add_arrival(parser)
    _add_unusual(parser)
    add_notice(parser)
    told = i18n.text("Alsace et Moselle : le Vendredi saint n’est pas férié dans la commune")
    flag(parser, "--no-good-friday", told)


def add_arrival(parser: argparse.ArgumentParser) -> None:
    """Add what is told of an arrival that has two days."""
    told = i18n.text("jour où la lettre est arrivée, ou « inconnu » (lettre-simple, fps-poste)")
    value(parser, "--received", "D", told)
    value(parser, "--opened", "D", i18n.text("jour où le message a été ouvert (compte-en-ligne)"))
    _choice(parser, "--address", ADDRESSES, i18n.text("l’adresse était-elle connue du bureau ?"))
    told = i18n.text("accord donné pour les décisions par internet seulement (compte-en-ligne)")
    _choice(parser, "--agreed", AGREED, told)


def _choice(
    parser: argparse.ArgumentParser, name: str, choices: tuple[str, ...], told: str
) -> None:
    parser.add_argument(name, choices=choices, default="inconnu", help=told)


def _add_unusual(parser: argparse.ArgumentParser) -> None:
    """Add what few procedures ask for."""
    flag(parser, "--no-remedies", i18n.text("la décision ne dit pas comment la contester"))
    told = i18n.text("jour où l’aide juridictionnelle a été demandée (aj-refusee, aj-caduque)")
    value(parser, "--asked", "D", told)
    told = i18n.text("accusé de réception de la demande reçu (rejet-implicite)")
    _choice(parser, "--acknowledged", AGREED, told)
    told = i18n.text("le juge, quand il y en a deux possibles")
    parser.add_argument("--judge", choices=JUDGES[1:], default="", help=told)
    value(parser, "--paused-from", "D", i18n.text("début de la médiation par la caisse"))
    value(parser, "--paused-until", "D", i18n.text("fin de la médiation par la caisse"))


def known_day(written: str) -> dt.date | None:
    """Return a day; None when nothing is written, or that it is not known."""
    return None if written.strip().lower() in NOT_KNOWN else read_day(written)


def add_notice(parser: argparse.ArgumentParser) -> None:
    """Add what the letter received says itself: a length, or its last day."""
    either = parser.add_mutually_exclusive_group()
    told = i18n.text("délai écrit sur la lettre reçue, à comparer : « 2 mois », « 30 jours »")
    value(either, "--notice-delay", "DUREE", told)
    told = i18n.text("dernier jour écrit sur la lettre reçue, à comparer : 2026-11-24")
    value(either, "--notice-last-day", "D", told)


def notice_of(args: argparse.Namespace) -> WrittenDelay | dt.date | None:
    """Return what the letter received says itself; None when nothing was given."""
    if args.notice_delay:
        return read_delay(args.notice_delay)
    return read_day(args.notice_last_day) if args.notice_last_day else None


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Compute, or list the events that fit."""
    if args.events:
        if args.event or args.date:
            raise UsageError(detail=i18n.text("--events va sans --event ni --date"))
        return _events(args.procedure, tools)
    if not args.event or not args.date:
        raise EventNeeded()
    today: Today = read_day(args.today) if args.today else tools.clock.now()
    procedure = tools.law.procedure(args.procedure)
    if procedure.elsewhere and not args.territory:
        places = [name for one in procedure.elsewhere for name in one.territories]
        raise PlaceNeeded(territories=", ".join(places))
    found = deadline_for(tools.law, _request(args, today))
    data = deadline_data(found, today)
    told = reported(one_deadline.page(found, today), {**data, "remains": None})
    if not verdict(found, today).is_over:
        return told
    received = read_moment(args.date)
    late = too_late(
        tools.law,
        tools.catalogue,
        found.procedure,
        today=day_of(today),
        last_day=found.last_day,
        received=day_of(received) if args.event in NOTIFIED else None,
    )
    remains = what_remains(late, emergency_of(tools.law, late.procedure.id))
    after = reported(remains, remains_data(late))
    return Report({**told.data, "remains": after.data}, f"{told.text}\n\n{after.text}")


def _request(args: argparse.Namespace, today: Today) -> Request:
    return Request(
        procedure=args.procedure,
        event=args.event,
        date=read_moment(args.date),
        today=today,
        of=args.of,
        picked_up=read_day(args.picked_up) if args.picked_up else None,
        received=known_day(args.received),
        opened=known_day(args.opened),
        agreed=args.agreed,
        remedies=not args.no_remedies,
        address=args.address,
        asked=read_day(args.asked) if args.asked else None,
        acknowledged=args.acknowledged,
        judge=args.judge,
        paused=_paused(args),
        territory=args.territory or "metropole",
        residence=args.residence,
        good_friday=not args.no_good_friday,
        request_received=read_day(args.request_received) if args.request_received else None,
        notice=notice_of(args),
    )


def _paused(args: argparse.Namespace) -> tuple[dt.date, dt.date] | None:
    if bool(args.paused_from) != bool(args.paused_until):
        raise UsageError(detail=i18n.text("--paused-from va avec --paused-until"))
    return (read_day(args.paused_from), read_day(args.paused_until)) if args.paused_from else None


def _events(name: str, tools: Tools) -> Report:
    from desktop_app.pages import which_delay  # its questions are read by what reads packs

    found = fitting_events(tools.law, name)
    events = [
        {
            "id": one.event.id,
            "title": i18n.pack_text(one.event.title),
            "date": i18n.pack_text(one.event.date),
            "of": list(one.of),
        }
        for one in found
    ]
    page = which_delay.starts(tools.law.procedure(name), found)
    return reported(page, {"events": events}, f"deadline {name}")

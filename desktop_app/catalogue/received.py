"""Reads ``forms/received/``: by which words a letter received is understood, decoded strictly."""

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable

from desktop_app.catalogue.law_decode import InvalidLaw, decode
from desktop_app.catalogue.law_tables import read_file, read_rows
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.errors import Problem
from desktop_app.core.received.rules import (
    Asked,
    Contesting,
    Decision,
    Label,
    Remedy,
    Rules,
    Sender,
)

SENDERS, DECISIONS, FACTS = "senders.toml", "decisions.toml", "facts.toml"


def received_rules(root: Traversable) -> Rules:
    """Return the rules of a folder; or raise ``InvalidLaw``, with all that is wrong in a file."""
    senders = read_file(root, SENDERS, {"sender"})
    decisions = read_file(root, DECISIONS, {"decision"})
    facts = read_file(root, FACTS, {"contesting", "label", "remedy", "question"})
    rules = Rules(
        senders=read_rows(senders, "sender", Sender, SENDERS),
        decisions=read_rows(decisions, "decision", Decision, DECISIONS),
        remedies=read_rows(facts, "remedy", Remedy, FACTS),
        labels=read_rows(facts, "label", Label, FACTS),
        contesting=decode(facts.get("contesting"), Contesting, f"{FACTS}, contesting"),
        questions=read_rows(facts, "question", Asked, FACTS),
    )
    if problems := list(_unknown(rules)):
        raise InvalidLaw(problems)
    return rules


def _unknown(rules: Rules) -> Iterator[Problem]:
    """Yield each name of a sender or a decision that is none."""
    senders = [one.id for one in rules.senders]
    decisions = [one.id for one in rules.decisions]
    for number, sender in enumerate(rules.senders, 1):
        yield from _names(sender.over, senders, f"{SENDERS}, sender {number}, over")
    for number, one in enumerate(rules.decisions, 1):
        place = f"{DECISIONS}, decision {number}"
        yield from _names(one.senders, senders, f"{place}, senders")
        yield from _names(one.over, decisions, f"{place}, over")


def _names(names: Iterable[str], known: list[str], place: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem("law-bad-value", place=place, suggestion=nearest(name, known))

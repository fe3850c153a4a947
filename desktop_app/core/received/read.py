"""Reads a letter: from its words and their places to what is proposed of it."""

import datetime as dt
from collections.abc import Sequence
from itertools import chain

from desktop_app.core.received.days import days
from desktop_app.core.received.flow import flow_of
from desktop_app.core.received.kinds import decisions, senders
from desktop_app.core.received.model import Fact, Leaf, Proposal, Reading
from desktop_app.core.received.numbers import numbers
from desktop_app.core.received.remedies import remedies
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.sums import sums


def read(leaves: Sequence[Leaf], rules: Rules, today: dt.date) -> Reading:
    """Return what a letter may say. Pure, total: a page without words says nothing."""
    flow = flow_of(leaves)
    who = senders(flow, rules)
    sender = str(who[0].value) if len(who) == 1 else ""
    found: dict[Fact, list[Proposal]] = {}
    for one in chain(
        who,
        decisions(flow, rules, sender),
        days(flow, rules, today),
        sums(flow, rules),
        numbers(flow, rules),
        remedies(flow, rules),
    ):
        found.setdefault(one.fact, []).append(one)
    return Reading({fact: tuple(here) for fact, here in found.items()})

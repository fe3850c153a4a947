"""Who sent a letter, and what kind of letter it is."""

from collections.abc import Iterator, Sequence

from desktop_app.core.received.flow import Flow
from desktop_app.core.received.model import Proposal
from desktop_app.core.received.phrases import Hit, hits
from desktop_app.core.received.rules import Decision, Rules, Sender
from desktop_app.core.received.settling import Candidate, settle

HEAD = 0.3
"""Of the first page: a name that stands there is the sender's; elsewhere it may be of another."""
IN_HEAD, ELSEWHERE, HINT = 0, 2, 3


def senders(flow: Flow, rules: Rules) -> tuple[Proposal, ...]:
    """Return who may have sent a letter."""
    found = {one.id: list(_named(flow, one)) for one in rules.senders}
    best = {name: min(one.rank for one in here) for name, here in found.items() if here}
    for sender in rules.senders:
        if sender.id in best:
            for other in sender.over:
                if best.get(other, -1) >= best[sender.id]:
                    found[other] = []
    return settle(flow, "sender", [one for here in found.values() for one in here])


def decisions(flow: Flow, rules: Rules, sender: str) -> tuple[Proposal, ...]:
    """Return what kind of letter it may be; of any sender, when it is not known."""
    found = {}
    for one in rules.decisions:
        if not sender or sender in one.senders:
            here = _said(flow, one)
            if here:
                found[one.id] = (one, here)
    covered = {other for one, _ in found.values() for other in one.over}
    told = [
        Candidate(one.id, hit.start, hit.end, 0 if sender else 2)
        for one, here in found.values()
        if one.id not in covered
        for hit in here
    ]
    return settle(flow, "decision", told)


def _named(flow: Flow, sender: Sender) -> Iterator[Candidate]:
    for hit in hits(flow, sender.marks):
        rank = IN_HEAD if flow.from_top(hit.start) < HEAD else ELSEWHERE
        yield Candidate(sender.id, hit.start, hit.end, rank)
    for hit in hits(flow, sender.hints):
        rank = HINT if flow.from_top(hit.start) < HEAD else HINT + 1
        yield Candidate(sender.id, hit.start, hit.end, rank)


def _said(flow: Flow, decision: Decision) -> Sequence[Hit]:
    """Return the first phrase of each group of a decision; nothing when a group is not said."""
    if hits(flow, decision.never):
        return ()
    found = [hits(flow, group) for group in decision.said]
    return [one[0] for one in found] if all(found) else ()

"""Which procedure an answer or a silence comes from, and which one it opens."""

from desktop_app.core.deadlines import errors
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.errors import AppError


def source(law: Law, procedure: Procedure, event: str, of: str) -> Procedure | None:
    """Return the procedure that was refused or silent.

    Args:
        of: its id, when the person named it. When she did not, the only possible one is taken;
            for an express refusal of any earlier step, none is needed.

    Raises:
        OfNeeded: several are possible and they do not lead to the same delay.
        OfDoesNotFit: the one named does not lead here.
        SilenceOpensNothing: it does not, because its silence means something else.
    """
    if of:
        named = law.procedure(of)
        if leads(named, procedure, event):
            return named
        raise _misfit(law, named, procedure, event)
    possible = before(law, procedure, event)
    if len(possible) == 1:
        return possible[0]
    if procedure not in possible and event != "rejet-implicite":
        return None
    raise errors.OfNeeded(procedures=_names(law, procedure, event))


def targets(law: Law, procedure: Procedure, event: str, of: str) -> tuple[Procedure, ...]:
    """Return the procedures whose delay runs: this one, or the next ones when it was refused."""
    answered = source(law, procedure, event, of)
    if answered is None or answered.id != procedure.id:
        return (procedure,)
    opened = [n.procedure for n in procedure.next if event in n.opened_by]
    following = [p for p in map(law.procedure, opened) if p.delay]
    return tuple(following) or (procedure,)


def leads(first: Procedure, second: Procedure, event: str) -> bool:
    """Return whether an event on the first procedure starts the delay of the second one.

    A procedure leads to itself when its own refusal or silence is what is told: the delay is then
    that of its next step, or its own when the silence was on the request before it.
    """
    if first.id != second.id:
        return first.opens(second.id, event)
    if event not in ("rejet-expres", "rejet-implicite"):
        return False
    own = any(s.opens == "cette-demarche" for s in first.silence)
    return own or any(event in n.opened_by for n in first.next)


def before(law: Law, procedure: Procedure, event: str) -> tuple[Procedure, ...]:
    """Return the procedures whose refusal or silence starts this delay, itself included."""
    return tuple(p for p in law.procedures() if leads(p, procedure, event))


def _misfit(law: Law, named: Procedure, procedure: Procedure, event: str) -> AppError:
    if event == "rejet-implicite" and {s.effect for s in named.silence} == {"autre"}:
        return errors.SilenceOpensNothing(meaning=named.silence[0].meaning)
    fitting = _names(law, procedure, event)
    return errors.OfDoesNotFit(procedures=fitting) if fitting else errors.OfNotExpected()


def _names(law: Law, procedure: Procedure, event: str) -> str:
    return ", ".join(p.id for p in before(law, procedure, event))

"""Which letters may be begun now in a dossier: the steps whose time has come, then what reminds."""

from collections.abc import Iterable

from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.workflow.matter.dossiers import OpenDossier
from desktop_app.workflow.matter.next_steps import NextStep
from desktop_app.workflow.matter.timeline import POSTED, WRONG_BODY, last, unanswered

EVERYONE = "transversal"
"""The family of the letters that are written to any body."""


def proposed(found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letters that may be begun now, in the order of the law's file.

    Where the law gives silence no meaning, one reminds before one goes further.
    """
    letters = [item for step in _due(found) for item in found.letters.get(step.procedure, ())]
    steps = _of_the_family(letters, found.papers.family)
    ordered = (*steps, *found.reminders) if is_time(found) else (*found.reminders, *steps)
    return tuple(dict.fromkeys(ordered))


def is_time(found: OpenDossier) -> bool:
    """Tell whether the time of the next letter has come: an answer, or the day of silence."""
    if found.next is None:
        return False
    usual = found.next.usual
    return found.next.state in ("silence", "reponse") or bool(usual and usual.reached)


def any_day(found: OpenDossier, procedure: str) -> tuple[CatalogueItem, ...]:
    """Return the letters of a step for which nothing has to happen first."""
    steps = found.next.open_steps if found.next else ()
    if not any(step.procedure == procedure and step.any_day for step in steps):
        return ()
    return _of_the_family(found.letters.get(procedure, ()), found.papers.family)


def right_office(found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letter to write again to the right office, until it left or was answered."""
    name = unanswered(found.events)
    told = last(found.events, WRONG_BODY, name) if name else None
    sent = last(found.events, POSTED, name)
    if told is None or sent is None or sent.day > told.day:
        return ()
    written = (one for one in found.papers.made if found.papers.step(one) == name)
    items = (found.papers.items.get(one.made_from) for one in written)
    return tuple(item for item in [next(items, None)] if item is not None)


def _due(found: OpenDossier) -> Iterable[NextStep]:
    if found.next is None:
        return ()
    if is_time(found):
        return [step for step in found.next.open_steps if step.fits]
    return [step for step in found.next.steps if step.any_day and found.waited]


def _of_the_family(letters: Iterable[CatalogueItem], family: str) -> tuple[CatalogueItem, ...]:
    """Leave out what another body is written to, when this one has letters of its own."""
    known = tuple(letters)
    if family in ("", EVERYONE):
        return known
    return tuple(one for one in known if one.family in (family, EVERYONE)) or known

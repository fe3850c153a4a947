"""Totals that a form would have worked out by itself: plain sums of what was answered."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop_app.untrusted.model import Field, Form

AMOUNT = re.compile(r"(-?[0-9]{1,15})(?:[.,]([0-9]{1,6}))?")
AROUND = re.compile(r"[\s€]")


def totals(form: Form, texts: Mapping[int, str]) -> dict[int, str]:
    """Return the totals that can be worked out, by the index of their field.

    A total stays out when nothing of it is known, or when something of it is no number.

    Args:
        texts: what each field will show; a field left out shows what the blank holds.
    """
    names = {one.name: index for index, one in enumerate(form.fields)}
    shown = {index: one.value for index, one in enumerate(form.fields)} | dict(texts)
    found: dict[int, str] = {}
    waiting = [
        index
        for index, one in enumerate(form.fields)
        if one.sum_of and names.keys() >= set(one.sum_of) and not texts.get(index)
    ]
    while waiting:  # a total may add up other totals
        ready = [one for one in waiting if not _needs(form.fields[one], names, waiting)]
        if not ready:
            break  # they wait for each other
        for index in ready:
            terms = [shown[names[name]] for name in form.fields[index].sum_of]
            if total := _added(terms):
                found[index] = shown[index] = total
        waiting = [one for one in waiting if one not in ready]
    return found


def _needs(one: Field, names: Mapping[str, int], waiting: Sequence[int]) -> bool:
    return any(names[name] in waiting for name in one.sum_of)


def _added(terms: Sequence[str]) -> str:
    amounts = [AMOUNT.fullmatch(AROUND.sub("", term)) for term in terms if term.strip()]
    if not amounts or not all(amounts):
        return ""
    parts = [(one[1], one[2] or "") for one in amounts if one]
    total = sum((Decimal(f"{whole}.{cents or 0}") for whole, cents in parts), Decimal(0))
    places = max(len(cents) for _, cents in parts)
    return f"{total:.{places}f}".replace(".", ",")

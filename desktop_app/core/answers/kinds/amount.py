"""Euros, as ``Decimal`` with two decimals at most."""

import re
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    digits_for_letters,
    wrong,
)
from desktop_app.core.spaces import NARROW

_CENT = Decimal("0.01")
_WHOLE = r"(?:[0-9]{1,10}|[0-9]{1,3}(?:\.[0-9]{3}){1,3})"
_SHAPE = re.compile(rf"(?P<sign>-?)(?P<whole>{_WHOLE})(?:,(?P<cents>[0-9]*))?")
_WITH_POINT = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,10})\.(?P<cents>[0-9]{0,2})")


def read(typed: str, context: Context) -> Reading:
    """Read an amount: ``1 842``, ``1842,50``, ``1.842,50 €``, ``1842.5``."""
    text = _bare(typed)
    match = _WITH_POINT.fullmatch(text) or _SHAPE.fullmatch(text)
    if match is None:
        return wrong(context, "not-amount", _near(text))
    cents = match["cents"] or ""
    value = Decimal(f"{match['sign']}{match['whole'].replace('.', '')}.{cents or '0'}")
    if len(cents) > 2:
        return wrong(context, "amount-decimals", show(value.quantize(_CENT, ROUND_HALF_UP)))
    return _bounded(value.quantize(_CENT), context)


def _bounded(value: Decimal, context: Context) -> Reading:
    question = context.question
    if value < 0 and not question.minimum.startswith("-"):
        return wrong(context, "amount-negative", show(-value))
    if question.minimum and value < Decimal(question.minimum):
        return wrong(context, "too-small", lowest=show(Decimal(question.minimum)))
    if question.maximum and value > Decimal(question.maximum):
        return wrong(context, "too-large", highest=show(Decimal(question.maximum)))
    return Reading(value)


def show(value: Decimal) -> str:
    """Write ``1 842,00``: as it is typed back, without the sign of the euro."""
    return f"{value:,.2f}".replace(",", NARROW).replace(".", ",")


def _bare(typed: str) -> str:
    text = re.sub(r"[\s'’]", "", clean(typed).lower())
    text = text.replace("\u2212", "-")
    return re.sub(
        r"(?:€|euros?|eur)(?=[0-9]{0,2}$)", lambda m: "," if m.end() < len(text) else "", text
    )


def _near(text: str) -> str:
    """Try what a hand or an eye confuses: letters for digits, a comma between thousands."""
    guesses = [digits_for_letters(text.upper())]
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}", text):
        guesses.append(text.replace(",", "").replace(".", ","))
    for guess in guesses:
        match = _SHAPE.fullmatch(guess)
        if match and len(match["cents"] or "") <= 2:
            return show(Decimal(f"{match['whole'].replace('.', '')}.{match['cents'] or '0'}"))
    return ""


KIND = Kind(read, show, hint="Écrivez la somme en euros, par exemple 1 842,50.")

"""Fills one form in every field: with our engine, flat and editable, and with pypdf."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.core.pdf import Proof
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.untrusted.model import Field
from tests.corpus import foreign, hard
from tests.corpus.foreign import Place
from tests.corpus.judge import Ask

NEAR = 1.5  # points between our rectangle of a widget and pypdf's


@dataclass(slots=True)
class Filled:
    """A filled file: its bytes, the time it took, what it must show, what was told of by name."""

    data: bytes = b""
    seconds: float = 0.0
    asks: list[Ask] = field(default_factory=list)
    reported: dict[str, str] = field(default_factory=dict)
    overflow: int = 0
    exception: str = ""


def read(data: bytes) -> list[Field]:
    """The fields a person can write in, as our engine reads them."""
    with FormFile().open(data) as file:
        return hard.writable(file.form.fields)


def ours(
    data: bytes, fields: Sequence[Field], values: hard.Values, places: Iterable[Place],
    *, editable: bool,
) -> Filled:  # fmt: skip
    """Fill with our engine; its proof says what it reports by name."""
    began = time.monotonic()
    with FormFile().open(data) as file:
        pdf, proof = file.fill(values, editable=editable)
    seconds = time.monotonic() - began
    reported = {one.field: one.reason for one in proof.problems}
    annexed = {one.field: one.annex for one in proof.overflow}
    asks = [
        ask(one, values[one.name], match(one, places), annexed.get(one.name, 0))
        for one in fields
        if one.name in values and one.name not in reported
    ]
    return Filled(pdf.data, seconds, asks, reported, len(annexed), _untold(proof, values, reported))


def _untold(proof: Proof, values: hard.Values, reported: Mapping[str, str]) -> str:
    told = proof.verified + len(reported.keys() & values.keys())
    return "" if told == len(values) else f"{len(values) - told} values not told of"


def with_pypdf(
    data: bytes, fields: Sequence[Field], values: hard.Values, places: Sequence[Place]
) -> Filled:
    """Fill with pypdf; an exception stops the whole form."""
    asks, given = [], {}
    for one in fields:
        found = match(one, places)
        asks.append(ask(one, values[one.name], found, 0))
        for index, place in enumerate(found):
            if (given_value := _for_pypdf(one, values[one.name], index, place)) is not None:
                given[place.name] = given_value
    began = time.monotonic()
    try:
        filled = foreign.fill(data, given)
    except Exception as surprise:
        return Filled(seconds=time.monotonic() - began, exception=type(surprise).__name__)
    return Filled(filled, time.monotonic() - began, asks)


def _for_pypdf(one: Field, value: Any, index: int, place: Place) -> str | None:
    if one.type == "tick":
        return place.state if value else "/Off"
    if one.type == "one_of":
        chosen = next(option for option in one.options if option.id == value)
        return place.state if index in chosen.widgets else None
    return str(value) if value is not None else None


def ask(one: Field, value: Any, places: tuple[Place, ...], annex: int) -> Ask:
    """What a field must show, at the places that pypdf reads."""
    if one.type in ("tick", "one_of"):
        ticked = range(len(places)) if value is True else ()
        if one.type == "one_of":
            ticked = next(option.widgets for option in one.options if option.id == value)
        return Ask(one.name, places, ticked=frozenset(ticked), is_tick=True)
    words = lettering.clean(hard.shown_words(one, value))
    if annex:
        short = (f"voir annexe {annex}", f"annexe {annex}", f"ann. {annex}", f"A{annex}")
        return Ask(one.name, places, short, annexed=words)
    return Ask(one.name, places, (words,))


def match(one: Field, places: Iterable[Place]) -> tuple[Place, ...]:
    """The places of a field as pypdf reads them.

    Raises:
        LookupError: pypdf has no widget there: one of us misreads the page.
    """
    found = []
    for widget in one.widgets:
        if widget.page:
            near = [
                place
                for place in places
                if place.page == widget.page and _apart(place.box, widget.rect) < NEAR
            ]
            same = [place for place in near if one.name.startswith(place.name or one.name)]
            if not near:
                raise LookupError(f"{one.name}: no widget at {widget.rect}")
            found.append((same or near)[0])
    return tuple(found)


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))

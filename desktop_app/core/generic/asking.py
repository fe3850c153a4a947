"""From boxes answered together to one question, and to the places where its answer goes."""

from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.asked import Asked, labelled
from desktop_app.core.generic.facts import Box
from desktop_app.core.generic.known import MAYBE_DATE, Known, recognise
from desktop_app.core.generic.layout.joining import Unit
from desktop_app.core.generic.layout.telling import shown
from desktop_app.core.generic.placing import place, places_of
from desktop_app.core.generic.squares import choice_ids, one_of, squares, tick
from desktop_app.core.packs.model import Choice, Place, Question

PART_OF_DATE = {"jour": "jour", "mois": "mois", "annee": "année"}
"""Filters of a day, and the words of their boxes."""
NUMBER_AND_KEY = ("numéro", "clé")
SHORT_YEAR = "chiffres_date | caracteres(7, 8)"
FITTING = {
    (15, "nir"),
    (13, "nir"),
    (10, "phone"),
    (14, "siret"),
    (9, "siret"),
    (27, "iban"),
    (5, "postal_code"),
    (13, "nif"),
}
"""Cells, and the kind of number that fills them."""
TYPED_WIDTH = 60.0  # points: a narrower box takes no whole telephone number or address


def ask(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    """Return the question of a unit, and its places in the order of the paper."""
    together = {"date": _date, "cells": _cells, "choice": squares, "choices": squares}
    return together.get(unit.kind, _alone)(unit, asked)


def _alone(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    box = unit.first.box
    if box.type == "tick" or (box.type == "one_of" and len(box.options) < 2):
        return tick(unit, asked)
    if box.type == "one_of":
        return one_of(unit, asked)
    if box.type == "choice" and not box.open and len(box.options) > 1:
        return _list(unit, asked)
    return _text(unit, asked)


def _date(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    own = _shared_label(unit)
    label = shown(unit.first, own)
    known = recognise(own)
    name = asked.id(label)
    remember = known.remember if known.kind == "date" else ""
    question = labelled(name, label, kind="date", remember=remember, unknown=True)
    places = []
    for one, part, length in zip(unit.parts, PART_OF_DATE, unit.lengths, strict=True):
        written = SHORT_YEAR if part == "annee" and length == 2 else part
        value = f"{{{{ {name} | {written} }}}}"
        words = asked.label(f"{label} : {PART_OF_DATE[part]}")
        places.append(place(one.box, words, value=value))
    return question, tuple(places)


def _cells(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    own = _shared_label(unit)
    label = shown(unit.first, own)
    total = sum(unit.lengths)
    known = recognise(own)
    kind = known.kind if (total, known.kind) in FITTING else "text"
    remember = known.remember if kind == known.kind else ""
    name = asked.id(label)
    limit = total if kind == "text" else 0
    question = labelled(name, label, kind=kind, remember=remember, max_length=limit)
    key = kind == "nir" and len(unit.parts) == 2
    parts = NUMBER_AND_KEY if key else [str(n + 1) for n in range(len(unit.parts))]
    places, start = [], 1
    for part, one, length in zip(parts, unit.parts, unit.lengths, strict=True):
        value = f"{{{{ {name} | caracteres({start}, {start + length - 1}) }}}}"
        places.append(place(one.box, asked.label(f"{label} : {part}"), value=value))
        start += length
    return question, tuple(places)


def _shared_label(unit: Unit) -> str:
    """The words before the first part, without what names the part itself."""
    label = unit.first.label
    head, colon, tail = label.rpartition(" : ")
    parts = ("jour", "numero", "jj", "1", "indicatif", "first three digits of ssn")
    return head if colon and wording.plain_words(tail) in parts else label


def _list(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    box = unit.first.box
    texts = [(one.label or one.id).strip() for one in box.options]
    words = tuple(dict.fromkeys(one for one in texts if one))
    ids = choice_ids(words)
    label = shown(unit.first, unit.first.label)
    name = asked.id(label)
    choices = tuple(Choice(id=one, label=text) for one, text in zip(ids, words, strict=True))
    kind, value = ("choices", f"{name} | lignes") if box.several else ("choice", name)
    question = labelled(name, label, kind=kind, choices=choices)
    return question, _written(unit, asked, value, lines=2 if box.several else 1)


def _text(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    one = unit.first
    box = one.box
    known = _fitting(recognise(one.label), box)
    label = shown(one, one.label)
    name = asked.id(label)
    kind = "long_text" if box.rows > 1 and known.kind == "text" else known.kind
    limited = kind in ("text", "long_text", "name")
    question = labelled(
        name,
        label,
        kind=kind,
        hint=own_words.KEPT.format(words=wording.shortened(box.value, 20))
        if box.value.strip()
        else "",
        remember=known.remember,
        max_length=box.max_length if limited else 0,
        unknown=box.required or kind == "date",
    )
    return question, _written(unit, asked, _value(name, kind, box), lines=1)


def _written(unit: Unit, asked: Asked, value: str, *, lines: int) -> tuple[Place, ...]:
    places: list[Place] = []
    for part in unit.parts:
        label = shown(part, part.label)
        places += places_of(part.box, asked, label, value=f"{{{{ {value} }}}}", lines=lines)
    return tuple(places)


def _value(name: str, kind: str, box: Box) -> str:
    limit = box.max_length
    if kind == "date":
        return f"{name} | chiffres_date" if limit == 8 else f"{name} | date_courte"
    if kind == "nir" and limit in (13, 14):
        return f"{name} | caracteres(1, 13)"
    if limit and kind in ("nir", "siret", "phone", "iban", "nif"):
        return f"{name} | sans_espaces"
    return name


def _fitting(known: Known, box: Box) -> Known:
    """The kind that a label asks for, unless its box takes something else."""
    limit, wide = box.max_length, box.rect[2] - box.rect[0]
    if known.kind == MAYBE_DATE:
        return Known("date" if limit in (8, 10) else "text")
    fits = {
        "date": limit in (0, 8, 10) or limit > 10,
        "nir": limit in (0, 13, 15) or limit > 20,
        "postal_code": limit == 0 or limit >= 5,
        "phone": (limit == 0 and wide >= TYPED_WIDTH) or limit == 10 or limit > 13,
        "email": wide >= 2 * TYPED_WIDTH and not box.comb,
        "iban": limit == 0 or limit >= 27,
        "siret": limit in (0, 9, 14) or limit > 16,
        "nif": limit in (0, 13) or limit > 16,
    }
    if known.kind == "text" or (fits.get(known.kind, True) and box.rows == 1):
        return known
    return Known("text")

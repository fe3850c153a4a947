"""A step of a road in sentences: what a person is told of it, then what the law says.

The first is one hand-written text of the law's files; the rest stands behind "Pourquoi ?".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.deadlines.road import Road
from desktop_app.sentences import deadline_words

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.workflow.matter.ladder import Rung


def said(procedure: Procedure, road: Road | None = None) -> str:
    """Return to whom one writes, what for, until when, at what cost, with a lawyer or not."""
    return i18n.pack_text((road or Road()).said(procedure))


def law_of(procedure: Procedure) -> tuple[str, ...]:
    """Return what the law says of a procedure, in its own words."""
    length = procedure.delay
    delay = deadline_words.length(length) if length else i18n.pack_text(procedure.delay_text)
    about = " ; ".join(map(i18n.pack_text, procedure.decisions))
    return (
        *_lines(
            (i18n.text("Elle concerne"), about),
            (i18n.text("À qui"), i18n.pack_text(procedure.recipient)),
            (i18n.text("Délai"), delay),
            (i18n.text("Coût"), i18n.pack_text(procedure.cost)),
            (i18n.text("Avocat"), i18n.pack_text(procedure.lawyer)),
        ),
        deadline_words.legal_name(procedure.title),
        *_texts(" ; ".join(procedure.basis)),
        *_doubt(procedure),
    )


def law_of_step(rung: Rung) -> tuple[str, ...]:
    """Return what the law says of a step of a ladder, in its own words."""
    length = deadline_words.length(rung.length) if rung.length else ""
    return (
        *_lines(
            (i18n.text("À qui"), i18n.pack_text(rung.to)),
            (i18n.text("Dans quel cas"), i18n.pack_text(rung.when)),
            (i18n.text("Délai"), i18n.pack_text(rung.delay) or length),
            (i18n.text("Coût"), i18n.pack_text(rung.cost)),
            (i18n.text("Avocat"), i18n.pack_text(rung.lawyer)),
        ),
        *((deadline_words.legal_name(rung.title),) if rung.title != rung.plain_title else ()),
        *_texts(rung.basis),
    )


def _lines(*told: tuple[str, str]) -> Iterator[str]:
    yield from (i18n.labelled(label, words) for label, words in told if words)


def _texts(basis: str) -> Iterator[str]:
    if basis:
        yield i18n.text("Textes : {articles}").format(articles=i18n.cited(basis))


def _doubt(procedure: Procedure) -> Iterator[str]:
    if procedure.to_verify:
        yield i18n.text("Un point de cette règle reste à vérifier par un juriste.")

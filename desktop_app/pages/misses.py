"""By how much a printer misses: numbers measured on its page to try, kept for it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from desktop_app import i18n
from desktop_app.core.answers.group import Asked, Step
from desktop_app.core.offset import MOST_MM, MOST_WINDOW_MM, RULERS_MM, Offset
from desktop_app.core.packs.model import Question
from desktop_app.pages.page import Ask

Kind = Literal["offsets", "window_offsets"]
"""Of the answers on a paper form, or of the address in an envelope's window."""
PAPER: Final = "offsets"
WINDOW: Final = "window_offsets"
RIGHT, DOWN, RULER = "right", "down", "ruler"


def ask(kind: Kind, kept: Offset) -> Ask:
    """Ask for the millimetres of a printer; ``kept``: those that are kept for it."""
    return Ask(kind, tuple(_asked(kind)), typed(kept), at_once=True)


def typed(kept: Offset) -> Mapping[str, str]:
    """Return what is kept, by question."""
    return {RIGHT: str(kept.dx_mm), DOWN: str(kept.dy_mm), RULER: str(kept.ruler_mm)}


def missed(values: Mapping[str, Any]) -> Offset:
    """Return the answers; where the ruler is not asked, nothing is enlarged."""
    return Offset(values[RIGHT], values[DOWN], values.get(RULER, Offset().ruler_mm))


def _asked(kind: Kind) -> Iterator[Asked]:
    if kind == WINDOW:  # an address is too short to be missed by a printer that shrinks
        right, down = (
            i18n.text("Décaler l’adresse vers la droite"),
            i18n.text("Décaler l’adresse vers le bas"),
        )
        most = MOST_WINDOW_MM
    else:
        right, down = (
            i18n.text("Décaler les réponses vers la droite"),
            i18n.text("Décaler les réponses vers le bas"),
        )
        most = MOST_MM
    yield _millimetres(RIGHT, right, -most, most)
    yield _millimetres(DOWN, down, -most, most)
    if kind == PAPER:
        ruler = i18n.text("Longueur de la règle de 100 mm sur la page d’essai")
        yield _millimetres(RULER, ruler, *RULERS_MM)


def _millimetres(name: str, label: str, least: float, most: float) -> Asked:
    question = Question(id=name, kind="text", label=label, minimum=str(least), maximum=str(most))
    return Asked(question, float, step=Step(0.5, 1, "mm"))

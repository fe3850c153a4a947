"""Questions judged by hand: whether a reader would understand them, beside the picture of the page.

``tests/data/labels/*.toml``: the form by its hash, the page and the place of the first box, the
question as it was then, and whether it was understood. One that has changed since is not compared.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from desktop_app.core.packs.model import Place
from tests.corpus.label_rules import Seen

FOLDER = Path(__file__).parents[1] / "data" / "labels"
NEAR = 3.0  # points by which a box may have moved


class Asked(Protocol):
    """The questions of a form, their places, and what the rules say of each."""

    @property
    def seen(self) -> tuple[Seen, ...]: ...
    @property
    def places(self) -> tuple[tuple[Place, ...], ...]: ...
    @property
    def wrong(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """One question, and what a hand said of it."""

    form: str
    page: int
    at: tuple[float, float]
    question: str
    understood: bool


@cache
def sample() -> tuple[Judged, ...]:
    """Return all that was judged."""
    return tuple(
        Judged(
            one["form"],
            one["page"],
            (one["at"][0], one["at"][1]),
            one["question"],
            one["understood"],
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for one in tomllib.loads(path.read_text("utf-8"))["judged"]
    )


def judged(sha256: str, asked: Asked) -> Iterator[tuple[Judged, bool]]:
    """Yield those of a form that are asked in the same words still, and what the rules say."""
    for one in sample():
        if not sha256.startswith(one.form):
            continue
        for seen, places, wrong in zip(asked.seen, asked.places, asked.wrong, strict=True):
            if places and seen.question.label == one.question and _is_there(one, places[0]):
                yield one, not wrong


def _is_there(one: Judged, place: Place) -> bool:
    x, y = place.box[0], place.box[1]
    return place.page == one.page and max(abs(x - one.at[0]), abs(y - one.at[1])) < NEAR


def agreement(found: Sequence[tuple[Judged, bool]]) -> str:
    """Return one line: how far the rules and the hand agree."""
    if not found:
        return "None of these questions was judged by hand."
    same = sum(one.understood == right for one, right in found)
    hand = sum(one.understood for one, _ in found)
    harder = sum(one.understood and not right for one, right in found)
    return (
        f"Judged by hand: {len(found)}, understood {hand}; the rules agree on {same} "
        f"({100 * same / len(found):.0f} %), refuse {harder} that the hand takes, "
        f"take {len(found) - same - harder} that it refuses."
    )

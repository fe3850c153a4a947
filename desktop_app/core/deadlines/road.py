"""The road of one person: what she did and answered, hence what concerns her and how it is said.

What is not known excludes nothing: a step is left out, and a sentence taken, for an answer only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desktop_app.core.deadlines.procedures import Asked, Next, Procedure


@dataclass(frozen=True, slots=True)
class Following:
    """One thing that may follow: what one does, and what is told of it on this road."""

    title: str
    told: str


def _nothing() -> Mapping[str, object]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Road:
    """What is known of the person's way.

    Attributes:
        territory: where she lives.
        answers: question -> the choice, or the choices, of her papers; others say nothing here.
        steps: the procedures that she has been through, in their order.
    """

    territory: str = "metropole"
    answers: Mapping[str, object] = field(default_factory=_nothing)
    steps: tuple[str, ...] = ()

    def through(self, *steps: str) -> "Road":
        """Return the same road, with these steps at its end, each once."""
        return replace(self, steps=tuple(dict.fromkeys((*self.steps, *steps))))

    def concerns(self, step: Next, of: str) -> bool:
        """Tell whether what may follow a procedure can concern this person."""
        before = {one for one in self.steps if one != of}
        if step.after and before.isdisjoint(step.after):
            return False
        if not before.isdisjoint(step.not_after):
            return False
        fits = self._fits(step.only)
        if fits is False or (step.known and fits is None):
            return False
        return self._fits(step.unless) is not True

    def said(self, procedure: Procedure) -> str:
        """Return what is said of a procedure to this person: the first sentence that suits her."""
        fitting = (one.words for one in procedure.said if self._is_said(one.only))
        return next(fitting, "")

    def following(
        self, procedure: Procedure, named: Callable[[str], Procedure]
    ) -> tuple[Following, ...]:
        """Return what may follow a procedure; ``named``: the procedure of an id."""
        return tuple(
            Following(step.plain_title, step.said)
            if not step.procedure
            else self._towards(step, named(step.procedure))
            for step in procedure.next
            if self.concerns(step, procedure.id)
        )

    def _towards(self, step: Next, procedure: Procedure) -> Following:
        """Return a procedure as it is told at this step, else as it tells of itself."""
        title = step.plain_title or procedure.plain_title
        return Following(title, step.said or self.said(procedure))

    def _is_said(self, only: Asked) -> bool:
        """Tell whether everything that a sentence supposes was said."""
        return all(map(self._chosen, only)) and self._fits(only) is not False

    def _fits(self, asked: Asked) -> bool | None:
        """Tell whether her answers are among those named; None where nothing says so.

        One answer that is not among them is enough for no.
        """
        told = [
            not self._chosen(question).isdisjoint(among)
            for question, among in asked.items()
            if self._chosen(question)
        ]
        return all(told) if told else None

    def _chosen(self, question: str) -> frozenset[str]:
        match self.answers.get(question):
            case str(one) if one:
                return frozenset({one})
            case tuple(several):
                return frozenset(one for one in several if isinstance(one, str))
        return frozenset()


NO_ROAD = Road()
"""Nothing is known of it."""

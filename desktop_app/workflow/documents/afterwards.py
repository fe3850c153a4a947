"""What comes after a paper that was made: what no answer will mean, and the way from there."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.road import Road
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.guidance.at_hand import letters_for
from desktop_app.workflow.matter.ladder import Rung, ladder
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Nothing of it, where no law says what follows.

    Attributes:
        silence: what no answer means.
        at_hand: the letter to write when it means a refusal is one of ours.
        following: the plain title of the step that is possible then, where no letter is.
        rungs: the steps, from the one where one stands.
    """

    silence: Silence | None = None
    at_hand: bool = False
    following: str = ""
    rungs: tuple[Rung, ...] = ()


def afterwards(tools: Tools, made: Made, today: dt.date) -> Afterwards:
    """Return what comes after a paper. For the worker: letters are looked for."""
    prepared, law = made.prepared, tools.law
    if not prepared.procedure:
        return Afterwards()
    silence: Silence | None = getattr(prepared, "silence", None)
    road = Road(answers=prepared.answers.values)
    rungs = ladder(law, (), prepared.procedure, today, prepared.deadline, road=road)
    if silence is None or silence.effect != "rejet":
        return Afterwards(silence, rungs=rungs)
    steps = [one.procedure for one in rungs if one.state == "ensuite" and one.procedure]
    letters = tools.catalogue.search(kind="letter")
    at_hand = any(letters_for(letters, step, (prepared.procedure,)) for step in steps)
    following = law.procedure(steps[0]).plain_title if steps and not at_hand else ""
    return Afterwards(silence, at_hand, following, rungs)

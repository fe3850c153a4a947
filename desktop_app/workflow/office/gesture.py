"""Filling, printing and filing as one gesture: each step is done once, and taken up where it fails.

A value without a printer or a safe: the window and tests lead it, each with its own.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

Name = Literal["fill", "print", "file", "next", "receipt"]
"""The paper made and proved; handed to the printer; filed; its next day put; the receipt."""
State = Literal["waits", "now", "done", "failed", "skipped"]
NAMES: tuple[Name, ...] = get_args(Name)
OVER: frozenset[State] = frozenset({"done", "skipped"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``told``: what is said of it, in words."""

    name: Name
    state: State = "waits"
    told: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """The steps, in their order."""

    steps: tuple[Step, ...] = tuple(map(Step, NAMES))

    def of(self, name: Name) -> Step:
        """Return a step."""
        return self.steps[NAMES.index(name)]

    @property
    def next(self) -> Name | None:
        """Return the step to be done now, the one that failed included; None after the last."""
        return next((one.name for one in self.steps if one.state not in OVER), None)

    @property
    def busy(self) -> bool:
        """Whether a step is being done: no gesture begins another one meanwhile."""
        return any(one.state == "now" for one in self.steps)

    @property
    def failed(self) -> Step | None:
        """Return the step that failed; None where none did."""
        return next((one for one in self.steps if one.state == "failed"), None)

    def begin(self, name: Name, told: str = "") -> "Way":
        """Begin a step, if it is its turn and nothing else is under way; else nothing changes."""
        return self._with(name, "now", told) if self.next == name and not self.busy else self

    def end(self, name: Name, told: str = "") -> "Way":
        """Say that it is done."""
        return self._with(name, "done", told)

    def skip(self, name: Name) -> "Way":
        """Leave a step out: it was not asked for; one that is done stays so."""
        return self if self.of(name).state == "done" else self._with(name, "skipped")

    def want(self, name: Name) -> "Way":
        """Ask for a step that was left out."""
        return self._with(name, "waits") if self.of(name).state == "skipped" else self

    def fail(self, name: Name, told: str) -> "Way":
        """Say that it failed: those before it stay done, and it is begun again from there."""
        return self._with(name, "failed", told)

    def say(self, name: Name, told: str) -> "Way":
        """Say something else of a step, as it stands."""
        return self._with(name, self.of(name).state, told)

    def _with(self, name: Name, state: State, told: str = "") -> "Way":
        at = NAMES.index(name)
        step = replace(self.steps[at], state=state, told=told)
        return Way((*self.steps[:at], step, *self.steps[at + 1 :]))

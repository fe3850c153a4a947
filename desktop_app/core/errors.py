"""What can go wrong, as codes: the words live in ``desktop_app/i18n.py``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import ClassVar

from desktop_app.core.record import record

Parameter = str | int | float
_CAPITAL = re.compile("(?<!^)(?=[A-Z])")
NO_PARAMETERS: Mapping[str, Parameter] = MappingProxyType({})


class AppError(Exception):
    """A refusal that a person can act on.

    Each subclass has a ``code``, its name unless it says another one (``WordsUnknown`` is
    "words-unknown", a key of the message catalogue), and an ``exit_status``, that of its base
    unless it says so (the command line's contract). Parameters are harmless facts for the sentence,
    such as a size, a page or a file's kind: **never what a person typed**, for errors reach logs
    and reports.
    """

    code: ClassVar[str] = "internal"
    exit_status: ClassVar[int] = 3

    def __init_subclass__(cls, code: str = "", exit_status: int | None = None) -> None:
        super().__init_subclass__()
        cls.code = code or _CAPITAL.sub("-", cls.__name__).lower()
        if exit_status is not None:
            cls.exit_status = exit_status

    def __init__(self, **parameters: Parameter) -> None:
        super().__init__(self.code)
        self.parameters: Mapping[str, Parameter] = MappingProxyType(dict(parameters))

    @property
    def wording(self) -> str:
        """Key of the sentence: the code, unless the same refusal has two things to say."""
        return self.code


@record(frozen=True)
class Notice:
    """Something done or seen that stops nothing but must be said: a repair, a suspicion.

    ``code`` is a key of the message catalogue; parameters are harmless, as those of an AppError.
    """

    code: str
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: NO_PARAMETERS)


@record(frozen=True)
class Problem:
    """One thing to correct, and where.

    Attributes:
        code: key of the message catalogue.
        question: id of the question it is about; empty when it is about none.
        place: where in a pack's file, such as ``letter.toml, paragraph 4, when, line 62``; the line
            that a file of answers must have.
        suggestion: a near miss that would be right; empty when there is none. It may derive from
            what was typed, so it is shown and never logged.
        parameters: harmless facts for the sentence.
        path: the same place as keys and positions, for a program: ``("place", 3, "box")``.
    """

    code: str
    question: str = ""
    place: str = ""
    suggestion: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: NO_PARAMETERS)
    path: tuple[str | int, ...] = field(default=(), compare=False)


class WithProblems(AppError, code="internal"):
    """A refusal that carries every problem at once."""

    def __init__(self, problems: Sequence[Problem], **parameters: Parameter) -> None:
        super().__init__(**parameters)
        self.problems = tuple(problems)


class InvalidAnswers(WithProblems):
    """Answers that cannot make a document yet."""


class InvalidPack(WithProblems, code="pack-schema"):
    """A pack that breaks the format; problems carry the file and the place."""


class UnknownPack(AppError):
    """No letter or form of that name, or not of that kind.

    Parameters: ``near``, the id that resembles it; ``kind``, what it is instead; ``edition``, the
    one that is known instead.
    """

    @property
    def wording(self) -> str:
        """Say what is known instead, when something is."""
        if "kind" in self.parameters:
            return f"{self.code}-{self.parameters['kind']}"
        known = next((key for key in ("near", "edition") if key in self.parameters), "")
        return f"{self.code}-{known}" if known else self.code


class PackFolderWanted(AppError):
    """A file was named where the folder of a pack is wanted."""


class PackFolderClosed(AppError):
    """The person has no right to look into this folder."""


class PackNameTaken(AppError):
    """A pack that is not the person's own has this id already."""


class PackNotOwn(AppError):
    """A pack that came with the program: it is never changed."""

"""What a check on packs is, and what it is given."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.core.answers.draft import Answers
from desktop_app.core.arguments.model import NO_BANK, Bank
from desktop_app.core.arguments.plead import plead
from desktop_app.core.errors import Parameter, Problem
from desktop_app.core.packs.bodies import Bodies
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import (
    FieldMap,
    FormDefinition,
    LetterDefinition,
    Question,
    QuestionGroup,
)
from desktop_app.core.packs.parse import Example, Pack, sources_in
from desktop_app.core.packs.resolve import NO_BODIES, AnyDefinition, questions_of, resolve
from desktop_app.core.packs.toml import TomlFile


@dataclass(frozen=True, slots=True)
class Known:
    """What packs may refer to and do not hold themselves.

    Attributes:
        groups: id -> group of ``forms/common``.
        procedures: ids of ``forms/law``; None when the law is not at hand.
        suspends: those ids -> ``oui``, ``non`` or ``partie`` (``Procedure.suspends``).
        events: events that a delay may run from.
        emergencies: pages that an answer may send to; None when the law is not at hand.
        last_day, prudent_day: compute the last day to act and the day to aim at, for examples.
        bodies: those that letters are written to.
        bank: the arguments that a letter may plead.
        today: nothing was read after it; None: not looked at.
    """

    groups: Mapping[str, QuestionGroup]
    procedures: frozenset[str] | None = None
    events: frozenset[str] | None = None
    emergencies: frozenset[str] | None = None
    last_day: Callable[[AnyDefinition, Answers, dt.date], dt.date | None] | None = None
    prudent_day: Callable[[AnyDefinition, Answers, dt.date], dt.date | None] | None = None
    bodies: Bodies = NO_BODIES
    bank: Bank = NO_BANK
    today: dt.date | None = None
    suspends: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """A pack under check, with the help that checks share."""

    pack: Pack
    known: Known

    @cached_property
    def definition(self) -> LetterDefinition | FormDefinition:
        """The definition with its arguments, its groups and enclosure questions."""
        pack = self.pack.definition
        pleading = plead(pack, self.known.bank) if isinstance(pack, LetterDefinition) else pack
        return resolve(pleading, self.known.groups, self.known.bodies)

    def paragraph_path(self, name: str) -> Path:
        """Return where a paragraph stands in the file; those of the bank stand under its orders."""
        letter = self.pack.definition
        own = letter.paragraph if isinstance(letter, LetterDefinition) else ()
        places = {paragraph.id: number for number, paragraph in enumerate(own)}
        return ("paragraph", places[name]) if name in places else ("pleading",)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, in order."""
        return tuple(questions_of(self.definition))

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Its questions, by id."""
        return {question.id: question for question in self.questions}

    @property
    def file(self) -> TomlFile:
        """letter.toml or form.toml."""
        return self.pack.file

    @property
    def maps(self) -> Mapping[str, tuple[FieldMap, TomlFile]]:
        """Its field maps, by file name."""
        return self.pack.maps

    @property
    def examples(self) -> Mapping[str, tuple[Example, TomlFile]]:
        """Its examples, by file name."""
        return self.pack.examples

    def own_questions(self) -> Iterator[tuple[Path, Question]]:
        """Yield the questions written in the pack itself, with their paths."""
        for s, section in enumerate(self.pack.definition.section):
            for q, question in enumerate(section.question):
                yield ("section", s, "question", q), question

    def sources(self) -> Iterator[tuple[TomlFile, Path, str, str]]:
        """Yield every text and condition written in the pack: file, path, key and source."""
        for path, key, source in sources_in(self.pack.definition):
            yield self.file, path, key, source
        for field_map, file in self.maps.values():
            for path, key, source in sources_in(field_map):
                yield file, path, key, source

    def problem(
        self, code: str, path: Path = (), suggestion: str = "", **parameters: Parameter
    ) -> Problem:
        """Return a problem of letter.toml or form.toml."""
        return self.file.problem(code, path, suggestion, **parameters)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule.

    Attributes:
        id: its name, for tests and for authors.
        reason: why it exists, in one sentence.
        run: pack -> problems.
    """

    id: str
    reason: str
    run: Callable[[Checked], Iterator[Problem]]

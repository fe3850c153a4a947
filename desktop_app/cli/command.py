"""What every command of the command line shares: its tools and its report."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from desktop_app.core.deadlines.law import Law
from desktop_app.workflow.ports import Catalogue, Clock, FormWriter, LetterWriter, TextReader
from desktop_app.workflow.safes import SafeDoor


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a command.

    Attributes:
        data: the JSON object of the command line's contract, for ``--json``.
        text: the same for a person, in plain French, several lines allowed.
        status: exit status; 0 unless the command itself reports a refusal in its data.
        notices: warnings and repairs, printed on standard error.
    """

    data: Mapping[str, Any]
    text: str
    status: int = 0
    notices: tuple[str, ...] = field(default=())


class Tools(Protocol):
    """The real tools, each built by ``wiring.py`` the first time it is asked for."""

    @property
    def clock(self) -> Clock: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def letters(self) -> LetterWriter: ...
    @property
    def forms(self) -> FormWriter: ...
    @property
    def safes(self) -> SafeDoor: ...
    @property
    def read_text(self) -> TextReader: ...
    @property
    def law(self) -> Law: ...


class Commands(Protocol):
    """What argparse gives to add a command to."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser: ...

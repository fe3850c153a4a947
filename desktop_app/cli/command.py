"""What every command of the command line shares: its tools and its report."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from desktop_app.workflow.tools import Tools

__all__ = ["Commands", "Report", "Tools"]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a command.

    Attributes:
        data: the JSON object of the command line's contract, for ``--json``.
        text: the same for a person, in plain French, several lines allowed.
        status: exit status; 0 unless the command itself reports a refusal in its data.
        notices: warnings and repairs, printed on standard error.
    """

    data: Mapping[str, object]
    text: str
    status: int = 0
    notices: tuple[str, ...] = field(default=())


class Commands(Protocol):
    """What argparse gives to add a command to."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser: ...


def value(
    arguments: argparse._ActionsContainer, name: str, metavar: str, told: str, **more: Any
) -> None:
    """Add an option that takes a value, "" unless it is given."""
    arguments.add_argument(name, metavar=metavar, help=told, **{"default": "", **more})


def flag(arguments: argparse._ActionsContainer, name: str, told: str) -> None:
    """Add an option that stands or not."""
    arguments.add_argument(name, action="store_true", help=told)

"""The document a child was given, opened at most once by each library."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Outcome = tuple[Any, Sequence[bytes | memoryview]]  # data, and raw frames


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its arguments, and the raw frames that came with it."""

    arguments: dict[str, Any] = field(default_factory=dict)
    frames: Sequence[bytes] = ()


class Subject:
    """One foreign document.

    Attributes:
        data, password: as received; the password is empty when none was given.
        layers: state of each layer of the sandbox.
        kept: what operations keep between two questions (an open document, a form read).
    """

    def __init__(self, data: bytes, password: str, layers: dict[str, str]) -> None:
        self.data = data
        self.password = password
        self.layers = layers
        self.kept: dict[str, Any] = {}


Operation = Callable[[Subject, Asked], Outcome]

"""The shared groups of questions of several folders: each is read when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.catalogue.folders import groups_in
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.model import QuestionGroup
from desktop_app.core.packs.parse import parse_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable


class Groups(Mapping[str, QuestionGroup]):
    """By their ids; those of an earlier folder win, and a broken one is left out.

    A pack borrows a few of the hundred: its first question does not wait for the others. A file
    bears the id of its group; one that does not is found once all have been read.
    """

    def __init__(self, roots: Sequence[Traversable]) -> None:
        self._roots = roots
        self._read: dict[str, QuestionGroup] = {}

    def __getitem__(self, name: str) -> QuestionGroup:
        if name not in self._read:
            self._read[name] = self._by_its_file(name) or self._all[name]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def _by_its_file(self, name: str) -> QuestionGroup | None:
        for texts in self._texts:
            group = _parsed(texts.get(f"{name}.toml"), name)
            if group is not None and group.id == name:
                return group
        return None

    @cached_property
    def _texts(self) -> Sequence[Mapping[str, bytes]]:
        return [groups_in(root) for root in self._roots]

    @cached_property
    def _all(self) -> Mapping[str, QuestionGroup]:
        found: dict[str, QuestionGroup] = {}
        for texts in self._texts:
            for name, raw in texts.items():
                if (group := _parsed(raw, name)) is not None:
                    found.setdefault(group.id, group)
        return found


def _parsed(raw: bytes | None, name: str) -> QuestionGroup | None:
    """Return the group of a text; None when it is broken: who includes it says so."""
    if raw is None:
        return None
    try:
        return parse_group(raw, name)
    except InvalidPack:
        return None

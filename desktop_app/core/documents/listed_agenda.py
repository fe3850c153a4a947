"""The printed agenda, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedDate:
    """A date of the printed agenda: the day to act, then what, for whom and until when at last."""

    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Dates of the printed agenda under one heading."""

    title: str
    dates: tuple[ListedDate, ...]


@dataclass(frozen=True, slots=True)
class ListedAgenda:
    """The printed agenda in words; ``language``: of these words, ``fr`` or another code.

    ``next``: in the head of its next pages, with ``{title}``; ``page``: their number, with ``{n}``
    and ``{total}``.
    """

    title: str
    say: str
    use: str
    groups: tuple[ListedGroup, ...]
    language: str
    next: str
    page: str

"""A list brought by somebody else, as rows of words: what a spreadsheet or a text file held."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A list, read.

    Attributes:
        head: the words above each column.
        rows: the words of each line, as many as ``head``; lines without a word are left out.
        lines: where each row stands in the file, from 1, as a spreadsheet numbers it.
        sheets: other sheets of the file, which are not read.
        cut: cells too long to be kept whole, by line and column, from 0.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    sheets: int = 0
    cut: frozenset[tuple[int, int]] = frozenset()

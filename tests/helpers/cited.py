"""Every article that our files cite, and what is found of it in the codes beside the project.

``python -m tests.helpers.cited`` prints what cannot be read there, and what is not in its code.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.core.articles import Article, in_basis
from desktop_app.datafiles import data_root
from tests.helpers import law_codes

CITING = ("articles", "basis", "extension_basis", "pause")
"""Keys of our files that name articles; all others are words."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One line that cites articles: where, which, and the words that one of them must have."""

    place: str
    line: str
    articles: tuple[Article, ...]
    says: str


@cache
def citations() -> tuple[Citation, ...]:
    """Return those of all packs, of what they share, and of the law's data."""
    forms = Path(str(data_root("forms")))
    return tuple(
        citation
        for file in sorted((*forms.rglob("*.toml"), *forms.rglob("*.tsv")))
        if file.parent.name != "examples"
        for citation in _of(file, str(file.relative_to(forms)))
    )


def _of(file: Path, place: str) -> Iterator[Citation]:
    """Yield those of one file: a table of tables, or lines with a column ``basis``."""
    text = file.read_text("utf-8")
    if file.suffix == ".toml":
        yield from _in(place, tomllib.loads(text))
        return
    for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter="\t"), 2):
        yield from _in(f"{place}, {number}", {"basis": row.get("basis") or ""})


def _in(place: str, table: dict[str, Any]) -> Iterator[Citation]:
    """Yield those of one table and of those inside it; ``says`` is of the table's own articles."""
    own = [(key, line) for key in CITING for line in _lines(table.get(key, ()))]
    for key, line in own:
        yield Citation(f"{place}, {key}", line, in_basis(line), "")
    if own and (said := table.get("says", "")):
        line = " ; ".join(line for _, line in own)
        yield Citation(f"{place}, says", line, in_basis(line), said)
    for key, value in table.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _in(f"{place}, {key}", inner)


def _lines(value: str | Iterable[object]) -> list[str]:
    return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]


def missing() -> list[tuple[str, str]]:
    """Return the articles that are not in their code: where they are cited, and which."""
    return [
        (citation.place, article.written)
        for citation in citations()
        for article in citation.articles
        if law_codes.wording(article) == ""
    ]


def unreadable() -> Counter[str]:
    """Return how many articles are cited of each text that is not among the codes."""
    every = {article for citation in citations() for article in citation.articles}
    return Counter(one.code for one in every if law_codes.wording(one) is None)


def found() -> int:
    """Return how many articles were found in their code, each counted once."""
    every = {article for citation in citations() for article in citation.articles}
    return sum(1 for article in every if law_codes.wording(article))


def summary() -> str:
    """Return the figures in one line."""
    apart = unreadable()
    named = ", ".join(f"{code or '?'} {n}" for code, n in apart.most_common())
    return f"{found()} articles found; {sum(apart.values())} of texts not at hand: {named}"


if __name__ == "__main__":
    print(summary())
    for place, article in missing():
        print(f"not in its code: {article}   {place}")

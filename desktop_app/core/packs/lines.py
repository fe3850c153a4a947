"""On which line of a TOML text each table and key stands.

``tomllib`` gives no positions. This small scanner knows just enough of TOML (strings, comments,
brackets, headers) to tell an author where to look; it never decides what a text means, and a
place it does not know falls back to the table around it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""Keys and positions from the top, such as ``("paragraph", 3, "when")``; positions from 0."""

# A string or a comment. An unfinished one runs to its end: the scan stays linear on any text.
STRING = (
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:\\.|[^"\\\n])*(?:"|(?=\n)|\\?\Z)'
    r"|'[^'\n]*(?:'|(?=\n)|\Z)"
    r"|\#[^\n]*"
)
_TOKEN = re.compile(STRING + r"|[\[\]{}]|\n|[A-Za-z0-9_-]+|[=.,]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, from 1, of the tables and keys of one text.

    ``texts`` are those of the first line of each value that is a string: a multi-line one begins
    on the line after its key.
    """

    places: Mapping[Path, int] = field(default_factory=dict)
    texts: Mapping[Path, int] = field(default_factory=dict)

    def of(self, path: Path) -> int:
        """Return the line of a key, else of the nearest table around it; 0 when unknown."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return 0

    def of_text(self, path: Path, line: int) -> int:
        """Return the line, in the file, of a line of the string at this path."""
        first = self.texts.get(path)
        return first + line - 1 if first else self.of(path)


@dataclass(slots=True)
class _Scanner:
    """The state of one scan."""

    table: Path = ()
    counts: dict[Path, int] = field(default_factory=dict)
    places: dict[Path, int] = field(default_factory=dict)
    texts: dict[Path, int] = field(default_factory=dict)

    def header(self, names: list[str], line: int, several: bool) -> None:
        """Enter ``[a.b]`` or ``[[a.b]]``; a name of several tables means its latest one."""
        path: Path = ()
        for name in names[:-1]:
            path = self._latest((*path, name))
        path = (*path, names[-1])
        if several:
            self.counts[path] = self.counts.get(path, -1) + 1
            self.places.setdefault(path, line)
        self.table = self._latest(path)
        self.places.setdefault(self.table, line)

    def _latest(self, path: Path) -> Path:
        return (*path, self.counts[path]) if path in self.counts else path


def find_lines(text: str) -> Lines:
    """Scan a text that ``tomllib`` accepts."""
    scanner = _Scanner()
    for tokens in _statements(text):
        line = tokens[0][1]
        words = [word for word, _ in tokens]
        if words[0] == "[":
            several = words[:2] == ["[", "["]
            names = [_bare(word) for word in words if word not in "[]."]
            if names:
                scanner.header(names, line, several)
        elif "=" in words:
            equals = words.index("=")
            path = (*scanner.table, *(_bare(word) for word in words[:equals] if word != "."))
            scanner.places.setdefault(path, line)
            _values(scanner, path, tokens[equals + 1 :])
    return Lines(scanner.places, scanner.texts)


def _statements(text: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the tokens of each header or ``key = value``, with their lines; comments left out."""
    tokens: list[tuple[str, int]] = []
    depth = line = 0
    position = 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        mark = match[0]
        if mark == "\n":
            if depth == 0 and tokens:
                yield tokens
                tokens = []
            continue
        if mark.startswith("#"):
            continue
        depth += (mark in "[{") - (mark in "]}")
        tokens.append((mark, line + 1))
    if tokens:
        yield tokens


def _values(scanner: _Scanner, path: Path, tokens: list[tuple[str, int]]) -> None:
    """Note where strings begin, inside arrays and inline tables too."""
    places: list[Path] = []
    current = path
    for position, (word, line) in enumerate(tokens):
        following = tokens[position + 1][0] if position + 1 < len(tokens) else ""
        if word == "[":
            places.append(current)
            current = (*current, 0)
            scanner.places.setdefault(current, line)
        elif word == "{":
            places.append(current)
        elif word in "]}":
            current = places.pop() if places else path
        elif word == "," and places:
            current = _next_item(current, places[-1])
        elif following == "=" and word != "=":
            current = (*places[-1], _bare(word)) if places else current
            scanner.places.setdefault(current, line)
        elif word[0] in "\"'":
            scanner.places.setdefault(current, line)
            scanner.texts.setdefault(current, line + bool(re.match(r"(\"\"\"|''')\r?\n", word)))


def _next_item(current: Path, around: Path) -> Path:
    last = current[len(around)] if len(current) > len(around) else None
    return (*around, last + 1) if isinstance(last, int) else around


def _bare(word: str) -> str:
    return word[1:-1] if word[0] in "\"'" else word

"""The sentences of packs that a person reads on the screen, for translators (domain ``packs``).

A letter itself stays in French: its paragraphs are not here, but what they mean is.
"""

from collections.abc import Iterator

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.arguments.asked import PARTS
from desktop_app.core.authoring.letter import OWN_WORDS
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.resolve import (
    ENCLOSURE_CHOICES,
    ENCLOSURES_TITLE,
    PAGES_LABEL,
    as_label,
)
from desktop_app.core.packs.toml import read_toml

SHOWN = frozenset(
    {
        "title",
        "part",
        "together",
        "page",
        "plain_title",
        "label",
        "brief",
        "hint",
        "why",
        "meaning",
        "help",
        "seen",
        "get",
        "send",
        "alone",
    }
)
NOT_SHOWN = frozenset({"source", "place"})
"""Tables whose titles and labels are those of the law and of the paper, kept in French."""


def sentences(raw: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield line, sentence and a comment for the translator: the table and key it stands under.

    A text that is not TOML yields nothing: ``pack check`` is where it is told.
    """
    try:
        file = read_toml(raw, "")
    except InvalidPack:
        return
    for path, text in _shown(file.data, ()):
        yield file.lines.of(path), text, ".".join(step for step in path if isinstance(step, str))


def implied() -> Iterator[str]:
    """Yield the sentences that no file holds: on enclosures, on one's own words, hints of kinds."""
    yield ENCLOSURES_TITLE
    yield PAGES_LABEL
    yield OWN_WORDS
    yield from (title for _, titles, _ in PARTS for title in titles)
    for choice in ENCLOSURE_CHOICES:
        yield choice.label
        if choice.hint:
            yield choice.hint
    yield from (kind.hint for kind in KINDS.values() if kind.hint)


def _shown(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _shown(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            if (key in SHOWN and isinstance(item, str) and item.strip()) or (
                (*path, key) == ("pleading", "required") and isinstance(item, str)
            ):
                yield (*path, key), item
            elif key == "text" and path[:1] == ("enclosure",) and isinstance(item, str):
                yield (*path, key), as_label(item)
            elif key not in NOT_SHOWN:
                yield from _shown(item, (*path, key))

"""Gathers every French sentence for translators: `./start words` renews, `./start words ar` begins.

Two catalogues a language: `app.po`, the words of the program, and `packs.po`, what packs and the
law's data say on the screen. A letter itself stays in French, so its paragraphs are not in them;
their meaning in easy French is. Sentences that changed are kept as fuzzy: a person must look at
them.
"""

import importlib
import io
import pkgutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

import desktop_app.messages
from desktop_app.catalogue.extract import implied, sentences

PROJECT = Path(__file__).parents[2]
Found = tuple[str | tuple[str, ...], str]  # sentence or (singular, plural), and its file

HEADER = (
    "# Papier libre: {language}. GPL-3.0-or-later.\n# The key of each sentence is its French text."
)

MOST_COMPARED = 100
"""New sentences for which a former one that is close is looked for, which takes long. More than
these are a new family of packs, not sentences that changed."""

# Calls whose first argument (or first two) is a sentence.
CALLS: dict[str, Any] = {"text": None, "plural": (1, 2), "N_": None}
# Keys of the law's data that a person reads on the screen; those of packs are in the extractor.
# Sources, courts and what is still to be verified keep their French: they are references.
SHOWN = {"title", "plain_title", "meaning", "traps", "when", "since", "step", "delay", "delay_text"}
SHOWN |= {"cost", "lawyer", "emergency"}
SHOWN_IN: dict[str, set[str]] = {
    "late.toml": {"label", "help"},
    "emergencies.toml": {"title", "label", "help"},
    "replies.toml": {"help"},
    "events.toml": {"title", "date"},
    "holidays.toml": {"name"},
    "territories.toml": {"name"},
    "sources.toml": set(),
    "courts.toml": set(),
    "pending.toml": set(),
    "rules.toml": set(),
}


def program_words() -> Iterator[Found]:
    """Yield the sentences of the program: those of messages/, and those written in place."""
    for module in pkgutil.iter_modules(desktop_app.messages.__path__):
        loaded = importlib.import_module(f"desktop_app.messages.{module.name}")
        for name, words in vars(loaded).items():
            if name.isupper() and isinstance(words, dict):
                yield from ((sentence, f"messages/{module.name}.py") for sentence in words.values())
    for path in sorted((PROJECT / "desktop_app").rglob("*.py")):
        if "messages" in path.parts:
            continue
        with path.open("rb") as source:
            for _line, found, _comments, _context in extract("python", source, CALLS):
                yield found, str(path.relative_to(PROJECT / "desktop_app"))


def pack_words() -> Iterator[Found]:
    """Yield the sentences of packs and of the law's data."""
    yield from ((sentence, "forms") for sentence in implied())
    for path in sorted((PROJECT / "forms").rglob("*.toml")):
        place = str(path.relative_to(PROJECT))
        if path.parent.name == "examples":
            continue
        if "law" not in path.parts:
            yield from ((sentence, place) for _, sentence, _ in sentences(path.read_bytes()))
            continue
        keys = SHOWN_IN.get(path.name, SHOWN)
        for sentence in shown(tomllib.loads(path.read_text("utf-8")), keys):
            yield sentence, place


def shown(value: object, keys: set[str]) -> Iterator[str]:
    """Yield the texts under these keys, in the order of the file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            else:
                yield from shown(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from shown(inner, keys)


def template(words: Iterator[Found]) -> Catalog:
    """Return the catalogue of these sentences, none translated."""
    catalogue = Catalog(project="Papier libre", version=desktop_app.__version__, fuzzy=False)
    for sentence, place in words:
        if sentence and "".join(sentence).strip():
            catalogue.add(sentence, locations=[(place, 0)])
    return catalogue


def renew(path: Path, words: Catalog) -> None:
    """Write a language's catalogue with today's sentences, its translations kept."""
    language = path.parent.name
    kept = Catalog(locale=language, header_comment=HEADER.format(language=language), fuzzy=False)
    if path.is_file():
        kept = read_po(io.BytesIO(path.read_bytes()), locale=language)
    dated, before = kept.creation_date, {message.id for message in kept}
    new = sum(1 for message in words if message.id and message.id not in kept)
    kept.update(words, no_fuzzy_matching=new > MOST_COMPARED)
    if {message.id for message in kept} == before:
        kept.creation_date = dated  # the same sentences: nothing to look at in the history
    kept.project, kept.version = words.project, words.version
    kept.msgid_bugs_address = kept.last_translator = kept.language_team = ""
    path.parent.mkdir(parents=True, exist_ok=True)
    target = io.BytesIO()
    write_po(target, kept, width=100, include_lineno=False)
    path.write_bytes(target.getvalue())
    translated = [m for m in kept if m.id and all(strings(m)) and not m.fuzzy]
    print(f"translations/{language}/{path.name}: {len(translated)} / {len(kept)}")


def strings(message: Message) -> tuple[str, ...]:
    """Return the translations of a sentence: one, or one for each number."""
    found = message.string or ""
    return (found,) if isinstance(found, str) else tuple(found)


def main(wanted: list[str]) -> int:
    """Renew the catalogues of these languages, or of all that exist."""
    folder = PROJECT / "translations"
    languages = wanted or sorted(p.name for p in folder.glob("*") if p.is_dir())
    for domain, words in (("app", program_words()), ("packs", pack_words())):
        today = template(words)
        for language in languages:
            renew(folder / language / f"{domain}.po", today)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Gathers every French sentence for translators: `./start words` renews, `./start words ar` begins.

Four catalogues a language: `app.po`, the words of the program; `help.po`, its help pages;
`packs.po`, what packs say on the screen; `law.po`, what the law's data say there. A sentence that
is missing is shown in French, marked. A letter itself stays in French, so its paragraphs are in
none; their meaning in easy French is. Sentences that changed are kept as fuzzy: a person must look
at them.
"""

import ast
import importlib
import io
import pkgutil
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, wraps
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from pack_words import implied, sentences

import desktop_app.messages
from desktop_app.sentences.help_pages import pages
from desktop_app.workflow.matter.next_steps import in_short

PROJECT = Path(__file__).parents[2]
Found = tuple[str | tuple[str, ...], str]  # sentence or (singular, plural), and its file

HEADER = (
    "# Papier libre: {language}. GPL-3.0-or-later.\n# The key of each sentence is its French text."
)

MOST_COMPARED = 100
"""New sentences for which a former one that is close is looked for, which takes long. More than
these are a new family of packs, not sentences that changed."""
MOST_TOLD = 20
"""Missing sentences of a catalogue that are written out."""

# Calls whose first argument (or first two) is a sentence.
CALLS: dict[str, Any] = {"text": None, "plural": (1, 2), "N_": None}
DOMAINS = ("app", "help", "packs", "law")

# Keys of the law's data that a person reads on the screen; those of packs are in the extractor.
# Articles and names of courts keep their French: they are what one looks for in a French text.
SHOWN = {"title", "plain_title", "meaning", "traps", "when", "since", "step", "delay", "delay_text"}
SHOWN |= {"cost", "lawyer", "emergency", "recipient", "decisions"}
SHOWN |= {"said", "words"}
SHOWN_OF_RECEIVED = {"name", "plain"}
SHOWN_OF_ARGUMENTS = {"title", "question", "hint", "why", "facts", "proof", "enclosure", "gives"}
SHOWN_OF_ARGUMENTS |= {"useless", "danger", "warning", "says"}
SHOWN_IN: dict[str, set[str]] = {
    "late.toml": {"label", "help"},
    "emergencies.toml": {"title", "label", "help", "during", "rule"},
    "replies.toml": {"help"},
    "helpers.toml": {"label", "help", "cost"},
    "amounts.toml": {"title"},
    "review.toml": set(),
    "events.toml": {"title", "date", "asks", "told", "keep"},
    "holidays.toml": {"name"},
    "territories.toml": {"name"},
    "sources.toml": {"title"},
    "bodies.toml": set(),
    "courts.toml": set(),
    "pending.toml": set(),
    "rules.toml": set(),
}


def once(gather: Callable[[], Iterator[Found]]) -> Callable[[], Iterator[Found]]:
    """Read the sources once: the law leaves out what packs say, and tests ask again and again."""
    kept = cache(lambda: tuple(gather()))
    return wraps(gather)(lambda: iter(kept()))


@once
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
        place = str(path.relative_to(PROJECT / "desktop_app"))
        written = path.read_bytes()
        if not any(f"{call}(".encode() in written for call in CALLS):
            continue  # three files in four: to read them as Python takes seconds
        for _line, found, _comments, _context in extract("python", io.BytesIO(written), CALLS):
            yield found, place
        yield from ((found, place) for found in inside_formatted(written))
    yield from figure_words()


def figure_words() -> Iterator[Found]:
    """Yield what the definitions of figures that come with the program call their tables."""
    for path in sorted((PROJECT / "resources" / "office" / "figures").glob("*.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        place = str(path.relative_to(PROJECT))
        yield from ((words, place) for words in shown(file, {"title", "label", "others"}))


def inside_formatted(source: bytes) -> Iterator[str | tuple[str, ...]]:
    """Yield the sentences asked for inside an f-string, where Babel sees one piece of text."""
    for text in ast.walk(ast.parse(source)):
        if isinstance(text, ast.JoinedStr):
            for call in ast.walk(text):
                match call:
                    case ast.Call(func=ast.Attribute(attr="text" | "plural" as name), args=given):
                        said = [str(one.value) for one in given if isinstance(one, ast.Constant)]
                        wanted = 1 if name == "text" else 2
                        if len(said) >= wanted:
                            yield said[0] if wanted == 1 else (said[0], said[1])


def help_words() -> Iterator[Found]:
    """Yield the parts of the help pages."""
    for number, page in enumerate(pages(), 1):
        yield from ((block.text, f"resources/help/{number}") for block in page)


@once
def pack_words() -> Iterator[Found]:
    """Yield the sentences of packs."""
    yield from ((sentence, "forms") for sentence in implied())
    for path in _files():
        if not {"law", "received"} & _folders(path):
            place = str(path.relative_to(PROJECT))
            yield from ((sentence, place) for _, sentence, _ in sentences(path.read_bytes()))


@once
def law_words() -> Iterator[Found]:
    """Yield the sentences of the law's data that no pack says; what packs say of their sources."""
    told = {sentence for sentence, _place in pack_words()}
    yield from (found for found in _law_words() if found[0] not in told)


def _law_words() -> Iterator[Found]:
    for path in _files():
        place, file = str(path.relative_to(PROJECT)), tomllib.loads(path.read_text("utf-8"))
        if "received" in _folders(path):
            yield from ((one, place) for one in shown(file, SHOWN_OF_RECEIVED))
            continue
        if "arguments" in _folders(path):
            yield from ((one, place) for one in shown(file, SHOWN_OF_ARGUMENTS))
            continue
        if "law" not in _folders(path):
            yield from ((one["title"], place) for one in tables(file, "source") if "title" in one)
            continue
        for sentence in shown(file, SHOWN_IN.get(path.name, SHOWN)):
            yield sentence, place
            if sentence == file.get("recipient"):
                yield in_short(sentence), place


def _folders(path: Path) -> set[str]:
    """Return the folders of a file, from the project on: a checkout may be called "law"."""
    return set(path.relative_to(PROJECT).parts)


def _files() -> Iterator[Path]:
    for path in sorted((PROJECT / "forms").rglob("*.toml")):
        if path.parent.name != "examples":
            yield path


def shown(value: object, keys: set[str]) -> Iterator[str]:
    """Yield the texts under these keys, in the order of the file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            elif key in keys and isinstance(inner, list):
                yield from (one for one in inner if isinstance(one, str))
                yield from shown(inner, keys)
            else:
                yield from shown(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from shown(inner, keys)


def tables(value: object, name: str) -> Iterator[dict[str, Any]]:
    """Yield the tables of this name, however deep they stand."""
    if isinstance(value, list):
        for inner in value:
            yield from tables(inner, name)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == name:
                yield from (
                    one
                    for one in (inner if isinstance(inner, list) else [inner])
                    if isinstance(one, dict)
                )
            else:
                yield from tables(inner, name)


WORDS: dict[str, Callable[[], Iterator[Found]]] = {
    "app": program_words,
    "help": help_words,
    "packs": pack_words,
    "law": law_words,
}


def template(words: Iterator[Found]) -> Catalog:
    """Return the catalogue of these sentences, none translated."""
    catalogue = Catalog(project="Papier libre", version=desktop_app.__version__, fuzzy=False)
    for sentence, place in words:
        if sentence and "".join(sentence).strip():
            catalogue.add(sentence, locations=[(place, 0)])
    return catalogue


def renew(path: Path, words: Catalog) -> Catalog:
    """Write a language's catalogue with today's sentences, its translations kept; return it.

    A sentence that changed its catalogue keeps its translation.
    """
    language = path.parent.name
    kept = Catalog(locale=language, header_comment=HEADER.format(language=language), fuzzy=False)
    if path.is_file():
        kept = read_po(io.BytesIO(path.read_bytes()), locale=language)
    dated, before = kept.creation_date, {message.id for message in kept}
    moved = _elsewhere(path, [m.id for m in words if m.id and m.id not in kept])
    for sentence, translation in moved.items():
        kept.add(sentence, string=translation)
    new = sum(1 for message in words if message.id and message.id not in kept)
    kept.update(words, no_fuzzy_matching=new > MOST_COMPARED)
    if {message.id for message in kept} == before:
        kept.creation_date = dated  # the same sentences: nothing to look at in the history
    kept.project, kept.version = words.project, words.version
    kept.msgid_bugs_address = kept.last_translator = kept.language_team = ""
    path.parent.mkdir(parents=True, exist_ok=True)
    target = io.BytesIO()
    write_po(target, kept, width=100, include_lineno=False, ignore_obsolete=True)
    path.write_bytes(target.getvalue())
    return kept


def _elsewhere(path: Path, wanted: Sequence[Any]) -> dict[Any, Any]:
    """Return the translations of these sentences that other catalogues of the language hold."""
    found: dict[Any, Any] = {}
    for other in sorted(path.parent.glob("*.po")) if wanted else ():
        known = read_po(io.BytesIO(other.read_bytes()), locale=path.parent.name)
        former = [*known, *known.obsolete.values()]
        translated = {m.id: m.string for m in former if m.id and all(strings(m)) and not m.fuzzy}
        found |= {one: translated[one] for one in wanted if one in translated}
    return found


def told(language: str, domain: str, kept: Catalog) -> Iterator[str]:
    """Yield how much of a catalogue is translated, and the sentences that are missing there."""
    missing = [m for m in kept if m.id and (m.fuzzy or not all(strings(m)))]
    line = f"translations/{language}/{domain}.po: {len(kept) - len(missing)} / {len(kept)}"
    until = "missing: to be translated, shown in French until then"
    yield f"{line}, {len(missing)} {until}" if missing else line
    for message in missing[:MOST_TOLD]:
        yield f"  - {message.id if isinstance(message.id, str) else message.id[0]}"
    if len(missing) > MOST_TOLD:
        yield f"  … and {len(missing) - MOST_TOLD} more"


def strings(message: Message) -> tuple[str, ...]:
    """Return the translations of a sentence: one, or one for each number."""
    found = message.string or ""
    return (found,) if isinstance(found, str) else tuple(found)


def main(wanted: list[str]) -> int:
    """Renew the catalogues of these languages, or of all that exist."""
    if any(re.fullmatch(r"[a-z]{2,3}", one) is None for one in wanted):
        print("./start words [CODE…]  renews translations/CODE (en, ar, es…); all, without any")
        return 0 if {"-h", "--help"} & {*wanted} else 2
    folder = PROJECT / "translations"
    languages = wanted or sorted(p.name for p in folder.glob("*") if p.is_dir())
    today = {domain: template(words()) for domain, words in WORDS.items()}
    for language in languages:
        # The law first: what moves to it is still in the catalogue it comes from.
        for domain in reversed(DOMAINS):
            kept = renew(folder / language / f"{domain}.po", today[domain])
            print("\n".join(told(language, domain, kept)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

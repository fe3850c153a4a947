"""Every problem of the bank at once: each entry alone, then what they say of one another."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from desktop_app.core.arguments.model import PLACES, Argument, Bank, Gate, Order
from desktop_app.core.arguments.read import Files, bank_of, read_files, rows
from desktop_app.core.arguments.wording import DECISION, FACTS
from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.language.syntax import Refused
from desktop_app.core.language.template import text_of
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.toml import TomlFile

MOST_WORDS = {"title": 12, "question": 15, "facts": 15}
MOST_SENTENCES, LONGEST_HINT = 2, 20
UNSURE = "basse"
"""The confidence of what is from memory: it is never printed."""
ARTICLE = re.compile(r"\b[LRDA]\.\s?\*?\d+(?:-\d+)*")
_NEGATION = re.compile(
    r"\b(?:ne\s|n['’]).*?\b(?:pas|plus|jamais|rien|personne|point|guère|aucune?)\b", re.IGNORECASE
)
Pleading = Mapping[str, Collection[str]]
"""By letter, the orders that it names; none where it does not plead."""


def check_bank(texts: Mapping[str, bytes], letters: Pleading) -> list[Problem]:
    """Return every problem of the files of a bank; none when it is sound.

    Args:
        letters: the letters at hand, with the orders that each names.
    """
    try:
        files = read_files(texts)
    except InvalidPack as refusal:
        return list(refusal.problems)
    bank = bank_of(files)
    return [
        *_twice(files),
        *(problem for one in rows(files, Argument) for problem in _argument(*one)),
        *(problem for one in rows(files, Order) for problem in _order(*one, bank, letters)),
        *(problem for one in rows(files, Gate) for problem in _gate(*one, bank)),
    ]


def _twice(files: Files) -> Iterator[Problem]:
    entries = (rows(files, Argument), rows(files, Order), rows(files, Gate))
    for kind in entries:
        seen: set[str] = set()
        for file, path, one in kind:
            if one.id in seen:
                yield file.problem("argument-twice", (*path, "id"), id=one.id)
            seen.add(one.id)


# ------------------------------------------------------------------ one argument


def _argument(file: TomlFile, path: Path, argument: Argument) -> Iterator[Problem]:
    yield from _short(file, path, argument)
    yield from _known_names(file, path, argument)
    yield from _founded(file, path, argument)
    said = [argument.confidence, *(one.confidence for one in argument.decision)]
    if UNSURE in said:
        yield file.problem("argument-unsure", (*path, "confidence"), id=argument.id)
    if not any(argument.text.at(place) for place in PLACES):
        yield file.problem("argument-says-nothing", (*path, "text"), id=argument.id)
    in_words = argument.raised_by == "texte"
    if in_words and not argument.example:
        yield file.problem("pack-missing-key", path, key="example")
    if in_words and argument.facts:
        yield file.problem("argument-asks-twice", (*path, "facts"), id=argument.id)
    if not in_words and _NEGATION.search(argument.question):
        yield file.problem("pack-negated-question", (*path, "question"), id=argument.id)


def _short(file: TomlFile, path: Path, argument: Argument) -> Iterator[Problem]:
    for key, limit in MOST_WORDS.items():
        if (n := _length(getattr(argument, key))) > limit:
            yield file.problem("argument-long", (*path, key), n=n, limit=limit)
    hint = [one for one in re.split(r"(?<=[.!?]) ", argument.hint) if one]
    if len(hint) > MOST_SENTENCES or any(len(one.split()) > LONGEST_HINT for one in hint):
        yield file.problem("pack-long-hint", (*path, "hint"), id=argument.id, limit=LONGEST_HINT)


def _length(text: str) -> int:
    """Return how many words a text has; a sign alone is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def _known_names(file: TomlFile, path: Path, argument: Argument) -> Iterator[Problem]:
    """Report what a paragraph names that no letter gives: her facts, the decision."""
    told = argument.raised_by == "texte" or bool(argument.facts)
    known = {DECISION, FACTS} if told else {DECISION}
    for place in PLACES:
        where = (*path, "text", place)
        try:
            names = text_of(argument.text.at(place)).names
        except Refused as refused:
            yield file.problem_in_text(
                refused.code, where, refused.line, refused.suggestion, **refused.parameters
            )
            continue
        for name in sorted(names - known):
            near = get_close_matches(name, known, 1)
            yield file.problem("argument-unknown-name", where, *near, name=name[:60])


def _founded(file: TomlFile, path: Path, argument: Argument) -> Iterator[Problem]:
    """Report the articles that a paragraph cites and that the entry does not give as read."""
    read = {_article(found) for one in argument.articles for found in ARTICLE.findall(one)}
    for place in PLACES:
        for found in sorted({*map(_article, ARTICLE.findall(argument.text.at(place)))} - read):
            where = (*path, "text", place)
            yield file.problem("pack-article-unfounded", where, article=found)


def _article(written: str) -> str:
    return re.sub(r"\s", "", written)


# ------------------------------------------------------------------ orders and gates


def _order(
    file: TomlFile, path: Path, order: Order, bank: Bank, letters: Pleading
) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, name in order.listed():
        where = (*path, row)
        if name in seen:
            yield file.problem("argument-twice", where, id=name)
        seen.add(name)
        if name not in bank.arguments:
            yield _unknown(file, where, name, bank.arguments)
        elif not bank.arguments[name].text.at(order.forum):
            yield file.problem("argument-no-text", where, id=name, forum=order.forum)
    pleading = [letters[paper] for paper in order.papers if letters.get(paper)]
    if pleading and not any(order.id in named for named in pleading):
        yield file.problem("order-unused", (*path, "id"), id=order.id)
    for paper in order.papers:
        if letters and paper not in letters:
            near = get_close_matches(paper, letters, 1)
            yield file.problem("order-unknown-paper", (*path, "papers"), *near, name=paper[:60])


def _gate(file: TomlFile, path: Path, gate: Gate, bank: Bank) -> Iterator[Problem]:
    for key, names in (("arguments", gate.arguments), ("except", gate.excepted)):
        for number, name in enumerate(names):
            if name not in bank.arguments:
                yield _unknown(file, (*path, key, number), name, bank.arguments)
    met = any(gate.stands_at(order) for order in bank.orders.values())
    shut = any(gate.closes_argument(one) for one in bank.arguments.values())
    closes = bool(gate.closes or gate.arguments)
    if not gate.acts or not met or (closes and not shut):
        yield file.problem("gate-closes-nothing", (*path, "id"), id=gate.id)


def _unknown(file: TomlFile, path: Path, name: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(name, list(known), 1)
    return file.problem("argument-unknown", path, *near, name=name[:60])

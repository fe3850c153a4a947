"""``A.toml``: the answers of a person in a file, for the command line -> Draft.

::

    je_ne_sais_pas = ["mois_debut"]      # answered "je ne sais pas"
    confirmes = ["nir"]                  # doubtful, but right: the person has read it again

    [answers]
    nom = "Martin"
    date_decision = 2026-11-03           # or "03/11/2026"
    montant = 1842.50                    # or "1 842,50"
    retenues = true                      # or "oui"
    sujets = ["couple", "ressources"]

    [abreges]                            # written so where the whole answer does not fit
    adresse_voie = "12 AV des Tilleuls"  # by abbreviations that are known, or it counts for nothing

    [paragraphes]
    retires = ["algorithme"]             # optional paragraphs taken out

    [paragraphes.textes]
    faits = "Mes propres mots."          # a paragraph in the person's words

An example of a pack (``examples/*.toml``) is such a file too: what it expects is not read here.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from desktop_app.core.answers.draft import Draft, Typed, as_typed
from desktop_app.core.errors import InvalidPack, Problem, WithProblems
from desktop_app.core.packs.toml import TomlFile, read_toml

_KEYS = (
    "answers",
    "je_ne_sais_pas",
    "confirmes",
    "paragraphes",
    "abreges",
    "today",
    "title",
    "expected",
)
_PARAGRAPH_KEYS = ("retires", "textes")


class InvalidAnswerFile(WithProblems, code="answer-file"):
    """A file of answers that cannot be read."""


def read_draft(raw: bytes, pack: str, name: str) -> Draft:
    """Return the draft that a file holds.

    Args:
        raw: its bytes.
        pack: id of the letter or form that it answers.
        name: the file's name, for the places of problems.

    Raises:
        InvalidAnswerFile: with every problem.
    """
    try:
        file = read_toml(raw, name)
    except InvalidPack as refusal:
        raise InvalidAnswerFile(refusal.problems) from refusal
    problems = list(_problems(file))
    if problems:
        raise InvalidAnswerFile(problems)
    return draft_of(file.data, pack)


def draft_of(data: Mapping[str, Any], pack: str) -> Draft:
    """Return the draft of data that has no problem."""
    paragraphs = data.get("paragraphes", {})
    answers: dict[str, Typed] = {}
    for name, value in data.get("answers", {}).items():
        typed = as_typed(value)
        if typed is not None:
            answers[name] = typed
    return Draft(
        pack=pack,
        answers=MappingProxyType(answers),
        unknown=frozenset(data.get("je_ne_sais_pas", ())),
        confirmed=frozenset(data.get("confirmes", ())),
        removed=frozenset(paragraphs.get("retires", ())),
        edited=MappingProxyType(dict(paragraphs.get("textes", {}))),
        shortened=MappingProxyType(dict(data.get("abreges", {}))),
    )


def _problems(file: TomlFile) -> Iterator[Problem]:
    data = file.data
    for key in data:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS[:5], 1)
            yield file.problem("answer-file-unknown-key", (key,), *near, key=key[:60])
    answers = data.get("answers", {})
    if not isinstance(answers, dict):
        yield file.problem("answer-file-table", ("answers",), key="answers")
        answers = {}
    for name, value in answers.items():
        if as_typed(value) is None:
            yield file.problem("answer-file-value", ("answers", name), key=name[:60])
    for key in ("je_ne_sais_pas", "confirmes"):
        if not _names(data.get(key, [])):
            yield file.problem("answer-file-list", (key,), key=key)
    for name in _both(data, answers):
        yield file.problem("answer-and-unknown", ("answers", name), key=name[:60])
    if not _texts(data.get("abreges", {})):
        yield file.problem("answer-file-short", ("abreges",))
    yield from _about_paragraphs(file)


def _both(data: Mapping[str, Any], answers: Mapping[str, Any]) -> list[str]:
    unknown = data.get("je_ne_sais_pas", [])
    return [name for name in unknown if name in answers] if _names(unknown) else []


def _about_paragraphs(file: TomlFile) -> Iterator[Problem]:
    paragraphs = file.data.get("paragraphes", {})
    if not isinstance(paragraphs, dict):
        yield file.problem("answer-file-table", ("paragraphes",), key="paragraphes")
        return
    for key in paragraphs:
        if key not in _PARAGRAPH_KEYS:
            near = get_close_matches(key, _PARAGRAPH_KEYS, 1)
            yield file.problem("answer-file-unknown-key", ("paragraphes", key), *near, key=key[:60])
    if not _names(paragraphs.get("retires", [])):
        yield file.problem("answer-file-list", ("paragraphes", "retires"), key="retires")
    if not _texts(paragraphs.get("textes", {})):
        yield file.problem("answer-file-texts", ("paragraphes", "textes"))


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)

"""The office's own letters, of a word processor, filled with what is known of a person."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.answers.validate import read_answer
from desktop_app.core.errors import AppError, Problem, WithProblems
from desktop_app.core.language.syntax import Refused
from desktop_app.core.language.template import text_of
from desktop_app.core.language.typography import BLANK
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.records import StoredDocument
from desktop_app.core.word_models import Edit, WordFile, excerpt, spans
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

MADE_FROM = "modele-bureau"
"""From what the safe says that a model was made; a letter of one, ``MADE_FROM:`` and its id."""
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
MOST_PEOPLE = 200
"""For whom letters are made at once."""
_EDGE = "\u2063"  # rendering drops the spaces at its ends: these stand there meanwhile


class InvalidModel(WithProblems):
    """A model with tags that cannot be filled; problems carry the tag."""


class ModelMissing(AppError):
    """No model of the office has this name."""


class TooManyPeople(AppError):
    """Letters for more people than at once; ``limit``."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a model: those that are known, and those that no answer has, with a near one."""

    kind: str
    known: tuple[str, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter made of a model; ``missing``: the tags left as dots, to fill by hand."""

    data: bytes
    kind: str
    missing: tuple[str, ...]


def names(tools: Tools) -> dict[str, str]:
    """Return the tags that any model may have, each with what it is, in French."""
    own = {
        "aujourdhui": "La date du jour",
        "personne": "Le nom de la personne, tel qu’il est noté",
        "dossier": "Le titre du dossier",
        "bureau": "Le nom du bureau",
    }
    return {**own, **{one.id: one.label for one in _questions(tools).values()}}


def look(tools: Tools, data: bytes) -> Tags:
    """Return the tags of a model, in the order in which they stand.

    Raises:
        ModelRefused: it is not opened, and why.
    """
    return _tags(tools.read_model(data), names(tools))


def keep(safe: Safe, tools: Tools, data: bytes, title: str, *, on: dt.date) -> tuple[str, Tags]:
    """Keep a model in the safe; return its id and its tags.

    Raises:
        InvalidModel: a tag cannot be read; ModelRefused: it is not opened.
    """
    found = look(tools, data)
    if found.wrong:
        raise InvalidModel(found.wrong)
    kept = safe.add(data, title=title, on=on, media=MEDIA[found.kind], made_from=MADE_FROM)
    return kept, found


def kept(safe: Safe) -> Sequence[StoredDocument]:
    """Return the models of the office, the newest first."""
    return safe.documents(made_from=MADE_FROM)


def one(safe: Safe, name: str) -> StoredDocument:
    """Return a model by its id or its title; raises ModelMissing."""
    found = next((one for one in kept(safe) if name in (one.id, one.title)), None)
    if found is None:
        raise ModelMissing
    return found


def fill(
    safe: Safe, tools: Tools, model: str, person: str, *, dossier: str = "", on: dt.date
) -> Filled:
    """Return the letter of a model for a person: what nobody answered is dots, to fill by hand.

    Raises:
        InvalidModel, ModelRefused.
    """
    data = safe.content(model)
    file = tools.read_model(data)
    if wrong := _tags(file, names(tools)).wrong:
        raise InvalidModel(wrong)
    edits, missing = _edits(file, values(safe, tools, person, dossier, on))
    return Filled(tools.write_model(data, edits), file.kind, missing)


def file(
    safe: Safe, model: str, filled: Filled, person: str, *, dossier: str = "", on: dt.date
) -> str:
    """File the letter of a model for a person; return its id."""
    title = safe.document(model).title
    return safe.add(
        filled.data,
        title=title,
        on=on,
        kind="letter",
        media=MEDIA[filled.kind],
        person=person,
        dossier=dossier,
        made_from=f"{MADE_FROM}:{model}",
    )


def for_several(
    safe: Safe, tools: Tools, model: str, people: Sequence[str], *, on: dt.date
) -> dict[str, Filled]:
    """Make and file the letter of each of these people, all of them or none; return them.

    Raises:
        TooManyPeople, InvalidModel, ModelRefused.
    """
    if len(people) > MOST_PEOPLE:
        raise TooManyPeople(limit=MOST_PEOPLE)
    made = {person: fill(safe, tools, model, person, on=on) for person in dict.fromkeys(people)}
    with safe.act():
        for person, filled in made.items():
            file(safe, model, filled, person, on=on)
    return made


def values(
    safe: Safe, tools: Tools, person: str, dossier: str, on: dt.date
) -> Mapping[str, object]:
    """Return what each tag stands for: what is known of her, then what the dossier answers."""
    who = safe.people.one(person)
    found: dict[str, object] = {}
    profile = safe.people.profile(who.id)
    for question in _questions(tools).values():
        told = profile.get(question.remember)
        if told is not None:
            _read(found, question, told.value, on)
    if dossier:
        _of_dossier(found, safe, tools, dossier, on)
        found["dossier"] = safe.dossiers.one(dossier).title
    office = safe.team.office()
    found |= {"aujourdhui": on, "personne": who.name}
    if office is not None and office.name:
        found["bureau"] = office.name
    return found


def _of_dossier(
    found: dict[str, object], safe: Safe, tools: Tools, dossier: str, on: dt.date
) -> None:
    """Add the answers of the dossier's own papers, the newest last."""
    for saved in safe.drafts.of_dossier(dossier):
        try:
            draft = read_json(saved.content)
            definition = definition_of(tools.catalogue, draft.pack)
        except AppError:  # a pack that is gone: its answers cannot be read
            continue
        for question in questions_of(definition):
            typed = draft.answers.get(question.id)
            if isinstance(typed, str):
                _read(found, question, typed, on)


def _read(found: dict[str, object], question: Question, typed: str, on: dt.date) -> None:
    reading = read_answer(typed, question, on)
    if reading.value is None:
        return
    labels = {choice.id: choice.label for choice in question.choices}
    value = reading.value
    found[question.id] = labels.get(value, value) if isinstance(value, str) else value


def _questions(tools: Tools) -> dict[str, Question]:
    """Return the questions of which the answer is remembered of a person, by id."""
    shared = (one for group in tools.catalogue.groups.values() for one in group.question)
    return {one.id: one for one in shared if one.remember}


def _tags(file: WordFile, known: Mapping[str, str]) -> Tags:
    used: dict[str, None] = {}
    unknown: dict[str, str] = {}
    wrong: list[Problem] = []
    for paragraph in file.paragraphs:
        for span in spans(paragraph.text):
            place = excerpt(paragraph.text, span)
            if not span.closed:
                wrong.append(Problem("model-tag-open", place=place))
                continue
            try:
                found = text_of(span.source).names
            except Refused as refused:
                told = Problem(
                    refused.code,
                    place=place,
                    suggestion=refused.suggestion,
                    parameters=refused.parameters,
                )
                wrong.append(told)
                continue
            for name in sorted(found):
                if name in known:
                    used[name] = None
                else:
                    near = get_close_matches(name.casefold(), known, 1, 0.6)
                    unknown[name] = near[0] if near else ""
    return Tags(file.kind, tuple(used), unknown, tuple(wrong))


def _edits(file: WordFile, known: Mapping[str, object]) -> tuple[list[Edit], tuple[str, ...]]:
    edits: list[Edit] = []
    missing: dict[str, None] = {}
    for paragraph in file.paragraphs:
        for span in spans(paragraph.text):
            made = text_of(f"{_EDGE}{span.source}{_EDGE}").render(known, BLANK, as_lines=True)
            missing |= dict.fromkeys(made.missing)
            words = made.text.replace(_EDGE, "")
            edits.append(Edit(paragraph.part, paragraph.number, span.start, span.end, words))
    return edits, tuple(missing)

"""A PDF that no pack knows, by command: its questions, and the draft that answers them."""

import argparse
import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.editions import form_facts
from desktop_app.cli.form.files import password, read_pdf
from desktop_app.cli.form.report import said
from desktop_app.cli.letter import draft_from
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.generic.layout.others import left_out
from desktop_app.core.generic.model import GenericForm, write_generic
from desktop_app.core.packs.model import FormDefinition, Question
from desktop_app.pages.boxes import left_aside
from desktop_app.pages.whose import about
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.generic import OpenedPdf, make_form, open_pdf
from desktop_app.workflow.guidance.pack_list import Model, form_model

KnownOf = Callable[[FormDefinition], Mapping[str, Typed]]
"""What is known of the answers to a form."""


def is_pdf(name: str) -> bool:
    """Whether a person names a PDF where the name of a form could stand too."""
    return PurePath(name).suffix.lower() == ".pdf"


def day_of(args: argparse.Namespace, tools: Tools) -> dt.date:
    """Return the day that a command is told to take for today, or today."""
    return read_day(args.today) if args.today else tools.clock.today()


def answered(
    args: argparse.Namespace, tools: Tools, path: str, today: dt.date
) -> tuple[Draft, str]:
    """Return the answers to any PDF: to its pack's questions, else to those made of its boxes.

    The second part is the edition that the PDF is of its pack; empty when none knows it.
    """
    opened = _opened(tools, path, password(args.password_fd))
    if opened.pack:
        return draft_from(args.answers, opened.pack), opened.edition
    form = _form(opened, today)
    draft = draft_from(args.answers, form.definition.id)
    return dataclasses.replace(draft, form=write_generic(form)), ""


def run_questions(args: argparse.Namespace, tools: Tools) -> Report:
    """List the questions of any PDF: those of its pack, else those made of its boxes."""
    return listed(tools, args.file, password(args.password_fd), lambda _definition: {})


def listed(tools: Tools, file: str, secret: str, known_of: KnownOf) -> Report:
    """List the questions of a PDF; what is ``known`` stands there as answered, to be read again."""
    opened = _opened(tools, file, secret)
    if opened.pack:
        definition = tools.catalogue.form(opened.pack)
        model = form_model(tools.catalogue, opened.pack, opened.edition)
    else:
        definition, model = _form(opened, tools.clock.today()).definition, None
    known = known_of(definition)
    others = _others(opened)
    more = {"form": form_facts(model), "left_out": others}
    data = _data(definition, opened, known) | more
    return Report(data, _text(definition, model, known, others), notices=said(opened.notices))


def _others(opened: OpenedPdf) -> list[str]:
    """Return the boxes that others fill in, by their words: they are not asked."""
    if opened.facts is None:
        return []
    return [i18n.pack_text(opened.labels[name]) for name in left_out(opened.facts)]


def _opened(tools: Tools, path: str, secret: str) -> OpenedPdf:
    return open_pdf(tools.forms, tools.catalogue, read_pdf(path), PurePath(path).name, secret)


def _form(opened: OpenedPdf, today: dt.date) -> GenericForm:
    return make_form(opened, today)


def _data(
    definition: FormDefinition, opened: OpenedPdf, known: Mapping[str, Typed]
) -> dict[str, Any]:
    return {
        "pack": opened.pack or None,
        "title": i18n.pack_text(definition.title),
        "sections": [
            {
                "title": i18n.pack_text(section.title),
                "questions": [
                    _question(one) | {"known": known.get(one.id)} for one in section.question
                ],
            }
            for section in definition.section
        ],
    }


def _question(one: Question) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "label": i18n.pack_text(one.label),
        "hint": i18n.pack_text(one.hint),
        "choices": [{"id": c.id, "label": i18n.pack_text(c.label)} for c in one.choices],
        "max_length": one.max_length,
        "remember": one.remember,
        "whose": one.whose or None,
    }


def _text(
    definition: FormDefinition,
    model: Model | None,
    known: Mapping[str, Typed],
    others: Sequence[str],
) -> str:
    """Return the questions as a file of answers to fill: each under its words.

    What became of an outdated form comes first, then the boxes that others fill in.
    """
    lines = [f"# {i18n.pack_text(definition.title)}"]
    if model is not None:
        told = (edition_words.outdated(model), *edition_words.which_form(model))
        lines += [f"# {one}" for one in told if one]
    if others:
        lines += [f"# {left_aside(len(others))}", *(f"#   {one}" for one in others)]
    lines.append("[answers]")
    for section in definition.section:
        lines += ["", f"# ── {i18n.pack_text(section.title)}"]
        of_now = ""
        for one in section.question:
            if one.whose != of_now:
                lines, of_now = [*lines, f"# {about(one.whose)}"], one.whose
            lines.append(f"# {i18n.pack_text(one.label)}")
            lines += [f"#   {choice.id} : {i18n.pack_text(choice.label)}" for choice in one.choices]
            lines.append(_answer(one.id, known.get(one.id)))
    return "\n".join(lines)


def _answer(name: str, typed: Typed | None) -> str:
    """Return a line of the file: answered with what is known, else left out."""
    if typed is None:
        return f'#{name} = ""'
    return f"{name} = {json.dumps(typed, ensure_ascii=False)}"

"""``papier-libre letter``: a letter, from a file of answers."""

import argparse
import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.deadline_data import deadline_data, source_data
from desktop_app.cli.letterhead import picture
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.moments import read_day
from desktop_app.core.deadlines.verdict import first_day
from desktop_app.core.documents.model import EnclosedPaper, Missing
from desktop_app.files import read_file, write_file
from desktop_app.pages import what_next
from desktop_app.sentences.lacking_words import help_today, helped, left_out
from desktop_app.workflow.documents.preparing import (
    PreparedLetter,
    prepare_letter,
    write_kit,
    write_letter,
)
from desktop_app.workflow.documents.preview import EditedParagraph, edited_paragraphs

MOST_ANSWERS = 1 << 20
"""Bytes read of a file of answers; the format allows less."""


def register(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "letter", help=i18n.text("écrit une lettre à partir d’un fichier de réponses")
    )
    parser.add_argument("id", metavar="ID", help=i18n.text("nom de la lettre (voir catalogue)"))
    value(
        parser,
        "--answers",
        "A.toml",
        i18n.text('fichier des réponses ; une réponse douteuse se confirme : confirmes = ["nom"]'),
        required=True,
    )
    value(parser, "--out", "L.pdf", i18n.text("PDF à écrire"), required=True)
    value(parser, "--today", "D", i18n.text("date de la lettre (aujourd’hui)"))
    told = i18n.text("ajoute la copie, la feuille de guichet, la liste, l’adresse, le bordereau")
    flag(parser, "--kit", told)
    value(
        parser,
        "--signature",
        "F.png",
        i18n.text(
            "image de votre signature (PNG ou JPEG) ; "
            "certains organismes demandent une signature à la main"
        ),
    )
    told = i18n.text("écrit aussi la lettre pour un traitement de texte, sans image")
    value(parser, "--docx", "L.docx", told)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Write the letter and say what it holds, until when, and what is left to fill by pen."""
    today = read_day(args.today) if args.today else tools.clock.today()
    refuse_same_file(args.answers, args.out)
    draft = draft_from(args.answers, args.id)
    signature = picture(args.signature, tools) if args.signature else None
    prepared = prepare_letter(tools.catalogue, tools.law, draft, today, signature=signature)
    if args.kit:
        pdf = write_kit(tools.letters, tools.sheets, prepared)
    else:
        pdf = write_letter(tools.letters, prepared)
    write_file(args.out, pdf.data)
    if args.docx:
        write_file(args.docx, tools.letters.word(prepared.document))
    undecided = prepared.document.undecided
    edited = edited_paragraphs(prepared.document)
    data = _data(prepared, pdf.pages) | {
        "unanswered": [missing_data(one) for one in undecided],
        "left_out": [
            {"id": one.id, "title": i18n.pack_text(one.title), "told": told}
            for one, told in zip(
                prepared.document.left_out, left_out(prepared.document), strict=True
            )
        ],
        "help_first": list(helped(prepared.document)),
        "edited": [{"id": one.id, "lost": list(one.lost)} for one in edited],
    }
    notices = (
        *(undecided_notice(one) for one in undecided),
        *([f"{help_today()}."] if prepared.document.help_first else []),
        *(_lost_notice(one) for one in edited if one.lost),
    )
    pages = i18n.plural("Lettre écrite : {n} page", "Lettre écrite : {n} pages", pdf.pages)
    page, told = what_next.written(prepared, today), f"{pages} ({args.out})"
    return reported(page, data, told=told, notices=notices)


def refuse_same_file(answers: str, out: str) -> None:
    """Refuse to write the paper over the answers that it is made of."""
    with contextlib.suppress(OSError):
        if os.path.samefile(answers, out):
            raise UsageError(detail=i18n.text("--out et --answers désignent le même fichier"))


def draft_from(path: str, pack: str) -> Draft:
    """Return the draft that a file of answers holds; raises AppError when it cannot be read."""
    return read_draft(read_file(path, MOST_ANSWERS), pack, Path(path).name)


def _data(prepared: PreparedLetter, pages: int) -> dict[str, Any]:
    document = prepared.document
    return {
        "pages": pages,
        "paragraphs": [paragraph.id for paragraph in document.paragraphs],
        "deadline": _dates(prepared.deadline, document.day) if prepared.deadline else None,
        "enclosures": [enclosure_data(paper) for paper in document.enclosures],
        "sources": [source_data(source) for source in prepared.definition.source],
        "missing": [missing_data(one) for one in document.missing],
        "warnings": list(document.warnings),
        "letterhead": list(document.letterhead),
        "logo": document.pictures.logo is not None,
        "signature": document.pictures.signature is not None,
    }


def _dates(found: Deadline, today: dt.date) -> dict[str, Any]:
    """Return the dates of a letter; the prudent one is that of the usual delay, before a rescue."""
    first = first_day(found)
    data = deadline_data(found, today)
    return data | {"prudent_day": first.isoformat() if first else None}


def enclosure_data(paper: EnclosedPaper) -> dict[str, Any]:
    """Return a paper to enclose, for JSON."""
    return {"id": paper.id, "text": paper.text, "pages": paper.pages, "later": paper.later}


def missing_data(one: Missing) -> dict[str, str]:
    """Return a blank to fill by pen, for JSON."""
    return {"question": one.question, "label": i18n.pack_text(one.label)}


def undecided_notice(one: Missing) -> str:
    """Say that a necessary question has no answer, and that the paper depends on it."""
    return i18n.text(
        "Attention : « {question} » n’a pas de réponse, et le papier en dépend ({id})."
    ).format(question=i18n.pack_text(one.label), id=one.question)


def _lost_notice(one: EditedParagraph) -> str:
    """Say which facts of our words the person's own no longer state."""
    words = i18n.text(
        "Attention : vos mots ne disent plus {facts} (paragraphe {id}). Vérifiez s’ils sont utiles."
    )
    return words.format(facts=" · ".join(one.lost), id=one.id)

"""``papier-libre pack new``: a form made of any PDF, or one's own copy of a letter."""

import argparse
from pathlib import Path

from desktop_app import i18n
from desktop_app.cli import letterhead
from desktop_app.cli.command import Commands, Report, Tools, value
from desktop_app.cli.form.files import password, read_pdf
from desktop_app.cli.form.report import said
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.authoring.letter import with_head
from desktop_app.core.errors import Notice
from desktop_app.files import write_folder
from desktop_app.pages.packs import begun
from desktop_app.workflow.packs.own_forms import (
    Begun,
    FormAlreadyKnown,
    draft,
    keep,
    texts_for,
)
from desktop_app.workflow.packs.own_letters import copy_letter, keep_letter, letter_files_for


def add(actions: Commands) -> None:
    """Add the command and its arguments."""
    parser = actions.add_parser(
        "new",
        help=i18n.text("crée un premier modèle à partir d’un formulaire PDF, ou d’une lettre"),
    )
    origin = parser.add_mutually_exclusive_group(required=True)
    value(origin, "--from", "F.pdf", i18n.text("le formulaire vide"), dest="source")
    told = i18n.text("la lettre à copier, pour en faire la vôtre")
    value(origin, "--from-letter", "ID", told, dest="letter")
    told = i18n.text("où écrire le modèle (par défaut : vos modèles, prêts à remplir)")
    value(parser, "--out", i18n.text("DOSSIER"), told)
    told = i18n.text("son titre (par défaut : le nom du fichier, ou le titre de la lettre)")
    value(parser, "--title", "T", told)
    told = i18n.text("descripteur d’où lire le mot de passe du PDF, en UTF-8")
    value(parser, "--password-fd", "N", told, type=int, default=None)
    letterhead.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Make the draft or the copy, check it, and write it whole or not at all."""
    if args.letter:
        return _from_letter(args, tools)
    if args.lines or args.logo:
        raise UsageError(detail=i18n.text("--line et --logo vont avec --from-letter"))
    return _from_pdf(args, tools)


def _from_letter(args: argparse.Namespace, tools: Tools) -> Report:
    letter = copy_letter(tools.catalogue, args.letter, args.title)
    if args.lines or args.logo:
        letter = with_head(letter, args.lines, letterhead.logo_of(args, tools))
    if args.out:
        taken = _names_in(args.out)
        name, files = letter_files_for(letter, tools.catalogue, tools.law, taken=taken)
        folder = str(Path(args.out) / name)
        write_folder(folder, files)
    else:
        name, folder = keep_letter(letter, tools.catalogue, tools.law)
    counts = (i18n.plural("{n} paragraphe", "{n} paragraphes", len(letter.paragraphs)),)
    then = i18n.text("Changez letter.toml, puis : papier-libre pack check {folder}")
    data = {
        "id": name,
        "path": folder,
        "title": letter.definition.title,
        "copied_from": args.letter,
        "paragraphs": len(letter.paragraphs),
        "letterhead": list(letter.definition.letterhead.lines),
        "logo": letter.logo is not None,
    }
    return reported(begun(folder, counts, then.format(folder=folder)), data)


def _names_in(folder: str) -> list[str]:
    place = Path(folder)
    return [one.name for one in place.iterdir()] if place.is_dir() else []


def _from_pdf(args: argparse.Namespace, tools: Tools) -> Report:
    data, secret = read_pdf(args.source), password(args.password_fd)
    today = tools.clock.today()
    made = draft(
        tools.forms,
        tools.catalogue,
        tools.law,
        data,
        title=args.title or Path(args.source).stem,
        today=today,
        password=secret,
    )
    known = made.known[0] if made.known else None
    if known is not None and not args.out:
        raise FormAlreadyKnown(title=known.title, pack=known.id)
    if args.out:
        taken = _names_in(args.out)
        name, files = texts_for(made.form, tools.law, taken=taken, today=today)
        folder = str(Path(args.out) / name)
        write_folder(folder, files)
    else:
        name, folder = keep(made.form, tools.catalogue, tools.law, today=today)
    notices = said(made.notices)
    if known is not None:
        notices = (*notices, *said((Notice("form-already-known", {"title": known.title}),)))
    return _report(made, name, folder, notices)


def _report(made: Begun, name: str, folder: str, notices: tuple[str, ...]) -> Report:
    form = made.form
    counts = (
        i18n.plural("{n} page", "{n} pages", len(form.page_sizes)),
        i18n.plural("{n} case", "{n} cases", len(form.places)),
        i18n.plural("{n} question", "{n} questions", len(form.questions)),
    )
    then = i18n.text("Relisez chaque case sur la page avant de vous en servir.")
    data = {
        "id": name,
        "path": folder,
        "title": form.header.title,
        "pages": len(form.page_sizes),
        "places": len(form.places),
        "questions": len(form.questions),
    }
    return reported(begun(folder, counts, then), data, notices=notices)

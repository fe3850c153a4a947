"""``papier-libre form on-paper`` and ``form copy-sheet``: when the paper form is at hand."""

import argparse

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.abbreviating import with_consent
from desktop_app.cli.form.files import refuse_same, write_pdf
from desktop_app.cli.form.generic import answered, day_of, is_pdf
from desktop_app.cli.form.report import NOTHING, abbreviations_data, report, said
from desktop_app.cli.letter import draft_from, missing_data
from desktop_app.cli.terminal import reported
from desktop_app.core.answers.draft import Draft
from desktop_app.pages.form_report import written
from desktop_app.sentences import proof_words
from desktop_app.workflow.documents.forms import (
    Filled,
    copy_by_hand,
    fill_paper,
    paper_kit,
    refuse_unseen,
)
from desktop_app.workflow.documents.preparing import prepare_form


def run_on_paper(args: argparse.Namespace, tools: Tools) -> Report:
    """Print only the answers at their places, or the printer's test page."""
    refuse_same(args.out, args.answers)
    draft, edition = _draft(args, tools)
    if args.test_page:
        prepared = prepare_form(
            tools.catalogue, tools.law, draft, day_of(args, tools), edition=edition
        )
        refuse_unseen(prepared)
        pdf = tools.forms.test_page(
            prepared.document,
            tools.sheets.printer_trial(),
            dx_mm=args.dx,
            dy_mm=args.dy,
            ruler_mm=args.ruler,
        )
        write_pdf(args.out, pdf.data)
        words = i18n.text("Page d’essai écrite ({out}) : imprimez-la à 100 %.")
        return Report({"pages": pdf.pages}, words.format(out=args.out))

    def fill(draft: Draft) -> Filled:
        return fill_paper(
            tools.forms,
            tools.catalogue,
            tools.law,
            draft,
            today=day_of(args, tools),
            edition=edition,
            dx_mm=args.dx,
            dy_mm=args.dy,
            ruler_mm=args.ruler,
        )

    filled = with_consent(draft, args.abbreviate, fill)
    if args.kit:
        titles = (
            i18n.text("Page d’essai, sur papier blanc"),
            i18n.text("Réponses, sur le formulaire de papier"),
            i18n.text("À recopier, si l’imprimante ne convient pas"),
        )
        filled = paper_kit(
            tools.forms,
            tools.letters,
            tools.merge,
            filled,
            titles,
            sheets=tools.sheets,
            dx_mm=args.dx,
            dy_mm=args.dy,
            ruler_mm=args.ruler,
        )
    write_pdf(args.out, filled.pdf.data)
    return report(filled, args.out, day_of(args, tools))


def run_copy_sheet(args: argparse.Namespace, tools: Tools) -> Report:
    """Write, in large letters, what to copy by hand in each box, in the order of the paper."""
    refuse_same(args.out, args.answers)
    draft, edition = _draft(args, tools)

    def fill(draft: Draft) -> Filled:
        today = day_of(args, tools)
        doors = (tools.forms, tools.letters, tools.catalogue, tools.law)
        return copy_by_hand(*doors, draft, sheets=tools.sheets, today=today, edition=edition)

    filled = with_consent(draft, args.abbreviate, fill)
    assert filled.prepared is not None
    write_pdf(args.out, filled.pdf.data)
    pages = i18n.plural(
        "Feuille à recopier : {n} page", "Feuille à recopier : {n} pages", filled.pdf.pages
    )
    missing = filled.prepared.document.missing
    data = {
        "pages": filled.pdf.pages,
        "missing": [missing_data(one) for one in missing],
        "abbreviations": abbreviations_data(filled.proof),
    }
    page, told = written(filled, day_of(args, tools)), f"{pages} ({args.out})"
    status = NOTHING if proof_words.is_empty(filled) else 0
    return reported(page, data, told=told, status=status, notices=said(filled.notices))


def _draft(args: argparse.Namespace, tools: Tools) -> tuple[Draft, str]:
    """Return the answers, and the edition of the paper: the one named, else that of the PDF."""
    if is_pdf(args.id):
        draft, edition = answered(args, tools, args.id, day_of(args, tools))
        return draft, args.edition or edition
    return draft_from(args.answers, args.id), args.edition

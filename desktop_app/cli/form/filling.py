"""``papier-libre form fill``: any PDF with values, or a form we know with answers."""

import argparse

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.abbreviating import with_consent
from desktop_app.cli.form.files import password, read_pdf, refuse_same, write_pdf
from desktop_app.cli.form.generic import answered, day_of, is_pdf
from desktop_app.cli.form.report import NOTHING, report
from desktop_app.cli.letter import draft_from
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.brought import Paired
from desktop_app.files import read_file
from desktop_app.pages import matched
from desktop_app.workflow.documents.forms import (
    Filled,
    FormToConfirm,
    fill_any,
    fill_pack,
    read_values,
)
from desktop_app.workflow.interview.definitions import password_of

MOST_VALUES = 8 << 20
"""Bytes read of a file of values."""


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Fill, prove, write; the file is written even when some values were refused."""
    try:
        filled = _with_values(args, tools) if _has_values(args) else _with_answers(args, tools)
    except FormToConfirm as found:
        return to_confirm(found.paired)
    write_pdf(args.out, filled.pdf.data)
    return report(filled, args.out, day_of(args, tools))


def to_confirm(paired: Paired) -> Report:
    """Show which boxes of a paper were recognised: ``--other-edition`` says that they are right."""
    data = {
        "pairs": [
            {"line": one.line.label, "label": one.spot.label, "page": one.places[0].page}
            for one in paired.pairs
        ],
        "left": [one.label for one in paired.left],
        "printed": paired.printed or None,
    }
    return reported(matched.report(paired), data, status=NOTHING)


def _has_values(args: argparse.Namespace) -> bool:
    known = args.blank is not None or args.answers is not None
    if args.values is not None and not known:
        if args.abbreviate:
            raise UsageError(detail=i18n.text("--abbreviate va avec --answers"))
        return True
    alone = args.blank is None and is_pdf(args.form)
    if args.values is None and args.answers is not None and (args.blank is not None or alone):
        return False
    raise UsageError(
        detail=i18n.text("indiquez --values V.json, ou bien --blank F.pdf et --answers A.toml")
    )


def _with_values(args: argparse.Namespace, tools: Tools) -> Filled:
    refuse_same(args.out, args.form, args.values)
    values = read_values(read_file(args.values, MOST_VALUES))
    return fill_any(
        tools.forms,
        read_pdf(args.form),
        values,
        editable=args.editable,
        password=password(args.password_fd),
    )


def _with_answers(args: argparse.Namespace, tools: Tools) -> Filled:
    blank = args.blank or args.form
    refuse_same(args.out, blank, args.answers)
    today = day_of(args, tools)
    data = read_pdf(blank)
    draft = (
        answered(args, tools, blank, today)[0]
        if args.blank is None
        else draft_from(args.answers, args.form)
    )
    secret = password_of(draft) or password(args.password_fd)

    def fill(draft: Draft) -> Filled:
        return fill_pack(
            tools.forms,
            tools.catalogue,
            tools.law,
            draft,
            blank=data,
            today=today,
            editable=args.editable,
            password=secret,
            carry_over=args.other_edition,
        )

    return with_consent(draft, args.abbreviate, fill)

"""``papier-libre form inspect``: what a PDF is, and each of its boxes."""

import argparse
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.editions import form_facts, other_edition_data
from desktop_app.cli.form.files import password, read_pdf
from desktop_app.cli.form.report import said
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.forms import Recognised, inspect
from desktop_app.workflow.safes.evidence import of_updates


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Describe a PDF as a form."""
    data = read_pdf(args.file)
    found = inspect(tools.forms, tools.catalogue, data, password(args.password_fd))
    updates = of_updates(data)
    facts = {**_data(found), "updates": updates[0].parameters["n"] if updates else 0}
    return Report(facts, _text(found), notices=said((*found.form.notices, *updates)))


def _data(found: Recognised) -> dict[str, Any]:
    form = found.form
    return {
        "kind": form.kind,
        "pages": form.pages,
        "encrypted": form.encrypted,
        "pack": found.pack or None,
        "edition": found.edition or None,
        "printed": [
            {"number": one.number, "page": one.page, "rect": [round(side, 2) for side in one.rect]}
            for one in form.numbers
        ],
        "nearest": other_edition_data(found.nearest),
        "form": form_facts(found.model),
        "active_content": list(form.active_content),
        "fields": [dict(one) for one in form.fields],
    }


def _text(found: Recognised) -> str:
    form = found.form
    kinds = {
        "acroform": i18n.text("formulaire à remplir à l’écran"),
        "xfa-hybrid": i18n.text("formulaire à remplir à l’écran (avec une partie XFA, ignorée)"),
        "xfa-only": i18n.text("formulaire XFA : il ne peut pas être rempli ici"),
        "flat": i18n.text("PDF sans cases à remplir à l’écran"),
        "scanned": i18n.text("images de pages, sans texte ni cases"),
    }
    lines = [
        kinds[form.kind],
        i18n.plural("{n} page", "{n} pages", form.pages)
        + ", "
        + i18n.plural("{n} case", "{n} cases", len(form.fields)),
    ]
    if found.pack:
        lines.append(
            i18n.text("Formulaire connu : {pack}, édition {edition}").format(
                pack=found.pack, edition=found.edition
            )
        )
    if found.model is not None:
        lines += filter(None, [edition_words.outdated(found.model)])
        lines += edition_words.facts(found.model)[1:]
    if found.nearest is not None:
        lines += edition_words.other_edition(found.nearest)
    if form.active_content:
        lines.append(
            i18n.text("Contenu actif, jamais exécuté : {names}").format(
                names=", ".join(form.active_content)
            )
        )
    lines += [_line(one) for one in form.fields]
    return "\n".join(lines)


def _line(one: Any) -> str:
    line = f"  p. {one['page']}  {one['type']:<9}  {one['name']}"
    if one["label"] and one["label"] != one["name"]:
        line += "  " + i18n.text("« {words} »").format(words=one["label"])
    if one["options"]:
        line += "  [" + ", ".join(option["id"] for option in one["options"]) + "]"
    return line

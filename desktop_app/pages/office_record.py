"""What an office keeps of a person beside her papers: agreed, mandates, visits, until when."""

import datetime as dt
from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.visits import Visit
from desktop_app.pages import office_person, office_register
from desktop_app.pages.page import Block, Text
from desktop_app.sentences import mandate_words
from desktop_app.sentences.person_words import numbered
from desktop_app.workflow.documents.record import OfOffice


def told(found: OfOffice, today: dt.date) -> Iterator[Block]:
    """Yield it, section by section."""
    if found.number is not None:
        words = i18n.text("Votre dossier : {number}.")
        yield Text(words.format(number=numbered(found.number)))
    yield Text(i18n.text("Ce que vous avez accepté"), "subheading")
    if not found.consents:
        yield Text(i18n.text("Cela ne vous a pas encore été demandé."), "hint")
    yield from map(Text, office_person.consent_lines(found.consents))
    if found.mandates:
        yield Text(i18n.text("Vos mandats"), "subheading")
        yield from (Text(mandate_words.line(one, today)) for one in found.mandates)
    if found.visits:
        yield Text(i18n.text("Vos venues"), "subheading")
        yield from (Text(_visit(one)) for one in found.visits)
    if found.register:
        yield Text(i18n.text("Au registre, sous votre numéro"), "subheading")
        yield from (Text(office_register.line(one)) for one in found.register)
    yield Text(i18n.text("Jusqu’à quand"), "subheading")
    yield from map(Text, _until(found))


def _until(found: OfOffice) -> Iterator[str]:
    months = i18n.plural("{n} mois", "{n} mois", found.months)
    yield i18n.text("Après {months} sans contact, tout est à effacer.").format(months=months)
    if found.last is not None:
        words = i18n.text("Le dernier contact compté est du {day}.")
        yield words.format(day=i18n.long_date(found.last))
    if found.kept_until is not None:
        words = i18n.text("Gardé jusqu’au {day}, pour cette raison : {reason}.")
        day = i18n.long_date(found.kept_until)
        yield words.format(day=day, reason=found.kept_why.rstrip("."))
    yield i18n.text(
        "Les sauvegardes du coffre gardent la même chose. Après un effacement, elles sont refaites "
        "sans vous, tout de suite ou à l’ouverture suivante."
    )
    if found.backups_out:
        yield i18n.plural(
            "{n} sauvegarde a été copiée ailleurs : elle le garde tant qu’on ne l’efface pas.",
            "{n} sauvegardes ont été copiées ailleurs : elles le gardent tant qu’on ne les "
            "efface pas.",
            found.backups_out,
        )


def _visit(one: Visit) -> str:
    told = {
        "waiting": i18n.text("attendue"),
        "received": i18n.text("reçue"),
        "ended": i18n.text("reçue"),
        "gone": i18n.text("partie sans être reçue"),
    }[one.state]
    by = f" ({one.helper})" if one.helper else ""
    line = f"{i18n.labelled(i18n.long_date(one.day), told)}{by}"
    return f"{line}. {one.note}" if one.note else line

"""All that is kept of one person, in plain words: seen, heard, printed, or saved to be given.

Its lines are texts, and no list: on paper, a list is what one ticks.
"""

from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.moment import Today, day_of
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible, office_record
from desktop_app.pages.documents import document_line, dossier_line
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet, SaveSheet
from desktop_app.pages.household import member_words
from desktop_app.pages.page import Action, Block, Own, Page, Row, Text
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.person import known_line
from desktop_app.sentences import author_words, timeline_words
from desktop_app.workflow.documents.record import KeptDossier, Record
from desktop_app.workflow.irreversible import Irreversible

STATE = "state"
"""The place where it is told what becomes of the sheet."""


def heading(found: Record | None = None) -> str:
    """Return the title of the page, which names nobody; an office speaks to her."""
    if found is not None and found.office is not None:
        return i18n.text("Ce que nous savons de vous")
    return i18n.text("Tout ce qui est gardé de cette personne")


def page(found: Record, today: Today) -> Page:
    """Return it on the screen, with what prints it and what saves it."""
    out = Row(
        (
            Action(i18n.text("Imprimer tout"), PrintSheet(), "primary"),
            Action(i18n.text("Enregistrer en PDF"), SaveSheet()),
        )
    )
    said = irreversible.before(Irreversible.PRINT, Irreversible.COPY_OUT)
    name = found.sheet.name
    told = _told(found, today, correct=found.office is not None)
    blocks: tuple[Block, ...] = (Text(name, "label"), out, said, Own(STATE), *told)
    return Page(heading(found), blocks, (back(),), lead=(name,))


def file_name() -> str:
    """Return the name proposed for the file: it names nobody."""
    return f"{i18n.text('document')}.pdf"


def printed(found: Record, today: Today, options: Options | None = None) -> Sheet:
    """Return it on paper, to be given to her."""
    use = i18n.text("À lui remettre")
    return sheet(lambda: on_paper(found, today), "record", use, options=options)


def on_paper(found: Record, today: Today) -> Page:
    """Return the same under her name, with the day and what she may ask."""
    made = i18n.text("Fait le {day}.").format(day=i18n.long_date(day_of(today)))
    asked = i18n.text(
        "Ces données sont dans un coffre chiffré ; le programme ne les a envoyées à personne. "
        "Demandez à qui tient ce coffre de les corriger, de vous en donner une copie, ou de les "
        "effacer."
    )
    blocks = (Text(made), Text(asked), *_told(found, today))
    return Page(i18n.labelled(heading(found), found.sheet.name), blocks, ())


def _told(found: Record, today: Today, *, correct: bool = False) -> Iterator[Block]:
    """Yield all of it; ``correct``: with what corrects each thing that is known."""
    if correct and found.sheet.id:
        yield from _correctable(found)
    else:
        yield from _section(
            i18n.text("Qui"), map(known_line, found.sheet.known), i18n.text("Rien que son nom.")
        )
    if found.former:
        yield from _section(former_title(), map(known_line, found.former))
    if found.sheet.household:
        yield from _section(i18n.text("Son foyer"), map(member_words, found.sheet.household))
    nothing = i18n.text("Aucun dossier.")
    if not found.dossiers:
        yield from _section(i18n.text("Ses dossiers"), iter(()), nothing)
    for one in found.dossiers:
        yield from _dossier(one, today)
    if found.loose:
        yield from _section(
            i18n.text("Ses documents hors dossier"), map(document_line, found.loose)
        )
    if found.begun:
        yield from _section(i18n.text("Ce qui est commencé"), begun_lines(found))
    yield from map(Text, _binned(found))
    if found.office is not None:
        yield from office_record.told(found.office, day_of(today))


def _correctable(found: Record) -> Iterator[Block]:
    yield Text(i18n.text("Qui"), "subheading")
    if not found.sheet.known:
        yield Text(i18n.text("Rien que son nom."), "hint")
    correct = i18n.text("Corriger")
    rename = i18n.text("Corriger son nom")
    yield Action(rename, to.Person(person=found.sheet.id), "plain")
    for one in found.sheet.known:
        yield Text(known_line(one))
        if one.copied is None:
            place = to.CorrectValue(found.sheet.id, one.field)
            name = i18n.labelled(correct, i18n.pack_text(one.question))
            yield Action(correct, place, "plain", name=name)


def former_title() -> str:
    """Return what is said over what was known and is no longer."""
    return i18n.text("Ce qui était gardé avant, et l’est encore")


def _binned(found: Record) -> Iterator[str]:
    if found.binned:
        yield i18n.plural(
            "{n} document attend dans la corbeille.",
            "{n} documents attendent dans la corbeille.",
            found.binned,
        )
    if found.binned_dossiers:
        yield i18n.plural(
            "{n} dossier attend dans la corbeille, avec ses documents.",
            "{n} dossiers attendent dans la corbeille, avec leurs documents.",
            found.binned_dossiers,
        )


def _dossier(one: KeptDossier, today: Today) -> Iterator[Block]:
    yield Text(i18n.labelled(i18n.text("Dossier"), dossier_line(one.dossier)), "subheading")
    if noted := tuple(noted_lines(one, today)):
        yield from map(Text, noted)
    if one.documents:
        yield Text(i18n.plural("{n} document", "{n} documents", len(one.documents)), "label")
        yield from (Text(document_line(paper)) for paper in one.documents)
    if not noted and not one.documents:
        yield Text(i18n.text("Rien n’est encore noté dans ce dossier."), "hint")


def noted_lines(one: KeptDossier, today: Today) -> Iterator[str]:
    """Yield what happened, each with its days while they are awaited."""
    for event in one.events:
        days = timeline_words.dates(event, today) if event.awaited else ()
        noted = author_words.noted(one.acts.get(event.id))
        by = (noted[:1].upper() + noted[1:],) if noted else ()
        told = (f"{one.rstrip('.')}." for one in (*days, *by) if one)
        yield " ".join((timeline_words.what_happened(event), *told))


def begun_lines(found: Record) -> Iterator[str]:
    """Yield what is begun, and when it was saved last."""
    words = i18n.text("{title}, enregistré le {day}")
    for title, draft in found.begun:
        yield words.format(title=i18n.pack_text(title), day=i18n.long_date(draft.saved_on))


def _section(title: str, lines: Iterator[str], nothing: str = "") -> Iterator[Block]:
    yield Text(title, "subheading")
    if told := tuple(lines):
        yield from map(Text, told)
    elif nothing:
        yield Text(nothing, "hint")

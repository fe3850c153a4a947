"""Cette semaine: the next dates of everyone, the most pressing first; these dates elsewhere."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.moment import Today, day_of
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible, law_moved
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet, SaveCalendar
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import Action, Block, Card, Long, Own, Page, Row, Text
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.too_late import late_action, late_of
from desktop_app.sentences import timeline_words
from desktop_app.sentences.agenda_words import grouped
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.matter.dossiers import NOT_COUNTED, NextDate
from desktop_app.workflow.matter.law_moved import MovedDay

AT_ONCE = 20
"""Dates shown at first: an office follows hundreds."""
NAMED = "named"
"""The place where one says whether names go into the calendar."""
STATE = "state"
"""The place where it is told what becomes of the sheet, or of the file."""


def week(
    found: Sequence[NextDate],
    today: Today,
    doubt: str = "",
    *,
    names: Action | None = None,
    moved: Sequence[MovedDay] = (),
) -> Page:
    """Return the dates; ``doubt``: why nothing is said to be near or past.

    ``names``: what shows the names, in an office, or hides them. ``moved``: by the law.
    """
    if not found:
        return nothing(i18n.text("Rien à faire cette semaine."), doubt)
    told = law_moved.on_list(moved)
    dates = Long(tuple(_dates(found, today)), AT_ONCE)
    show = () if names is None else (Row((names,)),)
    return _page((*_doubt(doubt), *show, *told, dates, _elsewhere()))


def listed(found: Sequence[NextDate], today: Today) -> Page:
    """Return the same dates as a list to be ticked."""
    made = i18n.text("Cochez ce qui est fait.")
    if today != NOT_COUNTED:
        made = i18n.text("Liste faite le {day}. Cochez ce qui est fait.")
        made = made.format(day=i18n.long_date(day_of(today)))
    said = made if found else i18n.text("Rien n’est attendu.")
    dates = Long(tuple(_dates(found, today)), AT_ONCE)
    return Page(i18n.text("Les dates à ne pas manquer"), (Text(said, "hint"), dates), ())


def printed(found: Sequence[NextDate], today: Today, options: Options | None = None) -> Sheet:
    """Return it on paper, with names and dossiers, to be put up on a wall."""
    use = i18n.text("À garder en vue")
    return sheet(lambda: listed(found, today), "agenda", use, options=options)


def without_safe(doubt: str = "") -> Page:
    """Return the page of whoever has no safe open."""
    words = i18n.text("Sans coffre, aucune date n’est gardée.")
    return nothing_kept(_heading(), *filter(None, (doubt, words)), _how())


def nothing(words: str, doubt: str) -> Page:
    """Return why there is no date, and how one comes."""
    return _page((*_doubt(doubt), Text(words), Text(_how(), "hint")))


def _how() -> str:
    return i18n.text(
        "Une date vient ici quand vous rangez une lettre dans le coffre, "
        "ou quand vous notez une décision reçue."
    )


def _heading() -> str:
    return i18n.text("Cette semaine")


def _page(blocks: tuple[Block, ...]) -> Page:
    actions = (Action(i18n.text("Mes documents"), to.Documents()), back())
    return Page(_heading(), blocks, actions)


def _doubt(words: str) -> tuple[Text, ...]:
    return (Text(words),) if words else ()


def _dates(found: Sequence[NextDate], today: Today) -> Iterator[Block]:
    for group in grouped(found, today):
        yield Text(group.title, "subheading")
        yield from (_date(one, today) for one in group.dates)


def _date(one: NextDate, today: Today) -> Card:
    when = timeline_words.when(one, today)
    awaited = timeline_words.what_is_awaited(one.event, past=one.past)
    whose = timeline_words.for_whom(one.event)
    words = i18n.text("Ouvrir le dossier")
    opens = Action(
        words,
        to.Dossier(dossier=one.event.dossier_id),
        name=i18n.labelled(words, whose),
        about=f"{when}. {awaited}",
    )
    late = late_of(one)
    hints = (Text(said, "hint") for said in (whose, timeline_words.besides(one)) if said)
    actions = (opens, *((late_action(late, whose),) if late else ()))
    blocks: tuple[Block, ...] = (Text(when, "date"), Text(awaited), *hints, Row(actions))
    return Card("", blocks, timeline_words.leaf(one, today))


def _elsewhere() -> Card:
    """Offer these dates on paper, and in a calendar of the person's."""
    warning = i18n.text(
        "Le papier et le fichier ne sont pas protégés par le coffre. Un agenda de "
        "téléphone est souvent lu par d’autres."
    )
    out = Row(
        (
            Action(i18n.text("Imprimer la liste"), PrintSheet()),
            Action(i18n.text("Enregistrer pour un agenda (.ics)"), SaveCalendar()),
        )
    )
    title = i18n.text("Ces dates ailleurs")
    said = irreversible.before(Irreversible.PRINT)
    return Card(title, (Text(warning, "hint"), Own(NAMED), said, out, Own(STATE)))

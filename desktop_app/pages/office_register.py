"""The office's register: what was done, on which day, about which number; no name."""

import csv
import io
from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.agreements import Line
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import Action, Block, Gesture, Own, Page, Row, Table, Text
from desktop_app.pages.paper import sheet
from desktop_app.sentences.person_words import numbered
from desktop_app.workflow.irreversible import Irreversible

STATE = "state"
AT_ONCE = 50
"""Lines shown at first."""


@record(frozen=True)
class More(Gesture):
    """Show the lines that come after the first ``skip``."""

    skip: int


@record(frozen=True)
class SaveTable(Gesture):
    """Save all the lines as a table file (CSV)."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Le registre")


def page(lines: Sequence[Line], total: int, *, allowed: bool = True, skip: int = 0) -> Page:
    """Return the last lines, after the ``skip`` first; ``allowed``: who is at work sees them."""
    if not allowed:
        words = i18n.text("Dans ce bureau, c’est un responsable qui tient le registre.")
        return Page(heading(), (Text(words),), (back(),), lead=(words,))
    told = i18n.plural("{n} ligne, sans aucun nom.", "{n} lignes, sans aucun nom.", total)
    if not lines:
        none = i18n.text("Rien encore. Chaque accord, mandat ou effacement viendra ici.")
        return Page(heading(), (Text(none),), (back(),), lead=(none,))
    out = Row(
        (
            Action(i18n.text("Imprimer"), PrintSheet(), "primary"),
            Action(i18n.text("Enregistrer un tableau (CSV)"), SaveTable()),
        )
    )
    before = irreversible.before(Irreversible.PRINT, Irreversible.COPY_OUT)
    blocks: tuple[Block, ...] = (Text(told), out, before, Own(STATE), _table(lines))
    left = total - skip - len(lines)
    words = i18n.plural("Voir {n} ligne de plus", "Voir {n} lignes de plus", left)
    more = (Action(words, More(skip + len(lines))),) if left > 0 else ()
    return Page(heading(), blocks, (*more, back()), lead=(told,))


def printed(lines: Sequence[Line], office: str, day: str) -> Sheet:
    """Return all the lines on paper."""
    return sheet(lambda: on_paper(lines, office, day), "register", i18n.text("À garder au bureau"))


def on_paper(lines: Sequence[Line], office: str, day: str) -> Page:
    """Return them without what is pressed, under the office's name and the day."""
    made = i18n.text("Fait le {day}.").format(day=day)
    by = (Text(office, "label"),) if office else ()
    return Page(heading(), (*by, Text(made), _table(lines)), ())


def table(lines: Sequence[Line]) -> bytes:
    """Return all the lines as a table that any spreadsheet opens (CSV, ``;``, UTF-8 with its mark).

    A reason that a spreadsheet would take for a formula is only read: it has a quote before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head())
    for one in lines:
        number = "" if one.number is None else str(one.number)
        cells = (one.day.isoformat(), kind(one.kind), number, str(one.n), one.reason, one.author)
        writer.writerow(_harmless(cell) for cell in cells)
    return out.getvalue().encode("utf-8-sig")


def file_name() -> str:
    """Return the name proposed for the file: it names nobody."""
    return f"{i18n.text('registre')}.csv"


def kind(code: str) -> str:
    """Return what a line tells, in words."""
    return {
        "consent": i18n.text("Accord donné"),
        "consent-withdrawn": i18n.text("Accord retiré, ou refusé"),
        "mandate-signed": i18n.text("Mandat signé"),
        "mandate-ended": i18n.text("Mandat terminé"),
        "kept-longer": i18n.text("Gardé plus longtemps"),
        "erased": i18n.text("Tout effacé"),
        "dossier-erased": i18n.text("Dossier effacé"),
        "dossier-moved": i18n.text("Dossier déplacé vers un autre coffre du bureau"),
        "handed-over": i18n.text("Papiers remis à la personne"),
        "shown": i18n.text("Ce qui est gardé, montré"),
    }.get(code, code)


def line(one: Line) -> str:
    """Return a line as a sentence, for whom it is about."""
    told = i18n.labelled(i18n.long_date(one.day), kind(one.kind))
    return f"{told} ({one.reason})" if one.reason else told


def _table(lines: Sequence[Line]) -> Table:
    rows = tuple(
        (
            i18n.long_date(one.day),
            kind(one.kind),
            numbered(one.number) if one.number is not None else "–",
            str(one.n),
            one.reason or "–",
            one.author or "–",
        )
        for one in lines
    )
    return Table(_head(), rows)


def _head() -> tuple[str, ...]:
    return (
        i18n.text("Date"),
        i18n.text("Quoi"),
        i18n.text("Dossier"),
        i18n.text("Combien"),
        i18n.text("Raison"),
        i18n.text("Par"),
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell

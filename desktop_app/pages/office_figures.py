"""Chiffres de l'année: what an office counts, by month, theme, language, issue, body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.figures import FigureSet
from desktop_app.core.figures import Table as Counted
from desktop_app.core.packs.model import Question
from desktop_app.core.small_groups import Hidden
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Loss,
    Page,
    Row,
    Status,
    Table,
    Take,
    Text,
)
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.wanted import may_drop
from desktop_app.sentences import figure_words
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.figures import Period, YearsFigures

PERIOD, FIRST, LAST = "period", "first", "last"
"""Another period: from the month of a day to that of another."""
DEFINITION = "definition"
"""The file of the office's own that is asked for."""


@dataclass(frozen=True, slots=True)
class SaveTable(Gesture):
    """Save the tables as a file for a spreadsheet."""


@dataclass(frozen=True, slots=True)
class SaveDefinition(Gesture):
    """Save what is counted as a file, to be changed."""


@dataclass(frozen=True, slots=True)
class ForgetOwnSet(Loss):
    """Count no more by the office's own definition."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Chiffres de l’année")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    return nothing_kept(heading(), i18n.text("Sans coffre, rien n’est compté."))


def not_for_all() -> Page:
    """Return the page of a helper who is not responsible for the office."""
    words = i18n.text("Ces chiffres sont montrés à la personne responsable du bureau.")
    return Page(heading(), (Text(words),), (back(),))


def page(figures: YearsFigures, sets: Sequence[FigureSet], *, own: bool) -> Page:
    """Return the tables of a period; ``own``: the first of the ``sets`` is the office's own."""
    blocks: tuple[Block, ...] = (
        Text(figure_words.period(figures.period), "subheading"),
        *_years(figures),
        *_sets(figures, sets),
        *_told(figures),
        Row(
            (
                Action(i18n.text("Enregistrer les tableaux (.csv)"), SaveTable()),
                Action(i18n.text("Imprimer les tableaux"), PrintSheet()),
            )
        ),
        irreversible.before(Irreversible.PRINT, Irreversible.COPY_OUT),
        Status(lasting=True),
        *_other(own),
        may_drop(),
    )
    # Heard on arrival: of which year; the buttons say the others.
    return Page(heading(), blocks, (back(),), lead=(figure_words.period(figures.period),))


def printed(figures: YearsFigures, office: str = "", options: Options | None = None) -> Sheet:
    """Return the tables on paper, each with its bars."""
    use = i18n.text("Aucun nom")
    return sheet(lambda: _listed(figures, office), "figures", use, options=options)


def _listed(figures: YearsFigures, office: str) -> Page:
    when = figure_words.period(figures.period)
    asked = figures.found.asked_by
    lines = (office, when, i18n.text("Pour : {who}").format(who=asked) if asked else "")
    head = tuple(Text(one) for one in lines if one)
    return Page(i18n.text(figures.found.title), (*head, *_told(figures)), ())


def told(figures: YearsFigures) -> Page:
    """Return the tables alone: for a command."""
    when = Text(figure_words.period(figures.period))
    return Page(i18n.text(figures.found.title), (when, *_told(figures)), ())


def _told(figures: YearsFigures) -> Iterator[Block]:
    for one in figures.tables:
        yield Card(figure_words.title(one), (_table(one, figures.found.least),))
    if any(_hides(one) for one in figures.tables):
        words = i18n.text(
            "« moins de {n} » : le nombre exact n’est pas montré, pour que personne ne soit "
            "reconnu. « non montré » : ce nombre le ferait deviner."
        )
        yield Text(words.format(n=figures.found.least), "hint")
    yield Text(
        i18n.text(
            "Ne donnez pas deux périodes qui se recouvrent : leur différence ferait deviner un "
            "petit nombre."
        ),
        "hint",
    )


def _table(one: Counted, least: int) -> Block:
    by = one.figure.by
    head = (figure_words.head(by), i18n.text("Nombre"))
    rows = [(figure_words.row(row, by), figure_words.count(row.shown, least)) for row in one.rows]
    rows.append((figure_words.total(), figure_words.count(one.total, least)))
    counts = [row.shown if isinstance(row.shown, int) else 0 for row in one.rows]
    most = max(counts, default=0)
    bars = tuple(1000 * count // most if most else 0 for count in counts)
    return Table(head, tuple(rows), (*bars, 0))


def _hides(one: Counted) -> bool:
    return isinstance(one.total, Hidden) or any(isinstance(row.shown, Hidden) for row in one.rows)


def _years(figures: YearsFigures) -> Iterator[Block]:
    year, named = int(figures.period.first[:4]), figures.found.id
    words = i18n.text("Année {year}")
    yield Row(
        tuple(
            Action(words.format(year=one), to.OfficeFigures(year=one, named=named))
            for one in (year - 1, year, year + 1)
            if one != figures.period.year
        )
    )


def _sets(figures: YearsFigures, sets: Sequence[FigureSet]) -> Iterator[Block]:
    if len(sets) > 1:
        period = figures.period
        yield Row(
            tuple(
                Action(
                    i18n.text(one.title),
                    to.OfficeFigures(first=period.first, last=period.last, named=one.id),
                    ready=one.id != figures.found.id,
                )
                for one in sets
            )
        )


def _other(own: bool) -> Iterator[Block]:
    hint = i18n.text("Un jour du premier mois.")
    first = Question(id=FIRST, kind="date", label=i18n.text("Depuis quel mois ?"), hint=hint)
    hint = i18n.text("Un jour du dernier mois.")
    last = Question(id=LAST, kind="date", label=i18n.text("Jusqu’à quel mois ?"), hint=hint)
    yield Card(
        i18n.text("Une autre période"),
        (
            Ask(PERIOD, (Asked(first), Asked(last))),
            Action(i18n.text("Compter cette période"), Take(PERIOD)),
        ),
    )
    words = i18n.text(
        "Un financeur veut d’autres tableaux ? Un fichier dit quoi compter. "
        "Enregistrez celui de cette page, changez-le, puis choisissez-le."
    )
    wanted = to.OpenFile(DEFINITION, i18n.text("Quel fichier dit quoi compter ?"), "figures")
    forget = Action(i18n.text("Ne plus compter ainsi"), ForgetOwnSet())
    yield Card(
        i18n.text("Ce qui est compté"),
        (
            Text(words, "hint"),
            Row(
                (
                    Action(i18n.text("Enregistrer ce qui est compté"), SaveDefinition()),
                    Action(i18n.text("Choisir un fichier"), wanted),
                    *((forget,) if own else ()),
                )
            ),
        ),
    )


def period_of(values: dict[str, object]) -> Period | None:
    """Return the period of two days; None where one is missing."""
    days = (values.get(FIRST), values.get(LAST))
    told = [f"{day:%Y-%m}" for day in days if day is not None]
    return Period(told[0], told[1]) if len(told) == 2 else None

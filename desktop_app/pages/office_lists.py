"""Lists of people: brought in after a dry run, or taken out for a spreadsheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.table import Table as BroughtTable
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Listed,
    Page,
    Problem,
    Row,
    Status,
    Table,
    Take,
    Text,
)
from desktop_app.pages.wanted import may_drop
from desktop_app.sentences import list_words
from desktop_app.workflow.people.lists.bringing import Brought, Choices
from desktop_app.workflow.people.lists.columns import COLUMNS, NAME
from desktop_app.workflow.people.lists.planning import STATES, Plan, Planned, State

FILE, MATCH, CHOICES, OUT = "list", "match", "choices", "out"
NOTHING = "rien"
"""Of a column: it is left out."""
DOUBTFUL, REPLACE = "doubtful", "replace"
_SHOWN, _WIDE, _LINES = 3, 6, 10
"""Rows, and columns, of a preview; lines told one by one: all are in the file to send back."""
Kind = Literal["csv", "xlsx"]
WAITING: tuple[State, ...] = ("faulty", "twice", "doubtful", "differing")
"""States of the lines that wait for the person."""


@dataclass(frozen=True, slots=True)
class SaveList(Gesture):
    """Write everyone as a list."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class SaveWaiting(Gesture):
    """Write the lines that wait, each with what is wrong."""


@dataclass(frozen=True, slots=True)
class Again(Gesture):
    """Match the columns in another way."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Listes de personnes")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    return nothing_kept(heading(), i18n.text("Ouvrez le coffre du bureau d’abord."), "")


def asked() -> to.OpenFile:
    """Return what asks for a list."""
    return to.OpenFile(FILE, i18n.text("Où est la liste ?"), "table")


def page() -> Page:
    """Return what can be done."""
    bring = Action(i18n.text("Importer une liste"), asked(), "primary")
    told = i18n.text("Un fichier de tableur (.xlsx) ou de texte (.csv), une ligne par personne.")
    before = i18n.text("Rien n’est ajouté avant que vous ayez vu ce qui serait fait.")
    out = i18n.text(
        "La liste sort en clair : noms, dates de naissance, téléphones. "
        "Qui a ce fichier les lit. Effacez-le quand il a servi."
    )
    return Page(
        heading(),
        (
            Text(i18n.text("Faire entrer une liste"), "subheading"),
            Text(told),
            Text(before, "hint"),
            bring,
            may_drop(),
            Text(i18n.text("Sortir la liste"), "subheading"),
            Text(out),
            Row(
                (
                    Action(i18n.text("Enregistrer pour un tableur (.xlsx)"), SaveList("xlsx")),
                    Action(i18n.text("Enregistrer en texte (.csv)"), SaveList("csv")),
                )
            ),
            Status(lasting=True),
        ),
        (back(),),
    )


def matching(table: BroughtTable, matched: Sequence[str]) -> Page:
    """Return the first lines, and what each column seems to be, to be corrected."""
    count = i18n.plural("{n} ligne lue.", "{n} lignes lues.", len(table.rows))
    told = i18n.text("Dites ce que contient chaque colonne. Ce qui ne sert pas n’est pas pris.")
    others = i18n.plural(
        "{n} autre feuille de ce fichier n’est pas lue.",
        "{n} autres feuilles de ce fichier ne sont pas lues.",
        table.sheets,
    )
    questions = tuple(_which(place, table) for place in range(len(table.head)))
    typed = {_id(place): id or NOTHING for place, id in enumerate(matched)}
    return Page(
        i18n.text("Que contient chaque colonne ?"),
        (
            Text(count),
            *((Text(others, "hint"),) if table.sheets else ()),
            _preview(table),
            Text(told),
            Ask(MATCH, questions, typed),
            Status(lasting=True),
        ),
        (Action(i18n.text("Voir ce qui serait fait"), Take(MATCH), "primary"), back()),
    )


def matched(values: Mapping[str, Any], table: BroughtTable) -> tuple[str, ...]:
    """Return what each column is, as the person said."""
    said = (str(values.get(_id(place), NOTHING)) for place in range(len(table.head)))
    return tuple("" if one == NOTHING else one for one in said)


def wrongly_matched(matched: Sequence[str]) -> Problem | None:
    """Return what is wrong where a thing is said of two columns, or nobody is named."""
    kept = [one for one in matched if one]
    twice = next((one for one in kept if kept.count(one) > 1), "")
    if twice:
        words = i18n.text("Deux colonnes contiennent « {what} ». Gardez-en une.")
        return Problem(words.format(what=list_words.head_of(twice)))
    if not {NAME, "identite.nom", "identite.prenom", "identite.nom_naissance"} & {*kept}:
        return Problem(i18n.sentence("list-without-name"))
    return None


def would(table: BroughtTable, plan: Plan) -> Page:
    """Return what would be done, and what waits, before anything is."""
    return Page(
        i18n.text("Ce qui serait fait"),
        (
            Text(i18n.text("Rien n’est encore changé.")),
            *_counted(plan),
            *_told(table, plan),
            *_choices(plan),
            Status(lasting=True),
        ),
        (
            Action(i18n.text("Importer"), Take(CHOICES), "primary"),
            Action(i18n.text("Revoir les colonnes"), Again()),
            back(),
        ),
    )


def told(table: BroughtTable, plan: Plan, brought: Brought | None = None) -> Page:
    """Return what would be done, or what was, for the command line."""
    done = (Text(what_was_done(brought), "done"),) if brought else ()
    nothing = (Text(i18n.text("Rien n’est changé : c’est un essai.")),) if not brought else ()
    return Page(heading(), (*done, *nothing, *_counted(plan), *_told(table, plan)), ())


def out_told(people: int) -> Page:
    """Return what a list that was written holds, for the command line."""
    told = i18n.plural("{n} personne dans la liste.", "{n} personnes dans la liste.", people)
    return Page(heading(), (Text(taken_out(), "done"), Text(told)), ())


def chosen(values: Mapping[str, Any]) -> Choices:
    """Return what the person decided."""
    said = values.get(CHOICES, ())
    return Choices(doubtful=DOUBTFUL in said, replace=REPLACE in said)


def what_was_done(brought: Brought) -> str:
    """Return what was done, in a sentence."""
    parts = (
        i18n.plural("{n} personne ajoutée", "{n} personnes ajoutées", brought.added),
        i18n.plural("{n} complétée", "{n} complétées", brought.completed),
        i18n.plural("{n} corrigée", "{n} corrigées", brought.corrected),
        i18n.plural("{n} ligne attend", "{n} lignes attendent", brought.waiting),
    )
    counts = (brought.added, brought.completed, brought.corrected, brought.waiting)
    return f"{', '.join(one for one, n in zip(parts, counts, strict=True) if n) or parts[0]}."


def after(table: BroughtTable, plan: Plan, brought: Brought) -> Page:
    """Return what was done, and the lines that wait."""
    more = Action(i18n.text("Voir les personnes"), to.People(), "primary")
    blocks = (Text(what_was_done(brought), "done"), *_told(table, plan), Status(lasting=True))
    return Page(i18n.text("La liste est importée"), blocks, (more, back()))


def done() -> str:
    """Return what was done, as it is offered to be undone."""
    return i18n.text("La liste est importée.")


def waiting_name() -> str:
    """Return the name proposed for the lines that wait."""
    return i18n.text("lignes-a-corriger.csv")


def waiting_saved() -> str:
    """Return what was done of the lines that wait."""
    return i18n.text("Les lignes sont enregistrées. Corrigées, elles s’importent à nouveau.")


def importing() -> str:
    """Return what is being done."""
    return i18n.text("La liste entre dans le coffre…")


def looking() -> str:
    """Return what is being done."""
    return i18n.text("La liste est comparée à qui est déjà là…")


def stopped() -> str:
    """Return what is so once one stopped."""
    return i18n.text("Arrêté. Rien n’est changé.")


def taken_out() -> str:
    """Return what was done of a list that was saved."""
    return i18n.text("La liste est enregistrée : un tableur l’ouvre.")


def file_name(kind: Kind) -> str:
    """Return the name proposed for a list; it speaks of nobody."""
    return f"liste.{kind}"


def _preview(table: BroughtTable) -> Table:
    head = table.head[:_WIDE]
    rows = tuple(tuple(cell[:40] for cell in row[:_WIDE]) for row in table.rows[:_SHOWN])
    return Table(head, rows)


def _which(place: int, table: BroughtTable) -> Asked:
    example = next((row[place] for row in table.rows if row[place].strip()), "")[:40]
    head = table.head[place].strip() or i18n.text("Colonne {n}").format(n=place + 1)
    options = (
        Option(id=NOTHING, label=i18n.text("Ne pas prendre")),
        *(Option(id=one.id, label=one.head) for one in COLUMNS),
        *(
            (Option(id=head, label=head),)
            if "." in head and head not in {one.id for one in COLUMNS}
            else ()
        ),
    )
    hint = i18n.text("Par exemple : {example}").format(example=example) if example else ""
    question = Question(id=_id(place), kind="choice", label=head, hint=hint, choices=options)
    return Asked(question, closed=True)


def _id(place: int) -> str:
    return f"c{place}"


def _counted(plan: Plan) -> Iterator[Block]:
    counts = plan.counts
    lines = [list_words.state(one, counts[one]) for one in STATES if counts[one]]
    yield Listed(tuple(lines))
    if plan.doubts:
        told = i18n.plural(
            "{n} ligne contient une réponse à vérifier ; elle est prise comme elle est écrite.",
            "{n} lignes contiennent une réponse à vérifier ; elles sont prises comme elles sont "
            "écrites.",
            plan.doubts,
        )
        yield Text(told, "hint")


def _told(table: BroughtTable, plan: Plan) -> Iterator[Block]:
    waiting = plan.of(*WAITING)
    if not waiting:
        return
    yield Text(i18n.text("Ces lignes attendent"), "subheading")
    for one in waiting[:_LINES]:
        yield Card("", tuple(Text(words) for words in _line(table, one)))
    if len(waiting) > _LINES:
        left = len(waiting) - _LINES
        yield Text(i18n.plural("Et {n} autre.", "Et {n} autres.", left), "hint")
    yield Action(i18n.text("Enregistrer ces lignes, avec ce qui ne va pas"), SaveWaiting())


def _line(table: BroughtTable, one: Planned) -> Iterator[str]:
    for where, wrong, todo in list_words.why_waits(table, one):
        place = i18n.text("Ligne {line}").format(line=one.row.line)
        if where:
            place = i18n.text("Ligne {line}, « {where} »").format(line=one.row.line, where=where)
        yield f"{place} : {wrong} {todo}"


def _choices(plan: Plan) -> Iterator[Block]:
    counts = plan.counts
    doubtful = i18n.text("Ajouter aussi celles qui sont peut-être déjà là : ce sont d’autres")
    replace = i18n.text("Où le coffre dit autre chose, garder ce que dit la liste")
    options = (
        *((Option(id=DOUBTFUL, label=doubtful),) if counts["doubtful"] else ()),
        *((Option(id=REPLACE, label=replace),) if counts["differing"] else ()),
    )
    label = i18n.text("En plus de ce qui est sûr")
    asked = Asked(Question(id=CHOICES, kind="choices", label=label, choices=options))
    yield Ask(CHOICES, (asked,) if options else ())

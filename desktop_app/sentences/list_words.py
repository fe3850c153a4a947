"""A list of people in words: its columns, what would be done of each line, what waits and why."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.table import Table
from desktop_app.sentences.person_words import same_as
from desktop_app.workflow.people.lists.columns import REPORTED, column
from desktop_app.workflow.people.lists.planning import Planned, State
from desktop_app.workflow.people.lists.reading import Fault


def state(name: State, count: int) -> str:
    """Return how many lines are of a state, and what that means."""
    return {
        "new": i18n.plural("{n} nouvelle personne", "{n} nouvelles personnes", count),
        "completed": i18n.plural(
            "{n} personne connue, à compléter", "{n} personnes connues, à compléter", count
        ),
        "differing": i18n.plural(
            "{n} personne connue, écrite autrement ici",
            "{n} personnes connues, écrites autrement ici",
            count,
        ),
        "same": i18n.plural(
            "{n} personne déjà là, sans changement",
            "{n} personnes déjà là, sans changement",
            count,
        ),
        "doubtful": i18n.plural(
            "{n} personne peut-être déjà là", "{n} personnes peut-être déjà là", count
        ),
        "twice": i18n.plural(
            "{n} ligne répète une autre ligne", "{n} lignes répètent une autre ligne", count
        ),
        "faulty": i18n.plural("{n} ligne à corriger", "{n} lignes à corriger", count),
    }[name]


def head_of(id: str) -> str:
    """Return what a column is called."""
    return column(id).head


def why_waits(table: Table, one: Planned) -> Iterator[tuple[str, str, str]]:
    """Yield why a line waits: in which column, what is wrong, what to do."""
    if one.state == "faulty":
        for fault in one.row.faults:
            yield of_fault(table, fault)
    elif one.state == "twice":
        told = i18n.text("La ligne {line} dit déjà cette personne.").format(line=one.first)
        yield "", told, i18n.text("Retirez l’une des deux.")
    elif one.state == "doubtful":
        same = same_as(one.alike[0].why) if one.alike else ""
        told = i18n.text("Cette personne est peut-être déjà ici : {why}.").format(why=same)
        if not same:
            told = i18n.text("Peut-être la même que la ligne {line}.").format(line=one.first)
        yield "", told, i18n.text("Vérifiez si c’est elle, puis ajoutez-la à la main.")
    elif one.state == "differing":
        for name, (_here, said) in one.otherwise.items():
            told = i18n.text("Le coffre dit autre chose que « {said} ».").format(said=said)
            yield head_of(name), told, i18n.text("Gardez l’un des deux.")


def of_fault(table: Table, fault: Fault) -> tuple[str, str, str]:
    """Return where something is wrong, what, and what to write."""
    where = table.head[fault.column] if fault.column >= 0 else ""
    problem = fault.problem
    todo = i18n.text("Corrigez la case, puis importez cette ligne à nouveau.")
    if problem.suggestion:
        todo = i18n.text("Est-ce : {suggestion} ?").format(suggestion=problem.suggestion)
    return where, i18n.sentence(problem.code, problem.parameters), todo


def waiting(
    table: Table, lines: Sequence[Planned]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the lines that wait as a list to send back: as they were, and what is wrong.

    What is added is left out when the list is read again.
    """
    rows = []
    for one in lines:
        told = list(why_waits(table, one))
        joined = tuple(" / ".join(filter(None, part)) for part in zip(*told, strict=True))
        rows.append((*table.rows[one.row.index], str(one.row.line), *(joined or ("", "", ""))))
    return (*table.head, *REPORTED), rows

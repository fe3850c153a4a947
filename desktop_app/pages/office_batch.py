"""Imprimer plusieurs dossiers: the papers filed and not printed, ticked, one job each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.office_finish import PRINTER, SIDES
from desktop_app.pages.page import Action, Ask, Gesture, Live, Page, Row, Text
from desktop_app.pages.printing import sheets_told
from desktop_app.sentences.person_words import discreet
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.batch import Waiting

PAPERS, SHEETS, TOLD = "papers", "sheets", "told"
"""The places of the papers to tick, of how many sheets come out, of what became of each."""
State = Literal["now", "handed", "failed"]


@record(frozen=True)
class PrintAll(Gesture):
    """Print each paper that is ticked."""


def page() -> Page:
    """Return the page, while the safe is read."""
    return Page(
        i18n.text("Imprimer plusieurs dossiers"),
        (
            Live(PAPERS, (Text(i18n.text("Les papiers se chargent…")),)),
            Live(PRINTER),
            Live(SIDES),
            Live(SHEETS),
            Row((Action(i18n.text("Imprimer"), PrintAll(), "primary", ready=False), back())),
            irreversible.before(Irreversible.PRINT),
            Live(TOLD),
        ),
        (),
    )


def papers(found: Sequence[Waiting], ticked: Iterable[str]) -> tuple[Ask | Text, ...]:
    """Return the papers to tick; what is said where there is none."""
    if not found:
        return (Text(i18n.text("Aucun papier rangé n’attend d’être imprimé.")),)
    choices = tuple(Option(id=one.id, label=paper_words(one)) for one in found)
    label = i18n.text("Papiers rangés, pas encore imprimés")
    question = Question(id=PAPERS, kind="choices", label=label, choices=choices)
    return (Ask(PAPERS, (Asked(question),), {PAPERS: tuple(ticked)}, at_once=True),)


def paper_words(one: Waiting) -> str:
    """Return whose it is, by initials, what it is, and its pages."""
    pages = i18n.plural("{n} page", "{n} pages", one.pages)
    who = f"{discreet(one.name, one.number)} · " if one.name else ""
    told = f"{who}{i18n.pack_text(one.title)} ({pages})"
    sent = i18n.text("déjà remis à l’imprimante, à vérifier")
    return f"{told} · {sent}" if one.handed else told


def sheets(count: int, papers: int, *, both: bool) -> tuple[Text, ...]:
    """Return how many sheets come out in all."""
    if not papers:
        return ()
    dossiers = i18n.plural("{n} papier", "{n} papiers", papers)
    return (Text(i18n.labelled(dossiers, sheets_told(count, both=both))),)


def go_words(sheets: int) -> str:
    """Return what the main action does."""
    return i18n.plural("Imprimer {n} feuille", "Imprimer {n} feuilles", sheets)


def told(found: Sequence[Waiting], states: Mapping[str, tuple[State, str]]) -> tuple[Text, ...]:
    """Return what became of each paper that was sent, those that failed by why."""
    roles: Mapping[State, Literal["body", "done", "error"]] = {
        "now": "body",
        "handed": "done",
        "failed": "error",
    }
    stands = {
        "now": i18n.text("en cours"),
        "handed": i18n.text("remis à l’imprimante"),
        "failed": i18n.text("pas imprimé"),
    }
    return tuple(
        Text(
            f"{i18n.labelled(paper_words(one), stands[states[one.id][0]])}. "
            f"{states[one.id][1]}".strip(),
            roles[states[one.id][0]],
        )
        for one in found
        if one.id in states
    )


def over(handed: int, failed: int) -> str:
    """Say how it ended."""
    done = i18n.plural(
        "{n} papier remis à l’imprimante.", "{n} papiers remis à l’imprimante.", handed
    )
    if not failed:
        return done
    left = i18n.plural(
        "{n} n’est pas imprimé : il reste coché.",
        "{n} ne sont pas imprimés : ils restent cochés.",
        failed,
    )
    return f"{done} {left}" if handed else left

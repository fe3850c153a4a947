"""Remplir, imprimer, ranger: the steps of one gesture, as they are done, and what it is asked."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Choice,
    Gesture,
    Live,
    Page,
    Row,
    Text,
)
from desktop_app.pages.standing import STANDING
from desktop_app.pages.wanted import blank, may_drop
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.gesture import OVER, Name, State, Way

STEPS, CAME_OUT, WAYS, PRINTER, SIDES, AFTER, SHEETS, DONE = (
    "steps", "came-out", "ways", "printer", "sides", "after", "sheets", "what-now",
)  # fmt: skip
"""Places: of the steps, of whether the paper came out, of how it may be made where it cannot be
yet, of the printer, of both sides, of what comes after, of how many sheets come out, of what one
does then."""
NEXT, DAY, WHAT, RECEIPT = "next", "day", "what", "receipt"


@record(frozen=True)
class Go(Gesture):
    """Do all that is left, from the step that failed if one did."""


@record(frozen=True)
class FileOnly(Gesture):
    """File the paper without printing it."""


@record(frozen=True)
class PrintAgain(Gesture):
    """Print once more: what was handed over did not come out, or another one is wanted."""


@record(frozen=True)
class CameOut(Gesture):
    """It did come out, that day, before the program stopped: it is not printed again."""

    day: dt.date


@record(frozen=True)
class CopySheet(Gesture):
    """Make the sheet to copy by hand, where the official PDF is not at hand."""


@record(frozen=True)
class Otherwise(Gesture):
    """Go to the page of the paper, which has every way."""


def page(way: Way) -> Page:
    """Return the page while the paper is made."""
    told = i18n.text("Rien n’est imprimé avant que vous le demandiez.")
    return Page(
        i18n.text("Remplir, imprimer, ranger"),
        (
            Live(STEPS, tuple(steps(way))),
            Live(CAME_OUT),
            Live(DONE),
            Live(WAYS),
            Live(AFTER, after()),
            Live(SHEETS),
            Row(  # under what is asked they would be screens away
                (
                    Action(i18n.text("Imprimer et ranger"), Go(), "primary", ready=False),
                    Action(i18n.text("Ranger sans imprimer"), FileOnly(), ready=False),
                    Action(i18n.text("Voir le papier"), Otherwise(), "plain"),
                    back(),
                )
            ),
            Text(told, "hint"),
            irreversible.before(Irreversible.PRINT),
            Live(PRINTER),
            Live(SIDES),
            Live(STANDING),
        ),
        (),
        (told,),
    )


def steps(way: Way) -> Iterator[Text]:
    """Yield a line a step: what it is, how it stands, what is told of it."""
    named, stands = _names(), _states()
    for number, one in enumerate(way.steps, 1):
        line = i18n.text("{number}. {step} : {state}").format(
            number=number, step=named[one.name], state=stands[one.state]
        )
        yield Text(f"{line}. {one.told}".strip(), _ROLES[one.state])


def step_words(name: Name) -> str:
    """Return what a step is called."""
    return _names()[name]


def state_words(state: State) -> str:
    """Return how a step stands."""
    return _states()[state]


def go_words(sheets: int, way: Way) -> str:
    """Return what the main action does now, with how many sheets come out of it."""
    if way.failed is not None:
        return i18n.text("Reprendre : {step}").format(step=_names()[way.failed.name])
    if way.of("print").state in OVER:
        return i18n.text("Ranger")
    return i18n.plural("Imprimer {n} feuille et ranger", "Imprimer {n} feuilles et ranger", sheets)


def without_blank(*, prepared: bool) -> tuple[Block, ...]:
    """Return how the paper may be made, its official PDF not being at hand.

    ``prepared``: nobody here has seen that paper: its boxes are confirmed on their own page.
    """
    told = i18n.text(
        "Le formulaire officiel vide n’est pas encore dans le coffre. Choisi une fois, il servira "
        "pour toutes les personnes."
    )
    chosen = Choice(i18n.text("Choisir le formulaire vide (PDF)"), blank())
    confirmed = Choice(i18n.text("Ouvrir le formulaire vide, et confirmer ses cases"), Otherwise())
    copied = Choice(i18n.text("Faire la feuille à recopier à la main"), CopySheet())
    drop = () if prepared else (may_drop(),)
    return (Text(told, "label"), confirmed if prepared else chosen, copied, *drop)


def newer_edition(held: str, known: str, successor: str) -> tuple[Text, ...]:
    """Say that the office's blank is not the newest edition; nothing where it is.

    Args:
        held, known: the edition of the blank, and the newest that the program knows.
        successor: the number of the form that replaces it; "" while it lives.
    """
    lines = []
    if held and known and held != known:
        words = i18n.text(
            "Votre formulaire vide est l’édition {held}. L’édition {known} est connue : "
            "demandez-la, et choisissez-la une fois."
        )
        lines.append(words.format(held=held, known=known))
    if successor:
        words = i18n.text("Ce formulaire est remplacé par le {successor}.")
        lines.append(words.format(successor=successor))
    return tuple(Text(one, "label") for one in lines)


def gone() -> str:
    """Say that what the paper was for is no longer in the safe."""
    return i18n.text(
        "La personne, ou son dossier, n’est plus dans le coffre : rien n’est rangé. "
        "Ce qui est imprimé reste à remettre, ou à détruire."
    )


def handed_before(day: dt.date) -> str:
    """Say that the printer took the paper before the program stopped."""
    told = i18n.text("Déjà remis à l’imprimante : {day}.")
    return told.format(day=i18n.weekday_date(day))


def perhaps_out() -> str:
    """Say that nobody knows whether the paper came out."""
    return i18n.text(
        "Le programme s’est arrêté pendant l’envoi. Regardez l’imprimante avant de recommencer."
    )


def came_out(day: dt.date) -> tuple[Action, ...]:
    """Return what files the paper that is out, without printing it again."""
    return (Action(i18n.text("Le papier est sorti : ranger"), CameOut(day)),)


def printers(names: Sequence[str], chosen: str) -> tuple[Ask, ...]:
    """Return the choice among printers; nothing where there is one."""
    if len(names) < 2:
        return ()
    choices = tuple(Option(id=one, label=one) for one in names)
    label = i18n.text("Quelle imprimante ?")
    question = Question(id=PRINTER, kind="choice", label=label, choices=choices)
    return (Ask(PRINTER, (Asked(question, closed=True),), {PRINTER: chosen}, at_once=True),)


def both_sides(*, chosen: bool) -> tuple[Ask, ...]:
    """Ask whether sheets are printed on both sides; the choice is kept for the next papers."""
    words = i18n.text("Imprimer des deux côtés de la feuille")
    return (_tick(SIDES, i18n.text("Papier"), words, chosen=chosen),)


def after() -> tuple[Block, ...]:
    """Ask what comes next in the dossier, and whether a receipt is printed."""
    asked = (
        Question(id=DAY, kind="date", label=next_day_label()),
        Question(id=WHAT, kind="text", label=i18n.text("Pour quoi faire")),
    )
    fields = (Ask(f"{NEXT} {one.id}", (Asked(one),), fit="half") for one in asked)
    words = i18n.text("Imprimer le reçu pour la personne, une feuille")
    tick = _tick(RECEIPT, i18n.text("Reçu"), words, chosen=False)
    return (Live(NEXT, tuple(Live(one.id, (one,)) for one in fields), columns=2), tick)


def next_day_label() -> str:
    """Return what asks for the next day."""
    return i18n.text("Prochain jour (vide : aucun)")


def receive_next() -> str:
    """Return what is noted for a day of which nobody said what for."""
    return i18n.text("Reprendre contact")


def what_now(dossier: str) -> tuple[Block, ...]:
    """Return where one goes, once all is done."""
    home = Choice(i18n.text("Personne suivante"), to.Home())
    opened = Choice(i18n.text("Ouvrir le dossier"), to.Dossier(dossier))
    again = Action(i18n.text("Imprimer encore une fois"), PrintAgain(), "plain")
    several = Choice(i18n.text("Imprimer plusieurs dossiers"), to.OfficeBatch())
    return (home, several, *((opened,) if dossier else ()), again)


def all_done() -> str:
    """Say that the gesture is over."""
    return i18n.text("C’est fait : le papier est rangé.")


def next_put(day: dt.date, what: str) -> str:
    """Say which day was put in the dossier."""
    return i18n.labelled(i18n.weekday_date(day), what)


def _tick(name: str, label: str, words: str, *, chosen: bool) -> Ask:
    question = Question(
        id=name, kind="choices", label=label, choices=(Option(id=name, label=words),)
    )
    typed = {name: (name,) if chosen else ()}
    return Ask(name, (Asked(question),), typed, at_once=True)


_ROLES: dict[State, Literal["body", "hint", "done", "error"]] = {
    "waits": "hint",
    "now": "body",
    "done": "done",
    "failed": "error",
    "skipped": "hint",
}


def _names() -> dict[Name, str]:
    return {
        "fill": i18n.text("Remplir et relire"),
        "print": i18n.text("Imprimer"),
        "file": i18n.text("Ranger dans le dossier"),
        "next": i18n.text("Noter le prochain jour"),
        "receipt": i18n.text("Imprimer le reçu"),
    }


def _states() -> dict[State, str]:
    return {
        "waits": i18n.text("à faire"),
        "now": i18n.text("en cours"),
        "done": i18n.text("fait"),
        "failed": i18n.text("pas fait"),
        "skipped": i18n.text("pas demandé"),
    }

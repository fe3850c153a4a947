"""Noting one thing that happened, or correcting it: its day, its number, its proof."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.moment import day_of
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Event
from desktop_app.pages import acts
from desktop_app.pages.acts import Act
from desktop_app.pages.destinations import OpenFile, RecordEvent, StoredDocument
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Gesture,
    Keep,
    Live,
    Loss,
    Page,
    Problem,
    Row,
    Take,
    Text,
)
from desktop_app.pages.wanted import may_drop
from desktop_app.sentences import timeline_words
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.happened import Happened, Slip, of_kind
from desktop_app.workflow.matter.noting import Correction
from desktop_app.workflow.matter.offers import OUTSIDE

ACT, PROOF = "act", "proof"
"""The questions of the page; the place where the photo of a receipt is named."""
WHICH, WHAT, DAY, UNTIL, ANSWER, NUMBER = "which", "what", "day", "until", "answer", "number"


@dataclass(frozen=True, slots=True)
class ItWasToday(Gesture):
    """Write today's date where the day is asked."""


@dataclass(frozen=True, slots=True)
class AskToRemove(Loss):
    """Ask whether the step is to be taken off the timeline."""


@dataclass(frozen=True, slots=True)
class RemoveStep(Loss):
    """Take it off."""


def act_of(asked: RecordEvent) -> Act:
    """Return the act that a page notes, or by which was noted what it corrects."""
    if asked.event is not None:
        return acts.act_of(asked.event, form=asked.form)
    return acts.act(asked.kind, form=asked.form)


def page(asked: RecordEvent) -> Page:
    """Return the questions of an act, with what was noted where it is corrected."""
    act, event = act_of(asked), asked.event
    questions = Ask(ACT, tuple(_asked(act, asked)), _noted(act, event) if event else {})
    blocks: tuple[Block, ...] = (
        *(() if act.reminder or event else (_today(),)),
        questions,
        *(_photo(event.document_id if event else "") if act.posting else ()),
        *((_paper_stays(),) if event and event.document_id and not act.posting else ()),
    )
    save = i18n.text("Enregistrer la correction") if event else i18n.text("Noter dans le dossier")
    remove = Action(i18n.text("Retirer cette étape"), AskToRemove())
    actions = (Action(save, Take(ACT), "primary"), *((remove,) if event else ()), back())
    return Page(act.button, blocks, actions)


def as_typed(day: dt.date) -> Typed:
    """Return a day as it is typed."""
    return KINDS["date"].show(day)


def happened(act: Act, values: Mapping[str, Any], proof: bytes) -> Happened:
    """Return what was noted on the page of an act; ``proof``: the photo that was chosen."""
    return of_kind(
        act.kind,
        values[DAY],
        slip=slip(values.get(NUMBER, ""), proof),
        answer=timeline.answer(values.get(ANSWER, "")),
        until=values.get(UNTIL),
        what=values.get(WHAT, ""),
    )


def about(values: Mapping[str, Any]) -> str | None:
    """Return the procedure of the letter that was named; None when none was asked."""
    procedure = values.get(WHICH, "")
    return "" if procedure == OUTSIDE else procedure or None


def correction(act: Act, event: Event, values: Mapping[str, Any], proof: bytes) -> Correction:
    """Return what is written in place of what was noted; a number that is not asked stays."""
    paper = slip(values.get(NUMBER, "") if act.posting else event.number, proof)
    said = timeline.answer(values.get(ANSWER, ""))
    return Correction(values[DAY], paper, said, values.get(UNTIL))


def slip(number: str, proof: bytes) -> Slip:
    """Return what the post office gave: the number, and the proof with its title."""
    return Slip(number, proof, i18n.text("Preuve de dépôt"))


def chosen(name: str) -> Text:
    """Return which file is the photo of the receipt."""
    return Text(i18n.text("Preuve : {name}").format(name=name), "hint")


def to_remove(event: Event) -> Problem:
    """Ask once, naming what goes."""
    told = timeline_words.what_happened(event)
    words = i18n.text(
        "« {step} » sera retiré du dossier, et ses dates avec. "
        "Vous pourrez le remettre pendant trente jours."
    )
    yes = Action(i18n.text("Retirer"), RemoveStep())
    no = Action(i18n.text("Garder"), Keep())
    return Problem(words.format(step=told.rstrip(".")), (yes, no), asks=True)


def _today() -> Action:
    return Action(i18n.text("C’est aujourd’hui"), ItWasToday())


def _asked(act: Act, asked: RecordEvent) -> Iterator[Asked]:
    if asked.which:
        yield Asked(_choice(WHICH, i18n.text("De quelle lettre s’agit-il ?"), tuple(asked.which)))
    if act.reminder and asked.event is None:
        hint = i18n.text("Par exemple : appeler la Caf, apporter un papier.")
        what = i18n.text("Que faudra-t-il faire ?")
        yield Asked(Question(id=WHAT, kind="text", label=what, hint=hint))
    yield Asked(Question(id=DAY, kind="date", label=act.question, required=True))
    if act.until:
        hint = i18n.text("Laissez vide si rien n’est écrit.")
        yield Asked(Question(id=UNTIL, kind="date", label=act.until, hint=hint))
    if act.answer:
        told = tuple((one, timeline_words.answer_words(one)) for one in timeline_words.ANSWERS)
        yield Asked(_choice(ANSWER, i18n.text("Que dit la réponse ?"), told))
    if act.posting:
        hint = i18n.text("Laissez vide si vous n’avez pas de reçu.")
        number = i18n.text("Quel numéro est sur le reçu du recommandé ?")
        yield Asked(Question(id=NUMBER, kind="text", label=number, hint=hint), characters=24)


def _choice(name: str, words: str, options: tuple[tuple[str, str], ...]) -> Question:
    choices = tuple(Option(id=one, label=told) for one, told in options)
    return Question(id=name, kind="choice", label=words, choices=choices, required=True)


def _noted(act: Act, event: Event) -> Mapping[str, Typed]:
    """Return what was noted, ready to be corrected."""
    return {
        DAY: as_typed(day_of(event.day)),
        UNTIL: as_typed(day_of(event.last_day)) if event.last_day else "",
        ANSWER: event.kind.removeprefix(act.kind),
        NUMBER: event.number,
    }


def _photo(kept: str) -> tuple[Block, ...]:
    """Offer to keep the photo of a receipt; ``kept``: the one that is, "" for none."""
    words = (
        i18n.text("Une photo du reçu est gardée. Vous pouvez en choisir une autre.")
        if kept
        else i18n.text("Vous pouvez garder ici une photo du reçu (JPEG, PNG, PDF ; 50 Mo au plus).")
    )
    see = Action(i18n.text("Voir la photo gardée"), StoredDocument(kept))
    photo = OpenFile(PROOF, i18n.text("Quelle photo ?"), "paper")
    choose = i18n.text("Changer la photo") if kept else i18n.text("Choisir la photo")
    row = Row((*((see,) if kept else ()), Action(choose, photo)))
    return (Live(PROOF, (Text(words, "hint"),)), row, may_drop())


def _paper_stays() -> Text:
    words = i18n.text("Le papier rangé ne change pas. Si ce jour y est écrit, refaites le papier.")
    return Text(words, "hint")

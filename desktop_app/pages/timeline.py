"""The timeline of a dossier: what happened, what is to come, and what can be said of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.moment import Today, day_of
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.records import Event
from desktop_app.pages import destinations as to
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Choice,
    Does,
    Gesture,
    Loss,
    Moment,
    Row,
    Text,
    Timeline,
)
from desktop_app.sentences import author_words, case_words, timeline_words
from desktop_app.workflow.matter import corrections, offers, proposals, timeline
from desktop_app.workflow.matter.dossiers import OpenDossier


@dataclass(frozen=True, slots=True)
class Remove(Loss):
    """Take a step off the timeline; it can be put back."""

    event: Event


@dataclass(frozen=True, slots=True)
class Done(Gesture):
    """Await the day of an event no more."""

    event: str


@dataclass(frozen=True, slots=True)
class AwaitAgain(Gesture):
    """Await it again."""

    event: str


@dataclass(frozen=True, slots=True)
class Follow(Gesture):
    """Begin a letter that follows, with what is known."""

    pack: str


def timeline_of(found: OpenDossier, today: Today) -> Block:
    """Return the timeline, what is to come after what happened."""
    events = sorted(told(found), key=lambda event: _to_come(event, today))
    if not events:
        return Text(i18n.text("Rien n’est encore noté dans ce dossier."), "hint")
    return Timeline(tuple(_moment(one, found, today) for one in events))


def told(found: OpenDossier) -> tuple[Event, ...]:
    """Return what the timeline tells: a date that was computed, only while it is awaited."""
    return tuple(e for e in found.events if e.kind not in timeline.COMPUTED or e.awaited)


def no_letter() -> Text:
    """Say that a step has no letter here: what comes next and to whom is said beside it."""
    return Text(i18n.text("Cette lettre n’est pas encore dans le programme."), "hint")


def letter(item: CatalogueItem) -> Choice:
    """Offer a letter whose time has come, begun with what is known."""
    words = i18n.labelled(i18n.text("La lettre suivante"), i18n.pack_text(item.plain_title))
    return Choice(words, Follow(item.id), "lettre")


def _to_come(event: Event, today: Today) -> bool:
    may = event.awaited and event.kind in (timeline.SILENCE_EXPECTED, timeline.TO_DO)
    return event.kind == timeline.NEXT or (may and event.day > day_of(today))


def _moment(event: Event, found: OpenDossier, today: Today) -> Moment:
    to_come = _to_come(event, today)
    happened = timeline_words.what_happened(event, form=offers.is_form(found))
    sentence = i18n.labelled(i18n.text("À venir"), happened) if to_come else happened
    first, legal = timeline_words.dates(event, today, offers.counts_of(event, found))
    actions = tuple(
        Action(words, does, name=i18n.labelled(words, happened.rstrip(".")))
        for words, does in _gestures(event, found, again=bool(first) and not to_come)
    )
    blocks: tuple[Block, ...] = (
        *((Text(first, "label"),) if first else ()),
        *((Text(legal),) if legal else ()),
        *(_about_step(event, found) if event.kind == timeline.NEXT else ()),
        *_reply(event, found),
        *author(found, event.id),
        *((Row(actions),) if actions else ()),
    )
    return Moment(sentence, to_come, blocks)


def author(found: OpenDossier, what: str) -> tuple[Text, ...]:
    """Return who noted a step or a paper, and when; nothing where no office is."""
    words = author_words.noted(found.acts.get(what))
    return (Text(words[:1].upper() + words[1:] + ".", "hint"),) if words else ()


def _about_step(event: Event, found: OpenDossier) -> Iterator[Block]:
    """Say to whom a step goes and in which case; offer its letter when it is at hand."""
    step = offers.step_of(event, found)
    if step is not None:
        yield Text(i18n.pack_text(step.told))
    letters = offers.letters_of(event, found)
    yield from map(letter, letters)
    if not letters:
        yield no_letter()


def _reply(event: Event, found: OpenDossier) -> Iterator[Block]:
    if (reply := found.replies.get(event.id)) is not None:
        yield Text(case_words.reply(reply), "hint")
    if timeline.reply_of(event) == "wrong-body":
        yield from map(letter, proposals.right_office(found))


def _gestures(event: Event, found: OpenDossier, *, again: bool) -> Iterator[tuple[str, Does]]:
    """Yield what may be done with a step; ``again``: its day is past, and may be awaited again."""
    if event.kind == timeline.POSTED and event.document_id:
        yield i18n.text("Voir la preuve"), to.StoredDocument(document=event.document_id)
    if timeline.reply_of(event) == "late-appeal":
        late = to.TooLate(procedure=event.procedure)
        yield i18n.text("Trop tard ? Ce qui reste possible"), late
    if corrections.may_correct(event):
        form = offers.is_form(found)
        correct = to.RecordEvent(dossier=found.dossier.id, event=event, form=form)
        yield i18n.text("Corriger"), correct
    elif event.kind not in timeline.COMPUTED:
        yield i18n.text("Retirer"), Remove(event)
    if event.awaited:
        done = event.kind in (timeline.TO_DO, timeline.PAPERS_ASKED)
        words = i18n.text("C’est fait") if done else i18n.text("Ne plus l’attendre")
        yield words, Done(event.id)
    elif event.kind == timeline.TO_DO or (timeline.is_asked(event) and event.last_day):
        yield i18n.text("Ce n’est pas fait"), AwaitAgain(event.id)
    elif again and found.sent is None:
        yield i18n.text("L’attendre à nouveau"), AwaitAgain(event.id)

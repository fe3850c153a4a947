"""One dossier: its next date, its timeline, what may follow, what may be noted, its documents."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.moment import Today
from desktop_app.core.records import Ending, Event, StoredDocument
from desktop_app.pages import acts, closing, law_moved
from desktop_app.pages import destinations as to
from desktop_app.pages.acts import Act
from desktop_app.pages.documents import document_line, to_change
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Gesture,
    Keep,
    Loss,
    Page,
    Problem,
    Row,
    Status,
    Text,
    Weight,
)
from desktop_app.pages.timeline import AwaitAgain, author, letter, no_letter, timeline_of, told
from desktop_app.pages.too_late import late_action, late_of, urgent_choice
from desktop_app.pages.wanted import may_drop
from desktop_app.pages.way import ladder
from desktop_app.sentences import ladder_words, law_words, timeline_words
from desktop_app.sentences.ladder_words import Told
from desktop_app.workflow.matter import offers, proposals, timeline
from desktop_app.workflow.matter.dossiers import NextDate, OpenDossier


@dataclass(frozen=True, slots=True)
class PutBack(Gesture):
    """Put a step back on the timeline."""

    event: Event


@dataclass(frozen=True, slots=True)
class NoteSilence(Gesture):
    """Note that nobody answered in time."""


@dataclass(frozen=True, slots=True)
class AskToThrow(Loss):
    """Ask before the dossier goes to the bin."""


@dataclass(frozen=True, slots=True)
class Throw(Loss):
    """Put the dossier in the bin, with all that is in it."""


def not_there() -> Page:
    """Return the page of a dossier that cannot be read."""
    return Page(i18n.text("Dossier"), (), (back(),))


def dossier(
    found: OpenDossier, today: Today, doubt: str = "", ending: Ending | None = None
) -> Page:
    """Return the page; ``doubt``: why nothing is said to be near or past.

    ``ending``: how it ended, in an office, which counts that; None at home.
    """
    dates = offers.awaited(found, today)
    person = found.dossier.person
    whose = i18n.text("Pour {person}").format(person=person) if person else ""
    blocks: tuple[Block, ...] = (
        *((Text(whose, "hint"),) if whose else ()),
        *((Text(doubt),) if doubt else ()),
        *((urgent_choice(found.emergency),) if found.emergency else ()),
        *law_moved.on_dossier(found.moved),
        *((_nearest(dates[0], found, today),) if dates else ()),
        _title(i18n.text("Ce qui s’est passé, et ce qui vient")),
        timeline_of(found, today),
        *_next(found, today),
        Status(lasting=True),
        *_notes(found),
        *_documents(found),
        *_removed(found),
        *(closing.card(ending) if ending is not None else ()),
    )
    throw = Action(i18n.text("Mettre ce dossier à la corbeille"), AskToThrow())
    lead = _said(dates[0], today) if dates else ()
    lead = (*map(law_words.moved, found.moved), *lead)
    words = i18n.text("Réserver ou déplacer ce dossier")
    move = (Action(words, to.MoveDossier(found.dossier.id)),) if ending is not None else ()
    return Page(found.dossier.title, blocks, (*move, throw, back()), lead)


def asked_to_throw(found: OpenDossier) -> Problem:
    """Say what goes to the bin with a dossier, and until when it can be taken back."""
    papers = i18n.plural("{n} document", "{n} documents", len(found.documents))
    count = sum(event.kind not in timeline.COMPUTED for event in found.events)
    noted = i18n.plural("{n} étape notée", "{n} étapes notées", count)
    words = i18n.text(
        "« {title} » ira à la corbeille, avec {papers}, {steps} et ses dates. "
        "Vous pourrez le reprendre pendant trente jours. Ensuite, il est effacé."
    ).format(title=found.dossier.title, papers=papers, steps=noted)
    yes = Action(i18n.text("Mettre à la corbeille"), Throw())
    return Problem(words, (yes, Action(i18n.text("Garder"), Keep())), asks=True)


def document_words(document: StoredDocument, found: OpenDossier) -> str:
    """Return a document as one line, which says when the person rewrote its text."""
    words = document_line(document)
    rewritten = (timeline.REWRITTEN, document.id)
    if any((event.kind, event.document_id) == rewritten for event in found.events):
        return i18n.text("{document} (texte modifié par vous)").format(document=words)
    return words


def _title(words: str) -> Text:
    return Text(words, "subheading")


# ---------------------------------------------------------------- the next date


def _said(date: NextDate, today: Today) -> tuple[str, str]:
    awaited = timeline_words.what_is_awaited(date.event, past=date.past)
    return timeline_words.when(date, today), awaited


def _nearest(date: NextDate, found: OpenDossier, today: Today) -> Card:
    """Show what presses most, large, with what to do about it."""
    when, awaited = _said(date, today)
    hints = (timeline_words.besides(date), timeline_words.note(date.event))
    late = late_of(date)
    actions = (*_answers_to(date, found), *((late_action(late),) if late else ()))
    blocks: tuple[Block, ...] = (
        Text(when, "date"),
        Text(awaited),
        *(Text(words, "hint") for words in hints if words),
        *((Row(actions),) if actions else ()),
        *map(letter, offers.letters_for(date.event, found)),
    )
    return Card("", blocks, timeline_words.leaf(date, today))


def _answers_to(date: NextDate, found: OpenDossier) -> Iterator[Action]:
    """Yield what may be said of a date, the likeliest first."""
    form = offers.is_form(found)
    if timeline.is_decision(date.event):
        yield _act(acts.act(timeline.POSTED, form=form), found, "primary")
        return
    if date.event.kind != timeline.SILENCE_EXPECTED or not date.past:
        return
    yield _act(acts.act(timeline.ANSWER, form=form), found)
    if offers.asks_receipt(found):
        yield _act(acts.act(timeline.RECEIPT, form=form), found)
    elif offers.may_note_silence(found):
        yield _silence()


def _act(act: Act, found: OpenDossier, weight: Weight = "secondary") -> Action:
    which = offers.letters_to_name(found) if act.posting else ()
    form = offers.is_form(found)
    does = to.RecordEvent(dossier=found.dossier.id, kind=act.kind, form=form, which=which)
    return Action(act.button, does, weight)


def _silence() -> Action:
    return Action(i18n.text("Personne n’a répondu"), NoteSilence())


# ---------------------------------------------------------------- what may follow


def _next(found: OpenDossier, today: Today) -> Iterator[Block]:
    if found.next is None:
        words = i18n.text("Aucune date n’est calculée pour ce dossier : notez les vôtres.")
        yield Text(words, "hint")
        yield from _remind(found)
        return
    yield _title(i18n.text("Où vous en êtes, et la suite"))
    if not offers.silence_is_noted(found):
        yield from (Text(timeline_words.silence_to_come(one)) for one in found.next.silences)
    if offers.asks_receipt(found):
        words = i18n.text(
            "Notez le jour où la lettre a été reçue : il est sur l’avis de réception, ou dans "
            "le suivi de La Poste avec votre numéro. Le silence se compte à partir de là."
        )
        yield Text(words)
    yield from _remind(found)
    steps = ladder_words.told(found.ladder, today, dated_above=_is_dated_above(found))
    yield ladder(steps, lambda step: _on_rung(step, found))


def _is_dated_above(found: OpenDossier) -> bool:
    """Tell whether the timeline says until when one may act, where one stands."""
    here = next((one for one in found.ladder if one.state == "ici"), None)
    return here is not None and here.until in told(found)


def _remind(found: OpenDossier) -> Iterator[Card]:
    """Offer what may be written when nobody answers; beside the date, when there is one."""
    beside = any(e.awaited and e.kind == timeline.SILENCE_EXPECTED for e in found.events)
    if not beside and found.reminders:
        words = i18n.text("Toujours pas de réponse ? Vous pouvez écrire de nouveau.")
        yield Card("", (Text(words), *map(letter, found.reminders)))


def _on_rung(step: Told, found: OpenDossier) -> Iterator[Block]:
    """Say of a step that may follow whether its letter is in the program."""
    procedure = step.rung.procedure
    if step.rung.state != "ensuite" or not procedure:
        return
    if procedure not in found.letters:
        yield no_letter()
    elif letters := proposals.any_day(found, procedure):
        yield from map(letter, letters)
    elif not proposals.is_time(found):
        yield Text(i18n.text("La lettre sera proposée ici ce jour-là."), "hint")


# ---------------------------------------------------------------- what may be noted, and is kept


def _notes(found: OpenDossier) -> Iterator[Block]:
    form = offers.is_form(found)
    noted = (acts.printing(form=form), *acts.acts(form=form))
    may = (_act(act, found) for act in noted if offers.may_note(act.kind, found))
    silence = (_silence(),) if offers.may_note_silence(found) else ()
    yield _title(i18n.text("Noter ce qui arrive"))
    yield Row((*may, *silence))


def _documents(found: OpenDossier) -> Iterator[Block]:
    yield _title(i18n.text("Les documents"))
    if not found.documents:
        yield Text(i18n.text("Aucun document dans ce dossier."), "hint")
    for document in found.documents:
        place = to.StoredDocument(document=document.id)
        yield Choice(document_words(document, found), place)
        yield from author(found, document.id)
        yield from to_change(document, "plain")
    paper = to.OpenFile("paper", i18n.text("Quel papier ?"), "paper")
    several = to.AddPapers(dossier=found.dossier.id)
    yield Row(
        (
            Action(i18n.text("Ajouter un papier reçu"), paper),
            Action(i18n.text("Ajouter plusieurs papiers"), several),
        )
    )
    yield may_drop()


def _removed(found: OpenDossier) -> Iterator[Block]:
    """Yield what was taken off the timeline, or is awaited no more, to be put back."""
    dropped = offers.no_longer_awaited(found)
    if not found.removed and not dropped:
        return
    yield _title(i18n.text("Retiré de ce dossier"))
    for event in dropped:
        yield _back(i18n.text("Attendre à nouveau"), event, found, AwaitAgain(event.id))
    for event in found.removed:
        yield _back(i18n.text("Remettre"), event, found, PutBack(event))


def _back(words: str, event: Event, found: OpenDossier, does: Gesture) -> Choice:
    happened = timeline_words.what_happened(event, form=offers.is_form(found))
    return Choice(i18n.labelled(words, happened), does)

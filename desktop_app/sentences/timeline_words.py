"""The events of a dossier as sentences: on its timeline, and in the week. No Qt here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.deadlines.legal_time import has_passed
from desktop_app.core.moment import day_of
from desktop_app.core.spaces import NBSP
from desktop_app.sentences.verdict_words import beside, headline, limits, say
from desktop_app.workflow.matter import timeline

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Silence
    from desktop_app.core.moment import Moment, Today
    from desktop_app.core.records import Event
    from desktop_app.workflow.matter.dossiers import NextDate
    from desktop_app.workflow.matter.next_steps import SilenceDay

ANSWERS: tuple[str, ...] = timeline.KNOWN_ANSWERS
SILENT_STARTS = frozenset({"rejet-implicite", "motifs-non-communiques"})


def answer_words(answer: str) -> str:
    """Return an answer of the body, in words."""
    return {
        "refus": i18n.text("Non : la demande est refusée"),
        "partielle": i18n.text("Oui en partie"),
        "tardive": i18n.text("Non : on me dit que c’est trop tard"),
        "favorable": i18n.text("Oui : la demande est acceptée"),
        "fin-mediation": i18n.text("La médiation est finie"),
    }[answer]


def what_happened(event: Event, *, form: bool = False) -> str:
    """Return a line of a timeline: what happened, and when. ``form``: it is about a form."""
    day = i18n.long_date(event.day)
    if timeline.is_answer(event):
        answer = event.kind.removeprefix(timeline.ANSWER)
        told = answer_words(answer) if answer in ANSWERS else answer
        return i18n.text("Réponse reçue le {day} : {told}.").format(day=day, told=_small(told))
    if event.kind == timeline.LAW_MOVED:
        return _law_moved(event)
    if event.kind == timeline.TO_DO:
        words = i18n.text("{title}, le {day}.") if event.awaited else i18n.text("Fait : {title}.")
        return words.format(day=day, title=event.title)
    if event.kind == timeline.SILENCE_REACHED and event.note:
        words = i18n.text("Pas de réponse au {day} : c’est {meaning}.")
        return words.format(day=day, meaning=silence_meaning(event.note))
    number = event.number.replace(" ", NBSP)
    if event.kind == timeline.POSTED and number:
        words = (
            i18n.text("Formulaire envoyé le {day}, recommandé numéro {number}.")
            if form
            else i18n.text("Lettre postée le {day}, recommandé numéro {number}.")
        )
        return words.format(day=day, number=number)
    sentence = (_form_sentence(event) if form else "") or _sentence(event)
    return sentence.format(day=day, title=i18n.pack_text(event.title) or event.kind)


def dates(event: Event, today: Today, counts: str = "sans_objet") -> tuple[str, str]:
    """Return the prudent day and the legal one of an event, in words; "" for what it has not.

    ``counts``: the date that must be inside, as its procedure's ``date_type``.

    While it is awaited: what is said of them today. Afterwards, the days as they are.
    """
    prudent, legal = event.prudent_day, event.last_day
    first_day = prudent or legal
    if first_day is None:
        return "", ""
    if event.awaited:
        said = timeline.said_of(event, today, counts)
        return headline(said), beside(said)
    over = has_passed(day_of(first_day), today)
    words = (
        i18n.text("C’était à faire au plus tard le {day}")
        if over
        else i18n.text("Le délai court jusqu’au {day}")
    )
    first = words.format(day=i18n.weekday_date(day_of(first_day)))
    if legal is None or timeline.is_asked(event):  # a day that an office chose is no legal one
        return first, ""
    if day_of(legal) == day_of(first_day):
        return first, i18n.text("C’est aussi le dernier jour légal.")
    last = i18n.weekday_date(day_of(legal))
    return first, i18n.text("Dernier jour légal : {day}.").format(day=last)


def what_is_awaited(event: Event, *, past: bool = False) -> str:
    """Return what a line of the agenda asks, without its date."""
    if timeline.is_decision(event):
        return i18n.text("Poster votre lettre")
    if event.kind == timeline.SILENCE_EXPECTED:
        if past:
            return i18n.text("Une réponse est-elle arrivée ?")
        return i18n.text("Une réponse est attendue avant ce jour")
    if event.kind == timeline.PAPERS_ASKED:
        return i18n.text("Donner le papier demandé")
    if event.kind == timeline.TO_DO:
        return event.title
    return i18n.pack_text(event.title) or i18n.text("Faire l’étape suivante")


def is_answer_awaited(event: Event) -> bool:
    """Tell whether the body is awaited, not the person."""
    return event.kind == timeline.SILENCE_EXPECTED


def silence_meaning(told: str) -> str:
    """Return what silence will mean, in plain words: "rejet" alone is a word of lawyers."""
    return i18n.text("un refus") if told == "rejet" else i18n.pack_text(told)


def what_silence_is(silence: Silence) -> str:
    """Return what no answer to a letter is: a refusal, an agreement, or what its file says."""
    meaning = {"rejet": i18n.text("un refus"), "acceptation": i18n.text("un accord")}.get(
        silence.effect, i18n.pack_text(silence.meaning)
    )
    return i18n.text("c’est {meaning}").format(meaning=meaning)


def silence_to_come(told: SilenceDay) -> str:
    """Return from when the silence on a letter means something; in which case, when it is one."""
    words = _silence_on(told).format(
        day=i18n.long_date(told.day) if told.day else "", meaning=silence_meaning(told.meaning)
    )
    case = sentence(i18n.pack_text(told.when))
    return i18n.labelled(case, _small(words)) if case else words


def _silence_on(told: SilenceDay) -> str:
    if told.day is None:
        return i18n.text("Sans réponse, ce sera {meaning}.")
    if told.reached:
        return (
            i18n.text("Depuis le {day} au plus tôt, sans réponse, c’est {meaning}.")
            if told.estimated
            else i18n.text("Depuis le {day}, sans réponse, c’est {meaning}.")
        )
    if told.estimated:
        return i18n.text("Au plus tôt le {day}, sans réponse, ce sera {meaning}.")
    return i18n.text("Le {day}, sans réponse, ce sera {meaning}.")


def after_silence(silence: Silence) -> str:
    """Return what no answer to a letter means, before any day is known."""
    length = say(f"unit-{silence.unit}", n=silence.value)
    meaning = what_silence_is(silence)
    words = (
        i18n.text("{length} sans réponse : {meaning}. Ce délai commence par ceci : {since}.")
        if silence.since
        else i18n.text("Si personne ne répond en {length}, une fois votre lettre reçue, {meaning}.")
    )
    return words.format(length=length, meaning=meaning, since=i18n.pack_text(silence.since))


def note(event: Event) -> str:
    """Return what goes with an awaited event: what silence will mean, or what was noted."""
    if event.kind == timeline.SILENCE_EXPECTED and event.note:
        meaning = silence_meaning(event.note)
        return i18n.text("Sans réponse ce jour-là, ce sera {meaning}.").format(meaning=meaning)
    # What a decision's letter says itself stands beside its day; a step is told by its procedure.
    if timeline.is_decision(event) or event.kind == timeline.NEXT:
        return ""
    return sentence(i18n.pack_text(event.note))


def for_whom(event: Event) -> str:
    """Return whose dossier it is, in one line."""
    if event.person:
        return i18n.text("{person} — {dossier}").format(person=event.person, dossier=event.dossier)
    return event.dossier


def when(found: NextDate, today: Today) -> str:
    """Return the day to act, the prudent one first and large."""
    said = found.said
    if said.state == "none":
        return headline(said)
    if found.past:
        was = said.day or found.act_on
        return i18n.text("La date du {day} est passée").format(day=i18n.long_date(was))
    day = day_to_come(found, today)
    if day is None:
        return i18n.text("Aujourd’hui, dès que possible")
    return sentence(i18n.weekday_date(day))


def day_to_come(found: NextDate, today: Today) -> Moment | None:
    """Return the day to act, still to come; None where there is none, or where it is now."""
    said = found.said
    over = said.state == "none" or found.past or said.is_for_today
    return None if over or found.act_on <= day_of(today) else said.day or found.act_on


def leaf(found: NextDate, today: Today) -> dt.date | None:
    """Return the same day, to be drawn."""
    day = day_to_come(found, today)
    return None if day is None else day_of(day)


def besides(found: NextDate) -> str:
    """Return the legal day beside the prudent one, or what remains possible when it is past."""
    if found.past:
        if found.event.kind == timeline.SILENCE_EXPECTED:
            return i18n.text("Notez si une réponse est arrivée, ou le silence.")
        if found.event.kind in (timeline.TO_DO, timeline.PAPERS_ASKED):
            return i18n.text("Si c’est fait, dites-le dans le dossier.")
        return i18n.text("Si la lettre est partie, notez-le. Sinon, voyez ce qui reste possible.")
    said = found.said
    if said.is_for_today and said.last_day is not None:
        return limits(said)  # the day itself is not on this page
    return beside(said) if said.state in ("to-come", "now") else ""


def _law_moved(event: Event) -> str:
    """Return what a rule that changed did to a day."""
    before, now, changed_on = timeline.moved_days(event.note) or (None, None, None)
    rule = i18n.pack_text(event.title)
    since = i18n.long_date(changed_on) if changed_on else ""
    if before is None or now is None:
        return i18n.text("La règle a changé ({rule}) : elle ne donne plus de date.").format(
            rule=rule
        )
    words = (
        i18n.text("La règle a changé le {since} ({rule}) : le {before} est devenu le {now}.")
        if since
        else i18n.text("La règle a changé ({rule}) : le {before} est devenu le {now}.")
    )
    days = {"before": i18n.long_date(before), "now": i18n.long_date(now)}
    return words.format(since=since, rule=rule, **days)


def _sentence(event: Event) -> str:
    if timeline.is_decision(event):
        if timeline.start_of(event) in SILENT_STARTS:
            return i18n.text("Pas de réponse au {day} : le délai pour agir part de là.")
        return i18n.text("Décision reçue le {day}.")
    return {
        timeline.PRINTED: i18n.text("Lettre imprimée le {day}."),
        timeline.REWRITTEN: i18n.text("Vous avez modifié le texte proposé, le {day}."),
        timeline.POSTED: i18n.text("Lettre postée le {day}."),
        timeline.RECEIPT: i18n.text("Lettre reçue par l’organisme le {day}."),
        timeline.PAPERS_ASKED: i18n.text("Un papier vous a été demandé le {day}."),
        timeline.WRONG_BODY: i18n.text("Le {day}, on vous a dit que ce bureau n’est pas le bon."),
        timeline.SILENCE_REACHED: i18n.text("Pas de réponse au {day} : le silence a un sens."),
        timeline.SILENCE_EXPECTED: i18n.text("Réponse attendue avant le {day}."),
        timeline.NEXT: i18n.text("{title}."),
    }.get(event.kind, i18n.text("{title}, le {day}."))


def _form_sentence(event: Event) -> str:
    return {
        timeline.PRINTED: i18n.text("Formulaire imprimé le {day}."),
        timeline.POSTED: i18n.text("Formulaire envoyé ou remis le {day}."),
        timeline.RECEIPT: i18n.text("Formulaire reçu par l’organisme le {day}."),
    }.get(event.kind, "")


def sentence(words: str) -> str:
    """Return a case of the law as a sentence: its files write it within another one."""
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]

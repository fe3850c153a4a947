"""The events of a dossier as sentences: on its timeline, and in the week. No Qt here."""

import datetime as dt

from desktop_app import i18n
from desktop_app.workflow import followup
from desktop_app.workflow.dossiers import NextDate
from desktop_app.workflow.safes import Event

ANSWERS: tuple[str, ...] = ("refus", "partielle", "favorable", "fin-mediation")


def answer_words(answer: str) -> str:
    """Return an answer of the body, in words."""
    return {
        "refus": i18n.text("Non : la demande est refusée"),
        "partielle": i18n.text("Oui en partie"),
        "favorable": i18n.text("Oui : la demande est acceptée"),
        "fin-mediation": i18n.text("La médiation est finie"),
    }[answer]


def what_happened(event: Event) -> str:
    """Return a line of a timeline: what happened, and when."""
    day = i18n.long_date(followup.day_of(event))
    if event.kind.startswith(followup.ANSWER):
        answer = event.kind.removeprefix(followup.ANSWER)
        told = answer_words(answer) if answer in ANSWERS else answer
        return i18n.text("Réponse reçue le {day} : {told}.").format(day=day, told=_small(told))
    number = event.number.replace(" ", "\N{NO-BREAK SPACE}")
    if event.kind == followup.POSTED and number:
        words = i18n.text("Lettre postée le {day}, recommandé numéro {number}.")
        return words.format(day=day, number=number)
    return _sentence(event).format(day=day, title=i18n.pack_text(event.title) or event.kind)


def what_is_awaited(event: Event) -> str:
    """Return what a line of the agenda asks, without its date."""
    if event.kind == followup.DECISION:
        return i18n.text("Poster votre lettre")
    if event.kind == followup.SILENCE_EXPECTED:
        return i18n.text("Une réponse est attendue avant ce jour")
    return i18n.pack_text(event.title) or i18n.text("Faire l’étape suivante")


def silence_meaning(told: str) -> str:
    """Return what silence will mean, in plain words: "rejet" alone is a word of lawyers."""
    return i18n.text("un refus") if told == "rejet" else i18n.pack_text(told)


def note(event: Event) -> str:
    """Return what goes with an awaited event: its case, or what silence will mean."""
    if event.kind == followup.SILENCE_EXPECTED and event.note:
        meaning = silence_meaning(event.note)
        return i18n.text("Sans réponse ce jour-là, cela vaut : {meaning}.").format(meaning=meaning)
    return i18n.pack_text(event.note)


def for_whom(event: Event) -> str:
    """Return whose dossier it is, in one line."""
    if event.person:
        return i18n.text("{person} — {dossier}").format(person=event.person, dossier=event.dossier)
    return event.dossier


def when(found: NextDate, today: dt.date) -> str:
    """Return the day to act, the prudent one first and large."""
    if found.past:
        return i18n.text("La date du {day} est passée").format(day=i18n.long_date(found.act_on))
    if found.act_on <= today:
        return i18n.text("Aujourd’hui, dès que possible")
    return i18n.weekday_date(found.act_on)


def besides(found: NextDate, today: dt.date) -> str:
    """Return the legal day beside the prudent one, or what remains possible when it is past."""
    last = found.last_day
    if found.past:
        if found.event.kind == followup.SILENCE_EXPECTED:
            return i18n.text("Notez si une réponse est arrivée, ou le silence.")
        return i18n.text("Si la lettre est partie, notez-le. Sinon, voyez ce qui reste possible.")
    if last is None or (last == found.act_on and last > today):
        return ""
    return i18n.text("Dernier jour légal : {day}.").format(day=i18n.weekday_date(last))


def _sentence(event: Event) -> str:
    return {
        followup.DECISION: i18n.text("Décision reçue le {day}."),
        followup.PRINTED: i18n.text("Lettre imprimée le {day}."),
        followup.POSTED: i18n.text("Lettre postée le {day}."),
        followup.RECEIPT: i18n.text("Lettre reçue par l’organisme le {day}."),
        followup.SILENCE_REACHED: i18n.text("Pas de réponse au {day} : le silence a un sens."),
        followup.SILENCE_EXPECTED: i18n.text("Réponse attendue avant le {day}."),
        followup.NEXT: i18n.text("Étape possible depuis le {day} : {title}."),
    }.get(event.kind, i18n.text("{title}, le {day}."))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]

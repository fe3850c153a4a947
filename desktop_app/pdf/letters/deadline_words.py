"""The date limit in words for paper: the day to aim at first and large, the legal day after it.

Source of the wording: law/deadlines.md § 1, table of ``date_type``.
"""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.aim import aim, usual_days
from desktop_app.core.deadlines.model import Deadline, Moment
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.request import day_of
from desktop_app.core.documents.typography import NBSP, long_date

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
VERIFY = "À vérifier sur votre lettre : la notification reçue prime."
LEADS = {
    "envoi": "À poster au plus tard le",
    "reception": "Doit être REÇU au plus tard le",
    "enregistrement": "Doit être ENREGISTRÉ au greffe au plus tard le",
}
ADVICE = {
    "envoi": "Gardez le reçu de la poste : il prouve la date.",
    "reception": "Postez au moins 5 jours ouvrés avant, ou déposez au guichet contre un tampon.",
    "enregistrement": "Jamais par la poste seule : au greffe même, ou par Télérecours citoyens.",
}
SLIP = "Gardez l’avis de réception : la date qu’il porte sert à compter ce délai."
UNITS = {"heures": "heure", "jours": "jour", "semaines": "semaine", "mois": "mois", "annees": "an"}
BODY_LEAD = "L’organisme a pour répondre jusqu’au"
BODY_MODE = "mb"
"""The delay binds the body: acting before it has run is premature."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the date box says: a line, the day in large type (empty when there is none), details."""

    lead: str
    day: str = ""
    lines: tuple[str, ...] = ()


def moment_words(moment: Moment) -> str:
    """Write ``jeudi 31 décembre 2026``, and the hour where the delay is in hours."""
    words = f"{WEEKDAYS[moment.weekday()]}{NBSP}{long_date(day_of(moment))}"
    if isinstance(moment, dt.datetime):
        words += f" à {moment.hour}{NBSP}h{NBSP}{moment.minute:02d}"
    return words


def deadline_words(deadline: Deadline | None, today: dt.date) -> DateWords:
    """Return the words of the date box of the checklist and of the person's copy."""
    if deadline is None:
        look = "S’il y en a une, elle est écrite dans la lettre reçue, souvent à la fin ou au dos."
        return DateWords("Aucune date limite n’a été calculée.", lines=(look,))
    if deadline.date_type not in LEADS or deadline.prudent_day is None:
        look = "Regardez si la lettre reçue en donne une : elle prime."
        return DateWords("Aucune date limite n’a été trouvée pour cette démarche.", lines=(look,))
    if deadline.rule == BODY_MODE:
        early = "Avant ce jour, il est trop tôt pour l’étape suivante."
        return DateWords(BODY_LEAD, moment_words(deadline.prudent_day), (early, VERIFY))
    shown = aim(deadline, today)
    if shown is None:
        return _too_late(deadline, deadline.prudent_day)
    lines = (_legal(deadline, shown, today), ADVICE[deadline.date_type], VERIFY)
    return DateWords(LEADS[deadline.date_type], moment_words(shown), lines)


def _too_late(deadline: Deadline, prudent: Moment) -> DateWords:
    lines = (
        "Tout n’est pas toujours perdu : vérifiez la date et le délai sur la lettre reçue.",
        "N’attendez plus, et demandez conseil : point-justice, France services ou avocat.",
    )
    return DateWords(
        "Ce jour est passé. Le dernier jour était le",
        moment_words(deadline.last_day or prudent),
        lines,
    )


def _legal(deadline: Deadline, shown: Moment, today: dt.date) -> str:
    """Return the sentence of the last legal day, of the delay whose day is shown."""
    usual = usual_days(deadline)
    last = usual[-1] if usual and shown in usual else deadline.last_day
    if last is None or last == shown:
        prudent = deadline.prudent_day
        late = prudent is not None and day_of(prudent) < today
        also = "C’est le dernier jour légal : faites-le dès aujourd’hui."
        return also if late else "C’est aussi le dernier jour légal."
    return f"Dernier jour légal : {moment_words(last)}."


def silence_words(silence: Silence | None) -> tuple[str, ...]:
    """Say what no answer means, and which paper proves from when."""
    if silence is None:
        maybe = "Sans réponse, ne laissez pas passer le temps : le silence peut être un refus."
        return (maybe, SLIP)
    meanings = {"rejet": "c’est un refus", "acceptation": "c’est un accord"}
    meaning = meanings.get(silence.effect, silence.meaning)
    since = (
        f" à partir de : {silence.since}"
        if silence.since
        else " dès que l’organisme reçoit votre lettre"
    )
    told = f"{_length(silence)} sans réponse : {meaning}. Ce délai se compte{since}."
    after = "Notez cette date. L’étape suivante aura aussi un dernier jour."
    return (told, after, SLIP) if silence.effect == "rejet" else (told, SLIP)


def _length(silence: Silence) -> str:
    unit = UNITS.get(silence.unit, silence.unit)
    plural = "s" if silence.value > 1 and not unit.endswith("s") else ""
    return f"{silence.value}{NBSP}{unit}{plural}"

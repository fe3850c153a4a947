"""Hard cases in sentences, for the command line and the window: too late, and emergencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.sentences import deadline_words

if TYPE_CHECKING:
    from desktop_app.core.deadlines.cases import Contact, Reply
    from desktop_app.core.deadlines.helpers import Helper
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.moment import Today
    from desktop_app.core.sourced import Statement
    from desktop_app.workflow.guidance.too_late import Look, TooLate
    from desktop_app.workflow.guidance.urgent import LastMoment
    from desktop_app.workflow.guidance.which_delay import Candidate

TOLD_BESIDE = ("date-enregistrement", "date-reception", "confiance-basse")


def is_past(found: TooLate) -> str:
    """Return, honestly, that the day has passed; what a late appeal risks, when no day is known."""
    if found.last_day is None:
        return i18n.text(
            "Après le dernier jour, une lettre pour contester est le plus souvent refusée."
        )
    words = i18n.text(
        "Le dernier jour était le {day}. Une lettre partie après est souvent refusée."
    )
    return words.format(day=i18n.weekday_date(found.last_day))


def look_lines(look: Look) -> tuple[str, ...]:
    """Return what follows from a question to oneself, and until when it helps."""
    lines = [i18n.pack_text(look.told.help)]
    if look.until is not None:
        words = i18n.text("Donc jusqu’au {day} au plus tard.")
        lines.append(words.format(day=i18n.weekday_date(look.until)))
    return tuple(lines)


def look_source(look: Look) -> str:
    """Return on what a question to oneself rests."""
    return i18n.labelled(i18n.pack_text(look.told.label), source(look.told, look.basis))


def no_letter() -> str:
    """Return that the letter of a procedure that may follow is not here."""
    return i18n.text("Pas de lettre ici : faites-la avec la personne qui vous aide.")


def contact(told: Contact) -> str:
    """Return whom to call: a number when one was read, else where to find one."""
    return i18n.labelled(_who(told), i18n.pack_text(told.help))


def helper(told: Helper) -> str:
    """Return who helps, what is done there, and what it costs."""
    return f"{contact(told)} {i18n.pack_text(told.cost)}"


def helper_read(told: Helper, title: str) -> str:
    """Return where it was read that somebody helps, when, and how sure it is."""
    words = (
        i18n.text("{title}, lu le {day}, fiabilité {confidence}, à vérifier sur place")
        if told.to_verify
        else i18n.text("{title}, lu le {day}, fiabilité {confidence}")
    )
    day, confidence = i18n.long_date(told.seen_on), i18n.text(told.confidence)
    said = words.format(title=i18n.pack_text(title), day=day, confidence=confidence)
    return i18n.labelled(i18n.pack_text(told.label), f"{said}.")


def _who(told: Contact) -> str:
    who = i18n.pack_text(told.label)
    if told.number:
        who = i18n.text("{who} (numéro : {number})").format(who=who, number=told.number)
    return who


def contacts_seen(call: Sequence[Contact]) -> tuple[str, ...]:
    """Return when these contacts were written down, and which must be checked."""
    return tuple(dict.fromkeys(_seen(one, call) for one in call))


def _seen(told: Contact, call: Sequence[Contact]) -> str:
    day = i18n.long_date(told.seen_on)
    if len({(one.seen_on, one.to_verify) for one in call}) > 1:
        who = i18n.pack_text(told.label)
        words = (
            i18n.text("{who} : écrit le {day}, à vérifier.")
            if told.to_verify
            else i18n.text("{who} : lu le {day}.")
        )
        return words.format(who=who, day=day)
    words = (
        i18n.text("Contacts écrits le {day}, à vérifier sur place.")
        if told.to_verify
        else i18n.text("Contacts lus le {day}.")
    )
    return words.format(day=day)


def reply(told: Reply) -> str:
    """Return what the law says of a reply, with its article."""
    return f"{i18n.pack_text(told.help)} {source(told)}"


def source(told: Statement, basis: str = "") -> str:
    """Return on what a statement rests, when it was read, and that it must be checked."""
    day = i18n.long_date(told.seen_on)
    words = (
        i18n.text("Texte : {basis} (lu le {day}, un point à vérifier par un juriste).")
        if told.to_verify
        else i18n.text("Texte : {basis} (lu le {day}).")
    )
    return words.format(basis=i18n.cited(basis or told.basis), day=day)


def moment_lines(found: LastMoment, today: Today) -> tuple[str, ...]:
    """Return until when a procedure may be taken: the day to aim at, the last one, the traps."""
    told = found.deadline
    warnings = (deadline_words.warning(one) for one in told.warnings if one.code in TOLD_BESIDE)
    return (*deadline_words.until(told, today), *warnings)


def candidate_lines(found: Candidate, today: Today, *, counted: bool = True) -> tuple[str, ...]:
    """Return until when a procedure that may apply can be taken.

    Not ``counted``: no day was given yet, and nothing is said of it.
    """
    procedure = found.procedure
    if found.deadline is None:
        return (_no_day(procedure),) if counted else ()
    over = verdict(found.deadline, today).is_over
    if over and found.rescue is not None:  # the letter does not explain: all is not over
        return tuple(deadline_words.until(found.rescue, today))
    return (
        *deadline_words.until(found.deadline, today),
        *deadline_words.beside_the_law(found.deadline),
        *_rescue(found),
    )


def _rescue(found: Candidate) -> Iterator[str]:
    """Yield until when a letter that does not explain leaves time, while its delay runs."""
    if found.rescue is not None and found.rescue.last_day is not None:
        words = i18n.text("Sans explication sur la lettre, contester peut valoir jusqu’au {day}.")
        yield words.format(day=i18n.weekday_date(found.rescue.last_day))


def _no_day(procedure: Procedure) -> str:
    if procedure.elsewhere:
        return i18n.text("Le délai dépend de l’endroit : la page « Urgent » le demande d’abord.")
    return i18n.text("Pas de jour calculé avec vos réponses.")


def notice_first() -> str:
    """Return what comes before any count: the notice received, which may say another delay."""
    return i18n.text(
        "Regardez la fin et le dos de la lettre. "
        "Si elle donne un délai plus court, c’est lui qui compte."
    )


def which_one(number: int) -> str:
    """Return how many procedures may apply, and how to tell which."""
    if number == 1:
        return i18n.text("Une seule démarche correspond.")
    words = i18n.text(
        "{n} démarches peuvent correspondre. Choisissez celle qui parle de votre lettre."
    )
    return words.format(n=number)

"""Decides what is done with the sheets and what comes after; files the paper. No Qt here."""

import datetime as dt
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.moment import day_of
from desktop_app.gui.session import InHand, Session
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.sentences import deadline_words, ladder_words, paper_words, timeline_words
from desktop_app.sentences.verdict_words import headline, lines, say
from desktop_app.workflow.documents.rendering import Made, file_paper
from desktop_app.workflow.guidance.at_hand import letters_for
from desktop_app.workflow.matter.ladder import ladder
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Filing:
    """What filing needs, taken when it is asked for; ``file`` runs in the worker."""

    safe: Safe
    tools: Tools
    made: Made
    paper: InHand
    person: str
    writing: Writing | None

    def file(self) -> tuple[str, str]:
        """File the paper, the answers it was made of first; return dossier and document."""
        writing = self.writing
        if writing is not None and (save := writing.saver()):
            save()
        return file_paper(
            self.safe,
            self.tools,
            self.made,
            self.tools.clock.today(),
            person=self.person,
            dossier=writing.dossier if writing is not None else "",
            draft=writing.draft_id if writing is not None else "",
            printed_on=self.paper.printed_on,
        )


def filing(session: Session, tools: Tools, made: Made, paper: InHand) -> Filing | None:
    """Return how to file this paper, for the person it was written for; None without a safe."""
    if session.safe is None:
        return None
    writing = session.writing
    if writing is not None and writing.interview.definition.id != made.prepared.definition.id:
        writing = None
    person = writing.person if writing is not None else session.person
    return Filing(session.safe, tools, made, paper, person, writing)


def to_do(made: Made) -> tuple[str, ...]:
    """Return what to do with the sheets, in order: signing, blanks, papers to join, sending."""
    document = made.prepared.document
    steps = [
        i18n.text("Relisez la lettre et signez-la.")
        if made.is_letter
        else i18n.text("Relisez le formulaire, datez-le et signez-le.")
    ]
    if document.missing:
        blanks = [i18n.pack_text(one.label) for one in document.missing]
        steps.append(_listed(i18n.text("Complétez au stylo :"), blanks))
    now = [paper_words.enclosed(one) for one in document.enclosures if not one.later]
    if now:
        words = i18n.plural("Joignez {n} papier :", "Joignez {n} papiers :", len(now))
        steps.append(_listed(words, now))
    later = [paper_words.enclosed(one) for one in document.enclosures if one.later]
    if later:
        words = (
            i18n.text("À envoyer plus tard, la lettre le dit :")
            if made.is_letter
            else i18n.text("À envoyer plus tard :")
        )
        steps.append(_listed(words, later))
    deadline = made.prepared.deadline
    if deadline is not None and deadline.date_type == "enregistrement":
        steps += [
            i18n.text("Déposez tout au greffe du tribunal, ou par le site Télérecours citoyens."),
            i18n.text("Ne le postez pas seulement. Gardez la preuve du dépôt et votre copie."),
        ]
    elif isinstance(document, LetterDocument):
        steps += [
            i18n.text("Pliez la lettre en trois : l’adresse se voit dans la fenêtre."),
            *_posting(document),
        ]
    else:
        steps += [
            i18n.text("Gardez une photocopie de tout ce que vous remettez."),
            i18n.text("Au guichet, demandez un reçu daté. Par la poste, gardez la preuve d’envoi."),
        ]
    return tuple(steps)


def _posting(document: LetterDocument) -> tuple[str, str]:
    if document.registered:
        return (
            i18n.text("Postez-la en recommandé avec avis de réception."),
            i18n.text("Gardez le reçu de la poste et votre copie."),
        )
    if document.free_post:
        return (i18n.text("Postez-la sans timbre."), i18n.text("Gardez votre copie."))
    return (i18n.text("Postez-la."), i18n.text("Gardez votre copie."))


def afterwards(tools: Tools, made: Made) -> tuple[str, ...]:
    """Return what silence will mean, and what will be ready then. For the worker."""
    silence = getattr(made.prepared, "silence", None)
    procedure = made.prepared.procedure
    if silence is None or not procedure:
        return ()
    told = [timeline_words.after_silence(silence)]
    if silence.effect == "rejet":
        told += _then(tools, procedure)
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Dates:
    """What the card of the day says: the day large, then what goes with it, then a hint.

    ``late``: the page of what remains; None unless it is too late.
    """

    headline: str
    lines: tuple[str, ...]
    hint: str
    late: to.TooLate | None


def dates(found: Deadline, today: dt.date) -> Dates:
    """Return what is said of a deadline today."""
    said = verdict(found, today)
    late: to.TooLate | None = None
    if said.is_over:
        received = day_of(found.count_from) if found.event in NOTIFIED else None
        late = to.TooLate(found.procedure, last_day=said.last_day, received=received)
    hint = "" if said.state in ("body", "body-over") else say("label-letter-first")
    notice = deadline_words.notice(found) if not said.is_over else ""
    told = tuple(line for line in (notice, *lines(said)) if line)
    return Dates(headline(said), told, hint, late)


def ladder_of(tools: Tools, made: Made) -> tuple[ladder_words.Told, ...]:
    """Return what comes after this paper, step by step; nothing without a procedure."""
    procedure, today = made.prepared.procedure, tools.clock.today()
    if not procedure:
        return ()
    rungs = ladder(tools.law, (), procedure, today, made.prepared.deadline)
    return ladder_words.told(rungs, today)


def _then(tools: Tools, procedure: str) -> list[str]:
    steps = [one.procedure for one in tools.law.procedure(procedure).next if one.procedure]
    letters = tools.catalogue.search(kind="letter")
    if any(letters_for(letters, step, (procedure,)) for step in steps):
        return [i18n.text("La lettre suivante sera prête ce jour-là.")]
    if not steps:
        return []
    title = i18n.pack_text(tools.law.procedure(steps[0]).plain_title)
    return [i18n.text("La suite sera alors : {title}.").format(title=title)]


def _listed(words: str, lines: list[str]) -> str:
    return "\n".join([words, *(f"– {line}" for line in lines)])

"""« Effacé. Annuler »: what a gesture did; once undone, what came back. Nobody is named."""

from collections.abc import Iterable

from desktop_app import i18n
from desktop_app.core.changes import (
    AgreedChanged,
    AnswersChanged,
    Change,
    DossierChanged,
    EventsChanged,
    HouseholdChanged,
    KnownChanged,
    PaperChanged,
    PersonChanged,
    VisitsChanged,
)
from desktop_app.pages.page import Action, Told, Undo
from desktop_app.workflow.interview.half_typed import is_half_typed
from desktop_app.workflow.undoing import Done, Queue


def told(done: Done) -> Told:
    """Say what was done, and what undoes it, if anything can."""
    return offered(done.told) if done.reverse else Told(done.told)


def offered(words: str) -> Told:
    """Say what was done, and what undoes it."""
    word = i18n.text("Annuler")
    return Told(words, Action(word, Undo(), "plain", name=i18n.labelled(word, words)))


def came_back(done: Done, queue: Queue) -> Told:
    """Say what is again as it was; what was done before that can be undone too."""
    words = i18n.text("Revenu comme avant : {what}.")
    words = words.format(what=done.what or what(done.reverse.changed))
    before = queue.last
    if before is None:
        return Told(words)
    more = i18n.text("Annuler aussi ce qui précède")
    return Told(words, Action(more, Undo(), "plain", name=i18n.labelled(more, before.told)))


def without_safe() -> Told:
    """Say that nothing is undone so where nothing is kept."""
    return Told(i18n.text("Sans coffre ouvert, Ctrl et Z n’annulent rien."))


def what(changed: Iterable[Change]) -> str:
    """Return what was changed, in words: each kind once, what matters most first."""
    kinds = {type(one) for one in changed if not _is_being_typed(one)}
    said = (
        (AnswersChanged, i18n.text("vos réponses")),
        (EventsChanged, i18n.text("les dates du dossier")),
        (PaperChanged, i18n.text("le papier")),
        (DossierChanged, i18n.text("le dossier")),
        (PersonChanged, i18n.text("la personne")),
        (KnownChanged, i18n.text("ce qui est su de la personne")),
        (HouseholdChanged, i18n.text("le foyer")),
        (VisitsChanged, i18n.text("la file du jour")),
        (AgreedChanged, i18n.text("l’accord ou le mandat")),
    )
    return ", ".join(words for kind, words in said if kind in kinds)


def _is_being_typed(change: Change) -> bool:
    """Tell of what was typed on a page and not noted yet: no answer of hers."""
    return isinstance(change, AnswersChanged) and is_half_typed(change.pack)

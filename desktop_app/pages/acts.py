"""What a person may note in a dossier: each act, its button and the question of its page."""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.records import Event
from desktop_app.workflow.matter import timeline


@dataclass(frozen=True, slots=True)
class Act:
    """What a person may note: its button, the question of its page, what else is asked there.

    ``until``: the question of the last day to obey, which may be left empty.
    """

    kind: str
    button: str
    question: str
    posting: bool = False
    answer: bool = False
    reminder: bool = False
    until: str = ""


def acts(*, form: bool = False) -> tuple[Act, ...]:
    """Return what may be noted, in the order of things; ``form``: about a form."""
    return (
        Act(
            timeline.DECISION,
            i18n.text("J’ai reçu une décision"),
            i18n.text("Quel jour avez-vous reçu la décision ?"),
        ),
        Act(
            timeline.POSTED,
            i18n.text("J’ai posté ou remis le formulaire")
            if form
            else i18n.text("J’ai posté la lettre"),
            i18n.text("Quel jour avez-vous posté ou remis le formulaire ?")
            if form
            else i18n.text("Quel jour avez-vous posté la lettre ?"),
            posting=True,
        ),
        Act(
            timeline.RECEIPT,
            i18n.text("L’avis de réception est revenu"),
            i18n.text("Quel jour le formulaire a-t-il été reçu ?")
            if form
            else i18n.text("Quel jour la lettre a-t-elle été reçue ?"),
        ),
        Act(
            timeline.ANSWER,
            i18n.text("J’ai une réponse"),
            i18n.text("Quel jour avez-vous reçu la réponse ?"),
            answer=True,
        ),
        Act(
            timeline.PAPERS_ASKED,
            i18n.text("On me demande un papier"),
            i18n.text("Quel jour avez-vous reçu cette demande ?"),
            until=i18n.text("Jusqu’à quel jour pouvez-vous le donner ?"),
        ),
        Act(
            timeline.WRONG_BODY,
            i18n.text("Ce bureau n’est pas le bon"),
            i18n.text("Quel jour l’avez-vous appris ?"),
        ),
        Act(
            timeline.TO_DO,
            i18n.text("Autre chose à faire"),
            i18n.text("Quel jour voulez-vous y penser ?"),
            reminder=True,
        ),
    )


def printing(*, form: bool = False) -> Act:
    """Return the act that the program notes by itself, unless one prints elsewhere."""
    return Act(
        timeline.PRINTED,
        i18n.text("J’ai imprimé le formulaire") if form else i18n.text("J’ai imprimé la lettre"),
        i18n.text("Quel jour l’avez-vous imprimé ?")
        if form
        else i18n.text("Quel jour l’avez-vous imprimée ?"),
    )


def act(kind: str, *, form: bool = False) -> Act:
    """Return the act of this kind."""
    (found,) = [one for one in (*acts(form=form), printing(form=form)) if one.kind == kind]
    return found


def act_of(event: Event, *, form: bool = False) -> Act:
    """Return the act by which an event was noted."""
    if timeline.is_answer(event):
        return act(timeline.ANSWER, form=form)
    kind = timeline.DECISION if timeline.is_decision(event) else event.kind
    return act(kind, form=form)

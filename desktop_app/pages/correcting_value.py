"""One thing that is kept of a person, corrected or forgotten, as she asks."""

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Ask, Block, Loss, Page, Problem, Take, Text
from desktop_app.pages.person import known_line
from desktop_app.workflow.people.correcting import ToCorrect

VALUE, SAID = "value", "said"


@record(frozen=True)
class ForgetValue(Loss):
    """Forget this thing, and all that was said of it before."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Corriger ce qui est gardé")


def page(found: ToCorrect | None) -> Page:
    """Return what is kept, and where its correction is written."""
    if found is None:
        words = i18n.text("Cette réponse n’est plus gardée.")
        return Page(heading(), (Text(words),), (back(),), lead=(words,))
    blocks: tuple[Block, ...] = (
        Text(known_line(found.known)),
        Ask(VALUE, (Asked(asked(found)),), {SAID: found.typed}),
        Text(i18n.text("Ce qui était écrit avant reste dessous, avec sa date."), "hint"),
    )
    save = Action(i18n.text("Enregistrer la correction"), Take(VALUE), "primary")
    forget = Action(i18n.text("Oublier cette réponse, même les anciennes"), ForgetValue())
    return Page(heading(), blocks, (save, forget, back()))


def asked(found: ToCorrect) -> Question:
    """Return the question it answers, by itself: no other answer decides of it here."""
    known, kind = found.known, found.question.kind if found.question is not None else "text"
    choices = found.question.choices if found.question is not None else ()
    return Question(id=SAID, kind=kind, label=known.question, choices=choices)


def empty() -> Problem:
    """Say that nothing is written."""
    return Problem(i18n.text("Écrivez la correction, ou oubliez cette réponse."))


def corrected() -> str:
    """Say that it is corrected."""
    return i18n.text("La correction est gardée.")


def forgotten() -> str:
    """Say that it is forgotten."""
    return i18n.text("Cette réponse est oubliée.")

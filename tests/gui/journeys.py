"""Other journeys than the first, counted in the window: each answers as an example of its pack.

``python -m tests.gui.counting NAME`` goes through one, on the display there is.
"""

from collections.abc import Callable
from functools import cached_property

from desktop_app import i18n
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import JOINED
from desktop_app.gui.screens.coffre.who_uses import WhoUses
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.pages import destinations as to
from desktop_app.pages.together import JOINED_PAPERS
from tests.gui.counting import Count, Person, first_journey
from tests.gui.keyboard import heading, until
from tests.helpers.ours import FORMS

CHECK = "Vérifiez vos réponses"
PACKED = frozenset(["date", "phone", "nir", "iban", "siret"])
"""Kinds of numbers that are typed without spaces nor bars."""


class Answers:
    """What a person says to each question: as an example of the pack does, else nothing."""

    def __init__(self, person: Person, pack: str, example: str) -> None:
        self.person = person
        folder = "official" if pack[0].isdigit() else "letters"
        path = FORMS / folder / pack / "examples" / f"{example}.toml"
        self.said: Draft = read_draft(path.read_bytes(), pack, path.name)

    def give(self) -> None:
        """Go from page to page until all is answered."""
        window = self.person.window
        until(lambda: isinstance(window.page(), Questions))
        while not isinstance(page := window.page(), Verifier):
            told = heading(page)
            if isinstance(page, Questions):
                self.person.answer(**self.words)
            elif isinstance(page, LastDay):
                self.person.go_on(heading(page))
            elif isinstance(page, WhoUses):
                self.person.choose("Moi seulement")
            until(lambda told=told: heading(window.page()) != told, f"« {told} » stays")  # type: ignore[misc]

    @cached_property
    def words(self) -> dict[str, str]:
        """Return what is typed, or chosen, by question."""
        writing = self.person.window.context.session.writing
        assert writing is not None
        sections = writing.interview.definition.section
        asked = {one.id: one for section in sections for one in section.question}
        given = self.said.answers.items()
        found = {one: _words(asked[one], typed) for one, typed in given if one in asked}
        papers = [asked[one] for one, typed in given if typed == JOINED]
        return {**found, JOINED_PAPERS: "\n".join(_shown(one.label) for one in papers)}


def _words(question: Question, typed: str | tuple[str, ...]) -> str:
    if question.kind == "yes_no":
        return {"oui": "Oui", "non": "Non"}[str(typed)]
    if question.choices:
        chosen = (typed,) if isinstance(typed, str) else typed
        return "\n".join(_shown(one.label) for one in question.choices if one.id in chosen)
    said = " ".join(str(typed).split())
    return said.translate({ord(sign): None for sign in " /."}) if question.kind in PACKED else said


def _shown(label: str) -> str:
    return i18n.pack_text(label)


def letter(pack: str, example: str, *way: str) -> Callable[[Person], None]:
    """Return the journey to a printed letter; ``way``: what is chosen from the first page on."""

    def go(person: Person) -> None:
        _begin(person, way)
        Answers(person, pack, example).give()
        person.go_on(CHECK)
        person.choose("Imprimer et envoyer")
        _look_at_the_end(person)

    return go


def form(pack: str, example: str, *way: str) -> Callable[[Person], None]:
    """Return the journey to the sheet from which a form is copied by hand."""

    def go(person: Person) -> None:
        _begin(person, way)
        Answers(person, pack, example).give()
        person.go_on(CHECK)
        person.choose("Je vais le recopier à la main")
        person.choose("Imprimer")
        _look_at_the_end(person)

    return go


def _begin(person: Person, way: tuple[str, ...]) -> None:
    """Choose from page to page; counted from the first page after the welcome."""
    person.choose(way[0])
    person.count = Count()
    for words in way[1:]:
        person.choose(words)


def _look_at_the_end(person: Person) -> None:
    until(lambda: isinstance(person.window.place, to.Print), "the page that prints does not come")
    person.look()


JOURNEYS: dict[str, Callable[[Person], None]] = {
    "j1": first_journey,
    "mdph": form(
        "15692-demande-mdph",
        "1-adulte-simple",
        "Je veux demander quelque chose",
        "La MDPH",
        "Une aide, un papier",
        "Demander une aide",
    ),
    "c2s": letter(
        "cpam-c2s",
        "1-silence-deux-mois",
        "Je veux demander quelque chose",
        "L’assurance maladie",
        "Une réponse",
        "Ma complémentaire santé solidaire",
    ),
    "pref-rdv": letter(
        "pref-rdv",
        "1-renouvellement-aucun-creneau",
        "Je veux demander quelque chose",
        "La préfecture",
        "Une aide, un papier",
        "Je n’arrive pas à avoir",
    ),
    "ft-mediation": letter(
        "ft-mediation",
        "1-radiation",
        "J’ai reçu une lettre",
        "France Travail",
        "On arrête de me payer",
        "Radiation par France Travail",
    ),
}

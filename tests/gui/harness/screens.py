"""With what each screen is opened: one line a screen, and real things only.

A new screen of ``gui/screens/SCREENS`` needs its line here: the harness says so until it has it.
A line ``screen:variant`` opens the same screen in another state.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app import deadline_words
from desktop_app.core.answers.draft import Draft
from desktop_app.gui.session import Session
from desktop_app.gui.writing import Writing
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview import Interview
from desktop_app.workflow.making import Made, file_paper, make_letter
from desktop_app.workflow.safes import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
PEOPLE = ("Amina Bensaïd", "Jean-Baptiste Lefèvre-Delacroix")
WORDS = "abeille bateau citron dauphin école fusée girafe hiver image jardin kilo lampe"


@dataclass
class Material:
    """The real catalogue, a fictional letter, and a small safe: each made once."""

    tools: RealTools
    folder: Path

    @cached_property
    def draft(self) -> Draft:
        return self.tools.demo.letter

    @cached_property
    def made(self) -> Made:
        return make_letter(self.tools, self.draft, TODAY, told=deadline_words.on_paper)

    @cached_property
    def place(self) -> Path:
        return new_safe(self.folder, TODAY)

    @cached_property
    def second_place(self) -> Path:
        (other := self.folder / "autre").mkdir()
        return new_safe(other, TODAY)

    @cached_property
    def safe(self) -> Safe:
        """An open safe with two people, a letter filed and its dossier."""
        safe = open_safe(self.place, TODAY)
        people = [safe.people.add(name, on=TODAY) for name in PEOPLE]
        file_paper(safe, self.tools, self.made, TODAY, person=people[0])
        return safe

    @property
    def dossier(self) -> str:
        return self.safe.dossiers.all()[0].id

    @property
    def document(self) -> str:
        return self.safe.documents()[0].id

    @property
    def person(self) -> str:
        return self.safe.people.all()[0].id


@dataclass(frozen=True)
class Place:
    """What an opening may use beside the material: the session, the worker and the bar."""

    session: Session
    jobs: Any
    window: Any


Parameters = Callable[[Material, Place], Mapping[str, Any]]


@dataclass(frozen=True)
class Opening:
    """How a screen is opened.

    Attributes:
        parameters: what ``go`` is given.
        with_safe: the session has an open safe.
    """

    parameters: Parameters = lambda _material, _place: {}
    with_safe: bool = False


def _draft(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.draft}


def _form_draft(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.tools.demo.form}


def _made(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.draft, "made": material.made}


def _two_safes(material: Material, _place: Place) -> Mapping[str, Any]:
    """Have this computer know two safes: one must be chosen."""
    known = material.tools.known_safes
    for place in (material.place, material.second_place):
        known.remember(place)
    return {"step": "open"}


def _writing(*, answered: bool) -> Parameters:
    """Open an interview at its first question, nothing or everything being answered."""

    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        definition = material.tools.catalogue.letter(material.draft.pack)
        draft = material.draft if answered else Draft(definition.id)
        interview = Interview(definition, draft, TODAY)
        return {
            "writing": Writing(
                interview,
                runner=place.jobs,
                bar=place.window,
                holder=place.session,
            )
        }

    return parameters


def _step(step: str, *, with_safe: bool = False, **more: Any) -> Opening:
    return Opening(lambda _material, _place: {"step": step, **more}, with_safe=with_safe)


OPENINGS: dict[str, Opening] = {
    "accueil": Opening(),
    "accueil:coffre": Opening(with_safe=True),
    "trouver": Opening(),
    "trouver:bureau": Opening(lambda _m, _p: {"kind": "lettre", "family": "caf"}),
    "trouver:cas": Opening(
        lambda _m, _p: {"kind": "demande", "family": "caf", "situation": "savoir"}
    ),
    "questions": Opening(_writing(answered=False)),
    "toutes-les-questions": Opening(_writing(answered=True)),
    "verifier": Opening(_writing(answered=True)),
    "document": Opening(_draft),
    "formulaire": Opening(_form_draft),
    "imprimer": Opening(_made),
    "suite": Opening(_made, with_safe=True),
    "coffre": _step("welcome"),
    "coffre:phrase": _step("phrase"),
    "coffre:feuille": _step("sheet", with_safe=True, words=tuple(WORDS.split())),
    "coffre:relire": _step("ask-back", with_safe=True, words=tuple(WORDS.split())),
    "coffre:ouvrir": Opening(lambda m, _p: {"step": "open", "folder": str(m.place)}),
    "coffre:choisir": Opening(_two_safes),
    "coffre:gérer": Opening(lambda _m, _p: {"step": "manage"}, with_safe=True),
    "coffre:changer": Opening(lambda _m, _p: {"step": "change"}, with_safe=True),
    "coffre:restaurer": _step("restore"),
    "coffre:public": _step("public"),
    "personnes": Opening(with_safe=True),
    "foyer": Opening(lambda m, _p: {"person": m.person, "name": PEOPLE[0]}, with_safe=True),
    "documents": Opening(with_safe=True),
    "dossier": Opening(lambda m, _p: {"dossier": m.dossier}, with_safe=True),
    "acte": Opening(lambda m, _p: {"dossier": m.dossier, "kind": "posted"}, with_safe=True),
    "corbeille": Opening(with_safe=True),
    "papier": Opening(lambda m, _p: {"document": m.document}, with_safe=True),
    "semaine": Opening(with_safe=True),
    "semaine:vide": Opening(),
    "modeles": Opening(),
    "reglages": Opening(),
    "langue": Opening(),
    "aide": Opening(),
    "aide:page": Opening(lambda _m, _p: {"page": 1}),
}


def screen_of(opening: str) -> str:
    """Return the screen of ``screen:variant``."""
    return opening.partition(":")[0]

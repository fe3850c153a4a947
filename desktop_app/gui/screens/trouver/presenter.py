"""Decides which situations are offered: by who wrote or by what is wanted, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import i18n

if TYPE_CHECKING:
    from desktop_app.workflow.ports import Catalogue, CatalogueItem

Kind = Literal["lettre", "demande", "formulaire"]
MOST = 8
"""Results shown while typing: more would not be read."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: a family (``pack`` is empty) or a letter or form."""

    words: str
    family: str = ""
    pack: str = ""
    drawing: str = "bureau"


def family_words(family: str) -> str:
    """Return a family in the words of a person who received a letter."""
    return {
        "amendes": i18n.text("Une amende ou un forfait de stationnement"),
        "autonomie": i18n.text("Le Département, pour l’autonomie ou l’aide sociale"),
        "banque": i18n.text("Ma banque"),
        "caf": i18n.text("La Caf (allocations familiales, RSA, logement)"),
        "dettes": i18n.text("Des dettes, la Banque de France"),
        "education": i18n.text("L’école, l’université, Parcoursup"),
        "emploi": i18n.text("France Travail"),
        "energie": i18n.text("L’électricité ou le gaz"),
        "etrangers": i18n.text("La préfecture, pour un titre de séjour"),
        "handicap": i18n.text("La MDPH (maison du handicap)"),
        "impots": i18n.text("Les impôts"),
        "logement": i18n.text("Mon logement, mon bailleur"),
        "maladie": i18n.text("L’assurance maladie (CPAM)"),
        "retraite": i18n.text("La retraite"),
        "social": i18n.text("La mairie, une aide sociale, une adresse"),
        "transversal": i18n.text("Un autre bureau"),
    }.get(family, family)


def heading(kind: Kind) -> str:
    """Return the question of the first page."""
    return {
        "lettre": i18n.text("Qui vous a écrit ?"),
        "demande": i18n.text("À qui voulez-vous demander quelque chose ?"),
        "formulaire": i18n.text("Quel est ce formulaire ?"),
    }[kind]


def situations(catalogue: "Catalogue", kind: Kind, family: str = "") -> Sequence[Offer]:
    """Return what can be chosen: families first, then the situations of one."""
    found = _items(catalogue, kind)
    if family or kind == "formulaire":
        return [offer(item) for item in found if family in ("", item.family)]
    families = dict.fromkeys(item.family for item in found)
    return [Offer(family_words(name), family=name, drawing=_drawing(name)) for name in families]


def matching(catalogue: "Catalogue", words: str) -> Sequence[Offer]:
    """Return what answers a person's words, the best first."""
    return [offer(item) for item in catalogue.search(words)[:MOST]] if words.strip() else []


def offer(item: "CatalogueItem") -> Offer:
    """Return a letter or a form as a sentence."""
    title = i18n.pack_text(item.plain_title)
    is_letter = item.kind == "letter"
    kind = i18n.text("une lettre") if is_letter else i18n.text("un formulaire")
    words = i18n.text("{situation} ({kind})").format(situation=title, kind=kind)
    drawing = "lettre" if is_letter else "formulaire"
    return Offer(words, family=item.family, pack=item.id, drawing=drawing)


def _drawing(family: str) -> str:
    return "famille" if family == "caf" else "bureau"


def _items(catalogue: "Catalogue", kind: Kind) -> "list[CatalogueItem]":
    wanted = {"lettre": "letter", "formulaire": "form"}.get(kind, "")
    return list(catalogue.search("", wanted))

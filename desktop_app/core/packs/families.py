"""The families of what people write about: those that the law's data know, then those of forms."""

from typing import Literal, get_args

LawFamily = Literal[
    "transversal",
    "caf",
    "maladie",
    "retraite",
    "handicap",
    "autonomie",
    "emploi",
    "logement",
    "etrangers",
    "impots",
    "amendes",
    "education",
    "dettes",
    "banque",
    "energie",
    "travail",
    "famille",
    "consommation",
    "deces",
    "sante",
    "cotisations",
    "etat-civil",
]
FAMILIES: tuple[str, ...] = (*get_args(LawFamily), "social", "vehicule")

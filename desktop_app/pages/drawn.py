"""Which drawing stands for an office, and for what a letter says: each for one meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.pages.page import Drawing

OFFICES: Mapping[str, Drawing] = MappingProxyType({
    "caf": "famille", "maladie": "soin", "etrangers": "titre", "handicap": "fauteuil",
    "emploi": "mallette", "dettes": "pièce", "retraite": "sablier", "impots": "impôt",
    "logement": "maison", "social": "mairie", "etat-civil": "livret", "vehicule": "voiture",
    "education": "toque", "amendes": "amende", "energie": "éclair", "banque": "carte",
    "travail": "casque", "famille": "anneaux", "consommation": "chariot", "deces": "bougie",
    "sante": "stéthoscope", "cotisations": "boutique",
    "autonomie": "canne", "transversal": "bureau",
})  # fmt: skip
"""Who writes, as it is drawn."""
SITUATIONS: Mapping[str, Drawing] = MappingProxyType({
    "rembourser": "rendre", "refus": "refus", "arret": "arrêt", "sanction": "balance",
    "payer": "facture", "partir": "porte", "incompris": "bulle", "demander": "demande",
    "silence": "attente", "savoir": "loupe", "temps": "sablier", "mediateur": "médiateur",
    "autre": "autre",
})  # fmt: skip
"""What a letter says, or what is wanted, as it is drawn. Cases, that are many, have no drawing."""
NOT_DRAWN: Mapping[str, Drawing] = MappingProxyType({})
"""Of a list whose lines no drawing tells apart."""

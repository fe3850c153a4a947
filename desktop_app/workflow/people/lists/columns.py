"""The columns of a list of people: those that are known, and which ones a file seems to have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.generic.wording import plain_words

NAME, NUMBER, HOUSEHOLD, LINK = "nom_complet", "numero", "foyer", "lien"
FIRST, LAST = "identite.prenom", "identite.nom"
_FIELD = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_]+")
_NEAR = 80
"""Least likeness of a head that is misspelt, of 100."""


@dataclass(frozen=True, slots=True)
class Column:
    """One thing told of each person.

    Attributes:
        id: ``nom_complet``, ``numero``, ``foyer``, ``lien``, else a field of a profile.
        head: what stands above it in our lists, in French.
        kind: how it is read.
        others: what others write above it, folded.
    """

    id: str
    head: str
    kind: str = "text"
    others: tuple[str, ...] = ()


COLUMNS = (
    Column(NUMBER, "N° de dossier", "integer", ("numero de dossier", "n dossier", "dossier")),
    Column(
        NAME,
        "Prénom et nom",
        others=("nom complet", "nom et prenom", "nom prenom", "prenom nom", "personne", "usager"),
    ),
    Column("identite.civilite", "Civilité", "civility", ("titre", "sexe", "genre", "m mme")),
    Column(FIRST, "Prénom", others=("prenoms", "first name", "prenom usuel")),
    Column(LAST, "Nom d’usage", others=("nom", "nom de famille", "last name", "nom marital")),
    Column(
        "identite.nom_naissance",
        "Nom de naissance",
        others=("nom de jeune fille", "nom patronymique", "nom naissance"),
    ),
    Column(
        "identite.date_naissance",
        "Date de naissance",
        "date",
        ("ne le", "nee le", "ne e le", "naissance", "date naissance", "ddn", "birth date"),
    ),
    Column("identite.lieu_naissance", "Lieu de naissance", others=("ne a", "ville de naissance")),
    Column("identite.nationalite", "Nationalité", others=("pays",)),
    Column(
        "contact.telephone",
        "Téléphone",
        "phone",
        ("tel", "portable", "mobile", "numero de telephone", "n de telephone", "phone"),
    ),
    Column("contact.courriel", "Courriel", "email", ("email", "e mail", "mail", "adresse mail")),
    Column("adresse.voie", "Adresse", others=("rue", "voie", "adresse postale", "numero et voie")),
    Column("adresse.complement", "Complément d’adresse", others=("batiment", "complement")),
    Column("adresse.code_postal", "Code postal", "postal_code", ("cp", "postal")),
    Column("adresse.commune", "Commune", others=("ville", "localite", "city")),
    Column(
        "caf.numero_allocataire",
        "N° d’allocataire",
        "caf_number",
        ("allocataire", "numero allocataire", "numero caf", "n caf", "caf"),
    ),
    Column(
        "sante.nir",
        "N° de sécurité sociale",
        "nir",
        ("securite sociale", "numero de securite sociale", "nir", "secu", "n secu", "nss"),
    ),
    Column(
        "sejour.numero_etranger",
        "N° d’étranger",
        others=("numero etranger", "agdref", "numero d etranger"),
    ),
    Column(HOUSEHOLD, "Foyer", others=("famille", "menage", "numero de foyer")),
    Column(LINK, "Lien", others=("lien de parente", "role", "qualite")),
)
BY_ID = {one.id: one for one in COLUMNS}
REPORTED = ("Ligne", "Colonne", "Ce qui ne va pas", "Que faire")
"""Heads of what is added to lines that are sent back: they are no column of a person."""


def column(id: str) -> Column:
    """Return a column; of a field that has none of its own, as text under its name."""
    return BY_ID.get(id) or Column(id, id)


def is_field(id: str) -> bool:
    """Tell whether a column is a field of a profile."""
    return _FIELD.fullmatch(id) is not None


def guess(head: Sequence[str]) -> tuple[str, ...]:
    """Return which column each seems to be, "" for none; a column stands once."""
    found = [""] * len(head)
    plain = [plain_words(one) for one in head]
    reported = {plain_words(one) for one in REPORTED}
    for alike in (_same, _said_otherwise, _misspelt):
        for place, words in enumerate(plain):
            if found[place] or not words or words in reported:
                continue
            id = head[place].strip() if is_field(head[place].strip()) else alike(words)
            if id and id not in found:
                found[place] = id
    if LAST in found and not {FIRST, NAME} & {*found}:  # "Nom" alone is all of it
        found[found.index(LAST)] = NAME
    return tuple(found)


def _same(words: str) -> str:
    return next((one.id for one in COLUMNS if plain_words(one.head) == words), "")


def _said_otherwise(words: str) -> str:
    return next((one.id for one in COLUMNS if words in one.others), "")


def _misspelt(words: str) -> str:
    from rapidfuzz import fuzz

    known = [(one.id, say) for one in COLUMNS for say in (plain_words(one.head), *one.others)]
    near = [(fuzz.ratio(words, say), id) for id, say in known if len(say) > 4]
    score, id = max(near, default=(0, ""))
    return id if score >= _NEAR else ""

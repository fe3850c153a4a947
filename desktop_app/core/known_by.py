"""By what a person is found besides the name she goes by: a day of birth, a telephone, a number.

Each value known of her that tells who she is has one such form, the same however it was written:
no spaces, no accents, no capitals. A safe keeps them beside the values (``person_key``).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.core.folding import folded

BIRTH, PHONE, NAME, MAIL = "naissance", "telephone", "nom", "courriel"
CAF, NIR, FOREIGNER = "allocataire", "nir", "etranger"
NUMBER = "numero"
"""The kind of the file number that an office gives; no field of a profile makes it."""
FIELDS: Mapping[str, str] = {
    "identite.date_naissance": BIRTH,
    "contact.telephone": PHONE,
    "contact.courriel": MAIL,
    "identite.nom": NAME,
    "identite.nom_naissance": NAME,
    "identite.prenom": NAME,
    "identite.autres_prenoms": NAME,
    "caf.numero_allocataire": CAF,
    "caf.numero_msa": "msa",
    "sante.nir": NIR,
    "sante.numero_mdph": "mdph",
    "sejour.numero_etranger": FOREIGNER,
    "impots.numero_fiscal": "fiscal",
    "emploi.identifiant_ft": "france_travail",
    "logement.hlm_numero": "hlm",
    "dettes.numero_surendettement": "surendettement",
}
"""Fields of a profile that tell who somebody is, and the kind of key that each makes."""
OTHERS = "|"
"""Between the words of the name by which somebody goes, and those of her other names."""
VERSION = 1
"""Of the rules here: a safe whose keys were made by others makes them again."""
OF_ONE_ALONE = frozenset((CAF, NIR, FOREIGNER, "msa", "mdph", "fiscal", "france_travail", "hlm"))
"""Numbers that a body gives to one person, or to one household."""

_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_LONGEST = 200
_BETWEEN = "-_'’ʼ‐‑–.,"
"""Signs that part the words of a name."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing by which a person is found: of which ``kind``, and its plainest form."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What keys are looked for: of one kind, or any number of a body where ``kind`` is "".

    ``how``: the whole text ("is"), its beginning, its end, or any part of it ("has").
    """

    kind: str
    how: str
    text: str


def key_of(field: str, value: str) -> Key | None:
    """Return the key that a value of a profile makes; None where it tells nothing of who she is."""
    kind = FIELDS.get(field)
    text = _text(kind, value) if kind else ""
    return Key(kind, text[:_LONGEST]) if kind and text else None


def keys_of(profile: Mapping[str, str]) -> frozenset[Key]:
    """Return the keys of a person, of whom this is known now: field -> value."""
    found = (key_of(field, value) for field, value in profile.items())
    return frozenset(one for one in found if one is not None)


def words_of_name(text: str) -> list[str]:
    """Return the words of a name as they are compared."""
    return parted(folded(unicodedata.normalize("NFKC", text))).split()


def parted(text: str) -> str:
    """Return names, folded, with a space for each sign that parts their words."""
    for sign in _BETWEEN:
        text = text.replace(sign, " ")
    return text


def phone_of(text: str) -> str:
    """Return a telephone's digits as one dials them from France; of abroad, after a plus."""
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign in "+0123456789")
    abroad = digits.startswith(("+", "00"))
    number = digits.replace("+", "")
    number = number.removeprefix("00") if digits.startswith("00") else number
    if abroad and number.startswith("33"):
        return f"0{number.removeprefix('33').removeprefix('0')}"
    return f"+{number}" if abroad and number else number


def number_of(text: str) -> str:
    """Return the letters and digits of a number, in small letters."""
    plain = folded(unicodedata.normalize("NFKC", text))
    return "".join(sign for sign in plain if sign.isalnum())


def same_words(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two names have the same words, in whatever order."""
    return sorted(one) == sorted(other)


def _text(kind: str, value: str) -> str:
    match kind:
        case "naissance":
            day = _DAY.fullmatch(value.strip())
            return f"{day[3]}-{day[2]}-{day[1]}" if day else ""
        case "telephone":
            return phone_of(value)
        case "nom":
            return " ".join(words_of_name(value))
        case "courriel":
            return value.strip().casefold()
        case _:
            return number_of(value)

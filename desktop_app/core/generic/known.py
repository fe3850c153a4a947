"""What a label asks for, when it is a thing everyone has: a birth name, a postal code, an IBAN.

The keys are those of the shared groups of ``forms/common``, so that what is known of a person is
proposed: of whom, ``roles.py`` says.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.core.generic.wording import plain_words


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of answer, and the key of a profile that holds it; either may be empty."""

    kind: str = "text"
    remember: str = ""


MAYBE_DATE = "date?"
"""The kind of a label that asks for a day only when its box has eight or ten cells."""

_RULES: tuple[tuple[str, str, str], ...] = (
    # a pattern of folded words, the kind, the profile's key; the first that fits
    (r"\bprenoms? (et|nom)\b.*\bnom", "text", "identite.prenom identite.nom"),
    (r"\bnoms? .*prenoms?\b", "text", "identite.nom identite.prenom"),
    (r"\b(avant|apres) le$", "text", ""),
    (r"\bnom\b.*\badresse\b.*\btel(ephone)?\b", "text", ""),
    # several things in one box are words
    (r"\bnom\b.*\b(siret\b.*\badresse|adresse\b.*\bsiret)\b", "text", ""),
    (r"\bcode postal et (ville|commune|localite)\b", "text", "adresse.code_postal adresse.commune"),
    (r"date et (lieu|heure|signature)|date.* et lieu|lieu et date", "text", ""),
    (r"cle\b.*(secu|nir|immatriculation)", "text", ""),
    (
        (
            r"(n|no|num|numero)\b.*\b(securite sociale|secu|immatriculation ss|nir)\b|^nir\b"
            r"|^(n o |numero )?ss$"
        ),
        "nir",
        "sante.nir",
    ),
    (
        r"nom (de naissance|patronymique|de jeune fille|de famille de naissance)",
        "name",
        "identite.nom_naissance",
    ),
    # By law the family name is that of the birth record; the name in use is another one.
    (r"^(votre )?noms? de famille\b", "name", "identite.nom_naissance"),
    (r"nom (d usage|d epou|marital)", "name", "identite.nom"),
    (
        r"(lieu|commune|ville) (de )?naissance|^(je suis )?n(e|ee|e e)( le)? a$",
        "text",
        "identite.lieu_naissance",
    ),
    (
        r"(date|jour) de (votre )?naissance|^(je suis )?n(e|ee|e e) le\b|date naissance",
        "date",
        "identite.date_naissance",
    ),
    (r"departement.*naissance|pays.*naissance", "text", ""),
    (r"\bprenoms?\b", "name", "identite.prenom"),
    (
        r"^(votre |vos )?noms?( s)?( du demandeur| de la personne)?$",
        "name",
        "identite.nom",
    ),
    (
        (
            r"\b(adresse (e )?mail|e ?mail|courriel|adresse electronique|mel|messagerie)\b"
            r"|^(votre )?courrier electronique\b"
        ),
        "email",
        "contact.courriel",
    ),
    (r"indicatif", "text", ""),
    (r"\b(telephone|tel|portable|mobile|fixe)\b", "phone", "contact.telephone"),
    (r"\bcode postal\b|^cp$", "postal_code", "adresse.code_postal"),
    (
        (
            r"complement.*adresse|adresse.*complement(?!aire sante)|^complement$"
            r"|\b(batiment|etage|residence)\b(?! (pour|principale|secondaire|sociale"
            r"|service|hoteliere|universitaire|etudiante|autonomie|alternee))"
        ),
        "text",
        "adresse.complement",
    ),
    (
        r"^(votre )?adresse (complete|postale|personnelle)",
        "text",
        "adresse.voie adresse.code_postal adresse.commune",
    ),
    (r"lieu dit|boite postale|^bp$", "text", "adresse.lieu_dit"),
    (
        r"^(votre )?(commune|ville|localite)\b(?! s\b)|\badresse.* (commune|ville)$",
        "text",
        "adresse.commune",
    ),
    (r"\badresse.* (n|numero)$|^(n|numero)$", "text", ""),
    (
        (
            r"^(votre |vos )?(adresse|demeurant|domicile|rue|voie"
            r"|n(o| o|umero)? et (nom de (la )?)?(rue|voie))\b"
        ),
        "text",
        "adresse.voie",
    ),
    (r"\biban\b", "iban", "banque.iban"),
    (r"\bsiret\b", "siret", ""),
    (r"(n|numero).*\ballocataire\b", "text", "caf.numero_allocataire"),
    (r"(n|numero) fiscal|\bspi\b", "nif", "impots.numero_fiscal"),
    (r"identifiant.*(france travail|pole emploi)|^n de$", "text", "emploi.identifiant_ft"),
    (r"\b(n|numero) (d )?etranger\b|\bagdref\b", "text", "sejour.numero_etranger"),
    (
        (
            r"\bdate\b|\bne e? le\b|(depuis( le)?|jusqu au|a compter du|a partir du|(delivree?"
            r"|transmise?|deposee?|fait|signee?) .*\ble)$"
        ),
        "date",
        "",
    ),
    (r"\b(le|du|au)$", MAYBE_DATE, ""),
)
_PATTERNS = tuple((re.compile(pattern), Known(kind, key)) for pattern, kind, key in _RULES)

_HALF_OF_MAIL = re.compile(r" (avant|apres) le$")
_ORGANISATION = re.compile(
    r"\b(siret|siren|raison sociale|denomination|forme juridique|employeur|code ape|naf)\b"
)


def recognise(label: str) -> Known:
    """Return what a label asks for, whoever's it is."""
    return _rule(plain_words(label))


@lru_cache(maxsize=4096)  # of each box of a form, after each box that is corrected
def area_of(label: str) -> str:
    """Return of what a label asks a part, whoever's it is: ``identite``, ``adresse``; or ""."""
    words = _HALF_OF_MAIL.sub("", plain_words(label))
    return _rule(words).remember.partition(".")[0]


def _rule(words: str) -> Known:
    return next((known for pattern, known in _PATTERNS if pattern.search(words)), Known())


def names_organisation(label: str) -> bool:
    """Whether a label asks for what only a company or a body has."""
    return _ORGANISATION.search(plain_words(label)) is not None


def civility(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the shared question when the choices are Madame and Monsieur."""
    ids = {"mme": "mme", "madame": "mme", "m": "m", "monsieur": "m", "mr": "m"}
    found = tuple(ids.get(plain_words(word), "") for word in words)
    return found if set(found) == {"mme", "m"} and len(found) == 2 else ()

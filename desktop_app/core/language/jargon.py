"""Words of the trade, each with plain ones: what is shown says the plain ones, or explains it.

A text is what a person has before her eyes at once: a question, a page, a sentence of a command.
"""

import re

from desktop_app.core.spaces import plain

PLAIN_WORDS: tuple[tuple[str, str], ...] = (
    (r"indus?", "ce qu’on vous réclame"),
    (r"quotients?", "part"),
    (r"ayants?[ -]droits?", "la famille"),
    (r"requérante?s?", "qui demande"),
    (r"redevables?", "qui doit payer"),
    (r"créance", "la dette"),
    (r"créanci[eè]re?s?", "à qui l’on doit"),
    (r"débit(?:eur|rice)s?", "qui doit"),
    (r"bailleurs?", "le propriétaire"),
    (r"référés?", "demande urgente au juge"),
    (r"préalable", "d’abord"),
    (r"gracieu(?:x|se)", "au même bureau"),
    (r"hiérarchique", "au chef"),
    (r"saisine", "une demande"),
    (r"saisir", "écrire à"),
    (r"échéanciers?", "payer petit à petit"),
    (r"contraintes?", "un ordre de payer"),
    (r"majorations?", "un supplément"),
    (r"forclusion|forclose?", "trop tard"),
    (r"prescription|prescrite?s?", "trop ancien"),
    (r"contentieux", "devant le juge"),
    (r"implicite", "sans réponse"),
    (r"rétroactif|rétroactive", "depuis le début"),
    (r"consolidation|consolidé", "état qui ne change plus"),
    (r"subrogation", "à la place de"),
    (r"injonction", "un ordre"),
    (r"surseoir", "attendre"),
    (r"caducité|caduque?", "qui ne vaut plus"),
    (r"litige", "un désaccord"),
    (r"recouvrement", "réclamer l’argent"),
    (r"déchéance", "la perte"),
    (r"trimestriel(?:le)?s?", "tous les trois mois"),
    (r"susvisée?s?|susmentionnée?s?", "dont on a parlé"),
    (r"nonobstant", "malgré"),
    (r"abrogation|abroger", "supprimer"),
    (r"dérogation", "une exception"),
    (r"diligences?", "ce qui a été fait"),
    (r"irrecevabilité|irrecevable", "refusé sans être lu"),
    (r"quérable", "à aller chercher"),
    (r"exécutoire", "qui s’applique"),
    (r"voies\ et\ délais", "comment et jusqu’à quand contester"),
    (r"signification|signifiée?", "remis par un huissier"),
    (r"ester", "aller devant le juge"),
    (r"pourvois?", "demander au Conseil d’État"),
    (r"dernier\ ressort", "sans appel"),
    (r"excès\ de\ pouvoir", "faire annuler"),
    (r"(?:délais?|mois|jours?)\ francs?", "jours comptés en entier"),
    (r"opposables?", "qui compte contre vous"),
)
JARGON = re.compile(
    rf"\b({'|'.join(words for words, _plain in PLAIN_WORDS)})\b", re.IGNORECASE | re.VERBOSE
)
EVERYDAY = frozenset(
    """
    RSA APL MSA CPAM MDPH CCAS
    BP CS TSA CEDEX
    IBAN RIB WC PDF TV FR76 USB SMS
    """.split()  # noqa: SIM905 (names that people say; lines of an address; what a paper bears)
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9&]*[A-Z][A-Z0-9&]*\b")
_EXPLAINS = r"(?:est|sont|veut dire|veulent dire|signifie|c'est|s'appellent?)\b"


def in_plain_words(term: str) -> str:
    """Return what may be said in place of a word of the trade; "" for an acronym."""
    one = (said for words, said in PLAIN_WORDS if re.fullmatch(words, term, re.I | re.X))
    return next(one, "")


def unexplained(text: str, known: str = "") -> list[str]:
    """Return the words of the trade and the acronyms that neither a text nor its name explains."""
    return [*unexplained_jargon(text, known), *bare_acronyms(text, known)]


def unexplained_jargon(text: str, known: str = "") -> list[str]:
    """Return the words of the trade that neither this text nor what was chosen explains."""
    found = {match[0].lower() for match in JARGON.finditer(text)}
    chosen = {match[0].lower() for match in JARGON.finditer(known)}
    return sorted(word for word in found - chosen if not explained(word, text))


def bare_acronyms(text: str, known: str = "") -> list[str]:
    """Return the acronyms that neither the text nor its titles spell out."""
    found = {*_ACRONYM.findall(text)} - EVERYDAY - {*_ACRONYM.findall(known)}
    return sorted(one for one in found if not explained(one, text))


def explained(term: str, text: str) -> bool:
    """Tell whether a text says what a term means.

    It does where it says "« saisir » veut dire", "un échéancier est", "on appelle cela", or where
    the term or its plain words are in brackets beside it.
    """
    word = re.escape(term)
    said = re.sub(r"[«»]", " ", plain(text))
    patterns = (
        rf"\b{word}(?: [\w'’]+){{0,3}} +{_EXPLAINS}",
        rf"appelle[^.]*\b{word}\b",
        rf"\((?:le |la |un |une |les )?[^)]*\b{word}\b[^)]*\)",
        rf"\b{word}(?: [\w'’]+)? *\(",
        rf"\b{word}(?: [\w'’]+)? *:",
    )
    return any(re.search(pattern, said, re.IGNORECASE) for pattern in patterns)

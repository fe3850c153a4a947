"""Words of a PDF made fit for a reader: repaired, without noise; and whether they say anything."""

import re
import unicodedata

from desktop_app.core import folding
from desktop_app.core.invisible import INVISIBLE

MOST_WORDS = 15
"""Of a question: as ``checks/questions.py`` asks of packs."""

_ESCAPED = re.compile(r"(?:\\x[0-9a-f]{2})+", re.IGNORECASE)
_MOJIBAKE = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00bf\u0152-\u2122]")
_PRIVATE = re.compile("[\ue000-\uf8ff\x00-\x1f\x7f-\x9f\ufffd\ufffe]")
_FILLING = " \t_.…·•:;|-–—▪■□❑☐➤►▶*/,"
_LEADERS = re.compile(r"[._…]{3,}")
_ORDERS = re.compile(
    r"^(?:(?:veuillez|merci de|vous devez)\s+)?"
    r"(?:cocher?z?|indiquez|indiquer|saisir|saisissez|entrez|entrer|inscrire|inscrivez|renseigner"
    r"|renseignez|mentionner|mentionnez|écrire|écrivez|remplir|remplissez|sélectionnez|sélectionner)"
    r"\s+(?:(?:cette|la)\s+case\s+(?:si|pour)?\s*)?(?:(?:ici|l[ea]s?|votre|vos|si)\s+|l['’])?"
    r"|^please\s+(?:enter|type|provide|select|fill in)\s+(?:the\s+|your\s+)?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"[.,;]?\s*(?:texte|zone|champ|case|liste|date|nombre|bouton)\s+(?:obligatoire|facultati(?:f|ve)"
    r"|de saisie|de texte|à cocher|à remplir|déroulante|radio)\b\.?",
    re.IGNORECASE,
)
_PATH = re.compile(r"\[\d+\]|#\d|^\w+\.\w[\w.+-]*$")
_CODE = re.compile(r"\b(?:[A-Z]+\d+[A-Z]\w*|\d+[A-Z]\w*|[A-Z]\d+)\b")
_WORD = re.compile(r"[^\W\d_A-ZÀ-Ý]{4,}|[A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]{3,}")
_TOKEN = re.compile(r"[^\W\d_]+", re.UNICODE)
_CAMEL = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]")
_BORN = re.compile(r"n[ée](?:e|\(e\)|[.·]e\.?)? (?:le|à|en)\b", re.IGNORECASE)
"""The commonest question of all has no word of three letters."""
_EMPTY_NAMES = re.compile(
    r"(?:(?:text(?:e|field)?|champ|zone|undefined|untitled|fill|field|case|check ?box|groupe?|group"
    r"|radio|bouton|button|liste?|combo|row|ligne|cadre|choix|option|page|topmost\w*|form\w*|de"
    r"|à cocher|x)[\s\d_#.\[\]-]*)*",
    re.IGNORECASE,
)
_SHORT = {"n°": "Numéro", "n": "Numéro", "cp": "Code postal", "tel": "Téléphone", "bp": "BP"}
_LINKS = frozenset(
    [
        "au",
        "aux",
        "à",
        "a",
        "de",
        "du",
        "des",
        "le",
        "la",
        "les",
        "et",
        "ou",
        "ou:",
        "h",
        "e",
        "en",
        "par",
        "pour",
        "et/ou",
        "soit",
    ]
)


def clean(text: str) -> str:
    """Repair a text of a PDF: encodings, private signs, leaders; spaces made single."""
    text = _ESCAPED.sub(_unescaped, text)
    text = _twice_decoded(text)
    text = _PRIVATE.sub(" ", unicodedata.normalize("NFC", text))
    text = INVISIBLE.sub("", text)
    text = _LEADERS.sub(" ", text.replace("\xad", ""))
    return _balanced(re.sub(r"\s+", " ", text).strip(_FILLING))


def _balanced(text: str) -> str:
    """Leave out a parenthesis whose other half stands elsewhere."""
    if text.startswith(")") or (text.startswith("(") and ")" not in text):
        text = text[1:].strip(_FILLING)
    if text.endswith("(") or (text.endswith(")") and "(" not in text):
        text = text[:-1].strip(_FILLING)
    return text


def tooltip(text: str) -> str:
    """Clean what a form says of a field: "Indiquer votre nom" asks for "Nom"."""
    text = clean(text)
    text = _NOISE.sub("", text).strip(_FILLING)
    shorter = _ORDERS.sub("", text).strip(_FILLING)
    return capital(shorter if says_something(shorter) else text)


def capital(text: str) -> str:
    """Put a capital first."""
    return text[:1].upper() + text[1:]


def in_small(text: str) -> str:
    """Capitals are hard to read: "1. LE BÉNÉFICIAIRE" is "1. Le bénéficiaire"."""
    if not text.isupper() or len(text) <= 6:
        return text
    first = re.search(r"[^\W\d_]", text)
    start = first.start() if first else 0
    return text[:start] + text[start:].lower().capitalize()


def tabular(text: str) -> str:
    """Write the parts of a table's names as words: ``Code postal_Row_1``."""
    text = re.sub(r"[_ ]*(?<![^\W_])Row[_ ]?(\d+)", r" (ligne \1)", text)
    return clean(re.sub(r"[\s:]*_[\s:]*", " : ", text))


def says_something(text: str) -> bool:
    """Whether words name a thing: a word of three letters with a vowel, no name of a program."""
    if "_" in text or _PATH.search(text):
        return False
    if _BORN.match(text):
        return True
    words = _TOKEN.findall(text)
    if len(words) == 1 and (_CAMEL.search(words[0]) or _EMPTY_NAMES.fullmatch(text)):
        return False
    if _EMPTY_NAMES.fullmatch(text):
        return False
    return any(len(word) > 2 and _has_vowel(word) for word in words) or _is_sigle(text)


def is_link(text: str) -> bool:
    """Whether words only lead on from what stands before: "au", "et de"."""
    words = text.casefold().strip(_FILLING + "()").split()
    return all(word.strip(_FILLING) in _LINKS for word in words)


def short_word(text: str) -> str:
    """Return what "N°" and such mean; empty for anything else."""
    return _SHORT.get(text.casefold().strip(_FILLING), "")


def from_name(name: str) -> str:
    """Return a field's name as words, when it is made of words; else nothing.

    ``Entretien-personnel_Cadre1`` is "Entretien personnel", ``A.PRENOM`` nothing.
    """
    last = clean(re.sub(r"\[\d+\]|#\d+$", "", name).rsplit(".", 1)[-1])
    last = re.sub(r"^(?:txt|num|ckb|chk|cb|rb|dat|lst)_", "", last)
    if _WORD.fullmatch(last) and says_something(last):
        return capital(last)
    if re.fullmatch(r"[^\W\d_]+\d*", last):
        last = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])", " ", last).capitalize()
    last = re.sub(r"\s*:?\s*_af_(?:date|number|time)\b", "", last)
    last = re.sub(r"[_]+", " ", last)
    if " " not in last or last.count("-") > last.count(" "):
        last = last.replace("-", " ")
    last = re.sub(r"(?<=[^\W\d_]{2})(\d+)\b", r" \1", last)
    last = re.sub(r" (?:Cadre|Option|Row) ?\d*$", "", last)
    words = _TOKEN.findall(last)
    if len(words) < 2 or _CODE.search(last) or any(_CAMEL.search(word) for word in words):
        return ""
    last = re.sub(r"\bCP\b", "code postal", last)
    return capital(re.sub(r"\s+", " ", last).strip(_FILLING)) if says_something(last) else ""


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """Return the first words of a text, and an ellipsis when there are more."""
    words = text.split(" ")
    said = len([word for word in words if any(map(str.isalnum, word))])
    if said <= most and len(words) <= most + 1:  # a colon or two are no words
        return text
    return " ".join(words[:most]).rstrip(_FILLING) + "…"


def plain_words(text: str) -> str:
    """Return small letters without accents, signs as spaces: to compare and to recognise."""
    return " ".join(re.findall(r"[a-z0-9]+", folding.folded(text)))


def slug(text: str, most: int = 48) -> str:
    """Return an id made of the words of a label: letters, digits and low dashes."""
    found = "_".join(plain_words(text).split())[:most].strip("_")
    return found if found[:1].isalpha() else f"case_{found}".rstrip("_")


def _is_sigle(text: str) -> bool:
    """Capitals alone, such as NIR or RQTH."""
    return bool(re.fullmatch(r"[A-Z]{3,6}", text))


def _has_vowel(word: str) -> bool:
    return bool(set(plain_words(word)) & set("aeiou"))


def _unescaped(found: re.Match[str]) -> str:
    """Bytes of names that were no UTF-8: of old Macintosh under 0xA0, of Windows above."""
    raw = bytes.fromhex(found[0].replace("\\x", "").replace("\\X", ""))
    return "".join(
        bytes([byte]).decode("mac_roman" if byte < 0xA0 else "cp1252", "replace") for byte in raw
    )


def _twice_decoded(text: str) -> str:
    """Undo UTF-8 read as Windows letters, once or several times."""
    for _ in range(3):
        if not _MOJIBAKE.search(text):
            break
        try:
            text = b"".join(map(_byte, text)).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            break
    return text


def _byte(sign: str) -> bytes:
    if ord(sign) < 0x100:
        return bytes([ord(sign)])
    return sign.encode("cp1252")

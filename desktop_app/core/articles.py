"""Articles of law in our own words: which code and which number a text cites.

A ``basis`` puts the code first (« CJA R.811-1, R.821-1 ; CPC art. 641 al. 1 »), a letter puts it
last (« articles L.142-4 et R.142-1 du code de la sécurité sociale »). Laws, decrees and European
texts count as codes, by their number or their usual letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop_app.core.spaces import plain

CODES = {
    "CRPA": "code des relations entre le public et l'administration",
    "CSS": "code de la sécurité sociale",
    "CASF": "code de l'action sociale et des familles",
    "CJA": "code de justice administrative",
    "CESEDA": "code de l'entrée et du séjour des étrangers et du droit d'asile",
    "CT": "code du travail",
    "C. civ.": "code civil",
    "CPCE": "code des procédures civiles d'exécution",
    "CPC": "code de procédure civile",
    "CPP": "code de procédure pénale",
    "CGI": "code général des impôts",
    "CGCT": "code général des collectivités territoriales",
    "CGPPP": "code général de la propriété des personnes publiques",
    "CCH": "code de la construction et de l'habitation",
    "CMF": "code monétaire et financier",
    "COJ": "code de l'organisation judiciaire",
    "CSP": "code de la santé publique",
    "C. conso.": "code de la consommation",
    "C. éduc.": "code de l'éducation",
    "C. énergie": "code de l'énergie",
    "C. route": "code de la route",
    "C. pén.": "code pénal",
    "C. élect.": "code électoral",
    "C. rural": "code rural",
    "C. urb.": "code de l'urbanisme",
    "C. postes": "code des postes",
    "LPF": "livre des procédures fiscales",
    "RGPD": "règlement européen",
    "CEDH": "convention européenne",
    "CIDE": "convention internationale des droits de l'enfant",
    "accord de 1968": "accord franco-algérien du 27 décembre 1968",
}
"""The letters of a code -> its name, as letters write it."""
ALSO = {"C. trav.": "CT", "C. électoral": "C. élect."}
"""Other letters of a code that our files write."""
NUMBERED_ALONE = frozenset(
    {"C. civ.", "CPC", "CPP", "CGI", "C. pén.", "RGPD", "CEDH", "CIDE", "accord de 1968"}
)
"""Codes of which an article may have no letter before its number; laws and decrees have none."""

_NUMBER = r"\d+(?:-\d+)*(?:-[A-Z]\b)?(?: (?:bis|ter|quater|(?![IVX]+\b)[A-Z]{1,2}(?![.\w]))\b)*"
_OTHER = (
    r"[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté|[Rr]èglement|[Dd]irective|[Cc]onvention|CE|Cass|Cons"
)
_LISTED = re.compile(r"\s*(?:et s\.|et suivants)?\s*(?:[,;]|et|à|ou)\s*(?:art\.|articles?)?\s*")
_ANNOUNCED = re.compile(r"\barticles?\s*$|\bart\.\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: "CSS" and "L845-3"; ``code`` is empty where the text does not tell which.

    ``number`` has neither point, star nor space.
    """

    code: str
    number: str

    @property
    def written(self) -> str:
        """Return it as a ``basis`` writes it: "CSS L.845-3"."""
        number = re.sub(r"^(LO|[LRDA])", r"\1.", self.number)
        return f"{self.code} {number}".strip()


def in_basis(text: str) -> tuple[Article, ...]:
    """Return the articles that a ``basis`` cites: each of the code named before it."""
    found, code = [], ""
    for kind, value in _tokens(text):
        if kind == "code":
            code = value
        elif kind == "number":
            found.append(Article(code, value))
    return tuple(found)


def in_text(text: str) -> tuple[Article, ...]:
    """Return the articles that a sentence cites: each of the code named after it."""
    found: list[Article] = []
    waiting: list[str] = []
    code = ""
    for kind, value in (*_tokens(text), ("end", "")):
        if kind == "number":
            waiting.append(value)
            continue
        if kind == "code":
            code = value
        of = "" if kind == "end" else code
        found += [Article(of, number) for number in waiting]
        waiting = []
    return tuple(found)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("code", its letters), ("same", those again), ("end", "") and ("number", plain)."""
    text = plain(text).replace("’", "'")
    code = before = around = ""
    after = 0  # where the token before ended
    for match in _pattern().finditer(text):
        if bracket := match["bracket"]:  # a code named inside brackets is named for these alone
            around, code = (code, code) if bracket == "(" else ("", around or code)
            if code:
                yield "code", code
            continue
        between = re.sub(r"\([^()]*\)", "", text[after : match.start()])
        if match["bare"] and not _is_article(between, before, code):
            continue
        after = match.end()
        if number := match["bare"] or match["lettered"]:
            before = "number"
            yield before, re.sub(r"[\s.*]", "", number).upper()
        else:
            before, code = _named(match, code)
            yield before, code


def _is_article(between: str, before: str, code: str) -> bool:
    """Tell whether a number without a letter is an article, by what stands before it."""
    if _ANNOUNCED.search(between):
        return True
    alone = code in NUMBERED_ALONE or code[:1].isdigit()
    if before == "number":
        return (alone or not code) and bool(_LISTED.fullmatch(between))
    return before == "code" and alone and not between.strip()


def _named(match: re.Match[str], code: str) -> tuple[str, str]:
    """Return what a text is named; « le même code » leaves the code as it was."""
    if match["same"]:
        return "same", code
    if match["end"]:
        return "end", code
    if match["law"]:
        return "code", match["law"]
    return "code", _letters().get((match["code"] or "").lower(), "")


@cache
def _letters() -> dict[str, str]:
    names = {name.lower(): letters for letters, name in CODES.items()}
    return (
        names
        | {letters.lower(): letters for letters in CODES}
        | {also.lower(): letters for also, letters in ALSO.items()}
    )


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(one) for one in sorted(_letters(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<code>(?i:{names}))(?!\w)"
        r"|(?P<same>\b(?:du|au) même (?:code|règlement|texte)\b)"
        r"|\b(?i:loi(?: organique)?|décret|ordonnance)(?: n°)? ?(?P<law>\d{2,4}-\d+)"
        rf"|(?P<other>\b(?:{_OTHER})\b)"
        rf"|(?<!\w)(?P<lettered>(?:LO|[LRDA])\.? ?\*{{0,2}}{_NUMBER})"
        rf"|(?<![\w.°§/-])(?P<bare>{_NUMBER})(?![\w°/])"
        r"|(?P<bracket>[()])"
        r"|(?P<end>(?<!\bart)(?<!\bal)[.!?](?=\s|$))"
    )

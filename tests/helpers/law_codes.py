"""The consolidated codes that lie beside the project, to hold what we cite against them.

``../shared/law/codes/*.txt.gz``: an article begins with a line "== L211-2", and may stand there in
two wordings. Codes that ``FILES`` has not got are not there: their articles are counted, not read.
"""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop_app.core.articles import Article

CODES = Path(__file__).parents[3] / "shared" / "law" / "codes"
FILES = {
    "CRPA": "crpa",
    "CSS": "css",
    "CJA": "cja",
    "CESEDA": "ceseda",
    "CT": "travail",
    "C. civ.": "civil",
    "CPCE": "cpce",
    "CPC": "cpc",
    "COJ": "coj",
    "C. conso.": "consommation",
    "C. énergie": "energie",
    "C. route": "route",
    "C. pén.": "penal",
    "C. élect.": "electoral",
    "LPF": "lpf",
}


def here() -> bool:
    """Tell whether the codes lie beside the project."""
    return CODES.is_dir()


@cache
def articles(code: str) -> Mapping[str, str]:
    """Return the articles of a code, as "L211-2" -> its wordings, one after the other."""
    found: dict[str, str] = {}
    with gzip.open(CODES / f"{FILES[code]}.txt.gz", "rt", encoding="utf-8") as file:
        for one in file.read().split("\n== "):
            number, _, words = one.removeprefix("== ").partition("\n")
            plain = re.sub(r"[\s.*]", "", number).upper()
            found[plain] = found.get(plain, "") + words
    return found


def wording(article: Article) -> str | None:
    """Return the words of an article, "" where its code has none; None where it cannot be read."""
    if article.code not in FILES:
        return None
    return articles(article.code).get(article.number, "")

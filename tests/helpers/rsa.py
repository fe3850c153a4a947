"""Reading a composed letter in tests: which paragraphs stand, and what they say."""

import datetime as dt
import re
from collections.abc import Callable

from desktop_app.core.documents.model import LetterDocument

PACK = "caf-indu-rsa"
TODAY = dt.date(2026, 11, 24)

TOLD = {
    "sujets": ("couple", "ressources", "controle"),
    "couple_situation": "colocation",
    "couple_faits": ("comptes", "chambres"),
    "ressources_nature": ("don",),
    "ressources_details": "400 € le 12/08/2025, de ma sœur",
    "aides_quand": "apres",
    "controle_forme": "bureau",
    "controle_date": "17/09/2026",
    "manque_lettre": ("raisons", "signature"),
    "retenues": "oui",
    "retenues_montant": "120",
}
"""What a first letter on a debt may say: a shared home, a gift, a control, what it lacks."""

Compose = Callable[..., LetterDocument]


def ids(document: LetterDocument) -> list[str]:
    return [paragraph.id for paragraph in document.paragraphs]


def text(document: LetterDocument, paragraph: str = "") -> str:
    """Return one paragraph, or all of them, with plain spaces and apostrophes."""
    found = [p.text for p in document.paragraphs if paragraph in ("", p.id)]
    return re.sub(r"[\u00a0\u202f]", " ", "\n".join(found)).replace("’", "'")


def plain(lines: tuple[str, ...]) -> list[str]:
    return [re.sub(r"[\u00a0\u202f]", " ", line).replace("’", "'") for line in lines]

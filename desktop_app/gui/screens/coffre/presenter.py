"""Decides which page of the safe comes, and what its words are. No Qt here."""

import unicodedata
from typing import Literal, Protocol

from desktop_app import i18n
from desktop_app.core.safe_reports import CheckReport
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import WORDS_AT_ASSOCIATION, WORDS_AT_HOME
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

PHRASE_MINIMUM = 12


class Where(Protocol):
    """What is looked at of the session."""

    @property
    def public(self) -> bool: ...
    @property
    def safe(self) -> Safe | None: ...


Step = Literal["public", "asked", "manage", "open", "welcome"]


def step_now(asked: to.SafePage, session: Where, tools: Tools) -> Step:
    """Return the step to show: the one asked for when it has a meaning now."""
    if session.public or tools.public:
        return "public"
    if session.safe is not None:
        return "manage" if isinstance(asked, to.SafeHome) else "asked"
    planned = isinstance(asked, to.RecoverySheet | to.AskBack) and asked.plan is not None
    if planned or isinstance(asked, to.OpenSafe | to.NewPhrase | to.Restore):
        return "asked"
    return "open" if tools.known_safes.all() else "welcome"


def words_drawn(tools: Tools) -> int:
    """Return how many words a drawn phrase has here."""
    return WORDS_AT_ASSOCIATION if tools.mode == "association" else WORDS_AT_HOME


def strength_words(phrase: str, strength: int) -> str:
    """Return, in words, how well one's own phrase protects; "" when nothing is typed."""
    if not phrase:
        return ""
    if missing := max(0, PHRASE_MINIMUM - len(unicodedata.normalize("NFC", phrase))):
        return i18n.plural("Encore {n} caractère au moins.", "Encore {n} caractères au moins.",
                           missing)  # fmt: skip
    return (
        i18n.text("Elle se devine tout de suite. Ajoutez des mots sans lien."),
        i18n.text("Elle se devine facilement. Ajoutez un ou deux mots."),
        i18n.text("Elle est assez difficile à deviner."),
        i18n.text("Elle est difficile à deviner."),
        i18n.text("Elle est très difficile à deviner."),
    )[strength]


def is_word(typed: str, word: str) -> bool:
    """Tell whether a recovery word was typed, its first four letters at least, accents ignored."""
    said, right = _folded(typed.strip()), _folded(word)
    return len(said) >= 4 and right.startswith(said)


def check_words(report: CheckReport) -> str:
    """Return the outcome of a check, in words."""
    pages = i18n.plural("{n} page vérifiée.", "{n} pages vérifiées.", report.pages_checked)
    if report.state == "ok":
        return i18n.text("Votre coffre est en bon état.") + " " + pages
    good = report.newest_good_backup
    advice = (
        i18n.text("La sauvegarde du {day} est bonne : restaurez-la à côté.").format(
            day=i18n.long_date(good[1])
        )
        if good
        else i18n.text("Sortez vos documents un par un, dans Mes documents.")
    )
    problems = i18n.plural(
        "{n} partie du coffre est abîmée.", "{n} parties du coffre sont abîmées.",
        len(report.problems),
    )  # fmt: skip
    return " ".join((problems, i18n.text("N’effacez rien."), advice))


def _folded(text: str) -> str:
    opened = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return "".join(letter for letter in opened if not unicodedata.combining(letter))

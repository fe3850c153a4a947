"""What becomes of a document sent to a printer, in words; when printing again is worth offering."""

from collections.abc import Callable
from typing import NamedTuple

from desktop_app import i18n
from desktop_app.workflow.printing import News, Standing, Trouble

LATE_SECONDS = 60
CARE = frozenset({"refused", "failed", "lost"})


class Said(NamedTuple):
    """Words, and in which role they are shown."""

    words: str
    role: str = "body"


def standing_told(printer: str, standing: Standing) -> Said | None:
    """Say what is wrong with the printer just chosen; None when nothing is known to be."""
    if standing.state == "missing":
        return Said(i18n.sentence("printer-missing"), "error")
    if standing.state == "refuses":
        return Said(i18n.sentence("printer-refuses"), "error")
    if standing.state == "stopped":
        words = i18n.text(
            "« {printer} » est arrêtée : ce que vous lui envoyez attendra. "
            "Remettez-la en marche, ou choisissez-en une autre."
        )
        return Said(words.format(printer=printer), "error")
    return None


def told(news: News, printer: str, sheets: int, refused: str = "") -> Said:
    """Say what became of a document; ``refused``: why, in words, where there is a problem."""
    if news.kind in CARE and refused:
        return Said(refused, "error")
    if news.kind in ("waiting", "printing"):
        return _while_waiting(news, printer)
    if news.kind == "done":
        out = i18n.plural(
            "Prenez la feuille : il y en a {n}.", "Prenez les feuilles : il y en a {n}.", sheets
        )
        return Said(f"{i18n.text('« {printer} » a fini.').format(printer=printer)} {out}", "done")
    return Said(_other_words()[news.kind]().format(printer=printer), _ROLES.get(news.kind, "body"))


def can_begin_again(news: News) -> bool:
    """Tell whether printing again is worth a button: never while all goes well."""
    return news.ended or news.kind == "lost" or _hindered(news)


def _hindered(news: News) -> bool:
    return bool(
        news.standing.trouble
        or news.standing.state in ("stopped", "missing")
        or (news.kind in ("waiting", "held") and news.seconds > LATE_SECONDS)
    )


def _while_waiting(news: News, printer: str) -> Said:
    standing = news.standing
    if standing.trouble:
        return Said(_trouble_words(standing.trouble).format(printer=printer), "error")
    if standing.state == "stopped":
        words = i18n.text(
            "« {printer} » est arrêtée : le document attend. Remettez-la en marche, "
            "ou annulez et choisissez-en une autre. Votre document n’est pas perdu."
        )
        return Said(words.format(printer=printer), "error")
    if standing.state == "missing":
        return Said(i18n.sentence("printer-missing"), "error")
    if news.kind == "printing":
        return Said(i18n.text("« {printer} » imprime…").format(printer=printer))
    if news.seconds > LATE_SECONDS:
        words = i18n.text(
            "Le document attend toujours son tour sur « {printer} ». "
            "Attendez, ou annulez et recommencez. Il n’est pas perdu."
        )
        return Said(words.format(printer=printer), "error")
    return Said(i18n.text("Le document attend son tour sur « {printer} ».").format(printer=printer))


def _trouble_words(trouble: Trouble) -> str:
    words: dict[str, Callable[[], str]] = {
        "no-paper": lambda: i18n.text(
            "« {printer} » n’a plus de papier. Remettez-en : l’impression reprendra."
        ),
        "jam": lambda: i18n.text(
            "Une feuille est coincée dans « {printer} ». Retirez-la : l’impression reprendra."
        ),
        "open": lambda: i18n.text(
            "« {printer} » est ouverte. Fermez son capot : l’impression reprendra."
        ),
        "no-ink": lambda: i18n.text(
            "« {printer} » n’a plus d’encre. Changez la cartouche : l’impression reprendra."
        ),
        "offline": lambda: i18n.text(
            "« {printer} » ne répond pas. Allumez-la et vérifiez ses câbles : "
            "l’impression partira ensuite."
        ),
    }
    return words[trouble]()


_ROLES = {"failed": "error", "gone": "error", "held": "error", "tired": "error", "left": "done"}


def _other_words() -> dict[str, Callable[[], str]]:
    return {
        "sending": lambda: i18n.text("Le document part vers « {printer} »…"),
        "held": lambda: i18n.text(
            "« {printer} » garde le document jusqu’à ce qu’on le libère : "
            "demandez à la personne qui s’occupe de l’imprimante."
        ),
        "cancelled": lambda: i18n.text(
            "L’impression est annulée. Votre document n’est pas perdu. "
            "Regardez si des feuilles sont déjà sorties."
        ),
        "failed": lambda: i18n.text(
            "« {printer} » a abandonné. Regardez-la, puis recommencez. "
            "Votre document n’est pas perdu."
        ),
        "gone": lambda: i18n.text(
            "Le document n’est plus dans la file de « {printer} ». "
            "Comptez les feuilles ; s’il en manque, recommencez."
        ),
        "left": lambda: i18n.text(
            "Le document est parti vers « {printer} ». Si rien ne sort, "
            "regardez l’imprimante : papier, encre, voyant. Vous pouvez réimprimer."
        ),
        "tired": lambda: i18n.text(
            "« {printer} » n’a toujours pas imprimé. Le document est encore dans sa file. "
            "Recommencez ailleurs, ou enregistrez le PDF."
        ),
    }

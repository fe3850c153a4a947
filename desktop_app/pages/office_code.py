"""The short code of a helper: what it is for, typed twice, or taken away."""

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.core.short_code import LEAST
from desktop_app.pages import hidden
from desktop_app.pages.page import Action, Back, Block, Gesture, Loss, Page, Secret, Status, Text

CODE, AGAIN = "code", "again"
"""Where it is typed, and typed once more."""


@record(frozen=True)
class KeepCode(Gesture):
    """Keep the code that was typed twice."""


@record(frozen=True)
class ForgetCode(Loss):
    """Have no code any more."""


def page(*, has_code: bool, allowed: bool = True) -> Page:
    """Return the page; ``allowed``: the office lets a code bring back what is hidden."""
    heading = i18n.text("Votre code pour revenir à votre page")
    back = Action(i18n.text("Retour"), Back(), "plain")
    if not allowed:
        words = i18n.text("Ce bureau n’utilise pas de code. Pour revenir, écrivez votre phrase.")
        return Page(heading, (Text(words),), (back,))
    told = (
        i18n.text("{key} cache votre page. Ce code la montre de nouveau.").format(key=hidden.KEY),
        i18n.text("Personne d’autre ne le connaît : il reste dans le coffre."),
        i18n.text("Trois codes faux, la veille, ou 30 minutes : tout se ferme."),
        i18n.text("Sans rien toucher pendant 5 minutes, la page se cache d’elle-même."),
    )
    asked = i18n.plural("Au moins {n} signe", "Au moins {n} signes", LEAST)
    blocks: tuple[Block, ...] = (
        *(Text(words) for words in told),
        Secret(CODE, i18n.text("Votre nouveau code") if has_code else i18n.text("Votre code")),
        Text(asked, "hint"),
        Secret(AGAIN, i18n.text("Le même, une seconde fois"), KeepCode()),
        Status(lasting=True),
    )
    keep = Action(i18n.text("Garder ce code"), KeepCode(), "primary")
    forget = Action(i18n.text("Ne plus avoir de code"), ForgetCode(), "plain")
    return Page(heading, blocks, (keep, back, *((forget,) if has_code else ())))


def differ() -> str:
    """Return what is said where it was not typed the same twice."""
    return i18n.text("Écrivez deux fois le même code.")


def trying() -> str:
    """Return what is said while it is made slow to guess."""
    return i18n.text("Le code se range dans le coffre…")


def kept() -> str:
    """Return what is said once it is kept."""
    return i18n.text("C’est noté. {key} cache, votre code montre.").format(key=hidden.KEY)


def forgotten() -> str:
    """Return what is said once there is none."""
    return i18n.text("Vous n’avez plus de code. Pour revenir, écrivez votre phrase.")

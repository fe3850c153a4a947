"""What stands in the place of a page that a key hid: it speaks of nobody."""

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import CloseAnyway
from desktop_app.pages.page import Action, Gesture, Loss, Page, Problem, Secret, Status, Text
from desktop_app.pages.titles import PROGRAM

KEY = "F12"
"""The key that hides, the same everywhere."""
PHRASE, CODE = "phrase", "code"
"""Where the phrase is typed, or a helper's short code."""


@record(frozen=True)
class ComeBack(Gesture):
    """Show the page that was hidden, to who gives the phrase where there is one."""


@record(frozen=True)
class CloseAll(Gesture):
    """Close the safe: a helper who forgot her code opens it again with her phrase."""


@record(frozen=True)
class AskToErase(Loss):
    """Ask whether to erase what was in view, and say how much it is."""


def told() -> str:
    """Return what hides, in the words of every place that tells of it."""
    return i18n.text("F12, ou « Cacher » en haut : cacher la page tout de suite, partout.")


def closing() -> Problem:
    """Ask before the program closes on what is kept nowhere, and show nothing of it."""
    words = i18n.text("Ce qui est écrit n’est gardé nulle part.")
    return Problem(words, (Action(i18n.text("Fermer et tout perdre"), CloseAnyway()),))


def hidden(asked: to.Hidden) -> Page:
    """Return the page that hides, and asks for what brings back the one that it hides.

    In an office nothing can be erased from it: whoever passes by is before it.
    """
    back = Action(i18n.text("Continuer"), ComeBack(), "primary")
    erase = () if asked.office else (Action(i18n.text("Tout effacer"), AskToErase(), "plain"),)
    if asked.code:
        return _coded(back)
    if not asked.phrase:
        words = i18n.text("Pour revenir, pressez « Continuer ».")
        return Page(PROGRAM, (Text(words), Status()), (back, *erase), lead=(words,))
    words = i18n.text("Pour revenir, écrivez votre phrase. Les douze mots de secours conviennent.")
    blocks = (
        Secret(PHRASE, i18n.text("Votre phrase secrète"), ComeBack()),
        Text(words, "hint"),
        Status(lasting=True),
    )
    return Page(PROGRAM, blocks, (back, *erase))


def _coded(back: Action) -> Page:
    words = i18n.text("Pour revenir, écrivez votre code. Sans lui, fermez : votre phrase rouvrira.")
    blocks = (
        Secret(CODE, i18n.text("Votre code"), ComeBack()),
        Text(words, "hint"),
        Status(lasting=True),
    )
    return Page(PROGRAM, blocks, (back, Action(i18n.text("Tout fermer"), CloseAll(), "plain")))


def wrong_code(left: int) -> str:
    """Return what is said of a wrong code; ``left``: how many may still be tried."""
    return i18n.plural(
        "Ce n’est pas ce code. Encore {n} essai, puis tout se ferme.",
        "Ce n’est pas ce code. Encore {n} essais, puis tout se ferme.",
        left,
    )


def tries_left(left: int) -> str:
    """Return what is said after a wrong phrase; ``left``: how many may still be tried."""
    return i18n.plural(
        "Encore {n} essai, puis tout se ferme.", "Encore {n} essais, puis tout se ferme.", left
    )

"""Qui se sert de cet ordinateur ?, asked once, at the first personal answer kept nowhere yet.

Then what says that nothing but this computer opens what is kept, and what would open it too.
"""

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages.destinations import ChangePhrase, Destination, PickFolder, Restore
from desktop_app.pages.foot import back
from desktop_app.pages.keeping import loses
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Choice,
    Gesture,
    Page,
    Problem,
    Status,
    Text,
)
from desktop_app.pages.wanted import which_safe

STICK = "stick"
"""What is asked of the files: on which stick."""


@record(frozen=True)
class KeepHere(Gesture):
    """Keep at once, for this computer alone: nobody else uses it."""


@record(frozen=True)
class KeepBehindPhrase(Gesture):
    """Keep behind a phrase: others use it too."""


@record(frozen=True)
class NotMine(Gesture):
    """The computer is somebody else's."""


@record(frozen=True)
class KeepOnStick(Gesture):
    """Keep on the USB stick that is plugged in, behind a phrase."""


@record(frozen=True)
class KeepNothing(Gesture):
    """Write nothing at all."""


@record(frozen=True)
class DrawWords(Gesture):
    """Draw twelve words that will open the safe too."""


@record(frozen=True)
class Later(Gesture):
    """Go on without them."""


def page(*, answering: bool, then: Destination) -> Page:
    """Return the question; who is not ``answering`` may also open a safe that she has."""
    told = _offered(
        (
            i18n.text("Moi seulement"),
            KeepHere(),
            i18n.text("Gardé tout de suite. Qui ouvre votre session peut tout lire."),
        ),
        (
            i18n.text("D’autres aussi"),
            KeepBehindPhrase(),
            i18n.text(
                "Gardé derrière une phrase. Les autres voient un coffre fermé, rien de plus."
            ),
        ),
        (
            i18n.text("Ce n’est pas le mien"),
            NotMine(),
            i18n.text("Rien n’est écrit ici : les autres ne verront rien."),
        ),
    )
    others = (
        Action(i18n.text("Ouvrir un coffre d’une clé USB"), which_safe(), "plain"),
        Action(i18n.text("Restaurer une sauvegarde"), Restore(then=then), "plain"),
    )
    more = () if answering else others
    return Page(_heading(), (*told, Status(lasting=True)), (*more, back()))


def stick_or_nothing(*, danger: bool) -> Page:
    """Return what is left where nothing may be written: a stick, or nothing.

    ``danger``: somebody at home would find it.
    """
    told = (
        i18n.text("Si quelqu’un trouve vos réponses, vous pouvez être en danger.")
        if danger
        else i18n.text("Rien ne sera écrit sur cet ordinateur.")
    )
    blocks = _offered(
        (
            i18n.text("Garder sur ma clé USB"),
            KeepOnStick(),
            i18n.text("Derrière une phrase. Cachez la clé hors de chez vous.")
            if danger
            else i18n.text("Derrière une phrase. Reprenez la clé en partant."),
        ),
        (
            i18n.text("Ne rien garder"),
            KeepNothing(),
            i18n.text("Tout disparaît quand vous fermez. Imprimez avant."),
        ),
    )
    heading = i18n.text("Où garder vos réponses ?")
    return Page(heading, (Text(told), *blocks, Status(lasting=True)), (back(),), (told,))


def on_this_stick() -> Page:
    """Return what is asked where the program is carried, its folder for papers beside it."""
    told = i18n.text("Papier libre est sur cette clé, avec un dossier pour vos papiers.")
    blocks = _offered(
        (
            i18n.text("Garder sur cette clé"),
            KeepOnStick(),
            i18n.text("Derrière une phrase. Gardez aussi une sauvegarde ailleurs."),
        ),
        (
            i18n.text("Ne rien garder"),
            KeepNothing(),
            i18n.text("Tout disparaît quand vous fermez. Imprimez avant."),
        ),
    )
    heading = i18n.text("Où garder vos réponses ?")
    return Page(heading, (Text(told), *blocks, Status(lasting=True)), (back(),), (told,))


def no_keyring() -> Problem:
    """Say that the computer's keyring holds nothing, and propose the phrase in its place."""
    words = i18n.text(
        "Le trousseau de cet ordinateur ne répond pas : rien n’est encore gardé. "
        "Gardez vos réponses derrière une phrase."
    )
    return Problem(words, (Action(i18n.text("Choisir une phrase"), KeepBehindPhrase(), "primary"),))


def which_stick() -> PickFolder:
    """Return what asks on which of several sticks."""
    return PickFolder(STICK, i18n.text("Où mettre le coffre ?"), written=True)


def no_stick() -> str:
    """Say that no stick is plugged in."""
    return i18n.text("Branchez votre clé USB, attendez un peu, puis appuyez encore.")


def keeping() -> str:
    """Say that what was answered is being kept."""
    return i18n.text("Vos réponses sont mises à l’abri…")


def kept_nowhere() -> str:
    """Return what the bar says once nothing is to be kept."""
    return i18n.text("Rien n’est gardé sur cet ordinateur")


def second_key(*, phrase: bool, then: Destination) -> Page:
    """Return what is offered once the letter is printed; ``phrase``: one opens the safe already."""
    told = (
        i18n.text("Si vous oubliez votre phrase, plus rien n’ouvre vos papiers.")
        if phrase
        else loses()
    )
    words = Action(i18n.text("Recopier douze mots"), DrawWords(), "primary")
    own = Action(i18n.text("Choisir une phrase"), ChangePhrase(then=then))
    later = Action(i18n.text("Plus tard"), Later(), "plain")
    ways = i18n.text("Douze mots, sur un papier gardé en lieu sûr, les ouvrent partout.")
    blocks: tuple[Block, ...] = (Text(told), Text(ways), Status(lasting=True))
    actions = (words, later) if phrase else (words, own, later)
    return Page(i18n.text("Gardez de quoi rouvrir vos papiers"), blocks, actions, (told,))


def _offered(*choices: tuple[str, Gesture, str]) -> tuple[Block, ...]:
    """Return each choice with what it lets others see, which is heard with it."""
    found: list[Block] = []
    for words, does, told in choices:
        found += [Choice(words, does, about=told), Text(told, "hint")]
    return tuple(found)


def _heading() -> str:
    return i18n.text("Qui se sert de cet ordinateur ?")

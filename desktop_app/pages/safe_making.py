"""What opens a safe: a phrase, asked back where it was drawn; twelve words, three asked back.

No secret is in these pages: words that are drawn stand in places that the screen fills, a phrase is
typed in a ``Secret``, and the words asked back are read here and go no further.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import PickFolder
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Back,
    Block,
    Card,
    Gesture,
    Live,
    Own,
    Page,
    Row,
    Secret,
    Status,
    Take,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

CHOICE, WORDS, STRENGTH, WHERE = "choice", "words", "strength", "where"
"""Places: of the phrase to choose, of words that were drawn, of how well a phrase protects, of
where the safe will be."""
OWN, AGAIN = "own", "again"
"""Where one's own phrase is typed, and once more."""
BACK = "back"
"""Where a phrase that was drawn is typed."""
READ_BACK = "read back"
PHRASE_MINIMUM = 12
WEAK = 1
"""The strength of a phrase that is guessed easily, or at once."""


@dataclass(frozen=True, slots=True)
class Draw(Gesture):
    """Draw other words."""


@dataclass(frozen=True, slots=True)
class ChooseOwn(Gesture):
    """Choose one's own phrase, or take drawn words again."""

    own: bool


@dataclass(frozen=True, slots=True)
class TypeAgain(Gesture):
    """Type one's own phrase once more."""


@dataclass(frozen=True, slots=True)
class TakePhrase(Gesture):
    """Go on with this phrase."""


@dataclass(frozen=True, slots=True)
class Rely(Gesture):
    """Have the phrase open the safe: it was given back."""


@dataclass(frozen=True, slots=True)
class Copied(Gesture):
    """The words are copied: ask some of them back."""


@dataclass(frozen=True, slots=True)
class PrintWords(Gesture):
    """Print the sheet."""


@dataclass(frozen=True, slots=True)
class SaveWords(Gesture):
    """Save the sheet as a file."""


# ---------------------------------------------------------------- the phrase


def new_phrase(*, own: bool) -> Page:
    """Return the beginning of a safe: nothing is made yet."""
    where = Text(i18n.text("Le coffre sera sur cet ordinateur."), "hint")
    blocks = (Live(CHOICE, phrase(own=own)), Live(WHERE, (where,)), Status(lasting=True))
    elsewhere = PickFolder(WHERE, i18n.text("Où mettre le coffre ?"), written=True)
    actions = (
        Action(i18n.text("Continuer"), TakePhrase(), "primary"),
        Action(i18n.text("Le mettre sur une clé USB"), elsewhere),
        back(),
    )
    return Page(i18n.text("Votre phrase secrète"), blocks, actions)


def first_phrase() -> Page:
    """Return what gives the open safe its first phrase."""
    told = Text(i18n.text("Elle ouvrira vos papiers, aussi sur un autre ordinateur."))
    keys = irreversible.before(Irreversible.KEYS)
    blocks = (told, keys, Live(CHOICE, phrase(own=False)), Status(lasting=True))
    actions = (Action(i18n.text("Continuer"), TakePhrase(), "primary"), back())
    return Page(i18n.text("Votre phrase secrète"), blocks, actions)


def change_phrase() -> Page:
    """Return what changes the phrase of the open safe: the former one opens former backups."""
    told = i18n.text("Les sauvegardes déjà faites s’ouvrent encore avec l’ancienne phrase.")
    keys = irreversible.before(Irreversible.KEYS)
    blocks = (Text(told), keys, Live(CHOICE, phrase(own=False)), Status(lasting=True))
    actions = (Action(i18n.text("Changer la phrase"), TakePhrase(), "primary"), back())
    return Page(i18n.text("Changer votre phrase"), blocks, actions)


def phrase(*, own: bool) -> tuple[Block, ...]:
    """Return drawn words, or where one types one's ``own``; and what leads to the other."""
    if own:
        told = i18n.text("Au moins 12 caractères. Plusieurs mots sans lien se retiennent bien.")
        return (
            Text(told, "hint"),
            Secret(OWN, i18n.text("Votre phrase secrète"), TypeAgain()),
            Live(STRENGTH),
            Secret(AGAIN, i18n.text("La même phrase, encore une fois"), TakePhrase()),
            Row((Action(i18n.text("Prendre des mots tirés"), ChooseOwn(False)),)),
        )
    told = i18n.text("Ces mots sont tirés au hasard. Recopiez-les sur un papier, dans l’ordre.")
    others = (
        Action(i18n.text("Tirer d’autres mots"), Draw()),
        Action(i18n.text("Choisir ma propre phrase"), ChooseOwn(True)),
    )
    return (Text(told, "hint"), Card("", (Own(WORDS),)), Row(others))


def phrase_back() -> Page:
    """Return where a phrase that was drawn is given back: nothing relies on it before."""
    told = i18n.text("Écrivez-la comme sur votre papier. Les accents et les espaces comptent.")
    blocks = (
        Text(told),
        Secret(BACK, i18n.text("Votre phrase secrète"), Rely()),
        Status(lasting=True),
    )
    actions = (
        Action(i18n.text("Garder derrière cette phrase"), Rely(), "primary"),
        Action(i18n.text("Revoir les mots"), Back(), "plain"),
    )
    return Page(i18n.text("Redonnez votre phrase"), blocks, actions)


def is_not_it() -> str:
    """Say that what was typed is not the phrase that was drawn."""
    return i18n.text("Ce n’est pas la phrase tirée. Revoyez les mots, puis écrivez-les encore.")


def drawn(count: int) -> str:
    """Return what is heard once words are drawn: never the words, which others may hear.

    Each is read where one goes to it.
    """
    told = i18n.text("{n} mots sont tirés. Recopiez-les : Tab les lit un par un.")
    return told.format(n=count)


def in_folder(name: str) -> tuple[Text]:
    """Return where the safe will be, once one chose it."""
    words = i18n.text("Le coffre sera dans le dossier « {folder} ».")
    return (Text(words.format(folder=name), "hint"),)


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


# ---------------------------------------------------------------- the recovery sheet


def sheet() -> Page:
    """Return the twelve words, to be copied by hand first."""
    told = (
        i18n.text("Si vous oubliez votre phrase, ces douze mots ouvrent aussi le coffre."),
        i18n.text(
            "Recopiez-les à la main, dans l’ordre, et gardez ce papier en lieu sûr. "
            "Nous ne pourrons pas vous les redonner."
        ),
    )
    blocks: tuple[Block, ...] = (
        *(Text(one) for one in told),
        Card("", (Own(WORDS),)),
        irreversible.before(Irreversible.PRINT),
        Status(lasting=True),
    )
    actions = (
        Action(i18n.text("Je les ai recopiés"), Copied(), "primary"),
        Action(i18n.text("Imprimer la feuille"), PrintWords()),
        Action(i18n.text("Enregistrer la feuille"), SaveWords()),
        back(),
    )
    return Page(i18n.text("Votre feuille de secours"), blocks, actions, told)


def ask_back(positions: Sequence[int], right: Callable[[int, str], object]) -> Page:
    """Return the words asked back; ``right`` refuses a wrong one at a position (from 0)."""
    asked = tuple(_word(position, right) for position in positions)
    told = Text(i18n.text("Recopiez ici trois mots de votre papier."))
    actions = (
        Action(i18n.text("Vérifier"), Take(READ_BACK), "primary"),
        Action(i18n.text("Revoir les mots"), Back(), "plain"),
    )
    keys = irreversible.before(Irreversible.KEYS)
    blocks = (told, keys, Ask(READ_BACK, asked), Status(lasting=True))
    return Page(i18n.text("Relisez votre feuille de secours"), blocks, actions)


def _word(position: int, right: Callable[[int, str], object]) -> Asked:
    label = i18n.text("Mot numéro {n}").format(n=position + 1)
    question = Question(id=str(position), kind="text", label=label, required=True)
    return Asked(question, lambda typed: right(position, typed), characters=16)

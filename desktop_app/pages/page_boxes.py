"""Remplir sur la page: a box that is missing or wrong, and the model that may be kept of them."""

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Choice,
    Gesture,
    Loss,
    Row,
    Take,
    Text,
)
from desktop_app.sentences import box_words

ADDING, MODEL = "adding", "model"
"""The places where a box is added, and where a model is kept; both name their questions."""
WORDS, SHAPE, TITLE = "words", "shape", "title"


@record(frozen=True)
class AddBox(Gesture):
    """Say that a box is missing."""


@record(frozen=True)
class OwnCopy(Gesture):
    """Have the boxes of a form of ours be corrected, in a copy of one's own."""


@record(frozen=True)
class DropAdding(Gesture):
    """Add none after all."""


@record(frozen=True)
class CorrectBox(Gesture):
    """Say that a box is wrong."""

    box: int


@record(frozen=True)
class CorrectOther(Gesture):
    """Take another box of the same question in hand."""

    box: int


@record(frozen=True)
class MoveBox(Gesture):
    """Move the box in hand with the keys, on the page."""


@record(frozen=True)
class EndCorrecting(Gesture):
    """Say that it is right now."""


@record(frozen=True)
class RemoveBox(Loss):
    """Take the box in hand out of the form."""


@record(frozen=True)
class AskModel(Gesture):
    """Have the boxes be kept for another time."""


@record(frozen=True)
class DropModel(Gesture):
    """Keep none after all."""


def one_too_many() -> str:
    """Return how a box that is none is taken out at once."""
    return i18n.text("Une case de trop dans la liste : la touche Suppr l’enlève.")


def own_copy() -> tuple[Block, ...]:
    """Return the way to correct the boxes of a form of ours, and what it does."""
    words = i18n.text(
        "Une case manque ou est mal placée ? Le programme fait une copie de ce modèle, à vous, où "
        "elle se corrige. Vos réponses y restent."
    )
    return (Text(words, "hint"), Action(i18n.text("Corriger les cases de ma copie"), OwnCopy()))


def missing() -> tuple[Block, ...]:
    """Return the way to a box that was not found."""
    return (Action(i18n.text("Il manque une case"), AddBox()),)


def adding(*, reading: bool = False) -> tuple[Block, ...]:
    """Return what is asked of a box that is missing: what stands beside it, what is done there.

    ``reading``: the page is being read to find it.
    """
    told = i18n.text(
        "Écrivez les mots du papier qui sont à côté : la case s’y mettra. "
        "Ou tracez-la sur la page avec la souris."
    )
    words = Question(id=WORDS, kind="text", label=i18n.text("Mots du papier à côté de la case"))
    how = i18n.text("Comment la remplit-on ?")
    options = (Option(id=shape, label=said) for shape, said in box_words.shapes().items())
    shape = Question(id=SHAPE, kind="choice", label=how, choices=tuple(options))
    return (
        Text(told, "hint"),
        Ask(ADDING, (Asked(words), Asked(shape)), {SHAPE: "text"}),
        Row(
            (
                Action(i18n.text("Ajouter la case"), Take(ADDING), "primary"),
                Action(i18n.text("Ne rien ajouter"), DropAdding(), "plain"),
            )
        ),
        *((Text(being_read(), "hint"),) if reading else ()),
    )


def being_read() -> str:
    """Return what is said while the words of a page are looked for."""
    return i18n.text("La page est lue…")


def correct(box: int, label: str) -> Action:
    """Return the way to a box that is wrong."""
    words = i18n.text("Corriger cette case")
    return Action(words, CorrectBox(box), "plain", name=i18n.labelled(words, label))


def correcting(label: str, others: tuple[tuple[int, str], ...], told: str) -> tuple[Block, ...]:
    """Return what stands above what is said of a box in hand.

    Args:
        label: what the paper calls it.
        others: the other boxes of the same question, by their numbers.
        told: what must be known of it first.
    """
    keys = i18n.text(
        "« Déplacer » : les flèches déplacent la case sur la page. Avec la touche Majuscule, elles "
        "changent sa taille. Entrée quand c’est bon. La souris peut aussi la tirer."
    )
    move = i18n.text("Déplacer")
    words, remove = i18n.text("Corriger aussi : {label}"), i18n.text("Enlever cette case")
    done = Action(i18n.text("C’est bon"), EndCorrecting(), "primary")
    return (
        *((Text(told, "error"),) if told else ()),
        Text(keys, "hint"),
        Row(
            (
                done,
                Action(move, MoveBox(), name=i18n.labelled(move, label)),
                Action(remove, RemoveBox(), "plain", name=i18n.labelled(remove, label)),
            )
        ),
        *(Choice(words.format(label=other), CorrectOther(box)) for box, other in others),
    )


def keep_model() -> Action:
    """Return the way to a model."""
    return Action(i18n.text("Garder comme modèle"), AskModel(), "plain")


def model(title: str) -> tuple[Block, ...]:
    """Return what is asked before a model is kept."""
    told = i18n.text(
        "Le modèle garde les cases, jamais vos réponses. Quand vous ouvrirez ce PDF une autre "
        "fois, elles seront prêtes, pour vous ou pour une autre personne."
    )
    asked = Question(id=TITLE, kind="text", label=i18n.text("Titre du modèle"), required=True)
    return (
        Text(told, "hint"),
        Ask(MODEL, (Asked(asked),), {TITLE: title}),
        Row(
            (
                Action(i18n.text("Garder ce modèle"), Take(MODEL), "primary"),
                Action(i18n.text("Ne pas le garder"), DropModel(), "plain"),
            )
        ),
    )


def kept(title: str, left: tuple[str, ...]) -> Text:
    """Return what is said once a model is kept; ``left``: its boxes that ask nothing."""
    return Text(_kept(title, left), "done")


def _kept(title: str, left: tuple[str, ...]) -> str:
    said = i18n.text("Modèle gardé : « {title} ».").format(title=title)
    if not left:
        return said
    words = i18n.plural(
        "{n} case n’y demande rien, à compléter dans Modèles",
        "{n} cases n’y demandent rien, à compléter dans Modèles",
        len(left),
    )
    return f"{said} {i18n.labelled(words, ' ; '.join(left[: box_words.MOST_NAMED]))}"


def added(label: str) -> str:
    """Return what is said of a box that was added."""
    return i18n.text("Case ajoutée : {label}").format(label=label)


def removed(label: str) -> str:
    """Return what is said of a box that was taken out."""
    return i18n.text("Case enlevée : {label}").format(label=label)


def to_place() -> str:
    """Return what is said of a box whose words are not on the page."""
    return i18n.text("Ces mots ne se lisent pas sur la page : placez vous-même la case.")


def to_name() -> str:
    """Return what is said of a box that no words of the page name."""
    return i18n.text("Rien sur la page ne nomme cette case : écrivez ce qu’elle demande.")

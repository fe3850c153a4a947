"""Réglages: colours, size of text, language, questions, printers. Each choice holds at once."""

from collections.abc import Iterable, Mapping, Sequence

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.offset import Offset
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages import misses
from desktop_app.pages.foot import back
from desktop_app.pages.page import Ask, Block, Live, Page, Text

COLOURS, SIZE, LANGUAGE, QUESTIONS, PRINTER = (
    "colours", "size", "language", "questions", "printer",
)  # fmt: skip
"""What is asked: each is a group with one question, of the same name."""
PRINTERS = "printers"
"""The place of the printers, which are looked for."""
EXPERT = "expert"


def themes() -> dict[str, str]:
    """Return the themes and their words, in the order of the look."""
    return {
        "clair": i18n.text("Clair"),
        "sombre": i18n.text("Sombre"),
        "contraste": i18n.text("Jaune sur noir"),
        "systeme": i18n.text("Comme l’ordinateur"),
    }


def page(now: Mapping[str, str | tuple[str, ...]], zooms: Sequence[float], *, public: bool) -> Page:
    """Return the page; ``now``: what is chosen, by what is asked."""
    kept = (
        i18n.text("Sur cet ordinateur public, vos choix sont oubliés à la fin.")
        if public
        else i18n.text("Vos choix sont gardés pour la prochaine fois. Aucun ne parle de vous.")
    )
    asked = (_colours(), _sizes(zooms), _languages(), _questions())
    blocks: tuple[Block, ...] = (
        Text(kept, "hint"),
        *(Ask(one.question.id, (one,), now, at_once=True) for one in asked),
        Text(i18n.text("Imprimantes"), "subheading"),
        Live(PRINTERS, (Text(i18n.text("On cherche les imprimantes…")),)),
    )
    return Page(i18n.text("Réglages"), blocks, (back(),))


def printers(names: Sequence[str]) -> tuple[Block, ...]:
    """Return what may be set of each printer found."""
    if not names:
        return (Text(i18n.text("Aucune imprimante n’est trouvée.")),)
    which = i18n.text("Quelle imprimante ?")
    window = i18n.text(
        "L’adresse tombe à côté de la fenêtre de l’enveloppe ? "
        "Mesurez l’écart sur la page d’essai, puis écrivez-le ici."
    )
    paper = i18n.text(
        "Les réponses tombent à côté des cases du formulaire en papier ? "
        "Mesurez l’écart sur la page d’essai, puis écrivez-le ici."
    )
    asked = Asked(_choice(PRINTER, which, ((name, name) for name in names)), closed=True)
    return (
        Ask(PRINTER, (asked,), {PRINTER: names[0]}, at_once=True),
        Text(window, "hint"),
        misses.ask(misses.WINDOW, Offset()),
        Text(paper, "hint"),
        misses.ask(misses.PAPER, Offset()),
    )


def _colours() -> Asked:
    return Asked(_choice(COLOURS, i18n.text("Couleurs"), themes().items()))


def _sizes(zooms: Sequence[float]) -> Asked:
    words = i18n.text("{n} %")
    offered = ((str(zoom), words.format(n=round(zoom * 100))) for zoom in zooms)
    return Asked(_choice(SIZE, i18n.text("Taille du texte"), offered))


def _languages() -> Asked:
    own = [(code, i18n.own_name(code)) for code in i18n.languages()]
    offered = (("", i18n.text("Comme l’ordinateur")), *own)
    hint = i18n.text("Les lettres restent en français : c’est la langue des administrations.")
    return Asked(_choice(LANGUAGE, i18n.text("Langue – Language"), offered, hint), closed=True)


def _questions() -> Asked:
    words = i18n.text("Toutes les questions sur une page")
    hint = i18n.text("Pour qui connaît déjà le dossier. Sinon, une question à la fois.")
    expert = Option(id=EXPERT, label=words, hint=hint)
    label = i18n.text("Questions")
    return Asked(Question(id=QUESTIONS, kind="choices", label=label, choices=(expert,)))


def _choice(name: str, words: str, offered: Iterable[tuple[str, str]], hint: str = "") -> Question:
    choices = tuple(Option(id=one, label=told) for one, told in offered)
    return Question(id=name, kind="choice", label=words, hint=hint, choices=choices)

"""Modèles: the letters and forms at hand, where they come from, and whether they are sound."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.packs.listed import BrokenPack
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.editions import edition, sources
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Found,
    Gesture,
    Keep,
    Live,
    Long,
    Loss,
    Own,
    Page,
    Problem,
    Row,
    Search,
    Status,
    Text,
)
from desktop_app.pages.wanted import blank, may_drop
from desktop_app.sentences import edition_words
from desktop_app.sentences.problem_words import line

if TYPE_CHECKING:  # the page stands before any model is read
    from desktop_app.workflow.guidance.pack_list import AtHand, Model
    from desktop_app.workflow.packs.checking import CheckedPack
    from desktop_app.workflow.packs.pack_drafts import InTheMaking

AT_ONCE = 20
"""Models shown at first, and read at a time: there are hundreds."""
BEGUN_AT_ONCE = 6
"""Models in the making shown at first."""
BEGUN, FAULTS, LIST, SEARCH = "begun", "faults", "list", "models"
"""What is in the making; what a check found; the models, once read, and the box above them."""
CHECKING = "checking"
"""The place where it is told how far the check is."""


@record(frozen=True)
class Verify(Gesture):
    """Check every model."""


@record(frozen=True)
class AskToGiveUp(Loss):
    """Ask before a model in the making is given up."""

    one: "InTheMaking"


@record(frozen=True)
class GiveUp(Loss):
    """Give it up."""

    draft: str


def page(*, public: bool, office: bool = False) -> Page:
    """Return the page around the models, which are being read; ``public``: none can be made.

    ``office``: letters of a word processor are kept too, on a page of their own.
    """
    told = i18n.text("Sur cet ordinateur public, rien n’est écrit : aucun modèle à créer.")
    make = Action(i18n.text("Créer un modèle à partir d’un PDF"), blank())
    check = Action(i18n.text("Vérifier les modèles"), Verify())
    blocks: tuple[Block, ...] = (
        Status(i18n.text("Les modèles se chargent…")),
        Own(CHECKING),
        Live(FAULTS),
        Text(told, "hint") if public else Live(BEGUN),
        Row((check,) if public else (make, check)),
        *(() if public else (may_drop(),)),
        *((Choice(i18n.text("Les modèles du bureau"), to.OfficeModels()),) if office else ()),
        Live(LIST),
    )
    return Page(i18n.text("Modèles"), blocks, (back(),))


def begun(
    in_hand: tuple[str, to.Destination] | None, kept: "Sequence[InTheMaking]"
) -> tuple[Block, ...]:
    """Return what is in the making: ``in_hand``, by its title and its place, then those kept."""
    words = i18n.text("Reprendre le modèle « {title} »")
    first = (Choice(words.format(title=in_hand[0]), in_hand[1]),) if in_hand else ()
    leave = i18n.text("L’abandonner")
    others = [
        block
        for one in kept
        for block in (
            Choice(words.format(title=one.title), to.ResumeModel(draft=one.id)),
            Action(leave, AskToGiveUp(one), "plain", i18n.labelled(leave, one.title)),
        )
    ]
    return (*first, *((Long(tuple(others), BEGUN_AT_ONCE),) if others else ()))


def to_give_up(one: "InTheMaking") -> Problem:
    """Return what is asked before a model in the making is given up."""
    words = i18n.text("Abandonner « {title} » ? Cela s’annule tant que le coffre est ouvert.")
    no = Action(i18n.text("Non, le garder"), Keep())
    yes = Action(i18n.text("Oui, l’abandonner"), GiveUp(one.id))
    return Problem(words.format(title=one.title), (no, yes), asks=True)


def at_hand(found: "AtHand", broken: Sequence[BrokenPack], *, public: bool) -> tuple[Block, ...]:
    """Return the models, and first why some cannot even be listed."""
    first = Found("", _cards(found, public), found.left)
    search = Search(SEARCH, i18n.text("Chercher un modèle"), first)
    return (*(lost(one) for one in broken), search if found.left else first.shown)


def how_many(total: int) -> str:
    """Return how many models there are."""
    return i18n.plural("{n} modèle sur cet ordinateur.", "{n} modèles sur cet ordinateur.", total)


def searched(found: "AtHand", *, public: bool) -> Found:
    """Return the models that answer the words typed."""
    words = i18n.plural("{n} modèle trouvé", "{n} modèles trouvés", found.total)
    return Found(words, _cards(found, public), found.left)


def outcome(checked: "tuple[CheckedPack, ...]") -> tuple[str, ...]:
    """Return what the check found: a sentence, then a line for each fault."""
    wrong = [pack for pack in checked if not pack.ok]
    if not wrong:
        return (
            i18n.plural(
                "{n} modèle vérifié : rien à corriger.",
                "{n} modèles vérifiés : rien à corriger.",
                len(checked),
            ),
        )
    faults = [i18n.labelled(pack.id, line(one)) for pack in wrong for one in pack.problems]
    head = i18n.plural("Erreur dans {n} modèle.", "Erreur dans {n} modèles.", len(wrong))
    return (head, *faults)


def _cards(found: "AtHand", public: bool) -> Long:
    return Long(tuple(_in_order(found, public)), AT_ONCE)


def _in_order(found: "AtHand", public: bool) -> Iterator[Block]:
    """Yield the models; what is no longer taken comes last, under its heading."""
    for place, one in enumerate(found.models):
        if place == found.former:
            yield Text(edition_words.former_editions(), "subheading")
        yield lost(one) if isinstance(one, BrokenPack) else _card(one, public)


def _card(model: "Model", public: bool) -> Card:
    own = (Text(i18n.text("À vous"), "date"),) if model.own else ()
    form = (edition(model), *sources(model))
    said = form if model.kind == "form" else _letter(model, public)
    return Card(i18n.pack_text(model.title), (*own, *said))


def _letter(model: "Model", public: bool) -> Iterator[Block]:
    yield from (Text(one, "hint") for one in edition_words.facts(model))
    if not public:
        mine = i18n.text("Modifier ma version")
        words = mine if model.own else i18n.text("En faire ma version")
        name = i18n.labelled(words, i18n.pack_text(model.title))
        yield Action(words, to.LetterEditor(pack=model.id), name=name)
    yield from sources(model)


def lost(one: BrokenPack) -> Text:
    why = " ".join(line(problem) for problem in one.problems)
    words = i18n.text("{name} ne peut pas servir : {why}").format(name=one.id, why=why)
    return Text(words, "error", stop=True)

"""Les cases reconnues: what a PDF brought for a prepared form has of it, to be confirmed once."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Choice,
    Gesture,
    Listed,
    Live,
    Loss,
    Own,
    Page,
    Row,
    Text,
)
from desktop_app.sentences import prepared_words

if TYPE_CHECKING:
    from desktop_app.core.generic.brought import Paired
    from desktop_app.core.generic.by_label import Pair

COUNT, PAPER, PAIRS = "count", "paper", "pairs"
"""Places: of how many there are, of the pages of the PDF, of the pairs."""
FIRST = 12
"""Pairs that are shown at once."""
NAMED = 6
"""Lines without a box that are named one by one."""


@record(frozen=True)
class Confirm(Gesture):
    """Take all that is left as right, and go on to the questions."""


@record(frozen=True)
class ChoosePair(Gesture):
    """Show a box on its page, and what may be said of it; or no more."""

    name: str


@record(frozen=True)
class RemovePair(Loss):
    """Say that this box asks something else."""

    name: str


@record(frozen=True)
class Accept(Gesture):
    """Say that it is the one after all."""

    name: str


def page(paired: "Paired", *, public: bool) -> Page:
    """Return what was recognised, the way on for who finds it right, and each pair."""
    known = prepared_words.printed(paired.definition.number, paired.printed)
    kept = i18n.text("Votre réponse est gardée : ce PDF sera reconnu la prochaine fois.")
    confirm = Action(i18n.text("C’est juste : répondre aux questions"), Confirm(), "primary")
    blocks: tuple[Block, ...] = (
        Text(i18n.pack_text(paired.definition.plain_title)),
        Text(known),
        Live(COUNT, (counted(paired, frozenset()),)),
        Text(i18n.text("Regardez chaque ligne. Une seule est fausse ? Choisissez-la.")),
        Row((confirm,)),
        *(() if public else (Text(kept, "hint"),)),
        Own(PAPER),
        Live(PAIRS, tuple(pairs(paired, frozenset(), "")), FIRST),
        *_left(paired),
    )
    return Page(_heading(), blocks, (back(),), lead=lead(paired, frozenset()))


def report(paired: "Paired") -> Page:
    """Return the same for who reads it in a terminal, where no line is chosen."""
    shown = tuple(_said(one) for one in paired.pairs)
    blocks: tuple[Block, ...] = (
        Text(i18n.pack_text(paired.definition.plain_title)),
        Text(prepared_words.printed(paired.definition.number, paired.printed)),
        counted(paired, frozenset()),
        Listed(shown),
        *_left(paired),
        Text(to_say_so(), "date"),
    )
    return Page(_heading(), blocks, ())


def _heading() -> str:
    return i18n.text("Ces cases sont-elles les bonnes ?")


def to_say_so() -> str:
    """Return how a command is told that the boxes are the right ones."""
    return i18n.text("Rien n’est rempli. Si ces cases sont les bonnes, ajoutez --other-edition.")


def counted(paired: "Paired", refused: Set[str]) -> Text:
    """Return how many boxes are recognised, of how many lines."""
    n, total = len(paired.pairs) - len(refused), len(paired.pairs) + len(paired.left)
    found = i18n.plural("{n} case reconnue", "{n} cases reconnues", n)
    asked = i18n.plural("pour {n} ligne préparée", "pour {n} lignes préparées", total)
    return Text(f"{found}, {asked}.", "subheading")


def lead(paired: "Paired", refused: Set[str]) -> tuple[str, ...]:
    """Return what is heard with the question: whether it is the right paper, how many boxes."""
    known = prepared_words.printed(paired.definition.number, paired.printed)
    title = i18n.pack_text(paired.definition.plain_title)
    return (title, known, counted(paired, refused).words)


def pairs(paired: "Paired", refused: Set[str], chosen: str) -> Iterator[Live]:
    """Yield each pair in its place; that in hand can be refused."""
    for one in paired.pairs:
        yield Live(f"pair {one.name}", tuple(_pair(one, refused, chosen)))


def _pair(one: "Pair", refused: Set[str], chosen: str) -> Iterator[Block]:
    ours, out = _ours(one), one.name in refused
    not_this = i18n.text("{ours} : ce n’est pas cette case").format(ours=ours)
    yield Choice(not_this if out else _said(one), ChoosePair(one.name))
    if one.name != chosen:
        return
    say = i18n.text("C’est bien cette case") if out else i18n.text("Ce n’est pas cette case")
    does: Gesture = Accept(one.name) if out else RemovePair(one.name)
    yield Row((Action(say, does, name=i18n.labelled(say, ours)),))


def _said(one: "Pair") -> str:
    words = i18n.text("Case « {theirs} », page {n} : {ours}")
    return words.format(ours=_ours(one), theirs=i18n.cited(one.spot.label), n=one.places[0].page)


def _ours(one: "Pair") -> str:
    """Return what a line is called in a sentence: words of a French paper."""
    return i18n.cited(one.line.label.replace(" : ", ", "))


def _left(paired: "Paired") -> Iterator[Block]:
    """Yield the lines that have no box: they stay on the sheet to copy."""
    if not paired.left:
        return
    names = [i18n.cited(one.label) for one in paired.left]
    yield Text(i18n.text("Lignes sans case reconnue"), "subheading")
    more = len(names) - NAMED
    listed = " ; ".join(names[:NAMED])
    if more > 0:
        listed += i18n.plural(" ; et {n} autre", " ; et {n} autres", more)
    yield Text(listed + ".")
    yield Text(
        i18n.text("Les autres cases de ce PDF vous sont demandées aussi, avec leurs mots."), "hint"
    )

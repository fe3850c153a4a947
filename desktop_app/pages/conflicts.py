"""Copies beside the safe: what each has that the safe has not, taken by gesture, put aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.comparing import Comparison, Copy, Difference, Kind, Merged
from desktop_app.pages import irreversible
from desktop_app.pages.choosing import size_words
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Gesture,
    Keep,
    Listed,
    Long,
    Loss,
    Page,
    Problem,
    Row,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

AT_ONCE = 20
"""Things shown at a time."""


@dataclass(frozen=True, slots=True)
class Compare(Gesture):
    """Read a copy, and say what it holds that the safe has not."""

    name: str


@dataclass(frozen=True, slots=True)
class TakeAll(Gesture):
    """Take from the copy all that the safe has not."""


@dataclass(frozen=True, slots=True)
class TakeOne(Gesture):
    """Take one thing from the copy."""

    id: str


@dataclass(frozen=True, slots=True)
class PutAside(Gesture):
    """Put the copy aside: it is told no more, and nothing of it is deleted."""


@dataclass(frozen=True, slots=True)
class AskToErase(Loss):
    """Ask before what was erased in the copy is erased here too."""


@dataclass(frozen=True, slots=True)
class EraseToo(Loss):
    """Erase here for good what was erased in the copy."""


def copies(found: Sequence[Copy]) -> Page:
    """Return the copies that are beside the safe."""
    heading = i18n.text("Copies à côté du coffre")
    if not found:
        return Page(
            heading, (Text(i18n.text("Il n’y a pas de copie à côté du coffre.")),), (back(),)
        )
    told = i18n.text(
        "Une synchronisation les a laissées : deux ordinateurs ont écrit en même temps. Rien n’en "
        "est pris, et rien n’en est effacé, sans votre geste."
    )
    return Page(heading, (Text(told), *map(_copy, found)), (back(),))


def _copy(one: Copy) -> Block:
    told = Text(f"{one.name} · {size_words(one.size)}")
    if not one.comparable:
        return Card("", (told, Text(i18n.text("C’est une copie des clés : rien à y reprendre."))))
    words = i18n.text("Comparer avec le coffre")
    compare = Action(words, Compare(one.name), name=i18n.labelled(words, one.name))
    return Card("", (told, Row((compare,))))


def comparison(found: Comparison) -> Page:
    """Return what the copy and the safe do not have in common, and what may be done."""
    takeable = found.takeable()
    blocks: list[Block] = [Text(summary(found))]
    if found.erased_here:
        told = i18n.plural(
            "{n} chose effacée ici est encore dans la copie : elle ne revient pas.",
            "{n} choses effacées ici sont encore dans la copie : elles ne reviennent pas.",
            found.erased_here,
        )
        blocks.append(Text(told, "hint"))
    if takeable:
        blocks.append(Text(i18n.text("Dans la copie seulement, ou autrement"), "subheading"))
        blocks.append(Long(tuple(map(_difference, takeable)), AT_ONCE))
    if found.erased_there:
        blocks += [
            Text(i18n.text("Effacé dans la copie, encore ici"), "subheading"),
            Listed(tuple(title for _kind, _id, title in found.erased_there)),
            Row((Action(i18n.text("Effacer ici aussi"), AskToErase()),)),
        ]
    take = Action(i18n.text("Tout reprendre"), TakeAll(), "primary")
    aside = Action(i18n.text("Mettre la copie de côté"), PutAside())
    actions = (*((take,) if takeable else ()), aside, back())
    return Page(i18n.text("Ce que la copie a de plus"), tuple(blocks), actions)


def summary(found: Comparison) -> str:
    """Return in a sentence how much is on each side."""
    if found.same and not found.count("here"):
        return i18n.text("La copie et le coffre sont pareils.")
    if found.same:
        return i18n.text("La copie n’a rien de plus que le coffre.")
    there = i18n.plural(
        "{n} chose est seulement dans la copie", "{n} choses sont seulement dans la copie",
        found.count("there"),
    )  # fmt: skip
    both = i18n.plural("{n} diffère", "{n} diffèrent", found.count("both"))
    here = i18n.plural("{n} est seulement ici", "{n} sont seulement ici", found.count("here"))
    return f"{there}, {both}, {here}."


def _difference(one: Difference) -> Block:
    words = i18n.text("Reprendre")
    told = difference_words(one)
    return Card(
        "", (Text(told), Row((Action(words, TakeOne(one.id), name=i18n.labelled(words, told)),)))
    )


def difference_words(one: Difference) -> str:
    """Return what a thing of the copy is, and how it differs from what is here."""
    told = i18n.labelled(_kinds()[one.kind], one.title)
    if one.whose:
        told = f"{told} ({one.whose})"
    if one.side == "there":
        return told
    newest = {
        "": i18n.text("Les deux versions seront gardées."),
        "here": i18n.text("La plus récente est ici. Les deux seront gardées."),
        "there": i18n.text("La plus récente est dans la copie. Les deux seront gardées."),
    }[one.newest]
    if one.kind in {"person", "dossier"}:
        newest = i18n.text("La version de la copie prendra la place, et cela s’annule.")
    differs = i18n.text("ici : {here} · copie : {there}").format(here=one.here, there=one.there)
    return f"{told} — {differs}. {newest}"


def _kinds() -> dict[Kind, str]:
    return {
        "person": i18n.text("Personne"),
        "dossier": i18n.text("Dossier"),
        "draft": i18n.text("Réponses"),
        "document": i18n.text("Document"),
        "event": i18n.text("Étape"),
        "value": i18n.text("Renseignement"),
    }


def asked_to_erase(found: Comparison) -> Problem:
    """Ask once: what is erased here too comes back from nowhere."""
    words = i18n.plural(
        "{n} chose, effacée dans la copie, sera effacée ici pour de bon.",
        "{n} choses, effacées dans la copie, seront effacées ici pour de bon.",
        len(found.erased_there),
    )
    yes = Action(i18n.text("Effacer pour de bon"), EraseToo())
    told = f"{words} {irreversible.words(Irreversible.ERASE)}"
    return Problem(told, (yes, Action(i18n.text("Garder ici"), Keep())), asks=True)


def taken(merged: Merged) -> str:
    """Return what was taken from the copy."""
    if not merged.total:
        return i18n.text("Il n’y avait rien à reprendre.")
    return i18n.plural(
        "{n} chose est reprise de la copie. La copie reste là.",
        "{n} choses sont reprises de la copie. La copie reste là.",
        merged.total,
    )


def taken_back() -> str:
    """Return that it was taken, where the page shows what is left."""
    return i18n.text("C’est repris de la copie. La copie reste là.")


def put_aside() -> str:
    """Return that the copy was put aside, and that it still holds what it held."""
    return i18n.text(
        "La copie est de côté, dans « copies », à côté du coffre. Elle garde ce qu’elle contient : "
        "effacez-la vous-même quand elle ne sert plus."
    )

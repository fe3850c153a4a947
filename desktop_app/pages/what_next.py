"""Et maintenant: the day to act, why, what to do with the sheets, filing, and what comes after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.core.moment import Today
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back, home
from desktop_app.pages.letter import hand_signature
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Gesture,
    Live,
    Page,
    Row,
    Status,
    Steps,
    Text,
)
from desktop_app.pages.sheets import know, to_do
from desktop_app.pages.too_late import urgent_choice
from desktop_app.pages.until import card
from desktop_app.pages.way import ladder
from desktop_app.sentences import deadline_words, ladder_words, timeline_words
from desktop_app.sentences.lacking_words import left_out
from desktop_app.workflow.documents.afterwards import Afterwards
from desktop_app.workflow.documents.forms import Way
from desktop_app.workflow.documents.preparing import PreparedForm, PreparedLetter

AFTER = "after"
"""The place of what comes after: it is long, and read in the worker."""
Keeping = Literal["safe", "no safe", "public"]
"""Whether papers are kept: in an open safe; not yet; never, on a computer of many."""


@dataclass(frozen=True, slots=True)
class NoteSent(Gesture):
    """File the paper, then note on which day it was sent."""


@dataclass(frozen=True, slots=True)
class File(Gesture):
    """Put the paper in the safe."""


def what_next(
    asked: to.WhatNext,
    today: Today,
    *,
    keeping: Keeping,
    dossier: str = "",
    newer: bool = False,
    emergency: str = "",
    follows: tuple[Block, ...] = (),
    printed: bool = True,
) -> Page:
    """Return the page of a paper that was made.

    ``dossier``: where it is filed, "" while it is not; ``newer``: beside a former version;
    ``emergency``: what must be done today; ``follows``: what comes ``after``, once it is read;
    ``printed``: it was, as on the way to this page of the window.
    """
    made = asked.made
    deadline = made.prepared.deadline
    blocks: tuple[Block, ...] = (
        *((urgent_choice(emergency),) if emergency else ()),
        *ready(made.prepared, today, made.way, explained=asked.why, printed=printed),
        *_keeping(asked, keeping, dossier, newer=newer),
        Live(AFTER, follows),
    )
    lead = deadline_words.until(deadline, today) if deadline else ()
    return Page(i18n.text("Et maintenant"), blocks, (home(), back()), lead)


def written(prepared: PreparedLetter, today: Today) -> Page:
    """Return the page of a letter that a command wrote, with what must be known of it."""
    warnings = list(map(i18n.in_french, prepared.document.warnings))
    if prepared.document.pictures.signature is not None:
        warnings.append(hand_signature())
    return Page(
        i18n.text("Et maintenant"),
        (*ready(prepared, today, explained=True), *know(warnings)),
        (),
    )


def ready(
    prepared: PreparedLetter | PreparedForm,
    today: Today,
    way: Way = "blank",
    *,
    explained: bool,
    printed: bool = False,
) -> Iterator[Block]:
    """Yield until when a paper may be sent, then what to do with it."""
    if prepared.deadline is not None:
        yield card(prepared.deadline, today, explained=explained)
    yield from old(prepared)
    yield Card(i18n.text("À faire, dans l’ordre"), (Steps(to_do(prepared, way, printed=printed)),))
    if left := left_out(prepared.document):
        title = Text(i18n.text("Ce que la lettre ne dit pas, et pourquoi"), "subheading")
        yield Card("", (title, *map(Text, left)))


def old(prepared: PreparedLetter | PreparedForm) -> tuple[Text, ...]:
    """Return that what a paper rests on was read too long ago, unless its day says it already."""
    return () if _day_says_old(prepared) else old_alone(prepared)


def old_alone(prepared: PreparedLetter | PreparedForm) -> tuple[Text, ...]:
    """Return it where no day of the paper is shown: of what it rests on, or of its day's rule."""
    if prepared.old is not None:
        return (Text(deadline_words.old(prepared.old)),)
    return tuple(map(Text, _day_says_old(prepared)))


def _day_says_old(prepared: PreparedLetter | PreparedForm) -> tuple[str, ...]:
    return deadline_words.old_rule(prepared.deadline) if prepared.deadline else ()


def other_waits(other: str, dossier: str) -> Text:
    """Say that a paper of the same model waits in another dossier, and how one takes its place."""
    words = i18n.text(
        "Un document du même modèle, pas encore envoyé, est dans le dossier {other}. Si c’est la "
        "même affaire, mettez le dossier {id} à la corbeille, et refaites la commande avec "
        "--dossier {other} : la nouvelle version y remplacera l’ancienne."
    )
    return Text(words.format(other=other, id=dossier))


def after(found: Afterwards, today: Today) -> tuple[Block, ...]:
    """Return what silence will mean, then the whole way when there is more than one step."""
    told, steps = tuple(_silence(found)), ladder_words.told(found.rungs, today, dated_above=True)
    title = Text(i18n.text("Après l’envoi"), "subheading")
    way = Text(i18n.text("Où vous en êtes, et la suite"), "subheading")
    silence: tuple[Block, ...] = (title, *map(Text, told)) if told else ()
    whole: tuple[Block, ...] = (way, ladder(steps)) if len(steps) > 1 else ()
    return (Card("", (*silence, *whole)),) if silence or whole else ()


def _silence(found: Afterwards) -> Iterator[str]:
    """Yield what no answer means, and what will be ready then."""
    if found.silence is not None:
        yield timeline_words.after_silence(found.silence)
    if found.at_hand:
        yield i18n.text("La lettre suivante sera prête ce jour-là.")
    elif found.following:
        title = i18n.pack_text(found.following)
        yield i18n.text("La suite sera alors : {title}.").format(title=title)


def _keeping(asked: to.WhatNext, keeping: Keeping, dossier: str, *, newer: bool) -> Iterator[Block]:
    """Yield what can be done with the paper; above the way, which is long."""
    if keeping == "safe":
        yield Status(_beside() if dossier and newer else "")
        yield Row(_filing(asked, dossier))
        return
    yield Status(
        i18n.text(
            "Rien n’est gardé sur cet ordinateur. "
            "Imprimez ou enregistrez votre lettre avant de fermer."
        )
    )
    if keeping == "public":
        return
    yield Text(
        i18n.text(
            "Avec un coffre, vous notez le jour de l’envoi, et la date de la réponse vous est "
            "rappelée."
        )
    )
    then = to.WhatNext(made=asked.made, draft=asked.draft, writing=asked.writing)
    yield Action(i18n.text("Garder dans un coffre"), to.SafeHome(then=then), "primary")


def _beside() -> str:
    """Say where a paper that was changed went, and what became of the former one."""
    return i18n.text(
        "C’est dans le même dossier qu’avant. La version précédente y reste, marquée comme telle."
    )


def _filing(asked: to.WhatNext, dossier: str) -> tuple[Action, Action]:
    sent = (
        i18n.text("Je l’ai postée") if asked.made.is_letter else i18n.text("Je l’ai posté ou remis")
    )
    kept = (
        Action(i18n.text("Voir le dossier"), to.Dossier(dossier=dossier))
        if dossier
        else Action(i18n.text("Ranger dans le coffre"), File())
    )
    return Action(sent, NoteSent(), "primary"), kept

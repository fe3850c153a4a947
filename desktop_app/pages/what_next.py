"""Et maintenant: the day to act, why, what to do with the sheets, filing, and what comes after."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import day_of
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back, home
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Folded,
    Gesture,
    Live,
    Page,
    Row,
    Status,
    Steps,
    Text,
)
from desktop_app.pages.sheets import to_do
from desktop_app.pages.too_late import late_action, urgent_choice
from desktop_app.pages.way import ladder
from desktop_app.sentences import deadline_words, ladder_words, timeline_words
from desktop_app.sentences.verdict_words import headline, lines, say
from desktop_app.workflow.documents.afterwards import Afterwards

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


@dataclass(frozen=True, slots=True)
class Dates:
    """What the card of the day says: the day large, then what goes with it, then a hint.

    ``late``: the page of what remains; None unless it is too late.
    """

    headline: str
    lines: tuple[str, ...]
    hint: str
    late: to.TooLate | None


def dates(found: Deadline, today: dt.date) -> Dates:
    """Return what is said of a deadline today."""
    said = verdict(found, today)
    late: to.TooLate | None = None
    if said.is_over:
        received = day_of(found.count_from) if found.event in NOTIFIED else None
        late = to.TooLate(found.procedure, last_day=said.last_day, received=received)
    hint = "" if said.state in ("body", "body-over") else say("label-letter-first")
    notice = deadline_words.notice(found) if not said.is_over else ""
    told = tuple(line for line in (notice, *lines(said)) if line)
    return Dates(headline(said), told, hint, late)


def what_next(
    asked: to.WhatNext,
    today: dt.date,
    *,
    keeping: Keeping,
    dossier: str = "",
    newer: bool = False,
    emergency: str = "",
    follows: tuple[Block, ...] = (),
) -> Page:
    """Return the page of a paper that was made.

    ``dossier``: where it is filed, "" while it is not; ``newer``: beside a former version;
    ``emergency``: what must be done today; ``follows``: what comes ``after``, once it is read.
    """
    made = asked.made
    deadline = made.prepared.deadline
    told = dates(deadline, today) if deadline is not None else None
    blocks: tuple[Block, ...] = (
        *((urgent_choice(emergency),) if emergency else ()),
        *((_day(told, deadline, asked.why),) if told and deadline else ()),
        Card(i18n.text("À faire, dans l’ordre"), (Steps(to_do(made)),)),
        *_keeping(asked, keeping, dossier, newer=newer),
        Live(AFTER, follows),
    )
    lead = (told.headline, *told.lines) if told else ()
    return Page(i18n.text("Et maintenant"), blocks, (home(), back()), lead)


def after(found: Afterwards, today: dt.date) -> tuple[Block, ...]:
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


def _day(told: Dates, deadline: Deadline, explained: bool) -> Card:
    hint = (Text(told.hint, "hint"),) if told.hint else ()
    late = (late_action(told.late),) if told.late is not None else ()
    why = Folded(
        i18n.text("Pourquoi cette date ?"),
        i18n.text("Cacher l’explication"),
        tuple(_reasons(deadline)),
        explained,
    )
    return Card("", (Text(told.headline, "date"), *map(Text, told.lines), *hint, *late, why))


def _reasons(deadline: Deadline) -> Iterator[str]:
    """Yield each step of the computation with its article, then what must be known."""
    yield from map(deadline_words.step, deadline.steps)
    yield from map(deadline_words.warning, deadline.warnings)
    articles = [article for source in deadline.sources for article in source.articles]
    if articles:
        cited = i18n.cited(" ; ".join(articles))
        yield i18n.text("Textes : {articles}").format(articles=cited)


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
    then = to.WhatNext(made=asked.made, draft=asked.draft)
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

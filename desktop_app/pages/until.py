"""Until when one may act, and why: one value for the window, the kit's sheets and the commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import day_of
from desktop_app.pages.destinations import TooLate
from desktop_app.pages.page import Card, Folded, Text
from desktop_app.pages.too_late import late_action
from desktop_app.sentences import deadline_words as words
from desktop_app.sentences.verdict_words import say, sending

if TYPE_CHECKING:
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.moment import Today
    from desktop_app.pages.page import Action


def until(found: Deadline, today: Today) -> tuple[Text, ...]:
    """Return the day, large, what goes with it, how it is kept, and what passes before it."""
    said = verdict(found, today)
    headline, *told = words.until(found, today)
    told.append(sending(said))
    if said.is_over:
        told.append(
            i18n.text(
                "N’attendez plus, et demandez conseil : point-justice, France services ou avocat."
            )
        )
    elif said.state not in ("none", "body", "body-over"):
        told.append(say("label-letter-first"))
    told += words.old_rule(found)
    return (Text(headline, "date"), *(Text(one) for one in told if one))


def know(found: Deadline, today: Today) -> tuple[str, ...]:
    """Return what must be known of it, but what stands beside the day already."""
    beside = [one.words for one in until(found, today)]
    return tuple(one for one in map(words.warning, found.warnings) if one not in beside)


def card(found: Deadline, today: Today, *, explained: bool) -> Card:
    """Return the day, what remains if it is over, and why; ``explained``: the reasons at once."""
    why = Folded(
        i18n.text("Pourquoi cette date ?"),
        i18n.text("Cacher l’explication"),
        tuple(_reasons(found, today)),
        explained,
    )
    said = verdict(found, today)
    leaf = day_of(said.day) if said.state == "to-come" and said.day is not None else None
    return Card("", (*until(found, today), *_late(found, today), why), leaf)


def _late(found: Deadline, today: Today) -> Iterator[Action]:
    said = verdict(found, today)
    if said.is_over:
        received = day_of(found.count_from) if found.event in NOTIFIED else None
        yield late_action(TooLate(found.procedure, last_day=said.last_day, received=received))


def _reasons(found: Deadline, today: Today) -> Iterator[str]:
    """Yield each step of the computation with its article, then what must be known."""
    yield from map(words.step, found.steps)
    yield from know(found, today)
    articles = [article for source in found.sources for article in source.articles]
    if articles:
        cited = i18n.cited(" ; ".join(articles))
        yield i18n.text("Textes : {articles}").format(articles=cited)

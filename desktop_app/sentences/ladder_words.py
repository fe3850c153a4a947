"""The ladder of a matter in sentences, the same for the picture, the text and the commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.sentences import road_words, timeline_words
from desktop_app.sentences.verdict_words import beside, headline

if TYPE_CHECKING:
    from desktop_app.core.moment import Today
    from desktop_app.workflow.matter.ladder import Rung


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: where it stands, its title, its dates, what is said of it.

    ``said``: of a step whose letter left, nothing. ``law``: what the law says, for who asks why;
    nothing of a step that is done.
    """

    rung: Rung
    number: int
    state: str
    title: str
    dates: tuple[str, ...]
    said: str
    law: tuple[str, ...]


def told(rungs: Sequence[Rung], today: Today, *, dated_above: bool = False) -> tuple[Told, ...]:
    """Return each step in words, from the first one.

    ``dated_above``: the page has just said until when, of the step where one stands.
    """
    return tuple(
        Told(
            rung,
            number,
            _state(rung),
            timeline_words.sentence(i18n.pack_text(rung.plain_title)),
            tuple(_dates(rung, today, dated=not (dated_above and rung.state == "ici"))),
            i18n.pack_text(rung.told) if rung.state != "fait" and rung.posted is None else "",
            road_words.law_of_step(rung) if rung.state != "fait" else (),
        )
        for number, rung in enumerate(rungs, 1)
    )


def _state(rung: Rung) -> str:
    return {
        "fait": i18n.text("Fait"),
        "ici": i18n.text("Vous êtes ici"),
        "ensuite": i18n.text("Ensuite, c’est possible"),
        "plus-tard": i18n.text("Plus tard, si besoin"),
    }[rung.state]


def _dates(rung: Rung, today: Today, *, dated: bool) -> Iterator[str]:
    """Yield until when, when a day is known: what is said of the step tells the delay."""
    if rung.posted is not None:
        yield i18n.text("Lettre postée le {day}.").format(day=i18n.long_date(rung.posted))
    if rung.state == "fait":
        return
    if rung.stands:
        yield _stands(rung)
    if rung.posted is not None or not dated:
        return  # what was posted has no date of its own any more: an answer is awaited
    said = rung.said(today)
    if said.state != "none":
        yield " ".join(part for part in (f"{headline(said)}.", beside(said)) if part)


def _stands(rung: Rung) -> str:
    """Return what is awaited where one stands; what silence means, once a letter left."""
    silence = rung.silence
    if rung.stands == "attente" and silence is not None and silence.day is not None:
        words = i18n.text("Une réponse est attendue. Sans réponse le {day}, ce sera {meaning}.")
        meaning = timeline_words.silence_meaning(silence.meaning)
        return words.format(day=i18n.long_date(silence.day), meaning=meaning)
    return {
        "a-envoyer": i18n.text("La lettre est à envoyer."),
        "attente": i18n.text("Une réponse est attendue."),
        "silence": i18n.text("Personne n’a répondu à temps : la suite est possible."),
        "reponse": i18n.text("Une réponse est arrivée."),
    }[rung.stands or "attente"]

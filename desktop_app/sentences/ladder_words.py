"""The ladder of a matter in sentences, the same for the picture, the text and the commands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.moment import Today
from desktop_app.sentences import deadline_words, timeline_words
from desktop_app.sentences.verdict_words import beside, headline
from desktop_app.workflow.matter.ladder import Rung


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: where it stands, its title, its dates, then the rest line by line."""

    rung: Rung
    number: int
    state: str
    title: str
    dates: tuple[str, ...]
    lines: tuple[str, ...]


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
            tuple(_lines(rung)),
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
    """Yield until when: a day when one is known, else the delay in words."""
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
    elif words := i18n.pack_text(rung.delay) or (
        deadline_words.length(rung.length) if rung.length else ""
    ):
        yield i18n.text("Délai : {delay}").format(delay=words)


def _stands(rung: Rung) -> str:
    """Return what is awaited where one stands; what silence means, once a letter left."""
    silence = rung.silence
    if rung.stands == "attente" and silence is not None and silence.day is not None:
        words = i18n.text("Une réponse est attendue. Sans réponse le {day}, cela vaut : {meaning}.")
        meaning = timeline_words.silence_meaning(silence.meaning)
        return words.format(day=i18n.long_date(silence.day), meaning=meaning)
    return {
        "a-envoyer": i18n.text("La lettre est à envoyer."),
        "attente": i18n.text("Une réponse est attendue."),
        "silence": i18n.text("Personne n’a répondu à temps : la suite est possible."),
        "reponse": i18n.text("Une réponse est arrivée."),
    }[rung.stands or "attente"]


def _lines(rung: Rung) -> Iterator[str]:
    """Yield to whom, in which case, at what cost, with a lawyer or not; its legal name."""
    if rung.state == "fait":
        return
    for label, words in (
        (i18n.text("À qui"), rung.to),
        (i18n.text("Dans quel cas"), rung.when),
        (i18n.text("Coût"), rung.cost),
        (i18n.text("Avocat"), rung.lawyer),
    ):
        if words:
            yield i18n.labelled(label, i18n.pack_text(words))
    if not rung.procedure:
        yield i18n.text("Coût et avocat : demandez avant de commencer.")
    if rung.title != rung.plain_title:
        yield deadline_words.legal_name(rung.title)

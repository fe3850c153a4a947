"""Which delay applies to me? Who wrote, what is said, how it came; then what may be done."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.request import ADDRESSES, AGREED, Agreed, WrittenDelay
from desktop_app.core.deadlines.tables import Event
from desktop_app.core.moment import Today, day_of
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages import dont_know
from desktop_app.pages.drawn import NOT_DRAWN, OFFICES, SITUATIONS
from desktop_app.pages.finding import families, situations
from desktop_app.pages.foot import back, home
from desktop_app.pages.gestures import Count, Write
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Drawing,
    Live,
    Page,
    Take,
    Text,
)
from desktop_app.pages.too_late import urgent_choice
from desktop_app.pages.why import why
from desktop_app.sentences import case_words, road_words
from desktop_app.sentences.verdict_words import say
from desktop_app.workflow.guidance.deadlines import FittingEvent
from desktop_app.workflow.guidance.which_delay import NEVER_SENT, Candidate, Notified

DAYS, FOUND = "days", "found"
"""The questions of the last page; the place where the procedures are told."""
FIRST, SECOND, AGREEMENT, NOTICE = "jour", "second", "accord", "notice"
ADDRESS = "adresse"
# Said the same way by a person, and every procedure that knows the one knows the others.
SAME_AS_NOTIFIED = ("reception", "remise")
OTHERWISE = "autrement"
"""In place of an event: the rarer ways in which a letter comes are shown."""


def heading(said: to.WhichDelay) -> str:
    """Return the question of a page, by what was said before."""
    if not said.family:
        return i18n.text("Qui a écrit cette lettre ?")
    if not said.situation:
        return i18n.text("De quoi parle cette lettre ?")
    if said.event == OTHERWISE:
        return i18n.text("De quelle autre façon ?")
    if not said.event:
        return i18n.text("Comment la lettre est-elle venue ?")
    if not said.told and said.event not in NEVER_SENT:
        return i18n.text("La lettre dit-elle comment la contester, et jusqu’à quand ?")
    return i18n.text("Quel délai pour vous ?")


def which_case(said: to.WhichDelay, found: Mapping[str, Collection[str]]) -> Page:
    """Return who may have written, of those found; then what the letter may say."""
    if said.family:
        words = situations("lettre") | situations("demande")
        having = {one: told for one, told in words.items() if one in found[said.family]}
        unclear = to.Find("lettre", said.family, "incompris")
        unknown = dont_know.what_it_says(unclear)
        return _offer(said, "situation", having, SITUATIONS, unknown=unknown)
    having = {one: told for one, told in families().items() if one in found}
    return _offer(said, "family", having, OFFICES, unknown=(dont_know.who_wrote(),))


def how_it_came(said: to.WhichDelay, found: Iterable[Event]) -> Page:
    """Return the ways in which such a letter comes: in a person's words first.

    Where no such letter starts a delay there are none: ``without_a_day`` is shown instead.
    """
    titles = {
        one.id: _capital(i18n.pack_text(one.title))
        for one in found
        if one.id not in SAME_AS_NOTIFIED
    }
    words = {one: told for one, told in _ways().items() if one in titles}
    rare = {one: told for one, told in titles.items() if one not in words}
    if said.event == OTHERWISE:
        return _offer(said, "event", rare)
    more = {OTHERWISE: i18n.text("Autrement")} if rare else {}
    return _offer(said, "event", words | more)


def says_remedies(said: to.WhichDelay) -> Page:
    """Ask whether the letter says how to contest it: a delay may not run when it does not."""
    told = {
        "oui": i18n.text("Oui, c’est écrit"),
        "non": i18n.text("Non, rien n’est écrit"),
        "inconnu": i18n.text("Je ne sais pas"),
    }
    return _offer(said, "told", told)


def without_a_day(found: Sequence[Candidate], today: Today) -> Page:
    """Return the procedures of a case in which no letter starts a delay."""
    blocks = procedures(found, today, counted=False)
    return Page(i18n.text("Quel délai pour vous ?"), blocks, (home(), back()))


def answered(found: Sequence[Candidate], today: Today, *, counted: bool) -> Page:
    """Return the procedures of a case with what comes before any count, where nothing is asked."""
    first = Text(case_words.notice_first())
    blocks = (first, *procedures(found, today, counted=counted))
    return Page(i18n.text("Quel délai pour vous ?"), blocks, (home(), back()))


def which_delay(
    said: to.WhichDelay, event: Event, found: Sequence[Candidate], today: Today
) -> Page:
    """Ask the days of the letter; without them, the procedures are shown all the same."""
    blocks = (
        Text(case_words.notice_first()),
        Ask(DAYS, tuple(_days(event, said.told, today))),
        Action(i18n.text("Voir jusqu’à quand"), Take(DAYS)),
        Live(FOUND, procedures(found, today, counted=False)),
    )
    return Page(heading(said), blocks, (home(), back()))


def starts(procedure: Procedure, found: Sequence[FittingEvent]) -> Page:
    """Return what starts the delay of a procedure, with the days that are asked of each."""
    none = i18n.text("Aucune date n’est à calculer pour cette démarche.")
    told = (Text(none), Text(road_words.said(procedure)))
    blocks = map(_start, found) if found else told
    return Page(i18n.pack_text(procedure.plain_title), tuple(blocks), ())


def _start(found: FittingEvent) -> Card:
    event, of = found.event, ", ".join(found.of)
    other = (Text(say("label-of", procedures=of), "hint"),) if of else ()
    blocks = (
        Ask(event.id, tuple(_arrival(event))),
        *other,
        Action(i18n.text("Voir jusqu’à quand"), Count(event)),
    )
    return Card(_capital(i18n.pack_text(event.title)), blocks)


def procedures(found: Sequence[Candidate], today: Today, *, counted: bool) -> tuple[Block, ...]:
    """Return how many procedures may apply, then each; not ``counted``: no day was given yet."""
    which = Text(case_words.which_one(len(found)))
    return (which, *(_procedure(one, today, counted=counted) for one in found))


def notified(event: Event, values: Mapping[str, Any], told: str) -> Notified:
    """Return how a decision came, and when, by the answers to the last page."""
    agreed: Agreed = next((one for one in AGREED if one == values.get(AGREEMENT)), "inconnu")
    second = values.get(SECOND)
    return Notified(
        event.id,
        values[FIRST],
        picked_up=second if event.second == "picked_up" else None,
        opened=second if event.second == "opened" else None,
        received=second if event.second == "received" else None,
        agreed=agreed,
        address=next((one for one in ADDRESSES if one == values.get(ADDRESS)), "inconnu"),
        told={"oui": True, "non": False}.get(told),
        notice=values.get(NOTICE),
    )


def _offer(
    said: to.WhichDelay,
    name: str,
    offered: Mapping[str, str],
    drawn: Mapping[str, Drawing] = NOT_DRAWN,
    *,
    unknown: tuple[Block, ...] = (),
) -> Page:
    choices = (
        Choice(words, replace(said, **{name: one}), drawn.get(one, ""))
        for one, words in offered.items()
    )
    return Page(heading(said), (*choices, *unknown), (home(), back()))


def _ways() -> dict[str, str]:
    """Return the ways in which a letter comes, in a person's words."""
    return {
        "lettre-simple": i18n.text("Par la poste, sans rien signer, ou je ne sais plus"),
        "compte-en-ligne": i18n.text("Sur mon compte, par internet"),
        "lrar-remise": i18n.text("En recommandé : le facteur me l’a remise"),
        "lrar-retiree": i18n.text("En recommandé : je l’ai retirée au guichet"),
        "lrar-non-retiree": i18n.text("En recommandé : je ne l’ai pas retirée"),
        "notification": i18n.text("On me l’a remise en main propre, ou posée sur le pare-brise"),
        "signification": i18n.text("Un commissaire de justice (huissier) l’a apportée"),
        "retenue": i18n.text("Je n’ai rien reçu : j’ai vu une retenue sur mon compte"),
        "jamais-notifiee": i18n.text("Je n’ai rien reçu : je l’ai appris autrement"),
        "fps-poste": i18n.text("Un avis de stationnement (FPS), par la poste"),
        "fps-envoi-inconnu": i18n.text("Un avis de stationnement, sans date d’envoi dessus"),
    }


# ---------------------------------------------------------------- the days


def _days(event: Event, told: str, today: Today) -> Iterator[Asked]:
    """Yield the days; then what the letter says itself, unless it says nothing (``told``)."""
    yield from _arrival(event)
    if told != "non" and event.id not in NEVER_SENT:
        yield Asked(_notice(), lambda written: read_notice(written, today), characters=20)


def _arrival(event: Event) -> Iterator[Asked]:
    """Yield the day that this way to come asks for; a second one and the agreement where both
    matter."""
    yield _day(FIRST, i18n.text("Quel jour ?"), i18n.pack_text(event.date), required=True)
    question, hint = _second(event)
    if question:
        yield _day(SECOND, question, hint, required=event.start == "pickup")
    if event.start == "account" and not event.agreed:
        yield Asked(_agreement())
    if event.start == "moved":
        yield Asked(_address())


def _day(name: str, question: str, hint: str, *, required: bool) -> Asked:
    hint = _capital(hint)
    return Asked(Question(id=name, kind="date", label=question, hint=hint, required=required))


def _capital(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def _second(event: Event) -> tuple[str, str]:
    """Return the question of the second day and its hint; empty where one day is enough."""
    empty = i18n.text("Laissez vide si vous ne savez plus.")
    if event.asks:
        return i18n.pack_text(event.asks), empty
    if event.start == "deemed":
        return i18n.text("Quel jour avez-vous eu l’avis ?"), empty
    return {
        "picked_up": (i18n.text("Quel jour l’avez-vous retirée ?"), ""),
        "opened": (i18n.text("Quel jour avez-vous ouvert ce message ?"), empty),
        "received": (i18n.text("Quel jour est-elle arrivée ?"), empty),
        "": ("", ""),
    }[event.second]


def _address() -> Question:
    words = {
        "signalee": i18n.text("Oui, je l’avais dite"),
        "reexpediee": i18n.text("Non, mais La Poste faisait suivre mon courrier"),
        "non-signalee": i18n.text("Non"),
        "inconnu": i18n.text("Je ne sais pas"),
    }
    options = tuple(Option(id=one, label=told) for one, told in words.items())
    question = i18n.text("Le bureau connaissait-il votre nouvelle adresse ?")
    return Question(id=ADDRESS, kind="choice", label=question, choices=options)


def _agreement() -> Question:
    question = i18n.text(
        "Avez-vous accepté de recevoir les décisions seulement par internet, "
        "à la place du recommandé ?"
    )
    words = (i18n.text("Oui"), i18n.text("Non"), i18n.text("Je ne sais pas"))
    options = tuple(Option(id=one, label=told) for one, told in zip(AGREED, words, strict=True))
    return Question(id=AGREEMENT, kind="choice", label=question, choices=options)


def _notice() -> Question:
    """Ask, in one line, for a length or a day: the two ways in which a letter says it."""
    return Question(
        id=NOTICE,
        kind="text",
        label=i18n.text("Quel délai pour contester est écrit sur la lettre ?"),
        hint=i18n.text(
            "Par exemple : 2 mois, 30 jours, ou 24/01/2027. Laissez vide si rien n’est écrit."
        ),
    )


def read_notice(written: str, today: Today) -> WrittenDelay | dt.date:
    """Return what the letter says itself, a day or a length; raises ``NoticeNotUnderstood``."""
    day = KINDS["date"].read(written, Context(_notice(), day_of(today))).value
    return day if isinstance(day, dt.date) else read_delay(written)


# ---------------------------------------------------------------- the procedures


def _procedure(found: Candidate, today: Today, *, counted: bool) -> Card:
    title = i18n.pack_text(found.procedure.plain_title)
    lines = case_words.candidate_lines(found, today, counted=counted)
    letters = (
        Choice(
            i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title)),
            Write(item.id),
            "lettre",
            # Heard with the first: until when, and of what this card speaks.
            about="\n".join((title, *lines, road_words.said(found.procedure)))
            if place == 0
            else "",
        )
        for place, item in enumerate(found.letters)
    )
    blocks: tuple[Block, ...] = (
        *((urgent_choice(found.emergency),) if found.emergency else ()),
        *map(Text, lines),
        Text(road_words.said(found.procedure)),
        *letters,
        why(title, road_words.law_of(found.procedure)),
    )
    return Card(title, blocks)

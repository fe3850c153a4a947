"""Mandates: what a person lets the office do in her place, for how long; prepared, signed, ended.

It is not required to help somebody who is present: that stands first.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.agreements import THEMES, Mandate
from desktop_app.core.answers.group import Asked
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Fact,
    Gesture,
    Keep,
    Loss,
    Own,
    Page,
    Problem,
    Row,
    Take,
    Text,
)
from desktop_app.pages.paper import sheet
from desktop_app.pages.wanted import may_drop
from desktop_app.sentences import mandate_words
from desktop_app.sentences.person_words import discreet
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.mandates import DURATIONS, Acted, EndingOf, Of

NEW, ABOUT, LONG, UNTIL, STATE = "new", "about", "long", "until", "state"
"""A mandate to prepare: its subjects, how long, or until which day; the line for what happens."""


@record(frozen=True)
class PrintMandate(Gesture):
    """Print it, to be signed by both."""

    mandate: str


@record(frozen=True)
class Sign(Gesture):
    """Note that both have signed it today."""

    mandate: str


@record(frozen=True)
class AskToGiveUp(Loss):
    """Ask before it is ended."""

    mandate: str


@record(frozen=True)
class GiveUpMandate(Loss):
    """End it before its day, or give up one that was not signed."""

    mandate: str


@record(frozen=True)
class GoOn(Gesture):
    """Go on without a mandate: the person is present, or signs herself."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Agir à sa place : le mandat")


def page(found: Of, today: dt.date) -> Page:
    """Return the mandates of a person, and what prepares another one."""
    present = i18n.text("La personne est devant vous ? Aucun mandat n’est nécessaire pour l’aider.")
    blocks: tuple[Block, ...] = (
        Text(present),
        *(_card(one, today) for one in found.mandates),
        *((may_drop(),) if any(map(_wants_copy, found.mandates)) else ()),
        Own(STATE),
        Text(i18n.text("Préparer un mandat"), "subheading"),
        Ask(NEW, tuple(_asked())),
    )
    prepare = Action(i18n.text("Préparer le mandat"), Take(NEW), "primary")
    return Page(heading(), blocks, (prepare, back()), lead=(found.name, present))


def ending(found: Sequence[EndingOf], total: int) -> Page:
    """Return the mandates that end soon; nobody is named: initials and numbers."""
    count = i18n.plural("{n} mandat finit bientôt.", "{n} mandats finissent bientôt.", total)
    none = i18n.text("Aucun mandat ne finit bientôt.")
    told = count if total else none
    cards = tuple(_ending(one) for one in found)
    heading_ = i18n.text("Les mandats qui finissent")
    return Page(heading_, (Text(told), *cards), (back(),), lead=(told,))


def _ending(one: EndingOf) -> Card:
    who = discreet(one.name, one.number)
    until = i18n.text("Jusqu’au {until} compris, pour {themes}.").format(
        until=i18n.long_date(one.mandate.until_day),
        themes=mandate_words.listed(one.mandate.themes),
    )
    words = i18n.text("Voir ou renouveler")
    place = to.Mandates(person=one.mandate.person_id)
    return Card(who, (Text(until), Action(words, place, name=i18n.labelled(words, who))))


def no_subject() -> Problem:
    """Say that a subject is to be ticked."""
    return Problem(i18n.text("Cochez au moins un sujet."))


def no_duration() -> Problem:
    """Say that how long it lasts is not told, or twice."""
    return Problem(i18n.text("Dites combien de temps, ou jusqu’à quel jour : l’un des deux."))


def to_end(mandate: str) -> Problem:
    """Return what is asked before a mandate is ended."""
    words = i18n.text("Le bureau ne pourra plus agir avec ce mandat, dès aujourd’hui.")
    yes = Action(i18n.text("Y mettre fin"), GiveUpMandate(mandate))
    return Problem(words, (yes, Action(i18n.text("Garder"), Keep())), asks=True)


def prepared() -> str:
    """Say that it is prepared."""
    return i18n.text("Le mandat est prêt. Imprimez-le, puis signez-le tous les deux.")


def signed() -> str:
    """Say that it is noted as signed."""
    return i18n.text("C’est noté : le mandat est signé.")


def ended() -> str:
    """Say that it is ended."""
    return i18n.text("C’est noté : le mandat est terminé.")


def filed() -> str:
    """Say that its signed copy is kept."""
    return i18n.text("Le mandat signé est rangé avec ses documents.")


def title(one: Mandate) -> str:
    """Return how its signed copy is called in the safe."""
    day = i18n.long_date(one.from_day)
    return i18n.text("Mandat signé, du {day}").format(day=day)


def wanted(one: Mandate) -> to.OpenFile:
    """Return what asks for the scan of the signed mandate."""
    return to.OpenFile(one.id, i18n.text("Où est le mandat signé ?"), "paper")


def section(person: str, mandates: Sequence[Mandate], today: dt.date) -> tuple[Block, ...]:
    """Return what the page of a person says of it."""
    running = [one for one in mandates if one.standing(today) in ("running", "to-come")]
    shown = running or list(mandates[:1])
    none = i18n.text("Aucun mandat. Il n’en faut pas pour aider une personne présente.")
    told = [Text(mandate_words.line(one, today)) for one in shown] or [Text(none, "hint")]
    act = Action(i18n.text("Agir à sa place : le mandat"), to.Mandates(person=person))
    return (Text(i18n.text("Agir à sa place"), "subheading"), *told, act)


def acting(found: Acted) -> Page:
    """Return what is seen before one acts in somebody's place without a mandate that allows it."""
    told = _why(found)
    blocks: tuple[Block, ...] = (
        Text(told, "error"),
        Text(i18n.text("Sans mandat en cours, ce papier peut être refusé.")),
        Card(
            i18n.text("La personne peut signer elle-même ?"),
            (Text(i18n.text("Revenez en arrière et choisissez « Moi » : il n’en faut pas.")),),
        ),
    )
    prepare = Action(i18n.text("Préparer un mandat"), to.Mandates(found.person), "primary")
    on = Action(i18n.text("Continuer quand même"), GoOn())
    return Page(i18n.text("Agir à sa place"), blocks, (prepare, on, back()), lead=(told,))


def printed(one: Mandate, name: str, office: str) -> Sheet:
    """Return the mandate on paper, with its two signatures."""
    use = i18n.text("À signer tous les deux")
    return sheet(lambda: on_paper(one, name, office), "mandate", use)


def on_paper(one: Mandate, name: str, office: str) -> Page:
    """Return it in plain words: who, for what, how long, what is allowed, how to end it."""
    here = office or i18n.text("l’association")
    who = i18n.text("Moi, {name}, je laisse {office} agir à ma place pour ces sujets seulement :")
    days = i18n.text("Du {first} au {until} compris. Jamais plus d’un an.")
    lasting = days.format(first=i18n.long_date(one.from_day), until=i18n.long_date(one.until_day))
    themes = mandate_words.themes()
    allowed = (
        i18n.text("remplir et envoyer des papiers en mon nom ;"),
        i18n.text("demander où en est mon dossier ;"),
        i18n.text("recevoir les réponses, et me les dire."),
    )
    never = (
        i18n.text("recevoir de l’argent pour moi ;"),
        i18n.text("signer une vente, un prêt ou un renoncement ;"),
        i18n.text("connaître mes mots de passe."),
    )
    court = i18n.text("Devant un tribunal, un autre papier est demandé : un pouvoir spécial.")
    end = i18n.text(
        "Je peux y mettre fin n’importe quel jour, sans dire pourquoi : en le disant ou par écrit."
    )
    blocks: tuple[Block, ...] = (
        Text(who.format(name=name, office=here)),
        *(Text(f"– {themes.get(theme, theme)}") for theme in one.themes),
        Text(i18n.text("Combien de temps"), "subheading"),
        Text(lasting),
        Text(i18n.text("Ce qui est permis"), "subheading"),
        *(Text(f"– {words}") for words in allowed),
        Text(i18n.text("Ce qui n’est jamais permis"), "subheading"),
        *(Text(f"– {words}") for words in never),
        Text(court),
        Text(i18n.text("Comment y mettre fin"), "subheading"),
        Text(end),
        Fact(i18n.text("Date et signature de {name}").format(name=name), "", signs=True),
        Fact(i18n.text("Date et signature pour {office}").format(office=here), "", signs=True),
    )
    return Page(i18n.text("Mandat"), blocks, ())


def _why(found: Acted) -> str:
    last = found.last
    if last is None:
        return i18n.text("Cette personne n’a donné aucun mandat.")
    if found.standing == "running":
        words = i18n.text("Son mandat ne parle pas de ce sujet. Il est pour {themes}.")
        return words.format(themes=mandate_words.listed(last.themes))
    words = {
        "over": i18n.text("Son mandat est fini depuis le {day}."),
        "ended": i18n.text("Son mandat a été terminé le {day}."),
        "to-come": i18n.text("Son mandat ne commence que le {day}."),
        "to-sign": i18n.text("Son mandat n’est pas signé. Il est prêt depuis le {day}."),
    }[found.standing]
    ended = last.ended_on or last.until_day
    day = {"over": last.until_day, "ended": ended}.get(found.standing, last.from_day)
    return words.format(day=i18n.long_date(day))


def _card(one: Mandate, today: dt.date) -> Card:
    where, actions = one.standing(today), tuple(_actions(one, today))
    told: list[Block] = [Text(mandate_words.standing(one, today), "label")]
    days = i18n.text("Du {first} au {until}.").format(
        first=i18n.long_date(one.from_day), until=i18n.long_date(one.until_day)
    )
    told += [Text(f"{days} {i18n.labelled(i18n.text('Pour'), mandate_words.listed(one.themes))}.")]
    if one.document_id:
        told.append(Text(i18n.text("Le mandat signé est dans ses documents."), "hint"))
    if where in ("to-sign", "running", "to-come"):
        told.append(irreversible.before(Irreversible.PRINT))
    return Card("", (*told, Row(actions)))


def _actions(one: Mandate, today: dt.date) -> Iterator[Action]:
    where = one.standing(today)
    if where in ("to-sign", "running", "to-come"):
        yield Action(i18n.text("Imprimer"), PrintMandate(one.id))
    if where == "to-sign":
        yield Action(i18n.text("Il est signé"), Sign(one.id), "primary")
        yield Action(i18n.text("Ne pas donner suite"), AskToGiveUp(one.id))
    elif where in ("running", "to-come"):
        yield Action(i18n.text("Y mettre fin"), AskToGiveUp(one.id))
    if one.document_id:
        see = to.StoredDocument(document=one.document_id)
        yield Action(i18n.text("Voir le mandat signé"), see)
    elif _wants_copy(one):
        yield Action(i18n.text("Ranger le mandat signé"), wanted(one))


def _wants_copy(one: Mandate) -> bool:
    """Tell whether its signed copy may be filed, and is not."""
    return one.signed_on is not None and not one.document_id


def _asked() -> Iterator[Asked]:
    words = mandate_words.themes()
    options = tuple(Option(id=one, label=words[one]) for one in THEMES)
    about = i18n.text("Pour quels sujets ?")
    yield Asked(Question(id=ABOUT, kind="choices", label=about, choices=options))
    names = _durations()
    lasting = tuple(Option(id=one, label=names[one]) for one in DURATIONS)
    long = i18n.text("Combien de temps ?")
    yield Asked(Question(id=LONG, kind="choice", label=long, choices=lasting))
    until = i18n.text("Ou jusqu’à quel jour ?")
    hint = i18n.text("Un an au plus à partir d’aujourd’hui.")
    yield Asked(Question(id=UNTIL, kind="date", label=until, hint=hint))


def _durations() -> dict[str, str]:
    return {
        "day": i18n.text("aujourd’hui seulement"),
        "month": i18n.text("un mois"),
        "quarter": i18n.text("trois mois"),
        "half": i18n.text("six mois"),
        "year": i18n.text("un an"),
    }

"""What an office adds to the page of a person: what she agreed to, what is done with her papers."""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.agreements import REFUSED, Consent, Mandate
from desktop_app.pages import destinations as to
from desktop_app.pages import office_mandates
from desktop_app.pages.page import Action, Block, Row, Text


def section(
    person: str, consents: Sequence[Consent], mandates: Sequence[Mandate], today: dt.date
) -> tuple[Block, ...]:
    """Return what she agreed to, the last of it, and what changes it; her mandates."""
    told = consent_line(consents[-1]) if consents else not_asked()
    agrees = bool(consents) and consents[-1].ended_on is None
    ask = Action(i18n.text("Ce que nous gardons"), to.Consent(person=person))
    stop = Action(i18n.text("Elle ne veut plus que l’on garde"), to.Withdraw(person=person))
    title = Text(i18n.text("Ce qu’elle accepte"), "subheading")
    row = Row((ask, stop) if agrees or not consents else (ask,))
    hand = Action(i18n.text("Remettre à la personne"), to.HandOver(person=person))
    return (title, Text(told), row, *office_mandates.section(person, mandates, today), hand)


def consent_lines(consents: Sequence[Consent]) -> Iterator[str]:
    """Yield all that she agreed to, and no longer does."""
    yield from map(consent_line, consents)


def consent_line(one: Consent) -> str:
    """Return what she said, when, in which language, and until when it held."""
    given, ended = i18n.long_date(one.given_on), one.ended_on
    if one.words == REFUSED:
        return i18n.text("Elle ne veut pas que l’on garde : dit le {day}.").format(day=given)
    told = i18n.text("Elle est d’accord pour que l’on garde, depuis le {day}.").format(day=given)
    if one.language and one.language != i18n.SOURCE_LANGUAGE:
        words = i18n.text("La page lui a été lue dans cette langue : {language}.")
        told = f"{told} {words.format(language=i18n.own_name(one.language))}"
    if ended is not None:
        words = i18n.text("Elle ne l’est plus depuis le {day}.")
        told = f"{told} {words.format(day=i18n.long_date(ended))}"
    return told


def not_asked() -> str:
    """Return that she was not asked yet."""
    return i18n.text("Pas encore demandé. La page vient avant la première réponse gardée.")

"""An address of a body, copied once: whose it is, for which letter, and how long ago."""

import datetime as dt

from desktop_app import i18n
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.people.addresses import FROM_LAW, OF_ANOTHER, Address

YEAR_DAYS, MONTH_DAYS = 365, 30


def copied(proposal: Proposal, address: Address, today: dt.date) -> str:
    """Return a proposed line of a kept address, in words: the letter received always prevails."""
    if proposal.source == FROM_LAW:
        words = i18n.text(
            "{body} : {answer}. Adresse de nos listes, au {day}, à vérifier. "
            "Si la lettre reçue en donne une autre, c’est elle la bonne."
        )
    elif proposal.source == OF_ANOTHER:
        words = i18n.text(
            "{body} : {answer}. Adresse copiée le {day} ({age}) pour une autre personne. "
            "Si la lettre reçue en donne une autre, c’est elle la bonne."
        )
    else:
        words = i18n.text(
            "{body} : {answer}. Adresse copiée le {day} ({age}), pour votre lettre « {letter} ». "
            "Si la lettre reçue en donne une autre, c’est elle la bonne."
        )
    return words.format(
        body=address.name,
        answer=proposal.typed,
        day=i18n.long_date(proposal.given_on),
        age=ago((today - proposal.given_on).days),
        letter=i18n.pack_text(address.letter),
    )


def ago(days: int) -> str:
    """Say how long ago, in the largest unit that fits."""
    if days >= YEAR_DAYS:
        return i18n.plural("il y a {n} an", "il y a {n} ans", days // YEAR_DAYS)
    if days >= MONTH_DAYS:
        return i18n.plural("il y a {n} mois", "il y a {n} mois", days // MONTH_DAYS)
    if days >= 1:
        return i18n.plural("il y a {n} jour", "il y a {n} jours", days)
    return i18n.text("aujourd’hui")

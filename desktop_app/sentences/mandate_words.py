"""A mandate in plain words: its subjects, its days, whether one may act by it today."""

import datetime as dt
from collections.abc import Iterable

from desktop_app import i18n
from desktop_app.core.agreements import Mandate, Standing


def themes() -> dict[str, str]:
    """Return the subjects of a mandate, in words, by what they are kept as."""
    return {
        "caf": i18n.text("la Caf, le RSA"),
        "maladie": i18n.text("l’assurance maladie"),
        "retraite": i18n.text("la retraite"),
        "handicap": i18n.text("la MDPH (maison du handicap)"),
        "autonomie": i18n.text("le Département (autonomie, aide sociale)"),
        "emploi": i18n.text("France Travail"),
        "logement": i18n.text("le logement"),
        "etrangers": i18n.text("la préfecture, le titre de séjour"),
        "impots": i18n.text("les impôts"),
        "amendes": i18n.text("les amendes"),
        "education": i18n.text("l’école et les études"),
        "dettes": i18n.text("les dettes, la Banque de France"),
        "banque": i18n.text("la banque"),
        "energie": i18n.text("l’électricité et le gaz"),
        "social": i18n.text("la mairie, une adresse"),
        "etat-civil": i18n.text("l’état civil"),
        "travail": i18n.text("le travail, l’employeur"),
        "famille": i18n.text("la famille, une pension"),
        "consommation": i18n.text("un achat, un abonnement"),
        "deces": i18n.text("le décès d’un proche"),
        "sante": i18n.text("l’hôpital, le médecin"),
        "cotisations": i18n.text("l’Urssaf, les cotisations"),
    }


def listed(some: Iterable[str]) -> str:
    """Return these subjects in one line."""
    known = themes()
    return ", ".join(known.get(one, one) for one in some)


def standing(one: Mandate, today: dt.date) -> str:
    """Return whether one may act by it today, and until when."""
    until = i18n.long_date(one.until_day)
    words: dict[Standing, str] = {
        "running": i18n.text("En cours, jusqu’au {until} compris."),
        "to-sign": i18n.text("Pas encore signé : on n’agit pas avec."),
        "to-come": i18n.text("Signé. Il commence le {first}."),
        "over": i18n.text("Fini depuis le {until}."),
        "ended": i18n.text("Terminé le {ended}, avant sa date."),
    }
    ended = i18n.long_date(one.ended_on) if one.ended_on is not None else ""
    first = i18n.long_date(one.from_day)
    return words[one.standing(today)].format(until=until, first=first, ended=ended)


def line(one: Mandate, today: dt.date) -> str:
    """Return a mandate in one line: its days, its subjects, where it stands."""
    words = i18n.text("Mandat du {first} au {until} pour {themes}. {standing}")
    return words.format(
        first=i18n.long_date(one.from_day),
        until=i18n.long_date(one.until_day),
        themes=listed(one.themes),
        standing=standing(one, today),
    )

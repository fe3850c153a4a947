"""The office's figures in words: rows, months, themes, languages, how matters ended; their file."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.figures import UNKNOWN, By, Row, Table
from desktop_app.core.small_groups import Hidden, Shown
from desktop_app.workflow.office.figures import Period, YearsFigures

MARKS = "=+-@\t\r"
"""A cell that begins so is computed by some spreadsheets."""


def outcomes() -> dict[str, str]:
    """Return how a matter may have ended, in the order in which it is asked."""
    return {
        "granted": i18n.text("Accordé"),
        "partly": i18n.text("Accordé en partie"),
        "refused": i18n.text("Refusé"),
        "no-answer": i18n.text("Resté sans réponse"),
        "given-up": i18n.text("Abandonné par la personne"),
        "directed": i18n.text("Orienté vers un autre service"),
    }


def languages() -> dict[str, str]:
    """Return the languages that may be noted, in French, the last for any other one."""
    return {
        "fr": i18n.text("Français"), "ar": i18n.text("Arabe"), "en": i18n.text("Anglais"),
        "es": i18n.text("Espagnol"), "pt": i18n.text("Portugais"), "ro": i18n.text("Roumain"),
        "ru": i18n.text("Russe"), "uk": i18n.text("Ukrainien"), "tr": i18n.text("Turc"),
        "ps": i18n.text("Pachto"), "fa": i18n.text("Persan ou dari"), "ku": i18n.text("Kurde"),
        "so": i18n.text("Somali"), "ti": i18n.text("Tigrigna"), "bn": i18n.text("Bengali"),
        "ur": i18n.text("Ourdou"), "ta": i18n.text("Tamoul"), "zh": i18n.text("Chinois"),
        "vi": i18n.text("Vietnamien"), "sq": i18n.text("Albanais"), "ka": i18n.text("Géorgien"),
        "hy": i18n.text("Arménien"), "sr": i18n.text("Serbe"), "bm": i18n.text("Bambara"),
        "ff": i18n.text("Peul"), "wo": i18n.text("Wolof"), "ln": i18n.text("Lingala"),
        "ber": i18n.text("Berbère"), "lsf": i18n.text("Langue des signes"),
        "other": i18n.text("Une autre langue"),
    }  # fmt: skip


def themes() -> dict[str, str]:
    """Return what matters are about, in the order of the program's own families."""
    return {
        "transversal": i18n.text("Courriers à toute administration"),
        "caf": i18n.text("Allocations familiales, RSA"),
        "maladie": i18n.text("Santé, assurance maladie"),
        "retraite": i18n.text("Retraite"),
        "handicap": i18n.text("Handicap"),
        "autonomie": i18n.text("Autonomie, aide à domicile"),
        "emploi": i18n.text("Emploi, chômage"),
        "logement": i18n.text("Logement"),
        "etrangers": i18n.text("Droit au séjour"),
        "impots": i18n.text("Impôts"),
        "amendes": i18n.text("Amendes"),
        "education": i18n.text("École, études"),
        "dettes": i18n.text("Dettes"),
        "banque": i18n.text("Banque"),
        "energie": i18n.text("Électricité, gaz"),
        "social": i18n.text("Aide sociale, domiciliation"),
        "travail": i18n.text("Travail, employeur"),
        "famille": i18n.text("Famille, pension alimentaire"),
        "consommation": i18n.text("Achats, abonnements"),
        "deces": i18n.text("Décès d’un proche"),
        "sante": i18n.text("Soins, dossier médical"),
        "cotisations": i18n.text("Cotisations des indépendants"),
        "etat-civil": i18n.text("État civil, papiers d’identité"),
        "vehicule": i18n.text("Voiture, permis"),
    }


def bodies() -> dict[str, str]:
    """Return who is asked for each theme, where no body alone is."""
    return {
        "caf": i18n.text("Caf ou MSA"),
        "maladie": i18n.text("Assurance maladie"),
        "retraite": i18n.text("Caisse de retraite"),
        "handicap": i18n.text("MDPH"),
        "autonomie": i18n.text("Département"),
        "emploi": i18n.text("France Travail"),
        "logement": i18n.text("Propriétaire ou guichet du logement"),
        "etrangers": i18n.text("Préfecture, pour le séjour"),
        "impots": i18n.text("Service des impôts"),
        "amendes": i18n.text("Service des amendes"),
        "education": i18n.text("École, université, rectorat"),
        "dettes": i18n.text("Société de crédit ou Banque de France"),
        "banque": i18n.text("Banque"),
        "energie": i18n.text("Fournisseur d’énergie"),
        "social": i18n.text("Mairie, CCAS ou association"),
        "travail": i18n.text("Employeur"),
        "famille": i18n.text("Caf ou juge, pour la famille"),
        "consommation": i18n.text("Vendeur ou opérateur"),
        "deces": i18n.text("Organisme averti d’un décès"),
        "sante": i18n.text("Hôpital ou professionnel de santé"),
        "cotisations": i18n.text("Urssaf ou MSA, pour des cotisations"),
        "etat-civil": i18n.text("Mairie, pour l’état civil"),
        "vehicule": i18n.text("Service des titres, pour les véhicules"),
        "transversal": i18n.text("Un autre organisme"),
    }


def period(said: Period) -> str:
    """Return a period in words: a year, a month, or from one to the other."""
    if said.year is not None:
        return i18n.text("Année {year}").format(year=said.year)
    if said.first == said.last:
        return month(said.first)
    told = i18n.text("De {first} à {last}")
    return told.format(first=month(said.first), last=month(said.last))


def month(said: str) -> str:
    """Return "2026-03" in words."""
    name, _number, _weekday = i18n.parts_of(dt.date(int(said[:4]), int(said[5:7]), 1))
    return f"{name} {said[:4]}"


def count(shown: Shown, least: int) -> str:
    """Return a count as it may be told."""
    if shown is Hidden.SMALL:
        return i18n.text("moins de {n}").format(n=least)
    return i18n.text("non montré") if shown is Hidden.NOT_TOLD else str(shown)


def row(one: Row, by: By) -> str:
    """Return what a row is of."""
    if one.label:
        return i18n.text(one.label)
    if one.value == UNKNOWN:
        return i18n.text("Non noté")
    if by == "month":
        return month(one.value)
    of = {"theme": themes, "body": bodies, "language": languages, "outcome": outcomes}[by]
    return of().get(one.value, i18n.pack_text(one.value))


def head(by: By) -> str:
    """Return what the rows of a table are of."""
    return {
        "month": i18n.text("Par mois"),
        "theme": i18n.text("Thème"),
        "body": i18n.text("Organisme"),
        "language": i18n.text("Langue"),
        "outcome": i18n.text("Comment cela a fini"),
    }[by]


def total() -> str:
    """Return the name of the last row."""
    return i18n.text("Total")


def title(table: Table) -> str:
    """Return the title of a table; ours are translated, an office's own is as it wrote it."""
    return i18n.text(table.figure.title)


def file(figures: YearsFigures) -> bytes:
    """Return the tables as a file that any spreadsheet opens: semicolons, as French ones expect."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (i18n.text("Tableau"), i18n.text("Période"), i18n.text("Ligne"), i18n.text("Nombre"))
    )
    for cells in _lines(figures):
        writer.writerow([_kept_as_words(one) for one in cells])
    return out.getvalue().encode("utf-8-sig")


def _lines(figures: YearsFigures) -> Iterator[tuple[str, ...]]:
    when, least = period(figures.period), figures.found.least
    for table in figures.tables:
        name = title(table)
        for one in table.rows:
            yield name, when, row(one, table.figure.by), count(one.shown, least)
        yield name, when, total(), count(table.total, least)


def _kept_as_words(cell: str) -> str:
    return f"'{cell}" if cell[:1] and cell[0] in MARKS else cell

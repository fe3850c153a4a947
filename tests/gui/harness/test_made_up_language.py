"""Every screen in a made-up language: each text stands in a catalogue, or is French that says so.

One look, once round all screens. The catalogues are made from what translators are given; a third
of the law's sentences have no translation in them. What is left outside brackets and marks must be
words of the person, of a paper, or a date.
"""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from desktop_app.pages import week
from desktop_app.safe.secret import word_list
from desktop_app.workflow.matter.dossiers import next_dates
from tests.gui.harness.looks import every_screen
from tests.gui.harness.screens import KNOWN, OFFICE_DAY, PEOPLE, TODAY, Material
from tests.gui.harness.shown import Rig, Shown, description_of, name_of
from tests.helpers import pseudo
from tests.helpers.sheets import sheet_texts
from tests.helpers.words import tool

WORD = re.compile(r"[^\W\d_]{2,}")
TOKEN = re.compile(r"\([^()]*(?:àâ|éê|îï|ôö|ùü)[^()]*\)")
"""A question among the answers of one's own letter: its brackets are parentheses there."""
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
# What no language changes: the program's name, a language's own name, a code.
NAMES = f"Papier libre Français {pseudo.MADE_UP} exemple Martin"
# What was typed, filed or printed where the harness opens its screens.
OWN = """
suite à un changement dans votre dossier
La Caf me réclame de l'argent du RSA. Une ancienne affaire. Preuve de dépôt. Signature. Conjoint.
Recours préalable contre un indu de RSA Recours devant le tribunal administratif
Caisse d’allocations familiales de la Loire, 2 rue Charles de Gaulle. Saint-Étienne
127 avenue ou AV du Maréchal ou MAL Juin, bât. C
Association Les Tilleuls, 3 rue Neuve, 69100 Villeurbanne
HP DeskJet 2700 series du bureau d’accueil
Formulaire d'essai Formulaire aux cases étroites Demande d’aide au transport Le formulaire lui-même
Nom de naissance Prénoms Né(e) le jour mois année Numéro de sécurité sociale Clé Adresse et voie
Code postal Commune Téléphone Êtes-vous étudiant Expliquez votre situation de famille Votre identité
Aides demandées (plusieurs choix possibles) Énergie : électricité, gaz, bois Cantine scolaire
CLÉ USB Vacances 2025 Courriers de la Caf photo de la lettre abîmé pdf jpg
Nos réf. IN1 004. Paul Durand. Cedex
Le Relais, 3, rue du Bac. Anne Nadia Divorce Familles fusée kilo explication.pdf a-faire.pdf
Fait le Adresse 32 signes Adresse du reçu Adresse de l’envoi
"""


@pytest.fixture(scope="module", autouse=True)
def language(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The language of this file; what the screens show was made in French, as on another day."""
    _ = material.draft, material.made, material.safe, material.second_place
    with pseudo.made_up(tmp_path_factory.mktemp("made-up"), tool()):
        yield


@pytest.fixture(scope="module")
def own(material: Material) -> frozenset[str]:
    """The words of a person and of the papers she has, as the harness makes them."""
    tools = material.tools
    said = [DAYS, MONTHS, NAMES, OWN, *PEOPLE, *KNOWN.values()]
    for draft in (tools.demo.letter, tools.demo.form):
        said += draft.answers.values()
    said += [one.title for one in material.safe.dossiers.all()]
    said += [words for one in OFFICE_DAY for words in one if isinstance(words, str)]
    said.append("Poster la lettre")  # typed by a helper of that office
    for paper in tools.catalogue.field_maps(tools.demo.form.pack):
        said += [place.label for place in paper.place]
    return frozenset(word.lower() for text in said for word in WORD.findall(str(text)))


@every_screen
def test_a_screen(screen: str, rig: Rig, own: frozenset[str]) -> None:
    if screen == "entree":  # each language in its own words
        own |= {"votre", "langue", "rien", "ne", "restera", "sur", "cet", "ordinateur"}
    if screen.startswith("coffre") or screen == "phrase-d-aide":
        own |= frozenset(word_list())  # a phrase is drawn from it, and the words of the sheet
    shown = rig.open(screen, "clair", 1.0)
    found = {told for told in texts(shown) if not outside(told) <= own}
    assert not found, f"translate them, or gather them (resources/packaging/words.py): {found}"


def test_the_agenda_on_paper(material: Material, own: frozenset[str]) -> None:
    sheet = week.printed(next_dates(material.safe, today=TODAY), TODAY)
    said = sheet_texts(sheet)
    assert any(pseudo.not_translated(one) != one for one in said)
    assert [one for one in said if not outside(one) <= own] == []


def outside(told: str) -> frozenset[str]:
    """Return the words that no catalogue has given."""
    left = pseudo.not_translated(told)
    while (fewer := TOKEN.sub("", left)) != left:
        left = fewer
    return frozenset(word.lower() for word in WORD.findall(left))


def texts(shown: Shown) -> Iterator[str]:
    """Yield what is read and what is heard, in the window's bar and on the page."""
    yield shown.window.windowTitle()
    for widget in shown.widgets():
        yield from (words for words in of(widget) if words)


def of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    yield name_of(widget)
    yield description_of(widget)

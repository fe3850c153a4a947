"""Answers become the boxes of an official form."""

from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.checks import Known, check
from desktop_app.core.documents.abbreviations import Abbreviations, Word
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.parse import parse_pack
from desktop_app.core.packs.resolve import resolve
from tests.helpers.packs import GROUPS, TODAY, changed, parse_form, parse_map

FORM = """
schema = 1
id = "essai-form"
number = "99999"
edition = "99999*01"
title = "Formulaire d'essai"
plain_title = "Essayer"
family = "social"
body = "Mairie"
seen_on = 2026-11-24
withdrawn = true
successor = "88888*01"

[[section]]
id = "vous"
title = "Vous"
include = ["identite"]

  [[section.question]]
  id = "ville"
  kind = "text"
  label = "Quelle ville ?"

  [[section.question]]
  id = "naissance"
  kind = "date"
  label = "Quand êtes-vous né ou née ?"
  unknown = true

  [[section.question]]
  id = "seul"
  kind = "yes_no"
  label = "Vivez-vous seul ou seule ?"

  [[section.question]]
  id = "montant"
  kind = "amount"
  label = "Combien ?"

[[source]]
articles = ["x"]
title = "x"
seen_on = 2026-11-24
confidence = "haute"

[[blank]]
edition = "99999*01"
map = "fields-1.toml"
"""

FIELDS = """
edition = "99999*01"
page_sizes = [[595, 842]]

[[place]]
label = "Nom"
field = "a.nom"
value = "{{ nom }}, {{ ville | ou('-') }}"
page = 1
box = [10, 800, 200, 20]

[[place]]
label = "Né le : jour"
value = "{{ naissance | jour }}"
page = 1
box = [10, 780, 20, 20]
comb = 2

[[place]]
label = "Somme"
value = "{{ montant | euros }}"
page = 1
box = [10, 760, 90, 20]

[[place]]
label = "Seul : oui"
kind = "tick"
field = "seul"
option = "1"
when = "seul == 'oui'"
page = 1
box = [10, 740, 10, 10]

[[place]]
label = "Seul : non"
kind = "tick"
field = "seul"
option = "2"
when = "seul == 'non'"
page = 1
box = [30, 740, 10, 10]

[[place]]
label = "Réservé au bureau"
page = 1
box = [10, 700, 90, 20]
"""


ADDRESS = 'kind = "address_line"\n  label = "Quelle rue ?"'
TABLE = Abbreviations(
    word=(
        Word(long="place", short="PL", source="x"),
        Word(long="saint", short="ST", source="x"),
    )
)


def fill(unknown: frozenset[str] = frozenset(), **answers: Any) -> FilledForm:
    form = resolve(parse_form(FORM.encode()), GROUPS)
    draft = Draft("essai-form", {"nom": "Simone Martin", **answers}, unknown)
    found = validate(form, draft, TODAY, blanks=True)
    return compose_form(form, parse_map(FIELDS.encode(), "fields-1.toml"), found, TODAY)


def box(form: FilledForm, label: str) -> PlacedValue:
    return next(value for value in form.values if value.label == label)


def test_every_box_is_there_in_the_order_of_the_paper():
    form = fill(ville="Lyon", naissance="3/2/1948", seul="oui", montant="1842,5")

    assert [(value.label, value.text, value.tick) for value in form.values] == [
        ("Nom", "Simone Martin, Lyon", False),
        ("Né le : jour", "03", False),
        ("Somme", "1 842,50 €", False),
        ("Seul : oui", "", True),
        ("Seul : non", "", False),
        ("Réservé au bureau", "", False),
    ]
    assert [value.question for value in form.values][:2] == ["nom", "naissance"]


def test_a_box_gets_plain_spaces_for_its_cells_are_counted():
    assert "\u202f" not in box(fill(montant="1842"), "Somme").text


def test_nothing_said_ticks_nothing():
    assert not any(value.tick for value in fill().values)


def test_i_do_not_know_leaves_the_box_empty_and_is_listed():
    form = fill(frozenset({"naissance"}))

    assert box(form, "Né le : jour").text == ""
    assert [one.question for one in form.missing] == ["naissance"]


def test_an_optional_answer_not_given_is_left_empty_without_a_word():
    assert [one.question for one in fill().missing] == ["naissance"]  # one may not know it
    assert box(fill(), "Somme").text == ""


def test_a_replaced_form_says_by_which():
    assert (fill().withdrawn, fill().successor) == (True, "88888*01")


def test_values_by_field():
    assert [value.option for value in fill(seul="non").by_field()["seul"]] == ["1", "2"]


EXAMPLE = """
today = 2026-11-24
je_ne_sais_pas = ["naissance"]
[answers]
nom = "Simone Martin"
seul = true
[expected]
missing = ["naissance"]
ticks = ["Seul : oui"]
[expected.values]
Nom = "Simone Martin, -"
"""


def problems(
    form: str = FORM, fields: str = FIELDS, example: str = EXAMPLE
) -> list[tuple[str, str]]:
    files = {"form.toml": form, "fields-1.toml": fields, "examples/1.toml": example}
    try:
        found = check(
            parse_pack({name: text.encode() for name, text in files.items()}), Known(GROUPS)
        )
    except InvalidPack as refusal:
        found = refusal.problems
    return [(problem.code, problem.place) for problem in found]


def test_a_complete_form_has_no_problem():
    assert problems() == []


@pytest.mark.parametrize(
    ("text", "old", "new", "code"),
    [
        ("fields", "box = [10, 800, 200, 20]", "box = [500, 800, 200, 20]", "pack-box"),
        ("fields", "box = [10, 800, 200, 20]", "box = [10, 800, 0, 20]", "pack-box"),
        ("fields", "box = [10, 800, 200, 20]", "box = [10, 800, nan, 20]", "pack-wrong-type"),
        ("fields", "box = [10, 800, 200, 20]", "box = [10, 800, 20]", "pack-wrong-type"),
        ("fields", "comb = 2", "comb = -2", "pack-box"),
        ("fields", "page = 1", "page = 2", "pack-page"),
        ("fields", 'kind = "tick"', 'kind = "tick"\nvalue = "x"', "pack-tick-value"),
        ("fields", 'edition = "99999*01"', 'edition = "99999*02"', "pack-map-edition"),
        ("fields", "seul == 'non'", "seul == 'nom'", "pack-comparison"),
        ("fields", "{{ nom }}", "{{ nam }}", "pack-unknown-name"),
        ("form", 'map = "fields-1.toml"', 'map = "fields-2.toml"', "pack-unknown-map"),
        ("form", 'successor = "88888*01"', "", "pack-withdrawn-silent"),
        ("example", 'Nom = "Simone Martin, -"', 'Nom = "Martin"', "example-value"),
        ("example", 'Nom = "Simone Martin, -"', 'Non = "Martin"', "example-unknown-box"),
        ("example", 'ticks = ["Seul : oui"]', "ticks = []", "example-ticks"),
        ("example", 'missing = ["naissance"]', "missing = []", "example-missing"),
    ],
)
def test_a_mistake_in_a_form_is_found(text, old, new, code):
    texts = {"form": FORM, "fields": FIELDS, "example": EXAMPLE}
    texts[text] = changed(old, new, texts[text])

    assert code in [found for found, _ in problems(**texts)]


def test_only_the_address_of_a_box_of_several_answers_is_proposed_shorter() -> None:
    """A name may be "Place": the words of the table are looked for in the address alone."""
    changed_form = FORM.replace('kind = "text"\n  label = "Quelle ville ?"', ADDRESS)
    form = resolve(parse_form(changed_form.encode()), GROUPS)
    answers = {"nom": "Place Martin", "ville": "3 place Saint Roch"}
    draft = Draft("essai-form", answers, shortened={"ville": "3 PL Saint Roch"})
    found = validate(form, draft, TODAY, blanks=True)
    boxes = parse_map(FIELDS.encode(), "fields-1.toml")
    name = box(compose_form(form, boxes, found, TODAY, TABLE), "Nom")
    assert name.text == "Place Martin, 3 place Saint Roch"
    assert [one.text for one in name.shorter] == [
        "Place Martin, 3 PL Saint Roch",
        "Place Martin, 3 PL ST Roch",
    ]
    assert name.agreed == "Place Martin, 3 PL Saint Roch"
    assert name.written == name.text, "until it is measured"

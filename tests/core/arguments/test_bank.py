"""The bank of arguments is read strictly: each rule refuses its sabotage, at its line."""

import pytest

from desktop_app.core.errors import InvalidPack
from tests.helpers.arguments import FORM, GATES, MERITS, ORDERS, bank, problems, told, without


def test_a_sound_bank_has_no_fault() -> None:
    assert told() == []
    read = bank()
    assert list(read.arguments) == ["sans-raisons", "controle", "faux", "rendre"]
    assert read.files["faux"] == "merits.toml"


def test_a_fault_says_its_file_its_entry_and_its_line() -> None:
    (one,) = problems(form=without('raised_by = "non"', 'raised_by = "jamais"', FORM))
    assert one.code == "pack-wrong-type"
    assert one.place.startswith("form.toml, argument 1, clé raised_by, ligne ")


def test_every_fault_is_told_at_once() -> None:
    broken = without('gives = "Le juge annule."', 'give = "Le juge annule."', FORM)
    assert sorted(told(form=broken)) == ["pack-missing-key", "pack-unknown-key"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("form", 'id = "controle"', 'id = "sans-raisons"', "argument-twice"),
        ("form", "La lettre dit-elle pourquoi ?", "mot " * 16 + "?", "argument-long"),
        ("form", "La lettre ne donne pas ses raisons", "mot " * 13, "argument-long"),
        ("form", "Que dit la lettre ?", "mot " * 16 + "?", "argument-long"),
        ("form", "Au milieu de la page.", "mot " * 21 + ".", "pack-long-hint"),
        ("form", "La lettre dit-elle pourquoi ?", "N'est-ce pas écrit ?", "pack-negated-question"),
        ("form", 'articles = ["CRPA L.211-2"]', "", "pack-article-unfounded"),
        ("form", 'confidence = "moyenne"', 'confidence = "basse"', "argument-unsure"),
        ("form", "annuler {{ decision }}", "annuler {{ dette }}", "argument-unknown-name"),
        ("form", "annuler {{ decision }}", "annuler {{ decision", "template-syntax"),
        ("merits", 'example = "Je vis en France."', "", "pack-missing-key"),
        ("merits", '"texte"', '"texte"\nfacts = "Et ?"', "argument-asks-twice"),
        ("orders", 'form = ["sans-raisons", ', 'form = ["sans-raison", ', "argument-unknown"),
        ("orders", 'measures = ["rendre"]', 'measures = ["faux"]', "argument-twice"),
        ("orders", 'papers = ["essai"]', 'papers = ["essais"]', "order-unknown-paper"),
        ("gates", '["sans-raisons"]', '["sans-raison"]', "argument-unknown"),
        ("gates", 'dispute = ["refus"]', 'dispute = ["refuz"]', "gate-closes-nothing"),
        ("gates", 'closes = ["form"]\n', "", "gate-closes-nothing"),
    ],
)  # fmt: skip
def test_a_rule_refuses(name: str, old: str, new: str, code: str) -> None:
    files = {"form": FORM, "merits": MERITS, "gates": GATES, "orders": ORDERS}
    assert code in told(**{name: without(old, new, files[name])})


def test_an_order_needs_a_text_for_its_judge() -> None:
    found = problems(orders=ORDERS.replace('"administrative"', '"social"'))
    assert {"argument-no-text"} <= {one.code for one in found}


def test_an_argument_says_something_somewhere() -> None:
    silent = without('  administrative = "J\'ai vu un contrôleur (article L.114-10)."', "", FORM)
    assert "argument-says-nothing" in told(form=silent)


def test_an_order_that_its_letter_does_not_name_is_told() -> None:
    assert told({"essai": ("dette",)}) == ["order-unused"]
    assert told({"essai": ()}) == []  # a letter that does not plead yet


def test_a_bank_that_cannot_be_read_is_refused_whole() -> None:
    with pytest.raises(InvalidPack):
        bank(form="[[argument]\n")

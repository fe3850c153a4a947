"""When something of the person is there to lose, and when finding it would be a danger to her."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.sayings import betrays
from desktop_app.datafiles import data_root
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.personal import endangers, says_something

CATALOGUE = FolderCatalogue(data_root("forms"))
DISCREET = FolderLaw().emergencies


def said(pack: str, **answers: str | tuple[str, ...]) -> Draft:
    return Draft(pack, answers=answers)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"organisme": "caf"}, False, id="a choice among our words"),
        pytest.param({"sujets": ("couple",)}, False, id="several of them"),
        pytest.param({"date_decision": "3/11/2026"}, True, id="a day"),
        pytest.param({"date_decision": "31/02"}, True, id="a day that is wrong: she wrote it"),
        pytest.param({"nom": "Martin"}, True, id="a name"),
        pytest.param({"montant": "3120"}, True, id="a sum"),
        pytest.param({"nom": ""}, False, id="a name left empty"),
    ],
)
def test_what_is_written_is_personal(
    answers: dict[str, str | tuple[str, ...]], expected: bool
) -> None:
    definition = definition_of(CATALOGUE, "caf-indu-rsa")
    assert says_something(definition, said("caf-indu-rsa", **answers)) is expected


@pytest.mark.parametrize(
    ("pack", "answers"),
    [
        ("cma", {"cma_fragile": ("violences", "rue")}),
        ("caf-remise", {"difficultes": ("separation",)}),
        ("lettre-libre", {"objet": "porter plainte contre mon mari"}),
        ("aj-demande", {"aj_affaire": "divorcer de mon époux"}),
        ("aj-demande", {"aj_affaire": "obtenir une ordonnance de protection"}),
        ("aj-demande", {"aj_affaire": "Mon mari me frappe, je veux partir"}),
    ],
)
def test_a_danger_is_known(pack: str, answers: dict[str, str | tuple[str, ...]]) -> None:
    definition = definition_of(CATALOGUE, pack)
    asked = {one.id for section in definition.section for one in section.question}
    answers = {name if name in asked else _text_of(pack): said for name, said in answers.items()}
    assert endangers(definition, said(pack, **answers), DISCREET)


def _text_of(pack: str) -> str:
    definition = definition_of(CATALOGUE, pack)
    asked = (one for section in definition.section for one in section.question)
    return next(one.id for one in asked if one.kind in ("text", "long_text"))


@pytest.mark.parametrize(
    ("pack", "answers"),
    [
        ("cma", {"cma_fragile": ("rue",)}),
        ("caf-indu-rsa", {"nom": "Violet", "montant": "3120", "date_decision": "3/11/2026"}),
        ("aj-demande", {"aj_affaire": "contester une dette de RSA de 3 120 €"}),
        ("pref-rdv", {"nom": "Martin"}),
    ],
)
def test_an_ordinary_matter_is_none(pack: str, answers: dict[str, str | tuple[str, ...]]) -> None:
    definition = definition_of(CATALOGUE, pack)
    assert not endangers(definition, said(pack, **answers), DISCREET)


@pytest.mark.parametrize(
    "words", ["je me sépare de mon mari", "j'ai porté plainte", "la garde de mes enfants"]
)
def test_words_that_betray(words: str) -> None:
    assert betrays(words)


@pytest.mark.parametrize(
    "words",
    ["dépôt de garantie", "violet", "12 rue de la Garde", "porte 12", "je demande un report"],
)
def test_words_that_do_not(words: str) -> None:
    assert not betrays(words)

"""The letter on what the software did asks everything the law gives, and supposes nothing."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from tests.helpers.example_answers import answers_of
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import TODAY, ids, plain, text

PACK = "caf-algorithme"
LETTER = CATALOGUE.letter(PACK)
FULL = answers_of(PACK, "1-controle-puis-dette.toml")


def compose(unknown: frozenset[str] = frozenset(), **changes: object) -> LetterDocument:
    given = {k: v for k, v in {**FULL, **changes}.items() if k not in unknown}
    return compose_letter(LETTER, validate(LETTER, Draft(PACK, given, unknown), TODAY), TODAY)


@pytest.mark.parametrize("context", ["controle", "decision", "les-deux", "rien"])
def test_the_four_items_are_always_asked(context: str) -> None:
    """CRPA R.311-3-1-2: contribution, data and sources, parameters and weights, operations."""
    said = text(compose(algo_contexte=context), "quatre-informations")
    assert said.startswith("Si un traitement algorithmique a servi")
    for item in ("quelle façon il a contribué", "d'où elles viennent", "leur poids", "opérations"):
        assert item in said


@pytest.mark.parametrize(
    ("context", "objects"),
    [
        ("controle", {"objet-controle"}),
        ("decision", {"objet-decision"}),
        ("les-deux", {"objet-controle", "objet-decision"}),
        ("rien", {"objet-general"}),
    ],
)
def test_only_what_happened_is_told(context: str, objects: set[str]) -> None:
    document = compose(algo_contexte=context)
    assert {name for name in ids(document) if name.startswith("objet-")} == objects


def test_nullity_only_where_the_mention_is_said_to_be_missing() -> None:
    assert "rend nulle" in text(compose(), "mention-absente")
    assert "Si la décision a été prise seulement" in text(compose(), "mention-absente")
    assert "mention-absente" not in ids(compose(mention_algo="oui"))
    assert "mention-absente" not in ids(compose(frozenset({"mention_algo"})))
    assert "mention-absente" not in ids(compose(algo_contexte="controle"))


def test_a_score_that_founds_nothing_is_asked_as_personal_data() -> None:
    said = text(compose(algo_voulu=()), "acces-donnees")
    assert "même si vous estimez que le traitement n'a pas fondé de décision" in said


@pytest.mark.parametrize(
    ("ticked", "paragraph"),
    [
        ("score", "score"),
        ("fichiers", "fichiers"),
        ("regles", "regles"),
        ("humain", "intervention-humaine"),
    ],
)
def test_each_tick_adds_its_paragraph(ticked: str, paragraph: str) -> None:
    optional = {"score", "fichiers", "regles", "intervention-humaine"}
    assert optional & set(ids(compose(algo_voulu=(ticked,)))) == {paragraph}


def test_without_a_decision_none_is_said_to_have_been_taken() -> None:
    said = text(compose(algo_contexte="controle"), "intervention-humaine")
    assert said.startswith("Si une décision est prise sur moi")
    assert "reserve" not in ids(compose(algo_contexte="controle"))


def test_the_delay_to_contest_is_recalled() -> None:
    assert any("ne prolonge aucun délai" in warning for warning in plain(compose().warnings))
    assert not LETTER.deadline


def test_the_data_protection_officer_is_in_copy() -> None:
    assert [line for line in plain(compose().copies) if "Délégué à la protection" in line]

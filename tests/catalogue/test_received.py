"""``forms/received/``: decoded strictly, and naming only what exists."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law_decode import InvalidLaw
from desktop_app.catalogue.received import received_rules
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from tests.received.scoring import rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_root("forms") / "received", tmp_path / "received"))


def problems(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(InvalidLaw) as refused:
        received_rules(folder)
    return [(one.code, one.place) for one in refused.value.problems]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("senders.toml", "marks =", "mark =", ("law-unknown-key", "senders.toml, sender 1, mark")),
        ("senders.toml", 'id = "msa"', 'id = "caf"', ("law-twice", "senders.toml, sender 2, id")),
        (
            "decisions.toml",
            'senders = ["caf", "msa"]',
            'senders = ["cav"]',
            ("law-bad-value", "decisions.toml, decision 2, senders"),
        ),
        (
            "facts.toml",
            'fact = "sum"',
            'fact = "som"',
            ("law-bad-value", "facts.toml, label 4, fact"),
        ),
        ("facts.toml", "[contesting]", "[contest]", ("law-unknown-key", "facts.toml, contest")),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    folder: Path, file: str, old: str, new: str, problem: tuple[str, str]
) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    assert problem in problems(folder)


def test_each_rule_leads_to_a_letter_and_to_a_family_that_exist() -> None:
    packs = {item.id for item in FolderCatalogue(data_root("forms")).search(kind="letter")}
    for decision in rules().decisions:
        assert set(decision.letters) <= packs, decision.id
    assert {one.family for one in rules().senders} <= set(FAMILIES)


def test_each_question_that_a_fact_is_proposed_to_is_asked_somewhere() -> None:
    catalogue = FolderCatalogue(data_root("forms"))
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for item in catalogue.search(kind="letter"):
        for question in questions_of(catalogue.letter(item.id)):
            asked[question.id] |= {one.id for one in question.choices}
    for one in rules().questions:
        assert set(one.ids) <= set(asked), one.fact
        for name in one.ids:
            assert {*one.choices.values(), one.otherwise} - {""} <= asked[name], (one.fact, name)


def test_each_fact_that_leads_to_a_choice_is_one_of_the_rules() -> None:
    known = rules()
    ids = {
        "sender": {one.id for one in known.senders},
        "decision": {one.id for one in known.decisions},
        "remedies": {one.id for one in known.remedies},
    }
    for one in known.questions:
        if one.fact in ids:
            assert set(one.choices) <= ids[one.fact], one.fact


def test_each_remedy_that_names_bodies_names_those_of_the_law() -> None:
    bodies = FolderCatalogue(data_root("forms")).bodies
    for remedy in rules().remedies:
        assert set(remedy.bodies) <= set(bodies.bodies), remedy.id

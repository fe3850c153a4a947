"""A table that asks the same of one person after another is asked row by row."""

import dataclasses

from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.facts import Box, Title
from desktop_app.core.generic.model import GenericForm, read_generic, write_generic
from desktop_app.workflow.interview.interview import Interview
from tests.core.generic.test_build import TODAY, asked, box, facts, made

TABLE = ("Nom", "Prénom", "Date de naissance")


def table(*, rows: int = 3, columns: tuple[str, ...] = TABLE) -> list[Box]:
    return [
        box(f"{row}{column}", words, x=40 + 150 * column, y=600 - 20 * row)
        for row in range(rows)
        for column, words in enumerate(columns)
    ]


def household(*boxes: Box) -> GenericForm:
    title = Title(1, (40, 650, 300, 665), "Vos enfants")
    return generic_form(dataclasses.replace(facts(*boxes), titles=(title,)), "essai", TODAY)


def answered(form: GenericForm, **said: str) -> Interview:
    kept = read_generic(write_generic(form))
    return Interview(kept.definition, Draft("pdf-1", answers=said), TODAY)


def test_the_next_child_is_asked_once_it_is_added_and_its_facts_are_its_own() -> None:
    form = household(*table())
    first, second = (one for one in asked(form) if one.kind == "yes_no")
    assert (first.label, first.hint) == (
        "Ajouter une personne ?",
        "Lignes libres sur le papier : 2.",
    )
    assert (first.when, second.when) == ("", first.id)
    names = [one for one in asked(form) if one.remember == "identite.prenom"]
    assert [(one.whose, one.when) for one in names] == [
        ("enfant_1", ""), ("enfant_2", first.id), ("enfant_3", second.id),
    ]  # fmt: skip


def test_it_is_a_question_like_any_other_in_the_interview() -> None:
    form = household(*table())
    first = next(one.id for one in asked(form) if one.kind == "yes_no")
    before = {one.question.id for one in answered(form).steps}
    after = {one.question.id for one in answered(form, **{first: "oui"}).steps}
    assert len(after) - len(before) == 4  # three of the second child, and "another one?"


def test_columns_side_by_side_are_asked_child_by_child() -> None:
    boxes = [
        box(f"{row}{child}", words, x=40 + 200 * child, y=600 - 20 * row,
            column=f"{child + 1}. Enfant")
        for row, words in enumerate(TABLE)
        for child in range(2)
    ]  # fmt: skip
    whose = [one.whose for one in asked(household(*boxes))]
    assert whose == ["enfant_1"] * 4 + ["enfant_2"] * 3


def test_jobs_are_lines_and_lines_of_an_address_are_no_table() -> None:
    jobs = made(*table(rows=2, columns=("Poste occupé", "Motif de départ")))
    assert [one.label for one in asked(jobs)][2] == "Ajouter une ligne ?"
    alone = made(*(box(str(n), "Observations", y=600 - 20 * n) for n in range(3)))
    assert not any(one.when for one in asked(alone))

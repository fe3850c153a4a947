"""A form made for one PDF, corrected while it is filled: its parts, its names, its answers stay."""

import msgspec
import pytest

from desktop_app.core.authoring import asking, boxes, correcting
from desktop_app.core.authoring.correcting import corrected, opened, put
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.facts import Box, FormFacts, Spot
from desktop_app.core.generic.model import GenericForm, read_generic, write_generic
from desktop_app.core.generic.roles import ME
from desktop_app.core.packs.model import QuestionPage
from tests.core.generic.test_build import TODAY

A4 = (595.0, 842.0)
WHERE = (300.0, 655.0, 100.0, 18.0)


def box(name: str, words: str, page: int, y: float, kind: str = "text") -> Box:
    spot = Spot(page, (60.0, y, 260.0 if kind == "text" else 70.0, y + 16), words)
    return Box(name=name, type=kind, spots=(spot,), found=True)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def form() -> GenericForm:
    """Three pages; on the second one nothing is asked."""
    found = (
        box("1/1", "Nom de naissance", 1, 700),
        box("1/2", "Prénom", 1, 650),
        box("1/3", "Je suis d’accord", 1, 600, "tick"),
        box("3/1", "Date du bail", 3, 700),
    )
    return generic_form(FormFacts("0" * 64, (A4, A4, A4), found), "Demande", TODAY)


def at(form: EditedForm, label: str) -> int:
    return next(n for n, one in enumerate(form.places) if one.label == label)


def asked(form: GenericForm) -> list[tuple[str, list[str]]]:
    return [(one.title, [q.label for q in one.question]) for one in form.definition.section]


def test_what_nobody_changed_is_the_same(form: GenericForm) -> None:
    assert corrected(form, opened(form, ())) == form


def test_a_new_box_is_told_where_one_reads_it_and_asked_with_its_page(form: GenericForm) -> None:
    now, index = put(opened(form, ()), 1, "Nom d’usage", WHERE, "text")
    assert [one.label for one in now.places][1:4] == ["Prénom", "Nom d’usage", "Je suis d’accord"]
    assert now.places[index].box == WHERE
    made = corrected(form, now)
    assert asked(made)[0] == (
        "Page 1",
        ["Nom de naissance", "Prénom", "Nom d’usage", "Faut-il cocher : Je suis d’accord ?"],
    )
    first, _ = put(opened(form, ()), 1, "En haut", (60, 780, 90, 18), "text")
    assert asked(corrected(form, first))[0][1][0] == "En haut"


def test_on_a_page_that_asked_nothing_it_is_of_a_part_of_its_own(form: GenericForm) -> None:
    now, _ = put(opened(form, ()), 2, "Signature de", WHERE, "comb")
    assert [title for title, _ in asked(corrected(form, now))] == ["Page 1", "Page 2", "Page 3"]
    empty = msgspec.structs.replace(
        form,
        definition=msgspec.structs.replace(form.definition, section=()),
        field_map=msgspec.structs.replace(form.field_map, place=()),
    )
    now, _ = put(opened(empty, ()), 1, "", WHERE, "tick")
    assert asked(corrected(empty, now)) == [("Page 1", ["Case 1, page 1"])]


def test_a_box_taken_out_takes_its_question_and_comes_back_in_its_place(form: GenericForm) -> None:
    before = opened(form, ())
    now = boxes.remove(before, at(before, "Prénom"))
    assert "Prénom" not in asked(corrected(form, now))[0][1]
    assert corrected(form, before) == form, "undone"


def test_a_pack_s_own_pages_stay_and_what_is_new_stands_after_them(form: GenericForm) -> None:
    first, *rest = form.definition.section
    ids = tuple(one.id for one in first.question)
    paged = msgspec.structs.replace(first, page=(QuestionPage(title="Vous", question=ids),))
    definition = msgspec.structs.replace(form.definition, section=(paged, *rest))
    known = msgspec.structs.replace(form, definition=definition)
    now, _ = put(opened(known, ()), 1, "Nom d’usage", WHERE, "text")
    made = corrected(known, now)
    assert made.definition.section[0] == paged
    assert [one.label for one in made.definition.section[1].question] == ["Nom d’usage"]
    again = read_generic(write_generic(made)).definition
    stand = [name for one in again.section for page in one.page for name in page.question]
    assert len(set(stand)) == len(stand) == 5


def test_no_new_box_finds_the_answer_of_one_that_was_taken_out(form: GenericForm) -> None:
    now, index = put(opened(form, ()), 1, "Nom d’usage", WHERE, "text")
    question = now.question(index)
    assert question is not None
    now = msgspec.structs.replace(boxes.remove(now, index), answered=frozenset([question.id]))
    again, index = put(now, 1, "Nom d’usage", WHERE, "text")
    assert again.question(index).id not in ("", question.id)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("label", "said", "asked", "remember"),
    [
        ("Prénom", "Prénoms de la personne", "Prénoms de la personne", "identite.prenom"),
        ("Prénom", "Prénom de l’enfant", "Prénom de l’enfant", ""),
        ("Je suis d’accord", "Je refuse", "Faut-il cocher : Je refuse ?", ""),
        ("Date du bail", "Date d’entrée", "Date d’entrée", ""),
    ],
)
def test_a_question_follows_the_words_of_its_box_and_offers_nobody_s_facts_to_another(
    form: GenericForm, label: str, said: str, asked: str, remember: str
) -> None:
    before = opened(form, ())
    index = at(before, label)
    now = asking.set_label(before, index, said)
    question, was = now.question(index), before.question(index)
    assert question is not None
    assert was is not None
    offered = question.remember if question.whose == ME else ""
    assert (question.id, question.label, offered) == (was.id, asked, remember)


def test_a_box_without_words_is_counted_on_its_page(form: GenericForm) -> None:
    assert correcting.numbered(opened(form, ()), 1) == "Case 4, page 1"

"""A question of several boxes said in other words: a choice, a date in parts."""

import datetime as dt

import pytest

from desktop_app.core.authoring import shared_words as shared
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.generic.roles import ME
from desktop_app.core.packs.model import Choice, FormDefinition, Place, Question

BOX = (60.0, 600.0, 90.0, 12.0)
CHOICE = Question(
    id="case_1",
    kind="choice",
    label="Case 1, page 1",
    choices=(Choice(id="oui", label="Oui"), Choice(id="non", label="Non")),
)
BIRTH = Question(
    id="ne_le", kind="date", label="Né(e) le", remember="identite.date_naissance", hint="Kept"
)
NAME = Question(id="nom", kind="text", label="Nom")


def square(part: str, label: str) -> Place:
    return Place(label=label, page=1, box=BOX, kind="tick", when=f"case_1 == '{part}'")


def written(label: str, value: str) -> Place:
    return Place(label=label, page=1, box=BOX, value=f"{{{{ {value} }}}}")


FORM = EditedForm(
    header=FormDefinition(
        schema=1,
        id="f",
        title="F",
        plain_title="F",
        family="caf",
        seen_on=dt.date(2026, 11, 24),
        number="",
        edition="1",
        body="",
        section=(),
    ),
    questions=(CHOICE, BIRTH, NAME),
    places=(
        square("oui", "Case 1, page 1 : Oui"),
        square("non", "Case 1, page 1 : Non"),
        written("Né(e) le : jour", "ne_le | jour"),
        written("Né(e) le : mois", "ne_le | mois"),
        written("Nom : de jeune fille", "nom"),
    ),
    page_sizes=((595.0, 842.0),),
    parts={},
)


def labels(form: EditedForm) -> list[str]:
    return [one.label for one in form.places]


def asked(form: EditedForm, index: int) -> Question:
    found = form.question(index)
    assert found is not None
    return found


def test_the_boxes_of_a_choice_follow_the_words_of_its_question() -> None:
    assert (shared.question_of(FORM, 1), shared.name_of(FORM, 1)) == ("Case 1, page 1", "Non")
    now = shared.set_question(FORM, 1, " Percevez-vous l’aide ? ")
    assert labels(now)[:2] == ["Percevez-vous l’aide ? : Oui", "Percevez-vous l’aide ? : Non"]
    assert asked(now, 0).label == "Percevez-vous l’aide ?"
    assert asked(now, 0).choices == CHOICE.choices
    assert now.places[0].when == FORM.places[0].when, "answers stay"


def test_a_square_takes_the_choice_that_it_stands_for() -> None:
    now = shared.set_name(FORM, 1, "Pas encore")
    assert labels(now)[:2] == ["Case 1, page 1 : Oui", "Case 1, page 1 : Pas encore"]
    assert [one.label for one in asked(now, 0).choices] == ["Oui", "Pas encore"]
    assert [one.id for one in asked(now, 0).choices] == ["oui", "non"]


@pytest.mark.parametrize(
    ("said", "offered"), [("Date de naissance", BIRTH.remember), ("Né(e) le de l’enfant", "")]
)
def test_a_date_in_parts_offers_what_is_known_only_in_words_that_ask_for_it(
    said: str, offered: str
) -> None:
    now = shared.set_question(FORM, 3, said)
    assert labels(now)[2:4] == [f"{said} : jour", f"{said} : mois"]
    question = asked(now, 2)
    remember = question.remember if question.whose == ME else ""
    assert (question.label, remember, question.hint) == (said, offered, "")


def test_a_box_alone_is_named_as_ever() -> None:
    assert (shared.question_of(FORM, 4), shared.name_of(FORM, 4)) == ("", "Nom : de jeune fille")
    assert shared.set_question(FORM, 4, "Autre") == FORM
    assert labels(shared.set_name(FORM, 4, "Autre"))[4] == "Autre"
    assert shared.set_name(FORM, 1, " ") == FORM
    assert shared.set_question(FORM, 1, "") == FORM

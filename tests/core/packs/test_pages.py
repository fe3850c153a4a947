"""One thing a page: which questions stand together, in which order, under which title."""

from typing import Any

from desktop_app.core.packs.model import FormDefinition, Question, QuestionGroup, Section
from desktop_app.core.packs.pages import MOST_BOXES
from desktop_app.core.packs.resolve import resolve
from desktop_app.workflow.interview.definitions import definition_of
from tests.helpers.ours import CATALOGUE

LONG = " ".join(["mot"] * 60)


def asks(name: str, **more: Any) -> Question:
    return Question(id=name, kind="text", label=name, **more)


def paged(*sections: Section, **groups: QuestionGroup) -> list[tuple[str, tuple[str, ...]]]:
    form = FormDefinition(
        schema=1,
        id="essai",
        title="Essai",
        plain_title="Essai",
        family="caf",
        seen_on=CATALOGUE.letter("cada").seen_on,
        number="",
        edition="1",
        body="",
        blank=(),
        section=sections,
    )
    resolved = resolve(form, groups)
    order = [one.id for section in resolved.section for one in section.question]
    pages = [page for section in resolved.section for page in section.page]
    assert order == [name for page in pages for name in page.question], "asked page by page"
    return [(page.title, page.question) for page in pages]


def test_neighbours_stand_together_under_the_title_of_their_part() -> None:
    part = Section(id="a", title="Vous", question=(asks("nom"), asks("prenom")))
    assert paged(part) == [("Vous", ("nom", "prenom"))]


def test_a_question_alone_is_its_own_heading() -> None:
    assert paged(Section(id="a", title="Vous", question=(asks("nom"),))) == [("", ("nom",))]


def test_a_page_holds_what_one_reads_at_a_glance() -> None:
    part = Section(id="a", title="Vous", question=(asks("a", hint=LONG), asks("b", hint=LONG)))
    assert paged(part) == [("", ("a",)), ("", ("b",))]


def test_short_questions_fill_no_page_longer_than_a_few_heights_of_the_window() -> None:
    part = Section(id="a", title="Vous", question=tuple(asks(f"q{n}") for n in range(20)))
    sizes = [len(names) for _, names in paged(part)]
    assert sizes == [MOST_BOXES, MOST_BOXES, 20 - 2 * MOST_BOXES]


def test_what_an_answer_opens_takes_no_room_beforehand() -> None:
    part = Section(
        id="a",
        title="Vous",
        question=(asks("a", hint=LONG), asks("b", hint=LONG, when="a == 'oui'")),
    )
    assert paged(part) == [("Vous", ("a", "b"))]


def test_two_parts_do_not_mix_by_themselves() -> None:
    parts = [Section(id=name, title=name, question=(asks(name),)) for name in "ab"]
    assert paged(*parts) == [("", ("a",)), ("", ("b",))]


def test_a_named_page_gathers_its_questions_where_the_first_of_them_is() -> None:
    parts = (
        Section(id="a", title="A", question=(asks("a", page="Vous"), asks("b"))),
        Section(id="c", title="C", question=(asks("c", page="Vous"),)),
    )
    assert paged(*parts) == [("Vous", ("a", "c")), ("", ("b",))]


def test_a_group_names_the_page_of_its_questions() -> None:
    group = QuestionGroup(
        id="identite",
        title="Votre nom",
        page="Vous",
        question=(asks("nom"), asks("autre", page="À part")),
    )
    part = Section(id="a", title="A", include=("identite",), question=(asks("tel", page="Vous"),))
    assert paged(part, identite=group) == [("Vous", ("nom", "tel")), ("", ("autre",))]


def test_a_section_stands_together_with_its_groups_but_for_what_names_another_page() -> None:
    group = QuestionGroup(id="caf", title="La Caf", page="La lettre", question=(asks("caf"),))
    parts = (
        Section(id="a", title="A", together="Vos caisses", question=(asks("a"),)),
        Section(
            id="b",
            title="B",
            together="Vos caisses",
            include=("caf",),
            question=(asks("b"), asks("c", page="À part")),
        ),
    )
    assert paged(*parts, caf=group) == [("Vos caisses", ("a", "caf", "b")), ("", ("c",))]


def test_what_depends_on_an_answer_is_never_asked_before_it() -> None:
    parts = (
        Section(id="a", title="A", question=(asks("a", page="Vous"), asks("b"))),
        Section(
            id="c",
            title="C",
            question=(
                asks("c", page="Vous", when="b == 'oui'"),
                asks("d", page="Vous", not_before="b"),
                asks("e", page="Vous"),
            ),
        ),
    )
    assert paged(*parts) == [("Vous", ("a", "e")), ("", ("b",)), ("Vous", ("c", "d"))]


def test_every_pack_asks_each_question_on_one_page() -> None:
    for one in CATALOGUE.all_texts():
        for section in definition_of(CATALOGUE, one.id).section:
            asked = [question.id for question in section.question]
            assert asked == [name for page in section.page for name in page.question], one.id
            assert all(page.title for page in section.page if len(page.question) > 1), one.id

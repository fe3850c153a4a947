"""Every gesture gives a form that is still sound, and everything can be taken back."""

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.edited import EditedForm, edited, finished
from desktop_app.core.authoring.first import number_of, numbered
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.links import Link, known_data, link_of, links
from desktop_app.core.authoring.pack import pack_texts
from desktop_app.core.authoring.samples import samples
from desktop_app.core.checks import Known, check
from desktop_app.core.packs.model import Section
from desktop_app.core.packs.parse import parse_pack
from desktop_app.core.packs.resolve import questions_of, resolve
from desktop_app.datafiles import data_root
from tests.helpers.authoring import TODAY, a_form

KNOWN_DATA = known_data(FolderCatalogue(data_root("forms")).groups)
NAME, ACCEPT, CODE, NAME_AGAIN, SIGNATURE = range(5)

lengths = st.floats(-2000, 2000, allow_nan=False)
words = st.lists(
    st.sampled_from(["Nom", "Né(e) le", "N°", "{{ x }}", 'a"b', "c\\d", "Œuvre"]), max_size=8
)
Gesture = Callable[[EditedForm, int], EditedForm]


def _linked(form: EditedForm, index: int, which: int) -> EditedForm:
    suited = list(links(KNOWN_DATA, form.places[index]))
    return asking.link_to(form, index, suited[which % len(suited)])


gestures: st.SearchStrategy[Gesture] = st.one_of(
    st.builds(lambda x, y: lambda form, i: boxes.move(form, i, x, y), lengths, lengths),
    st.builds(lambda x, y: lambda form, i: boxes.resize(form, i, x, y), lengths, lengths),
    st.builds(lambda page: lambda form, i: boxes.set_page(form, i, page), st.integers(-1, 9)),
    st.builds(lambda by: lambda form, i: boxes.reorder(form, i, by)[0], st.integers(-9, 9)),
    st.builds(lambda page: lambda form, i: boxes.add(form, page, "Case", i)[0], st.integers(1, 2)),
    st.just(boxes.remove),
    st.just(asking.leave_empty),
    st.builds(
        lambda shape: lambda form, i: asking.set_shape(form, i, shape),
        st.sampled_from(["text", "tick", "comb"]),
    ),
    st.builds(lambda n: lambda form, i: asking.set_cells(form, i, n), st.integers(-1, 200)),
    st.builds(lambda n: lambda form, i: asking.set_lines(form, i, n), st.integers(-1, 200)),
    st.builds(lambda said: lambda form, i: asking.set_label(form, i, " ".join(said)), words),
    st.builds(lambda said: lambda form, i: asking.set_words(form, i, " ".join(said)), words),
    st.builds(
        lambda kind: lambda form, i: asking.ask_own(form, i, kind),
        st.sampled_from(asking.OWN_KINDS),
    ),
    st.builds(lambda which: lambda form, i: _linked(form, i, which), st.integers(0, 200)),
)
sequences = st.lists(st.tuples(gestures, st.integers(0, 50)), max_size=12)


def played(form: EditedForm, sequence: list[tuple[Gesture, int]]) -> History[EditedForm]:
    history = History(form)
    for gesture, index in sequence:
        now = history.present
        if now.places:
            history = history.do(gesture(now, index % len(now.places)))
    return history


@given(sequences)
def test_any_gestures_leave_a_pack_without_fault(sequence: list[tuple[Gesture, int]]) -> None:
    form = played(a_form(), sequence).present
    pack = parse_pack(pack_texts(form, TODAY))
    assert check(pack, Known({})) == ()


@given(sequences)
def test_boxes_stay_on_their_page_and_labels_are_unique(
    sequence: list[tuple[Gesture, int]],
) -> None:
    form = played(a_form(), sequence).present
    for place in form.places:
        (wide, high), (x, y, w, h) = form.page_sizes[place.page - 1], place.box
        assert x >= 0
        assert y >= 0
        assert w >= boxes.LEAST
        assert h >= boxes.LEAST
        assert (x + w <= wide + 0.01, y + h <= high + 0.01) == (True, True)
    assert len({place.label for place in form.places}) == len(form.places)


@given(sequences)
def test_undoing_gives_the_first_form_back_and_redoing_the_last(
    sequence: list[tuple[Gesture, int]],
) -> None:
    history = played(a_form(), sequence)
    last, steps = history.present, len(history.past)
    for _ in range(steps + 2):
        history = history.undo()
    assert history.present == a_form()
    for _ in range(steps + 2):
        history = history.redo()
    assert history.present == last


@given(sequences)
def test_what_is_written_is_read_back_the_same(sequence: list[tuple[Gesture, int]]) -> None:
    form = played(a_form(), sequence).present
    pack = parse_pack(pack_texts(form, TODAY))
    (field_map, _), *others = pack.maps.values()
    assert not others
    assert field_map == finished(form)[1]
    assert pack.definition.section == finished(form)[0].section
    again = edited(resolve(pack.definition, {}), field_map)
    assert (again.places, set(again.questions)) == (form.places, set(form.questions))


class TestQuestions:
    def test_a_box_that_changes_leaves_a_shared_answer_to_the_others(self) -> None:
        form = asking.ask_own(a_form(), NAME_AGAIN, "text")
        assert form.places[NAME].value == "{{ nom }}"
        assert form.question(NAME_AGAIN).id == "case_nom_du_demandeur"

    def test_a_question_that_nothing_asks_any_more_goes_with_its_box(self) -> None:
        form = boxes.remove(a_form(), ACCEPT)
        assert [question.id for question in form.questions] == ["nom", "case_code"]
        assert [question.id for question in boxes.remove(form, NAME).questions] == [
            "nom",
            "case_code",
        ], "the other box still writes the name"

    def test_the_question_of_a_box_follows_its_label_until_it_has_words_of_its_own(self) -> None:
        form = asking.set_label(a_form(), ACCEPT, "J'accepte tout")
        assert form.question(ACCEPT).label == "J'accepte tout"
        form = asking.set_words(form, ACCEPT, "Êtes-vous d'accord ?")
        form = asking.set_label(form, ACCEPT, "Accord")
        assert form.question(ACCEPT).label == "Êtes-vous d'accord ?"

    def test_a_known_question_keeps_its_words(self) -> None:
        form = asking.set_label(a_form(), NAME, "Votre nom de famille")
        assert form.question(NAME).label == "Quel est votre nom ?"

    def test_a_taken_label_gets_a_number(self) -> None:
        assert asking.set_label(a_form(), CODE, "Nom").places[CODE].label == "Nom (2)"

    def test_a_label_is_never_empty(self) -> None:
        assert asking.set_label(a_form(), CODE, "  ") == a_form()

    def test_an_answer_of_a_comb_is_as_long_as_its_cells(self) -> None:
        assert asking.set_cells(a_form(), CODE, 7).question(CODE).max_length == 7
        assert asking.set_shape(a_form(), CODE, "text").question(CODE).max_length == 0

    def test_a_date_in_a_comb_is_written_in_digits(self) -> None:
        form = asking.set_shape(asking.ask_own(a_form(), CODE, "date"), CODE, "text")
        assert form.places[CODE].value.endswith("| date_courte }}")
        assert (
            asking.set_shape(form, CODE, "comb").places[CODE].value.endswith("| chiffres_date }}")
        )

    def test_another_kind_of_box_is_drawn_over_the_blank_s_own_field(self) -> None:
        form = boxes.changed(a_form(), NAME, field="champ[0]")
        assert asking.set_shape(form, NAME, "comb").places[NAME].field == "champ[0]"
        assert asking.set_shape(form, NAME, "tick").places[NAME].field == ""

    def test_a_box_may_stay_empty_and_ask_again(self) -> None:
        form = asking.leave_empty(a_form(), CODE)
        assert form.question(CODE) is None
        assert asking.ask_own(form, CODE, "phone").question(CODE).kind == "phone"

    def test_questions_are_asked_in_the_order_of_the_paper(self) -> None:
        form, at = boxes.reorder(a_form(), CODE, -9)
        assert at == 0
        assert [q.id for q in questions_of(finished(form)[0])] == [
            "case_code",
            "nom",
            "case_accord",
        ]


class TestLinks:
    def test_there_are_known_data(self) -> None:
        kept = {question.remember for question in KNOWN_DATA}
        assert {"identite.nom", "adresse.commune", "identite.date_naissance"} <= kept

    @pytest.mark.parametrize("index", [NAME, ACCEPT, CODE])
    def test_each_link_is_read_back_from_its_box(self, index: int) -> None:
        for link in links(KNOWN_DATA, a_form().places[index]):
            form = asking.link_to(a_form(), index, link)
            found = link_of(form.questions, form.places[index])
            assert found is not None
            assert found.key == link.key

    def test_a_date_is_known_by_its_parts(self) -> None:
        birth = next(q for q in KNOWN_DATA if q.remember == "identite.date_naissance")
        form = asking.link_to(a_form(), NAME, Link(birth, "annee"))
        assert form.places[NAME].value == "{{ date_naissance | annee }}"

    def test_templates_of_another_author_are_no_link_and_stay(self) -> None:
        form = boxes.changed(a_form(), NAME, value="{{ nom | majuscules }}")
        assert link_of(form.questions, form.places[NAME]) is None
        assert asking.set_shape(form, NAME, "comb").places[NAME].value == "{{ nom | majuscules }}"


@pytest.mark.parametrize(
    ("words", "number", "edition"),
    [
        ("10842*06", "10842", "10842*06"),
        ("cerfa n° 10842 * 06", "10842", "10842*06"),
        ("10842", "10842", "unique"),
        ("", "", "unique"),
    ],
)
def test_the_number_of_the_paper(words: str, number: str, edition: str) -> None:
    form = numbered(numbered(a_form(), "12345*01"), words)
    assert (form.header.number, form.header.edition) == (number, edition)
    assert numbered(form, number_of(form)) == form
    assert check(parse_pack(pack_texts(form, TODAY)), Known({})) == ()


def test_words_without_a_number_change_nothing() -> None:
    form = numbered(a_form(), "10842*06")
    assert numbered(form, "je ne sais pas") == form


def test_a_walk_of_the_arrows_is_taken_back_at_once() -> None:
    history = History(1).do(2, "nom").do(3, "nom").do(4, "nom").do(5)
    assert history.undo().present == 4
    assert history.undo().undo().present == 1


def test_samples_of_every_shared_question_are_accepted() -> None:
    section = Section(id="tout", title="Tout", question=KNOWN_DATA)
    form = msgspec.structs.replace(finished(a_form())[0], section=(section,))
    draft, answers = samples(form, dt.date(2026, 3, 1))
    assert set(answers.values) == set(draft.answers) == {question.id for question in KNOWN_DATA}

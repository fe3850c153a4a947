"""Two editions side by side: the same box is found again, and a box is never taken for another."""

import pytest

from desktop_app.core.editions.boxes import Box
from desktop_app.core.editions.carry import carried_over
from desktop_app.core.editions.compare import compare
from desktop_app.core.editions.labels import agree, identical
from desktop_app.core.packs.model import FieldMap, Place

HERE = (100.0, 700.0, 300.0, 716.0)
LOWER = (100.0, 640.0, 300.0, 656.0)
FAR = (100.0, 100.0, 300.0, 116.0)


def place(label: str, field: str = "", rect=HERE, kind="text", page: int = 1, **more) -> Place:
    x0, y0, x1, y1 = rect
    box = (x0, y0, x1 - x0, y1 - y0)
    return Place(label=label, field=field, kind=kind, page=page, box=box, **more)


def box(label: str, name: str = "", rect=HERE, kind="text", page: int = 1, **more) -> Box:
    return Box(name, kind, page, rect, label, **more)


def compared(places, boxes, **more):
    sizes = ((595.0, 842.0),)
    return compare(FieldMap(edition="1", page_sizes=sizes, place=tuple(places)), boxes, **more)


class TestTheSameBox:
    @pytest.mark.parametrize(
        ("before", "after", "moved", "renamed"),
        [
            pytest.param(place("Nom", "a"), box("Nom", "a"), False, False, id="nothing changed"),
            pytest.param(place("Nom", "a"), box("Nom", "a", FAR), True, False, id="moved"),
            pytest.param(place("Nom", "a"), box("Nom", "b"), False, True, id="renamed"),
            pytest.param(place("Nom"), box("Nom"), False, False, id="on paper without fields"),
            pytest.param(
                place("Votre nom", "a"), box("", "a"), False, False, id="its label is not seen"
            ),
            pytest.param(
                place("Nom", "a"), box("Nom", "b", LOWER), True, True, id="its words, alone of them"
            ),
        ],
    )
    def test_is_found_again(self, before, after, moved, renamed):
        found = compared([before], [after])
        (match,) = found.matches
        assert (match.moved, match.renamed) == (moved, renamed)
        assert (found.gone, found.new) == ((), ())

    def test_one_field_with_two_boxes_is_one_answer(self):
        first, second = place("Nom", "a"), place("Nom (feuillet 2)", "a", LOWER, page=2)
        found = compared([first, second], [box("Nom", "a")])
        assert [one.place for one in found.matches] == [first, second]

    def test_each_choice_of_a_field_has_its_own_box(self):
        yes = place("Oui", "accord", kind="tick", option="1")
        no = place("Non", "accord", LOWER, kind="tick", option="2")
        found = compared([yes, no], [box("Non", "accord", LOWER, "tick", option="2")])
        assert [one.place.label for one in found.matches] == ["Non"]
        assert [one.label for one in found.gone] == ["Oui"]


class TestAnotherBoxIsNotTakenForIt:
    @pytest.mark.parametrize(
        "other",
        [
            pytest.param(box("Prénom", "b"), id="same place, other words and name"),
            pytest.param(box("", "b"), id="same place alone"),
            pytest.param(box("", "a", FAR), id="same name alone"),
            pytest.param(box("Nom", "b", FAR), id="same words, far away"),
            pytest.param(box("Nom", "b", page=2), id="same words, another page"),
            pytest.param(box("Nom", "a", kind="tick"), id="it is ticked, not written in"),
            pytest.param(box("Nom de naissance", "b"), id="a longer name is another question"),
        ],
    )
    def test_one_resemblance_is_not_enough(self, other):
        found = compared([place("Nom", "a")], [other])
        assert found.matches == ()
        assert [one.label for one in found.gone] == ["Nom"]
        assert found.new == (other,)

    def test_two_boxes_of_the_same_words_are_told_apart_by_their_place_only(self):
        parents = [box("Nom", "b", LOWER), box("Nom", "c", FAR)]
        assert compared([place("Nom", "a")], parents).matches == ()

    def test_names_that_shifted_are_not_believed(self):
        """A line came first: every field has the name and the place of another's answer."""
        known = [place("Nom", "t1", HERE), place("Rue", "t2", LOWER)]
        shifted = [box("Prénom", "t1", HERE), box("Nom", "t2", LOWER), box("Rue", "t3", FAR)]
        found = compared(known, shifted)
        # The name went down by less than a sixth of the page: its words find it again.
        assert [(one.place.label, one.box.label) for one in found.matches] == [("Nom", "Nom")]
        assert [one.label for one in found.new] == ["Prénom", "Rue"]

    def test_the_same_place_is_enough_where_the_paper_says_it_is_the_same_edition(self):
        known, other = [place("Nom", "a")], [box("", "page1.champ7")]
        assert compared(known, other).matches == ()
        assert len(compared(known, other, same_edition=True).matches) == 1

    def test_but_not_where_its_words_are_those_of_another_box(self):
        known = [place("Nom", "a"), place("Commune", "b", LOWER)]
        other = [box("Commune", "x", HERE)]
        assert [one.place.label for one in compared(known, other, same_edition=True).matches] == [
            "Commune"
        ]


class TestWhatIsCarriedOver:
    SIZES = ((595.0, 842.0),)

    def carry(self, before: Place, after: Box) -> Place:
        (found,) = carried_over(compared([before], [after]), "2", self.SIZES).place
        return found

    def test_the_answer_goes_in_the_blank_s_own_field(self):
        found = self.carry(place("Nom", "a", value="{{ nom }}", size=9), box("Nom", "b"))
        assert (found.field, found.value, found.size) == ("b", "{{ nom }}", 9)

    def test_and_where_it_stands_now(self):
        found = self.carry(place("Nom", "a", comb=20, lines=2), box("Nom", "a", LOWER))
        assert found.box == (100, 640, 200, 16)
        assert (found.comb, found.lines) == (20, 2)

    def test_a_box_of_another_size_has_not_its_printed_lines(self):
        wide = (100.0, 600.0, 500.0, 616.0)
        found = self.carry(place("Nom", "a", comb=20, lines=2), box("Nom", "a", wide, comb=25))
        assert (found.comb, found.lines) == (25, 1)

    def test_what_has_no_twin_is_left_out(self):
        found = carried_over(compared([place("Nom", "a")], [box("Autre", "z")]), "2", self.SIZES)
        assert found.place == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Prénom(s)", "Prénoms", True),
        ("Code Postal", "code postal :", True),
        ("N° de la rue", "Rue", False),
        ("Nom de naissance", "Nom", False),
        ("Nom de naissance", "Nom d’usage", False),
        ("Commune de naissance", "Commune", False),
        ("Association cultuelle et établissement", ("Association cultuelle et établissement public "
         "du culte"), True),
        ("Nom de naissance du père", "Nom de naissance de la mère", False),
        ("Nom du parent 1", "Nom du parent 2", False),
        ("Logement avec garage", "Logement sans garage", False),
        ("Établissement d’enseignement supérie", "Établissement d’enseignement supérieur", True),
        ("Mme", "Monsieur", False),
        ("", "", False),
    ],
)  # fmt: skip
def test_two_labels_say_the_same(one, other, expected):
    assert agree(one, other) is expected
    assert agree(other, one) is expected


def test_the_very_words_are_needed_where_nothing_else_speaks():
    assert identical("Code postal", "Code Postal")
    assert not identical("N°", "n°")
    assert not identical("Nom de naissance", "Nom")

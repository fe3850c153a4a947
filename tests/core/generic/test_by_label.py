"""Which prepared line a box of a brought paper is about: by its words, its part, and of whom."""

import pytest

from desktop_app.core.generic.by_label import Spot, _likeness, _of, paired_with
from desktop_app.core.packs.model import Choice, Place, Question
from tests.core.generic.test_build import box, made

ASKED = Question(id="q", kind="text", label="")
PAPER = "Ressources des trois derniers mois"


def likeness(line: str, part: str, label: str, title: str, *also: str) -> int:
    box = Place(page=1, label=label, value="{{ q }}")
    return _likeness(
        Place(part=part, label=line, also=also, value="{{ x }}"), Spot(ASKED, label, title, (box,))
    )


@pytest.mark.parametrize(
    ("line", "part", "label", "title"),
    [
        ("Nom d’usage", "Vous", "Nom d'usage (s'il y a lieu)", "B - Le demandeur"),
        ("Prénoms", "Vous", "B - LE DEMANDEUR : Prénom(s)", "B - Le demandeur"),
        ("Prénoms", "Vous", "Vos prénoms", "2. Vous"),
        ("Conjoint : prénoms", "Conjoint", "D - VOTRE CONJOINT : Prénom(s)", "D - Votre conjoint"),
        ("Défunt : date de naissance", "Le défunt", "Date de naissance", "L'assuré(e) décédé(e)"),
        ("Salaires, trois mois", PAPER, "Salaires", "3. Vos ressources des 3 derniers mois"),
    ],
)
def test_a_paper_says_the_same_in_its_own_way(line: str, part: str, label: str, title: str) -> None:
    assert likeness(line, part, label, title)


@pytest.mark.parametrize(
    ("line", "part", "label", "title"),
    [
        ("Prénoms", "Vous", "Ses prénoms", "1. L'assuré"),
        ("Date de naissance", "Vous", "Date de naissance", "L'assuré(e) décédé(e)"),
        ("Nom", "Vous", "Employeur : nom (de l'entreprise)", "Votre travail"),
        ("Salaires, trois mois", PAPER, "Salaires", "Vos ressources des 12 derniers mois"),
        ("Nom", "Vous", "Organisme : nom", "Vos démarches"),
    ],
)
def test_nobody_elses_box_is_taken_nor_one_of_other_months(
    line: str, part: str, label: str, title: str
) -> None:
    assert not likeness(line, part, label, title)


def test_yes_and_no_say_what_of_by_their_question() -> None:
    choices = (Choice(id="oui", label="Oui"), Choice(id="non", label="Non"))
    asked = Question(id="q", kind="choice", label="Vivez-vous en couple ?", choices=choices)
    squares = [
        Place(page=1, kind="tick", label=f"Couple : {word}", when=f"q == '{word.lower()}'")
        for word in ("Oui", "Non")
    ]
    yes, no = _of(asked, "4. Situation", squares)
    line = Place(part="Vous", kind="tick", label="Vivez-vous en couple : oui", when="c == 'oui'")
    assert _likeness(line, yes)
    assert not _likeness(line, no)


def test_a_line_over_two_boxes_of_one_name_is_written_on_both() -> None:
    form = made(
        *[
            box(*one, found=True)
            for one in (("a", "Votre adresse"), ("b", "Votre adresse", 100, 682))
        ]
    )
    line = Place(label="Votre adresse", value="{{ voie }}, {{ commune }}", page=1)
    (pair,) = paired_with((line,), form, {})
    (place,) = pair.places
    assert (place.lines, place.box) == (2, (100, 682, 200, 32))
    assert len(pair.spot.boxes) == 2

"""Blocks of a page: what each says from top to bottom, and what of a long list is shown first."""

import pytest

from desktop_app.pages.destinations import Home
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Fact,
    Folded,
    Ladder,
    Long,
    Moment,
    Own,
    Page,
    Problem,
    Row,
    Rung,
    Status,
    Text,
    Timeline,
)
from desktop_app.pages.reading import lines, nothing

GO = Action("Changer", Home())


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Fact("Ville", "Paris"), ["Ville : Paris"]),
        (Fact("Ville", ""), ["Ville"]),
        (
            Fact("Ville", "Pari", GO, "Erreur : où ?"),
            ["Ville : Pari", "Erreur : où ?", "[Changer]"],
        ),
        (Card("", (Text("Un mot"),)), ["  Un mot"]),
        (Row((GO,)), ["[Changer]"]),
        (Status(), []),
        (Status("C’est fait."), ["C’est fait."]),
        (Own("aperçu"), []),
        (Long((Text("un"), Text("deux")), 1), ["un", "deux"]),
        (Folded("Pourquoi ?", "Cacher", ("Parce que.",)), ["Parce que."]),
        (
            Timeline((Moment("Lettre postée.", False, (Text("hier"),)), Moment("Réponse", True))),
            ["– Lettre postée.", "  hier", "– Réponse"],
        ),
        (
            Ladder((Rung("Fait", "Écrire", (Text("gratuit"),)), Rung("Ensuite", "Le juge", ()))),
            ["1. Fait : Écrire", "   gratuit", "2. Ensuite : Le juge"],
        ),
    ],
)
def test_a_block_is_read_from_top_to_bottom(block: Block, said: list[str]) -> None:
    assert list(lines(Page("Titre", (block,), ()))) == ["Titre", *said]


def test_what_is_wrong_is_read_before_all_else() -> None:
    problem = Problem("Erreur : une réponse.", (Choice("Ville", Home()),))
    page = Page("Titre", (Text("Un mot"),), (GO,), problem=problem)
    assert lines(page) == ("Titre", "Erreur : une réponse.", "[Ville]", "Un mot", "[Changer]")
    assert lines(page, nothing) == ("Titre", "Erreur : une réponse.", "Un mot")


def test_a_long_list_keeps_a_heading_with_what_follows_it() -> None:
    first, then = Text("Aujourd’hui", "subheading"), Text("Plus tard", "subheading")
    told = Long((first, Text("a"), then, Text("b"), Text("c")), 1)
    now, others = told.cut()
    assert now.blocks == (first, Text("a"))
    assert others.blocks == (then, Text("b"), Text("c"))
    assert others.count() == 2
    assert others.cut()[1].blocks == (Text("c"),)


def test_a_list_that_is_short_is_whole() -> None:
    told = Long((Text("a"), Text("b")), 2)
    assert told.cut() == (told, Long((), 2))

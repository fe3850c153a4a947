"""Every block of a page can be read from top to bottom; what only presses goes where none can."""

from desktop_app.pages.destinations import Home
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Card,
    Choice,
    Fact,
    Listed,
    Own,
    Page,
    Row,
    Steps,
    Text,
    Unfold,
)
from desktop_app.pages.reading import lines, nothing

PAGE = Page(
    "Titre",
    (
        Text("Une phrase."),
        Fact("Coût", "gratuit"),
        Steps(("D’abord", "Ensuite")),
        Listed(("Un papier",)),
        Card("Un cadre", (Text("Dedans."), Choice("Écrire", Home()))),
        Unfold("Je ne sais pas", "Regardez au dos."),
        Row((Action("Voir", Home()), Action("Changer", Home()))),
        Own("form"),
    ),
    (back(),),
)


def test_all_that_a_page_says_is_read_in_its_order() -> None:
    assert lines(PAGE) == (
        "Titre", "Une phrase.", "Coût : gratuit", "1. D’abord", "2. Ensuite", "– Un papier",
        "Un cadre", "  Dedans.", "  [Écrire]", "Je ne sais pas", "  Regardez au dos.",
        "[Voir]", "[Changer]", "[Retour]",
    )  # fmt: skip


def test_where_nothing_is_pressed_all_the_rest_is_read() -> None:
    assert lines(PAGE, nothing) == tuple(
        line for line in lines(PAGE) if not line.strip().startswith("[")
    )

"""What a page says before anything to press is heard with its heading, and not only by F6."""

import pytest

from desktop_app.pages.page import Action, Back, Live, Page, Text
from tests.helpers.matched_page import matched_pages

STAY = Action("Retour", Back(), "plain")


def test_sentences_above_all_else_are_heard_with_the_heading() -> None:
    blocks = (Text("Tout sera effacé."), Text("Imprimez d’abord.", "date"), STAY, Text("Après."))
    assert Page("Finir ?", blocks, ()).said_first == ("Tout sera effacé.", "Imprimez d’abord.")


def test_what_a_page_says_to_lead_with_comes_in_their_place() -> None:
    page = Page("Finir ?", (Text("Tout sera effacé."), STAY), (), lead=("Deux brouillons.",))
    assert page.said_first == ("Deux brouillons.",)


@pytest.mark.parametrize(
    "first",
    [
        Text("Le 4 mai.", "hint"),
        Text("À faire", "subheading"),
        Text("Lire à loisir.", stop=True),
        Text("Read it.", lang="en"),
        Live("count", (Text("… modèles."),)),
    ],
    ids=["a hint", "a title", "a stop of its own", "another language", "what is still counted"],
)
def test_what_is_read_in_its_turn_is_not(first: Text | Live) -> None:
    assert Page("Lire", (first, STAY), ()).said_first == ()


def test_a_form_without_its_paper_says_so_at_once() -> None:
    page = dict(matched_pages())["prepared form, True"]
    assert any("Nous n’avons pas le papier lui-même" in one for one in page.said_first)


def test_boxes_recognised_are_counted_at_once() -> None:
    told = " ".join(dict(matched_pages())["matched"].said_first)
    assert "ce PDF" in told
    assert "1 case reconnue" in told

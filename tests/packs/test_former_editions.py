"""What the office no longer takes stands last in every list, under its heading, with what to do."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root
from desktop_app.pages import destinations as to
from desktop_app.pages import find, models, packs
from desktop_app.pages.finding import offers, told
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Choice, Long, Text
from desktop_app.pages.reading import lines
from desktop_app.sentences.edition_words import former, former_editions
from desktop_app.workflow.guidance.pack_list import models as at_hand
from desktop_app.workflow.guidance.search import find as find_words

CATALOGUE = FolderCatalogue(data_root("forms"))
FORMER = [one for one in CATALOGUE.search() if one.former]
HEADING = Text("Anciennes éditions", "subheading")


@pytest.mark.parametrize("item", FORMER, ids=lambda one: one.id)
def test_each_says_what_to_do_instead_what_was_seen_and_when(item: CatalogueItem) -> None:
    words = former(item)
    assert (item.successor or "le formulaire en vigueur") in words
    assert item.seen
    assert "Vu le " in words
    assert words.endswith("À vérifier au guichet.")


def test_what_is_taken_today_is_no_former_edition() -> None:
    taken = [one for one in CATALOGUE.search() if not one.former]
    assert not any(former(one) for one in taken)
    assert len(FORMER) >= 11, "none is hidden whose successor we did not see"


def after_the_heading(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    assert blocks.count(HEADING) == 1
    return blocks[blocks.index(HEADING) + 1 :]


def test_they_come_last_among_forms_and_none_is_hidden() -> None:
    asked = to.Find("formulaire")
    blocks = find.page(asked, offers(CATALOGUE, "formulaire")).blocks
    after = [one for one in after_the_heading(blocks) if isinstance(one, Choice)]
    said = [one.words for one in after_the_heading(blocks) if isinstance(one, Text)]
    assert sum(one.endswith("À vérifier au guichet.") for one in said) == len(FORMER)
    assert {one.does.pack for one in after if isinstance(one.does, Write)} == {
        one.id for one in FORMER
    }


def test_they_come_last_among_models() -> None:
    every = at_hand(CATALOGUE, most=1000)
    first = every.former
    assert first is not None
    assert all(getattr(one, "former", False) for one in every.models[first:])
    shown = models.searched(every, public=False).shown.blocks
    assert len(after_the_heading(shown)) == len(FORMER)
    page = at_hand(CATALOGUE, skip=first + 1, most=5)
    assert page.former is None, "the heading is said once"
    assert at_hand(CATALOGUE, skip=first, most=5).former == 0


def test_they_come_last_by_command() -> None:
    page = packs.listed(CATALOGUE.search(), ())
    read = [*lines(page)]
    place = next(n for n, line in enumerate(read) if former_editions() in line)
    assert all(any(one.id in line for line in read[place:]) for one in FORMER)
    assert not any(one.id in line for one in FORMER for line in read[:place])


def test_a_hint_stays_with_what_it_is_about_where_a_list_is_cut() -> None:
    one, other = Choice("un", to.Home()), Choice("deux", to.Home())
    list_ = Long((one, Text("dit de un", "hint"), HEADING, other, Text("de deux", "hint")), 1)
    now, later = list_.cut()
    assert now.blocks == (one, Text("dit de un", "hint"))
    assert later.blocks[:2] == (HEADING, other)
    assert (list_.count(), later.count()) == (2, 1)


def test_a_search_says_it_too() -> None:
    found = find_words(CATALOGUE, FolderLaw(), "m’inscrire sur la liste électorale")
    assert after_the_heading(told(found).shown.blocks)

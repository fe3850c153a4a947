"""Pages that ask for a file say that it may be dropped, and what is chosen is told in words."""

import datetime as dt

import pytest

from desktop_app.core.folder import Entry, Listing
from desktop_app.pages import choosing, wanted
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Action, Choice, Page
from desktop_app.pages.reading import lines
from tests.helpers.page_values import page_values

TODAY = dt.date(2026, 11, 28)
PAPER = to.OpenFile("paper", "Quel papier ?", "paper")


def asks_for_a_file(page: Page) -> bool:
    pressed: list[Action | Choice] = []
    lines(page, lambda one: pressed.append(one) or one.words)  # type: ignore[func-returns-value]
    return any(isinstance(one.does, to.OpenFile) and not one.does.folder for one in pressed)


def test_every_page_that_asks_for_a_file_says_that_it_may_be_dropped() -> None:
    asking = {name: page for name, page in page_values().items() if asks_for_a_file(page)}
    assert len(asking) > 6
    told = wanted.may_drop().words
    assert [name for name, page in asking.items() if told not in lines(page)] == []


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (dt.datetime(2026, 11, 28, 9), "aujourd’hui"),  # noqa: DTZ001
        (dt.datetime(2026, 11, 27, 23, 59), "hier"),  # noqa: DTZ001
        (dt.datetime(2026, 3, 1), "1er mars 2026"),  # noqa: DTZ001
        (dt.datetime(2027, 1, 2), "2 janvier 2027"),  # noqa: DTZ001
    ],
)
def test_a_day_in_words(moment: dt.datetime, words: str) -> None:
    assert choosing.day_words(moment, TODAY) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 ko"),
        (240_400, "240 ko"),
        (2_440_000, "2,4 Mo"),
        (31_000_000, "31 Mo"),
    ],
)
def test_a_size_in_words(size: int, words: str) -> None:
    assert choosing.size_words(size).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_name_that_hides_something_shows_it() -> None:
    told = choosing.shown("a\u202efdp.exe\n")
    assert told.replace("\N{REPLACEMENT CHARACTER}", "?") == "a?fdp.exe?"


def test_words_are_sought_in_any_order_without_accents_in_folders_too() -> None:
    at = dt.datetime(2026, 3, 1)  # noqa: DTZ001
    files = (Entry("Décision Caf.pdf", "/d", False, 1, at), Entry("photo.jpg", "/p", False, 1, at))
    found = Listing("/", files, (Entry("caf décisions", "/c", True, 0, at),))
    told = choosing.files(PAPER, found, "CAF dec", 0, TODAY)
    assert [one.does for one in told.shown.blocks if isinstance(one, Choice)] == [
        to.OpenFile("paper", "Quel papier ?", "paper", "/c"),
        choosing.Pick("/d"),
    ]
    assert choosing.files(PAPER, found, "rien", 0, TODAY).words == "Rien de ce nom dans ce dossier."


def test_folders_without_end_are_cut_and_it_is_said() -> None:
    at = dt.datetime(2026, 3, 1)  # noqa: DTZ001
    folders = tuple(Entry(f"{n}", f"/{n}", True, 0, at) for n in range(20_000))
    asked = to.SaveFile("copy", "Où ?", "lettre.pdf")
    for all_of_them, most in ((False, choosing.FOLDERS_AT_ONCE), (True, choosing.MOST_FOLDERS)):
        blocks = choosing.inside(asked, Listing("/", (), folders), TODAY, all_folders=all_of_them)
        told = lines(Page("", blocks, ()))
        assert sum(one.strip("[]").isdigit() for one in told) == most
    assert "Ce dossier est trop grand : tout n’y est pas montré." in told


def test_where_one_may_not_write_no_folder_is_taken_for_a_safe() -> None:
    found = Listing("/", (), (), writable=False)
    for asked, offered in (
        (to.PickFolder("safe", "Où ?"), True),
        (to.PickFolder("safe", "Où ?", written=True), False),
    ):
        blocks = choosing.inside(asked, found, TODAY)
        takes = [one for one in blocks if isinstance(one, Action)]
        assert (choosing.TakeHere() in [one.does for one in takes]) is offered

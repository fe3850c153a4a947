"""A page on paper in large print, and in two languages side by side: read back from the PDF."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.pages import destinations as to
from desktop_app.pages import urgent
from desktop_app.pages.page import Beside, Box, Card, Fact, Page, Steps, Table, Text
from desktop_app.pages.paper import LARGE, Options, rows, sheet
from desktop_app.pages.reading import lines
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.urgent import page_of
from tests.helpers import pseudo
from tests.helpers.letters import deadline, kit_of, letter
from tests.helpers.pages import PrintedPage, printed_pages
from tests.helpers.sheets import sheet_texts
from tests.helpers.words import tool

TOOLS = RealTools()
TODAY = dt.date(2026, 11, 28)
MIDDLE, HEAD, FOOT = 105.0, 18.0, 275.0
"""Millimetres: the middle of a sheet, and what stands above and below its words."""
BOX = Box("signs", "IBAN", "FR7630006000011234567890189")
SMALL = Page(
    "Une page",
    (
        Card("", (Text("À poster au plus tard le"), Text("jeudi 31 décembre 2026", "date"))),
        Steps(("Relisez\nÀ haute voix.\n– le bail",)),
        Fact("Posté le", ""),
        Table(("Pièce", "Pages"), (("Le bail", "3"), ("La quittance", ""))),
        BOX,
        Beside((Text("Ici"),), (Text("Là"),)),
    ),
    (),
)


def emergency(options: Options | None = None) -> Sheet:
    return urgent.printed(page_of(TOOLS.law, TOOLS.catalogue, "expulsion"), TODAY, (), options)


def pages(made: Sheet) -> list[PrintedPage]:
    return printed_pages(TOOLS.letters.sheet(made, TODAY).data)


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def small(options: Options | None = None) -> Sheet:
    return sheet(lambda: SMALL, "essai", "À garder", options=options)


@pytest.mark.parametrize("make", [emergency, small])
def test_large_print_is_at_least_as_large_everywhere_and_stays_on_the_page(make: object) -> None:
    assert callable(make)
    printed = pages(make(Options(LARGE)))
    chars = [c for page in printed for c in page.chars if c.box.top > HEAD and c.box.bottom < FOOT]
    assert min(c.size for c in chars) >= LARGE * 0.93 - 0.01, "hints are softer, and hardly smaller"
    sizes = [round(c.size, 1) for c in chars]
    assert max(sizes, key=sizes.count) >= round(LARGE * 0.93, 1)
    assert not [c for page in printed for c in page.chars if c.box.right > 190.3]
    normal = "".join(page.text for page in pages(make()))
    said = squeezed("".join(re.sub(r".*, suite\s|Page \d sur \d", "", p.text) for p in printed))
    whole = squeezed(re.sub(r".*, suite\s|Page \d sur \d", "", normal))
    assert sorted(said) == sorted(whole), "nothing is lost, nothing is added"


def test_a_long_number_keeps_to_its_row_of_cells() -> None:
    assert rows(BOX) == ["FR763000600001123456", "7890189"]
    assert rows(Box("write", "Nom", "Une ligne\nUne autre")) == ["Une ligne", "Une autre"]


@pytest.fixture
def made_up(tmp_path: Path) -> Iterator[None]:
    with pseudo.made_up(tmp_path, tool()):
        i18n.use(i18n.SOURCE_LANGUAGE)
        yield


def column(printed: Sequence[PrintedPage], *, left: bool) -> str:
    """Return what stands in one half of the pages, in the order of its places."""
    chars = (c for page in printed for c in page.chars if (c.box.left < MIDDLE) == left)
    return "".join(c.text for c in chars)


@pytest.mark.usefixtures("made_up")
def test_a_second_language_stands_beside_the_first_line_by_line() -> None:
    made = pages(emergency(Options(second=pseudo.MADE_UP)))
    found = page_of(TOOLS.law, TOOLS.catalogue, "expulsion")
    page = urgent.today(found, to.Urgent(), TODAY)
    (card,) = [one for one in page.blocks if isinstance(one, Card) and one.title == "À garder"]
    told = lines(Page("", card.blocks, ()))[1:]
    with i18n.speaking(pseudo.MADE_UP):
        other = [i18n.pack_text(one.label) for one in found.told.keep]
    left, right = (squeezed(column(made, left=side)) for side in (True, False))
    for first, second in zip(told, other, strict=True):
        assert squeezed(first.removeprefix("– ")) in left
        assert squeezed(i18n.plain(second)) in right
        assert squeezed(i18n.plain(second)) not in left


@pytest.mark.usefixtures("made_up")
def test_each_column_is_read_aloud_in_its_language() -> None:
    data = TOOLS.letters.sheet(emergency(Options(second=pseudo.MADE_UP)), TODAY).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang).startswith("fr")
        inside = b"".join(one.Contents.read_bytes() for one in pdf.pages)
        tagged = [str(one.Lang) for one in pdf.objects if "/Lang" in _keys(one)]
    assert len(re.findall(rb"/Lang ?\(qaa\)", inside)) + tagged.count("qaa") > 20


def _keys(one: pikepdf.Object) -> set[str]:
    return set(one.keys()) if isinstance(one, pikepdf.Dictionary) else set()


def test_a_kit_is_french_whatever_is_spoken() -> None:
    with i18n.speaking("en"):
        spoken = kit_of(TOOLS.letters, letter(), deadline())  # type: ignore[arg-type]
    assert spoken.data == kit_of(TOOLS.letters, letter(), deadline()).data  # type: ignore[arg-type]


def test_a_sheet_says_nothing_of_being_printed() -> None:
    told = " ".join(sheet_texts(emergency()))
    assert "Imprimer" not in told
    assert "115" in told


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_to_do_today_stands_on_the_two_sides_of_one_sheet(language: str) -> None:
    with i18n.speaking(language):
        found = [page_of(TOOLS.law, TOOLS.catalogue, one.id) for one in TOOLS.law.emergencies]
        sides = {one.told.id: len(pages(urgent.printed(one, TODAY))) for one in found}
    assert {name: count for name, count in sides.items() if count > 2} == {}

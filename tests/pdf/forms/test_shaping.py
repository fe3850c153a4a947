"""Arabic, Hebrew and Devanagari as they must stand on paper: joined, in order, with their marks."""

import io
import subprocess
import sys
from itertools import product
from unicodedata import normalize

import pypdfium2
import pytest
import typst
from PIL import Image, ImageChops, ImageOps

from desktop_app.datafiles import font_folders, form_font_folders
from desktop_app.pdf.forms import lettering, shaping
from desktop_app.pdf.forms.fit import Box, Layout, Line, fit
from desktop_app.pdf.forms.ink import ink_of
from desktop_app.pdf.forms.pen import draw_layout
from desktop_app.pdf.forms.reading_order import runs
from desktop_app.pdf.forms.wrapping import wrap
from desktop_app.untrusted.model import Widget
from tests.helpers.forms import every_type

ARABIC = "محمد بن عبد الله الأندلسي"
NIQQUD = "דָּוִד בֶּן־גּוּרְיוֹן"
PERSIAN = "پیامبر می\u200cخواهم"
LINES = [
    pytest.param(ARABIC, id="Arabic"),
    pytest.param(NIQQUD, id="Hebrew with its vowels"),
    pytest.param("צה״ל", id="a Hebrew abbreviation"),
    pytest.param(PERSIAN, id="Persian, with letters kept apart"),
    pytest.param("بِسْمِ اللّٰه، ١٢٣٤ (لا)", id="vowels, digits, brackets"),
    pytest.param("أكتب Marie إليك؟", id="a Latin name within Arabic"),
    pytest.param("Mme فاطمة Zahra (الأمل)", id="an Arabic name within French"),
    pytest.param("हिन्दी में क्षत्रिय श्रीमती", id="Devanagari"),
]


def page(line: str, size: float = 20) -> bytes:
    out = io.BytesIO()
    canvas = lettering.new_canvas(out, (600, 60))
    draw_layout(canvas, Layout((Line(line, 20, 20),), size))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_typst(line: str, direction: str) -> bytes:
    folders = [str(folder) for folder in (*font_folders(), *form_font_folders())]
    source = (
        "#set page(width: 600pt, height: 60pt, margin: 10pt)\n"
        f"#set text(20pt, dir: {direction}, hyphenate: false, "
        f'font: ("Noto Sans", "Noto Sans Arabic", "Arimo"))\n#text("{line}")'
    )
    return typst.compile(source.encode(), font_paths=folders, ignore_system_fonts=True)


def ink(pdf: bytes) -> Image.Image:
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=2, grayscale=True).to_pil()
    dark = ImageOps.invert(drawn)
    return dark.crop(dark.getbbox())


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of the ink of one picture that the other has not, a pixel aside at most."""
    total = weight(one)
    return min(
        weight(ImageChops.difference(one, other.crop((x, y, x + one.width, y + one.height))))
        / total
        for x, y in product((-1, 0, 1), repeat=2)
    )


def weight(picture: Image.Image) -> int:
    return sum(level * count for level, count in enumerate(picture.histogram()))


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_drawn_as_typst_draws_it(line: str) -> None:
    """Typst shapes and orders letters with other libraries; its letters are the same fonts'."""
    direction = "rtl" if lettering.begins_right(line) else "ltr"
    one, other = ink(page(line)), ink(by_typst(line, direction))
    assert max(abs(one.width - other.width), abs(one.height - other.height)) <= 1
    assert unlike(one, other) < 0.3


def test_the_comparison_sees_two_letters_swapped() -> None:
    one, other = ink(page("سلام")), ink(by_typst("سالم", "rtl"))
    assert unlike(one, other) > 0.5


@pytest.mark.parametrize("line", LINES)
def test_what_is_measured_is_what_is_drawn(line: str) -> None:
    """Width, height and the ink of each letter: the proof looks where we say."""
    size, scale = 20.0, 4
    drawn = pypdfium2.PdfDocument(page(line, size))[0].render(scale=scale, grayscale=True)
    left, top, right, low = ImageOps.invert(drawn.to_pil()).getbbox()
    widget = Widget(page=1, rect=(0, 0, 600, 60))
    [said] = ink_of(Layout((Line(line, 20, 20),), size), widget)
    seen = (left / scale, 60 - low / scale, right / scale, 60 - top / scale)
    assert max(abs(a - b) for a, b in zip(said.rect, seen, strict=True)) < 0.5
    assert 20 <= said.rect[2] <= 20 + lettering.width(line, size) + 1


@pytest.mark.parametrize("line", LINES)
def test_copied_words_are_those_typed(line: str) -> None:
    """Each cluster says its letters: PDFium gives them back in the order in which they are read."""
    copied = normalize("NFC", read(page(line)))
    words = [word.strip("()") for word in normalize("NFC", line).split()]
    assert all(word in copied for word in words), ascii(copied)


def test_letters_that_melt_into_one_are_copied_as_two() -> None:
    assert read(page("لا")) == "لا"


def read(pdf: bytes) -> str:
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


def test_what_the_fonts_do_not_have_is_named() -> None:
    assert lettering.missing(f"{ARABIC} {NIQQUD} {PERSIAN} हिन्दी ٣٤۵ ₪") == ""
    assert lettering.missing("ქართული ไทย ሀ 中 \u1cd0") == "ქართულიไทยሀ中\u1cd0"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="it changes the shape of a letter"),
        pytest.param("Du\u200cpont", "Dupont", id="it changes nothing"),
        pytest.param("مح\u202eمد\u200f", "محمد", id="directions are ours to find"),
        pytest.param("م \u200c1", "م 1", id="beside no letter"),
    ],
)
def test_joiners_are_kept_where_they_change_a_shape(typed: str, written: str) -> None:
    assert lettering.clean(typed) == written


class TestInABox:
    def test_it_begins_at_the_right_unless_the_form_says_otherwise(self) -> None:
        wide = lettering.width(ARABIC, 10)
        for align, x in (("left", 298 - wide), ("right", 298 - wide), ("center", 150 - wide / 2)):
            layout = fit(ARABIC, Box(300, 20, size=10, align=align))  # type: ignore[arg-type]
            assert layout is not None
            assert layout.lines[0].x == pytest.approx(x)

    def test_it_shrinks_to_the_readable_minimum_then_gives_up(self) -> None:
        wide = lettering.width(ARABIC, 1)
        shrunk = fit(ARABIC, Box(wide * 8, 16, size=12))
        assert shrunk is not None
        assert 6 <= shrunk.size <= 8
        assert fit(ARABIC, Box(wide * 3, 14)) is None

    def test_lines_are_cut_in_the_order_in_which_they_are_read(self) -> None:
        text = " ".join([ARABIC] * 6)
        layout = fit(text, Box(200, 100, size=10, multi_line=True))
        assert layout is not None
        assert len(layout.lines) > 3
        assert " ".join(line.text for line in layout.lines) == text
        assert all(
            line.x + lettering.width(line.text, 10) == pytest.approx(198) for line in layout.lines
        )

    def test_a_line_is_read_as_its_paragraph_is(self) -> None:
        """A French sentence whose second line begins with an Arabic word is no Arabic line."""
        text = "Je viens voir Mme " + "الأمل. " * 3 + "\nאבג Marie."
        layout = fit(text, Box(110, 100, size=10, multi_line=True))
        assert layout is not None
        starts = [lettering.begins_right(line.text) for line in layout.lines]
        assert starts == [False] * (len(starts) - 1) + [True]
        assert starts.count(False) > 1
        leftmost = [runs(line.text)[0][0] for line in layout.lines]
        assert [text == "." for text in leftmost] == starts, "where the full stops stand"

    def test_a_word_longer_than_its_box_is_not_cut(self) -> None:
        """Its halves would have other shapes: it goes to the annex, where one may be that long."""
        text = "م" * 200
        assert fit(text, Box(100, 200, size=10, multi_line=True)) is None
        lines = list(wrap(text, 10, 100))
        assert "".join(lines) == text
        assert all(lettering.width(line, 10) <= 100 for line in lines)

    def test_cells_are_filled_from_the_right(self) -> None:
        layout = fit("محمد", Box(200, 20, cells=10))
        assert layout is not None
        assert [line.text for line in layout.lines] == list("دمحم")
        middles = [line.x + lettering.width(line.text, layout.size) / 2 for line in layout.lines]
        assert middles == pytest.approx([130, 150, 170, 190])

    def test_a_mark_stands_in_the_cell_of_its_letter(self) -> None:
        layout = fit("דָּן 12", Box(200, 20, cells=6))
        assert layout is not None
        assert [line.text for line in layout.lines] == ["1", "2", "ן", "דָּ"]


LATIN_ONLY = """
import sys
from desktop_app.pdf.forms.writer import OfficialForms
pdf, proof = OfficialForms().fill_values(
    {"nom": "Éloïse Đặng — Ελένη Оксана", "avis": "中"}, sys.stdin.buffer.read())
assert proof.verified == 1, proof
assert "reportlab" in sys.modules
print("uharfbuzz" in sys.modules)
"""


def test_nothing_of_it_is_loaded_for_other_letters() -> None:
    """reportlab would import HarfBuzz by itself: 20 ms at the first form of everyone."""
    done = subprocess.run(
        [sys.executable, "-c", LATIN_ONLY],
        input=every_type().data(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.split() == [b"False"]


def test_the_same_line_gives_the_same_bytes() -> None:
    assert page(ARABIC) == page(ARABIC)


def test_clusters_say_every_letter() -> None:
    for line in (ARABIC, NIQQUD, PERSIAN, "السلام عليكم", "क्षत्रिय"):
        told = sorted("".join(one.text for one in shaping.clusters(line)))
        assert told == sorted(line)

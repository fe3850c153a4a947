"""Pages that are pictures: straightened, their lines found, and said to be less sure."""

import io
import math

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.detection.pixels import Ink, blobs, is_clear, is_solid
from desktop_app.untrusted.documents import detect_boxes
from desktop_app.untrusted.operations.scans import skew
from desktop_app.untrusted.operations.standing import corners_of
from tests.corpus.boxes import noise
from tests.helpers.paper import cells_apart, comb, detect_here, paper

SIZE = (595.0, 842.0)


def ink(*rows: str) -> Ink:
    """A picture drawn with # for ink."""
    data = b"".join(bytes(255 if sign == "#" else 0 for sign in row) for row in rows)
    return Ink(len(rows[0]), len(rows), data)


def ends(picture: Ink, shortest: int = 3) -> list[tuple[int, int, int, int]]:
    return [(one.x0, one.y0, one.x1, one.y1) for one in blobs(picture, shortest)]


class TestPixels:
    def test_runs_that_touch_are_one_blob(self) -> None:
        picture = ink("..####....", "....####..", "..........", "#####.....")
        assert ends(picture) == [(2, 0, 8, 2), (0, 3, 5, 4)]

    def test_branches_that_meet_are_one_blob(self) -> None:
        assert ends(ink("###...###", "###...###", "#########")) == [(0, 0, 9, 3)]

    def test_a_worn_line_is_one_line_and_short_runs_are_none(self) -> None:
        assert ends(ink("####.##..###......##"), 5) == [(0, 0, 12, 1)]

    def test_a_line_stands_in_white_and_the_feet_of_letters_do_not(self) -> None:
        line = ink("." * 20, "." * 20, "#" * 20, "." * 20)
        (blob,) = blobs(line, 12)
        assert is_clear(line, blob, (1, 2), 0.25)
        letters = ink("##...##...##...##...", "##...##...##...##...", "#" * 20, "." * 20)
        (blob, *_) = blobs(letters, 12)
        assert not is_clear(letters, blob, (1, 2), 0.25)
        assert is_clear(letters, blob, (1, 2), 0.25, sides=1)

    def test_a_row_with_many_holes_is_not_solid(self) -> None:
        worn = ink("##..##..##..##..##..")
        (blob,) = blobs(worn, 12)
        assert not is_solid(worn, blob, 0.9)


@pytest.mark.parametrize("turn", [-2.0, -0.75, 0.0, 0.4, 2.5])
def test_a_turned_page_is_turned_back(turn: float) -> None:
    page = Image.new("L", (1240, 1754), 0)
    draw = ImageDraw.Draw(page)
    for y in range(200, 1600, 90):
        draw.line((120, y, 1100, y), fill=255, width=3)
    turned = page.rotate(turn, Image.Resampling.NEAREST)
    assert skew(turned) == pytest.approx(-turn, abs=0.15)


def form(page: Canvas) -> None:
    page.setLineWidth(0.7)
    page.drawString(60, 700, "Nom de naissance :")
    page.line(160, 698, 500, 698)
    page.drawString(60, 660, "Code postal :")
    comb(page, 160, 658, 5)
    page.drawString(60, 620, "Montant :")
    cells_apart(page, 160, 618, 4)
    page.rect(60, 579, 9, 9)
    page.drawString(76, 580, "J'accepte que ma demande soit traitée")
    page.drawString(60, 540, "Fait à")
    page.drawString(100, 540, "." * 50)
    for n in range(6):
        page.drawString(
            60, 480 - 14 * n, "Un paragraphe de texte imprimé, que personne ne remplit, " * 2
        )


def scanned(data: bytes, turn: float = 0.0, dpi: int = 200) -> bytes:
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=dpi, quality=85)
    return out.getvalue()


SHEET = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
CORNERS = [(0.07, 0.04), (0.95, 0.07), (0.93, 0.95), (0.04, 0.94)]


def photographed(data: bytes, dpi: int = 200) -> bytes:
    """On a dark table, seen from aside, in a light that falls off."""
    sheet = pypdfium2.PdfDocument(data)[0].render(scale=dpi / 72, grayscale=True).to_pil()
    wide, high = sheet.size
    here, there = ([(x * wide, y * high) for x, y in corners] for corners in (CORNERS, SHEET))
    way = Image.Transform.PERSPECTIVE
    picture = sheet.transform(sheet.size, way, noise.homography(here, there), fillcolor=90)
    light = Image.linear_gradient("L").point([255 - n // 3 for n in range(256)])
    picture = ImageChops.multiply(picture, light.resize(sheet.size))
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=dpi, quality=85)
    return out.getvalue()


def kinds(detected: Detected) -> list[tuple[str, int]]:
    return [(one.type, one.max_length) for one in detected.fields]


WANTED = [("text", 0), ("text", 5), ("text", 4), ("tick", 0), ("text", 0)]


class TestScans:
    def test_each_shape_is_found_in_the_pixels(self) -> None:
        detected = detect_here(scanned(paper(form, size=SIZE)))
        assert kinds(detected) == WANTED
        assert detected.pictures == (1,)
        assert detected.fields[1].widgets[0].rect == pytest.approx((160, 658, 230, 670), abs=2)

    def test_boxes_stand_where_they_are_on_a_page_laid_askew(self) -> None:
        turn = 1.2
        detected = detect_here(scanned(paper(form, size=SIZE), turn))
        assert kinds(detected) == WANTED
        x, y = 195 - SIZE[0] / 2, 664 - SIZE[1] / 2
        sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
        there = x * cosine - y * sine + SIZE[0] / 2, x * sine + y * cosine + SIZE[1] / 2
        x0, y0, x1, y1 = detected.fields[1].widgets[0].rect
        assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx(there, abs=2.5)

    def test_a_sheet_photographed_from_aside_is_made_straight_and_its_boxes_stand_where_they_are(
        self,
    ) -> None:
        detected = detect_here(photographed(paper(form, size=SIZE)))
        assert kinds(detected) == WANTED
        middle = (195 / SIZE[0], 1 - 664 / SIZE[1])
        u, v = noise.project(noise.homography(SHEET, CORNERS), middle)
        x0, y0, x1, y1 = detected.fields[1].widgets[0].rect
        there = (u * SIZE[0], (1 - v) * SIZE[1])
        assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx(there, abs=2.5)

    def test_a_printed_frame_is_no_edge_of_the_sheet(self) -> None:
        page = Image.new("L", (620, 877), 250)
        ImageDraw.Draw(page).rectangle((30, 30, 590, 847), outline=0, width=4)
        assert corners_of(page) is None

    def test_they_are_less_sure_than_what_is_drawn(self) -> None:
        drawn, seen = (
            detect_here(paper(form, size=SIZE)),
            detect_here(scanned(paper(form, size=SIZE))),
        )
        assert max(seen.sure) < min(drawn.sure)

    def test_the_closed_child_can_do_it_too(self) -> None:
        """Everything that pixels need is imported before the sandbox closes."""
        assert kinds(detect_boxes(scanned(paper(form, size=SIZE), 0.6))) == WANTED

    def test_an_empty_sheet_asks_for_nothing(self) -> None:
        assert detect_here(scanned(paper(lambda page: None, size=SIZE))).fields == ()


def white_cells(page: Canvas, *, rows: int = 6) -> None:
    """A coloured page with a row of white cells a name, as the forms of identity cards."""
    page.setFillColorRGB(0.75, 1, 0.8)
    page.rect(0, 0, *SIZE, fill=1, stroke=0)
    for row in range(rows):
        y = 700 - 40 * row
        page.setFillColorRGB(0, 0, 0)
        page.drawString(40, y + 4, "Nom")
        page.setFillColorRGB(1, 1, 1)
        for cell in range(20):
            page.rect(100 + 14 * cell, y, 10.5, 14, fill=1, stroke=0)
    page.rect(100, 300, 10, 10, fill=1, stroke=0)
    page.setFillColorRGB(0, 0, 0)
    page.drawString(120, 302, "J'accepte")


class TestWhiteCells:
    def test_rows_of_white_cells_on_a_coloured_picture_are_combs(self) -> None:
        detected = detect_here(in_colour(paper(white_cells, size=SIZE)))
        assert kinds(detected) == [("text", 20)] * 6 + [("tick", 0)]
        assert detected.fields[0].widgets[0].rect == pytest.approx((100, 700, 376.5, 714), abs=1.5)


def in_colour(data: bytes) -> bytes:
    picture = pypdfium2.PdfDocument(data)[0].render(scale=150 / 72).to_pil()
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=150, quality=85)
    return out.getvalue()

"""The measure of found boxes itself, on small forms drawn here."""

import io

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.rect import Rect
from tests.corpus.boxes import noise, reasons, split
from tests.corpus.boxes.engines import run
from tests.corpus.boxes.flatten import Box, Flat, Labelled, flatten
from tests.corpus.boxes.score import Found, iou, judge

SIZE = (300, 200)


def fillable() -> bytes:
    """A text with a value and a frame, a comb, a tick that is set, a button, a hidden field."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=SIZE)
    page.drawString(20, 172, "Nom :")
    form = page.acroForm
    form.textfield(name="nom", x=60, y=165, width=200, height=20, value="Dupont", borderWidth=1)
    form.textfield(name="code", x=60, y=130, width=100, height=20, maxlen=5, borderWidth=1)
    form.checkbox(name="oui", x=60, y=100, size=12, checked=True, borderWidth=1)
    form.textfield(name="cache", x=60, y=60, width=100, height=20, borderWidth=1)
    form.textfield(name="agir", x=60, y=30, width=80, height=20, borderWidth=1)
    page.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        widgets = {str(one.T): one for one in pdf.pages[0].obj.Annots}
        widgets["code"].Ff = 1 << 24
        widgets["cache"].F = 2
        widgets["agir"].FT, widgets["agir"].Ff = pikepdf.Name.Btn, 1 << 16
        again = io.BytesIO()
        pdf.save(again)
    return again.getvalue()


@pytest.fixture(scope="module")
def flat() -> Flat:
    return flatten(fillable())


class TestFlattening:
    def test_the_places_of_fields_are_the_truth(self, flat: Flat) -> None:
        assert [(box.kind, box.cells) for box in flat.pages[0].boxes] == [
            ("text", 0),
            ("comb", 5),
            ("tick", 0),
        ]
        assert flat.pages[0].boxes[0].rect == pytest.approx((60, 165, 260, 185))

    def test_looks_stay_and_values_go(self, flat: Flat) -> None:
        document = pypdfium2.PdfDocument(flat.data)
        assert document[0].get_textpage().get_text_range().strip() == "Nom :"
        page = document[0].render(scale=1, grayscale=True).to_pil()
        foot, inside = page.crop((80, 200 - 167, 82, 200 - 163)), page.crop((66, 20, 250, 30))
        assert foot.getextrema()[0] < 200  # the frame of the name
        assert inside.getextrema()[0] > 200  # nothing in it
        with pikepdf.open(io.BytesIO(flat.data)) as pdf:
            assert "/AcroForm" not in pdf.Root
            assert "/Annots" not in pdf.pages[0].obj

    def test_what_is_hidden_and_what_is_a_button_leave_no_ink(self, flat: Flat) -> None:
        page = pypdfium2.PdfDocument(flat.data)[0].render(scale=1, grayscale=True).to_pil()
        assert page.crop((50, 200 - 85, 200, 200 - 25)).getextrema() == (255, 255)

    def test_the_search_is_run_on_it(self, flat: Flat) -> None:
        (found,) = run("geometry", flat)
        judged = judge(flat.pages[0].boxes, found.boxes)
        assert judged.score.recall(("text", "tick")) == 1.0
        assert found.seconds > 0


def at(kind: str, *rect: float, cells: int = 0) -> Box:
    x0, y0, x1, y1 = rect
    return Box("tick" if kind == "tick" else "text", (x0, y0, x1, y1), cells)


def found(*rect: float, lines: tuple[Rect, ...] = ()) -> Found:
    x0, y0, x1, y1 = rect
    return Found("text", (x0, y0, x1, y1), lines)


class TestScore:
    def test_half_of_the_surface_together_is_enough_and_less_is_not(self) -> None:
        assert iou((0, 0, 10, 10), (0, 0, 10, 5)) == 0.5
        truth = [at("text", 0, 0, 100, 20)]
        assert judge(truth, [found(0, 0, 100, 10)]).score.hit["text"] == 1
        low = judge(truth, [found(0, 0, 100, 9)])
        assert (low.score.hit["text"], low.score.right["text"]) == (0, 0)
        assert len(low.missed) == len(low.wrong) == 1

    def test_the_looser_rule_takes_a_middle(self) -> None:
        score = judge([at("text", 0, 0, 100, 20)], [found(40, 5, 60, 15)]).score
        assert (score.near["text"], score.fair["text"], score.hit["text"]) == (1, 1, 0)

    def test_a_box_pairs_once(self) -> None:
        score = judge([at("text", 0, 0, 100, 20)], [found(0, 0, 100, 20), found(0, 1, 100, 20)])
        assert (score.score.right["text"], score.score.found["text"]) == (1, 2)

    def test_a_square_is_no_text(self) -> None:
        assert judge([at("tick", 0, 0, 9, 9)], [found(0, 0, 9, 9)]).score.hit.total() == 0

    def test_several_lines_are_one_box_or_its_lines(self) -> None:
        lines: tuple[Rect, ...] = ((0, 20, 100, 40), (0, 0, 100, 20))
        block = found(0, 0, 100, 40, lines=lines)
        assert judge([at("text", 0, 0, 100, 40)], [block]).score.right["text"] == 1
        assert judge([at("text", *line) for line in lines], [block]).score.right["text"] == 2

    def test_an_excused_place_is_neither_missed_nor_wrong(self) -> None:
        place = Box("text", (0, 0, 100, 20), excused=True)
        assert judge([place], []).score.true.total() == 0
        assert judge([place], [found(0, 0, 100, 20)]).score.found.total() == 0


class TestSplit:
    def test_an_issuer_is_kept_together_and_a_third_is_apart(self) -> None:
        forms = {f"xx-office{n}-{place}": frozenset[str]() for n in range(300) for place in "ab"}
        apart = split.kept_apart(forms)
        assert 0.28 < len(apart) / len(forms) < 0.39
        assert all((f"{name[:-1]}a" in apart) == (f"{name[:-1]}b" in apart) for name in forms)

    def test_like_words_are_kept_together(self) -> None:
        words = " ".join(f"mot{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
        forms = {"fr-un-a": split.runs(words), "fr-deux-b": split.runs(f"Titre. {words}")}
        assert split.families(forms) == [{"fr-un-a", "fr-deux-b"}]
        other = split.runs(" ".join(reversed(words.split())))
        assert len(split.families({**forms, "fr-trois-c": other})) == 2

    def test_what_the_search_was_built_with_is_never_apart(self) -> None:
        assert not any("13750" in name for name in split.kept_apart({"fr-x-13750": frozenset()}))


class TestNoise:
    @pytest.mark.parametrize("kind", ["skew", "photograph", "fax"])
    def test_boxes_move_with_the_page_and_a_seed_gives_one_picture(self, kind: str) -> None:
        box = (60.0, 60.0, 240.0, 140.0)
        out = io.BytesIO()
        page = Canvas(out, pagesize=SIZE)
        page.rect(60, 60, 180, 80, fill=1)
        page.save()
        one = Flat(out.getvalue(), (Labelled(*map(float, SIZE), (Box("text", box),)),))
        worse = noise.worse(one, kind, "seed")
        assert noise.worse(one, kind, "seed").pages == worse.pages
        moved = worse.pages[0]
        picture = pypdfium2.PdfDocument(worse.data)[0].render(scale=1, grayscale=True).to_pil()
        x0, y0, x1, y1 = moved.boxes[0].rect
        high = picture.height
        for x, y, dark in (
            (x0 + 6, y0 + 6, True),
            (x1 - 6, y1 - 6, True),
            (x0 - 7, (y0 + y1) / 2, False),
            (x1 + 7, (y0 + y1) / 2, False),
        ):
            spot = picture.crop(
                (round(x) - 1, round(high - y) - 1, round(x) + 2, round(high - y) + 2)
            )
            mean = sum(spot.tobytes()) / len(spot.tobytes())
            assert (mean < 90) == dark, (kind, x, y, mean)

    def test_points_are_put_where_they_were_asked(self) -> None:
        here = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
        there = [(0.1, 0.05), (0.95, 0.0), (0.9, 1.0), (0.0, 0.97)]
        by = noise.homography(here, there)
        for point, wanted in zip(here, there, strict=True):
            assert noise.project(by, point) == pytest.approx(wanted)


class TestReasons:
    def test_what_differs_is_said(self) -> None:
        cell, line = (0.0, 0.0, 100.0, 30.0), (0.0, 0.0, 100.0, 12.0)
        truth = (Box("text", line), Box("tick", (200, 0, 210, 10)), Box("text", (300, 0, 400, 12)))
        found = (Found("text", cell), Found("text", (0, 100, 100, 112)))
        said = reasons.of(judge(truth, found), truth, found)
        assert said == {
            ("text and combs", "missed: found too high"): 1,
            ("text and combs", "wrong: found too high"): 1,
            ("text and combs", "missed: nothing found there"): 1,
            ("text and combs", "wrong: nobody writes there"): 1,
            ("squares", "missed: nothing found there"): 1,
        }

    def test_several_as_one_and_one_as_several(self) -> None:
        halves = (Box("text", (0, 0, 50, 12)), Box("text", (50, 0, 100, 12)))
        whole = Found("text", (0, 0, 100, 12))
        assert reasons.why_missed(halves[0], halves, [whole]) == "several boxes found as one"
        parts = [Found("text", one.rect) for one in halves]
        assert reasons.why_wrong(parts[0], [Box("text", whole.rect)], parts) == (
            "one box found as several"
        )

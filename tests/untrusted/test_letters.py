"""A letter received: its words by one child, recognised by another, whatever the picture is."""

import io
import os
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop_app.pdf.received import pdf_words, picture_words
from desktop_app.untrusted import ceilings, letters
from desktop_app.untrusted.errors import (
    PdfRefused,
    PictureTooHeavy,
    PictureUnreadable,
    RecognitionAbsent,
    RecognitionFailed,
)
from desktop_app.untrusted.letters import Greys, grey_picture, recognise, written_words
from desktop_app.untrusted.operations import RECOGNITION
from desktop_app.untrusted.worker import Worker
from tests.helpers.recognition import needed
from tests.received.drawing import draw
from tests.received.letters import letters as fictional
from tests.received.noise import KINDS

(LETTER,) = [one for one in fictional() if one.id == "caf-indu-rsa"]


def quietly(*_told: int) -> None:
    pass


def picture(image: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def texts(found) -> set[str]:
    return {word.text for one in found.leaves for line in one.leaf.lines for word in line}


def test_the_words_of_a_pdf_stand_where_they_are_drawn() -> None:
    pdf, told = draw(LETTER)
    pages, (page,) = written_words(pdf)
    assert pages == 1
    for one in told:
        for word, box in zip(one.text.split(), one.boxes, strict=False):
            assert any(
                word in here.text
                and abs(here.box[0] - box[0]) < 2
                and abs(here.box[1] - box[1]) < 5
                for here in page.words
            ), word


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 cut", os.urandom(500), b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PdfRefused):
        pdf_words(data, quietly)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff cut", os.urandom(500), b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        picture_words(data, quietly)


def test_a_picture_with_more_pixels_than_any_phone_gives_is_refused() -> None:
    side = int(ceilings.PICTURE_PIXELS**0.5) + 200
    huge = io.BytesIO()
    Image.new("1", (side, side)).save(huge, "PNG")
    with pytest.raises(PictureTooHeavy):
        grey_picture(huge.getvalue())


def test_absent_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "can_recognise", lambda: False)
    with pytest.raises(RecognitionAbsent):
        picture_words(picture(Image.new("L", (40, 40), 255)), quietly)


def test_a_model_that_is_none_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("models")
    (folder / "fra.traineddata").write_bytes(os.urandom(4000))
    monkeypatch.setenv("PAPIER_LIBRE_TESSDATA", str(folder))
    from desktop_app.untrusted.children import end_servers

    end_servers()
    try:
        with pytest.raises(RecognitionAbsent):
            recognise(Greys(40, 40, b"\xff" * 1600), 0, quietly)
    finally:
        end_servers()


class TestWithAnEngine:
    """Skipped by name where the computer has none."""

    @pytest.fixture(autouse=True)
    def engine(self) -> None:
        needed()

    @pytest.mark.parametrize(
        "turn",
        [
            270,
            pytest.param(90, marks=pytest.mark.slow),
            pytest.param(180, marks=pytest.mark.slow),
        ],
    )
    def test_a_page_that_lies_on_its_side_is_read(self, turn: int) -> None:
        pdf, _ = draw(LETTER)
        image = Image.open(io.BytesIO(KINDS["scan 150"](pdf, "turned").data))
        top = image.crop((0, 0, image.width, image.height // 3))
        found = picture_words(picture(top.rotate(turn, expand=True), "JPEG"), quietly)
        assert "familiales" in texts(found)
        assert found.leaves[0].turn == 360 - turn

    def test_a_page_is_read_as_one_says_that_it_stands(self) -> None:
        pdf, _ = draw(LETTER)
        image = Image.open(io.BytesIO(KINDS["scan 150"](pdf, "said").data))
        half = image.crop((0, 0, image.width, image.height // 6)).rotate(90, expand=True)
        asked: list[int] = []
        found = picture_words(picture(half), lambda *_: asked.append(1), turn=270)
        assert "familiales" in texts(found)
        assert found.leaves[0].turn == 270
        assert found.leaves[0].leaf.width > found.leaves[0].leaf.height

    def test_a_page_made_smaller_still_says_which_way_up_it_stands(self) -> None:
        pdf, _ = draw(LETTER)
        image = Image.open(io.BytesIO(KINDS["scan 300"](pdf, "small").data))
        greys = grey_picture(picture(image.crop((0, 0, image.width, image.height // 6))))
        found = recognise(greys, 0, quietly, shrink=2)
        assert (found.width, found.height) == (-(-greys.width // 2), -(-greys.height // 2))
        words = [word for line in found.lines for word in line if word.sure > 0.7]
        assert "familiales" in {word.text for word in words}

    @pytest.mark.parametrize(
        "image",
        [
            Image.new("L", (1, 1), 0),
            Image.new("L", (3000, 2), 0),
            Image.new("L", (600, 800), 255),
            Image.new("L", (600, 800), 0),
            Image.frombytes("L", (200, 200), random.Random(1).randbytes(40_000)),
        ],
        ids=["a point", "a line", "white", "black", "grain"],
    )
    def test_a_picture_without_words_says_none_that_count(self, image: Image.Image) -> None:
        words = texts(picture_words(picture(image), quietly))
        assert not {one for one in words if len(one) > 6 and one.isalpha()}

    def test_a_letter_cut_in_half_is_read_as_far_as_it_goes(self) -> None:
        pdf, _ = draw(LETTER)
        image = Image.open(io.BytesIO(KINDS["scan 150"](pdf, "cut").data))
        half = image.crop((0, 0, image.width, image.height // 3))
        assert "allocataire" in texts(picture_words(picture(half), quietly))

    def test_a_scanned_pdf_is_recognised(self) -> None:
        pdf, _ = draw(LETTER)
        image = Image.open(io.BytesIO(KINDS["scan 150"](pdf, "scanned").data))
        top = image.crop((0, 0, image.width, image.height // 3))
        found = pdf_words(picture(top, "PDF"), quietly)
        assert found.recognised
        assert "familiales" in texts(found)

    def test_who_waits_may_give_up_and_the_child_ends(self) -> None:
        class Enough(Exception):
            pass

        image = Image.new("L", (2400, 3400), 255)
        draw_on = ImageDraw.Draw(image)
        for row in range(100):
            draw_on.text((60, 30 * row), "mot " * 120, fill=0)
        greys = grey_picture(picture(image))
        asked = []

        def waiting() -> None:
            asked.append(1)
            raise Enough

        with pytest.raises(Enough):
            recognise(greys, 0, waiting)
        assert asked == [1]

    def test_pixels_that_are_not_as_many_as_told_are_refused(self) -> None:
        with pytest.raises(RecognitionFailed):
            recognise(Greys(400, 400, b"\xff" * 1600), 0, quietly)

    def test_the_child_is_closed_before_it_sees_a_pixel(self) -> None:
        """It has the layers of every child, and its own time."""
        with Worker(RECOGNITION, seconds=60) as worker:
            worker.wait_until_ready()
            asked = {"width": 40, "height": 20, "turn": 0, "shrink": 1}
            found, _ = worker.ask("recognise", dict, asked, [b"\xff" * 800])
            assert found["lines"] == []
            pid = worker._process.pid
            limits = Path(f"/proc/{pid}/limits")
            told = limits.read_text() if limits.is_file() else ""
        if told:
            rows = {" ".join(row.split()[:3]): row.split() for row in told.splitlines()}
            assert str(ceilings.RECOGNITION_CPU_SECONDS) in rows["Max cpu time"]
            assert str(ceilings.MEMORY_BYTES) in rows["Max address space"]
            assert rows["Max file size"][3] == "0"

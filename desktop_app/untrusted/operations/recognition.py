"""Recognises the words of a picture with Tesseract, where the system has it and its French model.

The engine is a library called in this very child: engine and model are loaded before the sandbox
closes, and what comes then is pixels, drawn by another child, never a file. So no program is
started, no picture format is decoded here, and nothing is written.
"""

import ctypes
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfUnreadable
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.recognisers import LIBRARIES, model_folder
from desktop_app.untrusted.written import Recognised, WrittenWord

LANGUAGE = b"fra"
NEURAL = 1  # Tesseract's ``OEM_LSTM_ONLY``: the model of Debian has nothing else
WORD_LEVEL = 5  # of a row of its table
RESOLUTION = 300  # dots an inch told to the engine, which asks for one: letters have their own size
MOST_SHRUNK = 4
PAPER = 16  # pixels: the picture of the paper's own light is so many times smaller
TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


def recognise(subject: Subject, asked: Asked) -> Outcome:
    """The words of ``width`` × ``height`` greys, first turned by ``turn`` degrees to the left.

    ``shrink``: so many times smaller, where one only asks which way up it stands.
    """
    wide, high = int(asked.arguments["width"]), int(asked.arguments["height"])
    side = ceilings.LETTER_SIDE
    if not asked.frames or len(asked.frames[0]) != wide * high or not 0 < max(wide, high) <= side:
        raise PdfUnreadable
    image = Image.frombytes("L", (wide, high), asked.frames[0])
    if turn := TURNS.get(int(asked.arguments["turn"])):
        image = image.transpose(turn)
    if (times := min(max(int(asked.arguments["shrink"]), 1), MOST_SHRUNK)) > 1:
        image = image.reduce(times)
    even = _evenly_lit(image)
    lines = tuple(tuple(line) for line in _lines(_table(even), even.height))
    return Recognised(width=even.width, height=even.height, lines=lines), []


def _evenly_lit(image: Image.Image) -> Image.Image:
    """Return the picture without shadows: each pixel beside the paper around it, then stretched."""
    small = (max(1, image.width // PAPER), max(1, image.height // PAPER))
    paper = image.resize(small, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(5))
    paper = paper.filter(ImageFilter.GaussianBlur(2)).resize(image.size, Image.Resampling.BILINEAR)
    darker = ImageChops.subtract(paper, image)
    darkest = max(60, next((value for value in range(255, 0, -1) if _has(darker, value)), 255))
    return darker.point([255 - min(255, value * 255 // darkest) for value in range(256)])


def _has(darker: Image.Image, value: int) -> bool:
    """Whether so dark a grey is more than a stain."""
    return darker.histogram()[value] > darker.width * darker.height // 5000


def _table(image: Image.Image) -> str:
    """Return the engine's table of words, tabs between its columns."""
    library, engine = _engine()
    pixels = image.tobytes()
    library.TessBaseAPISetImage(engine, pixels, image.width, image.height, 1, image.width)
    library.TessBaseAPISetSourceResolution(engine, RESOLUTION)
    if library.TessBaseAPIRecognize(engine, None) != 0:
        return ""
    found = library.TessBaseAPIGetTsvText(engine, 0)
    try:
        return ctypes.string_at(found).decode("utf-8", "replace") if found else ""
    finally:
        library.TessDeleteText(found)
        library.TessBaseAPIClear(engine)


def _lines(table: str, high: int) -> Iterator[list[WrittenWord]]:
    """Yield the words line by line: level, page, block, paragraph, line, word, left, top, wide,
    high, sure (of 100), text."""
    line: list[WrittenWord] = []
    before: list[str] = []
    for row in table.splitlines()[: ceilings.WORDS]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != str(WORD_LEVEL) or not cells[11].strip():
            continue
        if line and cells[1:5] != before:
            yield line
            line = []
        before = cells[1:5]
        left, top, wide, tall = map(int, cells[6:10])
        line.append(
            WrittenWord(
                text=cells[11].strip()[: ceilings.LABEL_LENGTH],
                box=(left, high - top - tall, left + wide, high - top),
                sure=min(1.0, max(0.0, float(cells[10]) / 100)),
            )
        )
    if line:
        yield line


@cache
def _engine() -> tuple[Any, ctypes.c_void_p]:
    """Load the library and its model, once; raise ``OSError`` where there is none."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # no thread: this child is forked, and may start none
    library = _library()
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    library.TessBaseAPICreate.restype = pointer
    library.TessBaseAPIInit2.argtypes = [pointer, text, text, number]
    library.TessBaseAPISetImage.argtypes = [pointer, text, number, number, number, number]
    library.TessBaseAPISetSourceResolution.argtypes = [pointer, number]
    library.TessBaseAPIRecognize.argtypes = [pointer, pointer]
    library.TessBaseAPIGetTsvText.argtypes = [pointer, number]
    library.TessBaseAPIGetTsvText.restype = pointer
    library.TessBaseAPIClear.argtypes = [pointer]
    library.TessDeleteText.argtypes = [pointer]
    engine = pointer(library.TessBaseAPICreate())
    folder = model_folder()
    if folder is None or library.TessBaseAPIInit2(engine, bytes(folder), LANGUAGE, NEURAL) != 0:
        raise OSError("no model")
    return library, engine


def _library() -> ctypes.CDLL:
    for name in LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise OSError("no engine")

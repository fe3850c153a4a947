"""A page under the pen: what is drawn on it, and the boxes that a person would fill."""

import random
from dataclasses import dataclass, field
from functools import lru_cache
from glob import glob

from PIL import Image, ImageDraw, ImageFont

from tests.corpus.training.words import Speaker

SCALE = 200 / 72  # pixels a point, twice the size that the network sees
KINDS = ("text", "comb", "tick")
Rect = tuple[float, float, float, float]
"""Points from the upper left, ``y`` downwards."""
FONTS = sorted(
    one
    for one in glob("/usr/share/fonts/**/*.[ot]tf", recursive=True)
    if not any(odd in one for odd in ("D050000L", "Symbols", "Math", "Z003"))
)
SYMBOLS = next((one for one in FONTS if one.endswith("/DejaVuSans.ttf")), "")


@lru_cache(400)
def font(path: str, size: float) -> ImageFont.FreeTypeFont:
    """A font at a size in points."""
    return ImageFont.truetype(path, max(4, round(size * SCALE)))


@dataclass
class Style:
    """What the parts of one page share."""

    face: str
    bold: str
    size: float
    thick: float
    ink: int
    line: int
    gap: float
    high: float

    @classmethod
    def drawn(cls, chance: random.Random) -> "Style":
        """A style by chance."""
        size = chance.choice([6, 7, 7.5, 8, 8, 9, 9, 10, 10, 11, 12])
        return cls(
            chance.choice(FONTS),
            chance.choice(FONTS),
            size,
            chance.choice([0.25, 0.4, 0.5, 0.5, 0.7, 1.0, 1.5]),
            chance.choice([0, 0, 0, 20, 60, 90]),
            chance.choice([0, 0, 0, 60, 100, 150, 180]),
            chance.uniform(2, 12),
            chance.choice([9, 11, 12, 13, 14, 16, 18, 20, 24]) * max(0.8, size / 9),
        )


@dataclass
class Paper:
    """A page; ``boxes`` are its truth, ``unsure`` what is neither right nor wrong."""

    chance: random.Random
    width: float = 595
    height: float = 842
    boxes: list[tuple[str, Rect]] = field(default_factory=list)
    unsure: list[Rect] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = round(self.width * SCALE), round(self.height * SCALE)
        self.image = Image.new("L", size, 255)
        self.pen = ImageDraw.Draw(self.image)
        self.say = Speaker(self.chance)
        self.style = Style.drawn(self.chance)

    def add(self, kind: str, x0: float, y0: float, x1: float, y1: float) -> None:
        """Note a box."""
        if x1 - x0 > 3 and y1 - y0 > 3 and x1 < self.width and y1 < self.height:
            self.boxes.append((kind, (x0, y0, x1, y1)))

    def text(
        self,
        x: float,
        y: float,
        said: str,
        size: float = 0,
        *,
        bold: bool = False,
        ink: int | None = None,
        most: float = 1e9,
    ) -> float:
        """Write from the upper left corner; what is too long is cut. Returns where it ends."""
        face = font(self.style.bold if bold else self.style.face, size or self.style.size)
        wide = face.getlength(said) / SCALE
        if wide > most > 0:
            said = said[: max(1, int(len(said) * most / wide))]
            wide = min(wide, face.getlength(said) / SCALE)
        self.pen.text((x * SCALE, y * SCALE), said, self.style.ink if ink is None else ink, face)
        return x + wide

    def wide(self, said: str, size: float = 0) -> float:
        """How wide words are."""
        return font(self.style.face, size or self.style.size).getlength(said) / SCALE

    def level(self, x0: float, x1: float, y: float, thick: float = 0, look: str = "plain") -> None:
        """A level stroke: plain, dashed, dotted, or typed dots."""
        ink, thick = self.style.line, thick or self.style.thick
        if look == "plain":
            self._fill(x0, y - thick / 2, x1, y + thick / 2, ink)
            return
        step, part = {"dashed": (4.0, 2.4), "dotted": (2.4, 1.0), "typed": (2.8, 0.9)}[look]
        x = x0
        while x + part <= x1:
            self._fill(x, y - max(thick, 0.7) / 2, x + part, y + max(thick, 0.7) / 2, ink)
            x += step

    def upright(self, x: float, y0: float, y1: float, thick: float = 0) -> None:
        """An upright stroke."""
        thick = thick or self.style.thick
        self._fill(x - thick / 2, y0, x + thick / 2, y1, self.style.line)

    def frame(
        self, rect: Rect, thick: float = 0, fill: int | None = None, round_: float = 0
    ) -> None:
        """A frame, perhaps filled, perhaps with round corners."""
        x0, y0, x1, y1 = (one * SCALE for one in rect)
        pixels = max(1, round((thick or self.style.thick) * SCALE))
        line = self.style.line if thick >= 0 else None
        self.pen.rounded_rectangle((x0, y0, x1, y1), round_ * SCALE, fill, line, pixels)

    def ground(self, rect: Rect, light: int) -> None:
        """A painted area."""
        self._fill(*rect, light)

    def circle(self, rect: Rect, thick: float = 0, fill: int | None = None) -> None:
        """A circle or an ellipse."""
        pixels = max(1, round((thick or self.style.thick) * SCALE))
        self.pen.ellipse(tuple(one * SCALE for one in rect), fill, self.style.line, pixels)

    def glyph(self, x: float, y: float, sign: str, size: float) -> Rect:
        """A sign of the font of symbols; returns the rectangle of its ink."""
        face = font(SYMBOLS, size)
        at = (x * SCALE, y * SCALE)
        self.pen.text(at, sign, self.style.ink, face)
        x0, y0, x1, y1 = self.pen.textbbox(at, sign, face)
        return x0 / SCALE, y0 / SCALE, x1 / SCALE, y1 / SCALE

    def _fill(self, x0: float, y0: float, x1: float, y1: float, light: int) -> None:
        """Paint an area of this very size: a thin one becomes paler, as on a screen."""
        a, b, c, d = x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE
        thin = min(c - a, d - b)
        if thin < 1:
            under = 255
            light = round(light * thin + under * (1 - thin))
        self.pen.rectangle(
            (round(a), round(b), max(round(a), round(c) - 1), max(round(b), round(d) - 1)), light
        )

    def seen(self) -> Image.Image:
        """The page as the network sees it."""
        return self.image.reduce(2)

"""What lies outside a page, as a printer's marks do: nobody sees it, and nobody writes there."""

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.sheet import Line, Sheet


def cropped(sheet: Sheet) -> Sheet:
    """Return the page with only what stands on it."""
    page = 0.0, 0.0, sheet.width, sheet.height

    def on_it(rects: Iterable[Rect]) -> tuple[Rect, ...]:
        return tuple(rect for rect in rects if has(page, middle(rect)))

    return replace(
        sheet,
        level=_crossing(sheet.level, sheet.height, sheet.width),
        upright=_crossing(sheet.upright, sheet.width, sheet.height),
        words=tuple(word for word in sheet.words if has(page, middle(word.rect))),
        squares=on_it(sheet.squares),
        white=on_it(sheet.white),
        tinted=on_it(sheet.tinted),
    )


def _crossing(lines: Iterable[Line], across: float, along: float) -> tuple[Line, ...]:
    """Those of which a part is on the page."""
    return tuple(
        line for line in lines if 0 <= line.at <= across and line.end > 0 and line.start < along
    )

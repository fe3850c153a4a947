"""The test page of a window envelope as ``window_test.typ`` reads it."""

from typing import Any

from desktop_app.core.documents.trial import EnvelopeTrial
from desktop_app.core.spaces import NBSP
from desktop_app.pdf.letters.settings import GEOMETRIES, LetterSettings, Window, window_data

LINE_MM = 12 / 72 * 25.4
SIZES: dict[Window, str] = {"dl": f"DL, 220 × 110{NBSP}mm", "c5": f"C5, 229 × 162{NBSP}mm"}


def window_page_data(settings: LetterSettings, words: EnvelopeTrial) -> dict[str, Any]:
    """Return the zones of the envelope, and the block where the settings put it."""
    geometry = GEOMETRIES[settings.window]
    window = window_data(settings)
    first_fold = geometry.folds[0] if geometry.folds else 99
    return {
        "lang": words.language,
        "title": words.title,
        "envelope": words.envelope.format(size=SIZES.get(settings.window, SIZES["dl"])),
        "inner": _zone(geometry.inner),
        "outer": _zone(geometry.outer),
        "block": {"x": window["x"], "y": window["y"] - len(words.address) * LINE_MM / 2},
        # where the window's left and upper edges lie when the sheet is in the middle
        "edge": {
            "x": (geometry.outer[0] + geometry.inner[0]) / 2,
            "y": (geometry.outer[1] + geometry.inner[1]) / 2,
        },
        "scale_x": 160,
        "scale_y": geometry.inner[1] + geometry.inner[3] - 5.5,
        "lines": words.address,
        "folds": window["folds"],
        "fold": words.fold,
        "steps": words.steps,
        "ruler": words.ruler,
        "words_y": first_fold + 12,
        "ruler_y": first_fold + 78,
    }


def _zone(box: tuple[float, float, float, float]) -> dict[str, float]:
    return dict(zip(("x", "y", "width", "height"), box, strict=True))

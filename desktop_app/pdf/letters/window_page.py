"""The test page of a window envelope as ``window_test.typ`` reads it."""

from typing import Any

from desktop_app.core.language.typography import french
from desktop_app.core.spaces import NBSP
from desktop_app.pdf.letters.settings import GEOMETRIES, LetterSettings, Window, window_data

LINE_MM = 12 / 72 * 25.4
NAMES: dict[Window, str] = {"dl": "DL, 220 × 110 mm", "c5": "C5, 229 × 162 mm"}
EXAMPLE = (
    "Adresse d’essai",
    "Service du courrier",
    "12 RUE DES TILLEULS",
    "BP 123",
    "38000 GRENOBLE",
)
STEPS = (
    "Imprimez cette page en taille réelle (100 %), sans « ajuster à la page ».",
    "Pliez sur les pointillés, glissez la feuille au milieu de votre enveloppe.",
    "Toute l’adresse doit se voir dans la fenêtre, et rien d’autre de la lettre.",
    "Sinon, lisez l’échelle couchée au bord gauche de la fenêtre : c’est la correction en largeur.",
    "Lisez l’échelle debout au bord haut de la fenêtre : c’est la correction en hauteur.",
    "Écrivez ces deux nombres, avec leur signe, dans « Décaler l’adresse » (page Imprimer).",
)


def window_page_data(settings: LetterSettings) -> dict[str, Any]:
    """Return the zones of the envelope, and the block where the settings put it."""
    geometry = GEOMETRIES[settings.window]
    window = window_data(settings)
    first_fold = geometry.folds[0] if geometry.folds else 99
    return {
        "title": french(f"Enveloppe à fenêtre {NAMES.get(settings.window, NAMES['dl'])}").replace(
            " mm", f"{NBSP}mm"
        ),
        "inner": _zone(geometry.inner),
        "outer": _zone(geometry.outer),
        "block": {"x": window["x"], "y": window["y"] - len(EXAMPLE) * LINE_MM / 2},
        # where the window's left and upper edges lie when the sheet is in the middle
        "edge": {
            "x": (geometry.outer[0] + geometry.inner[0]) / 2,
            "y": (geometry.outer[1] + geometry.inner[1]) / 2,
        },
        "scale_x": 160,
        "scale_y": geometry.inner[1] + geometry.inner[3] - 5.5,
        "lines": EXAMPLE,
        "folds": window["folds"],
        "steps": [french(step) for step in STEPS],
        "words_y": first_fold + 12,
        "ruler_y": first_fold + 78,
    }


def _zone(box: tuple[float, float, float, float]) -> dict[str, float]:
    return dict(zip(("x", "y", "width", "height"), box, strict=True))

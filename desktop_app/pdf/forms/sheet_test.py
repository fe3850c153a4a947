"""The test page of a printer: how far its paper is from where it should be.

Printed once on plain paper, then held against the light over the paper form: the person measures
two gaps with a ruler, and gives them as offsets.
"""

import io
from collections.abc import Sequence

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.placed import POINTS_A_MM as MM
from desktop_app.pdf.forms.placed import RULER_MM as RULER
from desktop_app.pdf.forms.wrapping import wrap
from desktop_app.pdf.library import Canvas

CORNER_FROM_EDGE, CORNER_ARM = 10 * MM, 10 * MM
LEFT = 40 * MM
WORDS = """\
Page d’essai : imprimez-la à 100 %, sans « ajuster à la page ».
1. Mesurez la règle couchée : du premier au dernier trait, 100 mm. Sinon, l’imprimante agrandit \
ou réduit : choisissez « taille réelle ». Si cela ne suffit pas, écrivez la longueur mesurée dans \
« longueur de la règle » (--ruler).
2. Mesurez du bord gauche de la feuille au trait debout d’un coin de gauche : 10 mm. S’il y a \
2 mm de trop, écrivez −2 dans « vers la droite » (--dx -2).
3. Mesurez du bord bas de la feuille au trait couché d’un coin du bas : 10 mm. S’il y a 2 mm de \
trop, écrivez 2 dans « vers le bas » (--dy -2).""".splitlines()
ALREADY = "Cette page est déjà corrigée : ajoutez l’écart qui reste à celui que vous aviez écrit."


def draw_test_page(
    size: tuple[float, float], *, dx_mm: float = 0, dy_mm: float = 0, ruler_mm: float = RULER
) -> bytes:
    """Return one page of a size in points: corners at 10 mm, rulers of 100 mm, what to do."""
    out = io.BytesIO()
    canvas = lettering.new_canvas(out, size)
    canvas.translate(dx_mm * MM, dy_mm * MM)
    canvas.scale(RULER / ruler_mm, RULER / ruler_mm)
    _corners(canvas, *size)
    _ruler(canvas, LEFT, size[1] / 2, upright=False)
    _ruler(canvas, LEFT, size[1] / 2 - 15 * MM - RULER * MM, upright=True)
    _words(canvas, size, (*WORDS, ALREADY) if (dx_mm, dy_mm, ruler_mm) != (0, 0, RULER) else WORDS)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _corners(canvas: Canvas, wide: float, high: float) -> None:
    canvas.setLineWidth(0.4)
    for x, inwards in ((CORNER_FROM_EDGE, 1), (wide - CORNER_FROM_EDGE, -1)):
        for y, upwards in ((CORNER_FROM_EDGE, 1), (high - CORNER_FROM_EDGE, -1)):
            canvas.line(x, y, x + inwards * CORNER_ARM, y)
            canvas.line(x, y, x, y + upwards * CORNER_ARM)


def _ruler(canvas: Canvas, x: float, y: float, *, upright: bool) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    if upright:
        canvas.rotate(90)
    canvas.setLineWidth(0.4)
    canvas.line(0, 0, RULER * MM, 0)
    canvas.setFont(lettering.FONT, 8)
    for mark in range(RULER + 1):
        tall = 5 if mark % 10 == 0 else 3.5 if mark % 5 == 0 else 2
        canvas.line(mark * MM, 0, mark * MM, tall * MM)
        if mark % 10 == 0:
            canvas.drawCentredString(mark * MM, 6 * MM, str(mark))
    canvas.restoreState()


def _words(canvas: Canvas, size: tuple[float, float], words: Sequence[str]) -> None:
    y = size[1] - 35 * MM
    for number, paragraph in enumerate(words):
        letters = 14 if number == 0 else 12
        canvas.setFont(lettering.FONT, letters)
        for line in wrap(paragraph, letters, size[0] - LEFT - 25 * MM):
            canvas.drawString(LEFT, y, line)
            y -= letters * 1.4
        y -= 4

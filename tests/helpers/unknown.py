"""PDF forms that no pack knows, as offices make them: raw names, words beside the boxes."""

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from tests.helpers.forms import COMB, MULTI_LINE, RADIO, FormPdf
from tests.helpers.paper import paper

A4 = (595.0, 842.0)
HIGH = 16.0
LINES = 60


def unknown_form(**options: Any) -> bytes:
    """Two pages: who one is, then an employer; every name is raw, and a few have tooltips."""
    form = FormPdf(_identity, _employer, size=A4)
    named = _Numbered(form)
    _civility(form)
    named.text((150, 700, 400, 716))
    named.text((150, 670, 400, 686))
    for x, wide, cells in ((150, 24, 2), (180, 24, 2), (210, 48, 4)):
        named.text((x, 640, x + wide, 656), MaxLen=cells, Ff=COMB)
    named.text((220, 610, 376, 626), MaxLen=13, Ff=COMB)
    named.text((382, 610, 406, 626), MaxLen=2, Ff=COMB)
    named.text((150, 580, 500, 596), TU="Indiquez votre adresse : numéro et voie")
    named.text((150, 550, 210, 566), MaxLen=5, Ff=COMB)
    named.text((300, 550, 500, 566))
    named.text((150, 520, 270, 536), MaxLen=10, Ff=COMB)
    named.text((40, 400, 550, 490), Ff=MULTI_LINE)
    named.text((150, 720, 400, 736), page=2)
    named.text((150, 690, 210, 706), page=2, MaxLen=5, Ff=COMB)
    form.tick("Case à cocher 7", (200, 660, 212, 672), page=2)
    form.tick("Case à cocher 8", (260, 660, 272, 672), page=2)
    form.tick("Case à cocher 9", (40, 630, 52, 642), page=2)
    return form.data(**options)


def sixty_fields() -> bytes:
    """Sixty boxes named ``TexteN``, each after its words."""
    form = FormPdf(_sixty, size=(595.0, 1600.0))
    named = _Numbered(form)
    for number in range(LINES):
        y = _line(number)
        named.text((300, y, 520, y + HIGH))
    return form.data()


def flat_form() -> bytes:
    """The same kind of page on paper: lines to write on, squares to tick, no field."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(40, 760, "DEMANDE DE CARTE")
        canvas.setFont("Helvetica", 10)
        for y, words in ((700, "Nom de naissance :"), (670, "Prénom :"), (640, "Commune :")):
            canvas.drawString(40, y, words)
            canvas.line(150, y - 2, 420, y - 2)
        canvas.rect(150, 598, 10, 10)
        canvas.drawString(164, 600, "Oui")
        canvas.rect(210, 598, 10, 10)
        canvas.drawString(224, 600, "Non")
        canvas.drawString(40, 600, "Êtes-vous étudiant ?")

    return paper(draw, size=A4)


def _line(number: int) -> float:
    return 1540.0 - 25 * number


def _sixty(canvas: Canvas) -> None:
    for number in range(LINES):
        canvas.drawString(40, _line(number) + 4, f"{ASKED[number % len(ASKED)]} {number + 1} :")


ASKED = ("Montant de la ressource", "Nom du versement", "Objet de la dépense", "Lieu de travail")


def _words(*said: tuple[float, float, str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x, y, words in said:
            canvas.drawString(x, y, words)

    return draw


_identity = _words(
    (40, 770, "1. VOTRE IDENTITÉ"),
    (40, 734, "Vous êtes :"),
    (168, 734, "Madame"),
    (248, 734, "Monsieur"),
    (40, 704, "Nom de naissance :"),
    (40, 674, "Prénoms :"),
    (40, 644, "Né(e) le :"),
    (40, 614, "Numéro de sécurité sociale :"),
    (40, 554, "Code postal :"),
    (230, 554, "Commune :"),
    (40, 524, "Téléphone :"),
    (40, 494, "Expliquez votre situation :"),
)
_employer = _words(
    (40, 770, "2. L’EMPLOYEUR"),
    (40, 724, "Raison sociale :"),
    (40, 694, "Code postal :"),
    (40, 662, "Avez-vous un contrat ?"),
    (216, 662, "Oui"),
    (276, 662, "Non"),
    (58, 632, "Je certifie que ces renseignements sont exacts"),
)


class _Numbered:
    """Gives fields the names that tools give: ``Texte1``, ``Texte2``…"""

    def __init__(self, form: FormPdf) -> None:
        self._form, self._count = form, 0

    def text(self, box: tuple[float, float, float, float], page: int = 1, **entries: Any) -> None:
        self._count += 1
        self._form.text(f"Texte{self._count}", box, page, **entries)


def _civility(form: FormPdf) -> None:
    """Two buttons of one choice, whose states say nothing."""
    widgets = []
    for state, x in (("Choix1", 150), ("Choix2", 230)):
        box = (x, 732, x + 12, 744)
        on = form.look(b"q 2 2 8 8 re f Q", box)
        looks = Dictionary(N=Dictionary({f"/{state}": on, "/Off": form.look(b"", box)}))
        widgets.append(form.widget(1, box, AP=looks, AS=Name.Off))
    form.field(*widgets, T="Groupe3", FT=Name.Btn, Ff=RADIO)
    assert isinstance(form.form["/Fields"], Array)

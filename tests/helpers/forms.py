"""Small forms made by the tests, with whatever real ones were seen to do."""

import io
import warnings
from collections.abc import Callable
from typing import Any

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.model import Form
from desktop_app.untrusted.operations import inspection
from desktop_app.untrusted.operations.subject import Asked, Subject

Box = tuple[float, float, float, float]
READ_ONLY, MULTI_LINE, COMB = 1 << 0, 1 << 12, 1 << 24
RADIO, PUSH_BUTTON = 1 << 15, 1 << 16
COMBO, EDIT, SEVERAL = 1 << 17, 1 << 18, 1 << 21


class FormPdf:
    """A PDF under construction: pages with printed words, then fields."""

    def __init__(
        self,
        *pages: str | Callable[[Canvas], None],
        size: tuple[float, float] = (400, 300),
        turn: int = 0,
    ) -> None:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=size)
        for words in pages or ("Formulaire",):
            canvas.setFont("Helvetica", 10)
            if callable(words):
                words(canvas)
            else:
                canvas.drawString(20, size[1] - 20, words)
            canvas.showPage()
        canvas.save()
        self.pdf = pikepdf.open(io.BytesIO(out.getvalue()))
        for page in self.pdf.pages:
            page.obj["/Rotate"] = turn
        self.pdf.Root["/AcroForm"] = self.pdf.make_indirect(Dictionary(Fields=Array()))

    @property
    def form(self) -> pikepdf.Object:
        return self.pdf.Root["/AcroForm"]

    def widget(self, page: int, box: Box, **entries: Any) -> pikepdf.Object:
        """Add a widget annotation to a page (from 1); returns it."""
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(list(box)), F=4, **entries)
        )
        target = self.pdf.pages[page - 1].obj
        if "/Annots" not in target:
            target["/Annots"] = Array()
        target["/Annots"].append(made)
        return made

    def field(
        self, *widgets: pikepdf.Object, listed: bool = True, **entries: Any
    ) -> pikepdf.Object:
        """Make a field of its widgets; a lone widget is the field itself."""
        if len(widgets) == 1:
            made = widgets[0]
            for key, value in entries.items():
                made[f"/{key}"] = value
        else:
            made = self.pdf.make_indirect(Dictionary(Kids=Array(list(widgets)), **entries))
            for one in widgets:
                one["/Parent"] = made
        if listed:
            self.form["/Fields"].append(made)
        return made

    def text(self, name: str, box: Box, page: int = 1, **entries: Any) -> pikepdf.Object:
        """A text field with one widget."""
        return self.field(self.widget(page, box), FT=Name.Tx, T=String(name), **entries)

    def box(
        self, page: int, box: Box, state: bytes = b"Oui", *, on: bool = False
    ) -> pikepdf.Object:
        """A tick box: nothing drawn when off, a small square when on."""
        look = self.look(b"0 0 2 2 re f", box)
        off = self.look(b"", box)
        states = Dictionary(Off=off)
        states["/" + state.decode("utf-8", "surrogateescape")] = look
        shown = pikepdf.Object.parse(b"/" + _escaped(state)) if on else Name.Off
        return self.widget(page, box, AP=Dictionary(N=states), AS=shown)

    def tick(self, name: str, box: Box, page: int = 1, **options: Any) -> pikepdf.Object:
        """A tick field with one box."""
        return self.field(self.box(page, box, **options), FT=Name.Btn, T=String(name))

    def look(self, content: bytes, box: Box) -> pikepdf.Object:
        """An appearance stream of a box's size."""
        made = self.pdf.make_stream(content)
        made["/Type"], made["/Subtype"] = Name.XObject, Name.Form
        made["/BBox"] = Array([0, 0, box[2] - box[0], box[3] - box[1]])
        return made

    def data(self, **options: Any) -> bytes:
        """The finished file."""
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of widgets that no field reaches: on purpose
            self.pdf.save(out, **options)
        return out.getvalue()


def read_here(data: bytes) -> Form:
    """Read a form in this process: the same functions as in the child, without its start."""
    subject = Subject(data, "", {})
    found, _ = inspection.inspect(subject, Asked({"thorough": True}))
    return msgspec.convert(found, Form)


def _escaped(raw: bytes) -> bytes:
    return b"".join(b"#%02x" % byte for byte in raw)


def every_type() -> FormPdf:
    """One field of each type, on two pages, each easily named."""
    form = FormPdf("Première page", "Deuxième page")
    form.text("nom", (60, 240, 380, 256), TU=String("Votre nom"), DA=String("/Helv 10 Tf 0 g"))
    form.text("nir", (60, 210, 300, 226), Ff=COMB, MaxLen=15)
    form.text("avis", (60, 120, 380, 200), Ff=MULTI_LINE)
    form.text("somme", (60, 95, 160, 110), Q=2)
    form.text("imposé", (200, 95, 300, 110), Ff=READ_ONLY)
    form.tick("accord", (60, 70, 70, 80))
    form.field(
        form.box(1, (100, 70, 110, 80), b"Mme"),
        form.box(1, (130, 70, 140, 80), b"M"),
        FT=Name.Btn,
        T=String("civilité"),
        Ff=RADIO,
    )
    form.field(
        form.box(1, (200, 70, 210, 80), b"Sup\x8erieur"),
        form.box(1, (230, 70, 240, 80), b"A"),
        FT=Name.Btn,
        T=String("niveau"),
    )
    form.field(
        form.widget(1, (60, 40, 160, 55)),
        FT=Name.Ch,
        T=String("logement"),
        Ff=COMBO,
        Opt=Array([Array([String("loc"), String("Locataire")]), String("hébergé")]),
    )
    form.field(
        form.widget(1, (200, 20, 300, 60)),
        FT=Name.Ch,
        T=String("aides"),
        Ff=SEVERAL,
        Opt=Array([String("énergie"), String("loyer"), String("santé")]),
    )
    form.field(form.widget(1, (320, 20, 380, 60)), FT=Name.Sig, T=String("signature"))
    form.field(
        form.widget(1, (320, 70, 380, 85)), FT=Name.Btn, T=String("imprimer"), Ff=PUSH_BUTTON
    )
    form.field(
        form.widget(1, (60, 5, 160, 18)),
        form.widget(2, (60, 240, 160, 256)),
        FT=Name.Tx,
        T=String("commun"),
    )
    return form

"""More kinds of sabotage, thought of by an adversary: what a file does beside what it shows."""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.corpus.sabotages import Kind, Scene, over_page, rewritten_unicode

OTHER = "Autre Personne"
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("this.getField('nom').value = 'Autre';"))


def _page(change: Callable[[pikepdf.Page], None]) -> Kind:
    """The first page, changed."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        change(pdf.pages[0])
        return True

    return kind


def _turn(page: pikepdf.Page) -> None:
    page.obj["/Rotate"] = (int(page.obj.get("/Rotate", 0)) + 180) % 360


def _crop(page: pikepdf.Page) -> None:
    x0, y0, x1, y1 = (float(side) for side in page.cropbox)
    page.obj["/CropBox"] = Array([x0, y0 + 40, x1, y1])


def _shift(page: pikepdf.Page) -> None:
    for name, box in (("/MediaBox", page.mediabox), ("/CropBox", page.cropbox)):
        page.obj[name] = Array([float(side) + 5 for side in box])


def _layered(*, viewed: bool) -> Kind:
    """A block that is only on the screen, or only on paper."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        state = {True: Name.ON, False: Name.OFF}
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("ajout")))
        layer["/Usage"] = Dictionary(
            View=Dictionary(ViewState=state[viewed]), Print=Dictionary(PrintState=state[not viewed])
        )
        events = [
            Dictionary(Event=name, Category=Array([category]), OCGs=Array([layer]))
            for name, category in ((Name.View, Name.View), (Name.Print, Name.Print))
        ]
        usual = Dictionary(Order=Array([layer]), AS=Array(events))
        usual["/ON" if viewed else "/OFF"] = Array([layer])
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=usual)
        page = pdf.pages[0]
        page.add_resource(layer, Name.Properties, Name("/Ajout"))
        x0, y0 = (float(side) for side in page.mediabox[:2])
        block = b"\n/OC /Ajout BDC q 0 g %.2f %.2f 60 20 re f Q EMC\n" % (x0 + 40, y0 + 14)
        page.contents_add(block)
        return True

    return kind


def _boxes(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        one
        for page in pdf.pages
        for one in page.obj.get("/Annots", Array())
        if one.get("/Subtype") == "/Widget"
    ]


def _each_box(change: Callable[[pikepdf.Object], None]) -> Kind:
    """Every box of a copy with fields."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        boxes = _boxes(pdf)
        for one in boxes:
            change(one)
        return bool(boxes)

    return kind


def _flagged(add: int, take: int = 0) -> Kind:
    def change(box: pikepdf.Object) -> None:
        box["/F"] = (int(box.get("/F", 0)) | add) & ~take

    return _each_box(change)


def _other_value(*, answered: bool) -> Kind:
    """A box holds another value than it shows: an answer's, or that of a box left as it was."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        for box in _boxes(pdf):
            holder = box if "/FT" in box else box.get("/Parent", Dictionary())
            is_text = holder.get("/FT") == "/Tx"
            filled = bool(str(holder.get("/V", "")).strip())
            if is_text and filled == answered:
                holder["/V"] = String(OTHER)
                return True
        return False

    return kind


def _unseen_field(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """A hidden box, with the name of somebody else."""
    box = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 9, 9]), F=2, FT=Name.Tx,
            T=String("ancien"), V=String(OTHER),
        )
    )  # fmt: skip
    page = pdf.pages[0].obj
    page["/Annots"] = Array([*page.get("/Annots", Array()), box])
    form = pdf.Root.get("/AcroForm", Dictionary(Fields=Array()))
    form["/Fields"] = Array([*form.get("/Fields", Array()), box])
    pdf.Root["/AcroForm"] = form
    return True


def _link(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    page = pdf.pages[0]
    action = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=page.mediabox, A=action)
    page.obj["/Annots"] = Array([*page.obj.get("/Annots", Array()), pdf.make_indirect(link)])
    return True


def _root(name: str, value: pikepdf.Object) -> Kind:
    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        pdf.Root[name] = value
        return True

    return kind


def _xfa(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    if "/AcroForm" not in pdf.Root:
        return False
    pdf.Root["/AcroForm"]["/XFA"] = pdf.make_stream(b"<xdp:xdp>Autre Personne</xdp:xdp>")
    return True


def _calculation(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    for box in _boxes(pdf)[:1]:
        box["/AA"] = Dictionary(C=SCRIPT)
        return True
    return False


def _attachment(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    pdf.attachments["ancien.txt"] = OTHER.encode()
    return True


def _card(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Author=String(OTHER)))
    return True


def _metadata(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    told = pdf.make_stream(b"<x:xmpmeta>Autre Personne</x:xmpmeta>")
    told["/Type"], told["/Subtype"] = Name.Metadata, Name.XML
    pdf.Root["/Metadata"] = told
    return True


def _page_more(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    pdf.pages.append(pdf.pages[0])
    return True


def _white_words(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """White words on white paper: no picture shows them, a reader's voice does."""
    x, y = seen.form.pages[0].in_its_own_space((40, 14, 40, 14))[:2]
    return over_page(pdf, 1, b"BT 1 g /Sabotage 9 Tf %.2f %.2f Td (Autre) Tj ET" % (x, y))


KINDS: dict[str, Kind] = {
    "a page turned": _page(_turn),
    "a page cropped at its foot": _page(_crop),
    "a page shifted in its box": _page(_shift),
    "a page more": _page_more,
    "a block on the screen only": _layered(viewed=True),
    "a block on paper only": _layered(viewed=False),
    "boxes that are hidden": _flagged(2),
    "boxes that are not on the screen": _flagged(32),
    "boxes that are not printed": _flagged(0, 4),
    "an answer's value is another's": _other_value(answered=True),
    "a box left empty holds a value": _other_value(answered=False),
    "a hidden field with another's name": _unseen_field,
    "a link over a page": _link,
    "a script when it is opened": _root("/OpenAction", SCRIPT),
    "a calculation that changes a value": _calculation,
    "XFA beside its fields": _xfa,
    "an attached file": _attachment,
    "another's name on the file's card": _card,
    "another's name in its metadata": _metadata,
    "a font that says other letters": rewritten_unicode,
    "white words on white paper": _white_words,
}
UNSEEN = frozenset(("white words on white paper",))
"""What no picture shows, on a flat page: DECISIONS says so."""

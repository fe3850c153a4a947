"""What may go wrong between writing and proof: each kind done to a finished file.

A kind takes a finished file, opened, and what was asked of it; it answers False where the form has
nothing that it could spoil.
"""

import io
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name

from desktop_app.core.rect import meet
from desktop_app.pdf.forms.drawing import Drawing
from desktop_app.untrusted.model import Form, Rect

LETTERS = 20  # of a printed line that is worth erasing
STROKE = 0.7  # points


@dataclass(frozen=True, slots=True)
class Scene:
    """A form, what was drawn on it, and its printed lines (page from 1, place on it)."""

    form: Form
    drawing: Drawing
    printed: Sequence[tuple[int, Rect]]

    def lines(self) -> Iterator[tuple[int, Rect]]:
        """Where our words are, in the PDF's own space, the longest first."""
        found = [
            (self.form.fields[one.field].widgets[one.widget].page, line)
            for one in self.drawing.drawn
            for line in one.lines
        ]
        for number, line in sorted(found, key=lambda one: one[1][0] - one[1][2]):
            yield number, self.form.pages[number - 1].in_its_own_space(line)


Kind = Callable[[pikepdf.Pdf, Scene], bool]


def scene(form: Form, drawing: Drawing, blank: bytes) -> Scene:
    """Look for the printed lines of a blank that no box touches."""
    printed = []
    with pdfium.PdfDocument(blank) as document:
        for number, page in enumerate(form.pages, 1):
            boxes = [
                page.in_its_own_space(widget.rect)
                for one in form.fields
                for widget in one.widgets
                if widget.page == number
            ]
            words = document[number - 1].get_textpage()
            for index in range(words.count_rects()):
                rect = words.get_rect(index)
                letters = sum(one.isalpha() for one in words.get_text_bounded(*rect))
                if letters >= LETTERS and not any(meet(rect, box) for box in boxes):
                    printed.append((number, rect))
    return Scene(form, drawing, printed)


def spoiled(data: bytes, kind: Kind, seen: Scene) -> bytes | None:
    """A finished file once a kind was done to it; None where it cannot be."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not kind(pdf, seen):
            return None
        pdf.save(out)
    return out.getvalue()


def _ours(pdf: pikepdf.Pdf, seen: Scene) -> list[pikepdf.Object]:
    """Our own drawings: one over each page, or one for each answered box of a copy with fields."""
    found = []
    for number in seen.drawing.overlays:
        page = pdf.pages[number - 1].obj
        objects = page.get("/Resources", Dictionary()).get("/XObject", Dictionary())
        names = [name for name in objects.keys() if name.startswith("/PapierLibre")]  # noqa: SIM118
        if names:
            last = max(names, key=lambda one: int(one.removeprefix("/PapierLibre")))
            found.append(objects[last])
        else:
            found += [look for one in page.get("/Annots", Array()) for look in _look(one)]
    return found


def _look(box: pikepdf.Object) -> Iterator[pikepdf.Object]:
    look = box.get("/AP", Dictionary()).get("/N")
    if isinstance(look, pikepdf.Stream) and b"/F1" in look.read_bytes():
        yield look


def _rewritten(change: Callable[[bytes], bytes]) -> Kind:
    """Our drawings, with other commands."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        changed = False
        for one in _ours(pdf, seen):
            content = one.read_bytes()
            after = change(content)
            changed = changed or after != content
            one.write(after)
        return changed

    return kind


def _moved(x: float, y: float) -> Kind:
    return _rewritten(lambda content: b"1 0 0 1 %g %g cm\n" % (x, y) + content)


def _halved(content: bytes) -> bytes:
    return re.sub(
        rb"(/F\S+) ([\d.]+) Tf", lambda one: b"%s %.2f Tf" % (one[1], float(one[2]) / 2), content
    )


def over_page(pdf: pikepdf.Pdf, number: int, content: bytes) -> bool:
    """Commands over all that a page shows: a stamp where boxes stay, which are above the page."""
    page = pdf.pages[number - 1]
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    if "/AcroForm" not in pdf.Root:
        page.add_resource(font, Name.Font, Name("/Sabotage"))
        page.contents_add(b"\nq " + content + b" Q\n")
        return True
    look = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=page.mediabox)
    look["/Resources"] = Dictionary(Font=Dictionary(Sabotage=font))
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=page.mediabox, F=4)
    stamp["/AP"] = Dictionary(N=look)
    page.obj["/Annots"] = Array([*page.obj.get("/Annots", Array()), pdf.make_indirect(stamp)])
    return True


def _words(text: bytes, x: float, y: float, size: float) -> bytes:
    return b"BT 0 g /Sabotage %g Tf %.2f %.2f Td (%s) Tj ET\n" % (size, x, y, text)


def _filled(rect: Rect, colour: bytes) -> bytes:
    x0, y0, x1, y1 = rect
    return b"%s %.2f %.2f %.2f %.2f re f" % (colour, x0, y0, x1 - x0, y1 - y0)


def _struck(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """A line through the longest answer, as a pen strikes it out; along it on a turned page."""
    for number, (x0, y0, x1, y1) in seen.lines():
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        ends = (x0, middle_y, x1, middle_y) if x1 - x0 > y1 - y0 else (middle_x, y0, middle_x, y1)
        return over_page(pdf, number, b"0 G %g w %.2f %.2f m %.2f %.2f l S" % (STROKE, *ends))
    return False


def _covered(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    for number, line in seen.lines():
        return over_page(pdf, number, _filled(line, b"1 g"))
    return False


def _foreign_word(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """A short word at the end of the box of the first answer that leaves it room."""
    for one in seen.drawing.drawn:
        widget = seen.form.fields[one.field].widgets[one.widget]
        page = seen.form.pages[widget.page - 1]
        x0, y0, x1, y1 = page.in_its_own_space(widget.rect)
        if one.text and x1 - x0 > 40 and y1 - y0 > 9:
            return over_page(pdf, widget.page, _words(b"non", x1 - 16, y0 + 3, 7))
    return False


def _erased(place: int) -> Kind:
    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        if not seen.printed:
            return False
        number, rect = seen.printed[place]
        return over_page(pdf, number, _filled(rect, b"1 g"))

    return kind


def _mark_over_words(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """Three lines over printed words, as a box too narrow for its mark once had them."""
    if not seen.printed:
        return False
    number, (x0, _, _, y1) = seen.printed[len(seen.printed) // 2]
    lines = (b"voir", b"annexe", b"14")
    content = b"".join(_words(one, x0 + 4, y1 - 4 - 7 * n, 6) for n, one in enumerate(lines))
    return over_page(pdf, number, content)


def _anywhere(content: Callable[[float, float], bytes]) -> Kind:
    """Near the foot of the last page."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        page = seen.form.pages[-1]
        x, y = page.in_its_own_space((40, 14, 40, 14))[:2]
        return over_page(pdf, len(seen.form.pages), content(x, y))

    return kind


def _second_tick(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    ticked = {(one.field, one.widget) for one in seen.drawing.drawn if not one.text}
    for number, one in enumerate(seen.form.fields):
        for place, widget in enumerate(one.widgets):
            square = one.type in ("tick", "one_of") and widget.page and not widget.checked
            if square and (number, place) not in ticked:
                page = seen.form.pages[widget.page - 1]
                x0, y0, x1, y1 = page.in_its_own_space(widget.rect)
                cross = x0, y0, x1, y1, x0, y1, x1, y0
                strokes = b"0 G 1 w %.2f %.2f m %.2f %.2f l %.2f %.2f m %.2f %.2f l S" % cross
                return over_page(pdf, widget.page, strokes)
    return False


def _swapped_pages(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    if len(seen.form.pages) < 2:
        return False
    first = pdf.pages[0]
    pdf.pages.append(first)
    pdf.pages.insert(1, pdf.pages[-1])
    del pdf.pages[0], pdf.pages[-1]
    pdf.pages.insert(0, pdf.pages[1])
    del pdf.pages[2]
    return True


def _swapped_glyphs(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """Two letters of our font exchange their outlines; the text still says the same."""
    for one in _ours(pdf, seen):
        for font in one.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
            file = font.get("/FontDescriptor", Dictionary()).get("/FontFile2")
            if file is not None and (changed := _exchanged(file.read_bytes())) is not None:
                file.write(changed)
                return True
    return False


def rewritten_unicode(pdf: pikepdf.Pdf, seen: Scene) -> bool:
    """Our letters are as they were, and the font says that each is its neighbour."""
    changed = False
    for one in _ours(pdf, seen):
        for font in one.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
            said = font.get("/ToUnicode")
            if said is not None:
                before = said.read_bytes()
                after = re.sub(rb"(<[0-9A-Fa-f]{2}> <)([0-9A-Fa-f]{4})>", _next_letter, before)
                changed = changed or after != before
                said.write(after)
    return changed


def _next_letter(one: re.Match[bytes]) -> bytes:
    return b"%s%04X>" % (one[1], int(one[2], 16) + 1)


def _exchanged(font: bytes) -> bytes | None:
    """A TrueType subset, as reportlab makes it, in which neighbouring codes exchange glyphs."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    cmap = tables.get(b"cmap")
    if cmap is None:
        return None
    table = cmap + struct.unpack_from(">I", font, cmap + 8)[0]
    if struct.unpack_from(">H", font, table)[0] != 6:
        return None
    first, codes = struct.unpack_from(">HH", font, table + 6)
    glyphs = list(struct.unpack_from(f">{codes}H", font, table + 10))
    letters = [place for place in range(codes) if glyphs[place] and first + place != ord(" ")]
    for one, other in zip(letters[::2], letters[1::2], strict=False):
        glyphs[one], glyphs[other] = glyphs[other], glyphs[one]
    changed = bytearray(font)
    struct.pack_into(f">{codes}H", changed, table + 10, *glyphs)
    return bytes(changed)


def _layer_off(*, in_print_only: bool) -> Kind:
    """Our drawings in a layer that is not shown, or only not printed."""

    def kind(pdf: pikepdf.Pdf, seen: Scene) -> bool:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("réponses")))
        usual = Dictionary(ON=Array([layer]), Order=Array([layer]))
        if in_print_only:
            layer["/Usage"] = Dictionary(Print=Dictionary(PrintState=Name.OFF))
            usual["/AS"] = Array(
                [Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([layer]))]
            )
        else:
            usual = Dictionary(OFF=Array([layer]))
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=usual)
        boxes = [one for page in pdf.pages for one in page.obj.get("/Annots", Array())]
        hidden = [one for one in boxes if one.get("/Subtype") == "/Widget"] or _ours(pdf, seen)
        for one in hidden:
            one["/OC"] = layer
        return bool(hidden)

    return kind


KINDS: dict[str, Kind] = {
    "moved 2 pt right": _moved(2, 0),
    "moved 3 pt up": _moved(0, 3),
    "moved 30 pt down": _moved(0, -30),
    "white ink": _rewritten(lambda one: one.replace(b"0 g", b"1 g").replace(b"0 G", b"1 G")),
    "pale grey ink": _rewritten(lambda one: one.replace(b"0 g", b".85 g")),
    "words that are not painted": _rewritten(lambda one: one.replace(b"BT", b"BT 3 Tr")),
    "an answer covered in white": _covered,
    "a second tick": _second_tick,
    "letters half as high": _rewritten(_halved),
    "two pages swapped": _swapped_pages,
    "letters swapped under the same words": _swapped_glyphs,
    "a layer that is off": _layer_off(in_print_only=False),
    "an answer struck through": _struck,
    "a printed text erased": _erased(0),
    "a printed declaration erased": _erased(-1),
    "a red block": _anywhere(lambda x, y: _filled((x, y, x + 40, y + 20), b"1 0 0 rg")),
    "a foreign word in a box": _foreign_word,
    "all drawn twice, 3 pt beside": _rewritten(
        lambda one: one + b"\nq 1 0 0 1 3 0 cm\n" + one + b"\nQ"
    ),
    "a layer that is off in print": _layer_off(in_print_only=True),
    "a mark over printed words": _mark_over_words,
    "a word of 4 pt outside the boxes": _anywhere(lambda x, y: _words(b"mot", x, y, 4)),
}

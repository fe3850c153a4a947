"""A blank with ONE thing changed of those by which it is known: it is then another one."""

import io
from collections.abc import Callable, Mapping

import pikepdf
from pikepdf import Array, Name, String

FAR = 12.0  # points


def _edited(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def _named_fields(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found = []
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            one = note
            while one is not None and "/T" not in one:
                one = one.get("/Parent")
            if one is not None:
                found.append(one)
    return found


def saved_again(data: bytes) -> bytes:
    """The same blank, written anew by another tool: it is known all the same."""
    return _edited(data, lambda pdf: None)


def names(data: bytes) -> bytes:
    """One field has another name."""

    def change(pdf: pikepdf.Pdf) -> None:
        field = _named_fields(pdf)[0]
        field["/T"] = String("tout autre chose")

    return _edited(data, change)


def places(data: bytes) -> bytes:
    """Every box stands a line lower; the names and the printed page are the same."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for note in page.obj.get("/Annots", []):
                if note.get("/Subtype") == Name.Widget:
                    x0, y0, x1, y1 = (float(side) for side in note["/Rect"])
                    note["/Rect"] = Array([x0, y0 - FAR, x1, y1 - FAR])

    return _edited(data, change)


def exchanged(data: bytes) -> bytes:
    """Two fields stand each in the other's place."""

    def change(pdf: pikepdf.Pdf) -> None:
        one, other = pdf.pages[0].obj["/Annots"][0], pdf.pages[0].obj["/Annots"][1]
        one["/Rect"], other["/Rect"] = Array(list(other["/Rect"])), Array(list(one["/Rect"]))

    return _edited(data, change)


def page_size(data: bytes) -> bytes:
    """The first page is twenty points wider; what stands on it stands where it stood."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        for box in ("/MediaBox", "/CropBox"):
            if box in page.obj or box == "/MediaBox":
                x0, y0, x1, y1 = (float(side) for side in page.mediabox)
                page.obj[box] = Array([x0, y0, x1 + 20, y1])

    return _edited(data, change)


def _printed(data: bytes, line: str, page: int) -> bytes:
    """Add a printed line, in the paper's lower left corner."""

    def change(pdf: pikepdf.Pdf) -> None:
        target = pdf.pages[page]
        font = pikepdf.Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
        name = target.add_resource(font, Name.Font)
        x0, y0 = (float(side) for side in target.mediabox[:2])
        ink = f"q BT {name} 8 Tf {x0 + 60} {y0 + 60} Td ({line}) Tj ET Q"
        target.contents_add(b"q", prepend=True)
        target.contents_add(b"Q " + ink.encode("cp1252"))

    return _edited(data, change)


def title(data: bytes) -> bytes:
    """Another title and number are printed on the first page."""
    return _printed(data, "Demande pour les moins de 25 ans 98765*01", 0)


def page_words(data: bytes) -> bytes:
    """One line is printed more on the last page."""
    return _printed(data, "Votre situation au regard du logement", -1)


def laid_out(data: bytes) -> bytes:
    """The printed page is shrunk a little, as a printer's driver does; the words are the same."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.contents_add(b"q 0.95 0 0 0.95 12 18 cm", prepend=True)
            page.contents_add(b"Q")

    return _edited(data, change)


OF_FIELDS: Mapping[str, Callable[[bytes], bytes]] = {"names": names, "places": places}
OF_PAPER: Mapping[str, Callable[[bytes], bytes]] = {
    "page size": page_size,
    "title and number": title,
    "page words": page_words,
    "layout": laid_out,
}

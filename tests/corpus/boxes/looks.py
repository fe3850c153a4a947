"""How a field looks when nothing is in it: what its own appearance paints around its value."""

from typing import Any

import pikepdf

from desktop_app.untrusted.operations.geometry import box_of, number, numbers

SETTERS = {1: ("g", "G"), 3: ("rg", "RG"), 4: ("k", "K")}  # by how many numbers a colour has


def empty_look(pdf: pikepdf.Pdf, widget: Any, kind: str, cells: int, *, again: bool) -> Any:
    """Return the appearance of a field without its value; None when it paints nothing.

    Args:
        kind: the type of the field, as the file names it.
        cells: of a comb.
        again: the file asks readers to draw its text fields themselves.
    """
    normal = _normal(widget)
    if kind == "/Btn":
        if isinstance(normal, pikepdf.Dictionary) and not isinstance(normal, pikepdf.Stream):
            off = normal.get("/Off")
            return off if isinstance(off, pikepdf.Stream) else None
    elif isinstance(normal, pikepdf.Stream) and not again:
        return _without_value(pdf, normal)
    return _drawn(pdf, widget, cells)


def _normal(widget: Any) -> Any:
    looks = widget.get("/AP")
    return looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None


def _without_value(pdf: pikepdf.Pdf, look: pikepdf.Stream) -> pikepdf.Stream | None:
    """A look without its marked value, nor any other text."""
    kept, marked, in_text = [], 0, False
    try:
        parsed = pikepdf.parse_content_stream(look)
    except pikepdf.PdfError:
        return None
    for part in parsed:
        operator = str(part.operator)
        value = operator in ("BMC", "BDC") and str(part.operands[0]) == "/Tx"
        if marked or value:
            marked += (operator in ("BMC", "BDC")) - (operator == "EMC")
        elif operator == "BT":
            in_text = True
        elif operator == "ET":
            in_text = False
        elif not in_text:
            kept.append(part)
    if not kept:
        return None
    new = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    for key in ("/BBox", "/Matrix", "/Resources", "/Group"):
        if key in look:
            new[key] = look[key]
    new["/Type"], new["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    return new


def _drawn(pdf: pikepdf.Pdf, widget: Any, cells: int) -> pikepdf.Stream | None:
    """The ground and the border that a reader paints for a field without appearance."""
    made, rect = widget.get("/MK"), box_of(widget.get("/Rect"))
    if not isinstance(made, pikepdf.Dictionary) or rect is None:
        return None
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    ground, border = _colour(made.get("/BG"), 0), _colour(made.get("/BC"), 1)
    thick, style = _border(widget)
    code = [f"{ground} 0 0 {wide:.2f} {high:.2f} re f"] if ground else []
    if border and thick > 0:
        half = thick / 2
        dash = "[3 3] 0 d " if style == "/D" else ""
        code.append(f"{border} {thick:.2f} w {dash}")
        if style == "/U":
            code.append(f"0 {half:.2f} m {wide:.2f} {half:.2f} l S")
        else:
            code.append(f"{half} {half} {wide - thick:.2f} {high - thick:.2f} re S")
        for cell in range(1, cells):
            x = wide * cell / cells
            code.append(f"{x:.2f} 0 m {x:.2f} {high:.2f} l S")
    if not code:
        return None
    new = pdf.make_stream(("q " + "\n".join(code) + " Q").encode())
    new["/Type"], new["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    new["/BBox"] = pikepdf.Array([0, 0, wide, high])
    return new


def _colour(value: object, stroke: int) -> str:
    """The operator that sets a colour; empty without one."""
    parts = numbers(value) if isinstance(value, pikepdf.Array) else []
    setter = SETTERS.get(len(parts))
    return " ".join(f"{part:.3f}" for part in parts) + f" {setter[stroke]}" if setter else ""


def _border(widget: Any) -> tuple[float, str]:
    style = widget.get("/BS")
    if isinstance(style, pikepdf.Dictionary):
        thick = number(style.get("/W")) if "/W" in style else 1.0
        return thick, str(style.get("/S", ""))
    old = widget.get("/Border")
    if isinstance(old, pikepdf.Array) and len(old) > 2:
        return number(old[2]), ""
    return 1.0, ""

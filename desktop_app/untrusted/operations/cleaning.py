"""Leaves nothing active, and nothing about a person, in a file we write.

The usual places are emptied directly; the written bytes are then searched for what must not be
there, and only a file where something still shows is walked object by object (a third of a second
for the largest French form).
"""

from collections.abc import Iterable

import pikepdf

from desktop_app.untrusted.operations import active
from desktop_app.untrusted.operations.names import bytes_of

CATALOG = (
    "/OpenAction",
    "/AA",
    "/Perms",
    "/Collection",
    "/AF",
    "/Metadata",
    "/PieceInfo",
    "/Requirements",
    "/Extensions",
    "/Legal",
    "/DSS",
    "/SpiderInfo",
    "/Threads",
    "/URI",
    "/NeedsRendering",
    "/JavaScript",
)
FORM = ("/XFA", "/CO")
PAGE = ("/AA", "/Metadata", "/PieceInfo", "/AF", "/B")
ACTIONS = ("/AA", "/PA")


def clean(pdf: pikepdf.Pdf) -> None:
    """Empty the usual places: catalog, form, pages, annotations; and the file's own card."""
    _drop(pdf.Root, CATALOG)
    if isinstance(pdf.Root.get("/Names"), pikepdf.Dictionary):
        places = pdf.Root["/Names"].get("/Dests")
        del pdf.Root["/Names"]
        if places is not None:
            pdf.Root["/Names"] = pikepdf.Dictionary(Dests=places)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        _drop(form, FORM)
        form["/NeedAppearances"] = False
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        _drop(page.obj, PAGE)


def clean_holder(holder: pikepdf.Object) -> None:
    """Take the actions out of an annotation or a field."""
    _drop(holder, ACTIONS)
    if active.is_action(holder.get("/A")):
        del holder["/A"]


def clean_everything(pdf: pikepdf.Pdf, *, flat: bool) -> None:
    """Walk every object and remove whatever acts; in a flat file, boxes that are still led to.

    A key named like an action is kept when it holds an appearance: "/A" names real on-states.
    """
    for holder in active.dictionaries(pdf):
        if flat and _is_box(holder):
            _drop(holder, list(holder.keys()))
        for key in list(holder.keys()):
            value = holder[key]
            if active.is_action(value) or (
                key in ("/AA", "/EF", "/XFA", "/OpenAction") and not _is_look(value)
            ):
                del holder[key]
            elif isinstance(value, pikepdf.Array):
                _filter(value)


def _is_box(holder: pikepdf.Object) -> bool:
    kinds = (b"/Widget", b"/Text", b"/FreeText", b"/Popup")
    return "/FT" in holder or bytes_of(holder.get("/Subtype")) in kinds


def _filter(array: pikepdf.Object) -> None:
    for index in range(len(array) - 1, -1, -1):
        item = array[index]
        if active.is_action(item) or (
            isinstance(item, pikepdf.Dictionary)
            and bytes_of(item.get("/Subtype")) in active.ACTIVE_ANNOTATIONS
        ):
            del array[index]


def _is_look(value: object) -> bool:
    return isinstance(value, pikepdf.Stream) and (
        "/BBox" in value or bytes_of(value.get("/Subtype")) == b"/Form"
    )


def _drop(holder: pikepdf.Object, keys: Iterable[str]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]

"""The flat file: answers are part of the page, no field is left.

What the form's own boxes show (borders, values nobody asked to change, signatures) is drawn on the
page first, then our answers. A tagged form stays tagged (``tags.py``): our answers then are content
of the elements that their boxes had (``marks.py``), and the rest of what is drawn an artifact.

It is a new document, to which the pages are copied with what they use, and little else: nothing
that a page does not show comes along, and the rest of a large form need not even be parsed.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import pikepdf

from desktop_app.untrusted.model import Page
from desktop_app.untrusted.operations import cleaning
from desktop_app.untrusted.operations.content import close, unbalanced
from desktop_app.untrusted.operations.geometry import box_of
from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.looks import Looks, Matrix, Part
from desktop_app.untrusted.operations.marks import Marks
from desktop_app.untrusted.operations.names import bytes_of
from desktop_app.untrusted.operations.orders import Answered, Drawn
from desktop_app.untrusted.operations.tags import Tags, is_tagged

CATALOG = (
    "/Lang",
    "/OCProperties",  # without it, hidden layers would show
    "/OutputIntents",
    "/Outlines",
    "/PageLabels",
    "/PageLayout",
    "/PageMode",
    "/ViewerPreferences",
)
CARRIED = "/PapierLibreCatalog"  # where they travel: in the last page, copied after all the others
TAGS = ("/MarkInfo", "/StructTreeRoot")
LEFT = ("/Thumb", *cleaning.PAGE)
UNTAGGED = ("/StructParents", "/Tabs")
PLACED = "q %.4f %.4f %.4f %.4f %.4f %.4f cm %s Do Q\n"
AS_SEEN: Matrix = (1, 0, 0, 1, 0, 0)


class FlatFile:
    """A new document in three steps: what the pages show, the pages themselves, our drawing.

    Only the last one needs our drawing: the others are taken while it is made.
    """

    def __init__(self, reading: Reading, answers: Sequence[Answered]) -> None:
        self._seen, self._read = reading.pages, reading.pdf
        looks = Looks(reading, answers)
        self._parts = [looks.of_page(number) for number in range(1, len(reading.pages) + 1)]
        self._links = [_links(others) for others in reading.others]
        self._tags: Tags | None = None
        self.marks: Marks | None = None
        if is_tagged(reading.pdf):
            self._tags = Tags(reading, answers, list(chain(*self._links)))

    def prepare(self) -> None:
        """Copy the pages to the new document, with what they show of their own boxes."""
        tags = self._tags
        _leave_only(self._read, self._links)
        self._pdf = _copied_pages(self._read, tagged=tags is not None)
        self._parts = [
            [replace(one, look=self._pdf.copy_foreign(one.look)) for one in page]
            for page in self._parts
        ]
        self._unbalanced = [unbalanced(page.obj) for page in self._pdf.pages]
        if tags is not None:
            self.marks = Marks(self._pdf, tags.elements, tags.about)
            self._mark_old_answers(self.marks)

    def finish(self, drawing: pikepdf.Pdf, drawn: Drawn) -> pikepdf.Pdf:
        """Put our drawing on the pages it covers, in order."""
        if self._tags is not None:
            self._tags.ours = drawn.ours
        pages = dict(zip(drawn.overlays, drawing.pages, strict=False))
        marked = dict(zip(drawn.overlays, drawn.marks, strict=False))
        for index, page in enumerate(self._pdf.pages):
            parts = self._parts[index]
            if overlay := pages.get(index + 1):
                form = self._pdf.make_indirect(
                    _overlay(self._pdf, overlay, self._seen[index].page())
                )
                parts.append(Part(form, AS_SEEN, marked=True))
                if self.marks is not None:
                    self.marks.answers(page.obj, form, marked.get(index + 1, []))
            if parts:
                tagged = self.marks is not None
                _paint(self._pdf, page, parts, self._unbalanced[index], tagged=tagged)
        return self._pdf

    def _mark_old_answers(self, marks: Marks) -> None:
        """Tie the words that boxes already show to their elements, each look once."""
        seen: set[tuple[int, int]] = set()
        for page, parts in zip(self._pdf.pages, self._parts, strict=True):
            for index, part in enumerate(parts):
                if part.place is None or part.look.objgen in seen:
                    continue
                seen.add(part.look.objgen)
                part.look.write(b"/Form <</MCID 0>> BDC\n" + part.look.read_bytes() + b"\nEMC")
                parts[index] = replace(part, marked=True)
                marks.answers(page.obj, part.look, [part.place])


def _links(others: Sequence[pikepdf.Object]) -> list[pikepdf.Object]:
    """The web links of a page, with nothing left but their place, their address and their words.

    They are changed in place: the tags know them, and a new object would have qpdf parse them all.
    """
    found = [(one, link) for one in others if (link := _link(one)) is not None]
    for one, link in found:
        for key in set(one.keys()) - set(link.keys()):
            del one[key]
        for key in link.keys():  # noqa: SIM118 (an object of qpdf, not a mapping)
            one[key] = link[key]
    return [one for one, _ in found]


def _leave_only(pdf: pikepdf.Pdf, links: Sequence[Sequence[pikepdf.Object]]) -> None:
    """Leave nothing on the pages but their links."""
    for page, found in zip(pdf.pages, links, strict=True):
        if found:
            page.obj["/Annots"] = pikepdf.Array(found)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]


def _copied_pages(pdf: pikepdf.Pdf, *, tagged: bool) -> pikepdf.Pdf:
    """The pages in a new document, without what lies on them, and the catalog's harmless part."""
    for page in pdf.pages:
        for key in LEFT if tagged else (*LEFT, *UNTAGGED):
            if key in page.obj:
                del page.obj[key]
    last = pdf.pages[-1].obj
    keys = (*CATALOG, *TAGS) if tagged else CATALOG
    last[CARRIED] = pikepdf.Dictionary({key: pdf.Root[key] for key in keys if key in pdf.Root})
    filled = pikepdf.new()
    filled.pages.extend(pdf.pages)
    carried = filled.pages[-1].obj[CARRIED]
    for key in carried.keys():  # noqa: SIM118 (an object of qpdf, not a mapping)
        filled.Root[key] = carried[key]
    del filled.pages[-1].obj[CARRIED]
    return filled


def _overlay(filled: pikepdf.Pdf, drawn: pikepdf.Page, page: Page) -> pikepdf.Object:
    """Our drawing of a page as seen, as a form XObject in the page's own space.

    Its one stream is taken as it is: pikepdf's own conversion would unpack and pack it again.
    """
    content = drawn.obj["/Contents"]
    form = filled.make_stream(content.read_raw_bytes())
    if "/Filter" in content:
        form["/Filter"] = pikepdf.Name.FlateDecode  # the only one that our drawings have
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array(list(drawn.mediabox))
    fonts = drawn.obj["/Resources"].get("/Font")
    form["/Resources"] = pikepdf.Dictionary()
    if fonts is not None:
        form["/Resources"]["/Font"] = filled.copy_foreign(fonts)
    form["/Matrix"] = pikepdf.Array([_rounded(value) for value in page.to_user])
    return form


def _link(annotation: pikepdf.Object) -> pikepdf.Object | None:
    """A web link written anew, with nothing but its place, its address and its words."""
    if bytes_of(annotation.get("/Subtype")) != b"/Link" or "/A" not in annotation:
        return None
    action = annotation["/A"]
    address = action.get("/URI") if isinstance(action, pikepdf.Dictionary) else None
    place = box_of(annotation.get("/Rect"))
    if (
        not isinstance(address, pikepdf.String)
        or bytes_of(action.get("/S")) != b"/URI"
        or not bytes(address).startswith(b"https://")
        or place is None
    ):
        return None
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array([_rounded(value) for value in place]),
        Border=pikepdf.Array([0, 0, 0]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(bytes(address))),
        **_said_of(annotation),
    )


def _said_of(link: pikepdf.Object) -> dict[str, Any]:
    """What a screen reader needs of a link: its words, and its place in the tags."""
    words, tied = link.get("/Contents"), link.get("/StructParent")
    found: dict[str, Any] = {}
    if isinstance(words, pikepdf.String):
        found["Contents"] = pikepdf.String(bytes(words))
    if isinstance(tied, int):
        found["StructParent"] = tied
    return found


def _paint(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    parts: list[Part],
    left: tuple[int, int],
    *,
    tagged: bool,
) -> None:
    """Add drawings after the page's own content, whatever state that content leaves behind."""
    resources = page.obj.get("/Resources") or _inherited_resources(page.obj)
    resources = pikepdf.Dictionary(dict(resources.items())) if resources else pikepdf.Dictionary()
    objects = resources.get("/XObject")
    named = dict(objects.items()) if isinstance(objects, pikepdf.Dictionary) else {}
    commands = []
    for index, part in enumerate(parts):
        look = part.look
        if bytes_of(look.get("/Subtype")) != b"/Form":
            look["/Type"], look["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        name = f"/PapierLibre{index}"
        named[name] = look if look.is_indirect else pdf.make_indirect(look)
        command = PLACED % (*part.matrix, name)
        commands.append(f"/Artifact BMC\n{command}EMC\n" if tagged and not part.marked else command)
    resources["/XObject"] = pikepdf.Dictionary(named)
    page.obj["/Resources"] = resources
    close(pdf, page, left, then="".join(commands).encode())


def _inherited_resources(page: pikepdf.Object) -> pikepdf.Object | None:
    node: object = page
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if isinstance(node.get("/Resources"), pikepdf.Dictionary):
            return node["/Resources"]
        node = node.get("/Parent")
    return None


def _rounded(value: float) -> float:
    return round(value, 4)

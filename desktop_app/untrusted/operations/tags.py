"""The tags of a form whose boxes go away: its structure tree, made ready to follow its pages.

What was said of a box stays with its element: that it is a form's, its tooltip, whether it is
ticked (the PrintField attributes of ISO 32000, 14.8.5.6, made for forms that are no longer
interactive). Nothing in the tree may lead back to a box: it would come along, old value included
(``cleaning.py`` looks again, in what is written).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from desktop_app.untrusted.model import Field, FieldType
from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.names import bytes_of
from desktop_app.untrusted.operations.orders import Answered, OurBox
from desktop_app.untrusted.operations.tree import RawField

MOST = 200_000  # elements; and entries of the tree that leads to them
DEPTH = 32
ROOT = ("/Type", "/K", "/RoleMap", "/ClassMap", "/Namespaces", "/ParentTree", "/IDTree")
ROLES: dict[FieldType, bytes] = {
    "text": b"/tv",
    "choice": b"/tv",
    "tick": b"/cb",
    "one_of": b"/rb",
}
CROSS = "X"  # what a ticked box says, where its attributes are not understood

Place = tuple[int, int]
"""A field and one of its widgets, by their indexes."""
Objgen = tuple[int, int]


class Tags:
    """The structure tree of the document that was read, changed in place.

    Args:
        links: what stays on the pages.
    """

    def __init__(
        self,
        reading: Reading,
        answers: Sequence[Answered],
        links: Sequence[pikepdf.Object],
    ) -> None:
        self.elements: dict[Place, pikepdf.Object] = {}
        self.ours: Sequence[OurBox] = ()
        self._reading = reading
        self._answers = {one.field: one for one in answers}
        self._links = {link.objgen for link in links}
        self._boxes: dict[Objgen, Place] = {
            widget.object.objgen: (index, place)
            for index, raw in enumerate(reading.raw)
            for place, widget in enumerate(raw.widgets)
            if widget.object.is_indirect
        }
        self._shown: set[Objgen] | None = None
        self._seen: set[Objgen] = set()
        self._keys = {int(link["/StructParent"]) for link in links if _is_tied(link)}
        root = reading.pdf.Root["/StructTreeRoot"]
        self._has_names = "/IDTree" in root
        self._ids: list[tuple[bytes, pikepdf.Object]] = []
        self._walk(root)
        self._lead_back(root)

    def about(self, field: int, place: int) -> pikepdf.Object | None:
        """The attributes that say what a box was; None for what nobody answers."""
        ours = field - len(self._reading.fields)
        if 0 <= ours < len(self.ours):
            return attributes_of_ours(self.ours[ours])
        return attributes_of(self._reading, self._answers.get(field), field, place)

    def _walk(self, root: pikepdf.Object) -> None:
        waiting = [root]
        while waiting:
            holder = waiting.pop()
            kids = holder.get("/K")  # nearly all have some
            if isinstance(kids, pikepdf.Array):
                items = list(kids)
            elif isinstance(kids, pikepdf.Dictionary):
                items = [kids]
            else:
                continue  # marked content of the page, by its number
            kept = [one for one in items if self._stays(one, holder, waiting)]
            if not kept:
                del holder["/K"]
            elif len(kept) < len(items):
                holder["/K"] = pikepdf.Array(kept)

    def _stays(self, one: object, holder: pikepdf.Object, waiting: list[pikepdf.Object]) -> bool:
        """Whether a kid stays; an element is to be walked then."""
        if not isinstance(one, pikepdf.Dictionary):
            return isinstance(one, int)
        if "/S" in one:
            if one.objgen in self._seen or len(self._seen) >= MOST or not one.is_indirect:
                return False
            self._seen.add(one.objgen)
            if self._has_names and "/ID" in one and isinstance(one["/ID"], pikepdf.String):
                self._ids.append((bytes(one["/ID"]), one))
            waiting.append(one)
            return True
        if "/Obj" in one:
            return self._object_stays(one, holder)
        return "/MCID" in one and ("/Stm" not in one or self._is_shown(one["/Stm"]))

    def _object_stays(self, reference: pikepdf.Object, holder: pikepdf.Object) -> bool:
        target = reference["/Obj"]
        if not isinstance(target, pikepdf.Dictionary | pikepdf.Stream):
            return False
        if (box := self._boxes.get(target.objgen)) is not None:
            if "/S" in holder:
                self._describe(holder, *box)
            return False
        return target.objgen in self._links or self._is_shown(target)

    def _describe(self, element: pikepdf.Object, field: int, place: int) -> None:
        """Say in an element's attributes what its box was; words in its place no longer hold."""
        about = self.about(field, place)
        if about is None:
            return
        self.elements[field, place] = element
        if bytes_of(element["/S"]) == b"/Form":
            if "/Alt" in element:
                if "/Desc" not in about and isinstance(element["/Alt"], pikepdf.String):
                    about["/Desc"] = element["/Alt"]
                del element["/Alt"]
            if "/ActualText" in element:
                del element["/ActualText"]
            if is_ticked(about):
                element["/ActualText"] = pikepdf.String(CROSS)
        if "/A" in element:
            old = element["/A"]
            listed = list(old) if isinstance(old, pikepdf.Array) else [old]
            about = pikepdf.Array([*listed, about])
        element["/A"] = about

    def _is_shown(self, stream: object) -> bool:
        """Whether a stream is one that a page draws, and not the look of a box."""
        if not isinstance(stream, pikepdf.Stream):
            return False
        if self._shown is None:
            self._shown = set(_drawn_by_pages(self._reading.pdf))
        if stream.objgen not in self._shown:
            return False
        tied: list[Any] = [stream.get(key) for key in ("/StructParent", "/StructParents")]
        self._keys.update(number for number in tied if isinstance(number, int))
        return True

    def _lead_back(self, root: pikepdf.Object) -> None:
        """Keep only what leads from the pages to their elements, and from names to them."""
        pdf = self._reading.pdf
        keys = self._keys | {
            key for page in pdf.pages if isinstance(key := page.obj.get("/StructParents"), int)
        }
        kept = {
            number: self._known(value)
            for number, value in _entries(root.get("/ParentTree"))
            if number in keys
        }
        for other in set(root.keys()) - set(ROOT):
            del root[other]
        # Written in its place: of a new object, qpdf would parse the whole document first.
        root["/ParentTree"] = pikepdf.Dictionary(
            Nums=pikepdf.Array([one for number in sorted(kept) for one in (number, kept[number])])
        )
        root["/ParentTreeNextKey"] = max(kept, default=-1) + 1
        if self._has_names:
            named = dict(self._ids)
            parts = [p for name in sorted(named) for p in (pikepdf.String(name), named[name])]
            root["/IDTree"] = pikepdf.Dictionary(Names=pikepdf.Array(parts))

    def _known(self, value: Any) -> pikepdf.Object | None:
        """The element, or the elements by their marked content; none of those that are gone."""
        if isinstance(value, pikepdf.Array):
            return pikepdf.Array([self._known(one) for one in list(value)])
        is_known = isinstance(value, pikepdf.Dictionary) and value.objgen in self._seen
        return value if is_known else None


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a document has a structure tree."""
    return isinstance(pdf.Root.get("/StructTreeRoot"), pikepdf.Dictionary)


def is_ticked(about: pikepdf.Object) -> bool:
    """Whether attributes say that a box is ticked."""
    return "/checked" in about and bytes_of(about["/checked"]) == b"/on"


def attributes_of(
    reading: Reading, answered: Answered | None, field: int, place: int
) -> pikepdf.Object | None:
    """The attributes of a box that is on paper now."""
    one: Field = reading.fields[field]
    if one.type not in ROLES:
        return None
    role = ROLES[one.type]
    if one.type in ("tick", "one_of"):
        on = place in answered.on if answered is not None else one.widgets[place].checked
        role += b"/checked/on" if on else b"/checked/off"
    raw: RawField = reading.raw[field]
    said = raw.get("/TU", raw.widgets[place].object)
    if isinstance(said, pikepdf.String) and bytes(said):
        role += b"/Desc" + said.unparse(resolved=True)
    return pikepdf.Object.parse(b"<</O/PrintField/Role" + role + b">>")


def attributes_of_ours(box: OurBox) -> pikepdf.Object:
    """The attributes of a box that only our map, or our eye, sees on the paper."""
    role = ROLES["tick"] + b"/checked/on" if box.tick else ROLES["text"]  # drawn, then ticked
    about = pikepdf.Object.parse(b"<</O/PrintField/Role" + role + b">>")
    if box.label:
        about["/Desc"] = pikepdf.String(box.label)
    return about


def _is_tied(link: pikepdf.Object) -> bool:
    return isinstance(link.get("/StructParent"), int)


def _entries(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree; what is no tree has none."""
    waiting, seen, left = [(tree, 0)], set(), MOST
    while waiting and left > 0:
        node, depth = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or depth > DEPTH:
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        numbers, kids = node.get("/Nums"), node.get("/Kids")
        if isinstance(numbers, pikepdf.Array):
            items: list[Any] = list(numbers)
            left -= len(items)
            pairs = zip(items[::2], items[1::2], strict=False)
            yield from ((key, value) for key, value in pairs if isinstance(key, int))
        if isinstance(kids, pikepdf.Array):
            waiting += [(kid, depth + 1) for kid in list(kids)]


def _drawn_by_pages(pdf: pikepdf.Pdf) -> Iterator[Objgen]:
    """The XObjects that the pages' resources name, and those that these name in turn."""
    waiting = [page.obj.get("/Resources") for page in pdf.pages]
    seen: set[Objgen] = set()
    while waiting:
        resources = waiting.pop()
        named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        if not isinstance(named, pikepdf.Dictionary):
            continue
        for key in list(named.keys()):
            one = named[key]
            if isinstance(one, pikepdf.Stream) and one.objgen not in seen:
                seen.add(one.objgen)
                yield one.objgen
                waiting.append(one.get("/Resources"))

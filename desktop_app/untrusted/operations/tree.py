"""Finds every field and every widget of a PDF, however badly they are tied together.

Real forms have fields that /Fields does not list, widgets that no field reaches, /Kids without
names, names in parts, annotations written directly in a page, loops. What counts for a person is
what stands on the page: the pages' widgets are the reference, the tree gives them names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from desktop_app.core.rect import Rect
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfTooHeavy
from desktop_app.untrusted.operations.geometry import box_of, number
from desktop_app.untrusted.operations.names import text_of

PRINTED, INVISIBLE = 1 << 2, (1 << 1) | (1 << 5)  # flags of an annotation
UNKNOWN_TO_READERS = 1 << 0  # "do not show what you do not know": PDFium then hides a box too

DEPTH = 32
Key = tuple[int, ...]


@dataclass(slots=True)
class RawWidget:
    """A widget annotation; ``page`` from 1 and ``place`` (order on the page), 0 when on none.

    Attributes:
        box: where it is, in the PDF's own space; None when that is not said.
        is_hidden: the form shows it to nobody.
    """

    object: pikepdf.Object
    page: int = 0
    place: int = 0
    box: Rect | None = field(init=False)
    is_hidden: bool = field(init=False)

    def __post_init__(self) -> None:
        self.box = box_of(self.object.get("/Rect"))
        self.is_hidden = bool(int(number(self.object.get("/F"))) & INVISIBLE)


@dataclass(slots=True)
class RawField:
    """A field: the dictionary that holds its value, its parents' (nearest first), its widgets.

    ``reached`` is False when /Fields does not lead to it.
    """

    owner: pikepdf.Object
    parents: tuple[pikepdf.Object, ...]
    name: str
    widgets: list[RawWidget] = field(default_factory=list)
    reached: bool = True

    def get(self, key: str, widget: pikepdf.Object | None = None) -> pikepdf.Object | None:
        """An attribute, looked up in the widget, the field, then its parents."""
        # ``get`` of what is not there is ten times slower than asking first.
        if widget is not None and widget is not self.owner and key in widget:
            return widget[key]
        if key in self.owner:
            return self.owner[key]
        return next((parent[key] for parent in self.parents if key in parent), None)


def read_tree(pdf: pikepdf.Pdf) -> tuple[list[RawField], list[list[pikepdf.Object]]]:
    """Return what the pages hold.

    Returns:
        Every field with its widgets, in the order in which they stand on the pages; and, for each
        page, its annotations that are no widgets.
    """
    reading = _Reading(pdf)
    reading.walk_fields()
    reading.adopt_the_rest()
    fields = [found for found in reading.fields.values() if found.widgets]
    for found in fields:
        found.widgets.sort(key=_where)
    fields.sort(key=lambda found: _where(found.widgets[0]))
    if len(fields) > ceilings.FIELDS:
        raise PdfTooHeavy
    _distinguish(fields)
    return fields, reading.others


def annotations(page: pikepdf.Object) -> list[pikepdf.Object]:
    """The annotations of a page that are dictionaries."""
    found = _plain_get(page, "/Annots")
    items = list(found) if isinstance(found, pikepdf.Array) else []
    return [item for item in items if isinstance(item, pikepdf.Dictionary)]


class _Reading:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.fields: dict[Key, RawField] = {}
        self.others: list[list[pikepdf.Object]] = []
        self._pdf = pdf
        self._in_tree = True
        self._seen: set[Key] = set()
        self._places: dict[Key, RawWidget] = {}
        self._direct: list[RawWidget] = []
        for count, page in enumerate(pdf.pages, 1):
            others = []
            for place, annotation in enumerate(annotations(page.obj), 1):
                if annotation.get("/Subtype") == "/Widget":
                    self._place(RawWidget(annotation, count, place))
                else:
                    others.append(annotation)
            self.others.append(others)

    def _place(self, widget: RawWidget) -> None:
        if len(self._places) + len(self._direct) >= ceilings.WIDGETS:
            raise PdfTooHeavy
        if widget.object.is_indirect:
            self._places.setdefault(widget.object.objgen, widget)
        else:
            self._direct.append(widget)

    def walk_fields(self) -> None:
        """From /AcroForm down."""
        form = _plain_get(self._pdf.Root, "/AcroForm")
        roots = _plain_get(form, "/Fields") if isinstance(form, pikepdf.Dictionary) else None
        for root in roots if isinstance(roots, pikepdf.Array) else ():
            if isinstance(root, pikepdf.Dictionary):
                self._walk(root, ())

    def _walk(self, node: pikepdf.Object, above: tuple[pikepdf.Object, ...]) -> None:
        if len(above) > DEPTH or not self._first_time(node):
            return
        kids = _dictionaries(node)
        pieces = []  # of this very field: widgets, in groups or not
        for kid in kids:
            if "/T" in kid or _has_a_name_below(kid):
                self._walk(kid, (node, *above))
            else:
                pieces.append(kid)
        if pieces or not kids:
            self._field(node, above, list(self._leaves(node, pieces)))

    def _leaves(
        self, node: pikepdf.Object, pieces: Sequence[pikepdf.Object], depth: int = 0
    ) -> Iterator[RawWidget]:
        """The widgets of a field; nameless groups between them and the field do not count."""
        if not pieces:
            yield self._places.get(_key(node)) or RawWidget(node)
        for kid in pieces:
            if not self._first_time(kid):
                continue
            inner = _dictionaries(kid)
            if inner and depth < DEPTH:
                yield from self._leaves(kid, inner, depth + 1)
            else:
                yield self._places.get(_key(kid)) or RawWidget(kid)

    def adopt_the_rest(self) -> None:
        """Widgets of the pages that the tree did not reach: by their /Parent, or by themselves."""
        self._in_tree = False
        for widget in (*self._places.values(), *self._direct):
            if widget.object.is_indirect and not self._first_time(widget.object):
                continue
            chain = list(_parents(widget.object))
            owner = next((one for one in chain if "/T" in one), None)
            if owner is None:
                self._field(widget.object, (), [widget], f"{widget.page}/{widget.place}")
            else:
                above = tuple(chain[chain.index(owner) + 1 :])
                self._field(owner, above, [widget])

    def _field(
        self,
        owner: pikepdf.Object,
        above: tuple[pikepdf.Object, ...],
        widgets: list[RawWidget],
        name: str = "",
    ) -> None:
        widgets = [one for one in widgets if "/Rect" in one.object]
        key = _key(owner) if owner.is_indirect else (-1, len(self.fields))
        if key in self.fields:
            self.fields[key].widgets += widgets
            return
        if len(widgets) == 1 and owner.is_indirect and widgets[0].object.objgen == key:
            owner = widgets[0].object  # a lone widget is its field: looked up once
        parts = [text_of(_plain_get(one, "/T"), 500) for one in (*reversed(above), owner)]
        name = name or ".".join(part for part in parts if part)
        if not name and widgets:
            name = f"{widgets[0].page}/{widgets[0].place}"
        name = name[: ceilings.NAME_LENGTH - 10]
        self.fields[key] = RawField(owner, above, name, widgets, self._in_tree)

    def _first_time(self, node: pikepdf.Object) -> bool:
        if not node.is_indirect:
            return True
        if node.objgen in self._seen:
            return False
        self._seen.add(node.objgen)
        return True


def _plain_get(holder: pikepdf.Object, key: str) -> pikepdf.Object | None:
    try:
        return holder[key] if key in holder else None  # noqa: SIM401 (slower, see above)
    except (ValueError, AttributeError, TypeError):  # not a dictionary
        return None


def _dictionaries(node: pikepdf.Object) -> list[pikepdf.Object]:
    """The kids that are dictionaries."""
    kids = _plain_get(node, "/Kids")
    found = list(kids) if isinstance(kids, pikepdf.Array) else []
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary)]


def _has_a_name_below(node: pikepdf.Object) -> bool:
    """Whether a nameless group holds fields of their own, and not pieces of the field above."""
    waiting, seen = [node], set[Key]()
    while waiting and len(seen) <= ceilings.WIDGETS:
        for kid in _dictionaries(waiting.pop()):
            if "/T" in kid:
                return True
            if not (kid.is_indirect and kid.objgen in seen):  # what is direct cannot loop
                seen.add(kid.objgen)
                waiting.append(kid)
    return False


def _parents(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The node, then its parents, nearest first; a loop ends."""
    current: pikepdf.Object | None = node
    for _ in range(DEPTH):
        if not isinstance(current, pikepdf.Dictionary):
            return
        yield current
        current = _plain_get(current, "/Parent")


def _key(node: pikepdf.Object) -> Key:
    return tuple(node.objgen) if node.is_indirect else (-2, id(node))


def _where(widget: RawWidget) -> tuple[int, int]:
    return (widget.page or ceilings.PAGES + 1, widget.place)


def _distinguish(fields: list[RawField]) -> None:
    """Give a second field of the same name ``#2``, and so on."""
    seen: dict[str, int] = {}
    for one in fields:
        count = seen[one.name] = seen.get(one.name, 0) + 1
        if count > 1:
            one.name = f"{one.name}#{count}"

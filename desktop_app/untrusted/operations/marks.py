"""Ties what we draw to the structure tree of a tagged form, answer by answer.

Our drawing marks each answer of a page with its place in the list of that page; here each of these
marks becomes content of an element: the one that its box had, or a new one at the end.
"""

from collections.abc import Callable, Mapping, Sequence

import pikepdf

from desktop_app.untrusted.operations.names import bytes_of
from desktop_app.untrusted.operations.tags import CROSS, Place, is_ticked

GROUPS = frozenset((b"/Document", b"/Part", b"/Art", b"/Sect", b"/Div"))
About = Callable[[int, int], pikepdf.Object | None]


class Marks:
    """The structure tree of a document being written.

    Args:
        elements: those of boxes that are gone, in the document that was read.
        about: the attributes of a box that never had an element.
    """

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        elements: Mapping[Place, pikepdf.Object] | None = None,
        about: About = lambda *_: None,
    ) -> None:
        self._pdf = pdf
        self._elements = elements or {}
        self._about = about
        self._root = pdf.Root["/StructTreeRoot"]
        self._tree = pikepdf.NumberTree(self._root["/ParentTree"])
        self._next = max(
            (int(key) for key in self._tree.keys()),  # noqa: SIM118 (a tree of qpdf, not a mapping)
            default=-1,
        )
        self._added: list[pikepdf.Object] = []

    def answers(
        self, page: pikepdf.Object, drawing: pikepdf.Object, places: Sequence[Place]
    ) -> None:
        """Tie the marks of a form XObject that a page draws, in their order."""
        tied = []
        for number, place in enumerate(places):
            element = self._element_of(place)
            kid = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, Stm=drawing, MCID=number)
            _add_kid(element, kid)
            tied.append(element)
        drawing["/StructParents"] = self._entry(tied)

    def paragraphs(self, page: pikepdf.Object, count: int) -> None:
        """Tie the marks of a page of ours: as many paragraphs, one after the other."""
        tied = []
        for number in range(count):
            element = self._new("/P")
            element["/Pg"], element["/K"] = page, number
            tied.append(element)
        page["/StructParents"] = self._entry(tied)

    def box(self, page: pikepdf.Object, widget: pikepdf.Object) -> None:
        """Give a box that stays an element of its own."""
        element = self._new("/Form")
        element["/K"] = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=widget, Pg=page)
        self._next += 1
        self._tree[self._next] = element
        widget["/StructParent"] = self._next

    def close(self) -> None:
        """List the new elements after all the others."""
        if self._added:
            end = self._end()
            for element in self._added:
                element["/P"] = end
            kids = end["/K"] if "/K" in end else None  # noqa: SIM401 (slower)
            old = list(kids) if isinstance(kids, pikepdf.Array) else [kids] * (kids is not None)
            end["/K"] = pikepdf.Array([*old, *self._added])
        self._root["/ParentTreeNextKey"] = self._next + 1

    def _end(self) -> pikepdf.Object:
        """The element that holds the whole document, or the root."""
        kids = self._root.get("/K")
        listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        lone = listed[0] if len(listed) == 1 else None
        if isinstance(lone, pikepdf.Dictionary) and bytes_of(lone.get("/S")) in GROUPS:
            return lone
        return self._root

    def _element_of(self, place: Place) -> pikepdf.Object:
        known = self._elements.get(place)
        if known is not None:
            return self._pdf.copy_foreign(known)
        made = self._new("/Form")
        if (about := self._about(*place)) is not None:
            made["/A"] = about
            if is_ticked(about):
                made["/ActualText"] = pikepdf.String(CROSS)
        return made

    def _new(self, kind: str) -> pikepdf.Object:
        made = self._pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(kind))
        )
        self._added.append(made)
        return made

    def _entry(self, tied: Sequence[pikepdf.Object]) -> int:
        self._next += 1
        self._tree[self._next] = pikepdf.Array(tied)
        return self._next


def _add_kid(element: pikepdf.Object, kid: pikepdf.Object) -> None:
    if "/K" not in element:
        element["/K"] = kid
    elif isinstance(kids := element["/K"], pikepdf.Array):
        kids.append(kid)
    else:
        element["/K"] = pikepdf.Array([kids, kid])

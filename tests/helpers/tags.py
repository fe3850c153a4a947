"""Walks the structure tree of a PDF, and says what in it leads nowhere."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

MARK = re.compile(rb"/MCID\s+(\d+)")


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element from the root down, in the order of reading."""
    waiting = list(reversed(kids(pdf.Root["/StructTreeRoot"])))
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            waiting += reversed(kids(one))


def kids(element: pikepdf.Object) -> list[Any]:
    found = element.get("/K")
    return list(found) if isinstance(found, pikepdf.Array) else [found] * (found is not None)


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """What is wrong in the tree: kids without their page or object, marks without their element."""
    pages = {page.obj.objgen for page in pdf.pages}
    tree = pikepdf.NumberTree(pdf.Root["/StructTreeRoot"]["/ParentTree"])
    parents = dict(tree.items())
    told: list[str] = []
    annotations = {
        one.objgen for page in pdf.pages for one in page.obj.get("/Annots", pikepdf.Array())
    }
    for element in elements(pdf):
        if not isinstance(element.get("/P"), pikepdf.Dictionary):
            told.append("an element without its parent")
        for kid in kids(element):
            if isinstance(kid, int):
                told += _marked(kid, element.get("/Pg"), element, parents, pages)
            elif "/Obj" in kid:
                target = kid["/Obj"]
                if target.objgen not in annotations:
                    told.append("an object that is on no page")
                elif parents[int(target["/StructParent"])].objgen != element.objgen:
                    told.append("an object whose parent is another element")
            elif "/MCID" in kid:
                holder = kid.get("/Stm", kid.get("/Pg", element.get("/Pg")))
                told += _marked(int(kid["/MCID"]), holder, element, parents, pages)
            elif "/S" not in kid:
                told.append("a kid that is nothing")
    used = {
        int(holder[key])
        for holder in pdf.objects
        if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream)
        for key in ("/StructParent", "/StructParents")
        if key in holder
    }
    if parents.keys() - used:
        told.append("entries of no page")
    return told


def _marked(
    number: int,
    holder: Any,
    element: pikepdf.Object,
    parents: dict[int, Any],
    pages: set[tuple[int, int]],
) -> Iterator[str]:
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        yield "a mark without its page"
    elif isinstance(holder, pikepdf.Dictionary) and holder.objgen not in pages:
        yield "a mark on a page that is not there"
    elif "/StructParents" not in holder:
        yield "a mark of a page without parents"
    elif parents[int(holder["/StructParents"])][number].objgen != element.objgen:
        yield "a mark whose parent is another element"
    elif isinstance(holder, pikepdf.Stream) and str(number).encode() not in MARK.findall(
        holder.read_bytes()
    ):
        yield "a mark that is not drawn"

"""Finds, and removes, what a PDF could do by itself.

An on-state may be *named* like an action ("/A" is one in 473 boxes of French forms): appearance
dictionaries are told apart by what they hold, which is streams.
"""

from collections.abc import Iterator

import pikepdf

from desktop_app.untrusted.operations.names import bytes_of

# Every action but a place in this document; a link may stay when it says a web address.
ACTIONS = frozenset(
    b"/GoToR /GoToE /Launch /Thread /URI /Sound /Movie /Hide /Named /SubmitForm /ResetForm "
    b"/ImportData /JavaScript /SetOCGState /Rendition /Trans /GoTo3DView "
    b"/RichMediaExecute".split()
)
CATALOG_KEYS = {
    "/OpenAction": "OpenAction",
    "/AA": "AA",
    "/Collection": "EmbeddedFiles",
    "/AF": "EmbeddedFiles",
    "/Perms": "Perms",
}
NAME_TREES = {"/JavaScript": "JavaScript", "/EmbeddedFiles": "EmbeddedFiles"}
ACTIVE_ANNOTATIONS = {
    b"/RichMedia": "RichMedia",
    b"/Screen": "RichMedia",
    b"/Movie": "RichMedia",
    b"/Sound": "RichMedia",
    b"/3D": "RichMedia",
    b"/FileAttachment": "EmbeddedFiles",
}


def found_in(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Name each kind of active content that the document holds, sorted."""
    names = {name for key, name in CATALOG_KEYS.items() if key in pdf.Root}
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        names.add("XFA")
    trees = pdf.Root.get("/Names")
    if isinstance(trees, pikepdf.Dictionary):
        names |= {name for key, name in NAME_TREES.items() if key in trees}
    for holder in dictionaries(pdf):
        names |= set(_names(holder))
    return tuple(sorted(names))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the document, those inside others included; a stream's own too."""
    for top in pdf.objects:
        stack = [(top, 0)]
        while stack:
            node, depth = stack.pop()
            if isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
                yield node
                children = [node[key] for key in node.keys()]  # noqa: SIM118 (get refuses odd bytes)
            elif isinstance(node, pikepdf.Array):
                children = list(node)
            else:
                continue
            if depth < 200:
                stack += [
                    (child, depth + 1)
                    for child in children
                    if isinstance(child, pikepdf.Object) and not child.is_indirect
                ]


def is_action(value: object) -> bool:
    """Whether a value is an action that may not stay."""
    if not isinstance(value, pikepdf.Dictionary):
        return False
    kind = bytes_of(value.get("/S"))
    if kind == b"/URI":
        address = value.get("/URI")
        return not (isinstance(address, pikepdf.String) and bytes(address).startswith(b"https://"))
    return kind in ACTIONS


def _names(holder: pikepdf.Object) -> Iterator[str]:
    if is_action(holder):
        yield bytes(holder["/S"])[1:].decode()
    if name := ACTIVE_ANNOTATIONS.get(bytes_of(holder.get("/Subtype"))):
        yield name
    if isinstance(holder.get("/AA"), pikepdf.Dictionary):
        yield "AA"
    if isinstance(holder.get("/EF"), pikepdf.Dictionary):
        yield "EmbeddedFiles"

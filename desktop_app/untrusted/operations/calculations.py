"""Which boxes a form would have calculated by itself, and the plain sums among them.

Nothing of a form is ever run: its copy calculates no more. What is found here is told by name, and
a plain sum is worked out by the program; one may write in such boxes, even if kept for the form.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.parsers import expat

import pikepdf

from desktop_app.untrusted.operations.names import text_of
from desktop_app.untrusted.operations.tree import RawField

LONGEST_SCRIPT = 20_000
LARGEST_TEMPLATE = 8 << 20  # bytes of XML; the largest seen has 1
MOST_TERMS = 500
SUM = re.compile(r'AFSimple_Calculate\(\s*"SUM",\s*(?:new Array\s*\(|\[)([^()\[\]]*)[)\]]\s*\);?')
QUOTED = re.compile(r'"([^"\\]*)"')
XFA_SUM = re.compile(r"this\.rawValue=((?:this\.\w+\.rawValue\+)+this\.\w+\.rawValue);?")
XFA_TERM = re.compile(r"this\.(\w+)\.rawValue")
FORMCALC_SUM = re.compile(r"sum\((\w+(?:,\w+)+)\)", re.IGNORECASE)

Sums = dict[int, tuple[str, ...]]
"""Indexes of the calculated fields, each with the names it adds up, if it is a plain sum."""


def calculations(fields: Sequence[RawField], form: pikepdf.Object | None) -> Sums:
    """Return the calculated fields of a form."""
    names = {one.name: index for index, one in enumerate(fields)}
    found: Sums = {}
    for index, one in enumerate(fields):
        script = _script(one)
        if script is not None:
            found[index] = _known(_terms(script), names)
    xfa = form.get("/XFA") if form is not None else None
    for name, script in _of_template(_template(xfa)) if xfa is not None else ():
        if name in names:
            parent = name.rpartition(".")[0]
            terms = [f"{parent}.{term}[0]" if parent else f"{term}[0]" for term in _xfa(script)]
            found.setdefault(names[name], _known(terms, names))
    return {index: terms for index, terms in found.items() if _is_seen(fields[index])}


def _is_seen(one: RawField) -> bool:
    """Whether a person sees it: forms keep intermediate results in hidden boxes."""
    return not all(box.is_hidden for box in one.widgets)


def _known(terms: Sequence[str], names: dict[str, int]) -> tuple[str, ...]:
    return tuple(terms) if terms and all(term in names for term in terms) else ()


def _script(one: RawField) -> str | None:
    """The script that calculates a field; None when none does."""
    actions = one.get("/AA", one.widgets[0].object)
    action = actions.get("/C") if isinstance(actions, pikepdf.Dictionary) else None
    if action is None:
        return None
    script = action.get("/JS") if isinstance(action, pikepdf.Dictionary) else None
    return text_of(script, LONGEST_SCRIPT)


def _terms(script: str) -> list[str]:
    found = SUM.fullmatch(script.strip())
    return QUOTED.findall(found[1])[:MOST_TERMS] if found else []


def _xfa(script: str) -> list[str]:
    bare = re.sub(r"\s+", "", script[:LONGEST_SCRIPT])
    if found := XFA_SUM.fullmatch(bare):
        return XFA_TERM.findall(found[1])[:MOST_TERMS]
    if found := FORMCALC_SUM.fullmatch(bare):
        return found[1].split(",")[:MOST_TERMS]
    return []


def _template(xfa: pikepdf.Object) -> bytes:
    """The packet of an XFA that describes the form."""
    parts = list(xfa) if isinstance(xfa, pikepdf.Array) else [xfa]
    named = zip(parts[::2], parts[1::2], strict=False)
    chosen = next((part for name, part in named if text_of(name, 50) == "template"), parts[0])
    return chosen.read_bytes() if isinstance(chosen, pikepdf.Stream) else b""


class _Entities(Exception):
    """The XML declares entities: it is not read."""


def _of_template(xml: bytes) -> Iterator[tuple[str, str]]:
    """Yield the whole name and the script of each calculated field of a template."""
    if not xml or len(xml) > LARGEST_TEMPLATE:
        return
    reading = _Template()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.words
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, _Entities, UnicodeDecodeError):
        return
    yield from reading.found


def _refuse(*_: object) -> None:
    raise _Entities


class _Template:
    """Follows the names of subforms and fields: "a[0].b[1]" is the second b of the first a."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self._names: list[str] = []
        self._counts: list[dict[str, int]] = [defaultdict(int)]
        self._open: list[bool] = []  # whether each open element added a name
        self._script: list[str] | None = None

    def start(self, element: str, attributes: dict[str, str]) -> None:
        kind = element.rpartition(":")[2]
        name = attributes.get("name", "") if kind in ("subform", "field", "exclGroup") else ""
        if name:
            number = self._counts[-1][name]
            self._counts[-1][name] += 1
            self._names.append(f"{name}[{number}]")
            self._counts.append(defaultdict(int))
        self._open.append(bool(name))
        if kind == "calculate":
            self._script = []

    def end(self, element: str) -> None:
        if element.rpartition(":")[2] == "calculate" and self._script is not None:
            self.found.append((".".join(self._names), "".join(self._script)))
            self._script = None
        if self._open.pop():
            self._names.pop()
            self._counts.pop()

    def words(self, text: str) -> None:
        if self._script is not None:
            self._script.append(text)

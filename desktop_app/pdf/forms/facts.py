"""What the children say of an unknown PDF, as facts from which questions are made."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop_app.core.editions.boxes import PrintedNumber
from desktop_app.core.editions.identity import Sight
from desktop_app.core.errors import Notice
from desktop_app.core.generic.facts import Box, BoxOption, FormFacts, Spot, Title
from desktop_app.pdf.forms.found import Found, find_boxes, find_named
from desktop_app.pdf.forms.sight import sight_of
from desktop_app.untrusted.documents import inspect_form, look_around, read_form
from desktop_app.untrusted.errors import PdfRefused, PdfXfaOnly
from desktop_app.untrusted.model import Field, Form, Rect
from desktop_app.untrusted.surroundings import Beside, Path, Surroundings
from desktop_app.untrusted.surroundings import Title as Area


@dataclass(frozen=True, slots=True)
class FileRead:
    """A PDF that a child has read: the ``ReadForm`` of ``workflow/ports.py``."""

    data: bytes
    password: str
    form: Form

    @property
    def sight(self) -> Sight:
        """By what a blank is recognised, besides the hash of its file."""
        return sight_of(self.form)

    def facts(self, *, even_empty: bool = False) -> tuple[FormFacts, tuple[Notice, ...]]:
        """Return what is known of it, and what must be said of it."""
        return _facts(self.form, self.data, self.password, even_empty=even_empty)


def read_file(data: bytes, password: str = "") -> FileRead:
    """Read a PDF once.

    Raises:
        PdfRefused: it cannot be opened.
    """
    return FileRead(data, password, read_form(data, password))


def _facts(
    form: Form, data: bytes, password: str, *, even_empty: bool
) -> tuple[FormFacts, tuple[Notice, ...]]:
    if form.kind == "xfa-only":
        raise PdfXfaOnly
    # A form may keep one closed field, of what was once filled on the screen, on pages of paper.
    asks = any(one.fillable and not (one.read_only or one.hidden) for one in form.fields)
    # In the editor of models boxes are drawn and named by hand: it waits for nobody's reading.
    look = find_boxes if even_empty else find_named
    found = Found() if asks else look(data, password)
    rects = [(one.page, one.widgets[0].rect) for one in found.fields if one.widgets]
    around = _around(data, form, rects, password)
    boxes = [_box(form.fields[index], around.fields[index]) for index in around.order]
    laid = {one.name: path for one, path in zip(found.laid.fields, found.laid.paths, strict=True)}
    paths = iter(around.paths)
    boxes += [
        _found(one, sure, laid.get(one.name, path))
        for one, sure in zip(found.fields, found.sure, strict=True)
        for path in (next(paths, Path()) if one.widgets else Path(),)
    ]
    read = {one.page for one in found.laid.fields}
    if not even_empty and not any(box.is_asked for box in boxes):
        raise found.nothing
    facts = FormFacts(
        sha256=hashlib.sha256(data).hexdigest(),
        page_sizes=tuple((page.width, page.height) for page in form.pages),
        boxes=tuple(boxes),
        titles=_areas(around.titles, found.laid.titles, read),
        reserved=_areas(around.reserved, found.laid.reserved, read),
        numbers=tuple(PrintedNumber(one.number, one.page, one.rect) for one in around.numbers),
        sight=sight_of(form),
        kind=form.kind,
        unseen=frozenset(around.unseen) - read,
        written=found.written,
    )
    return facts, found.notices


def _areas(
    seen: Sequence[Area], recognised: Sequence[Area], read: Collection[int]
) -> tuple[Title, ...]:
    """What a page itself says, or what was recognised there."""
    own = (one for one in seen if one.page not in read)
    return tuple(Title(one.page, one.rect, one.text) for one in (*own, *recognised))


def _around(
    data: bytes, form: Form, rects: Sequence[tuple[int, Rect]], password: str
) -> Surroundings:
    """The words around the boxes; where looking is too much for a file, those it says itself."""
    try:
        return look_around(data, form, rects, password)
    except PdfRefused:  # it could be opened: only the search was too much
        fields = inspect_form(data, password).fields
        words = tuple(Beside(words=("",) * len(one.widgets), known=one.label) for one in fields)
        every = tuple(range(1, len(form.pages) + 1))
        return Surroundings(fields=words, order=tuple(range(len(words))), unseen=every)


def _box(field: Field, beside: Beside) -> Box:
    return _as_box(
        field,
        beside.words,
        tooltip=field.label,
        asked=beside.asked,
        known=beside.known,
        path=beside.path,
    )


def _found(field: Field, sure: float, path: Path) -> Box:
    """A box found on its page: its words are what named it there."""
    numbered = field.label.startswith("case ") and ", page " in field.label
    if field.type in ("tick", "one_of"):
        words = [""] * len(field.widgets)
        for option in field.options:
            for index in option.widgets:
                words[index] = option.label
        own = field.label if field.type == "tick" and not numbered else ""
        asked = field.label if field.type == "one_of" else ""
        return _as_box(
            field, [own] if own else words, asked=asked, found=True, sure=sure, path=path
        )
    return _as_box(field, ["" if numbered else field.label], found=True, sure=sure, path=path)


def _as_box(
    field: Field,
    words: Sequence[str],
    *,
    tooltip: str = "",
    asked: str = "",
    known: str = "",
    found: bool = False,
    sure: float = 1.0,
    path: Path,
) -> Box:
    return Box(
        name=field.name,
        type=field.type,
        spots=tuple(
            Spot(widget.page, widget.rect, text)
            for widget, text in zip(field.widgets, words, strict=True)
        ),
        options=tuple(BoxOption(one.id, one.label, one.widgets) for one in field.options),
        found=found,
        sure=sure,
        tooltip=tooltip,
        asked=asked,
        known=known,
        comb=field.comb,
        max_length=field.max_length,
        multi_line=field.multi_line,
        lines=field.lines,
        leading=field.leading,
        indent=field.indent,
        size=field.size,
        align=field.align,
        several=field.several,
        open=field.open,
        required=field.required,
        read_only=field.read_only,
        hidden=field.hidden,
        value=field.value,
        chosen=field.chosen,
        lead=path.lead,
        row=path.row,
        column=path.column,
    )

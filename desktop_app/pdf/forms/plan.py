"""From the values asked to what each field will show; what is refused, and why."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.documents.model import FieldValue, PlacedValue
from desktop_app.core.errors import Notice
from desktop_app.core.pdf import Abbreviation, FillProblem
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.shortening import all_abbreviated
from desktop_app.pdf.forms.sums import totals
from desktop_app.untrusted.model import Field, Form

TOO_LONG = "too-long"
UNKNOWN_OPTION = "unknown-option"
MISSING_GLYPH = "missing-glyph"
NOT_DRAWN = "not-drawn"
CLIPPED = "clipped"
WRONG_TICK = "wrong-tick"
FOREIGN = "foreign-ink"
COVERS = "covers-print"
CHANGED = "page-changed"
READ_ONLY = "read-only"
NAMED = 6  # fields named in one sentence


@dataclass(frozen=True, slots=True)
class Task:
    """What one field will show: a text, ticked widgets, or nothing (a refused value).

    Attributes:
        field: index in the form.
        text: cleaned; for a choice, the words of its options.
        chosen: ids of a choice's options.
        on: indexes of the widgets to tick.
        annexed: longer than the box takes, whatever its size: the whole goes to the annex.
        asked: False for a value of the blank's own that we have to draw again.
    """

    field: int
    text: str = ""
    chosen: tuple[str, ...] = ()
    on: tuple[int, ...] = ()
    annexed: bool = False
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Every task, in the form's order, and every value refused before drawing."""

    tasks: tuple[Task, ...]
    problems: tuple[FillProblem, ...]
    total: int
    notices: tuple[Notice, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


class Refused(Exception):
    """A value that its field cannot take; ``reason`` is one of the contract's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def make_plan(
    form: Form,
    values: Mapping[str, FieldValue],
    placed: Mapping[str, PlacedValue] | None = None,
    *,
    editable: bool = False,
) -> Plan:
    """Decide, field by field; a refused value leaves its field empty and is a problem.

    Args:
        form: what was read of the blank.
        values: by the field's name, as ``form inspect`` shows it.
        placed: what of them a pack knows: how they may be abbreviated.
        editable: the copy keeps its fields, and their limits. On paper a text that is longer than
            its field takes goes to the annex; in cells, which are printed, it is refused always.
    """
    names = {one.name: index for index, one in enumerate(form.fields)}
    short = all_abbreviated({one.name: one for one in form.fields}, placed or {})
    values = {**values, **{name: one.proposal for name, one in short.items() if one.agreed}}
    tasks: dict[int, Task] = {}
    problems: list[FillProblem] = []
    notices: list[Notice] = []
    for name, value in values.items():
        index = names.get(name)
        if index is None:
            problems.append(FillProblem(name, 0, NOT_DRAWN))
            notices.append(_unknown(name, list(names)))
            continue
        one = form.fields[index]
        try:
            tasks[index] = _task(index, one, value, editable=editable)
        except Refused as refusal:
            problems.append(FillProblem(name, one.page, refusal.reason))
            if one.fillable and not one.read_only:
                tasks[index] = Task(index)
    worked_out = totals(form, {index: task.text for index, task in tasks.items()})
    for index, total in worked_out.items():
        if len(total) <= (form.fields[index].max_length or len(total)):
            tasks[index] = Task(index, text=total, asked=index in tasks)
    tasks |= _redrawn(form, tasks)
    ordered = tuple(tasks[index] for index in sorted(tasks))
    notices += _lost(form, tasks)
    return Plan(ordered, tuple(problems), len(values), tuple(notices), tuple(short.values()))


def nowhere_on_paper(form: Form, names: Iterable[str]) -> list[str]:
    """Return those of some names whose field lies on no page: no question of the paper's."""
    fields = {one.name: one for one in form.fields}
    return [
        name
        for name in names
        if name in fields and not any(widget.page for widget in fields[name].widgets)
    ]


def not_asked(names: Sequence[str]) -> tuple[Notice, ...]:
    """Return what is said of fields that lie on no page, if there are some."""
    if not names:
        return ()
    listed = ", ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
    return (Notice("form-fields-nowhere", {"n": len(names), "names": listed}),)


def _unknown(name: str, known: Sequence[str]) -> Notice:
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return Notice("form-field-unknown-near", {"name": name, "near": near[0]})
    return Notice("form-field-unknown", {"name": name})


def _lost(form: Form, tasks: Mapping[int, Task]) -> tuple[Notice, ...]:
    """What the copy no longer does or is: calculations of its own, a signature's seal."""
    notices = []
    calculated = [(index, one) for index, one in enumerate(form.fields) if one.calculated]
    empty = [one for index, one in calculated if index not in tasks or not tasks[index].text]
    if sums := [one for index, one in calculated if one.sum_of and one not in empty]:
        notices.append(Notice("form-sums-worked-out", {"n": len(sums), "names": _listed(sums)}))
    if empty:
        names = _listed(empty)
        notices.append(Notice("form-calculations-lost", {"n": len(empty), "names": names}))
    if any(one.signed for one in form.fields):
        notices.append(Notice("form-was-signed"))
    return tuple(notices)


def _listed(fields: Sequence[Field]) -> str:
    """The first names of some fields, as a form's own words say them."""
    names = [one.label or one.name for one in fields[:NAMED]]
    return ", ".join(names) + ("…" if len(fields) > NAMED else "")


def _task(index: int, one: Field, value: FieldValue, *, editable: bool) -> Task:
    if one.read_only or not one.fillable:
        raise Refused(READ_ONLY)
    if not any(widget.page for widget in one.widgets):
        raise Refused(NOT_DRAWN)
    if one.type == "text":
        text = _text(value)
        too_long = bool(one.max_length) and len(text) > one.max_length
        if too_long and (one.comb or editable):
            raise Refused(TOO_LONG)
        return Task(index, text=_writable(text), annexed=too_long)
    if one.type == "tick":
        return Task(index, on=_all_places(one) if _yes_or_no(value) else ())
    if one.type == "one_of":
        return Task(index, on=_places_of(one, value))
    return _choice(index, one, value)


def _text(value: FieldValue) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(NOT_DRAWN)
    return lettering.clean(value)


def _writable(text: str) -> str:
    if lettering.missing(text):
        raise Refused(MISSING_GLYPH)
    return text if text.strip() else ""


def _yes_or_no(value: FieldValue) -> bool:
    if value is None:
        return False
    if not isinstance(value, bool):
        raise Refused(UNKNOWN_OPTION)
    return value


def _all_places(one: Field) -> tuple[int, ...]:
    return tuple(index for index, widget in enumerate(one.widgets) if widget.page)


def _ids(one: Field, value: FieldValue) -> tuple[str, ...]:
    """The chosen options; an empty string or list chooses none."""
    if value is None or value == "":
        return ()
    ids = (value,) if isinstance(value, str) else value
    if isinstance(ids, bool) or not all(isinstance(name, str) for name in ids):
        raise Refused(UNKNOWN_OPTION)
    known = {option.id for option in one.options}
    if not one.open and any(name not in known for name in ids):
        raise Refused(UNKNOWN_OPTION)
    if len(ids) > 1 and not one.several:
        raise Refused(UNKNOWN_OPTION)
    return tuple(ids)


def _places_of(one: Field, value: FieldValue) -> tuple[int, ...]:
    chosen = _ids(one, value)
    found = next((option for option in one.options if option.id in chosen), None)
    return found.widgets if found else ()


def _choice(index: int, one: Field, value: FieldValue) -> Task:
    chosen = _ids(one, value)
    labels = {option.id: option.label or option.id for option in one.options}
    words = [lettering.clean(labels.get(name, name)) for name in chosen]
    return Task(index, text=_writable("\n".join(words)), chosen=chosen)


def _redrawn(form: Form, tasks: Mapping[int, Task]) -> dict[int, Task]:
    """Values that the blank holds but leaves its reader to draw: nobody will, on paper.

    What it shows to nobody stays so: it would go to an annex that nobody asked for.
    """
    found = {}
    for index, one in enumerate(form.fields):
        seen = one.fillable and not one.hidden and one.type not in ("tick", "one_of")
        if index in tasks or one.drawn or not seen:
            continue
        labels = {option.id: option.label or option.id for option in one.options}
        words = [labels.get(name, name) for name in one.chosen] if one.chosen else [one.value]
        text = lettering.clean("\n".join(words))
        if text.strip() and not lettering.missing(text):
            found[index] = Task(index, text=text, chosen=one.chosen, asked=False)
    return found

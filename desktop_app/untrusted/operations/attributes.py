"""From a field's dictionaries to what it is: its type, options, value and places."""

import re
from collections.abc import Sequence
from typing import cast

import pikepdf

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Align, Field, FieldType, Frame, Option, Turn, Widget
from desktop_app.untrusted.operations.geometry import Seen, number, numbers
from desktop_app.untrusted.operations.names import bytes_of, name_of, raw_key, text_of
from desktop_app.untrusted.operations.tree import RawField, RawWidget

READ_ONLY, REQUIRED = 1 << 0, 1 << 1
MULTI_LINE, COMB = 1 << 12, 1 << 24
RADIO, PUSH_BUTTON = 1 << 15, 1 << 16
COMBO, EDIT, SEVERAL = 1 << 17, 1 << 18, 1 << 21
TYPES: dict[bytes, FieldType] = {b"/Tx": "text", b"/Ch": "choice", b"/Sig": "signature"}
SIZE = re.compile(r"([-+]?[\d.]+)\s+Tf")
OFF = b"Off"
DEFAULT_STATE = b"Yes"
NO_FRAME = Frame()


def field_of(raw: RawField, pages: Sequence[Seen], default_look: str) -> Field:
    """Describe one field.

    Args:
        pages: every page, as seen.
        default_look: the form's own /DA, for fields without one.
    """
    flags = int(number(raw.get("/Ff")))
    kind = _type(raw, flags)
    states = _states_of(raw, kind)
    checked = [_is_on(one.object, state) for one, state in zip(raw.widgets, states, strict=True)]
    if kind == "tick" and len(set(states)) > 1:
        kind = "one_of"  # a "check box" with several on-states is one choice
    options = _options(raw, kind, states)
    has_words = kind in ("text", "choice")
    max_length = max(0, int(number(raw.get("/MaxLen")))) if kind == "text" else 0
    comb = bool(flags & COMB) and 0 < max_length <= 1000
    return Field(
        name=raw.name,
        type=kind,
        widgets=tuple(
            _widget(one, state, on, pages)
            for one, state, on in zip(raw.widgets, states, checked, strict=True)
        ),
        options=options,
        value=text_of(raw.get("/V"), ceilings.VALUE_LENGTH) if kind == "text" else "",
        chosen=_chosen(raw, kind, options, checked),
        label=text_of(raw.get("/TU", raw.widgets[0].object), ceilings.LABEL_LENGTH).strip(),
        read_only=bool(flags & READ_ONLY),
        required=bool(flags & REQUIRED),
        comb=comb,
        max_length=min(max_length, 100_000),
        multi_line=kind == "text" and bool(flags & MULTI_LINE),
        align=_align(raw) if has_words else "left",
        size=_size(raw, default_look) if has_words else 0,
        several=kind == "choice" and bool(flags & SEVERAL),
        open=kind == "choice" and bool(flags & COMBO) and bool(flags & EDIT),
        drawn=all(_is_drawn(one.object) for one in raw.widgets),
        signed=kind == "signature" and isinstance(raw.get("/V"), pikepdf.Dictionary),
    )


def _type(raw: RawField, flags: int) -> FieldType:
    widget = raw.widgets[0].object
    named = bytes_of(raw.get("/FT", widget))
    if named in TYPES:
        return TYPES[named]
    if named == b"/Btn" or (not named and _states(widget)):
        if flags & PUSH_BUTTON:
            return "button"
        return "one_of" if flags & RADIO else "tick"
    return "text" if raw.get("/DA", widget) is not None else "button"


def _is_drawn(widget: pikepdf.Object) -> bool:
    looks = widget.get("/AP")
    return isinstance(looks, pikepdf.Dictionary) and "/N" in looks


def _states(widget: pikepdf.Object) -> list[bytes]:
    """The on-states of a widget: the names in its appearances, except Off."""
    looks = widget.get("/AP")
    normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    if not isinstance(normal, pikepdf.Dictionary):
        return []
    return sorted(state for key in normal.keys() if (state := raw_key(key)) != OFF)  # noqa: SIM118


def _states_of(raw: RawField, kind: FieldType) -> list[bytes]:
    """The on-state of each widget; round boxes that the form never drew are told by their rank."""
    if kind not in ("tick", "one_of"):
        return [b""] * len(raw.widgets)
    states = [_state(one.object) for one in raw.widgets]
    if kind == "tick" or any(_names_a_state(one.object) for one in raw.widgets):
        return states
    return [b"%d" % rank for rank in range(len(states))]


def _names_a_state(widget: pikepdf.Object) -> bool:
    shown = widget.get("/AS")
    return bool(_states(widget)) or (isinstance(shown, pikepdf.Name) and bytes(shown)[1:] != OFF)


def _state(widget: pikepdf.Object) -> bytes:
    """The on-state of a widget; one without a name takes the usual one: nobody could choose it."""
    states = _states(widget)
    shown = widget.get("/AS")
    if isinstance(shown, pikepdf.Name) and (raw := bytes(shown)[1:]) != OFF:
        return (raw if raw in states or not states else states[0]) or DEFAULT_STATE
    return (states[0] if states else b"") or DEFAULT_STATE


def _is_on(widget: pikepdf.Object, state: bytes) -> bool:
    shown = widget.get("/AS")
    return (
        bool(state)
        and isinstance(shown, pikepdf.Name)
        and (bytes(shown)[1:] or DEFAULT_STATE) == state
    )


def _options(raw: RawField, kind: FieldType, states: Sequence[bytes]) -> tuple[Option, ...]:
    if kind == "one_of":
        return _states_as_options(raw, states)
    if kind == "choice":
        return _listed_options(raw)
    return ()


def _states_as_options(raw: RawField, states: Sequence[bytes]) -> tuple[Option, ...]:
    """One option per on-state; the same state on two sheets is the same option twice drawn."""
    places: dict[bytes, list[int]] = {}
    for index, state in enumerate(states):
        places.setdefault(state, []).append(index)
    export = raw.get("/Opt")
    values = list(export) if isinstance(export, pikepdf.Array) else []
    options = []
    for state, widgets in places.items():
        label = ""
        if values and state.isdigit() and int(state) < len(values):
            label = text_of(values[int(state)], ceilings.LABEL_LENGTH)
        tip = text_of(raw.widgets[widgets[0]].object.get("/TU"), ceilings.LABEL_LENGTH)
        options.append(
            Option(id=name_of(state), label=label or tip.strip(), widgets=tuple(widgets))
        )
    return tuple(options[: ceilings.OPTIONS])


def _listed_options(raw: RawField) -> tuple[Option, ...]:
    """Options of a list: strings, or pairs of exported value and shown words."""
    listed = raw.get("/Opt", raw.widgets[0].object)
    found: dict[str, str] = {}
    for item in list(listed)[: ceilings.OPTIONS] if isinstance(listed, pikepdf.Array) else ():
        pair = list(item) if isinstance(item, pikepdf.Array) else [item, item]
        if not pair:
            continue
        export = text_of(pair[0], ceilings.LABEL_LENGTH)
        name, count = export, 1
        while name in found:
            count += 1
            name = f"{export}#{count}"
        found[name] = text_of(pair[-1], ceilings.LABEL_LENGTH)
    return tuple(Option(id=name, label=label) for name, label in found.items())


def _chosen(
    raw: RawField, kind: FieldType, options: Sequence[Option], checked: Sequence[bool]
) -> tuple[str, ...]:
    if kind == "tick":
        return ("on",) if any(checked) else ()
    if kind == "one_of":
        return tuple(one.id for one in options if any(checked[index] for index in one.widgets))[:1]
    if kind != "choice":
        return ()
    value = raw.get("/V")
    items = list(value) if isinstance(value, pikepdf.Array) else [value]
    texts = (text_of(item, ceilings.LABEL_LENGTH) for item in items[: ceilings.OPTIONS])
    return tuple(text for text in texts if text)


def _widget(raw: RawWidget, state: bytes, checked: bool, pages: Sequence[Seen]) -> Widget:
    box = raw.box or (0.0, 0.0, 0.0, 0.0)
    if not raw.page:
        return Widget(page=0, rect=box, state=state, checked=checked, hidden=raw.is_hidden)
    page = pages[raw.page - 1]
    rect = page.rect(box)
    look = raw.object["/MK"] if "/MK" in raw.object else None  # noqa: SIM401 (slower)
    return Widget(
        page=raw.page,
        rect=rect,
        turn=_turn(look, page, rect[2] - rect[0], rect[3] - rect[1]),
        state=state,
        checked=checked,
        hidden=raw.is_hidden,
        frame=_frame(look, raw.object) if look is not None else NO_FRAME,
    )


def _turn(look: object, page: Seen, width: float, height: float) -> Turn:
    """Direction of reading on the page as seen; a page turned afterwards keeps its texts upright.

    /MK /R says it for the page before its own rotation, and most tools never write it.
    """
    said = look["/R"] if isinstance(look, pikepdf.Dictionary) and "/R" in look else None
    if said is None and not page.turn:
        return 0
    turned = cast(Turn, round(number(said) - page.turn) % 360 // 90 * 90)
    if said is not None or (turned in (90, 270) and height > 2 * width and width < 20):
        return turned
    return 0


def _frame(look: object, widget: pikepdf.Object) -> Frame:
    if not isinstance(look, pikepdf.Dictionary):
        return NO_FRAME
    border, background = _colour(look, "/BC"), _colour(look, "/BG")
    if not border:
        return Frame(background=background) if background else NO_FRAME
    style = widget.get("/BS")
    width = style.get("/W") if isinstance(style, pikepdf.Dictionary) else None
    return Frame(
        background=background,
        border=border,
        width=min(20.0, max(0.0, 1.0 if width is None else number(width))),
    )


def _colour(look: pikepdf.Object, key: str) -> tuple[float, ...]:
    value = look[key] if key in look else None  # noqa: SIM401 (slower)
    if not isinstance(value, pikepdf.Array) or len(value) not in (1, 3, 4):
        return ()
    parts = numbers(value)
    if not 0.0 <= min(parts) <= max(parts) <= 1.0:
        parts = [min(1.0, max(0.0, one)) for one in parts]
    return tuple(parts)


def _align(raw: RawField) -> Align:
    aligns: tuple[Align, ...] = ("left", "center", "right")
    value = int(number(raw.get("/Q", raw.widgets[0].object)))
    return aligns[value] if 0 <= value < 3 else "left"


def _size(raw: RawField, default_look: str) -> float:
    look = raw.get("/DA", raw.widgets[0].object)
    found = SIZE.search(text_of(look, 2000) or default_look)
    try:
        return min(500.0, abs(float(found[1]))) if found else 0.0
    except ValueError:
        return 0.0

"""What a person reads and hears of the page in view, as lines in the order of reading.

One line a block: its role, then its words; what stands in a frame, a group or a step is indented.
Where the ear gets other words than the eye, they follow. No size, font, id or place of a file: the
lines are the same on every computer. All spaces are plain ones, for typography has its own tests.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from desktop_app.gui.accessible import spoken
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.ladder import LadderStep
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.widgets.number_picture import NumberPicture
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.preview import PageImage, PagePlace
from desktop_app.gui.widgets.rows import Rows
from desktop_app.gui.widgets.timeline import TimelineStep
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from tests.gui.harness.shown import description_of, name_of

INDENT = "  "
NEAR = 3
"""Lines around a control in which its hint may stand."""
TEXTS = {"heading": "#", "subheading": "##", "body": "text"}
SIGNS = ("#", "##", "———", "( )", "(•)", "[ ]", "[x]")
FRAMES = {"card": "card", "errors": "to read", "asks": "to read"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ")
_MARKS = dict.fromkeys([*range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F])


@dataclass(frozen=True)
class Line:
    """One block of a page.

    Attributes:
        depth: how many frames and groups hold it.
        kind: its role, as it is written.
        words: what the eye reads.
        heard: the name that the ear gets.
        more: what the ear gets after the name.
        whole: ``more`` is written even where the same words are shown beside.
        names: "" or the name of the control that this text labels.
    """

    depth: int
    kind: str
    words: str
    heard: str = ""
    more: str = ""
    whole: bool = False
    focus: bool = False
    names: str = field(default="")


def page_text(window: MainWindow) -> list[str]:
    """Return the title of the window, its bar, and its page."""
    page = window.page()
    assert page is not None
    gestures = " | ".join(words for words, _act in window.bar_gestures())
    bar = " · ".join([*window.bar_told(), gestures])
    head = [f"window: {plain(window.windowTitle())}", f"bar: {plain(bar)}"]
    return [*head, "", *_written(list(_page(page)))]


def _page(page: Page) -> Iterator[Line]:
    layout = page.widget().layout()
    assert layout is not None
    yield from _in_layout(layout, 0)
    beside = page.beside if isinstance(page, WidePage) else None
    if beside is not None:
        yield Line(0, "beside", "", beside.accessibleName())
        yield from _inside(beside, 1)


def _in_layout(layout: QLayout, depth: int) -> Iterator[Line]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _widget(widget, depth)
        elif inner is not None:
            yield from _in_layout(inner, depth)


def _inside(widget: QWidget, depth: int) -> Iterator[Line]:
    """Return what a widget holds; without a layout, in the order in which it was put there."""
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout, depth)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _widget(child, depth)


def _widget(widget: QWidget, depth: int) -> Iterator[Line]:
    if not widget.isVisible():
        return
    if (line := _block(widget)) is not None:
        yield replace(
            line,
            depth=depth,
            heard=line.heard or name_of(widget),
            more=description_of(widget),
            focus=widget is QApplication.focusWidget(),
        )
        return
    if widget.property("role") == "rule":
        yield Line(depth, "———", "")
        return
    frame = _frame(widget)
    called = widget.accessibleName()
    if frame or called:
        yield Line(depth, frame or "group", "", called, widget.accessibleDescription())
        depth += 1
    yield from _inside(widget, depth)


def _frame(widget: QWidget) -> str:
    if isinstance(widget, LadderStep | TimelineStep):
        return "step"
    return FRAMES.get(widget.property("role") or "", "")


def _block(widget: QWidget) -> Line | None:
    """Return what a widget says itself; None for what only holds others."""
    if isinstance(widget, PagePlace | PageImage | NumberPicture):
        return Line(0, "picture", "")
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QAbstractButton):
        return _button(widget)
    return _field(widget)


def _label(label: QLabel) -> Line:
    words = label.text()
    if not words:
        return Line(0, "picture", "") if label.accessibleName() else Line(0, "", "")
    role = label.property("role") or "body"
    buddy = label.buddy()
    named = name_of(buddy) if isinstance(buddy, QWidget) else ""
    return Line(0, TEXTS.get(role, role), words, names=named, whole=role == "heading")


def _button(button: QAbstractButton) -> Line:
    state = "" if button.isEnabled() else ", not now"
    if isinstance(button, QRadioButton | QCheckBox):
        signs = ("(•)", "( )") if isinstance(button, QRadioButton) else ("[x]", "[ ]")
        return Line(0, signs[not button.isChecked()] + state, _words_of(button))
    role = button.property("role") or "button"
    return Line(0, f"button, {role}{state}", _words_of(button))


def _words_of(button: QAbstractButton) -> str:
    if isinstance(button, LongButton | LongRadio | LongCheck):
        return button.words()
    shown = [one.text() for one in button.findChildren(Words)]
    return " ".join(shown) or button.text().replace("&&", "&")


def _field(widget: QWidget) -> Line | None:
    state = "" if widget.isEnabled() else ", not now"
    if isinstance(widget, QLineEdit):
        hidden = widget.echoMode() != QLineEdit.EchoMode.Normal
        shown = "•" * len(widget.text()) if hidden else widget.text()
        kind = "hidden field" if hidden else "field"
        more = f" (grey: {widget.placeholderText()})" if widget.placeholderText() else ""
        return Line(0, kind + state, f"[{shown}]{more}")
    if isinstance(widget, QPlainTextEdit):
        return Line(0, f"field of lines{state}", f"[{widget.toPlainText()}]")
    if isinstance(widget, QAbstractSpinBox):
        return Line(0, f"number{state}", f"[{widget.text()}]")
    if isinstance(widget, QComboBox):
        offered = [widget.itemText(row) for row in range(widget.count())]
        return Line(0, f"list{state}", f"[{widget.currentText()}] of {' | '.join(offered)}")
    if isinstance(widget, QListWidget | Rows):
        rows = [widget.item(row) for row in range(widget.count())]
        here = widget.currentRow()
        told = [f"{'> ' * (row == here)}{one.text()}" for row, one in enumerate(rows)]
        return Line(0, f"rows{state}", " | ".join(told))
    if isinstance(widget, QProgressBar):
        return Line(0, "progress", "")
    if isinstance(widget, QScrollArea) and widget.widget() is None:
        return Line(0, "picture", "")
    return None


# ------------------------------------------------------------------ as they are written


def _written(lines: list[Line]) -> list[str]:
    lines = [_madeplain(line) for line in lines if line.kind]
    text: list[str] = []
    for index, line in enumerate(lines):
        if line.names and line.names == line.words and _is_named_next(lines, index):
            continue  # the label of the field that follows, which says it
        text += _block_text(lines, index)
    return text


def _is_named_next(lines: list[Line], index: int) -> bool:
    return any(one.heard == lines[index].words for one in lines[index + 1 : index + 1 + NEAR])


def _block_text(lines: list[Line], index: int) -> list[str]:
    line = lines[index]
    edge = INDENT * line.depth
    sign = line.kind if line.kind in SIGNS else f"{line.kind}:"
    named = "" if line.words else _beside(lines, index, line.heard)
    words = line.words or named or line.heard
    if line.words.startswith("[") and line.heard:
        words = f"{line.heard} {line.words}"
    text = [f"{edge}{sign} {words}".rstrip() + " <focus>" * line.focus]
    said_already = named or words == line.heard or words.startswith(f"{line.heard} [")
    if line.heard and not said_already:
        text.append(f"{edge}{INDENT}heard: {line.heard}")
    if line.more:
        beside = "" if line.whole else _beside(lines, index, line.more)
        text.append(f"{edge}{INDENT}heard after it: {beside or line.more}")
    return text


def _beside(lines: list[Line], index: int, told: str) -> str:
    """Say where what is heard is shown too, when it stands beside: "" when it does not."""
    above = [_in_one_line(one.words) for one in lines[max(0, index - NEAR) : index] if one.words]
    below = [_in_one_line(one.words) for one in lines[index + 1 : index + 1 + NEAR] if one.words]
    told = _in_one_line(told)
    for n in range(1, NEAR + 1):
        how_many = f"{n} lines" if n > 1 else "line"
        if told and told in (spoken(*above[-n:]), spoken(*above[-n - 1 : -1])):
            return f"(the {how_many} above)"
        if told and told == spoken(*below[:n]):
            return f"(the {how_many} below)"
    return ""


def _in_one_line(words: str) -> str:
    """Return what is shown on several lines as it is heard."""
    return re.sub(r"(?: / |\n)+", " ", words)


def _madeplain(line: Line) -> Line:
    return replace(
        line,
        words=plain(line.words),
        heard=plain(line.heard),
        more=plain(line.more),
        names=plain(line.names),
    )


def plain(words: str) -> str:
    """Return words on one line, with plain spaces and without marks that nobody sees."""
    return words.translate(_SPACES).translate(_MARKS).replace("\n", " / ").strip()

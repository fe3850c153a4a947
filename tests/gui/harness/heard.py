"""What is checked by ear on a screen that is open: a function for each rule.

In-process, by what Qt hands to any screen reader; ``tests/gui/ears`` listens to a real one. Each
returns what is at fault: headings without words, what is shown and never heard, or said twice.
"""

import re
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop_app.gui.accessible import EXPLAINS
from desktop_app.gui.reading import READ, on_one_line, says
from desktop_app.gui.widgets.words import Words
from tests.gui.harness.shown import Shown, description_of, name_of, role_of, told


def a_heading_gives_its_words_to_be_read(shown: Shown) -> list[str]:
    """Orca reads a heading by its text, not by its name: without it, it says « heading »."""
    heading = QAccessible.queryAccessibleInterface(shown.page.heading)
    words, text = shown.page.heading.text(), heading.textInterface()
    if not words or text is None:
        return ["the heading has no words, or no text interface"]
    kind = QAccessible.TextBoundaryType
    first = words.partition(" ")[0]
    given = (
        heading.text(QAccessible.Text.Name),
        text.text(0, text.characterCount()),
        text.textAtOffset(0, kind.LineBoundary),
        text.textAtOffset(0, kind.WordBoundary)[0],
    )
    wanted = (words, words, (words, 0, len(words)), first)
    return [] if given == wanted else [f"the heading is read as {given}"]


def nothing_that_scrolls_is_a_layered_pane(shown: Shown) -> list[str]:
    """« Layered pane, 0 items »: what holds the page is its section, named by its heading."""
    faults = []
    widget: QWidget | None = shown.content
    while widget is not None:
        if role_of(widget) == QAccessible.Role.LayeredPane:
            faults.append(told(widget))
        widget = widget.parentWidget()
    if name_of(shown.page) != shown.page.heading.text():
        faults.append(f"the page is called « {name_of(shown.page)} »")
    return faults


def what_is_shown_is_heard_at_a_stop_and_no_stop_says_it_twice(shown: Shown) -> list[str]:
    """With F6: each text of the page, and the bar's."""
    shown.window.turn_reading()
    try:
        return _said_once(shown, _walk(shown))
    finally:
        shown.window.turn_reading()


def _said_once(shown: Shown, stops: list[QWidget]) -> list[str]:
    heard = [_heard(stop) for stop in stops]
    faults = [
        f"never heard: « {label.text()[:70]} »"
        for label in shown.labels
        if _matters(label) and not any(says(one, _words(label)) for one in heard)
    ]
    faults += [f"says twice « {twice[:60]} »" for stop in stops if (twice := _doubled(stop))]
    by_controls = on_one_line(
        "\n".join(_heard(stop) for stop in stops if not isinstance(stop, Words))
    )
    lines = (stop for stop in stops if isinstance(stop, Words) and stop is not shown.page.heading)
    faults += [
        f"read, and said by a control too: « {line.text()[:60]} »"
        for line in lines
        if line.property(READ) and says(by_controls, on_one_line(line.text()))
    ]
    read = Counter(stop.text() for stop in stops if isinstance(stop, Words))
    faults += [f"read {n} times: « {words[:60]} »" for words, n in _again(shown, read)]
    return faults


def two_things_to_press_side_by_side_are_told_apart(shown: Shown) -> list[str]:
    names = Counter(
        (name_of(one), description_of(one), _around(one))
        for one in shown.controls
        if isinstance(one, QAbstractButton | QLineEdit) and one.isEnabled()
    )
    return [f"{n} times « {name} »" for (name, *_where), n in names.items() if n > 1]


def a_hint_under_a_field_is_heard_with_it(shown: Shown) -> list[str]:
    """A visible hint is in the description or the group of the control that it explains."""
    fields = [_heard(one) for one in (*shown.controls, shown.page.heading)]
    hints = [w for w in shown.labels if w.property("spoken-as") == "aside" or w.property(EXPLAINS)]
    unheard = [
        one.text() for one in hints if not any(on_one_line(one.text()) in said for said in fields)
    ]
    return [f"« {words[:60]} » is not heard with its field" for words in unheard]


def _walk(shown: Shown) -> list[QWidget]:
    """Return where Tab stops in the page and the bar: ``checks`` walks there by its key."""
    shown.window._reading.prepare()
    tab = Qt.FocusPolicy.TabFocus
    return [one for one in shown.widgets() if one.focusPolicy() & tab and one.isEnabled()]


def _heard(stop: QWidget) -> str:
    """Return what a reader says there, and of the groups around it."""
    said = [name_of(stop), description_of(stop)]
    parent = stop.parentWidget()
    while parent is not None:
        said += [parent.accessibleName(), parent.accessibleDescription()]
        parent = parent.parentWidget()
    return "\n".join(on_one_line(one) for one in said if one)


def _words(label: QLabel) -> str:
    """Return the words of a label; its number in a list, « 3. », is heard otherwise."""
    return re.sub(r"^\d+\. ", "", on_one_line(label.text()))


def _matters(label: QLabel) -> bool:
    """Tell whether a label has a word, and is not the picture of a button."""
    parent = label.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractButton):
            return False
        parent = parent.parentWidget()
    return any(character.isalnum() for character in label.text())


def _doubled(stop: QWidget) -> str:
    """Return what a stop says in its name and again in its description."""
    name, description = name_of(stop), description_of(stop)
    if name and description and (says(description, name) or says(name, description)):
        return description
    return ""


def _again(shown: Shown, read: Counter[str]) -> list[tuple[str, int]]:
    """Return the texts that were read more often than they are shown."""
    shown = Counter(label.text() for label in shown.labels)
    return [(words, n) for words, n in read.items() if n > shown[words]]


def _around(widget: QWidget) -> tuple[int, str]:
    """Return the framed block and the named group that hold a control: they tell it apart."""
    card, group = 0, ""
    parent = widget.parentWidget()
    while parent is not None:
        card = card or (id(parent) if parent.property("role") == "card" else 0)
        group = group or parent.accessibleName()
        parent = parent.parentWidget()
    return card, group


CHECKS = (
    a_heading_gives_its_words_to_be_read,
    nothing_that_scrolls_is_a_layered_pane,
    two_things_to_press_side_by_side_are_told_apart,
    a_hint_under_a_field_is_heard_with_it,
    what_is_shown_is_heard_at_a_stop_and_no_stop_says_it_twice,
)

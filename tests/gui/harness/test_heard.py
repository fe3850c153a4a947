"""Every screen, by ear: headings have words, what is shown can be heard, nothing is said twice.

In-process, by what Qt hands to any screen reader; ``tests/gui/ears`` listens to a real one.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop_app.gui.reading import says
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.widgets.words import Words
from tests.gui.harness.screens import OPENINGS, screen_of
from tests.gui.harness.shown import Rig, Shown, description_of, name_of, role_of, told

# Each screen as it opens first is looked at in the fast suite, its other states in the slow one.
OPENED = [
    pytest.param(one, marks=[pytest.mark.slow] if ":" in one else [])
    for one in OPENINGS
    if screen_of(one) in SCREENS
]


@pytest.fixture(scope="module", params=OPENED)
def opened(request: pytest.FixtureRequest, rig: Rig) -> Iterator[Shown]:
    yield rig.open(request.param, "clair", 1.0)
    if rig.window._reading.on:
        rig.window.turn_reading()


def fine(faults: list[str]) -> None:
    assert not faults, "\n  " + "\n  ".join(faults)


def test_a_heading_gives_its_words_to_be_read(opened: Shown) -> None:
    """Orca reads a heading by its text, not by its name: without it, it says « heading »."""
    heading = QAccessible.queryAccessibleInterface(opened.page.heading)
    assert heading.role() == QAccessible.Role.Heading
    words, text = opened.page.heading.text(), heading.textInterface()
    assert text is not None, "the heading has no text interface"
    assert words
    assert text.text(0, text.characterCount()) == words == heading.text(QAccessible.Text.Name)
    kind = QAccessible.TextBoundaryType
    assert text.textAtOffset(0, kind.LineBoundary) == (words, 0, len(words))
    first = words.partition(" ")[0]
    assert text.textAtOffset(0, kind.WordBoundary)[0] == first


def test_nothing_that_scrolls_is_a_layered_pane(opened: Shown) -> None:
    """« Layered pane, 0 items »: what holds the page is its section, named by its heading."""
    faults = []
    widget: QWidget | None = opened.content
    while widget is not None:
        if role_of(widget) == QAccessible.Role.LayeredPane:
            faults.append(told(widget))
        widget = widget.parentWidget()
    fine(faults)
    assert name_of(opened.page) == opened.page.heading.text()


def test_what_is_shown_is_heard_at_a_stop_and_no_stop_says_it_twice(opened: Shown) -> None:
    """With F6: each text of the page, and the bar's."""
    if not opened.rig.window._reading.on:
        opened.window.turn_reading()
    stops = _walk(opened)
    heard = [_heard(stop) for stop in stops]
    faults = [
        f"never heard: « {label.text()[:70]} »"
        for label in opened.labels
        if _matters(label) and not any(says(one, label.text()) for one in heard)
    ]
    faults += [f"says twice « {twice[:60]} »" for stop in stops if (twice := _doubled(stop))]
    read = Counter(stop.text() for stop in stops if isinstance(stop, Words))
    faults += [f"read {n} times: « {words[:60]} »" for words, n in _again(opened, read)]
    fine(faults)


def test_two_things_to_press_side_by_side_are_told_apart(opened: Shown) -> None:
    names = Counter(
        (name_of(one), description_of(one), _around(one))
        for one in opened.controls
        if isinstance(one, QAbstractButton | QLineEdit) and one.isEnabled()
    )
    fine([f"{n} times « {name} »" for (name, *_where), n in names.items() if n > 1])


def test_a_hint_under_a_field_is_heard_with_it(opened: Shown) -> None:
    """A visible hint is in the description or the group of the control that it explains."""
    fields = [_heard(one) for one in opened.controls]
    hints = [one for one in opened.labels if one.property("spoken-as") == "aside"]
    fine([f"« {one.text()[:60]} »" for one in hints if not any(one.text() in f for f in fields)])


def _walk(opened: Shown) -> list[QWidget]:
    """Return where Tab stops in the page and the bar: ``test_screens`` walks there by its key."""
    opened.window._reading.prepare(opened.window)
    tab = Qt.FocusPolicy.TabFocus
    return [one for one in opened.widgets() if one.focusPolicy() & tab and one.isEnabled()]


def _heard(stop: QWidget) -> str:
    """Return what a reader says there, and of the groups around it."""
    said = [name_of(stop), description_of(stop)]
    parent = stop.parentWidget()
    while parent is not None:
        said += [parent.accessibleName(), parent.accessibleDescription()]
        parent = parent.parentWidget()
    return "\n".join(filter(None, said))


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


def _again(opened: Shown, read: Counter[str]) -> list[tuple[str, int]]:
    """Return the texts that were read more often than they are shown."""
    shown = Counter(label.text() for label in opened.labels)
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

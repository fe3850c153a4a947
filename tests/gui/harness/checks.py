"""What is checked by eye and by keys on a screen that is open: a function for each requirement.

Each returns what is at fault, one sentence a widget; its name begins with the requirement's id.
``heard`` has what is checked by ear, ``test_light`` and its neighbours run all of them.
"""

import functools
import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desktop_app import i18n
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.widgets.wide_page import WidePage
from tests.gui.harness.pixels import colours, ratio, text_contrast
from tests.gui.harness.shown import (
    Shown,
    above,
    description_of,
    name_of,
    role_of,
    scrolls_beside,
    told,
)
from tests.gui.keyboard import strike
from tests.gui.test_titles import fixed_titles

TARGET = 44
SAYS_NOTHING = {"", "button", "bouton", "…", "...", "ok", "edit", "label"}
GROUPS = (QAccessible.Role.Form, QAccessible.Role.Section)
SPLIT_FIELDS = ("Jour", "Mois", "Année")


@functools.cache
def every_title(_home: str) -> set[str]:
    """Return every title that a window may have, in the language of these words.

    Not by the name of the language: a made-up one takes that of French, words changed.
    """
    return fixed_titles()


# ---------------------------------------------------------------- A. names, roles


def a1_everything_that_takes_the_focus_has_a_name(shown: Shown) -> list[str]:
    faults = []
    for widget in [*shown.controls, *(stop.widget for stop in shown.walk)]:
        name = name_of(widget).strip()
        value = widget.currentText() if isinstance(widget, QComboBox) else ""
        hint = widget.placeholderText() if isinstance(widget, QLineEdit | QPlainTextEdit) else ""
        if isinstance(widget, QLineEdit):
            value = widget.text()
        if name.lower() in SAYS_NOTHING or name in {value, hint}:
            faults.append(f"{told(widget)}: no name, or a name that says nothing")
        if isinstance(widget, QPushButton) and widget.text().replace("&&", "&") not in name:
            faults.append(f"{told(widget)}: called otherwise than its words « {widget.text()} »")
    return faults


def a2_every_input_has_a_visible_label_that_begins_its_name(shown: Shown) -> list[str]:
    labels = {label.buddy(): label for label in shown.labels if label.buddy() is not None}
    faults = []
    for widget in shown.inputs:
        label = labels.get(widget) or _says_its_name(shown, widget)
        if label is None:
            faults.append(f"{told(widget)}: no visible label")
        elif not name_of(widget).startswith(label.text()):
            faults.append(f"{told(widget)}: the name does not begin with « {label.text()} »")
    return faults


def _says_its_name(shown: Shown, widget: QWidget) -> QLabel | None:
    """Return the visible text that a name begins with: a relation too is heard twice by some."""
    name = name_of(widget)
    return next((one for one in shown.labels if name.startswith(one.text())), None)


def a3_choices_and_split_fields_sit_in_a_group_named_by_the_question(shown: Shown) -> list[str]:
    faults = []
    for widget in shown.controls:
        split = isinstance(widget, QLineEdit) and name_of(widget).startswith(SPLIT_FIELDS)
        if not (isinstance(widget, QRadioButton) or split):
            continue
        # The page itself is the group of its only question, which its heading says.
        group = above(widget, lambda one: role_of(one) in GROUPS and bool(name_of(one)))
        name = name_of(group) if group else ""
        seen = [label.text() for label in shown.labels]
        if not name:
            faults.append(f"{told(widget)}: no named group around it")
        elif not any(text and name.startswith(text) for text in seen):
            faults.append(f"{told(widget)}: its group « {name} » is no visible text")
    return faults


def a4_one_heading_read_first_and_a_title_that_tells(shown: Shown) -> list[str]:
    headings = [w for w in shown.labels if role_of(w) == QAccessible.Role.Heading]
    faults = []
    if headings != [shown.page.heading]:
        faults.append(f"the headings are {[told(w) for w in headings]}")
    if shown.first is not shown.page.heading and not _is_the_phrase(shown.first):
        faults.append(f"it opens on {told(shown.first) if shown.first else 'nothing'}")
    if shown.window.windowTitle() not in every_title(i18n.text("Chercher")):
        faults.append(f"« {shown.window.windowTitle()} » is no fixed title")
    return faults


def _is_the_phrase(widget: QWidget | None) -> bool:
    """The safe opens on its only field: whoever begins there types, and hears its name."""
    return isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal


def a5_hints_and_errors_beside_a_field_are_also_heard(shown: Shown) -> list[str]:
    seen = " ".join(label.text() for label in shown.labels)
    error = i18n.text("Erreur : {sentence}").partition("{")[0].strip()
    faults = []
    for widget in shown.inputs:
        wrong = widget.property("wrong") == "true"
        heard = description_of(widget)
        later = name_of(widget) in map(i18n.text, SPLIT_FIELDS[1:])  # the first says it for all
        if wrong and error not in name_of(widget) and not later:
            faults.append(f"{told(widget)}: wrong, and its name does not say so")
        if heard and not any(part in seen for part in (heard, *heard.split(". "))):
            faults.append(f"{told(widget)}: « {heard} » is heard and not seen")
    return faults


# ---------------------------------------------------------------- B. keyboard, targets


def b2_tab_goes_round_both_ways_and_nothing_is_out_of_reach(shown: Shown) -> list[str]:
    there = [stop.widget for stop in shown.walk]
    back = shown.walk_back()
    faults = [f"{told(w)}: reached one way only" for w in set(there) ^ set(back)]
    faults += [f"{told(w)}: Tab stops there twice" for w in set(there) if there.count(w) > 1]
    faults += [
        f"{told(widget)}: Tab never stops there"
        for widget in shown.controls
        if widget.isEnabled() and widget not in there and not isinstance(widget, QRadioButton)
    ]
    return faults


def b3_the_focus_follows_the_order_of_reading(shown: Shown) -> list[str]:
    stops = [stop for stop in shown.walk if shown.content.isAncestorOf(stop.widget)]
    beside = [stop for stop in stops if shown.is_beside(stop.widget)]
    column = [stop for stop in stops if not shown.is_beside(stop.widget)]
    faults = []
    if stops != [*column, *beside]:
        faults.append("what stands beside the text is not read after it")
    for one, other in [*itertools.pairwise(column), *itertools.pairwise(beside)]:
        next_column = other.place.left() > one.place.right() and _in_columns(other.widget)
        above_it = other.place.bottom() <= one.place.top() and not next_column
        middle = other.place.center().y()
        same_line = one.place.top() <= middle <= one.place.bottom()
        if above_it or (same_line and other.place.left() < one.place.left()):
            faults.append(f"{told(other.widget)} comes after {told(one.widget)}, which it precedes")
    return faults


def _in_columns(widget: QWidget) -> bool:
    """Whether a widget stands in a grid: its columns are read one after the other."""
    parent = widget.parentWidget()
    return parent is not None and any(
        grid.indexOf(widget) >= 0 for grid in parent.findChildren(QGridLayout)
    )


def b4_the_focus_is_shown_by_a_ring_of_two_pixels_at_three_to_one(shown: Shown) -> list[str]:
    return [f"{told(s.widget)}: ring {s.ring:.0%}" for s in shown.walk if s.seen and s.ring < 1]


def b5_what_has_the_focus_is_entirely_in_view(shown: Shown) -> list[str]:
    return [f"{told(stop.widget)}: not in view" for stop in shown.walk if not stop.seen]


def b6_targets_are_as_large_as_a_finger(shown: Shown) -> list[str]:
    faults = []
    for widget in shown.controls:
        if widget.isEnabled() and min(widget.width(), widget.height()) < TARGET:
            faults.append(f"{told(widget)}: {widget.width()} × {widget.height()}")
    for rows in shown.widgets(QListWidget):
        assert isinstance(rows, QListWidget)  # for mypy: ``widgets`` returns widgets
        for row in range(rows.count()):
            if (height := rows.visualItemRect(rows.item(row)).height()) < TARGET:
                faults.append(f"{told(rows)}, row {row}: {height} high")
    return faults


# ---------------------------------------------------------------- C. seeing


def _place(shown: Shown, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(shown.content, QPoint(0, 0)), widget.size())


def _on_page(shown: Shown, widgets: list[QWidget]) -> list[QWidget]:
    return [
        widget
        for widget in widgets
        if shown.content.isAncestorOf(widget) and not _is_scrolled_away(shown, widget)
    ]


def _is_scrolled_away(shown: Shown, widget: QWidget) -> bool:
    """Whether it is out of view in a list beside the page, which scrolls by itself."""
    inner = scrolls_beside(widget, shown.page)
    if inner is None:
        return False
    place = QRect(widget.mapTo(inner.viewport(), QPoint(0, 0)), widget.size())
    return not inner.viewport().rect().contains(place)


def c1_texts_are_at_seven_to_one(shown: Shown) -> list[str]:
    least = 4.5 if shown.rig.look.colours is None else 7
    shown.page.setFocus()
    texts: list[QWidget] = [label for label in shown.labels if label.width() > 1]
    own = shown.rig.look.colours is not None  # else what is disabled is as pale as the system's
    texts += [
        w for w in shown.controls if isinstance(w, QAbstractButton) and (own or w.isEnabled())
    ]
    faults = []
    for widget in _on_page(shown, texts):
        place = _place(shown, widget)
        if isinstance(widget, QPushButton):
            place = place.adjusted(8, 8, -8, -8)
        found = text_contrast(shown.picture, place)
        if found < least:
            faults.append(f"{told(widget)}: {found:.1f}:1")
    return faults


def c2_edges_of_fields_and_marks_are_at_three_to_one(shown: Shown) -> list[str]:
    if shown.rig.look.colours is None:
        return []  # the system draws its own edges: this theme sets no colour
    faults = []
    for widget in _on_page(shown, shown.controls):
        place = _place(shown, widget)
        if isinstance(widget, QCheckBox | QRadioButton):
            assert isinstance(widget, LongRadio | LongCheck), "our own, or its mark is Qt's"
            mark = widget.mark_place().translated(place.topLeft())
            edge = text_contrast(shown.picture, mark)
        elif isinstance(widget, QAbstractButton):
            if widget.property("role") == "plain":
                continue
            line = widget.property("role") == "line"  # of a table: its edge is the line under it
            edge = _edge_below(shown, place) if line else _edge(shown, place)
        else:
            edge = _edge(shown, place)
        if edge < 3:
            faults.append(f"{told(widget)}: {edge:.1f}:1")
    return faults


def _edge(shown: Shown, place: QRect) -> float:
    """Return the contrast of the left edge with what is on either side of it."""
    line = QRect(place.left() - 4, place.center().y(), 10, 1)
    found = colours(shown.picture, line)
    outside = shown.picture.pixel(max(line.left(), 0), line.top()) & 0xFFFFFF | 0xFF000000
    return max(ratio(colour, outside) for colour in found)


def _edge_below(shown: Shown, place: QRect) -> float:
    """Return the contrast of the lower edge with what is above it."""
    line = QRect(place.center().x(), place.bottom() - 6, 1, 10)
    above = shown.picture.pixel(line.left(), line.top()) & 0xFFFFFF | 0xFF000000
    return max(ratio(colour, above) for colour in colours(shown.picture, line))


def c4_nothing_scrolls_sideways(shown: Shown) -> list[str]:
    width = shown.page.viewport().width()
    faults = ["the page scrolls sideways"] * (shown.page.horizontalScrollBar().maximum() > 0)
    faults += [
        f"{told(widget)}: {_place(shown, widget).right() + 1 - width} px beyond the edge"
        for widget in _on_page(shown, [*shown.controls, *shown.labels])
        if _place(shown, widget).right() >= width and not _picture(widget)
    ]
    return faults


def c4_nothing_passes_the_right_edge_of_the_column(shown: Shown) -> list[str]:
    """One width, one edge, that of a line of text; what stands beside the column has its own."""
    page = shown.page
    beside = page.beside if isinstance(page, WidePage) else None
    start, end = page._sides()
    mirrored = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    edge = page.viewport().width() - end  # from where one begins to read
    assert edge > start
    faults = []
    for widget in shown.content.findChildren(QWidget):
        apart = widget.property("role") == "side" or (
            beside is not None and (widget is beside or beside.isAncestorOf(widget))
        )
        if apart or widget is shown.rig.window.ring.frame or not widget.isVisible():  # type: ignore[union-attr]
            continue
        place = _place(shown, widget)
        scrolled = any(isinstance(one, QAbstractScrollArea) for one in _holders(page, widget))
        ends = page.viewport().width() - place.left() if mirrored else place.right() + 1
        beyond = ends - edge
        if beyond > 0 and not scrolled:
            faults.append(f"{told(widget)}: {beyond} px beyond the column")
    return faults


def _holders(page: QWidget, widget: QWidget) -> Iterator[QWidget]:
    """Yield what holds this in a page, from the nearest: what scrolls in it is as wide as it is."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        yield parent
        parent = parent.parentWidget()


def c5_no_text_is_cut(shown: Shown) -> list[str]:
    return [fault for widget in shown.widgets() if (fault := _cut(widget))]


def _picture(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.pixmap().isNull()


def _cut(widget: QWidget) -> str:
    """Return how a text is cut, by what it asks for and by what its letters need."""
    return _asks_for_more(widget) or _needs_more(widget)


def _needs_more(widget: QWidget) -> str:
    """Measure the letters themselves: a widget that asks for too little would hide its fault."""
    words = getattr(widget, "words", None) or getattr(widget, "text", None)
    words = words() if callable(words) else ""
    if not isinstance(widget, QLabel | QAbstractButton) or not words or _picture(widget):
        return ""
    room = QRect(0, 0, widget.width(), 100_000)
    wrap = Qt.TextFlag.TextWordWrap if _wraps(widget) else Qt.TextFlag.TextSingleLine
    needed = widget.fontMetrics().boundingRect(room, wrap, words)
    if needed.width() > widget.width() + 1 and wrap == Qt.TextFlag.TextWordWrap:
        # A word longer than the line, as an e-mail address, is broken where the line ends.
        needed = widget.fontMetrics().boundingRect(room, Qt.TextFlag.TextWrapAnywhere, words)
    if needed.height() > widget.height() + 1 or needed.width() > widget.width() + 1:
        given = f"{widget.width()} × {widget.height()}"
        return (
            f"{told(widget)}: its letters need {needed.width()} × {needed.height()}, {given} given"
        )
    return ""


def _wraps(widget: QWidget) -> bool:
    return widget.wordWrap() if isinstance(widget, QLabel) else widget.hasHeightForWidth()


def _asks_for_more(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return "" if needed <= widget.height() else f"{told(widget)}: {needed} px high cut"
        hint = widget.sizeHint()
    elif isinstance(widget, QAbstractButton):
        if widget.hasHeightForWidth():
            needed = widget.heightForWidth(widget.width())
            return "" if needed <= widget.height() else f"{told(widget)}: {needed} px high cut"
        hint = widget.sizeHint()
    else:
        return ""
    if hint.width() > widget.width() or hint.height() > widget.height():
        size = f"{widget.width()} × {widget.height()}"
        return f"{told(widget)}: {hint.width()} × {hint.height()} needed, {size} given"
    return ""


# ---------------------------------------------------------------- letters


def b8_letters_are_no_shortcuts(shown: Shown) -> list[str]:
    shown.page.focus_heading()
    before = shown.window.page()
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_Q, Qt.Key.Key_S):
        strike(key)
    return [] if shown.window.page() is before else ["a letter leads to another page"]


CHECKS = (
    a1_everything_that_takes_the_focus_has_a_name,
    a2_every_input_has_a_visible_label_that_begins_its_name,
    a3_choices_and_split_fields_sit_in_a_group_named_by_the_question,
    a4_one_heading_read_first_and_a_title_that_tells,
    a5_hints_and_errors_beside_a_field_are_also_heard,
    b2_tab_goes_round_both_ways_and_nothing_is_out_of_reach,
    b3_the_focus_follows_the_order_of_reading,
    b4_the_focus_is_shown_by_a_ring_of_two_pixels_at_three_to_one,
    b5_what_has_the_focus_is_entirely_in_view,
    b6_targets_are_as_large_as_a_finger,
    c1_texts_are_at_seven_to_one,
    c2_edges_of_fields_and_marks_are_at_three_to_one,
    c4_nothing_scrolls_sideways,
    c4_nothing_passes_the_right_edge_of_the_column,
    c5_no_text_is_cut,
    b8_letters_are_no_shortcuts,
)

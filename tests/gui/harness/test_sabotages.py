"""What is broken on purpose is noticed: a check that cannot fail is no check.

Each sabotage is done to a screen that is open, or to what opens it; the check that must see it saw
nothing before.
"""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.gui.interfaces import LabelText
from desktop_app.gui.look.ring import _Frame
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.stops import stops_of
from desktop_app.gui.widgets.wrapping import LongButton
from tests.gui.harness import checks, heard
from tests.gui.harness.looks import Check
from tests.gui.harness.shown import Rig, Shown

Sabotage = Callable[[Shown, pytest.MonkeyPatch], object]


def nameless(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    for widget in shown.inputs:
        widget.setAccessibleName("")


def misnamed(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    button = next(one for one in shown.controls if isinstance(one, QPushButton) and one.text())
    button.setText("Tout autre chose")


def small(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    shown.controls[-1].setFixedHeight(30)


def backwards(shown: Shown, patch: pytest.MonkeyPatch) -> None:
    def order() -> None:
        stops = stops_of(shown.page._column)
        for one, other in zip(reversed(stops), list(reversed(stops))[1:], strict=False):
            QWidget.setTabOrder(one, other)

    patch.setattr(shown.page, "order_stops", order)


def pale(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    hints = [one for one in shown.labels if one.property("role") == "hint"]
    hints[-1].setStyleSheet("color: #8a8a8a")  # 3.4:1 on white


def ringless(_shown: Shown, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(_Frame, "surround", lambda frame, _target, _ground: frame.hide())


def wide(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    shown.labels[-1].setMinimumWidth(2000)


def stray(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    button = shown.widgets(LongButton)[0]
    button.setMaximumWidth(2000)
    button.setMinimumWidth(shown.page._column.contentsRect().width() + 20)


def cut(shown: Shown, patch: pytest.MonkeyPatch) -> None:
    """One line of a text of several, and the widget says that it wants no more."""
    one_line = shown.page.heading.fontMetrics().lineSpacing()
    longest = max((w for w in shown.labels if w.wordWrap()), key=QLabel.height)
    assert longest.height() > 1.5 * one_line, "no text of several lines is on this screen"
    patch.setattr(longest, "heightForWidth", lambda _width: one_line)
    longest.setFixedHeight(one_line)


def undescribed(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    for widget in shown.content.findChildren(QWidget):
        widget.setAccessibleDescription("")


def alike(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    for button in shown.widgets(QPushButton):
        button.setAccessibleName("Changer")


def elsewhere(_shown: Shown, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Page, "focus_heading", lambda page: page.findChildren(QPushButton)[-1].setFocus())


def wordless(_shown: Shown, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LabelText, "_words", lambda _text: "")


def doubled(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    for widget in shown.controls:
        widget.setAccessibleDescription(widget.accessibleName())


def wrong_unsaid(shown: Shown, _patch: pytest.MonkeyPatch) -> None:
    for field in shown.widgets(QLineEdit):
        field.setProperty("wrong", "true")


CASES: list[tuple[str, Sabotage, Check, bool]] = [
    ("questions:erreur", nameless, checks.a1_everything_that_takes_the_focus_has_a_name, False),
    ("questions:erreur", misnamed, checks.a1_everything_that_takes_the_focus_has_a_name, False),
    ("verifier", small, checks.b6_targets_are_as_large_as_a_finger, False),
    ("accueil", backwards, checks.b3_the_focus_follows_the_order_of_reading, False),
    ("accueil", pale, checks.c1_texts_are_at_seven_to_one, False),
    (
        "accueil",
        ringless,
        checks.b4_the_focus_is_shown_by_a_ring_of_two_pixels_at_three_to_one,
        False,
    ),
    ("accueil", wide, checks.c4_nothing_scrolls_sideways, False),
    ("accueil", stray, checks.c4_nothing_passes_the_right_edge_of_the_column, False),
    ("imprimer", cut, checks.c5_no_text_is_cut, False),
    ("questions:formulaire", undescribed, heard.a_hint_under_a_field_is_heard_with_it, False),
    ("verifier", alike, heard.two_things_to_press_side_by_side_are_told_apart, False),
    ("verifier", elsewhere, checks.a4_one_heading_read_first_and_a_title_that_tells, True),
    ("verifier", wordless, heard.a_heading_gives_its_words_to_be_read, True),
    (
        "accueil",
        doubled,
        heard.what_is_shown_is_heard_at_a_stop_and_no_stop_says_it_twice,
        False,
    ),
    ("accueil", wrong_unsaid, checks.a5_hints_and_errors_beside_a_field_are_also_heard, False),
]


@pytest.mark.parametrize(
    ("screen", "sabotage", "check", "again"), CASES, ids=[case[1].__name__ for case in CASES]
)
def test_a_sabotage_is_seen(
    screen: str,
    sabotage: Sabotage,
    check: Check,
    again: bool,
    rig: Rig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``again``: the screen is opened once more, since what opens it is what was broken."""
    shown = rig.open(screen, "clair", 2.0)
    assert check(shown) == []
    sabotage(shown, monkeypatch)
    rig.settle()
    for seen in ("picture", "walk", "labels", "controls", "inputs"):
        shown.__dict__.pop(seen, None)
    assert check(rig.open(screen, "clair", 2.0) if again else shown) != []

"""What a place of a page shows, block by block: what stays the same is not made again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.core.record import record
from desktop_app.gui.widgets.leaving import let_go
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.stops import stops_in
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import page as value

if TYPE_CHECKING:
    from desktop_app.gui.widgets.columns import Columns


class Place(Protocol):
    """A place of a page."""

    def renew(self, blocks: Iterable[value.Block]) -> None:
        """Show these; what is here already stays."""


class Makes(Protocol):
    """What makes the widgets of a page, and knows those that are pressed or typed in."""

    @property
    def live(self) -> Mapping[str, Place]:
        """The places that change, by their names."""

    def made(self, blocks: Iterable[value.Block]) -> Iterable[QWidget]:
        """Yield what shows these blocks."""

    def forget(self, gone: Iterable[QWidget]) -> None:
        """Know no more what is in these, which leave the page."""


@record(frozen=False, eq=False)
class _Part:
    block: value.Block
    widgets: list[QWidget] = field(default_factory=list)

    def has_focus(self) -> bool:
        held = QApplication.focusWidget()
        return held is not None and any(
            one is held or one.isAncestorOf(held) for one in self.widgets
        )


class Parts:
    """Puts blocks in a column: ``at_once`` of them now, the others little by little; None: all."""

    def __init__(self, view: Makes, column: "QVBoxLayout | Columns") -> None:
        self._view, self._column = view, column
        self._parts: list[_Part] = []
        self._slices = Slices(column)

    def put(self, blocks: Iterable[value.Block], at_once: int | None = None) -> None:
        """Show these in the place of those before, each made anew.

        The focus that was in those before goes to the first thing here that one can use.
        """
        gone, self._parts = self._parts, [_Part(one) for one in blocks]
        held = any(one.has_focus() for one in gone)
        self._show(gone, at_once, self._parts[:at_once] if held else ())

    def renew(self, blocks: Sequence[value.Block], at_once: int | None = None) -> None:
        """Show these; what is the same, in the same order, stays with the focus and what is typed
        there, and a place of the same name is renewed within.

        The focus that was in what is made again goes to the first thing there that one can use.
        """
        self._slices.finish()
        before = self._parts
        self._parts = [*_matched(before, blocks)]
        for part, one in zip(self._parts, blocks, strict=True):
            if isinstance(one, value.Live) and part.block != one:
                self._view.live[one.name].renew(one.blocks)
                part.block = one
        stay = set(self._parts)
        gone = [one for one in before if one not in stay]
        held = next((before.index(one) for one in gone if one.has_focus()), None)
        follows = () if held is None else self._parts[held : held + 1] or self._parts[-1:]
        self._show(gone, at_once, follows)

    def finish(self) -> None:
        """Build at once what was to come little by little."""
        self._slices.finish()

    def _show(
        self, gone: Sequence[_Part], at_once: int | None, follows: Sequence[_Part] = ()
    ) -> None:
        """Build what is not there yet, ``follows`` first, which takes the focus; then let go."""
        former = [widget for part in gone for widget in part.widgets]
        for widget in former:
            self._column.removeWidget(widget)
        waiting = [one for one in self._parts if not one.widgets]
        for part in follows:
            self._build(part)
        _begin([widget for part in follows for widget in part.widgets])
        builders = [partial(self._build, one) for one in waiting if not one.widgets]
        self._slices.begin(builders, len(builders) if at_once is None else at_once)
        for widget in former:
            let_go(widget)
        if former:
            self._view.forget(former)

    def _build(self, part: _Part) -> None:
        part.widgets += self._view.made((part.block,))
        before = takewhile(lambda one: one is not part, self._parts)
        place = sum(len(one.widgets) for one in before)
        for at, widget in enumerate(part.widgets, place):
            self._column.insertWidget(at, widget)


def _matched(before: Sequence[_Part], blocks: Iterable[value.Block]) -> Iterator[_Part]:
    """Yield, for each block, the part that shows it already, or its place; else a new one."""
    at = 0
    for one in blocks:
        later = range(at, len(before))
        found = next((n for n in later if _stays(before[n].block, one)), None)
        at = at if found is None else found + 1
        yield _Part(one) if found is None else before[found]


def _stays(shown: value.Block, wanted: value.Block) -> bool:
    if isinstance(shown, value.Live) and isinstance(wanted, value.Live):
        return shown.name == wanted.name
    return shown == wanted


def _begin(widgets: Sequence[QWidget]) -> None:
    """Go to the first thing here that is more than words."""
    for widget in widgets:
        widget.show()  # now, not at the next turn: the focus may be put there
    found = (stop for one in widgets for stop in (one, *stops_in(one)) if _is_used(stop))
    if (first := next(found, None)) is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_used(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, Words)

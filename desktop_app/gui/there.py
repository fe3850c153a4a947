"""Whether those whom a callback speaks to are still there: no page that is left hears of work."""

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_app.gui.widgets.leaving import LEFT


def still_there(function: Callable[..., Any]) -> bool:
    """Tell whether the widgets that a callback speaks of still exist and are not left.

    A person may have left the screen while the work was done: its widgets are gone, or will be, and
    to touch one would be an error. What the work did stands; only telling it is dropped.
    """
    return all(map(_is_there, _spoken_of(function, [])))


def _is_there(thing: QObject) -> bool:
    """Tell whether it exists, on no page that is left: a part of a page is left with it.

    So is what the page let go of, from that moment: Qt takes it down a turn later.
    """
    above: QObject | None = thing
    while above is not None:
        if not isValid(above) or getattr(above, "left", False) or above.property(LEFT):
            return False
        above = above.parent()
    return True


def _spoken_of(thing: object, seen: list[object]) -> Iterator[QObject]:
    """Yield the objects of Qt that a callback reaches, through the functions that it holds.

    What another object holds is not looked at: a method of what is no widget is always told, and
    that object asks ``still_there`` of what it tells in turn.
    """
    if isinstance(thing, QObject):
        yield thing
        return
    held: list[object] = []
    if isinstance(thing, partial):
        held = [thing.func, *thing.args, *thing.keywords.values()]
    elif isinstance(thing, MethodType):
        held = [thing.__self__, thing.__func__]
    elif isinstance(thing, BuiltinMethodType):  # Qt's own: ``page.close``
        held = [thing.__self__]
    elif isinstance(thing, FunctionType):
        held = [*(thing.__defaults__ or ()), *(thing.__kwdefaults__ or {}).values()]
        for cell in thing.__closure__ or ():
            with contextlib.suppress(ValueError):  # nothing was put there yet
                held.append(cell.cell_contents)
    if not held or any(thing is one for one in seen):
        return
    seen.append(thing)
    for one in held:
        yield from _spoken_of(one, seen)

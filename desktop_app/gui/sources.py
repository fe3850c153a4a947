"""Gives Python back its own ``import``, which PySide replaces; leaves PySide's sources for later.

PySide's looks in the source of every module imported after it for a feature of its own that the
module may ask for (``from __feature__ import``). None of ours does; and what Python reads of a
source it keeps: a quarter of the time until the first paint, and 14 MB once a form is shown.

What PySide says of its functions (signatures, words of an error) it keeps as text in its library
and compiles at each start, a fifth of that time. Here each of these modules is made when it is
first asked for something (PEP 562). Not ``mapping``, which the library reads without asking.
"""

import builtins
import importlib
import linecache
from collections.abc import Callable
from threading import RLock

TOLD_LATER = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
    )
)
_ASKING = """
def __getattr__(name):
    from desktop_app.gui.sources import made
    return made(globals(), name)
"""
_compile: Callable[..., object] = builtins.compile
_left: dict[str, object] = {}
_one_at_a_time = RLock()  # what is being made may ask for the others


def leave_unread() -> None:
    """Import Qt's core, then have Python import as it does without it, and forget what was read.

    A PySide that looks elsewhere is left as it is: ``tests/gui/test_first_paint.py`` tells.
    """
    builtins.compile = _put_off  # type: ignore[assignment]
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        builtins.compile = _compile  # type: ignore[assignment]
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


def left() -> set[str]:
    """Return the modules that nobody asked for yet, by the names of their files."""
    return set(_left)


def made(names: dict[str, object], name: str) -> object:
    """Make a module that was put off, and return what it calls so.

    Raises:
        AttributeError: it has no such name.
    """
    with _one_at_a_time:
        file = str(names.get("__file__"))
        if (source := _left.pop(file, None)) is not None:
            exec(_compile(source, file, "exec"), names)  # type: ignore[arg-type]  # noqa: S102
            names.pop("__getattr__", None)
        if name in names:
            return names[name]
    raise AttributeError(name)


def _put_off(source: object, filename: object, *rest: object, **named: object) -> object:
    """Compile as Python does; of a module that only tells of functions, what asks for it."""
    if filename in TOLD_LATER:
        _left[str(filename)] = source
        source = _ASKING
    return _compile(source, filename, *rest, **named)

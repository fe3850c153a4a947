"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for a feature of its own that a module may ask for (``from __feature__ import``).
None of ours does; and what Python reads of a source it keeps: a quarter of the time until the first
paint, and 14 MB once a form is shown.
"""

import importlib


def leave_unread() -> None:
    """Import Qt's core, and have PySide take every module for one that asks for no feature.

    A PySide that looks elsewhere is left as it is: ``tests/gui/test_first_paint.py`` tells.
    """
    importlib.import_module("PySide6.QtCore")
    feature = importlib.import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010

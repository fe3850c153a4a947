"""Gives Python back its own ``import``, which PySide replaces.

PySide's looks in the source of every module imported after it for a feature of its own that the
module may ask for (``from __feature__ import``). None of ours does; and what Python reads of a
source it keeps: a quarter of the time until the first paint, and 14 MB once a form is shown.
"""

import builtins
import importlib
import linecache


def leave_unread() -> None:
    """Import Qt's core, then have Python import as it does without it, and forget what was read.

    A PySide that looks elsewhere is left as it is: ``tests/gui/test_first_paint.py`` tells.
    """
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()

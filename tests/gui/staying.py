"""What a test leaves behind for those that come after it in the same process: nothing."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop_app.gui import language


def what_stays() -> list[str]:
    """Return what is left of windows that were made here: widgets, watchers, workers, garbage.

    What nothing holds any more is collected first, and what Qt was asked to delete is deleted.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    ours = [one for one in app.findChildren(QObject) if type(one).__module__.startswith("desktop")]
    alive = [*app.topLevelWidgets(), *(one for one in ours if one.objectName() != language.NAME)]
    left = [f"{type(one).__name__} at {id(one):#x}" for one in alive]
    if not gc.isenabled():
        left.append("Python's garbage, which nobody collects")
    return left

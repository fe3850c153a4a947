"""The real program, as ``./start`` opens it, on a day that does not change: 24 November 2026.

``python -m tests.gui.ears.window``. Everything is real but the date, and the derivation of a
safe's key at its floor.
"""

import datetime as dt
import gc
import os
import sys

from desktop_app import i18n
from desktop_app.gui import sources

TODAY = dt.date(2026, 11, 24)


def main() -> int:
    gc.disable()  # as ``__main__.open_window``
    i18n.use(i18n.language_of(os.environ))
    sources.leave_unread()
    from desktop_app.safe.door import Door
    from desktop_app.safe.kdf import FLOOR
    from desktop_app.wiring import RealTools

    class FixedClock:
        def today(self) -> dt.date:
            return TODAY

    class Tools(RealTools):
        clock = FixedClock()  # type: ignore[assignment]
        safes = Door(choose_kdf=lambda: FLOOR)

    tools = Tools()
    _ = tools.known_safes, tools.mode
    from desktop_app.gui.app import run

    return run(tools)


if __name__ == "__main__":
    sys.exit(main())

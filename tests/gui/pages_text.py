"""`python -m tests.gui.pages_text`: the text of every page, as it is read and heard.

``--show SCREEN…`` prints it, for each opening whose name begins so; ``--write [SCREEN…]`` writes
it to ``tests/data/pages``: read the difference (``git diff``) before you commit it.
"""

import datetime as dt
import os
import re
import shutil
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desktop_app.gui import app as program
from desktop_app.gui.live_paper import LivePaper
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from tests.gui.harness.page_text import page_text, plain
from tests.gui.harness.screens import OPENINGS, TODAY, Material
from tests.gui.harness.shown import PATIENCE_S, Rig
from tests.gui.hearing import overheard
from tests.helpers.clocks import Noon

GOLDEN = Path(__file__).parents[1] / "data" / "pages"
LOOKS = 2
"""Times in a row that a page must read the same, 10 ms apart, with nothing at work."""
SHORT_MS = 1000
"""A timer that rings once within this time may still change the page."""
MOST = {"modeles": 40}
"""Lines that are enough of a page that lists every pack: packs have their own tests."""
DRAWN = "abeille bateau citron dauphin école fusée"


class FixedClock(Noon):
    """The day of the harness."""

    def today(self) -> dt.date:
        return TODAY


class FixedDoor(Door):
    """The real safes, with a phrase that chance would have given one day."""

    def __init__(self) -> None:
        super().__init__(choose_kdf=lambda: FLOOR)

    def draw_phrase(self, words: int = 6) -> str:
        return " ".join(DRAWN.split()[:words])


class Tools(RealTools):
    """Everything real but the date and chance."""

    clock = FixedClock()  # type: ignore[assignment]
    safes = FixedDoor()


class Reader:
    """One window, in which each page is opened anew and read, whatever was read before."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is the home of the process: nothing else is written to."""
        self._tools = Tools()
        self._catalogue = self._tools.catalogue
        self._catalogue.search()
        self._tools.known_safes.all()
        self._folder = folder
        self._rig = Rig(Material(self._tools, folder))

    def read(self, opening: str) -> str:
        """Return the text of a page once all its work is done."""
        rig = self._rig
        rig.window._saving.heard = ""  # else it is not said to who heard it on another page
        with overheard() as heard:
            rig.begin(opening, "clair", 1.0)
            self._settle()
            page = rig.window.page()
            assert page is not None
            OPENINGS[opening].first(page)
            self._settle()
            lines = page_text(rig.window)
        self._forget()
        if len(lines) > (most := MOST.get(opening.partition(":")[0], len(lines))):
            lines[most:] = ["…"]
        lines += [f"said{' at once' * one.urgent}: {plain(one.words)}" for one in heard]
        return self._anywhere("\n".join(lines)) + "\n"

    def _forget(self) -> None:
        """Leave nothing of this opening to the next one."""
        self._tools.__dict__["catalogue"] = self._catalogue
        for left in ("papier-libre", "modeles"):  # known safes; packs of the harness
            shutil.rmtree(self._folder / left, ignore_errors=True)
        made = self._rig.material.__dict__
        if "safe" in made and made["safe"].drafts.unfinished():
            self._rig.session.close()
            made.pop("safe").close()
            shutil.rmtree(made.pop("place"))  # the next opening makes them anew

    def close(self) -> None:
        rig = self._rig
        rig.session.close()
        if "safe" in rig.material.__dict__:
            rig.material.safe.close()
        rig.jobs.stop()
        program.dismiss(rig.app, rig.window)

    def _settle(self) -> None:
        """Wait until nothing works, no timer is about to ring, and the text stays as it is."""
        limit = time.monotonic() + PATIENCE_S
        before: list[str] = []
        same = 0
        while same < LOOKS:
            assert time.monotonic() < limit, "the page never comes to rest"
            QTest.qWait(10)
            self._rig.app.sendPostedEvents(None, 0)
            self._rig.app.processEvents()
            if self._at_work():
                same = 0
                continue
            now = page_text(self._rig.window)
            before, same = now, same + 1 if now == before else 0

    def _at_work(self) -> bool:
        if self._rig.jobs._waiting:
            return True
        if not all(paper.at_rest for paper in self._rig.window.findChildren(LivePaper)):
            return True
        page = self._rig.window.page()
        timers = page.findChildren(QTimer) if page is not None else []
        return any(
            one.isActive() and one.isSingleShot() and one.interval() < SHORT_MS for one in timers
        )

    def _anywhere(self, text: str) -> str:
        """Return a text without what changes: a folder, the count of packs, a place of chance."""
        text = text.replace(str(self._folder), "…")
        text = re.sub(r"\d+ modèles", "… modèles", text)
        return re.sub(r"Mot numéro \d+", "Mot numéro …", text)


def golden_of(opening: str) -> Path:
    """Return the file of an opening; its name has no accents, for any file system."""
    name = unicodedata.normalize("NFKD", opening).encode("ascii", "ignore").decode()
    return GOLDEN / f"{name.replace(':', '.')}.txt"


def chosen(names: Iterable[str]) -> list[str]:
    """Return the openings whose names begin so; all of them without a name."""
    wanted = tuple(names) or ("",)
    return [one for one in OPENINGS if one.startswith(wanted)]


def alone(home: Path) -> dict[str, str]:
    """Return the environment of a computer on which nobody was before, and that cannot print."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "PATH")
    return dict.fromkeys(names, str(home))


@contextmanager
def reading() -> Iterator[Reader]:
    """Give a reader with a home of its own, which goes with it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(alone(Path(home)))
        reader = Reader(Path(home))
        yield reader
        reader.close()


def main(arguments: list[str]) -> int:
    gesture, *names = arguments or [""]
    if gesture not in ("--show", "--write") or not (openings := chosen(names)):
        sys.stdout.write(f"{__doc__}\n")
        return 2
    with reading() as reader:
        for opening in openings:
            text = reader.read(opening)
            if gesture == "--show":
                sys.stdout.write(f"== {opening}\n{text}\n")
            else:
                GOLDEN.mkdir(exist_ok=True)
                golden_of(opening).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

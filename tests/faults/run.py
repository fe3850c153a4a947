"""One run: a scene is laid, a gesture is done in a process whose disk fails, the rest is judged."""

import contextlib
import functools
import gc
import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.safe import slots
from desktop_app.safe.errors import WrongPassphrase
from desktop_app.safe.store import Safe
from tests.faults import places
from tests.faults.gestures import NEW, Gesture
from tests.faults.judge import Expected, Outcome, Reading, harms, read
from tests.faults.refusing import ALL, Act, Call, Fault, Shim, Unavailable
from tests.faults.scene import OLD, Scene, of_before, worked_with

Say = Callable[[str], None]
LONGEST_S = 60
LIBRARY = "_sqlite3."


@dataclass(frozen=True)
class Point:
    """Where a gesture is broken: once, or again while what is left is being opened."""

    gesture: Gesture
    fault: Fault
    second: Fault | None = None

    def __str__(self) -> str:
        then = f", then {self.second}" if self.second else ""
        return f"{self.gesture.name}: {self.fault}{then}"


def in_child(work: Callable[[Say], None]) -> tuple[list[str], str]:
    """Do some work in a process of its own; return what it said, and how it ended."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        try:
            work(lambda words: os.write(into, words.encode() + b"\n") and None)
        except BaseException:
            os.write(into, b"crash " + traceback.format_exc()[-600:].replace("\n", " | ").encode())
        finally:
            os._exit(0)
    os.close(into)
    said, ended = _heard(out, child)
    return said.decode("utf-8", "replace").splitlines(), ended


def _heard(out: int, child: int) -> tuple[bytes, str]:
    said, hung, last = b"", False, time.monotonic() + LONGEST_S
    while True:
        ready, _, _ = select.select([out], [], [], max(0, last - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            hung = True
            break
        part = os.read(out, 1 << 16)
        if not part:
            break
        said += part
    os.close(out)
    status = os.waitpid(child, 0)[1]
    if hung:
        return said, "hung"
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return said, "killed" if number == signal.SIGKILL else signal.Signals(number).name
    return said, ""


def _opened_by_either(scene: Scene, gesture: Gesture) -> Safe:
    """Open with the phrase, or with the one that the gesture had given before it was broken."""
    if not gesture.keys:
        return scene.opened()
    try:
        return scene.by_phrase(scene.phrase)
    except WrongPassphrase:
        return scene.by_phrase(NEW)


class Machine:
    """The scenes, made once, and what each gesture makes of them where nothing fails."""

    def __init__(self, folder: Path, place: Path | None = None) -> None:
        self.shim = Shim()
        slots.derive = functools.cache(slots.derive)  # the real one; a run forks with what is known
        self.place = (place or folder) / "scene"
        self._folder = folder
        self._made = {False: worked_with(folder / "new")}
        if OLD.exists():
            self._made[True] = of_before(folder / "old")
        with contextlib.suppress(Unavailable):  # the family of memory says so
            self.shim.of_library(LIBRARY)
        self._calls: dict[str, dict[Call, int]] = {}
        self._ready: dict[str, tuple[Scene, Expected]] = {}
        gc.collect()
        gc.freeze()
        self.sabotage: Callable[[], None] = lambda: None

    def ready(self, gesture: Gesture) -> tuple[Scene, Expected]:
        """Return the scene of a gesture, and what is read before and after it."""
        if gesture.name not in self._ready:
            scene = self._made[gesture.old].laid(self._folder / gesture.name)
            said, ended = in_child(lambda say: gesture.before(scene))
            assert (said, ended) == ([], ""), said
            scene.know(NEW)
            before = self._read(scene.laid(self.place), gesture)
            after_scene = scene.laid(self.place)
            done = self._done(after_scene, gesture, None)
            assert done.said == ["done"], done
            after = self._read(after_scene, gesture)
            assert not before.refused, before
            assert not after.refused, after
            self._ready[gesture.name] = scene, Expected(before.facts, after.facts)
        return self._ready[gesture.name]

    def calls(self, gesture: Gesture, calls: Call) -> int:
        """Return how many of these calls the gesture makes, its opening or closing among them."""
        if gesture.name not in self._calls:
            scene = self.ready(gesture)[0].laid(self.place)
            self._calls[gesture.name] = self._done(scene, gesture, ALL).by_call
        return sum(n for call, n in self._calls[gesture.name].items() if call & calls)

    def calls_of_opening(self, point: Point, calls: Call) -> int:
        """Return how many of these calls the opening makes of what a first fault left."""
        scene = self.ready(point.gesture)[0].laid(self.place)
        self._done(scene, point.gesture, point.fault)
        return self._opened(scene, point.gesture, calls).seen

    def run(self, point: Point) -> tuple[Outcome, Reading, list[str]]:
        """Break a gesture; return what was said, what is left, and what is wrong with it."""
        ready, expected = self.ready(point.gesture)
        scene = ready.laid(self.place)
        with places.crowded(self.place.parent, point.fault):
            outcome = self._done(scene, point.gesture, point.fault)
        faults = [point.fault]
        if point.second:
            again = self._opened(scene, point.gesture, point.second)
            faults.append(point.second)
            outcome.said += [one for one in again.said if one != "done"]
            outcome.fired += again.fired
            outcome.ended = again.ended if again.ended not in ("", "killed") else outcome.ended
        reading = self._read(scene, point.gesture)
        return outcome, reading, harms(outcome, reading, expected, point.gesture, faults)

    def _done(self, scene: Scene, gesture: Gesture, fault: Fault | Call | None) -> Outcome:
        def work(say: Say) -> None:
            self.shim.watch(scene.folder)
            safe = scene.opened() if gesture.opens else None
            self.sabotage()
            self._arm(fault)
            try:
                gesture.act(scene, safe)
                say("done")
            except AppError as error:
                say(f"refused {error.wording}")
            except BaseException:
                say(f"crash {' | '.join(traceback.format_exc()[-700:].splitlines())}")
            if safe is not None:
                self._close(safe.close, say)
            say(" ".join(map(str, ["calls", *self.shim.disarm(), *self.shim.by_call()])))

        return self._outcome(work, fault)

    def _close(self, close: Callable[[], None], say: Say) -> None:
        try:
            close()
        except AppError as error:
            say(f"closing {error.wording}")

    def _opened(self, scene: Scene, gesture: Gesture, fault: Fault | Call) -> Outcome:
        """Open what a first fault left, as the next start does, the disk failing again."""

        def work(say: Say) -> None:
            self.shim.watch(scene.folder)
            self.sabotage()
            self._arm(fault)
            try:
                _opened_by_either(scene, gesture).close()
            except AppError as error:
                say(f"refused {error.wording}")
            say("calls {} {}".format(*self.shim.disarm()))

        return self._outcome(work, fault)

    def _arm(self, fault: Fault | Call | None) -> None:
        if isinstance(fault, Fault):
            self.shim.arm(fault)
        elif fault is not None:
            self.shim.count(fault)

    def _outcome(self, work: Callable[[Say], None], fault: Fault | Call | None) -> Outcome:
        said, ended = in_child(work)
        outcome = Outcome([one for one in said if not one.startswith("calls ")], ended)
        for counted in said:
            if counted.startswith("calls "):
                numbers = [int(one) for one in counted.split()[1:]]
                outcome.seen, outcome.fired = numbers[:2]
                outcome.by_call = dict(zip(Call, numbers[2:], strict=False))
        if ended == "killed" and isinstance(fault, Fault):
            if fault.kind.act in (Act.KILL, Act.TORN):
                outcome.fired = 1
            else:
                outcome.ended = "SIGKILL"
        return outcome

    def _read(self, scene: Scene, gesture: Gesture) -> Reading:
        def work(say: Say) -> None:
            self.sabotage()
            found = read(scene, gesture)
            say(json.dumps([sorted(found.facts), found.refused, found.said, found.left]))

        said, ended = in_child(work)
        if ended or not said or said[0].startswith("crash"):
            return Reading(refused=f"{ended} {said}")
        facts, refused, heard, left = json.loads(said[0])
        return Reading(frozenset(facts), refused, heard, left)

"""Tells when the computer sleeps, its screen locks, or another user takes it: the safe locks too.

Where logind and a screen saver speak on D-Bus they are listened to, once a safe is open. A bus is
first tried beside the worker, for one that does not answer would hold the window; only local
sockets are. Windows tells a window of ours (``windows_session.py``). Everywhere, a jump of the
clock tells that the computer has slept: the page is then hidden as soon as it wakes.
"""

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Signal, Slot

from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Session

PROPERTIES = "org.freedesktop.DBus.Properties"
OF_SESSIONS = "org.freedesktop.login1.Session"
LOOK_EVERY_S = 5
ANSWERS_WITHIN_S = 3
SLEPT_S = 30  # beyond: neither a slow disk nor a busy computer holds a window for so long
# bus, interface, signal, whether a boolean says that it begins
SPOKEN = (
    ("system", "org.freedesktop.login1.Manager", "PrepareForSleep", True),
    ("system", "org.freedesktop.login1.Session", "Lock", False),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged", True),
)


def own_session() -> str:
    """Return the path of one's session in logind's names; "" where the system does not tell.

    All sessions are then listened to: locking once too often loses nothing. Letters and digits
    stay, but for a digit that comes first: "2" is "_32".
    """
    told = os.environ.get("XDG_SESSION_ID", "")
    name = "".join(
        sign
        if sign.isascii() and sign.isalnum() and (at or sign.isalpha())
        else f"_{ord(sign):02x}"
        for at, sign in enumerate(told)
    )
    return f"/org/freedesktop/login1/session/{name}" if name else ""


def clock() -> float:
    """Return seconds that go on while the computer sleeps."""
    if sys.platform == "win32":
        from ctypes import c_uint64, windll

        windll.kernel32.GetTickCount64.restype = c_uint64
        return float(windll.kernel32.GetTickCount64()) / 1000
    asleep_too = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if asleep_too is None else time.clock_gettime(asleep_too)


def answering_buses() -> tuple[str, ...]:
    """Return which of both buses greet who comes, by a local socket; for a thread of its own."""
    here = os.environ.get("XDG_RUNTIME_DIR", "")
    told = {
        "system": os.environ.get(
            "DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket"
        ),
        "session": os.environ.get("DBUS_SESSION_BUS_ADDRESS", f"unix:path={here}/bus"),
    }
    return tuple(name for name, address in told.items() if _greets(address))


def _greets(address: str) -> bool:
    """Tell whether a bus answers the first line of D-Bus's own greeting."""
    import socket  # not before the first paint
    from urllib.parse import unquote

    found = re.match(r"unix:(?:.*,)?(path|abstract)=([^,;]+)", address)
    if found is None or not hasattr(socket, "AF_UNIX"):
        return False
    place = ("\0" if found[1] == "abstract" else "") + unquote(found[2])
    who = str(os.getuid()).encode().hex()
    try:
        with socket.socket(socket.AF_UNIX) as bus:
            bus.settimeout(ANSWERS_WITHIN_S)
            bus.connect(place)
            bus.sendall(f"\0AUTH EXTERNAL {who}\r\n".encode())
            return bus.recv(64).startswith(b"OK")
    except (OSError, ValueError):
        return False


class SuspendWatcher(QObject):
    """Calls ``lock`` while a safe is open; keep it as long as the window.

    Args:
        clock: seconds that go on while the computer sleeps.
    """

    _told = Signal()

    def __init__(
        self,
        parent: QObject,
        *,
        jobs: Jobs,
        session: Session,
        lock: Callable[[], object],
        clock: Callable[[], float] = clock,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._session, self._lock, self._clock = jobs, session, lock, clock
        self._listening = False
        self._buses: list[Any] = []
        self._last = clock()
        self._timer = QTimer(self, interval=LOOK_EVERY_S * 1000)
        self._timer.timeout.connect(self.look)
        self._told.connect(self._locks, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._follow)

    def look(self) -> None:
        """Lock when more time has gone by than a program awake would have let pass."""
        now = self._clock()
        slept = now - self._last > LOOK_EVERY_S + SLEPT_S
        self._last = now
        if slept:
            self._locks()

    @Slot(bool)
    def begins(self, begins: bool) -> None:
        """Hear a signal that tells both the beginning and the end."""
        if begins:
            self._told.emit()

    @Slot()
    def happens(self) -> None:
        """Hear a signal without a value."""
        self._told.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def changes(self, of: str, now: dict[str, object], _unread: list[str]) -> None:
        """Hear that the session is no longer the one before the screen: another user took it."""
        if of == OF_SESSIONS and now.get("Active") is False:
            self._told.emit()

    def _locks(self) -> None:
        if self._session.opened is not None:
            self._lock()

    def _follow(self) -> None:
        if self._session.opened is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._last = self._clock()
            self._timer.start()
            if not self._listening:
                self._listening = True
                if sys.platform == "win32":
                    self._listen_to_windows()
                    return
                self._jobs.run_apart(answering_buses, done=self._listen, failed=_nothing)

    def _listen_to_windows(self) -> None:
        from desktop_app.gui import windows_session

        with contextlib.suppress(OSError, AttributeError):  # the clock is left
            self._windows = windows_session.Listener(self._told.emit)

    def _listen(self, names: tuple[str, ...]) -> None:
        """Ask the buses that answer to tell.

        On the window's thread: PySide's modules are not safe to import on another one.
        """
        with contextlib.suppress(ImportError):  # Qt without it, or a system that has no D-Bus
            from PySide6.QtDBus import QDBusConnection

            kinds = {
                "system": QDBusConnection.BusType.SystemBus,
                "session": QDBusConnection.BusType.SessionBus,
            }
            for name in names:
                bus = QDBusConnection.connectToBus(kinds[name], f"papier-libre-{name}")
                if not bus.isConnected():
                    continue
                self._buses.append(bus)
                if name == "system":
                    changed: Any = SLOT("changes(QString,QVariantMap,QStringList)")
                    bus.connect("", own_session(), PROPERTIES, "PropertiesChanged", self, changed)
                for on, interface, member, valued in SPOKEN:
                    # Told as bytes by PySide's types, wanted as text by PySide.
                    slot: Any = SLOT("begins(bool)" if valued else "happens()")
                    if on == name:
                        bus.connect("", "", interface, member, self, slot)


def _nothing(_value: object) -> None:
    return

"""Before sleep, at the wake, and when the screen locks, the safe is locked too. Fault test L4."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.gui import suspend_watcher
from desktop_app.gui.suspend_watcher import LOOK_EVERY_S, SLEPT_S, SuspendWatcher, clock
from tests.gui.safe.conftest import Driver

OWN, OTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_33"
SWITCH = "org.freedesktop.DBus.Properties.PropertiesChanged"
OF_SESSION = ("org.freedesktop.login1.Session", "{{'Active': <{}>}}", "@as []")
# What is sent: the path, the signal, its values; whether the safe is locked by it.
SIGNALS = [
    ("/any", "org.freedesktop.login1.Manager.PrepareForSleep", ("false",), False),
    ("/any", "org.freedesktop.login1.Manager.PrepareForSleep", ("true",), True),
    ("/any", "org.freedesktop.login1.Session.Lock", (), True),
    ("/any", "org.freedesktop.ScreenSaver.ActiveChanged", ("true",), True),
    ("/any", "org.gnome.ScreenSaver.ActiveChanged", ("true",), True),
    (OTHER, SWITCH, tuple(one.format("false") for one in OF_SESSION), False),
    (OWN, SWITCH, tuple(one.format("true") for one in OF_SESSION), False),
    (OWN, SWITCH, tuple(one.format("false") for one in OF_SESSION), True),
]
ON_A_BUS = """
import json, subprocess, sys, time
from PySide6.QtWidgets import QApplication
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, DrivenTools

app, tools = QApplication([]), DrivenTools()
driver = Driver(app, tools)
session = driver.window._session
order = []

def open_one():
    new = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
    close = new.safe.close
    new.safe.close = lambda: (order.append("closed"), close())
    session.open(new.safe, str(new.path))

def in_hand():
    return lambda: order.append("saved")

def locks_within(seconds):
    end = time.monotonic() + seconds
    while driver.is_open and time.monotonic() < end:
        driver.settle()
    return not driver.is_open

found = []
for path, name, values, locks in json.loads(sys.argv[1]):
    if not driver.is_open:
        driver.work(open_one)
        driver.wait_aside()
    session.saver = in_hand
    order.clear()
    command = ["gdbus", "emit", "--session", "--object-path", path, "--signal", name, *values]
    subprocess.run(command, check=True)
    found.append([locks_within(10 if locks else 0.3), list(order)])
print(json.dumps(found))
session.saver = None
driver.end()
"""


def watch_of(driver: Driver) -> SuspendWatcher:
    found: SuspendWatcher = driver.app.findChildren(SuspendWatcher)[-1]
    return found


def test_a_computer_that_has_slept_finds_its_safe_locked(in_safe: Driver) -> None:
    watch = watch_of(in_safe)
    assert watch._timer.isActive()
    start = clock()
    watch._clock = lambda: start + LOOK_EVERY_S + SLEPT_S + 60
    watch.look()
    in_safe.settle()
    assert not in_safe.is_open
    assert in_safe.page.heading.text() == "Écrivez votre phrase"


def test_a_busy_computer_has_not_slept(in_safe: Driver) -> None:
    watch = watch_of(in_safe)
    start = clock()
    watch._clock = lambda: start + LOOK_EVERY_S + SLEPT_S - 10
    watch.look()
    in_safe.settle()
    assert in_safe.is_open


def test_nothing_is_watched_without_a_safe(driver: Driver) -> None:
    watch = watch_of(driver)
    assert not watch._timer.isActive()
    assert "PySide6.QtDBus" not in str(watch._buses)


@pytest.mark.parametrize("address", ["tcp:host=192.0.2.1,port=9", "unix:path=/nowhere", "", "x"])
def test_a_bus_that_is_not_a_local_socket_is_not_spoken_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bus in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", address)
    assert suspend_watcher.answering_buses() == ()


def test_a_bus_that_never_answers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suspend_watcher, "ANSWERS_WITHIN_S", 0.2)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        for bus in ("SYSTEM", "SESSION"):
            monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        assert suspend_watcher.answering_buses() == ()


def test_what_the_desktop_says_is_heard_and_the_draft_is_saved_first(home: Path) -> None:
    """Sleep, a locked screen, another user before it: real signals on a bus of the test's own."""
    for needed in ("dbus-run-session", "gdbus"):
        if shutil.which(needed) is None:
            pytest.skip(f"needs {needed}")
    # The test's own bus stands for both.
    both = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$@"'
    command = ["dbus-run-session", "--", "sh", "-c", both, "sh", sys.executable, "-c", ON_A_BUS]
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [*command, json.dumps(SIGNALS)],
        env=os.environ | {"PYTHONPATH": root, "XDG_SESSION_ID": "2"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    for (path, name, values, locks), found in zip(SIGNALS, told, strict=True):
        wanted = [True, ["saved", "closed"]] if locks else [False, []]
        assert found == wanted, (path, name, values)


@pytest.mark.parametrize(("told", "path"), [("2", "_32"), ("12", "_312"), ("c1", "c1"), ("", "")])
def test_the_path_of_ones_own_session(
    told: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", told)
    assert suspend_watcher.own_session().rpartition("/")[2] == path

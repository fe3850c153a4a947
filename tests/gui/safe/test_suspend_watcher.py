"""Before sleep, at the wake, and when the screen locks, the safe is locked too. Fault test L4."""

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

SIGNALS = [
    ("org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
    ("org.freedesktop.login1.Session.Lock", ""),
    ("org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"),
    ("org.gnome.ScreenSaver.ActiveChanged", "boolean:true"),
]
ON_A_BUS = """
import subprocess, sys, time
from PySide6.QtWidgets import QApplication
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, DrivenTools

app, tools = QApplication([]), DrivenTools()
driver = Driver(app, tools)

def made():
    new = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
    driver.window._session.open(new.safe, str(new.path))

driver.work(made)
driver.wait_aside()

def send(name, *value):
    command = ["dbus-send", "--session", "--type=signal", "/any/path", name, *value]
    subprocess.run(command, check=True)

def locks_within(seconds):
    end = time.monotonic() + seconds
    while driver.is_open and time.monotonic() < end:
        driver.settle()
    return not driver.is_open

send("org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false")
print("awake", locks_within(0.5))
send(sys.argv[1], *sys.argv[2].split())
print("locked", locks_within(10))
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


@pytest.mark.parametrize(("name", "value"), SIGNALS, ids=[name for name, _ in SIGNALS])
def test_what_the_desktop_says_is_heard(name: str, value: str, home: Path) -> None:
    for needed in ("dbus-run-session", "dbus-send"):
        if shutil.which(needed) is None:
            pytest.skip(f"needs {needed}")
    # The test's own bus stands for both.
    both = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$@"'
    command = ["dbus-run-session", "--", "sh", "-c", both, "sh", sys.executable, "-c", ON_A_BUS]
    done = subprocess.run(
        [*command, name, value],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == ["awake False", "locked True"], done.stderr

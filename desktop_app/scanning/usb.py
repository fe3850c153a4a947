"""Asks a scanner on USB for one page, as a PNG in memory."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app import interpreter
from desktop_app.core.errors import AppError
from desktop_app.scanning.closing import NOT_CLOSED
from desktop_app.scanning.configuration import of_system, without_network

PROGRAM = "scanimage"
CLOSING = Path(__file__).with_name("closing.py")
DOTS = 200  # an inch: read as well as 300, in half the time
LONGEST = 180.0  # seconds: an old scanner warms its lamp
BEAT = 0.25
MOST = 120 << 20  # bytes
KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH")
Waiting = Callable[[], object]
"""Called while one waits; raises to give up, and the scanner is left."""


class ScannerAbsent(AppError):
    """No scanner on USB answers, or the computer lacks the program that speaks to it."""


class ScannerNotClosed(AppError, code="scanner-absent"):
    """The program could have opened a connection: it was not started."""


class ScannerFailed(AppError):
    """The scanner gave no page: closed lid, paper stuck, unplugged, too long."""


def can_scan() -> bool:
    """Whether scanning can be offered here; what speaks to scanners is looked for when asked."""
    return sys.platform.startswith("linux")


def scan(waiting: Waiting, only: Sequence[str] = ()) -> bytes:
    """Return one page as a PNG.

    Args:
        only: these kinds of scanner and no other, for trials.

    Raises:
        ScannerAbsent, ScannerNotClosed, ScannerFailed.
    """
    if not can_scan() or shutil.which(PROGRAM) is None:
        raise ScannerAbsent
    with _told(only) as environment:
        listed = _run(["--formatted-device-list", "%d%n"], environment, waiting)
        devices = [one for one in listed.decode("utf-8", "replace").splitlines() if one.strip()]
        if not devices:
            raise ScannerAbsent
        page = ["--device-name", devices[0], "--format=png", "--resolution", str(DOTS)]
        found = _run([*page, "--mode", "Gray"], environment, waiting)
    if not found.startswith(b"\x89PNG"):
        raise ScannerFailed
    return found


@contextmanager
def _told(only: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the environment of the program, with a folder that tells of scanners on USB alone."""
    with tempfile.TemporaryDirectory(prefix="papier-libre-scanners-") as folder:
        for name, text in without_network(of_system(), only).items():
            (Path(folder) / name).write_text(text, "utf-8")
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        yield {**kept, "SANE_CONFIG_DIR": folder}


def _run(arguments: Sequence[str], environment: dict[str, str], waiting: Waiting) -> bytes:
    """Run the program, closed; return what it gives."""
    end = time.monotonic() + LONGEST
    process = subprocess.Popen(  # noqa: S603 (our own interpreter, the system's program)
        [*interpreter.command(), "-I", "-B", str(CLOSING), PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        given = _all_of(process, end, waiting)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    if process.returncode == NOT_CLOSED:
        raise ScannerNotClosed
    if process.returncode != 0:
        raise ScannerFailed
    return given


def _all_of(process: "subprocess.Popen[bytes]", end: float, waiting: Waiting) -> bytes:
    """Return all that the program writes, asking now and then whether one still waits."""
    import selectors

    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    given = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while time.monotonic() < end and len(given) < MOST:
            waiting()
            if not selector.select(BEAT):
                continue
            chunk = process.stdout.read(1 << 20)
            if chunk == b"":
                with suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.1, end - time.monotonic()))
                return bytes(given)
            given += chunk or b""
    raise ScannerFailed

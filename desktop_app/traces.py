"""Looks for what a session of a public terminal left: on disk, in memory, to paste, to print.

Words that exist nowhere else are written in a session of the real window, in a process of its own;
once it has ended, they are looked for. What was changed since the session began is read whole, in
the folders where programs write without being asked; the memory of what follows the session is read
as the system shows it (``/proc``, Linux alone). Nothing here knows the window.
"""

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app import interpreter
from desktop_app.core.errors import AppError
from desktop_app.core.terminal_trial import Found, Looked, Where

CODE = "from desktop_app import __main__ as program; program.try_terminal()"
PATIENCE_S = 120.0
PIECE = 4 << 20
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""As a file has words, as Qt does, as Python does."""
QUEUE = (Path("/var/spool/cups"), Path("/var/cache/cups"), Path("/var/log/cups"))
_CHARACTERS = "BCDFGHJKLMNPQRSTVWXZ"


class TrialFailed(AppError, exit_status=1):
    """The session did not come to its end. ``told``: what it said last."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are nowhere else: a first name, a family name, what is typed, what is copied."""

    all_of_them: tuple[str, ...] = field(repr=False)

    def in_(self, data: bytes) -> bool:
        """Tell whether one of them is there, as any of the programs at work would write it."""
        lowered = data.lower()
        return any(one in lowered for one in self.written())

    def written(self) -> Iterator[bytes]:
        """Yield each as it may be found; small letters, as it is looked for."""
        for one in self.all_of_them:
            yield from (one.lower().encode(code) for code in ENCODINGS)


def drawn(count: int = 4) -> Words:
    """Draw words of consonants that no text holds."""
    return Words(
        tuple("".join(secrets.choice(_CHARACTERS) for _ in range(14)) for _ in range(count))
    )


def try_a_session(*, on_screen: bool, code: str = CODE, queue: Sequence[Path] = QUEUE) -> Found:
    """Run a session in a window of its own, end it, and look for its words.

    Args:
        on_screen: a display is there; else the window is one that nobody sees.
        code: what the process runs; a test gives one that leaves something.
        queue: where the printing service keeps what it printed.

    Raises:
        TrialFailed: it did not come to its end.
    """
    words, begun = drawn(), time.time() - 1
    with _session(words, on_screen, code) as (child, told):
        files = [*_looked_at(begun, queue)]
        spooled = [one for one in files if any(one.is_relative_to(place) for place in queue)]
        places = (
            _on_disk("disk", [one for one in files if one not in spooled], words, queue),
            _in_memory(child.pid, words),
            _to_paste(told, words),
            _on_disk("queue", spooled, words, queue),
        )
    return Found(places, not on_screen, _swap_is_on())


@contextlib.contextmanager
def _session(
    words: Words, on_screen: bool, code: str
) -> Iterator[tuple[subprocess.Popen[bytes], dict[str, Any]]]:
    environment = dict(os.environ)
    environment.pop("PAPIER_LIBRE_ENDED", None)
    flags = ["-I"] if sys.flags.isolated else []
    if not flags:
        environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    if not on_screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    with subprocess.Popen(  # noqa: S603 (ourselves)
        [*interpreter.command(), *flags, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as child:
        try:
            yield child, _ended(child, words)
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)


def _ended(child: "subprocess.Popen[bytes]", words: Words) -> dict[str, Any]:
    """Give the words, and wait for what the process that follows the session says."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(words.all_of_them).encode() + b"\n")
        child.stdin.flush()
    except OSError as gone:
        raise TrialFailed(told="") from gone
    import threading

    late = threading.Timer(PATIENCE_S, child.kill)
    late.start()
    told = ""
    try:
        for line in child.stdout:
            told = line.decode("utf-8", "replace").strip()
            with contextlib.suppress(ValueError):
                found = json.loads(told)
                if isinstance(found, dict) and found.get("written"):
                    _expect_written(child, words)
                if isinstance(found, dict) and found.get("ended"):
                    return found
    finally:
        late.cancel()
    raise TrialFailed(told=told[:80])


def _expect_written(child: "subprocess.Popen[bytes]", words: Words) -> None:
    """Find the words while the session is there: else, not to find them later says nothing.

    Raises:
        TrialFailed: one of them is not there, where memory can be read.
    """
    assert child.stdin is not None
    seen, read = set[str](), 0
    for one in _of_session(child.pid):
        with contextlib.suppress(OSError):
            for _, data in _regions(one):
                read += len(data)
                seen |= {word for word in words.all_of_them if Words((word,)).in_(data)}
    if read and len(seen) < len(words.all_of_them):
        raise TrialFailed(told="–")
    child.stdin.write(b"\n")
    child.stdin.flush()


def places() -> tuple[Path, ...]:
    """Return the folders where programs write without being asked."""
    names = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    told = [os.environ.get(name, "") for name in (*names, "XDG_RUNTIME_DIR", "APPDATA", "TMPDIR")]
    told += [tempfile.gettempdir(), str(Path.home())]
    if os.name == "posix":
        told += ["/tmp", "/var/tmp", "/dev/shm"]  # noqa: S108 (looked at, not used)
    found = dict.fromkeys(Path(one).resolve() for one in told if one and os.path.isdir(one))
    return tuple(
        one
        for one in found
        if not any(one != other and one.is_relative_to(other) for other in found)
    )


def _looked_at(begun: float, queue: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that were made, changed or renamed since."""
    for top in dict.fromkeys((*places(), *queue)):
        for folder, _, names in os.walk(top, onerror=None):
            for name in names:
                path = Path(folder, name)
                with contextlib.suppress(OSError):
                    facts = path.lstat()
                    if max(facts.st_ctime, facts.st_mtime) >= begun:
                        yield path


def _on_disk(where: Where, files: Sequence[Path], words: Words, queue: Sequence[Path]) -> Looked:
    found, refused = [], 0
    for path in files:
        if words.in_(os.fsencode(path.name)):
            found.append(str(path))
            continue
        try:
            if path.is_file() and not path.is_symlink() and _holds(path, words):
                found.append(str(path))
        except FileNotFoundError:
            continue
        except OSError:
            refused += 1
    if where == "queue":
        refused += sum(one.is_dir() and not os.access(one, os.R_OK | os.X_OK) for one in queue)
    return Looked(where, len(files), tuple(found), refused)


def _holds(path: Path, words: Words) -> bool:
    longest = max(map(len, words.written()))
    with open(path, "rb") as file:
        before = b""
        while piece := file.read(PIECE):
            if words.in_(before + piece):
                return True
            before = piece[-longest:]
    return False


def _in_memory(pid: int, words: Words) -> Looked:
    """Look through the process that follows the session, and those that it started."""
    if not sys.platform.startswith("linux"):
        return Looked("memory", looked=False)
    read, found, refused = 0, [], 0
    for one in _of_session(pid):
        try:
            for where, data in _regions(one):
                read += len(data)
                if words.in_(data):
                    found.append(where)
        except OSError:
            refused += 1
    looked = bool(read)
    return Looked("memory", read // 1_000_000, tuple(dict.fromkeys(found)), refused, looked)


def _of_session(session: int) -> Iterator[int]:
    for name in os.listdir("/proc"):
        if name.isdecimal():
            with contextlib.suppress(OSError):
                if os.getsid(int(name)) == session:
                    yield int(name)


def _regions(pid: int) -> Iterator[tuple[str, bytes]]:
    maps = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_rest = line.split()
            name = _rest[3] if len(_rest) > 3 else "—"
            if "w" not in rights or name.startswith("[v"):
                continue  # what is of a file only is not of the session
            first, last = (int(one, 16) for one in span.split("-"))
            for start in range(first, last, PIECE):
                with contextlib.suppress(OSError, ValueError):
                    memory.seek(start)
                    yield name, memory.read(min(PIECE + 64, last - start))


def _to_paste(told: dict[str, Any], words: Words) -> Looked:
    held = json.dumps(told.get("paste", "")).encode()
    return Looked("paste", 1, ("",) if words.in_(held) else ())


def _swap_is_on() -> bool:
    try:
        return len(Path("/proc/swaps").read_text("ascii").splitlines()) > 1
    except OSError:
        return False

"""Real processes of ours run by an ordinary user, and what another program of that user gets.

Root may read every process: what is refused to others is only seen by giving root up. Skips by
name where that is not possible.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ID = "65534"
AS_NOBODY = ("setpriv", f"--reuid={ID}", f"--regid={ID}", "--clear-groups")
PATIENCE = 60.0
KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH")


def needed(*programs: str) -> None:
    """Skip unless this is Linux, root, with these programs."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("needs Linux and root, to become an ordinary user")
    for program in ("setpriv", *programs):
        if not shutil.which(program):
            pytest.skip(f"needs {program}")


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """Make a folder where nobody may write; pytest's own are root's."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o777)
        yield Path(name)


def python(place: Path) -> str:
    """Lay this checkout and its libraries out for nobody; return the interpreter that runs them.

    The interpreter of the tests may lie in the home of root: the system's own of the same version
    then takes its place. Skips where there is none.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for entry in ("desktop_app", "forms", "resources", "tests", "translations"):
        (place / entry).symlink_to(PROJECT / entry)
    (made := place / ".venv" / "bin").mkdir(parents=True)
    libraries = made.parent / "lib" / version
    libraries.mkdir(parents=True)
    (libraries / "site-packages").symlink_to(sysconfig.get_path("purelib"))
    for real in (os.path.realpath(sys.executable), f"/usr/bin/{version}"):
        (made.parent / "pyvenv.cfg").write_text(f"home = {os.path.dirname(real)}\n")
        (made / "python").unlink(missing_ok=True)
        (made / "python").symlink_to(real)
        check = [*AS_NOBODY, "sh", "-c", 'exec "$0" -I -c "import desktop_app, PySide6, msgspec"']
        done = subprocess.run([*check, made / "python"], cwd="/", capture_output=True, check=False)
        if done.returncode == 0:
            return str(made / "python")
    pytest.skip(f"needs a {version} that an ordinary user may run")


@contextlib.contextmanager
def running(command: Sequence[str], home: Path, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a command as nobody, core files allowed without limit, its standard input held open."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment |= {
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    allowed = ["sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh"]
    with subprocess.Popen(
        [*AS_NOBODY, *allowed, *command],
        cwd=home,
        env=environment | more,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)


def wait(condition: Callable[[], bool], process: "subprocess.Popen[bytes]", what: str) -> None:
    """Wait for a process to be so far."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, f"it ended before: {what}"
        assert time.monotonic() < end, what
        time.sleep(0.02)


def has_loaded(pid: int, library: str) -> bool:
    """Tell whether a process has a library in its memory."""
    with contextlib.suppress(OSError):
        return library in Path(f"/proc/{pid}/maps").read_text("utf-8", "replace")
    return False


def waits_on_input(pid: int) -> bool:
    """Tell whether a Python sleeps in a system call on its standard input."""
    with contextlib.suppress(OSError, IndexError):
        call = Path(f"/proc/{pid}/syscall").read_text().split()
        return call[1] == "0x0" and has_loaded(pid, "/python3")
    return False


def dumped(pid: int, into: Path) -> bool:
    """Tell whether another program of the same user (gdb) gets the memory of a process."""
    name = into / "taken"
    command = [*AS_NOBODY, "gcore", "-o", str(name), str(pid)]
    subprocess.run(command, cwd=into, capture_output=True, check=False, timeout=PATIENCE)
    return any(into.glob("taken*"))


def leaves_core(pid: int, into: Path, ended: Callable[[], bool]) -> bool:
    """Tell whether a process that is aborted leaves a core file in its folder."""
    os.kill(pid, signal.SIGABRT)
    end = time.monotonic() + PATIENCE
    while not ended():
        assert time.monotonic() < end, "it does not die"
        time.sleep(0.02)
    return any(into.glob("core*"))

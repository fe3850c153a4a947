"""A real CUPS of the test's own: its scheduler, its filters, and printers that are folders.

Nothing of the computer's own printing is touched: the scheduler listens to one local socket, keeps
everything in one temporary folder, and is ended with the block. A program finds it by the
environment variable ``CUPS_SERVER``::

    with cups() as service:
        printer = service.add_printer("Bureau")
        subprocess.run([...], env={**os.environ, **service.environment})
        page = printer.printed()[0]
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

HERE = Path(__file__).parent
PROGRAMS = Path("/usr/lib/cups")
DATA = Path("/usr/share/cups")
NEEDED = ("cupsd", "lpadmin", "lp", "lpstat", "cancel")
PATIENCE = 20.0
POINTS_PER_MM = 72 / 25.4
A4, LETTER = (595, 842), (612, 792)
State = Literal["ready", "empty", "broken", "slow"]

CUPSD = """\
Listen {folder}/cups.sock
LogLevel warn
WebInterface No
Browsing No
DefaultAuthType None
DefaultShared No
MaxJobTime 0
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
FILES = """\
ServerRoot {folder}
ServerBin {folder}/programs
DataDir {data}
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup {group}
"""


@dataclass(frozen=True)
class Printer:
    """A queue whose device is a folder."""

    name: str
    folder: Path

    def be(self, state: State) -> None:
        """Make the device ready, out of paper, broken, or slow."""
        (self.folder / "state").write_text(state, "ascii")

    def printed(self, wanted: int = 1) -> list[bytes]:
        """Wait for so many printed jobs and return them, in the order of their numbers."""
        until(lambda: len(self._jobs()) >= wanted, f"{wanted} jobs on {self.name}")
        return [job.read_bytes() for job in self._jobs()]

    def options(self) -> list[str]:
        """Return what the device was told with each job: copies, then the options."""
        return [job.with_suffix(".options").read_text("utf-8") for job in self._jobs()]

    def _jobs(self) -> list[Path]:
        return sorted(self.folder.glob("*.pdf"), key=lambda job: int(job.stem))


class Cups:
    """A running scheduler."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "cups.sock"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to find it, in words that do not depend on the computer."""
        return {"CUPS_SERVER": str(self.socket)}

    def start(self) -> None:
        """Start the scheduler, and wait until it answers."""
        log = self.folder / "output"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [
                    *(_program("cupsd"), "-f", "-c", str(self.folder / "cupsd.conf")),
                    *("-s", str(self.folder / "cups-files.conf")),
                ],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        until(self._answers, f"cupsd does not start: {log.read_text('utf-8', 'replace')}")

    def stop(self) -> None:
        """End the scheduler; its queues and jobs stay for the next start."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    @contextlib.contextmanager
    def silent(self) -> Iterator[None]:
        """Have the scheduler take connections and never answer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def add_printer(
        self,
        name: str,
        *,
        margin_mm: float = 4.2,
        paper: Literal["A4", "Letter"] = "A4",
        options: Mapping[str, str] | None = None,
        default: bool = False,
    ) -> Printer:
        """Add a queue that prints into a folder.

        Args:
            margin_mm: what the printer cannot print, on each side.
            paper: what it takes when nothing is asked.
            options: what the queue does unless a job says otherwise, such as two sides.
            default: whether it is the printer of who chooses none.
        """
        folder = self.folder / "printers" / name
        folder.mkdir(parents=True)
        description = self.folder / f"{name}.ppd"
        description.write_text(_description(margin_mm, paper), "ascii")
        defaults = [f"{key}-default={value}" for key, value in (options or {}).items()]
        self.command(
            *("lpadmin", "-p", name, "-v", f"papier-essai:{folder}", "-P", str(description)),
            *(part for one in defaults for part in ("-o", one)),
            "-E",
        )
        if default:
            self.command("lpadmin", "-d", name)
        return Printer(name, folder)

    def command(self, *words: str) -> str:
        """Run one of the commands of CUPS on this scheduler and return what it says."""
        done = subprocess.run(
            [_program(words[0]), *words[1:]],
            env={**os.environ, **self.environment, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
        return done.stdout

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0


@contextlib.contextmanager
def cups() -> Iterator[Cups]:
    """Run a scheduler of one's own; skips the test by name where CUPS is not installed."""
    missing = [name for name in NEEDED if not _program(name)]
    if missing or not (PROGRAMS / "filter" / "pdftopdf").exists():
        pytest.skip(f"needs cups, cups-client and cups-filters: {' '.join(missing) or 'pdftopdf'}")
    if os.geteuid() != 0:
        pytest.skip("needs to be root: cupsd gives its filters to another user")
    # Not under the test's folder: filters run as another user, and a socket's path is short.
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as name:
        service = Cups(Path(name))
        _prepare(service.folder)
        try:
            service.start()
            yield service
        finally:
            service.stop()


def until(condition: object, what: str) -> None:
    """Wait until something is so, or fail with these words."""
    assert callable(condition)
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def _program(name: str) -> str:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin") or ""


def _prepare(folder: Path) -> None:
    folder.chmod(0o755)
    for inner in ("cache", "state", "spool", "spool/tmp", "programs", "ppd"):
        (folder / inner).mkdir()
    for inner in ("filter", "daemon", "monitor", "notifier", "cgi-bin", "driver"):
        if (PROGRAMS / inner).exists():
            (folder / "programs" / inner).symlink_to(PROGRAMS / inner)
    backends = folder / "programs" / "backend"
    backends.mkdir()
    # A backend that only its owner may run is run as root, and may write where it likes.
    shutil.copy(HERE / "backend.sh", backends / "papier-essai")
    (backends / "papier-essai").chmod(0o700)
    values = {"folder": folder, "data": DATA, "group": "root"}
    (folder / "cupsd.conf").write_text(CUPSD.format_map(values), "ascii")
    (folder / "cups-files.conf").write_text(FILES.format_map(values), "ascii")


def _description(margin_mm: float, paper: str) -> str:
    margin = round(margin_mm * POINTS_PER_MM, 2)
    values = {
        "default": paper,
        "margin": margin,
        "a4_right": A4[0] - margin,
        "a4_top": A4[1] - margin,
        "letter_right": LETTER[0] - margin,
        "letter_top": LETTER[1] - margin,
    }
    text = (HERE / "office.ppd").read_text("ascii")
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", str(value))
    return text

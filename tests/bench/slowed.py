"""An old computer, as far as this one can play it: one slow core, little memory, a hard disk.

The core is a group of the system (cgroup 2 or 1, when one may be made), else pauses: the processes
are stopped three quarters of the time. Memory is a limit of each process (RLIMIT_DATA). The disk is
a library of ours, preloaded (``slow_disk.c``), when there is a compiler.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")
PERIOD_US = 10_000
NAME = "papier-libre-old-pc"
DISK = Path(__file__).with_name("slow_disk.c")


@dataclass(frozen=True, slots=True)
class Ways:
    """How each part is played, in words; ``used``: the file that tells the processor's time."""

    core: str
    memory: str
    disk: str
    used: Path | None


class Slowed:
    """What makes a command run on a part of one core; its children too."""

    def __init__(self, folder: Path, share: float, memory_mb: int, *, disk: bool = True) -> None:
        self._share, self._memory = share, memory_mb
        self._group = _group(share)
        counted = _counted(self._group)
        self._groups = [one for one in (self._group, counted) if one is not None]
        self._disk = _disk(folder) if disk else None
        self.ways = Ways(
            core=_told(self._group, share),
            memory=f"RLIMIT_DATA, {memory_mb} MB for each process",
            disk="slow_disk.c, preloaded" if self._disk else "not played",
            used=_used(self._groups),
        )

    def run(self, command: Sequence[str], environment: dict[str, str]) -> int:
        """Run a command so, to its end; return its status."""
        more = {"LD_PRELOAD": str(self._disk)} if self._disk else {}
        process = subprocess.Popen(
            command,
            env=environment | more,
            preexec_fn=self._enter,  # noqa: PLW1509 - no other thread is there yet
            start_new_session=True,
        )
        try:
            with self._pauses(process.pid):
                return process.wait()
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Take the group away."""
        for group in self._groups:
            with contextlib.suppress(OSError):
                group.rmdir()

    def _enter(self) -> None:
        import resource

        for group in self._groups:
            (group / "cgroup.procs").write_text(str(os.getpid()))
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        most = self._memory << 20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))

    @contextlib.contextmanager
    def _pauses(self, group: int) -> Iterator[None]:
        """Stop and let go, where no group of the system limits it."""
        over = threading.Event()

        def beat() -> None:
            with contextlib.suppress(ProcessLookupError):
                while not over.is_set():
                    os.killpg(group, signal.SIGCONT)
                    time.sleep(PERIOD_US / 1e6 * self._share)
                    os.killpg(group, signal.SIGSTOP)
                    time.sleep(PERIOD_US / 1e6 * (1 - self._share))

        if self._group is not None:
            yield
            return
        beating = threading.Thread(target=beat)
        beating.start()
        try:
            yield
        finally:
            over.set()
            beating.join()


def _group(share: float) -> Path | None:
    """Make a group that has so much of one core; None where one may not."""
    quota = int(PERIOD_US * share)
    one, two = CGROUP / "cpu" / NAME, CGROUP / NAME
    for group, limits in (
        (two, {"cpu.max": f"{quota} {PERIOD_US}"}),
        (one, {"cpu.cfs_period_us": str(PERIOD_US), "cpu.cfs_quota_us": str(quota)}),
    ):
        with contextlib.suppress(OSError):
            if not (group.parent / "cgroup.procs").exists():
                continue
            group.mkdir(exist_ok=True)
            for name, limit in limits.items():
                if not (group / name).exists():
                    raise FileNotFoundError(name)
                (group / name).write_text(limit)
            return group
    return None


def _told(group: Path | None, share: float) -> str:
    if group is None:
        way = "pauses (SIGSTOP)"
    else:
        way = "cgroup 1" if group.parent.name == "cpu" else "cgroup 2"
    return f"{way}: {share:.0%} of one core"


def _counted(group: Path | None) -> Path | None:
    """Make the group that counts the processor's time, where it is another one (cgroup 1)."""
    if group is None or group.parent.name != "cpu" or (group / "cpuacct.usage").exists():
        return None
    counted = CGROUP / "cpuacct" / NAME
    try:
        counted.mkdir(exist_ok=True)
    except OSError:
        return None
    return counted


def _used(groups: Sequence[Path]) -> Path | None:
    """Return the file that tells what the groups have used."""
    told = (group / name for name in ("cpuacct.usage", "cpu.stat") for group in groups)
    return next((one for one in told if one.exists()), None)


def _disk(folder: Path) -> Path | None:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    library = folder / "slow_disk.so"
    made = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", library, DISK, "-ldl"], check=False
    )
    return library if made.returncode == 0 else None

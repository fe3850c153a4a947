"""Bare Debian systems to install packages in: made once by debootstrap, left as they were.

What is done in one is written on a layer above it, which goes with the test.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOTS = Path(os.environ.get("PAPIER_LIBRE_ROOTS", "/var/tmp/papier-libre-roots"))
PERSON, ADMINISTRATOR = "paul", "/root"
INSIDE = """
layers=$1; base=$2; shift 2
mount -t overlay overlay -o "lowerdir=$base,upperdir=$layers/up,workdir=$layers/work" "$layers/root"
mount -t proc proc "$layers/root/proc"
mount --rbind /dev "$layers/root/dev"
exec chroot "$layers/root" "$@"
"""


@dataclass(frozen=True)
class System:
    """A bare system, and the layer on which a test writes."""

    base: Path
    layers: Path

    @property
    def root(self) -> Path:
        """Where its files are seen from here, those that the test wrote alone."""
        return self.layers / "up"

    def run(self, *command: str, check: bool = True, **environment: str) -> str:
        """Run a command as root, in a process space of its own; return all that it says."""
        surroundings = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": ADMINISTRATOR,
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **environment,
        }
        done = subprocess.run(
            [*self.entering(), *command],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0 or not check, f"{command}: {done.stdout[-3000:]}"
        return done.stdout

    def entering(self) -> list[str]:
        """Return the words before a command that have it run inside."""
        inside = ["sh", "-ec", INSIDE, "sh", str(self.layers), str(self.base)]
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", *inside]

    def as_person(self, script: str, check: bool = True) -> str:
        """Run a few lines as somebody without rights, in her own folder."""
        return self.run("su", "-", PERSON, "-c", script, check=check)


@contextlib.contextmanager
def bare_system(suite: str, layers: Path) -> Iterator[System]:
    """Yield a bare Debian; skips by name what is missing."""
    if os.geteuid() != 0:
        pytest.skip("needs root, for chroot")
    if not shutil.which("debootstrap"):
        pytest.skip("needs debootstrap")
    base = ROOTS / suite
    if not (base / "etc" / "debian_version").exists():
        shutil.rmtree(base, ignore_errors=True)
        order = ["debootstrap", "--variant=minbase", suite, base]
        made = subprocess.run(order, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            pytest.skip(f"Debian's mirror gives no {suite}: {made.stdout[-200:]}")
    for name in ("up", "work", "root"):
        (layers / name).mkdir(parents=True)
    (layers / "up" / "etc").mkdir()
    shutil.copy("/etc/resolv.conf", layers / "up" / "etc")  # what reaches the mirror here
    try:
        yield System(base, layers)
    finally:
        shutil.rmtree(layers, ignore_errors=True)

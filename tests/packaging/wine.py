"""Windows programs run by Wine, in a Windows of the test's own."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PATIENCE = 3000.0


@dataclass
class Wine:
    """One Windows, with its disk ``C:`` in a folder; ours is seen as its disk ``Z:``.

    Attributes:
        prefix: where it is.
        environment: what every program is given besides.
    """

    prefix: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if shutil.which("wine") is None:
            pytest.skip("needs wine")
        runtime = self.prefix.parent / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.environment |= {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # nothing is offered to be downloaded
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": "",
            "LC_ALL": "C.UTF-8",  # else it takes our names for ASCII
        }

    @property
    def profile(self) -> Path:
        """The folder of its one user."""
        (found,) = (
            one for one in (self.prefix / "drive_c" / "users").iterdir() if one.name != "Public"
        )
        return found

    def run(
        self,
        program: Path | str,
        *arguments: str,
        cwd: Path | None = None,
        more: Mapping[str, str] | None = None,
        given: bytes = b"",
    ) -> subprocess.CompletedProcess[str]:
        """Run one program to its end; what it says is UTF-8."""
        done = subprocess.run(
            ["wine", str(program), *arguments],
            cwd=cwd or self.prefix,
            env={**os.environ, **self.environment, **(more or {})},
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        out, err = (one.decode("utf-8", "replace") for one in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def start(
        self, program: Path, *arguments: str, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for it."""
        return subprocess.Popen(
            ["wine", str(program), *arguments],
            cwd=self.prefix,
            env={**os.environ, **self.environment, **(more or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def registry(self, key: str, name: str) -> str | None:
        """Return a value of the registry; None where there is none."""
        asked = ["/ve"] if name == "" else ["/v", name]
        said = self.run("reg", "query", key, *asked)
        lines = [line for line in said.stdout.splitlines() if "REG_" in line]
        value = lines[0].split("REG_", 1)[1].partition("    ")[2].strip() if lines else None
        return None if value == "(value not set)" else value

    def within(self, path: str) -> Path:
        """Return where a path of its disk C: is here."""
        return self.prefix / "drive_c" / path.replace("\\", "/")

    def end(self) -> None:
        """End it, with all that still runs in it."""
        subprocess.run(
            ["wineserver", "-k"], env={**os.environ, **self.environment}, check=False, timeout=60
        )


def seen_from_windows(path: Path) -> str:
    """Return how Windows calls a path of ours."""
    return "Z:" + str(path).replace("/", "\\")

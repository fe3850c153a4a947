"""Coverage-guided fuzzing (atheris) of what reads bytes of others: only declared refusals come out.

`python -m tests.faults.fuzz TARGET SECONDS SEED FOLDER [weaker]`: one process for each target, for
the fuzzer ends it. What it kept in FOLDER is where the next run goes on.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults.refusing import Unavailable

_ROOT = Path(__file__).parents[2]
_SAMPLES = _ROOT / "tests" / "data" / "safe"


def _keys(data: bytes) -> None:
    from desktop_app.safe import keystore

    keystore.read_copy(data)


def _keys_inside(data: bytes) -> None:
    """Behind its digest, which would stop a fuzzer at the door."""
    import hashlib

    from desktop_app.safe import keystore

    keystore.read_copy(data + hashlib.sha256(data).digest() + bytes(32))


def _manifest(data: bytes) -> None:
    import contextlib

    from desktop_app.core.errors import AppError
    from desktop_app.safe.manifest import _decoded

    # What ``unseal`` turns into words.
    with contextlib.suppress(AppError, ValueError, KeyError, TypeError, RecursionError):
        _decoded(data, bytes(16))


def _zip(data: bytes) -> None:
    import contextlib

    from desktop_app.core.errors import AppError
    from desktop_app.safe.container import NAMES, source

    descriptor = os.memfd_create("backup")
    try:
        os.write(descriptor, data)
        with (
            contextlib.suppress(AppError),
            source(Path(f"/proc/self/fd/{descriptor}")) as backup,
        ):
            for name in NAMES:
                with backup.open(name) as member:
                    member.read(1 << 20)
    finally:
        os.close(descriptor)


def _pack(data: bytes) -> None:
    import contextlib

    from desktop_app.core.errors import AppError
    from desktop_app.core.packs.decode import decode
    from desktop_app.core.packs.model import LetterDefinition
    from desktop_app.core.packs.toml import read_toml

    with contextlib.suppress(AppError):
        decode(read_toml(data, "letter.toml"), LetterDefinition)


def _frames(data: bytes) -> None:
    """The child's answer, as the parent reads it, and the parent's request, as the child does."""
    import contextlib

    import msgspec

    from desktop_app.untrusted.frames import Ended, Heard, take

    with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        msgspec.json.decode(data, type=Heard)
    with contextlib.suppress(Ended, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        take(io.BytesIO(data))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "keys": _keys,
    "keys behind their digest": _keys_inside,
    "manifest": _manifest,
    "backup": _zip,
    "pack": _pack,
    "frames": _frames,
}


def run(
    target: str, seconds: float, seed: int, kept: Path, *, weaker: bool = False
) -> tuple[int, str]:
    """Fuzz a target for some time; return how many executions there were, and what was found.

    ``weaker``: of a program that lets a refusal out which nobody expects.

    Raises:
        Unavailable: no atheris for this Python.
    """
    kept.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.faults.fuzz", target]
    done = subprocess.run(
        [*command, str(int(seconds)), str(seed), str(kept), *(["weaker"] if weaker else [])],
        capture_output=True,
        text=True,
        check=False,
        cwd=_ROOT,
    )
    if "No module named 'atheris'" in done.stderr:
        raise Unavailable("atheris")
    executions = 0
    for line in done.stderr.splitlines():
        if line.startswith("stat::number_of_executed_units:"):
            executions = int(line.split()[-1])
    return executions, "" if done.returncode == 0 else done.stderr[-600:]


def _seeds(target: str, kept: Path) -> None:
    """Begin with what is right: the fuzzer changes it."""
    keys = (_SAMPLES / "v1" / "keys").read_bytes()
    letters = sorted((_ROOT / "forms").rglob("letter.toml"), key=lambda path: path.stat().st_size)
    answer = b'{"data": [1], "frames": 1, "refusal": "", "place": ""}'
    request = b'{"operation": "facts", "arguments": {"a": [1, "b"]}, "frames": 1}'
    one = {"sha256": "ab" * 32, "size": 4096}
    numbers = {"keys_generation": 1, "saves": 3, "schema": 1, "made_on": "2026-11-24"}
    manifest = json.dumps({"files": {"keys": one, "safe.db": one}, **numbers})
    found = {
        "keys": [keys],
        "keys behind their digest": [keys[:-64]],
        "manifest": [manifest.encode()],
        "backup": [(_SAMPLES / "v1.zip").read_bytes()],
        "pack": [path.read_bytes() for path in letters[:5]],
        "frames": [answer, len(request).to_bytes(4, "little") + request + b"\1\0\0\0x"],
    }
    for number, data in enumerate(found[target]):
        (kept / f"right-{number}").write_bytes(data)


def _main(target: str, seconds: str, seed: str, folder: str, weaker: str = "") -> None:
    import atheris

    test = TARGETS[target]
    with atheris.instrument_imports(include=["desktop_app", "tomllib", "json", "zipfile"]):
        test(b"")
    if weaker:
        from tests.faults.sabotages import later_version_unexpected

        later_version_unexpected()
    _seeds(target, Path(folder))
    options = [f"-max_total_time={seconds}", f"-seed={seed}", "-print_final_stats=1", "-timeout=5"]
    crash = f"-artifact_prefix={folder}/found-"
    atheris.Setup([sys.argv[0], *options, crash, "-max_len=65536", folder], test)
    atheris.Fuzz()


if __name__ == "__main__":
    _main(*sys.argv[1:])

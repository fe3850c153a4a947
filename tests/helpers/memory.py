"""What is found in the memory of a process and of those it started, read by root. Linux only."""

import contextlib
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

CHUNK = 1 << 24
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")


def needed() -> None:
    """Skip unless the memory of a process that forbids it can be read."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("needs Linux and root, to read the memory of a process")


def locked_kb(held: bytearray) -> int:
    """Return how much of the mapping of this buffer, in this process, is never swapped out."""
    import ctypes

    place = ctypes.addressof((ctypes.c_char * len(held)).from_buffer(held))
    inside, locked = False, 0
    for line in Path("/proc/self/smaps").read_text().splitlines():
        first = line.split()[0]
        if first.count("-") == 1:
            start, end = (int(side, 16) for side in first.split("-"))
            inside = start <= place < end
        elif inside and first == "Locked:":
            locked += int(line.split()[1])
    return locked


def shapes(texts: Mapping[str, str], key: str) -> dict[bytes, str]:
    """Return what to look for -> its name: texts as Python and Qt keep them, a key raw and in hex.

    ``key`` is in hexadecimal.
    """
    found = {text.encode(way): name for name, text in texts.items() for way in ENCODINGS}
    return found | {
        bytes.fromhex(key): "key",
        key.lower().encode(): "key in hex",
        key.upper().encode(): "key in hex",
        key.lower().encode("utf-16-le"): "key in hex",
    }


def session(leader: int) -> list[int]:
    """Return the processes of a session, the children that began one of their own too."""
    parents: dict[int, tuple[int, int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            fields = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(fields[1]), int(fields[3])
    ours = {pid for pid, (_parent, its) in parents.items() if its == leader} | {leader}
    while more := {pid for pid, (parent, _) in parents.items() if parent in ours} - ours:
        ours |= more
    return sorted(ours)


def found(pids: Sequence[int], wanted: Mapping[bytes, str]) -> Counter[str]:
    """Count what is found in the memory of these processes, by name."""
    counts: Counter[str] = Counter()
    for pid in pids:
        with contextlib.suppress(OSError):  # it ended meanwhile
            regions = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
            with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
                for region in regions:
                    counts += _in_region(memory.fileno(), region, wanted)
    return counts


def _in_region(memory: int, region: str, wanted: Mapping[bytes, str]) -> Counter[str]:
    """Count in one line of ``maps``; pieces overlap, so that nothing falls between two."""
    counts: Counter[str] = Counter()
    place, rights = region.split()[:2]
    if not rights.startswith("r") or "[v" in region:
        return counts
    start, end = (int(side, 16) for side in place.split("-"))
    overlap = max(map(len, wanted)) - 1
    while start < end:
        try:
            piece = os.pread(memory, min(CHUNK, end - start), start)
        except (OSError, OverflowError):
            return counts
        if not piece:
            return counts
        for pattern, name in wanted.items():
            counts[name] += piece.count(pattern)
        if len(piece) <= overlap or start + len(piece) >= end:
            return counts
        start += len(piece) - overlap
    return counts

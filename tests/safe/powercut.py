"""A pessimistic disk: rebuilds what may be left of a folder when the power goes.

``record`` runs a program under strace; ``Disk`` replays its system calls. Bytes that were not
flushed may be there, missing or torn at a sector; names that were not flushed (their folder's
flush) may be there or not, each by itself.
"""

import copy
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = (
    "openat,open,creat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,close"
)
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+|\?)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^(\d+)<([^>]*)>")


def record(command: list[str], log: Path, env: dict[str, str]) -> list[str]:
    """Run a program to its end and return its system calls, one a line."""
    strace = ["strace", "-y", "-xx", "-s", "20000000", "-e", f"trace={TRACED}", "-o", str(log)]
    subprocess.run(
        [*strace, *command],
        check=True,
        env=env,
        stdout=subprocess.DEVNULL,
    )
    return log.read_text("ascii").splitlines()


@dataclass
class Inode:
    """A file: what the disk surely has, and what it may have."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[str, int, bytes]] = field(default_factory=list)

    def flush(self) -> None:
        for operation in self.pending:
            _apply(self.durable, operation)
        self.pending = []

    def after(self, choose: random.Random | None, keep: bool) -> bytes:
        """Return its content after a cut: all, none, or a drawn part of what was pending."""
        content = bytearray(self.durable)
        for kind, offset, data in self.pending:
            if choose is None:
                if keep:
                    _apply(content, (kind, offset, data))
                continue
            drawn = choose.random()
            if drawn < 0.5:
                _apply(content, (kind, offset, data))
            elif drawn < 0.75 and len(data) > SECTOR:
                torn = choose.randrange(len(data) // SECTOR) * SECTOR
                _apply(content, (kind, offset, data[:torn]))
        return bytes(content)


def _apply(content: bytearray, operation: tuple[str, int, bytes]) -> None:
    kind, offset, data = operation
    if kind == "cut":
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(offset - len(content), 0)))
    content[offset : offset + len(data)] = data


class Disk:
    """One folder without sub-folders, as the disk has it and as the program sees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.files: list[Inode] = []
        self.durable: dict[str, int] = {}
        for path in folder.iterdir():
            if path.is_file():
                self.durable[path.name] = len(self.files)
                self.files.append(Inode(bytearray(path.read_bytes())))
        self.live = dict(self.durable)
        self.pending: list[tuple[tuple[str, int | None], ...]] = []
        self._opened: dict[int, tuple[int, int]] = {}  # descriptor -> inode, place

    def play(self, line: str) -> tuple[bool, str]:
        """Play one call; tell whether the disk changed, and what was said on standard output."""
        found = _CALL.match(line)
        if not found or found[3] == "?" or int(found[3]) < 0:
            return False, ""
        name, arguments, result = found[1], found[2], int(found[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
        if name == "write" and arguments.startswith("1<"):
            return False, texts[0].decode()
        handler = getattr(self, f"_{name}", None)
        return bool(handler and handler(arguments, texts, result)), ""

    def _inside(self, path: bytes) -> str | None:
        text = path.decode()
        inside = text.startswith(self._folder + "/") and "/" not in text[len(self._folder) + 1 :]
        return text[len(self._folder) + 1 :] if inside else None

    def _openat(self, arguments: str, texts: list[bytes], result: int) -> bool:
        self._opened.pop(result, None)
        name = self._inside(texts[0])
        if name is None or "O_DIRECTORY" in arguments:
            return False
        made = name not in self.live
        if made:
            if "O_CREAT" not in arguments:
                return False
            self.live[name] = len(self.files)
            self.files.append(Inode())
            self.pending.append(((name, self.live[name]),))
        self._opened[result] = (self.live[name], 0)
        if "O_TRUNC" in arguments and not made:
            self.files[self.live[name]].pending.append(("cut", 0, b""))
            return True
        return made

    _open = _openat

    def _descriptor(self, arguments: str) -> int:
        return int(arguments.split("<", maxsplit=1)[0].split(",", maxsplit=1)[0])

    def _close(self, arguments: str, texts: list[bytes], result: int) -> bool:
        self._opened.pop(self._descriptor(arguments), None)
        return False

    def _lseek(self, arguments: str, texts: list[bytes], result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor in self._opened:
            self._opened[descriptor] = (self._opened[descriptor][0], result)
        return False

    def _write(self, arguments: str, texts: list[bytes], result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor not in self._opened:
            return False
        inode, place = self._opened[descriptor]
        self.files[inode].pending.append(("write", place, texts[0][:result]))
        self._opened[descriptor] = (inode, place + result)
        return True

    def _pwrite64(self, arguments: str, texts: list[bytes], result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor not in self._opened:
            return False
        offset = int(arguments.rsplit(",", 1)[1])
        inode = self._opened[descriptor][0]
        self.files[inode].pending.append(("write", offset, texts[0][:result]))
        return True

    def _ftruncate(self, arguments: str, texts: list[bytes], result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor not in self._opened:
            return False
        size = int(arguments.rsplit(",", 1)[1])
        self.files[self._opened[descriptor][0]].pending.append(("cut", size, b""))
        return True

    def _fsync(self, arguments: str, texts: list[bytes], result: int) -> bool:
        descriptor = self._descriptor(arguments)
        if descriptor in self._opened:
            self.files[self._opened[descriptor][0]].flush()
            return True
        path = _FD.match(arguments)
        if path and _plain(path[2]) == self._folder:
            self.durable, self.pending = dict(self.live), []
            return True
        return False

    _fdatasync = _fsync

    def _rename(self, arguments: str, texts: list[bytes], result: int) -> bool:
        old, new = self._inside(texts[0]), self._inside(texts[1])
        if old is None or new is None:
            return False
        self.live[new] = self.live.pop(old)
        self.pending.append(((new, self.live[new]), (old, None)))
        return True

    _renameat = _renameat2 = _rename

    def _unlink(self, arguments: str, texts: list[bytes], result: int) -> bool:
        name = self._inside(texts[0])
        if name is None or name not in self.live:
            return False
        del self.live[name]
        self.pending.append(((name, None),))
        return True

    _unlinkat = _unlink

    def states(self, drawn: int, seed: str) -> Iterator[dict[str, bytes]]:
        """Yield what a cut may leave now: everything, nothing, and ``drawn`` parts."""
        for keep in (True, False):
            names = dict(self.live if keep else self.durable)
            yield {name: self.files[i].after(None, keep) for name, i in names.items()}
        for number in range(drawn):
            choose = random.Random(f"{seed} {number}")
            names = copy.copy(self.durable)
            for operation in self.pending:
                if choose.random() < 0.5:
                    for name, inode in operation:
                        if inode is None:
                            names.pop(name, None)
                        else:
                            names[name] = inode
            yield {name: self.files[i].after(choose, False) for name, i in names.items()}


def _plain(path: str) -> str:
    if "\\x" not in path:
        return path
    return re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), path)


def lay(state: dict[str, bytes], folder: Path, ballast: Path) -> None:
    """Write a state into a folder, in the place of what is there.

    The ballast is linked, not written: it is large, and no save touches it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "backups").mkdir()
    for name, data in state.items():
        if name == ballast.name:
            (folder / name).hardlink_to(ballast)
        else:
            (folder / name).write_bytes(data)

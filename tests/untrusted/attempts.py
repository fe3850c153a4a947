"""What a closed child still can do: started by ``Worker`` in the place of ``child.py``."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable

if __name__ == "__main__":  # isolated: nothing of ours is found by itself
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from desktop_app.untrusted import child, conversation
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Accept anything: nothing is parsed."""
    return {"pages": 1, "encrypted": False, "layers": subject.layers}, []


def attempt(subject: Subject, asked: Asked) -> Outcome:
    """Try each forbidden thing; returns name -> "possible" or the refusal.

    ``folder`` is where writing is tried, ``port`` a local port that listens, ``unix`` a socket's
    path that listens.
    """
    folder, port = str(asked.arguments["folder"]), int(asked.arguments["port"])
    tries: dict[str, Callable[[], object]] = {
        "read a file": lambda: os.open(os.path.join(folder, "secret"), os.O_RDONLY),
        "write a file": lambda: os.open(os.path.join(folder, "written"), os.O_WRONLY | os.O_CREAT),
        "list a folder": lambda: os.listdir(folder),
        "make a folder": lambda: os.mkdir(os.path.join(folder, "made")),
        "remove a file": lambda: os.unlink(os.path.join(folder, "secret")),
        "connect by TCP": lambda: socket.create_connection(("127.0.0.1", port), 1).close(),
        "send by UDP": lambda: _send(port),
        "connect to a unix socket": lambda: _connect(str(asked.arguments["unix"])),
        "make a pipe": os.pipe,
        "signal the parent": lambda: os.kill(os.getppid(), 0),
        "take 2 GiB": lambda: bytearray(2 << 30),
        "raise its own limits": _raise_limits,
        "execute a program": lambda: os.execv("/bin/true", ["true"]),
    }
    return {name: _outcome(one) for name, one in tries.items()}, []


def attempt_on_windows(subject: Subject, asked: Asked) -> Outcome:
    """Try what a child of Windows must not; ``rights left``: how many its token has."""
    from desktop_app.untrusted.sandbox import windows_token

    folder = str(asked.arguments["folder"])
    written = os.path.join(folder, "written")
    tries: dict[str, Callable[[], object]] = {
        "read a file": lambda: os.open(os.path.join(folder, "secret"), os.O_RDONLY),
        "write a file": lambda: os.open(written, os.O_WRONLY | os.O_CREAT),
        "take 2 GiB": lambda: bytearray(2 << 30),
        "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        "take a right back": windows_token.take_back,
    }
    outcomes = {name: _outcome(one) for name, one in tries.items()}
    return {**outcomes, "rights left": str(windows_token.rights_left())}, []


def _send(port: int) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.sendto(b"x", ("127.0.0.1", port))


def _connect(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        unix.connect(path)


def _raise_limits() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024))


def _outcome(one: Callable[[], object]) -> str:
    try:
        one()
    except Exception as refusal:
        return f"refused: {type(refusal).__name__} {getattr(refusal, 'errno', '') or ''}".strip()
    return "possible"


if __name__ == "__main__":
    conversation.load = lambda _role: {
        "open": accept,
        "try": attempt,
        "try on windows": attempt_on_windows,
    }
    child.main("attempts", serves=len(sys.argv) > 2)

"""A guard that no test can forget: the interpreter itself reports each use of the network.

Audit events come from the C code of `socket`, so that asyncio, urllib or a library that keeps its
own reference to `connect` are seen too. Loopback and the desktop's own sockets (AF_UNIX) pass.
Child processes are not seen: `tests/stories/test_no_network.py` watches those.
"""

import ipaddress
import socket
import sys

WATCHED = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class NetworkUsed(BaseException):
    """The network was reached for. Not an Exception, so that no ordinary handler hides it."""


class NetworkGuard:
    """Refuses every address that is not this very machine, and remembers that it was asked."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def install(self) -> None:
        """Watch from now on, until the process ends: a hook cannot be taken away."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in WATCHED:
            used, address = arguments[0], arguments[1]
            if isinstance(used, socket.SocketType) and used.family not in (
                socket.AF_INET,
                socket.AF_INET6,
            ):
                return
            self._judge(event, address[0] if isinstance(address, tuple) else address)
        elif event in LOOKUPS:
            self._judge(event, arguments[0])

    def _judge(self, event: str, host: object) -> None:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if name in (None, "", "localhost") or is_loopback(str(name)):
            return
        self.attempts.append(event)
        raise NetworkUsed(event)


def is_loopback(host: str) -> bool:
    """Whether this text is an address of the machine itself (no name is looked up)."""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


GUARD = NetworkGuard()  # one for the process, installed by conftest.py

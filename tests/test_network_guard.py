"""The guard of conftest.py really refuses the network, and lets local sockets live."""

import asyncio
import contextlib
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.network import GUARD, NetworkUsed

ELSEWHERE = ("192.0.2.1", 9)  # RFC 5737: an address that belongs to nobody
ELSEWHERE_6 = ("2001:db8::1", 9)


@pytest.fixture(autouse=True)
def forgive() -> Iterator[None]:
    """These tests reach for the network on purpose."""
    yield
    GUARD.attempts.clear()


def udp(family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    return socket.socket(family, socket.SOCK_DGRAM)


def connect() -> None:
    with socket.socket() as tcp:
        tcp.connect(ELSEWHERE)


def connect_ex() -> None:
    with socket.socket() as tcp:
        tcp.connect_ex(ELSEWHERE)


def connect_ipv6() -> None:
    with socket.socket(socket.AF_INET6) as tcp:
        tcp.connect(ELSEWHERE_6)


def send_datagram() -> None:
    with udp() as sender:
        sender.sendto(b"x", ELSEWHERE)


def send_message() -> None:
    with udp() as sender:
        sender.sendmsg([b"x"], [], 0, ELSEWHERE)


def look_a_name_up() -> None:
    socket.getaddrinfo("example.org", 443)


def look_a_name_up_the_old_way() -> None:
    socket.gethostbyname("example.org")


def open_a_page() -> None:
    urllib.request.urlopen("http://example.org/")


def open_a_page_by_address() -> None:
    urllib.request.urlopen("http://192.0.2.1/", timeout=1)


def from_asyncio() -> None:
    asyncio.run(asyncio.open_connection(*ELSEWHERE))


@pytest.mark.parametrize(
    "reach",
    [
        connect,
        connect_ex,
        connect_ipv6,
        send_datagram,
        send_message,
        look_a_name_up,
        look_a_name_up_the_old_way,
        open_a_page,
        open_a_page_by_address,
        from_asyncio,
    ],
    ids=lambda reach: reach.__name__,
)
def test_the_network_is_refused(reach: Callable[[], None]) -> None:
    with pytest.raises(NetworkUsed):
        reach()


def test_an_attempt_in_a_thread_is_remembered() -> None:
    def quietly() -> None:
        with contextlib.suppress(BaseException):  # as a library may
            connect()

    thread = threading.Thread(target=quietly)
    thread.start()
    thread.join()
    assert GUARD.attempts == ["socket.connect"]


def test_loopback_is_allowed() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    with server, socket.create_connection(server.getsockname()):
        pass


def test_local_sockets_of_the_desktop_are_allowed(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "bus"))
        server.listen()
        client.connect(str(tmp_path / "bus"))

"""The program opens no connection: the whole journey without a network, and watched from outside.

Fault test N1. The guard of conftest.py sees the tests' own process; here every child is seen too.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.strace import TALKING, system_calls, whole_calls
from tests.stories.conftest import Journey, Watched

# Left aside: AF_UNIX, the desktop's own sockets; AF_NETLINK, which never leaves the kernel.
ELSEWHERE = re.compile(r"AF_INET|AF_PACKET|AF_BLUETOOTH|AF_VSOCK|<(TCP|UDP)")
REACHING = "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
UNREACHABLE = """
import socket
try:
    socket.create_connection(("192.0.2.1", 9), timeout=2)
except OSError as refused:
    print(refused.errno)
"""


def talk(calls: list[str]) -> list[str]:
    return [call for call in calls if ELSEWHERE.search(call)]


def without_interfaces() -> list[str]:
    """Return the prefix that takes every network interface away, or skip by name."""
    own = ["--net"] if os.geteuid() == 0 else ["--net", "--user", "--map-root-user"]
    try:
        tried = subprocess.run(["unshare", *own, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs unshare (util-linux)")
    if tried.returncode:
        pytest.skip("needs the right to make a network namespace")
    return ["unshare", *own]


def test_whole_journey_without_any_network_interface(journey: Journey) -> None:
    prefix = without_interfaces()
    alone = subprocess.run(
        [*prefix, sys.executable, "-c", UNREACHABLE], capture_output=True, text=True, check=True
    )
    assert alone.stdout.strip() == "101", "the namespace still reaches a network"  # ENETUNREACH
    done = subprocess.run(
        [*prefix, *journey.command],
        env=journey.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    documents = json.loads(done.stdout)["documents"]
    assert documents
    assert all(document["verified"] == document["total"] for document in documents)


def test_whole_journey_opens_only_local_sockets(watched: Watched) -> None:
    assert talk(watched.calls) == []


def test_the_watch_sees_one_datagram(tmp_path: Path) -> None:
    """Sabotage: the watch must catch the smallest thing said, even to the machine itself."""
    command = [sys.executable, "-c", REACHING]
    calls = system_calls(command, TALKING, tmp_path / "calls", os.environ)
    assert len(talk(calls)) == 2


def test_a_call_that_waited_is_read_whole() -> None:
    log = (
        "11 connect(3<TCP:[7]>, {sa_family=AF_INET, <unfinished ...>\n"
        "12 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n"
        "11 <... connect resumed>sin_port=htons(80)}, 16) = 0\n"
    )
    assert talk(whole_calls(log)) == [
        "connect(3<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0"
    ]

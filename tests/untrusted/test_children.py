"""Children forked by a server: one for each document, which finds nothing of the others."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.untrusted import children
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.worker import CHILD, Worker
from tests.helpers import memory
from tests.helpers.forms import every_type
from tests.untrusted.test_worker import ANSWERS, fake, wait_until_gone

DOCUMENT = every_type().data()
SECRET = "ZKANARI"
OURS = Path(__file__).parents[2]
LEAVES = f"""
import sys
sys.path.insert(0, {str(OURS)!r})
from desktop_app.untrusted.worker import Worker
worker = Worker("pages").open({DOCUMENT!r})
print(worker._process.pid, worker._process._server._process.pid, flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(not children.can_fork(), reason="here each child starts by itself")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    children.end_servers()
    yield
    children.end_servers()


def server() -> int:
    """Return the number of the only server there is."""
    (one,) = children._SERVERS.values()
    return one._process.pid


def descriptors(pid: int) -> dict[int, str]:
    """Return what each descriptor of a process leads to."""
    found = {}
    for one in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            found[int(one.name)] = os.readlink(one)
    return found


def test_one_server_forks_one_child_for_each_document() -> None:
    with Worker("form").open(DOCUMENT) as first, Worker("form").open(DOCUMENT) as second:
        pids = {first._process.pid, second._process.pid, server()}
        assert len(pids) == 3
        assert all(os.getsid(one) == one for one in pids), "each may be ended with all it started"
    assert all(one not in os.listdir("/proc") for one in map(str, pids - {server()}))


def test_a_server_is_prepared_once_and_forks_what_is_asked_later() -> None:
    children.prepare(CHILD, "form")
    prepared = server()
    children.prepare(CHILD, "form")
    with Worker("form").open(DOCUMENT) as worker:
        assert worker.opened.pages == 2
    assert server() == prepared


def test_a_child_alone_does_the_same() -> None:
    with Worker("form", forked=False).open(DOCUMENT) as worker:
        assert worker.opened.pages == 2
    assert children._SERVERS == {}


def test_nothing_of_a_document_is_in_the_server_nor_in_the_next_child() -> None:
    memory.needed()
    marked = DOCUMENT + b"\n%" + SECRET.encode()
    wanted = {SECRET.encode(): "document"}
    with Worker("pages").open(marked) as first, Worker("pages").open(DOCUMENT) as second:
        assert memory.found([first._process.pid], wanted), "else nothing is shown below"
        assert not memory.found([server(), second._process.pid], wanted)
        assert not memory.found([second._process.pid], wanted)
    with Worker("pages").open(DOCUMENT) as third:
        assert not memory.found([server(), third._process.pid], wanted)


def test_a_child_keeps_its_own_pipes_and_none_of_another() -> None:
    with Worker("pages").open(DOCUMENT) as first, Worker("pages") as second:
        second.wait_until_ready()
        pipes = [
            {to for to in descriptors(one._process.pid).values() if to.startswith("pipe:")}
            for one in (first, second)
        ]
        assert [len(one) for one in pipes] == [2, 2]
        assert pipes[0] & pipes[1] == set()
        led = {*descriptors(second._process.pid).values()} - pipes[1]
        assert led == {"/dev/null"}, led
        assert any(to.startswith("socket:") for to in descriptors(server()).values())


def test_children_die_with_their_server_and_the_next_has_another() -> None:
    worker = Worker("pages").open(DOCUMENT)
    pid, first = worker._process.pid, server()
    os.kill(first, 9)
    wait_until_gone(pid)
    with pytest.raises(PdfRefused):
        worker.ask("text", list)
    assert worker._process.returncode == -9
    with Worker("pages").open(DOCUMENT):
        assert server() != first


def test_servers_and_children_die_with_the_program() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LEAVES], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        pids = [int(one) for one in program.stdout.readline().split()]
        program.kill()
        for one in pids:
            wait_until_gone(one)


def test_a_server_that_had_nothing_to_do_for_long_ends(tmp_path: Path) -> None:
    script = fake(tmp_path, ANSWERS)
    text = script.read_text().replace(
        "import io\n",
        "import io\n    from desktop_app.untrusted import fork_server\n"
        "    fork_server.IDLE_SECONDS = 0.2\n",
    )
    script.write_text(text)
    with Worker("form", script=script, forked=True).open(b"%PDF"):
        first = server()
        time.sleep(0.5)
        assert state(first) != "Z", "it serves"
    until(lambda: state(first) == "Z")
    with Worker("form", script=script, forked=True).open(b"%PDF"):
        assert server() != first


def test_a_server_that_never_begins_ends_with_who_waited_for_it(tmp_path: Path) -> None:
    script = tmp_path / "never.py"
    script.write_text("import time; time.sleep(60)")
    Worker("form", script=script).close()
    assert children._SERVERS[script, "form"]._process.returncode is not None


def test_who_leaves_at_once_takes_no_server_from_another() -> None:
    kept = Worker("form")
    Worker("form").close()
    with kept.open(DOCUMENT):
        assert kept.opened.pages == 2


def state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]


def until(true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it never came true")

"""The child that reads foreign files, on Windows: what holds it, tried from inside and outside."""

import ctypes
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.worker import Worker
from tests.helpers.elsewhere import SLOWER
from tests.untrusted import attempts
from tests.untrusted.test_worker import ANSWERS, TALKS, fake
from tests.windows.conftest import wine_takes_and_does_not_hold

if sys.platform != "win32":
    pytest.skip("needs Windows: ./start test --windows", allow_module_level=True)

SYNCHRONIZE, TIMEOUT = 0x100000, 0x102
OF_JOB = {"memory", "processor", "processes", "survival"}
GIVEN_UP = {"rights", "trust", "libraries"}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret").write_text("ZKANARI")
    with socket.create_server(("127.0.0.1", 0)) as tcp:
        arguments = {"folder": str(folder), "port": tcp.getsockname()[1], "unix": ""}
        with Worker("attempts", script=Path(attempts.__file__), seconds=200).open(
            b"%PDF"
        ) as worker:
            outcomes, _ = worker.ask("try on windows", dict[str, str], arguments)
            layers = worker.opened.layers
    print("\nlayer table")
    for name, state in {**layers, **outcomes}.items():
        print(f"  {name:26} {state}")
    return outcomes, layers


def test_every_layer_says_what_it_is(tried: tuple[dict[str, str], dict[str, str]]) -> None:
    layers = tried[1]
    assert set(layers) == OF_JOB | GIVEN_UP | {"files", "network"}
    assert all(state.startswith(("on", "absent: ")) for state in layers.values())


def test_the_child_gives_up_its_rights(tried: tuple[dict[str, str], dict[str, str]]) -> None:
    outcomes, layers = tried
    assert {layers[name] for name in GIVEN_UP} == {"on"}
    assert outcomes["rights left"] == "0"
    assert outcomes["take a right back"].startswith("refused")


@wine_takes_and_does_not_hold
def test_its_job_holds_it(tried: tuple[dict[str, str], dict[str, str]]) -> None:
    outcomes, layers = tried
    assert {layers[name] for name in OF_JOB} == {"on"}
    for one in ("take 2 GiB", "start a program", "write a file"):
        assert outcomes[one].startswith("refused"), one


def test_the_parent_cannot_be_opened_to_be_read(
    tried: tuple[dict[str, str], dict[str, str]],
) -> None:
    """Only where the parent has closed itself, as the program does at its first line."""
    from desktop_app.hardening import keep_memory_private

    keep_memory_private()
    program = f"import ctypes; print(ctypes.windll.kernel32.OpenProcess(0x10, 0, {os.getpid()}))"
    assert _said(program) == "0"
    assert _said(program.replace("0x10,", "0x1000,")) != "0", "asking how it is, is allowed"


def test_what_it_started_dies_with_it(tmp_path: Path) -> None:
    body = TALKS + (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)"
    )
    worker = Worker("form", seconds=2 * SLOWER, script=fake(tmp_path, body))
    with pytest.raises(PdfRefused):
        worker.open(b"%PDF")
    if not (tmp_path / "pid").exists():
        return  # it could start nothing: better still
    assert not _lives(int((tmp_path / "pid").read_text()))


def test_it_dies_with_the_program(tmp_path: Path) -> None:
    """The program is killed: its last handle on the job goes, and the child with it."""
    script = fake(tmp_path, ANSWERS + "time.sleep(60)")
    program = (
        "import os, pathlib, sys\n"
        "from desktop_app.untrusted.worker import Worker\n"
        f"worker = Worker('form', script=pathlib.Path({str(script)!r}))\n"
        "worker.open(b'%PDF')\n"
        "print(worker._process.pid, flush=True)\n"
        "os._exit(1)\n"
    )
    pid = int(_said(program, status=1))
    end = time.monotonic() + 5 * SLOWER
    while _lives(pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _lives(pid)


def test_many_children_leave_no_handle(tmp_path: Path) -> None:
    script = fake(tmp_path, ANSWERS + "time.sleep(60)")
    for once in range(3):
        with Worker("form", script=script) as worker:
            worker.open(b"%PDF")
        if once == 0:
            before = _handles()
    assert _handles() <= before + 3


def test_a_question_is_waited_for_no_longer_than_asked(tmp_path: Path) -> None:
    body = ANSWERS + "time.sleep(0.8); put(b'{\"data\":[]}'); time.sleep(60)"
    with Worker("form", script=fake(tmp_path, body), seconds=300) as worker:
        worker.open(b"%PDF")
        worker.send("labels")
        began = time.monotonic()
        assert not worker.has_answered(0.1)
        assert time.monotonic() - began < 0.7
        while not worker.has_answered(0.1):
            assert time.monotonic() - began < ceilings.WALL_SECONDS * SLOWER
        assert worker.receive(list)[0] == []


def _said(program: str, status: int = 0) -> str:
    import subprocess

    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    return done.stdout.strip()


def _lives(pid: int) -> bool:
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(SYNCHRONIZE, 0, pid)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == TIMEOUT)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def _handles() -> int:
    kernel, count = ctypes.WinDLL("kernel32"), ctypes.c_uint32()
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    assert kernel.GetProcessHandleCount(
        ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(count)
    )
    return count.value

"""Family P3: whatever a child does, the caller sees one refusal, and nothing is left behind."""

import os
import time
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.untrusted import ceilings, children
from desktop_app.untrusted.errors import (
    PdfRefused,
    PdfTooHeavy,
    PdfTookTooLong,
    PdfUnreadable,
    ReaderDoesNotStart,
)
from desktop_app.untrusted.worker import Worker
from tests.helpers.elsewhere import SLOWER, WINE
from tests.helpers.forms import every_type

READY = b'{"data":{"ready":true}}'
OPENED = b'{"data":{"pages":1,"encrypted":false,"layers":{}}}'
PROLOGUE = """
import os, struct, subprocess, sys, time, signal
out = sys.stdout.buffer
def put(data): out.write(struct.pack("<I", len(data)) + data); out.flush()
def take(): n = struct.unpack("<I", sys.stdin.buffer.read(4))[0]; return sys.stdin.buffer.read(n)
"""
TALKS = PROLOGUE + f"put({READY!r}); take(); take()\n"
ANSWERS = TALKS + f"put({OPENED!r}); take()\n"


FORKED = f"""
import sys
if len(sys.argv) > 2:
    sys.path.insert(0, {str(Path(__file__).parents[2])!r})
    import io
    from desktop_app.untrusted.fork_server import ForkServer
    def hold(questions, answers):
        sys.stdin, sys.stdout = io.TextIOWrapper(questions), io.TextIOWrapper(answers)
        exec(BODY, {{"__name__": "child"}})
    ForkServer(hold).serve()
else:
    exec(BODY)
"""


def fake(folder: Path, body: str) -> Path:
    """Return a script that does this as a child, forked by it or alone."""
    script = folder / "fake_child.py"
    script.write_text(f"BODY = {body!r}\n{FORKED}")
    return script


@pytest.fixture(params=[True, False], ids=["forked", "alone"])
def forked(request: pytest.FixtureRequest) -> bool:
    if request.param and not children.can_fork():
        pytest.skip("here each child starts by itself")
    return bool(request.param)


MISBEHAVIOURS = [
    pytest.param(TALKS + "time.sleep(60)", PdfTookTooLong, id="hangs"),
    pytest.param(TALKS + "os._exit(0)", PdfUnreadable, id="dies quietly"),
    pytest.param(TALKS + "os.abort()", PdfUnreadable, id="aborts"),
    pytest.param(TALKS + "os.kill(os.getpid(), signal.SIGSEGV)", PdfUnreadable, id="crashes"),
    pytest.param(TALKS + "os.kill(os.getpid(), signal.SIGXCPU)", PdfTookTooLong, id="out of CPU"),
    pytest.param(TALKS + "while True: out.write(b'x' * 65536)", PdfUnreadable, id="floods"),
    pytest.param(
        TALKS + "out.write(struct.pack('<I', 0xFFFFFFFF)); out.flush(); time.sleep(60)",
        PdfUnreadable, id="announces 4 GiB",
    ),
    pytest.param(
        TALKS + "out.write(struct.pack('<I', 1000) + b'{}'); out.flush(); os._exit(0)",
        PdfUnreadable, id="half an answer",
    ),
    pytest.param(
        TALKS + "out.write(struct.pack('<I', 1000) + b'{}'); out.flush(); time.sleep(60)",
        PdfTookTooLong, id="half an answer, then silence",
    ),
    pytest.param(
        TALKS + "import pickle; put(pickle.dumps(os.system))", PdfUnreadable, id="sends a pickle"
    ),
    pytest.param(TALKS + "put(b'{\"data\":{\"pages\":-4}}')", PdfUnreadable, id="wrong shape"),
    pytest.param(
        TALKS + "put(b'{\"data\":{\"pages\":999999999,\"encrypted\":false,\"layers\":{}}}')",
        PdfUnreadable, id="a billion pages",
    ),
    pytest.param(
        TALKS + "put(b'{\"data\":null,\"frames\":4000000}')", PdfUnreadable, id="a million frames"
    ),
    pytest.param(
        TALKS + "put(b'{\"refusal\":\"no-such-code\"}')", PdfUnreadable, id="a code of its own"
    ),
    pytest.param(
        TALKS + "os.close(0); signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
        PdfTookTooLong, id="ignores SIGTERM and closes its input",
    ),
    pytest.param(PROLOGUE + "time.sleep(60)", PdfTookTooLong, id="never ready"),
    pytest.param(PROLOGUE + "sys.exit(1)", ReaderDoesNotStart, id="does not start"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "refusal"), MISBEHAVIOURS)
def test_one_refusal_and_nothing_left(
    tmp_path: Path,
    body: str,
    refusal: type[AppError],
    forked: bool,
    capfd: pytest.CaptureFixture[str],
) -> None:
    began = time.monotonic()
    worker = Worker("form", seconds=1.5 * SLOWER, script=fake(tmp_path, body), forked=forked)
    with pytest.raises(refusal):
        worker.open(b"%PDF-canary")
    assert time.monotonic() - began < 4 * SLOWER
    assert_gone(worker)
    assert capfd.readouterr() == ("", "")


def test_standard_error_is_never_shown(
    tmp_path: Path, forked: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    body = ANSWERS + "sys.stderr.write('ZKANARI'); sys.stderr.flush(); put(b'{\"data\":[]}')"
    with Worker("form", script=fake(tmp_path, body), forked=forked) as worker:
        worker.open(b"%PDF")
        assert worker.ask("labels", list)[0] == []
    assert "ZKANARI" not in "".join(capfd.readouterr())


@pytest.mark.skipif(os.name != "posix", reason="needs process groups")
def test_a_grandchild_neither_holds_the_parent_nor_survives(tmp_path: Path, forked: bool) -> None:
    body = TALKS + (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "os._exit(0)"
    )
    began = time.monotonic()
    worker = Worker("form", seconds=2 * SLOWER, script=fake(tmp_path, body), forked=forked)
    with pytest.raises(PdfRefused):
        worker.open(b"%PDF")
    assert time.monotonic() - began < 5 * SLOWER
    wait_until_gone(int((tmp_path / "pid").read_text()))


def test_pixels_that_are_not_the_announced_size_are_refused(tmp_path: Path, forked: bool) -> None:
    from desktop_app.untrusted.documents import render_with

    body = ANSWERS + 'put(b\'{"data":{"width":10,"height":10},"frames":1}\'); put(b\'x\' * 399)'
    with Worker("pages", script=fake(tmp_path, body), forked=forked) as worker:
        worker.open(b"%PDF")
        with pytest.raises(PdfUnreadable):
            render_with(worker, 1, dpi=100)


def test_the_next_document_works_at_once(tmp_path: Path, forked: bool) -> None:
    script = fake(tmp_path, TALKS + "os.abort()")
    with pytest.raises(PdfRefused):
        Worker("form", seconds=1 * SLOWER, script=script, forked=forked).open(b"%PDF")
    with Worker("form", forked=forked).open(every_type().data()) as worker:
        assert worker.opened.pages == 2


def test_a_document_over_the_ceiling_starts_nothing_to_parse_it(forked: bool) -> None:
    worker = Worker("form", forked=forked)
    with pytest.raises(PdfTooHeavy):
        worker.open(bytes(ceilings.DOCUMENT_BYTES + 1))
    assert_gone(worker)


def assert_gone(worker: Worker) -> None:
    process = worker._process
    assert process.returncode is not None, "the child was waited for"
    if os.name == "posix" and process.pid:  # else it never was
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def wait_until_gone(pid: int) -> None:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state == "Z":  # dead; its own parent, which is not us, has to collect it
            return
        time.sleep(0.05)
    pytest.fail("the grandchild is alive")


class TestABusyComputer:
    """A document is refused for the work it makes, not for what other programs do meanwhile."""

    WORKS = (
        TALKS + f"end = time.monotonic() + 1.2\nwhile time.monotonic() < end: pass\nput({OPENED!r})"
    )

    @pytest.mark.skipif(WINE, reason="Wine tells of no other process how long it had a processor")
    def test_a_child_at_work_is_waited_for(self, tmp_path: Path, forked: bool) -> None:
        with Worker("x", seconds=0.6, script=fake(tmp_path, self.WORKS), forked=forked) as worker:
            assert worker.open(b"%PDF").opened.pages == 1

    def test_but_not_for_ever(
        self, tmp_path: Path, forked: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ceilings, "PATIENCE", 0.1)
        body = TALKS + "while True: pass"
        with (
            Worker("x", seconds=0.6, script=fake(tmp_path, body), forked=forked) as worker,
            pytest.raises(PdfTookTooLong),
        ):
            worker.open(b"%PDF")

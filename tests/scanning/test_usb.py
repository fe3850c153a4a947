"""A page from a scanner on USB: no connection can be opened, and what goes wrong is said.

Tried with SANE's own trial scanner, where ``scanimage`` is installed.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.scanning import closing, usb
from desktop_app.scanning.configuration import without_network
from desktop_app.scanning.usb import ScannerAbsent, ScannerFailed, scan
from desktop_app.untrusted.letters import grey_picture

PROJECT = Path(__file__).parents[2]
TRIAL = ("test",)
SOCKETS = """
import socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family, socket.SOCK_DGRAM)
        print("opened", family)
    except PermissionError:
        print("refused")
"""
SCAN = "from desktop_app.scanning.usb import scan; print(len(scan(bool, ('test',))))"


def quietly() -> None:
    pass


@pytest.fixture
def scanimage() -> None:
    if shutil.which(usb.PROGRAM) is None:
        pytest.skip("no scanimage here: sane-utils")


def closed(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-I", "-B", closing.__file__, *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_is_started_can_open_no_connection() -> None:
    found = closed(sys.executable, "-I", "-c", SOCKETS)
    if found.returncode == closing.NOT_CLOSED:
        pytest.skip("this machine has no such filter")
    assert found.stdout.split() == ["refused"] * 3


def test_where_it_cannot_be_closed_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing.platform, "machine", lambda: "vax")
    assert not closing.close()


def test_what_the_system_tells_of_scanners_is_told_without_network() -> None:
    told = without_network(
        {
            "dll.conf": "# kinds\nnet\nepson2\n#hp\nescl\ntest\nv4l\n",
            "dll.d/airscan": "airscan\n",
            "dll.d/hplip": "hpaio\n",
            "epson2.conf": "# a comment\nusb\nnet autodiscovery\n  net 192.0.2.1\n",
            "xerox_mfp.conf": "usb 0x0924 0x3da4\ntcp 192.0.2.2 9400\n",
            "net.conf": "192.0.2.3\n",
            "pixma.conf": "# networking=yes\nbjnp://192.0.2.4\n",
        }
    )
    assert told["dll.conf"].split() == ["epson2", "hpaio"]
    assert "net.conf" not in told
    assert told["epson2.conf"].split("\n")[1:] == ["usb", ""]
    assert told["xerox_mfp.conf"] == "usb 0x0924 0x3da4\n"
    assert told["pixma.conf"].endswith("networking=no\n")
    assert "192.0.2" not in "".join(told.values())


def test_absent_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb.shutil, "which", lambda _name: None)
    with pytest.raises(ScannerAbsent):
        scan(quietly)


@pytest.mark.usefixtures("scanimage")
class TestWithScanimage:
    """Skipped by name where there is none."""

    def test_a_page_comes_as_a_picture_that_can_be_read(self) -> None:
        page = grey_picture(scan(quietly, TRIAL))
        assert page.width > 100

    def test_a_network_that_is_not_there_is_not_missed(self) -> None:
        if shutil.which("unshare") is None:
            pytest.skip("no unshare here: util-linux")
        found = subprocess.run(
            ["unshare", "--map-root-user", "--net", sys.executable, "-c", SCAN],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if "unshare failed" in found.stderr:
            pytest.skip("this machine gives no network namespace")
        assert int(found.stdout) > 100, found.stderr

    def test_no_scanner_is_said(self) -> None:
        with pytest.raises(ScannerAbsent):
            scan(quietly, ("abaton",))

    def test_who_waits_may_give_up(self) -> None:
        class Enough(Exception):
            pass

        def waiting() -> None:
            raise Enough

        with pytest.raises(Enough):
            scan(waiting, TRIAL)

    def test_no_folder_stays(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(usb.tempfile, "tempdir", str(tmp_path))
        scan(quietly, TRIAL)
        assert list(tmp_path.iterdir()) == []

    def test_too_long_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(usb, "LONGEST", 0.0)
        with pytest.raises(ScannerFailed):
            scan(quietly, TRIAL)

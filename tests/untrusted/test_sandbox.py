"""Family P4: what a closed child still can do, tried from inside. Prints the table of layers."""

import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.untrusted.children import can_fork
from desktop_app.untrusted.operations.rehearsal import tiny_form
from desktop_app.untrusted.worker import Worker
from tests.untrusted import attempts

ATTEMPTS = Path(attempts.__file__)

ALWAYS_REFUSED = (
    "make a pipe",
    "connect by TCP",
    "send by UDP",
    "connect to a unix socket",
    "read a file",
    "write a file",
    "list a folder",
    "take 2 GiB",
)
BY_LANDLOCK = ("make a folder", "remove a file", "execute a program")
SIGNALS_FROM_ABI = 6

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="layers of Linux")


@pytest.fixture(scope="module", params=[True, False], ids=["forked", "alone"])
def tried(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, str], Any]:
    if request.param and not can_fork():
        pytest.skip("here each child starts by itself")
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret").write_text("ZKANARI")
    path = str(folder / "socket")
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind(path)
        unix.listen()
        arguments = {"folder": str(folder), "port": tcp.getsockname()[1], "unix": path}
        with Worker("attempts", script=ATTEMPTS, forked=request.param).open(b"%PDF") as worker:
            outcomes, _ = worker.ask("try", dict[str, str], arguments)
            layers = worker.opened.layers
    print("\nlayer table")
    for name, state in {**layers, **outcomes}.items():
        print(f"  {name:26} {state}")
    assert sorted(p.name for p in folder.iterdir()) == ["secret", "socket"]
    return outcomes, layers


@pytest.mark.parametrize("name", ALWAYS_REFUSED)
def test_refused_everywhere(tried: tuple[dict[str, str], Any], name: str) -> None:
    assert tried[0][name].startswith("refused"), tried[0][name]


@pytest.mark.parametrize("name", BY_LANDLOCK)
def test_refused_by_landlock(tried: tuple[dict[str, str], Any], name: str) -> None:
    outcomes, layers = tried
    if not layers["landlock"].startswith("on"):
        pytest.skip(f"Landlock {layers['landlock']}")
    assert outcomes[name].startswith("refused"), outcomes[name]


def test_the_parent_cannot_be_signalled(tried: tuple[dict[str, str], Any]) -> None:
    outcomes, layers = tried
    version = int(layers["landlock"].partition("ABI ")[2].rstrip(")") or 0)
    if version < SIGNALS_FROM_ABI:
        pytest.skip("this kernel's Landlock has no scope for signals")
    assert outcomes["signal the parent"].startswith("refused")


def test_limits_cannot_be_raised_again(tried: tuple[dict[str, str], Any]) -> None:
    outcomes, layers = tried
    if layers["capabilities"] != "on":
        pytest.skip("capabilities could not be dropped")
    assert outcomes["raise its own limits"].startswith("refused")


def test_every_layer_says_what_it_is(tried: tuple[dict[str, str], Any]) -> None:
    layers = tried[1]
    assert set(layers) == {
        "memory", "processor", "files", "core", "processes",
        "landlock", "descriptors", "capabilities",
    }  # fmt: skip
    assert all(state.startswith(("on", "absent: ")) for state in layers.values())


def test_a_missing_layer_is_said_and_not_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.untrusted.sandbox import landlock, limits

    monkeypatch.setattr(limits, "resource", None)
    assert set(limits.apply(10).values()) == {"absent: no resource limits on this system"}
    assert limits.refuse_new_descriptors().startswith("absent")

    def no_library(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(landlock.ctypes, "CDLL", no_library)
    assert landlock.apply() == "absent: no C library"
    assert landlock.drop_capabilities() == "absent: no C library"


def test_the_child_works_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit('a file of the folder was imported')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Worker("pages").open(tiny_form()) as worker:
        assert worker.opened.pages == 1


def test_without_closing_the_same_tries_succeed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotaged variant: were the sandbox a sham, the tests above would say so."""
    from desktop_app.untrusted.operations.subject import Asked, Subject

    for name in ("execv", "kill"):
        monkeypatch.setattr(attempts.os, name, lambda *_: None)
    monkeypatch.setattr(attempts, "_raise_limits", lambda: None)
    (tmp_path / "secret").write_text("ZKANARI")
    arguments = {"folder": str(tmp_path), "port": 9, "unix": str(tmp_path / "none")}
    outcomes, _ = attempts.attempt(Subject(b"", "", {}), Asked(arguments))
    for name in ("read a file", "write a file", "list a folder", "make a pipe", "remove a file"):
        assert outcomes[name] == "possible", name

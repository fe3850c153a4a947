"""`./start` prepares once, runs ever after, and says in words what is missing."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.start.conftest import Checkout

INSTALLS = "J’installe les composants"
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to lay a file over another")


def laid_over(command: str, *arguments: str) -> tuple[str, ...]:
    """Return the prefix that runs `command` in a file system of its own, then what follows."""
    return ("unshare", "--mount", "sh", "-c", f'{command} && exec "$@"', *arguments)


def read_only(folder: Path) -> tuple[str, ...]:
    """Return the prefix that makes a folder read-only, even for root."""
    return laid_over('mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"', str(folder))


def skip_without_mount(done: subprocess.CompletedProcess[str]) -> None:
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip("needs the right to mount")


def test_first_start_installs_what_it_runs_with(prepared: Checkout) -> None:
    assert prepared.installed() == {"petit_qt-1.0", "petit_noyau-1.0"}


def test_second_start_installs_nothing_and_asks_no_network(prepared: Checkout) -> None:
    again = prepared.start("run", PIP_FIND_LINKS="/nonexistent")
    assert again.returncode == 0
    assert again.stderr == ""


def test_run_passes_arguments_and_folder_untouched(prepared: Checkout, tmp_path: Path) -> None:
    arguments = ["letter", "deux mots", "l’été", "", "*"]
    done = prepared.start("run", *arguments, cwd=tmp_path)
    assert json.loads(done.stdout) == {"args": arguments, "cwd": str(tmp_path)}


def test_what_the_caller_opened_reaches_the_program(checkout: Checkout) -> None:
    """A phrase comes by a descriptor, whichever it is: the script needs one for itself."""
    numbers = list(range(3, 10))
    (checkout.folder / "desktop_app" / "__main__.py").write_text(
        "import os\ndef main():\n    print([n for n in range(3, 30)"
        " if os.path.exists(f'/dev/fd/{n}') and os.read(n, 1) == b'['])\n",
        "utf-8",
    )
    (given := checkout.folder / "phrase").write_text("[", "utf-8")
    opened = " ".join(f'{n}< "$0"' for n in numbers)
    done = checkout.start("run", prefix=("sh", "-c", f'exec "$@" {opened}', str(given)))
    assert (json.loads(done.stdout), done.stderr) == (numbers, "")


def test_run_never_imports_from_the_folder_one_stands_in(
    prepared: Checkout, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported from a stranger')", "utf-8")
    assert prepared.start("run", cwd=tmp_path).returncode == 0


def test_without_a_display_it_says_so_and_runs_the_demo(prepared: Checkout) -> None:
    done = prepared.start(DISPLAY=":990", WAYLAND_DISPLAY="")
    assert "Aucun écran" in done.stderr
    assert json.loads(done.stdout)["args"] == ["demo"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-k", "safe"], ["-k", "safe"], id="arguments of pytest"),
        pytest.param(
            ["--slow", "-x"],
            ["-m", "slow or not slow", "-x"],
            id="slow families too",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_test_installs_its_tools_and_runs_pytest(
    checkout: Checkout, arguments: list[str], expected: list[str]
) -> None:
    done = checkout.start("test", *arguments)
    assert json.loads(done.stdout) == {"args": expected, "cwd": str(checkout.folder)}
    assert "petit_test-1.0" in checkout.installed()
    assert INSTALLS not in checkout.start("run").stderr  # running needs no more than testing had


def test_started_through_a_link(prepared: Checkout, tmp_path: Path) -> None:
    link = tmp_path / "lien"
    link.symlink_to(prepared.folder / "start")
    done = subprocess.run([link, "run"], env=prepared.environment, capture_output=True, check=True)
    assert b"args" in done.stdout


def test_unknown_action_shows_the_help(prepared: Checkout) -> None:
    done = prepared.start("danser")
    assert done.returncode == 2
    assert "« danser »" in done.stderr
    assert "./start test" in done.stderr


def test_moved_folder_still_starts(checkout: Checkout) -> None:
    moved = checkout.folder.rename(checkout.folder.with_name("ailleurs"))
    done = Checkout(moved, checkout.wheels, checkout.environment).start("run")
    assert (done.returncode, done.stderr) == (0, "")


def test_renewed_lock_is_installed_over_the_old(checkout: Checkout) -> None:
    checkout.lock("runtime", "petit-noyau", "1.1")
    assert INSTALLS in checkout.start("run").stderr
    assert checkout.installed() == {"petit_qt-1.0", "petit_noyau-1.1"}


def test_what_an_update_changed_is_compiled_once(checkout: Checkout) -> None:
    new = checkout.folder / "desktop_app" / "neuf.py"
    new.write_text("NEUF = 1\n", "utf-8")
    assert checkout.start("run").returncode == 0
    (compiled,) = new.parent.glob("__pycache__/neuf.*.pyc")
    compiled.unlink()
    assert checkout.start("run").returncode == 0
    assert not compiled.exists(), "nothing changed: nothing is looked through again"


@pytest.mark.slow
def test_interrupted_installation_is_made_anew(checkout: Checkout) -> None:
    site = next(checkout.folder.glob(".venv/lib/python3*/site-packages"))
    (checkout.folder / ".venv" / "ready").unlink()
    (site / "petit_noyau.py").unlink()  # pip would believe the component is there
    assert checkout.start("run").returncode == 0
    assert next(checkout.folder.glob(".venv/lib/python3*/site-packages/petit_noyau.py"))


def test_killed_installation_is_recovered(checkout: Checkout) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    running = subprocess.Popen(
        [checkout.folder / "start", "run"],
        env=checkout.environment,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not (checkout.folder / ".venv" / "bin" / "python").exists():
        assert time.monotonic() < deadline, "the environment never appeared"
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert not (checkout.folder / ".venv" / "ready").exists()
    done = checkout.start("run")
    assert done.returncode == 0, done.stderr
    assert checkout.installed() == {"petit_qt-1.0", "petit_noyau-1.0"}


@pytest.mark.slow
def test_python_that_went_away_is_replaced(checkout: Checkout) -> None:
    python = checkout.folder / ".venv" / "bin" / "python3"
    for name in (checkout.folder / ".venv" / "bin").glob("python*"):
        name.unlink()
    python.symlink_to("/nonexistent/python3")
    done = checkout.start("run")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_two_starts_at_once_wait_for_each_other(checkout: Checkout) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    if not shutil.which("flock"):
        pytest.skip("needs flock (util-linux)")
    first = subprocess.Popen(
        [checkout.folder / "start", "run"],
        env=checkout.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (checkout.folder / ".venv").exists() and first.poll() is None:
        time.sleep(0.02)
    second = checkout.start("run")
    _, said = first.communicate(timeout=60)
    assert first.returncode == second.returncode == 0
    assert INSTALLS in said
    assert second.stderr.startswith("Une autre préparation est en cours")
    assert INSTALLS not in second.stderr


def test_a_newcomer_reads_two_lines_and_pip_writes_to_its_log(checkout: Checkout) -> None:
    checkout.lock("runtime", "petit-noyau", "1.1")
    said = checkout.start("run").stderr.splitlines()
    assert [line.partition(" ")[0] for line in said] == ["J’installe", "Papier"]
    assert "Installing collected packages" in checkout.log.read_text("utf-8")


def test_on_a_terminal_one_line_tells_what_has_come(checkout: Checkout) -> None:
    if not shutil.which("script"):
        pytest.skip("needs script (bsdutils)")
    checkout.lock("runtime", "petit-noyau", "1.1")
    terminal = "exec script -qec 'exec ./start run' /dev/null"
    said = checkout.start("run", prefix=("sh", "-c", terminal)).stdout  # each \\r read as a line
    shown = {line.partition(" (")[0].strip() for line in said.splitlines()} - {""}
    ours = ("J’installe", "Composants reçus", "Tout est là", "Papier libre est prêt", "{")
    assert [line for line in shown if not line.startswith(ours)] == []
    assert any(line.startswith(("Composants reçus", "Tout est là")) for line in shown)


# --- Old processors -------------------------------------------------------------------------------


def test_classic_qt_when_asked_for(checkout: Checkout) -> None:
    if os.uname().machine != "x86_64":
        pytest.skip("needs an x86-64 processor: others have one build of Qt")
    checkout.start("run", PAPIER_LIBRE_CLASSIC="1")
    assert "petit_qt-0.9" in checkout.installed()


@needs_root
def test_classic_qt_on_a_processor_without_sse42(checkout: Checkout, tmp_path: Path) -> None:
    if os.uname().machine != "x86_64":
        pytest.skip("needs an x86-64 processor: others have one build of Qt")
    old = tmp_path / "cpuinfo"
    old.write_text("processor : 0\nflags : fpu mmx sse sse2 pni ssse3 sse4_1\n", "utf-8")
    done = checkout.start("run", prefix=laid_over('mount --bind "$0" /proc/cpuinfo', str(old)))
    skip_without_mount(done)
    assert "petit_qt-0.9" in checkout.installed()


def test_only_too_new_a_python_for_the_classic_qt(checkout: Checkout, tmp_path: Path) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        fake = tmp_path / "bin" / name
        fake.parent.mkdir(exist_ok=True)
        fake.write_text("#!/bin/sh\nexit 1\n", "utf-8")
        fake.chmod(0o755)
    path = f"{tmp_path / 'bin'}:{checkout.environment['PATH']}"
    done = checkout.start("run", PATH=path, PAPIER_LIBRE_CLASSIC="1")
    assert done.returncode == 1
    assert "pas 3.14" in done.stderr
    assert "Python 3.11 ou plus récent" in checkout.start("run", PATH=path).stderr


# --- Failures, each with what to do ---------------------------------------------------------------


def test_component_with_another_fingerprint_is_refused(checkout: Checkout) -> None:
    checkout.lock("runtime", "petit-noyau", "1.1")
    lock = checkout.folder / "resources" / "packaging" / "lock" / "runtime.txt"
    renewed = lock.read_text("utf-8")
    lock.write_text(f"{renewed.split('sha256:')[0]}sha256:{'0' * 64}\n", "utf-8")
    done = checkout.start("run")
    assert done.returncode == 1
    assert "n’est pas celui qui était attendu" in done.stderr
    assert checkout.installed() == {"petit_qt-1.0", "petit_noyau-1.0"}


def test_without_network_the_old_installation_stays(checkout: Checkout) -> None:
    old = (checkout.folder / ".venv" / "ready").read_text("utf-8")
    checkout.lock("runtime", "petit-noyau", "1.1")
    nothing = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    done = checkout.start("run", **nothing)
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert said[0].startswith(INSTALLS)
    assert said[1] == "Internet ne répond pas. Vérifiez la connexion, puis retapez ./start."
    assert said[2:] == [f"Le détail, en anglais, est dans « {checkout.log} »."]
    assert "petit-noyau==1.1" in checkout.log.read_text("utf-8")
    assert (checkout.folder / ".venv" / "ready").read_text("utf-8") == old


def test_folder_that_cannot_be_written(prepared: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "papier libre"
    shutil.copytree(prepared.folder, folder, ignore=shutil.ignore_patterns(".venv"))
    folder.chmod(0o555)
    checkout = Checkout(folder, prepared.wheels, prepared.environment)
    done = checkout.start("run", prefix=read_only(folder) if os.geteuid() == 0 else ())
    folder.chmod(0o755)
    skip_without_mount(done)
    assert done.returncode == 1
    assert "lecture seule" in done.stderr
    assert "Copiez-le dans un dossier à vous" in done.stderr


@pytest.mark.slow
def test_home_that_cannot_be_written(checkout: Checkout) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    assert checkout.start("run", HOME="/proc/nowhere").returncode == 0


@pytest.mark.slow
@needs_root
def test_full_disk(checkout: Checkout) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    plain = shutil.copytree(checkout.folder, checkout.folder.with_name("plain"))
    small = (
        f'mount -t tmpfs -o size=9M none "{checkout.folder}" && cp -r "$0"/. "{checkout.folder}"'
    )
    done = checkout.start("run", prefix=laid_over(small, str(plain)))
    skip_without_mount(done)
    assert done.returncode == 1
    assert "est plein" in done.stderr

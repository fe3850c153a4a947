"""When a test process dies, the run ends within a minute, fails, and names the test."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
DIES = "import os, signal\ndef test_dies(): os.kill(os.getpid(), signal.SIGSEGV)\n"
LASTS = "import time\ndef test_lasts(): time.sleep(1)\n"


def test_a_dead_process_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "test_1.py").write_text(DIES, "utf-8")
    for number in range(2, 6):
        (tmp_path / f"test_{number}.py").write_text(LASTS, "utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\npythonpath = {PROJECT}\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.helpers.dead_worker"]
    command += ["--numprocesses", "2", "--dist", "loadfile", "-p", "no:cacheprovider"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert "test_1.py::test_dies" in done.stdout
    assert "died" in done.stdout

"""``python -m tests.gates [WORD…]``: each sabotage in a copy of the project; its test must fail.

``--table`` prints the table for SECURITY.md. With words, those gates alone whose promise has one.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gates.table import GATES, Gate, table

PROJECT = Path(__file__).parents[2]
SPOILT = ("desktop_app", "tests")
PATIENCE_S = 600
FAILED = 1  # pytest's status: a test failed, as it should


def main(words: list[str]) -> int:
    """Run the sabotages; the status is how many were not seen."""
    if words == ["--table"]:
        print(table())
        return 0
    chosen = [one for one in GATES if not words or any(word in one.promise for word in words)]
    missed = 0
    for gate in chosen:
        seen = caught(gate)
        missed += not seen
        print("seen  " if seen else "MISSED", gate.promise, flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} sabotages seen")
    return missed


def caught(gate: Gate) -> bool:
    """Tell whether the test fails on the spoilt program; one that is skipped has seen nothing."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy.chmod(0o755)  # some tests run the program as an ordinary user
        for entry in PROJECT.iterdir():
            if entry.name in SPOILT:
                shutil.copytree(
                    entry, copy / entry.name, ignore=shutil.ignore_patterns("__pycache__")
                )
            elif entry.name != ".git":
                (copy / entry.name).symlink_to(entry)
        spoilt = copy / gate.file
        spoilt.write_text(spoilt.read_text("utf-8").replace(gate.was, gate.put, 1), "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-x", gate.test]
        done = subprocess.run(
            [*command, "-m", "slow or not slow"], cwd=copy, capture_output=True, check=False,
            timeout=PATIENCE_S,
        )  # fmt: skip
        return done.returncode == FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

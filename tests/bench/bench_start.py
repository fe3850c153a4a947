"""How long the command line takes to answer, against an interpreter that does nothing."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.frame import Row, process_ms

PROJECT = Path(__file__).parents[2]
COMMANDS = {
    "papier-libre --version": ["--version"],
    "papier-libre catalogue": ["catalogue", "--json"],
    "papier-libre letter --help": ["letter", "--help"],
}


def rows() -> Iterator[Row]:
    run = (
        f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from desktop_app.__main__ import main; "
    )
    ours = [[sys.executable, "-c", f"{run}sys.exit(main())", *c] for c in COMMANDS.values()]
    with tempfile.TemporaryDirectory() as folder:
        bare, *figures = process_ms([[sys.executable, "-c", "pass"], *ours], Path(folder))
    for name, figure in zip(COMMANDS, figures, strict=True):
        yield Row(name, figure, baseline=bare, against="bare interpreter")

"""The tools of the repository: scripts, in no package."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "resources/packaging"


@cache
def tool(name: str = "words") -> ModuleType:
    """Return a script of ``resources/packaging``, which finds what stands beside it."""
    file = FOLDER / f"{name}.py"
    sys.path.append(str(file.parent))
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

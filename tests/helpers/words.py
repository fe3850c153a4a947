"""The tool that gathers the sentences: a script, in no package."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "resources/packaging"


@cache
def tool() -> ModuleType:
    """Return ``resources/packaging/words.py``, which finds what stands beside it."""
    sys.path.append(str(FOLDER))
    spec = importlib.util.spec_from_file_location("words", FOLDER / "words.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""The tool that gathers the sentences: a script, in no package."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

PROJECT = Path(__file__).parents[2]


@cache
def tool() -> ModuleType:
    """Return ``resources/packaging/words.py``."""
    spec = importlib.util.spec_from_file_location("words", PROJECT / "resources/packaging/words.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

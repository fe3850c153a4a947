"""Puts the data of the program inside the wheel, with its translations compiled.

`forms/`, `translations/` and `resources/` stand at the top of the repository; in the wheel they are
`desktop_app/_data/…`, so that no general name lands among a person's installed packages.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "desktop_app/_data"


class DataHook(BuildHookInterface[Any]):
    """Called by hatchling when a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data folders; those of `resources/` that only the repository needs stay out."""
        root = Path(self.root)
        inside: dict[str, str] = build_data["force_include"]
        inside[str(root / "forms")] = f"{DATA}/forms"
        for folder in sorted((root / "resources").iterdir()):
            if folder.is_dir() and folder.name not in ("packaging", "pictures"):
                inside[str(folder)] = f"{DATA}/resources/{folder.name}"
        sys.path.insert(0, str(root))  # a build has our sources beside it, not installed
        from desktop_app.compiling import compiled

        self._compiled = tempfile.TemporaryDirectory()
        for source in sorted((root / "translations").glob("*/*.po")):
            language, domain = source.parent.name, source.stem
            target = Path(self._compiled.name) / f"{language}-{domain}.mo"
            target.write_bytes(compiled(source.read_bytes(), language))
            inside[str(target)] = f"{DATA}/translations/{language}/{domain}.mo"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled catalogues, which the wheel holds now."""
        self._compiled.cleanup()

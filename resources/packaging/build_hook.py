"""Puts the data of the program inside the wheel, with its translations compiled."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Called by hatchling when a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data folders; those of `resources/` that only the repository needs stay out."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "resources" / "packaging"))  # hatchling knows this file only
        from data_files import data_files

        self._compiled = tempfile.TemporaryDirectory()
        inside: dict[str, str] = build_data["force_include"]
        for source, place in data_files(root, Path(self._compiled.name)).items():
            inside[str(source)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled catalogues, which the wheel holds now."""
        self._compiled.cleanup()

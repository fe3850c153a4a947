"""Answers of a shipped example, to change one at a time in a test."""

import tomllib
from typing import Any

from desktop_app.datafiles import data_root


def answers_of(pack: str, example: str) -> dict[str, Any]:
    """Return the answers of ``forms/letters/<pack>/examples/<example>``, by question."""
    file = data_root("forms") / "letters" / pack / "examples" / example
    return dict(tomllib.loads(file.read_text("utf-8"))["answers"])

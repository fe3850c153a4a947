"""The law as the program is given it: read from a folder, and whether a folder's is sound."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop_app.catalogue.law_folder import LawFolder
from desktop_app.core.errors import Problem


class FolderLaw(LawFolder):
    """Implements ``core.deadlines.law.Law``."""

    def problems_under(self, folder: str, today: dt.date) -> Sequence[Problem] | None:
        """Return what is wrong in the law of a folder shaped like ``forms/``; None without one."""
        from desktop_app.catalogue import arguments
        from desktop_app.catalogue.law_check import check_law  # not for who only reads the law

        root = Path(folder) / "law"
        if not (root / "procedures").is_dir():
            return None
        return [*check_law(LawFolder(root), today), *arguments.problems(root, Path(folder))]


def law_of(folder: str) -> FolderLaw:
    """Return the law of a folder shaped like ``forms/``."""
    return FolderLaw(Path(folder) / "law")

"""The law as the program is given it: read from a folder, and whether a folder's is sound."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from desktop_app.catalogue.law_folder import LawFolder
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.errors import Problem


class FolderLaw(LawFolder):
    """Implements ``core.deadlines.law.Law``."""

    @cached_property
    def fingerprint(self) -> str:
        """What the procedures' files are known by; none is parsed."""
        seen = hashlib.sha256()
        for found in self.files:
            seen.update(found.place.encode() + hashlib.sha256(found.file.read_bytes()).digest())
        return seen.hexdigest()[:32]

    def with_former(self, procedures: Mapping[str, Procedure]) -> "FolderLaw":
        """Return this law with procedures as they were; its tables are those of now."""
        former = FolderLaw(self.root)
        former._read.update(procedures)
        return former

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

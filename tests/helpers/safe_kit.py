"""What the program, and the second reader, say of a case of the public kit (``tests/safe/kit``)."""

import importlib.util
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.safe_reports import Damage
from desktop_app.safe import closed_check, keystore, repair, stick_key
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.entry import Entry, enter
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keystore import Unlock
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.restore import restore
from desktop_app.safe.slots import Kind
from desktop_app.safe.system_keyring import Held
from tests.safe.kit.bases import DAY, KIT, SMALLEST
from tests.safe.reader import reading, secret
from tests.safe.reader.__main__ import french_words
from tests.safe.reader.verdict import RefusedError

Case = dict[str, Any]
Verdict = tuple[str, tuple[str, ...]]
"""A code, and what is said beside "ok"."""
Say = Callable[[Case, Path], Verdict]
Repairs = Callable[[Case, Path], bool]


@cache
def unpacker() -> Any:
    """The kit's own program, as a stranger runs it."""
    found = importlib.util.spec_from_file_location("kit_unpack", KIT / "unpack.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@cache
def kit() -> Case:
    """What is in ``kit.json``."""
    return dict(json.loads((KIT / "kit.json").read_text("utf-8")))


def cases() -> list[Case]:
    """Every case."""
    return list(kit()["cases"])


def unpacked(case: Case, folder: Path) -> Path:
    """Make a case there; return what is to be opened."""
    unpacker().make(case, kit()["made"], folder)
    return folder if case["at"] == "." else folder / case["at"]


def expected(case: Case) -> Verdict:
    """What must be said."""
    return case["code"], tuple(case["said"])


def ours(case: Case, path: Path) -> Verdict:
    """What ``safe check --full`` says of a safe, ``safe restore`` of a backup."""
    said: list[Notice] = []
    try:
        if case["at"] != ".":
            new = path.parent / "new"
            restore(path, new, _unlock(case, path), disk=Disk(), schemas=Schemas())
            return "ok", ()
        problems = _checked(path, _unlock(case, path), said)
    except AppError as error:
        return error.code, ()
    return (_code(problems), ()) if problems else ("ok", tuple(n.code for n in said))


def repairs(case: Case, path: Path) -> bool:
    """Whether ``safe repair`` brings back the damaged pages, and a whole safe is there after it."""
    try:
        entry = enter(SafeFolder(path), _unlock(case, path), disk=Disk(), tell=lambda notice: None)
        repair.closed(entry, Disk(), lambda done, total: None)
    except AppError:
        return False
    return ours(case, path)[0] == "ok"


def read_again(case: Case, path: Path) -> Verdict:
    """What the second reader says."""
    read = reading.read_safe if case["at"] == "." else reading.read_backup
    try:
        found = read(path, _secret(case, path))
    except RefusedError as error:  # of the file on a stick
        return error.code, ()
    return found.code, found.said


def repairs_again(case: Case, path: Path) -> bool:
    """Whether the second reader brings back the damaged pages."""
    return reading.repairs(path, _secret(case, path))


def _secret(case: Case, path: Path) -> secret.Secret:
    if "stick" in case:
        return secret.on_stick(path / case["stick"])
    if "typed" in case:
        return secret.typed(case["typed"], french_words())
    return secret.held(case["held"]["kind"], bytes.fromhex(case["held"]["secret"]))


def _unlock(case: Case, path: Path) -> Unlock:
    if "stick" in case:
        return keystore.by(stick_key.read(path / case["stick"], Disk()))
    if "typed" in case:
        return keystore.by(case["typed"])
    assert case["held"]["kind"] == Kind.KEYRING
    return keystore.by(Held(b"", bytes.fromhex(case["held"]["secret"])))


def _checked(path: Path, unlock: Unlock, said: list[Notice]) -> Sequence[Damage]:
    """Check as ``Door.check`` does, by a keyring's secret too."""
    door, disk = Door(choose_kdf=lambda: SMALLEST), Disk()
    entry: Entry = enter(SafeFolder(path), unlock, disk=disk, tell=said.append)
    report = closed_check.check(
        entry,
        lambda: door._open(entry, DAY, accept_older=False),
        disk=disk,
        schemas=Schemas(),
        full=True,
    )
    return report.problems


def _code(problems: Sequence[Damage]) -> str:
    """The first that is true: pages damaged, of several moments, rows unsound, a document."""
    found = {problem.code for problem in problems}
    if found & {"page", "unreadable"}:
        return "safe-damaged"
    if "pages-mixed" in found:
        return "pages-mixed"
    return "document-damaged" if found == {"document"} else "safe-damaged"

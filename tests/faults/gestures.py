"""What a person does in a safe, one at a time; the disk is right until ``act`` begins."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.safe.database import PAGE
from desktop_app.safe.store import Safe
from tests.faults.scene import DOSSIER, PHRASE, TODAY, Scene

NEW = "une phrase toute neuve à elle"
NEW_WORDS = ("abaisser",) * 12
DAMAGED = 9  # a page of the damaged safe, from 1


@dataclass(frozen=True)
class Gesture:
    """One thing done.

    Attributes:
        act: does it; what it returns from is acknowledged. It is given the open safe, or None.
        opens: whether the safe is open before the fault may come.
        before: makes the scene ready, once.
        keys: whether other phrases may open the safe afterwards, so that each is tried.
    """

    name: str
    act: Callable[[Scene, Safe | None], None]
    opens: bool = True
    before: Callable[[Scene], None] = lambda scene: None
    keys: bool = False
    old: bool = False


def _open(scene: Scene, _safe: Safe | None) -> None:
    scene.opened().close()


def _create(scene: Scene, _safe: Safe | None) -> None:
    scene.door.create(scene.safe.path, PHRASE, on=TODAY, words=scene.words)


def _people(_scene: Scene, safe: Safe) -> None:
    safe.people.add("Zoé Nouvelle", on=TODAY)


def _add(_scene: Scene, safe: Safe) -> None:
    paper = bytes(range(256)) * 120
    safe.add(paper, title="Papier neuf", on=TODAY, text="mots neufs", dossier=DOSSIER)


def _save(_scene: Scene, safe: Safe) -> None:
    draft = safe.drafts.unfinished()[0].id
    safe.drafts.save(draft, '{"motif": "après"}', question="motif", on=TODAY)


def _event(_scene: Scene, safe: Safe) -> None:
    safe.events.add(DOSSIER, kind="posted", day=TODAY, title="Parti", awaited=True)


def _erase(_scene: Scene, safe: Safe) -> None:
    gone = next(one for one in safe.documents() if one.title == "Décision 2")
    safe.bin.erase("document", gone.id, on=TODAY)


def _erase_all(_scene: Scene, safe: Safe) -> None:
    safe.erase()


def _change(_scene: Scene, safe: Safe) -> None:
    safe.access.change_phrase("", NEW, on=TODAY)


def _let_in(_scene: Scene, safe: Safe) -> None:
    safe.access.add_phrase(NEW, name="Zoé", on=TODAY)


def _put_out(_scene: Scene, safe: Safe) -> None:
    slot = next(one.id for one in safe.access.all() if one.name == "Zoé")
    safe.access.remove(slot, on=TODAY)


def _zoe_is_in(scene: Scene) -> None:
    with scene.opened() as safe:
        _let_in(scene, safe)


def _words(_scene: Scene, safe: Safe) -> None:
    safe.access.renew_words(on=TODAY)


def _rotate(_scene: Scene, safe: Safe) -> None:
    safe.rotate(NEW, on=TODAY)


def _back_up(_scene: Scene, safe: Safe) -> None:
    safe.back_up_here(on=TODAY)


def _leave(scene: Scene, safe: Safe) -> None:
    safe.backup(scene.out, on=TODAY, replace=True)


def _restore(scene: Scene, _safe: Safe | None) -> None:
    scene.door.restore(scene.out, scene.restored, scene.phrase)


def _repair(scene: Scene, _safe: Safe | None) -> None:
    from desktop_app.safe import repair
    from desktop_app.safe.disk import Disk

    repair.closed(scene.entered(), Disk(), lambda _done, _all: None)


def _one_page_is_damaged(scene: Scene) -> None:
    with scene.safe.database.open("r+b") as file:
        file.seek((DAMAGED - 1) * PAGE + 700)
        file.write(b"abime" * 9)


def _lock(_scene: Scene, safe: Safe) -> None:
    safe.back_up_if_due(on=TODAY)
    safe.close()


def _things_to_settle(scene: Scene) -> None:
    scene.safe.keys[1].unlink()
    with contextlib.suppress(FileNotFoundError):
        scene.safe.ballast.unlink()


def _nothing_is_there(scene: Scene) -> None:
    import shutil

    shutil.rmtree(scene.safe.path)
    shutil.rmtree(scene.folder / "memoire", ignore_errors=True)


GESTURES = (
    Gesture("open", _open, opens=False, before=_things_to_settle),
    Gesture("create", _create, opens=False, before=_nothing_is_there),
    Gesture("person", _people),
    Gesture("add", _add),
    Gesture("save an answer", _save),
    Gesture("event", _event),
    Gesture("erase", _erase),
    Gesture("erase all", _erase_all),
    Gesture("change phrase", _change, keys=True),
    Gesture("add phrase", _let_in, keys=True),
    Gesture("remove phrase", _put_out, before=_zoe_is_in, keys=True),
    Gesture("renew words", _words, keys=True),
    Gesture("rotate", _rotate, keys=True),
    Gesture("backup here", _back_up),
    Gesture("backup that leaves", _leave),
    Gesture("restore", _restore, opens=False),
    Gesture("migrate", _open, opens=False, old=True),
    Gesture("repair", _repair, opens=False, before=_one_page_is_damaged),
    Gesture("lock", _lock),
)
NAMED = {gesture.name: gesture for gesture in GESTURES}

"""What is left after a fault, opened as a person would; and whether that is what was promised."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.core.errors import AppError
from desktop_app.safe import backups, members
from desktop_app.safe.database import verify
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import KeysDamaged, NotASafe, WordsOtherSafe, WrongPassphrase
from desktop_app.safe.store import Safe
from tests.faults.gestures import NAMED, NEW, Gesture
from tests.faults.refusing import Call, Fault
from tests.faults.scene import DOSSIER, TODAY, Scene

NOTHING = "no safe"
# Said after no fault of a disk: each tells of somebody's hand, or of pages that are not there.
NEVER_SAID = {
    "keys-older-accepted",
    "keys-unknown-accepted",
    "pages-mixed",
    "safe-older-than-seen",
    "safe-other-than-seen",
    "conflict-copies",
    "clock-suspect",
}
# A zip that cannot be read; one that was just written, and cannot be read back.
_UNREAD = {
    "restore": ("file-unreadable",),
    "backup that leaves": ("file-unreadable", "backup-not-verified"),
}
RIGHT_WORDS = {
    "ENOSPC": {"disk-full"},
    "EDQUOT": {"disk-full"},
    "EROFS": {"read-only"},
    # What opens the safe may be in the copy of the keys that the disk did not let be read.
    "EIO": {"storage-failed", "wrong-passphrase-one-copy"},
    "room": {"disk-full"},
    "names": {"disk-full"},
    # SQLCipher calls damage, or nothing, what it had no memory to prove: the backup is named.
    "memory": {"no-memory-left", "safe-damaged", "storage-failed"},
    "kill": set[str](),
    "torn": set[str](),
    "short": set[str](),
}


@dataclass
class Outcome:
    """What a process said while the disk failed under it; kept by another one."""

    said: list[str] = field(default_factory=list)
    ended: str = ""  # "", "killed", "hung", or a signal
    seen: int = 0
    fired: int = 0
    by_call: dict[Call, int] = field(default_factory=dict)

    @property
    def acknowledged(self) -> bool:
        return "done" in self.said

    @property
    def refused(self) -> str:
        return next((one.removeprefix("refused ") for one in self.said if "refused " in one), "")


@dataclass
class Reading:
    """What a person finds: the facts, or the code of the refusal."""

    facts: frozenset[str] = frozenset()
    refused: str = ""
    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


# --- Reading ------------------------------------------------------------------------------------


def read(scene: Scene, gesture: Gesture) -> Reading:
    """Open what is left, and read all of it."""
    try:
        facts = frozenset(_facts(scene, gesture))
    except AppError as error:
        return Reading(refused=error.wording, said=scene.said)
    left = [path.name for path in scene.folder.rglob("*") if path.suffix in (".part", ".next")]
    return Reading(facts, "", scene.said, left)


def _facts(scene: Scene, gesture: Gesture) -> Iterator[str]:
    if gesture is NAMED["erase all"] and _opens_nothing(scene):
        yield NOTHING
        return
    if gesture is NAMED["create"]:
        if not scene.safe.path.exists():
            yield NOTHING
            return
        with scene.by_phrase(scene.phrase) as safe:
            yield from _kept(safe)
        return
    if gesture is NAMED["repair"] and verify(scene.safe.database, scene.key):
        yield "damaged"
        gesture.act(scene, None)
    if gesture.keys:
        yield from _by_each_phrase(scene)
    else:
        with scene.opened() as safe:
            yield from _kept(safe)
            yield from _backed_up(scene, safe, gesture)
    if gesture is NAMED["backup that leaves"] or gesture is NAMED["restore"]:
        yield from _zip(scene)


def _opens_nothing(scene: Scene) -> bool:
    """Tell whether the keys are gone, or what is left of them is no key."""
    try:
        scene.entered().lock.release()
    except (KeysDamaged, NotASafe):
        return True
    return False


def _kept(safe: Safe) -> Iterator[str]:
    for document in safe.documents():
        digest = hashlib.sha256(safe.content(document.id)).hexdigest()
        yield f"document {document.title}, {document.person}, {document.dossier}: {digest}"
    yield from (f"person {one.name}" for one in safe.people.all())
    yield from (f"draft {one.pack} {one.content}" for one in safe.drafts.unfinished())
    for dossier in safe.dossiers.all():
        for event in safe.events.timeline(dossier.id):
            yield f"event {dossier.title}: {event.kind} {event.title} {event.day}"
    yield from (f"agenda {one.title} {one.day}" for one in safe.agenda.next_dates())
    for word in ("coeur", "neufs"):
        yield from (f"found by {word}: {one.title}" for one in safe.search(word))
    yield from (f"wrong: {what}" for what in verify(safe.database.path, bytes(safe._key)))


def _backed_up(scene: Scene, safe: Safe, gesture: Gesture) -> Iterator[str]:
    good = backups.newest_good(scene.safe, bytes(safe._key), bytes.fromhex(safe.id), Disk())
    if good is None:
        yield "no good backup"
    elif gesture is NAMED["backup here"]:
        yield f"backup behind by {safe.state.saves - good.manifest.saves}"


def _by_each_phrase(scene: Scene) -> Iterator[str]:
    """What each phrase opens is the same; who may open is who the safe names."""
    read: set[frozenset[str]] = set()
    for name, typed in (("phrase", scene.phrase), ("new phrase", NEW), ("words", scene.words)):
        try:
            with scene.by_phrase(typed if isinstance(typed, str) else " ".join(typed)) as safe:
                yield f"opens: {name}"
                read.add(frozenset(_kept(safe)))
                keys = safe.access.slots.keys
                if {one.id for one in members.named(safe.database, keys)} != {
                    one.id for one in keys.slots
                }:
                    yield "a slot is not named"
        except (WrongPassphrase, WordsOtherSafe):
            continue
    if len(read) != 1:
        yield f"{len(read)} safes"
    yield from next(iter(read), ())


def _zip(scene: Scene) -> Iterator[str]:
    """What the zip restores, and what is in the folder where one was being restored."""
    asked = scene.folder / "again.coffre"
    shutil.rmtree(asked, ignore_errors=True)
    found = scene.door.restore(scene.out, asked, scene.phrase)
    yield f"zip of {found.documents} documents"
    for name, folder in (("zip", asked), ("restored", scene.restored)):
        if folder.exists():
            with scene.door.open(folder, scene.phrase, on=TODAY) as safe:
                yield from (f"{name}: {fact}" for fact in _kept(safe))
    shutil.rmtree(asked, ignore_errors=True)


# --- Judging ------------------------------------------------------------------------------------

LOST, SILENT, WORD, STUCK, CRASH = "lost", "silent", "wrong word", "stuck", "crash"


@dataclass(frozen=True)
class Expected:
    """What is read where the gesture was not done, and where it was."""

    before: frozenset[str]
    after: frozenset[str]


def right_words(fault: Fault, gesture: Gesture) -> set[str]:
    """Return what may be said of a fault.

    SQLite does not tell why the disk refused: it is asked again, and of what happened once it then
    knows nothing. What cannot be read once is taken for damage, and the backup that is whole named.
    """
    found = RIGHT_WORDS[fault.kind.name]
    if fault.kind.name == "EIO":
        found = {*found, *_UNREAD.get(gesture.name, ())}
    if fault.for_ever or not found:
        return found
    found = {*found, "storage-failed"}
    if fault.kind.name == "EIO":
        found |= {"safe-damaged", "backup-not-verified"}
        found |= {"safe-damaged-no-backup"} if gesture.name in ("create", "migrate") else set()
    return found


def harms(
    outcome: Outcome,
    reading: Reading,
    expected: Expected,
    gesture: Gesture,
    faults: Sequence[Fault],
) -> list[str]:
    """Return what was not as promised, each beginning with its grade; none when all is."""
    found = []
    if reading.refused:
        found.append(f"{LOST}: opens no longer, {reading.refused}")
    elif reading.facts not in (expected.before, expected.after):
        grade = LOST if expected.before & expected.after - reading.facts else SILENT
        found.append(f"{grade}: {_difference(reading.facts, expected)}")
    elif outcome.acknowledged and reading.facts != expected.after:
        found.append(f"{LOST}: acknowledged, and is not there")
    found += [f"{WORD}: said {code}" for code in reading.said if code in NEVER_SAID]
    right = set[str]().union(*(right_words(fault, gesture) for fault in faults))
    for said in outcome.said:
        kind, _, code = said.partition(" ")
        if kind in ("refused", "closing") and code not in right:
            found.append(f"{WORD}: {code}")
        elif kind == "again":
            found.append(f"{STUCK}: {code}")
        elif kind == "crash":
            found.append(f"{CRASH}: {code}")
    if outcome.ended not in ("", "killed"):
        found.append(f"{CRASH}: {outcome.ended}")
    return found


def _difference(facts: frozenset[str], expected: Expected) -> str:
    gone = sorted((expected.before & expected.after) - facts)
    new = sorted(facts - (expected.before | expected.after))
    return f"gone {gone}, new {new}"[:300]


__all__ = ["DOSSIER", "Expected", "Outcome", "Reading", "harms", "read"]

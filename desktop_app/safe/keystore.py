"""The two copies of the key file: which one is the truth, and what opens it.

A copy is believed only when its plain digest, then its proof under the safe's key, are right. The
truth is the authentic copy of the highest generation; the other one is rewritten from it.
"""

import contextlib
import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop_app.core.errors import AppError
from desktop_app.safe.disk import Disk, Unusable
from desktop_app.safe.errors import (
    KdfRefused,
    KeyringUnavailable,
    KeysChanged,
    KeysDamaged,
    PhraseTooLong,
    SafeNewer,
    SlotRemoved,
    StickKeyOtherSafe,
    StorageFailed,
    WordsOtherSafe,
    WordsUnknown,
    WrongPassphrase,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keys import FILE_LIMIT, KeyFile, decode_keys, encode, is_authentic
from desktop_app.safe.secret import looks_like_words, phrase_bytes, words_bytes
from desktop_app.safe.slots import Kind, Slot, unwrap, unwrap_both
from desktop_app.safe.stick_key import StickKey
from desktop_app.safe.system_keyring import Held

Given = str | StickKey
"""What a person gives: her phrase or her words, as typed, or what a file on a stick holds."""
Proof = Given | Held
"""What opens a safe: what a person gives, or what this computer's keyring answered."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy as found: its bytes, what it says, or why it cannot be used."""

    data: bytes
    keys: KeyFile | None
    problem: AppError | None


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A safe's key, and the key file that it proves.

    ``slot`` is the id of the slot that opened; ``to_repair`` tells that a copy must be rewritten.
    ``own`` is what the phrase of that slot gives besides (``own_secret.py``), "" of another kind.
    """

    key: bytes
    keys: KeyFile
    slot: bytes
    to_repair: bool
    own: bytes = field(default=b"", repr=False)


Unlock = Callable[[Sequence[Copy]], Unlocked]
"""What proves the keys of a key file: a phrase, the words, or a secret held elsewhere."""


def read_copies(folder: SafeFolder, disk: Disk) -> tuple[Copy, ...]:
    """Read both copies, without following a link or waiting on a tube."""
    return tuple(_read(folder, disk, which) for which in (0, 1))


def read_copy(data: bytes) -> Copy:
    """Judge one copy by itself."""
    try:
        return Copy(data, decode_keys(data), None)
    except (KeysDamaged, KdfRefused, SafeNewer) as problem:
        return Copy(data, None, problem)


def _read(folder: SafeFolder, disk: Disk, which: int) -> Copy:
    try:
        return read_copy(disk.read(folder.keys[which], FILE_LIMIT))
    except FileNotFoundError:
        return Copy(b"", None, KeysDamaged())
    except Unusable as unusable:
        return Copy(b"", None, _why(unusable))


def _why(unusable: Unusable) -> AppError:
    """Tell a disk that does not let itself be read from a file that is damaged, or is none."""
    cause = unusable.__cause__
    unread = isinstance(cause, OSError) and cause.errno == errno.EIO
    return StorageFailed() if unread else KeysDamaged()


def unlock(copies: Sequence[Copy], typed: str) -> Unlocked:
    """Open with a phrase, or with the recovery words when it looks like them.

    Raises:
        KeysDamaged, KdfRefused, SafeNewer: no copy is usable.
        WrongPassphrase, WordsUnknown, WordsOtherSafe: no slot opens.
        NotEnoughMemory: for the derivation.
    """
    usable = _usable(copies)
    one_copy = _one_copy(copies)
    refused: AppError = WrongPassphrase(one_copy=one_copy)
    found = None
    if looks_like_words(typed):
        refused = WordsOtherSafe(one_copy=one_copy)
        try:
            found = _try(usable, Kind.WORDS, words_bytes(typed), copies)
        except WordsUnknown as unknown:
            refused = unknown
    # A phrase of one's own may look like the sheet, so it is tried all the same.
    found = found or _try(usable, Kind.PASSPHRASE, _phrase(typed), copies)
    if found is None:
        raise refused
    return found


def _one_copy(copies: Sequence[Copy]) -> bool:
    """Tell whether a copy was not read: what opens may be in that one, when a change was cut."""
    return any(copy.problem for copy in copies)


def _phrase(typed: str) -> bytes:
    try:
        return phrase_bytes(typed)
    except PhraseTooLong as too_long:  # so it cannot be the right one
        raise WrongPassphrase from too_long


def by(proof: Proof) -> Unlock:
    """Return what opens with a phrase, the words, a stick or the keyring; errors as ``unlock``.

    Of a file: StickKeyOtherSafe; SlotRemoved once its slot was taken away. Of the keyring:
    KeyringUnavailable, for a secret that opens nothing (another safe was put in this place) is no
    wrong phrase.
    """
    match proof:
        case str():
            return lambda copies: unlock(copies, proof)
        case StickKey():
            return lambda copies: _unlock_by_stick(copies, proof)
        case Held():
            return lambda copies: _unlock_by_keyring(copies, proof.secret)


def by_key(key: bytes, slot: bytes, own: bytes = b"") -> Unlock:
    """Return what opens with the key of the same safe, open already by this slot.

    Raises, when it is called:
        WrongPassphrase: the key, or what opened it, is another one since.
    """

    def unlocked(copies: Sequence[Copy]) -> Unlocked:
        try:
            keys = truth(copies, key)
        except KeysDamaged as changed:
            raise WrongPassphrase from changed
        if slot not in {one.id for one in keys.slots}:
            raise WrongPassphrase
        right = encode(keys, key)
        return Unlocked(key, keys, slot, any(copy.data != right for copy in copies), own)

    return unlocked


def _unlock_by_stick(copies: Sequence[Copy], key: StickKey) -> Unlocked:
    usable = _usable(copies)
    if not is_of(copies, key):
        raise StickKeyOtherSafe
    found = _try(usable, Kind.KEY_FILE, key.secret, copies)
    if found is None:
        raise SlotRemoved(one_copy=_one_copy(copies))
    return found


def _unlock_by_keyring(copies: Sequence[Copy], secret: bytes) -> Unlocked:
    found = _try(_usable(copies), Kind.KEYRING, secret, copies)
    if found is None:
        raise KeyringUnavailable
    return found


def names(copies: Sequence[Copy], kind: Kind) -> bool:
    """Tell whether one of these key files has a slot of this kind."""
    return any(slot.kind is kind for copy in copies if copy.keys for slot in copy.keys.slots)


def is_of(copies: Sequence[Copy], key: StickKey) -> bool:
    """Tell whether a file on a stick is of the safe of these key files."""
    return any(copy.keys.safe_id == key.safe_id for copy in copies if copy.keys)


def knows(copies: Sequence[Copy], given: Given) -> bool:
    """Tell whether what is given opens a slot, even of a copy that is damaged.

    What is wrong with a safe is for who has its phrase, and for nobody else.
    """
    if isinstance(given, StickKey):
        return is_of(copies, given)
    typed = given
    usable = [copy.keys for copy in copies if copy.keys]
    secrets: list[tuple[Kind, Callable[[str], bytes]]] = [(Kind.PASSPHRASE, phrase_bytes)]
    if looks_like_words(typed):
        secrets.append((Kind.WORDS, words_bytes))
    for kind, as_bytes in secrets:
        try:
            secret = as_bytes(typed)
        except AppError:  # too long, not text, a word that is not one: so it opens nothing
            continue
        if any(unwrap(slot, secret, safe_id) for safe_id, slot in _slots(usable, kind)):
            return True
    return False


def truth(copies: Sequence[Copy], key: bytes) -> KeyFile:
    """Return what the authentic copy of the highest generation says.

    Raises:
        KeysDamaged: no copy is authentic under this key.
        StorageFailed: none of those that could be read.
    """
    authentic = [c.keys for c in copies if c.keys and is_authentic(c.data, key)]
    if not authentic:
        raise next((c.problem for c in copies if isinstance(c.problem, StorageFailed)), KeysDamaged)
    return max(authentic, key=lambda keys: keys.generation)


def follows(copies: Sequence[Copy], former: Unlocked) -> bool:
    """Tell whether a later key file of the same safe is there, under another key."""
    return any(
        copy.keys.safe_id == former.keys.safe_id
        and copy.keys.generation > former.keys.generation
        and not is_authentic(copy.data, former.key)
        for copy in copies
        if copy.keys
    )


def expect_unchanged(folder: SafeFolder, disk: Disk, keys: KeyFile, key: bytes) -> None:
    """Refuse to write over what another program wrote since this key file was read.

    Raises:
        KeysChanged: nothing was written.
    """
    try:
        found = truth(read_copies(folder, disk), key)
    except KeysDamaged as damaged:
        raise KeysChanged from damaged  # the key itself was changed, or both copies are gone
    if found != keys:
        raise KeysChanged


def write(folder: SafeFolder, disk: Disk, keys: KeyFile, key: bytes) -> None:
    """Write the first copy, then the second: at any moment one of them is whole.

    The rename of the first copy is the moment when a change of keys happens. Once it has happened
    a second copy that cannot be written is no refusal: the next opening repairs it.

    Raises:
        DiskFull, ReadOnly, NotAllowed, MediaRemoved, StorageFailed: the first copy is the former
        one, or, when only the flush of its name failed, perhaps the new one.
    """
    data = encode(keys, key)
    disk.write(folder.keys[0], [data], of_safe=True)
    with contextlib.suppress(AppError):
        disk.write(folder.keys[1], [data], of_safe=True)


def _usable(copies: Sequence[Copy]) -> list[KeyFile]:
    problems = [copy.problem for copy in copies if copy.problem]
    for problem in problems:
        if isinstance(problem, SafeNewer):  # even beside an older copy, which is then the past
            raise problem
    usable = [copy.keys for copy in copies if copy.keys]
    if usable:
        return sorted(usable, key=lambda keys: -keys.generation)
    for problem in problems:
        if isinstance(problem, (KdfRefused, StorageFailed)):
            raise problem
    raise KeysDamaged


def _try(
    usable: Sequence[KeyFile], kind: Kind, secret: bytes, copies: Sequence[Copy]
) -> Unlocked | None:
    edited = False
    for safe_id, slot in _slots(usable, kind):
        found = unwrap_both(slot, secret, safe_id)
        if found is None:
            continue
        key, own = found
        try:
            keys = truth(copies, key)
        except KeysDamaged:
            edited = True  # the slot is ours, but no copy around it is as we wrote it
            continue
        if slot in keys.slots:
            right = encode(keys, key)
            mended = any(copy.data != right for copy in copies)
            by_phrase = own if kind is Kind.PASSPHRASE else b""
            return Unlocked(key, keys, slot.id, mended, by_phrase)
        # A slot of an older copy only: that phrase was changed since.
    if edited:
        raise KeysDamaged
    return None


def _slots(usable: Sequence[KeyFile], kind: Kind) -> list[tuple[bytes, Slot]]:
    """Return each different slot once, those of the newest copy first: one derivation each."""
    found: dict[tuple[bytes, Slot], None] = {}
    for keys in usable:
        for slot in keys.slots:
            if slot.kind is kind:
                found[(keys.safe_id, slot)] = None
    return list(found)

"""The safes that every case of the kit begins with: drawn once, by ``make``, never again.

Two safes of the smallest derivation that the format allows. ``a`` at four moments, ``b`` before and
after a change of its key; their key files of every generation. Nothing in them is anybody's.
"""

import datetime as dt
import random
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.core.errors import Notice
from desktop_app.safe import creation, keystore
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.keys import NewKeys
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.secret import phrase_bytes, words_bytes
from desktop_app.safe.slots import Kind, wrap
from tests.safe.kit.delta import delta, patched

KIT = Path(__file__).parents[2] / "data" / "safe" / "kit"
BASES = KIT / "bases"
DAY = dt.date(2026, 11, 24)
SMALLEST = Kdf(19_456, 1, 1)
FIRST, OWN, BENOIT, CLAIRE = (
    "la première phrase du coffre", "cinq hérons gris près de l’étang",
    "la phrase de Benoît, parti depuis", "la phrase de Claire, restée là",
)  # fmt: skip
AFTER = "une phrase d’après la rotation"
WORDS = (
    "abaisser abandon abdiquer abeille abolir aborder "
    "aboutir aboyer abrasif abreuver abriter abroger"
)
HELD = bytes(range(32))
KEY_A, KEY_B = bytes(range(0x40, 0x60)), bytes(range(0x80, 0xA0))
ID_A, ID_B = bytes(range(16)), bytes(range(0xF0, 0x100))
MOMENTS = ("a1", "a2", "a3", "a4")
GENERATIONS = 5


@dataclass(frozen=True)
class Base:
    """One safe at one moment."""

    db: bytes
    parity: bytes
    keys: bytes
    key: bytes


@cache
def base(name: str) -> Base:
    """``a1`` to ``a4``, ``b``, ``b-after``."""
    key = KEY_A if name in MOMENTS else KEY_B
    if name == "b-after":
        key = (BASES / "b-after" / "key").read_bytes()
    return Base(_file(name, "safe.db"), _file(name, "parity"), _file(name, "keys"), key)


@cache
def keys_of_a(generation: int) -> bytes:
    """The key file of ``a`` of one generation."""
    return (BASES / "keys" / f"a-{generation}").read_bytes()


def _file(name: str, file: str) -> bytes:
    whole = BASES / name / file
    if whole.exists() or name not in MOMENTS:
        return whole.read_bytes() if whole.exists() else b""
    before = _file(MOMENTS[MOMENTS.index(name) - 1], file)
    return patched(before, (BASES / name / f"{file}.delta").read_bytes())


def make() -> None:
    """Draw them: whoever runs this changes every case of the kit."""
    shutil.rmtree(BASES, ignore_errors=True)
    (BASES / "keys").mkdir(parents=True)
    creation.FLOOR = SMALLEST  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        _make_a(Path(folder, "a"))
        _make_b(Path(folder, "b"))


def _door() -> Door:
    return Door(choose_kdf=lambda: SMALLEST)


def _create(path: Path, key: bytes, safe_id: bytes, phrase: str, *, all_kinds: bool) -> None:
    slots = [wrap(Kind.PASSPHRASE, phrase_bytes(phrase), key, safe_id, SMALLEST)]
    if all_kinds:
        slots.append(wrap(Kind.WORDS, words_bytes(WORDS), key, safe_id, SMALLEST))
        slots.append(wrap(Kind.KEYRING, HELD, key, safe_id, SMALLEST))
    new = NewKeys(safe_id, key, tuple(slots))
    creation.create(path, new, disk=Disk(), schemas=Schemas(), on=DAY)


def _make_a(path: Path) -> None:
    _create(path, KEY_A, ID_A, FIRST, all_kinds=True)
    with _door().open(path, FIRST, on=DAY) as safe:
        person = safe.people.add("Ana Cœur-Müller", on=DAY)
        large = random.Random(15).randbytes(480_000)
        for title, data in (("Décision d’indu", b"%PDF-1.7 premier" * 90), ("Photographie", large)):
            safe.add(
                data, title=title, on=DAY, kind="received", text=f"cœur {title}",
                media="application/pdf", pages=1, person=person, dossier="Indu RSA",
            )  # fmt: skip
        safe.back_up_if_due(on=DAY)
    _keep(path, "a1", 1)
    with _door().open(path, FIRST, on=DAY) as safe:
        safe.access.change_phrase("", OWN, on=DAY)
    _keep_keys(path, 2)
    with _door().open(path, OWN, on=DAY) as safe:
        benoit = safe.access.add_phrase(BENOIT, name="Benoît", on=DAY)
    _keep_keys(path, 3)
    with _door().open(path, OWN, on=DAY) as safe:
        safe.access.add_phrase(CLAIRE, name="Claire", on=DAY)
        safe.add(
            b"%PDF-1.7 ZKANARI" * 300, title="À effacer", on=DAY, kind="other",
            text="mot effacé", media="application/pdf", pages=1,
        )  # fmt: skip
    _keep(path, "a2", 4)
    with _door().open(path, OWN, on=DAY) as safe:
        safe.access.remove(benoit, on=DAY)
        erased = next(one.id for one in safe.documents() if one.title == "À effacer")
        safe.bin.put(erased, on=DAY)
        safe.bin.erase("document", erased, on=DAY)
    _keep(path, "a3", 5)
    with _door().open(path, OWN, on=DAY) as safe:
        safe.people.rename(person, "Ana Müller")
    _keep(path, "a4", 5)


def _make_b(path: Path) -> None:
    _create(path, KEY_B, ID_B, OWN, all_kinds=False)
    with _door().open(path, OWN, on=DAY) as safe:
        safe.people.add("Quelqu’un d’autre", on=DAY)
        safe.back_up_if_due(on=DAY)
    _whole(path, "b", ("safe.db", "parity", "keys"))
    with _door().open(path, OWN, on=DAY) as safe:
        safe.rotate(AFTER, on=DAY, recovery=False)
    _whole(path, "b-after", ("safe.db", "keys"))
    unlocked = keystore.unlock(keystore.read_copies(SafeFolder(path), Disk()), AFTER)
    (BASES / "b-after" / "key").write_bytes(unlocked.key)


def _keep(path: Path, moment: str, generation: int) -> None:
    said: list[Notice] = []
    with _door().open(path, FIRST if moment == "a1" else OWN, on=DAY, tell=said.append):
        assert not said
    _keep_keys(path, generation)
    if moment == "a1":
        _whole(path, moment, ("safe.db", "parity", "keys"))
        return
    _whole(path, moment, ("keys",))
    before = MOMENTS[MOMENTS.index(moment) - 1]
    for file in ("safe.db", "parity"):
        changed = delta(_file(before, file), (path / file).read_bytes())
        (BASES / moment / f"{file}.delta").write_bytes(changed)


def _keep_keys(path: Path, generation: int) -> None:
    shutil.copyfile(path / "keys", BASES / "keys" / f"a-{generation}")


def _whole(path: Path, moment: str, files: tuple[str, ...]) -> None:
    (BASES / moment).mkdir(exist_ok=True)
    for file in files:
        shutil.copyfile(path / file, BASES / moment / file)


if __name__ == "__main__":
    make()

"""Backups of a large safe: what changed alone is copied, each is whole, nothing erased stays.

The safe is small here, and taken for a large one.
"""

import contextlib
import datetime as dt
import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from desktop_app.safe import backups, keeping, layers, upkeep
from desktop_app.safe.backups import Backup, all_backups, is_whole, newest_good
from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import BackupNotVerified, BackupTruncated, SafeDamaged, StorageFailed
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.manifest import Pages, seal, unseal
from desktop_app.safe.pages import PageCheck
from desktop_app.safe.parity import LANES
from desktop_app.safe.stack import RECORD
from desktop_app.safe.store import Safe
from desktop_app.safe.witness import SaveWitness
from tests.safe.conftest import PHRASE, TODAY, Made, Said
from tests.safe.test_repair import repaired

CHANCE = random.Random(28)
TOMORROW = TODAY + dt.timedelta(days=1)
MARK = b"a effacer pour toujours "


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "FOLLOWED", 0)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        opened.back_up_if_due(on=TODAY)
        yield opened


def file_one(safe: Safe, number: int = 0, data: bytes = b"") -> str:
    return safe.add(data or CHANCE.randbytes(9_000), title=f"Papier {number}", on=TODAY)


def known(made: Made, safe: Safe) -> list[Backup]:
    return all_backups(made.folder, made.key, safe.access.slots.keys.safe_id, Disk())


def copied_by(backup: Backup) -> int:
    """Return how many pages a layer holds."""
    return backup.manifest.files["pages"][0] // RECORD


def test_only_what_changed_is_copied(
    made: Made, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "PART_OF_WHOLE", 0)
    whole = known(made, safe)[0]
    assert (whole.manifest.under, whole.beneath) == ((), ())
    pages = made.folder.database.stat().st_size // PAGE
    for number in range(3):
        file_one(safe, number)
        layer = safe.back_up_here(on=TODAY)
        assert layer.manifest.under[0] == whole.path.name
        assert len(layer.beneath) == number + 1
        assert copied_by(layer) < pages // 3
        assert is_whole(layer)


def test_after_it_was_closed_too(made: Made) -> None:
    """Which pages changed is not remembered: proofs are compared."""
    with made.open_with_key() as safe:
        safe.back_up_if_due(on=TODAY)
    with made.open_with_key() as safe:
        file_one(safe)
        layer = safe.back_up_here(on=TODAY)
        assert layer.beneath
        assert copied_by(layer) < made.folder.database.stat().st_size // PAGE // 3


def test_each_of_them_is_a_whole_safe_of_its_moment(
    made: Made, safe: Safe, door: Door, tmp_path: Path
) -> None:
    moments: dict[str, set[str]] = {}
    for number in range(3):
        file_one(safe, number)
        if number == 1:
            safe.bin.put(safe.documents()[0].id, on=TODAY)
        layer = safe.back_up_here(on=TODAY)
        moments[layer.name] = {one.id for one in safe.documents()}
    for name, there in moments.items():
        new = tmp_path / name.replace("/", "-")
        door.restore(made.path / name, new, PHRASE)
        said = Said()
        with door.open(new, PHRASE, on=TODAY, tell=said) as restored:
            restored.back_up_if_due(on=TODAY)
            assert {one.id for one in restored.documents()} == there
            assert all(restored.content(one) for one in there)
            assert restored.check().state == "ok"
            restored.people.add("Ana Ensuite", on=TODAY)
        assert said.codes == []


def test_what_is_saved_while_all_is_copied_is_in_it(
    made: Made, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.open_with_key() as safe:
        heard = layers.Layers._heard

        def between(self, live, progress) -> Iterator[bytes]:
            for number, page in enumerate(heard(self, live, progress)):
                if number == 1:
                    file_one(safe, 1, b"entre-temps " * 2_000)
                yield page

        monkeypatch.setattr(layers.Layers, "_heard", between)
        made_now = safe.back_up_here(on=TODAY)
        assert made_now.manifest.pages is not None
    door.restore(made_now.path, tmp_path / "new", PHRASE)
    with door.open(tmp_path / "new", PHRASE, on=TODAY) as restored:
        assert "Papier 1" in [one.title for one in restored.documents()]
        assert restored.check().state == "ok"


def in_backups(made: Made, what: bytes) -> list[str]:
    """Return the files of ``backups/`` in which this is, every page opened with the key."""
    found = []
    for path in sorted(made.folder.backups.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            opener = PageCheck(data[:16], made.key)
            begin, step = (4, RECORD) if path.name == "pages" else (0, PAGE)
            starts = range(begin, len(data), step)
            pages = [data[at : at + PAGE] for at in starts]
            clear = [opener.clear(page) for page in pages if len(page) == PAGE]
            if what in data or any(what in page for page in clear):
                found.append(path.name)
    return found


def test_an_erasure_is_in_no_file_once_it_is_said(made: Made, safe: Safe) -> None:
    paper = file_one(safe, 1, MARK * 400)
    safe.back_up_here(on=TODAY)
    file_one(safe, 2)
    safe.back_up_here(on=TODAY)
    assert "pages" in in_backups(made, MARK)
    safe.matters.erase(safe.matters.whole(document=paper), on=TODAY)
    safe.back_up_here(on=TODAY)
    assert in_backups(made, MARK), "until the others go"
    safe.renew_backups(on=TODAY)
    assert safe.matters.still_in_backups is None
    assert in_backups(made, MARK) == []
    assert [is_whole(one) for one in known(made, safe)] == [True]


def test_nothing_lies_on_a_copy_that_holds_what_was_erased(made: Made, safe: Safe) -> None:
    paper = file_one(safe, 1, MARK * 400)
    assert safe.back_up_here(on=TODAY).manifest.under
    safe.bin.put(paper, on=TODAY)
    safe.bin.erase("document", paper, on=TODAY)
    made_now = safe.back_up_here(on=TODAY)
    assert made_now.manifest.under == ()
    assert not any(MARK in PageCheck(b"", made.key).clear(page) for page in pages_of(made_now))


def pages_of(backup: Backup) -> Iterable[bytes]:
    data = (backup.path / "safe.db").read_bytes()
    return (data[at : at + PAGE] for at in range(0, len(data), PAGE))


def test_the_newest_good_one_is_found_whatever_is_damaged(
    made: Made, safe: Safe, door: Door, tmp_path: Path
) -> None:
    whole = known(made, safe)[0]
    file_one(safe, 1)
    first = safe.back_up_here(on=TODAY)
    file_one(safe, 2)
    second = safe.back_up_here(on=TODAY)
    id_ = safe.access.slots.keys.safe_id
    for damaged, expected in ((second, first), (first, whole), (whole, None)):
        for path in (damaged.path / "pages", damaged.path / "safe.db"):
            if path.exists():
                data = bytearray(path.read_bytes())
                data[len(data) // 2] ^= 1
                path.write_bytes(data)
        assert newest_good(made.folder, made.key, id_, Disk()) == expected
        with pytest.raises(BackupNotVerified):
            door.restore(second.path, tmp_path / "new", PHRASE)
    safe.people.add("Ana", on=TOMORROW)
    safe.back_up_if_due(on=TOMORROW)
    again = newest_good(made.folder, made.key, id_, Disk())
    assert again is not None, "each day, what the others lie on is read again first"
    assert (again.manifest.under, again.manifest.made_on) == ((), TOMORROW)


def test_nothing_is_laid_on_a_layer_that_is_damaged(safe: Safe) -> None:
    file_one(safe, 1)
    last = safe.back_up_here(on=TODAY)
    pages = last.path / "pages"
    pages.write_bytes(pages.read_bytes()[:-1] + b"?")
    file_one(safe, 2)
    assert is_whole(safe.back_up_here(on=TODAY))


def test_one_that_lies_on_what_is_gone_is_said_to_be_cut(
    made: Made, safe: Safe, door: Door, tmp_path: Path
) -> None:
    file_one(safe)
    layer = safe.back_up_here(on=TODAY)
    shutil.rmtree(layer.beneath[0].path)
    assert known(made, safe)[0].lost
    with pytest.raises((BackupTruncated, BackupNotVerified)):
        door.restore(layer.path, tmp_path / "new", PHRASE)
    with pytest.raises(BackupTruncated):
        door.export(layer.path, tmp_path / "out", PHRASE)
    assert safe.back_up_here(on=TODAY).manifest.under == ()


def test_a_page_of_another_moment_in_a_layer_is_refused(
    made: Made, safe: Safe, door: Door, tmp_path: Path
) -> None:
    """Even by who can seal: all pages are authentic, their sum is not."""
    whole = known(made, safe)[0]
    file_one(safe)
    layer = safe.back_up_here(on=TODAY)
    data = bytearray((layer.path / "pages").read_bytes())
    number = int.from_bytes(data[:4], "little")
    base = (whole.path / "safe.db").read_bytes()
    data[4:RECORD] = base[(number - 1) * PAGE : number * PAGE]
    (layer.path / "pages").write_bytes(data)
    manifest = unseal((layer.path / "manifest").read_bytes(), made.key, bytes.fromhex(safe.id))
    manifest.files["pages"] = backups.fingerprint(layer.path / "pages")
    (layer.path / "manifest").write_bytes(seal(manifest, made.key))
    with pytest.raises(BackupNotVerified):
        door.restore(layer.path, tmp_path / "new", PHRASE)


@pytest.mark.parametrize("name", ["../../x", "00", "", "0" * 17])
def test_a_name_that_is_none_is_refused(made: Made, safe: Safe, name: str) -> None:
    file_one(safe)
    layer = safe.back_up_here(on=TODAY)
    pages = layer.manifest.pages
    assert pages is not None
    bad = Pages(pages.count, pages.salt, pages.total, pages.erased, (name,))
    manifest = layer.manifest
    forged = type(manifest)(
        manifest.safe_id,
        manifest.made_on,
        manifest.saves,
        manifest.keys_generation,
        manifest.schema,
        manifest.files,
        bad,
    )
    with pytest.raises(BackupNotVerified):
        unseal(seal(forged, made.key), made.key, manifest.safe_id)


def test_a_layered_backup_is_written_out_in_clear(
    made: Made, safe: Safe, door: Door, tmp_path: Path
) -> None:
    file_one(safe, 1, b"en clair " * 900)
    layer = safe.back_up_here(on=TODAY)
    found = door.export(layer.path, tmp_path / "out", PHRASE)
    assert found.documents == len(made.contents) + 1
    assert b"en clair " * 900 in [
        one.read_bytes() for one in (tmp_path / "out").rglob("*") if one.is_file()
    ]


class TestWholeAgain:
    def test_after_a_week(self, made: Made, safe: Safe) -> None:
        file_one(safe)
        later = TODAY + dt.timedelta(days=layers.DAYS_OF_WHOLE)
        assert safe.back_up_here(on=later - dt.timedelta(days=1)).manifest.under
        assert not safe.back_up_here(on=later).manifest.under

    def test_after_many_layers(self, safe: Safe, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(layers, "MOST_LAYERS", 2)
        monkeypatch.setattr(layers, "PART_OF_WHOLE", 0)
        found = []
        for number in range(4):
            safe.people.add(f"Ana {number}", on=TODAY)
            found.append(len(safe.back_up_here(on=TODAY).beneath))
        assert found == [1, 2, 0, 1]

    def test_once_they_weigh_too_much(self, safe: Safe) -> None:
        file_one(safe, 1, CHANCE.randbytes(200_000))
        assert safe.back_up_here(on=TODAY).beneath
        assert not safe.back_up_here(on=TODAY).beneath

    def test_where_no_sum_is_proved(self, safe: Safe, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(SaveWitness, "total", None)
        made_now = safe.back_up_here(on=TODAY)
        assert made_now.manifest.pages is None
        assert is_whole(made_now)


def test_what_a_kept_one_lies_on_is_kept(
    made: Made, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "PART_OF_WHOLE", 0)
    for number in range(5):
        safe.people.add(f"Ana {number}", on=TODAY)
        safe.back_up_here(on=TODAY)
    there = known(made, safe)
    assert there[0].beneath
    assert all(is_whole(one) for one in there[: keeping.LAST])
    later = TODAY + dt.timedelta(days=200)
    for number in range(4):
        safe.people.add(f"Béa {number}", on=later)
        safe.back_up_here(on=later)
    assert all(is_whole(one) for one in known(made, safe)[: keeping.LAST])


class Cut(Disk):
    """The power goes at the n-th gesture."""

    def __init__(self, after: int) -> None:
        self.left = after

    def _gesture(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt

    def _write(self, descriptor: int, data: memoryview) -> int:
        self._gesture()
        return super()._write(descriptor, data)

    def _flush(self, descriptor: int) -> None:
        self._gesture()
        super()._flush(descriptor)

    def _rename(self, old: Path, new: Path) -> None:
        self._gesture()
        super()._rename(old, new)


def test_cut_anywhere_there_is_a_good_one_and_nothing_is_left(made: Made) -> None:
    with made.open_with_key() as safe:
        safe.back_up_if_due(on=TODAY)
        id_ = safe.access.slots.keys.safe_id
    for step in range(0, 24, 5):
        cut = Cut(step)
        with made.open_with_key() as safe:
            safe.people.add(f"Ana {step}", on=TODAY)
            safe.upkeep._layers._disk = cut  # type: ignore[union-attr]
            with contextlib.suppress(KeyboardInterrupt):
                safe.back_up_here(on=TODAY)
        with made.open_with_key() as safe:
            assert newest_good(made.folder, made.key, id_, Disk()) is not None
            assert not [*made.folder.backups.glob("*.part")]
            assert is_whole(safe.back_up_here(on=TODAY))


def test_an_erasure_cut_anywhere_is_ended_at_the_next_opening(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut in the new copy, between two of the former ones, or before it is noted."""
    remove, cuts, pending, removed = keeping._remove, Cut(0), 0, list[Path]()

    def cut_remove(path: Path) -> None:
        cuts._gesture()
        removed.append(path)
        remove(path)

    between = 0
    for step in (0, 9, 17, 18, 19, 60):
        with made.open_with_key() as safe:
            paper = file_one(safe, step, MARK * 400)
            safe.back_up_here(on=TODAY)
            safe.people.add(f"Ana {step}", on=TODAY)
            safe.back_up_here(on=TODAY)
            assert in_backups(made, MARK)
            safe.matters.erase(safe.matters.whole(document=paper), on=TODAY)
            cuts.left = step

            monkeypatch.setattr(keeping, "_remove", cut_remove)
            safe.upkeep._layers._disk = cuts  # type: ignore[union-attr]
            with contextlib.suppress(KeyboardInterrupt):
                safe.renew_backups(on=TODAY)
            monkeypatch.setattr(keeping, "_remove", remove)
            left = safe.matters.still_in_backups is not None
            between += bool(left and removed)
            removed.clear()
            assert left or in_backups(made, MARK) == []
            pending += left
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            assert safe.matters.still_in_backups is None
            assert in_backups(made, MARK) == []
            assert is_whole(known(made, safe)[0])
    assert 0 < pending < 6
    assert between, "none was cut between two of the former ones"


class TestRepairFromABackup:
    """What the parity does not bring: two pages of a lane, or none at all without it."""

    @pytest.mark.parametrize(
        ("numbers", "parity"), [((1, 1 + LANES, 40, 41), True), ((40, 50), False)]
    )
    def test_an_unchanged_page_comes_back(
        self, made: Made, numbers: tuple[int, ...], parity: bool
    ) -> None:
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            safe.people.add("Ana", on=TODAY)
            safe.back_up_here(on=TODAY)
        whole = made.folder.database.read_bytes()
        if not parity:
            made.folder.parity.unlink()
        damage(made, whole, numbers)
        assert repaired(made).pages == numbers
        assert made.folder.database.read_bytes() == whole

    def test_one_that_changed_since_is_refused(self, made: Made) -> None:
        """Its page of the backup is authentic, and of another moment: what was erased is in it."""
        with made.open_with_key() as safe:
            paper = file_one(safe, 1, MARK * 400)
            safe.back_up_if_due(on=TODAY)
            safe.bin.put(paper, on=TODAY)
            safe.bin.erase("document", paper, on=TODAY)
        made.folder.parity.unlink()
        whole = made.folder.database.read_bytes()
        base = next(made.folder.backups.glob("*/safe.db")).read_bytes()
        changed = [
            at // PAGE + 1
            for at in range(0, len(whole), PAGE)
            if whole[at : at + PAGE] != base[at : at + PAGE]
        ]
        for number in CHANCE.sample(changed, 5):
            damage(made, whole, [number])
            with pytest.raises(SafeDamaged):
                repaired(made)


def damage(made: Made, whole: bytes, numbers: Iterable[int]) -> None:
    data = bytearray(whole)
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    made.folder.database.write_bytes(data)


class TestAtClose:
    def test_what_was_saved_waits_no_more(self, made: Made, safe: Safe) -> None:
        safe.people.add("Ana", on=TODAY)
        safe.back_up_if_due(on=TODAY)
        assert behind(made, safe) == 1
        safe.back_up_if_due(on=TODAY, closing=True)
        assert behind(made, safe) == 0
        before = len(known(made, safe))
        safe.back_up_if_due(on=TODAY, closing=True)
        assert len(known(made, safe)) == before, "nothing was saved since"

    def test_a_whole_copy_of_a_large_safe_is_left_to_the_next_opening(self, made: Made) -> None:
        with made.open_with_key() as safe:
            safe.people.add("Ana", on=TODAY)
            safe.back_up_if_due(on=TODAY, closing=True)
            assert known(made, safe) == []
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            assert behind(made, safe) == 0
            file_one(safe)
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            assert behind(made, safe) == 0, "what a kill left is copied first"

    def test_a_small_one_is_copied_whole(self, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(upkeep, "FOLLOWED", 4 << 20)
        with made.open_with_key() as safe:
            safe.people.add("Ana", on=TODAY)
            safe.back_up_if_due(on=TODAY, closing=True)
            assert behind(made, safe) == 0
            assert known(made, safe)[0].manifest.pages is None


def behind(made: Made, safe: Safe) -> int:
    return int(safe.database.value("SELECT saves FROM safe")) - known(made, safe)[0].manifest.saves


def test_a_parity_that_the_disk_refused_is_made_again_at_the_next_backup(
    made: Made, said: Said
) -> None:
    disk = Refusing()
    with made.open_with_key(Door(choose_kdf=lambda: FLOOR, disk=disk)) as safe:
        safe.back_up_if_due(on=TODAY)
        disk.refuses = True
        safe.people.add("Ana", on=TODAY)
        for _ in range(3):
            safe.back_up_if_due(on=TODAY, tell=said)
        assert said.codes == ["parity-not-made", "storage-failed"], "said once"
        disk.refuses = False
        safe.back_up_if_due(on=TODAY, tell=said)
        assert said.codes[2:] == ["parity-renewed"]
        safe.people.add("Béa", on=TODAY)
    whole = made.folder.database.read_bytes()
    made.folder.database.write_bytes(whole[: 4 * PAGE] + bytes(PAGE) + whole[5 * PAGE :])
    assert Door().repair(made.path, PHRASE).pages == (5,)


class Refusing(Disk):
    """Refuses the parity for a while."""

    refuses = False

    def write(self, path: Path, parts: Iterable[bytes], *, of_safe: bool = False) -> None:
        if path.name == "parity" and self.refuses:
            raise StorageFailed
        super().write(path, parts, of_safe=of_safe)

    def patch(self, path: Path, parts: Iterable[tuple[int, bytes]]) -> None:
        if self.refuses:
            raise OSError(5, "")
        super().patch(path, parts)


def test_the_cost_is_that_of_what_changed(safe: Safe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the papers, the same layer: pages copied, not seconds."""
    monkeypatch.setattr(layers, "PART_OF_WHOLE", 0)
    costs = []
    for number in range(2):
        safe.people.add(f"Ana {number}", on=TODAY)
        costs.append(copied_by(safe.back_up_here(on=TODAY)))
        with safe.act():
            for one in range(10):
                file_one(safe, one)
        safe.back_up_here(on=TODAY)
    assert costs[1] <= costs[0] + 2

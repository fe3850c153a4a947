"""Damaged pages are made again of their parity; what was erased never comes back with them."""

import errno
import random
import shutil
import time
from collections.abc import Callable, Iterable

import pytest

from desktop_app.core.safe_reports import Repaired
from desktop_app.safe import keystore, repair
from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.keystore import Unlocked
from desktop_app.safe.lock import Lock
from desktop_app.safe.parity import LANES, Parity, lane_of
from desktop_app.safe.witness import MOST_SAVES
from tests.safe.conftest import CANARY, PHRASE, TODAY, Made, Said

CHANCE = random.Random(11)
KINDS: dict[str, Callable[[bytes], bytes]] = {
    "one bit": lambda page: flipped(page, CHANCE.randrange(PAGE * 8)),
    "zeroed": lambda page: bytes(PAGE),
    "torn": lambda page: CHANCE.randbytes(PAGE // 2) + page[PAGE // 2 :],
}


@pytest.fixture
def kept(made: Made) -> Made:
    """A safe that was worked with and closed: its parity is of its last save."""
    with made.open_with_key() as safe:
        safe.back_up_if_due(on=TODAY)
        safe.people.add("Ana Dernière", on=TODAY)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_comes_back_as_it_was(kept: Made, kind: str) -> None:
    last = kept.folder.database.stat().st_size // PAGE
    expect_back(kept, {1, 2, 3, last, *CHANCE.sample(range(4, last), 8)}, KINDS[kind])


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_comes_back_as_it_was(kept: Made, kind: str) -> None:
    last = kept.folder.database.stat().st_size // PAGE
    expect_back(kept, range(1, last + 1), KINDS[kind])


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("documents", [100, 1_000])
def test_pages_of_a_larger_safe_come_back(kept: Made, documents: int) -> None:
    """Every page of the schema and every root among them; within ten seconds, whatever the page."""
    with kept.open_with_key() as safe:
        with safe.act():
            for number in range(documents):
                words = " ".join(f"mot{CHANCE.randrange(9_000)}" for _ in range(200))
                safe.add(CHANCE.randbytes(40_000), title=f"Papier {number}", on=TODAY, text=words)
        roots = {page for (page,) in safe.database.rows("SELECT rootpage FROM sqlite_master")}
    whole = kept.folder.database.read_bytes()
    state = Parity(kept.folder.parity, kept.key, Disk()).state()
    assert state is not None
    numbers = sorted({*state.kept, *roots, *CHANCE.sample(range(1, state.pages + 1), 300)} - {0})
    longest = 0.0
    for number in numbers:
        damage(kept, whole, [number], CHANCE.choice([*KINDS.values()]))
        began = time.monotonic()
        assert repaired(kept) == Repaired((number,))
        longest = max(longest, time.monotonic() - began)
        assert kept.folder.database.read_bytes() == whole
    print(f"{len(numbers)} pages of {state.pages}, the longest {longest:.1f} s")


def expect_back(kept: Made, numbers: Iterable[int], how: Callable[[bytes], bytes]) -> None:
    whole = kept.folder.database.read_bytes()
    for number in numbers:
        damage(kept, whole, [number], how)
        assert repaired(kept) == Repaired((number,))
        assert kept.folder.database.read_bytes() == whole
        assert not kept.folder.next_database.exists()


def test_any_run_of_pages_comes_back(kept: Made) -> None:
    whole = kept.folder.database.read_bytes()
    last = len(whole) // PAGE
    for first in (1, last - LANES + 1, *CHANCE.sample(range(2, last - LANES), 4)):
        damage(kept, whole, range(first, first + LANES), KINDS["zeroed"])
        repaired(kept)
        assert kept.folder.database.read_bytes() == whole


@pytest.mark.parametrize("change", [lambda whole: whole[: -5 * PAGE - 7], lambda whole: whole * 2])
def test_a_file_that_is_cut_or_goes_on_has_its_own_end_again(
    kept: Made, change: Callable[[bytes], bytes]
) -> None:
    whole = kept.folder.database.read_bytes()
    kept.folder.database.write_bytes(change(whole))
    repaired(kept)
    assert kept.folder.database.read_bytes() == whole


def test_the_first_page_comes_back_though_its_lane_does_not(kept: Made) -> None:
    """It is kept whole besides, as those of the schema; then it brings the other one."""
    whole = kept.folder.database.read_bytes()
    damage(kept, whole, [1, 1 + LANES], KINDS["zeroed"])
    assert repaired(kept) == Repaired((1, 1 + LANES))
    assert kept.folder.database.read_bytes() == whole


def test_what_does_not_all_come_back_is_left_as_it_was(kept: Made) -> None:
    whole = kept.folder.database.read_bytes()
    damage(kept, whole, [40, 40 + LANES], KINDS["zeroed"])
    damaged = kept.folder.database.read_bytes()
    with pytest.raises(SafeDamaged) as said:
        repaired(kept)
    assert said.value.parameters["backup"], "the backup that mends it is named"
    assert kept.folder.database.read_bytes() == damaged
    assert not kept.folder.next_database.exists()


def test_a_sound_safe_is_not_touched(kept: Made) -> None:
    before = kept.folder.database.stat()
    assert repaired(kept) == Repaired(())
    assert kept.folder.database.stat() == before


def test_an_old_page_put_back_gives_way_to_the_present_one(kept: Made) -> None:
    before = kept.folder.database.read_bytes()
    with kept.open_with_key() as safe:
        safe.people.add("Béa Nouvelle", on=TODAY)
    now = kept.folder.database.read_bytes()
    for at in range(0, len(now), PAGE):
        if before[at : at + PAGE] != now[at : at + PAGE]:
            mixed = now[:at] + before[at : at + PAGE] + now[at + PAGE :]
            kept.folder.database.write_bytes(mixed)
            assert repaired(kept) == Repaired((at // PAGE + 1,))
            assert kept.folder.database.read_bytes() == now


def test_parity_never_gives_back_what_was_erased(kept: Made) -> None:
    """The parity kept from before the erasure, and its page damaged; then its lane as it was."""
    former = kept.folder.parity.read_bytes(), kept.folder.database.read_bytes()
    with kept.open_with_key() as safe:
        one = safe.documents()[0]
        safe.matters.erase(safe.matters.whole(document=one.id), on=TODAY)
    now = kept.folder.database.read_bytes()
    present = kept.folder.parity.read_bytes()
    assert former[0] not in present
    places = range(0, len(now), PAGE)
    erased = [at for at in places if now[at : at + PAGE] != former[1][at : at + PAGE]]
    for at in erased:
        kept.folder.parity.write_bytes(former[0])
        kept.folder.database.write_bytes(now[:at] + bytes(PAGE) + now[at + PAGE :])
        with pytest.raises(SafeDamaged):
            repaired(kept)
        lane = range(at % (LANES * PAGE), len(now), LANES * PAGE)
        whole_lane = bytearray(now)
        for other in lane:
            whole_lane[other : other + PAGE] = former[1][other : other + PAGE]
        whole_lane[at : at + PAGE] = bytes(PAGE)
        kept.folder.database.write_bytes(whole_lane)
        with pytest.raises(SafeDamaged):
            repaired(kept)


def test_believed_without_the_sum_it_would_come_back(
    kept: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: what is authentic is believed, of whatever moment."""
    monkeypatch.setattr(repair, "_is_present", lambda *_: True)
    monkeypatch.setattr(repair, "verify", lambda *_: [])
    with pytest.raises(BaseException, match="DID NOT RAISE"):
        test_parity_never_gives_back_what_was_erased(kept)


def test_a_parity_that_is_not_of_the_last_save_is_told_and_made_anew(
    kept: Made, said: Said
) -> None:
    """Lost; left by a program that was killed; damaged: whatever it is, the next one is right."""
    former = kept.folder.parity.read_bytes()
    with kept.open_with_key() as safe:
        safe.people.add("Béa Nouvelle", on=TODAY)
    for left in (
        None,
        former,
        former[:PAGE],
        b"",
        bytes(len(former)),
        former[:-PAGE] + bytes(PAGE),
    ):
        kept.folder.parity.unlink()
        if left is not None:
            kept.folder.parity.write_bytes(left)
        with kept.open(tell=said) as safe:
            safe.back_up_if_due(on=TODAY)
        assert said.codes.pop() == "parity-renewed"
        assert said.codes == []
        whole = kept.folder.database.read_bytes()
        damage(kept, whole, [5], KINDS["zeroed"])
        assert repaired(kept) == Repaired((5,))


def test_a_disk_that_refuses_the_parity_stops_no_save(made: Made, said: Said) -> None:
    door = Door(choose_kdf=lambda: FLOOR, disk=NoParity())
    with door.open(made.path, PHRASE, on=TODAY, tell=said) as safe:
        safe.back_up_if_due(on=TODAY)
        safe.people.add("Ana Nouvelle", on=TODAY)
    assert said.codes[:2] == ["parity-not-made", "disk-full"]
    with made.open() as safe:
        assert "Ana Nouvelle" in [person.name for person in safe.people.all()]


def test_a_disk_that_refuses_half_way_leaves_what_can_be_told(kept: Made, said: Said) -> None:
    door = Door(choose_kdf=lambda: FLOOR, disk=HalfPatched())
    with door.open(kept.path, PHRASE, on=TODAY) as safe:
        safe.people.add("Béa Nouvelle", on=TODAY)
    with kept.open(tell=said) as safe:
        safe.back_up_if_due(on=TODAY)
        assert "Béa Nouvelle" in [person.name for person in safe.people.all()]
    assert said.codes == ["parity-renewed"]


def test_saves_made_while_the_whole_parity_is_written_are_in_it(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.open_with_key(Door(disk=(slow := Between()))) as safe:
        slow.meanwhile = lambda: safe.people.add("Ana Entre-temps", on=TODAY)
        safe.back_up_if_due(on=TODAY)
    whole = made.folder.database.read_bytes()
    for number in (1, 2, 7, len(whole) // PAGE):
        damage(made, whole, [number], KINDS["torn"])
        assert repaired(made) == Repaired((number,))


def test_a_safe_erased_leaves_no_parity(kept: Made) -> None:
    with kept.open_with_key() as safe:
        safe.erase()
    assert not kept.path.exists()


def late_lanes(made: Made) -> frozenset[int]:
    state = Parity(made.folder.parity, made.key, Disk()).state()
    assert state is not None
    return state.late


def test_lanes_that_saves_wrote_to_are_renewed_together(kept: Made) -> None:
    """At the tenth save, at a backup, at the closing; between, they are named."""
    with kept.open_with_key() as safe:
        for turn in range(1, 2 * MOST_SAVES + 1):
            safe.people.add(f"Ana {turn}", on=TODAY)
            assert bool(late_lanes(kept)) == bool(turn % MOST_SAVES)
        safe.people.add("Ana Sauvegardée", on=TODAY)
        safe.back_up_here(on=TODAY)
        assert not late_lanes(kept)
        safe.people.add("Ana Dernière", on=TODAY)
        assert late_lanes(kept)
    assert not late_lanes(kept)


def test_what_is_erased_is_out_of_the_parity_before_it_is_said(kept: Made) -> None:
    with kept.open_with_key() as safe:
        safe.people.add("Béa Nouvelle", on=TODAY)
        assert late_lanes(kept)
        safe.matters.erase(safe.matters.whole(document=safe.documents()[0].id), on=TODAY)
        assert not late_lanes(kept)
        draft = safe.drafts.begin("motifs", "{}", on=TODAY)
        assert late_lanes(kept)
        safe.drafts.forget(draft)
        assert not late_lanes(kept)


def test_stopped_between_two_saves_a_late_lane_brings_nothing_and_another_does(
    kept: Made, said: Said
) -> None:
    """Killed, then damaged: what comes back is of the last save, or nothing does."""
    with kept.open_with_key() as safe:
        safe.people.add("Béa Nouvelle", on=TODAY)
        left = {path: path.read_bytes() for path in (kept.folder.database, kept.folder.parity)}
    for path, data in left.items():  # as a kill leaves them: nothing was done at a closing
        path.write_bytes(data)
    whole, late = left[kept.folder.database], late_lanes(kept)
    pages = range(2, len(whole) // PAGE + 1)
    of_late = next(number for number in pages if lane_of(number) in late)
    other = next(number for number in pages if lane_of(number) not in late)
    damage(kept, whole, [of_late], KINDS["zeroed"])
    with pytest.raises(SafeDamaged):
        repaired(kept)
    damage(kept, whole, [other], KINDS["zeroed"])
    assert repaired(kept) == Repaired((other,))
    assert kept.folder.database.read_bytes() == whole
    with kept.open(tell=said) as safe:
        assert "Béa Nouvelle" in [person.name for person in safe.people.all()]
    assert said.codes == []
    assert not late_lanes(kept)


def test_its_size(kept: Made) -> None:
    with kept.open_with_key() as safe:
        safe.add(CHANCE.randbytes(8 << 20), title="Un gros document", on=TODAY)
    size = kept.folder.database.stat().st_size
    assert kept.folder.parity.stat().st_size <= 0.12 * size


def test_nothing_readable_is_in_it(kept: Made) -> None:
    assert CANARY.encode() not in kept.folder.parity.read_bytes()


def test_stopped_by_the_person_it_changes_nothing(kept: Made) -> None:
    whole = kept.folder.database.read_bytes()
    damage(kept, whole, [9], KINDS["zeroed"])
    damaged = kept.folder.database.read_bytes()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        repair.closed(entry(kept), Disk(), stop)
    assert kept.folder.database.read_bytes() == damaged
    assert repaired(kept) == Repaired((9,))


def test_by_command(kept: Made, door: Door) -> None:
    whole = kept.folder.database.read_bytes()
    damage(kept, whole, [2], KINDS["one bit"])
    assert door.repair(kept.path, PHRASE) == Repaired((2,))
    shutil.rmtree(kept.folder.backups)
    with kept.open() as safe:
        assert {one.id: safe.content(one.id) for one in safe.documents()} == kept.contents


class NoParity(Disk):
    """Full as soon as the parity is written."""

    def write(self, path, parts: Iterable[bytes], *, of_safe: bool = False) -> None:
        if path.name == "parity":
            parts = self._refused()
        super().write(path, parts, of_safe=of_safe)

    def _refused(self) -> Iterable[bytes]:
        raise OSError(errno.ENOSPC, "")
        yield b""


class HalfPatched(Disk):
    """Refuses in the middle of the first part, or of the second, written in place."""

    def patch(self, path, parts: Iterable[tuple[int, bytes]]) -> None:
        *before, (place, data) = [*parts][:2]
        super().patch(path, [*before, (place, data[: len(data) // 2])])
        raise OSError(errno.EIO, "")


class Between(Disk):
    """Lets something happen in the middle of a writing of the parity."""

    meanwhile: Callable[[], object] = staticmethod(lambda: None)

    def write(self, path, parts: Iterable[bytes], *, of_safe: bool = False) -> None:
        super().write(path, self._with(parts) if path.name == "parity" else parts, of_safe=of_safe)

    def _with(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        for number, part in enumerate(parts):
            if number == 12:
                self.meanwhile()
            yield part


def damage(made: Made, whole: bytes, numbers: Iterable[int], how: Callable[[bytes], bytes]) -> None:
    data = bytearray(whole)
    for number in numbers:
        at = (number - 1) * PAGE
        data[at : at + PAGE] = how(bytes(data[at : at + PAGE]))
    made.folder.database.write_bytes(data)


def flipped(page: bytes, bit: int) -> bytes:
    return page[: bit // 8] + bytes([page[bit // 8] ^ 1 << bit % 8]) + page[bit // 8 + 1 :]


def entry(made: Made) -> Entry:
    """Enter without deriving a key: for loops."""
    keys = keystore.truth(keystore.read_copies(made.folder, Disk()), made.key)
    lock = Lock(made.folder.lock)
    lock.take()
    unlocked = Unlocked(made.key, keys, keys.slots[0].id, to_repair=False)
    return Entry(made.folder, lock, unlocked, False, lambda notice: None)


def repaired(made: Made) -> Repaired:
    return repair.closed(entry(made), Disk(), lambda done, total: None)

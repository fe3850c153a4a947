"""Pages of several moments that lie together are known, and said: FORMAT.md § 5.

A copy made during a save, two synchronisations mixed, an old page put back by a hand: each page is
authentic, so SQLCipher takes them all.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.safe import page_sum
from desktop_app.safe.database import PAGE
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.page_sum import PageNumbers
from desktop_app.safe.pages import PageFile
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made, Said

SAID = "pages-mixed"


@pytest.mark.parametrize("seed", [1, 2])
def test_each_save_writes_the_sum_of_what_is_on_the_disk(made: Made, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(2):
        with made.open_with_key() as safe, file_of(made) as file:
            for _ in range(15):
                work(safe, chance)
                numbers = PageNumbers(file, made.key)
                assert page_sum.proved(safe.database, numbers, file.salt)


def test_no_old_page_put_back_is_taken_in_silence(made: Made) -> None:
    """Those of the last save too: the parity was written after it, and knows."""
    moments = three_moments(made)
    now = moments[-1]
    refused = 0
    for former in moments[:-1]:
        for place in changed(former, now):
            put(made, [*now[:place], former[place], *now[place + 1 :]])
            refused += expect_known(made)
    assert refused < len(changed(moments[0], now)), "most are said, and the safe opens"


def test_no_mix_of_two_moments_is_taken_in_silence(made: Made) -> None:
    """A copy made during saves has the beginning of one moment and the end of another."""
    before, _, now = three_moments(made)
    for place in changed(before, now)[1:]:
        for first, last in ((before, now), (now, before)):
            put(made, [*first[:place], *last[place:]])
            expect_known(made)


def test_no_mix_of_two_copies_that_went_their_own_ways(made: Made, tmp_path: Path) -> None:
    three_moments(made)
    other = made.copied(tmp_path / "other")
    sides = []
    for one, name in ((made, "Ana"), (other, "Béa")):
        with one.open_with_key() as safe:
            safe.people.add(name, on=TODAY)
        sides.append(pages(one))
    chance = random.Random(3)
    for _ in range(12):
        mixed = [sides[chance.randrange(2)][place] for place in range(len(sides[0]))]
        if mixed not in sides:
            put(made, mixed)
            expect_known(made)


def test_no_copy_made_in_the_middle_of_a_save_hides_what_it_lost(made: Made) -> None:
    """Some pages of one save, without its journal; the parity was copied before: or whole, or said.

    The pages of the last save are in no sum yet.
    """
    now = three_moments(made)[-1]
    parity = made.folder.parity.read_bytes()
    chance = random.Random(5)
    with made.open_with_key() as safe:
        safe.add(chance.randbytes(40_000), title="La dernière", on=TODAY)
        safe.people.add("Ana Dernière", on=TODAY)
    last = pages(made)
    written = changed(now, last) + list(range(len(now), len(last)))
    for much in range(1, len(written)):
        torn = [last[at] if at in written[:much] else one for at, one in enumerate(now)]
        torn += [last[at] for at in range(len(now), len(last)) if at in written[:much]]
        put(made, torn)
        made.folder.parity.write_bytes(parity)
        try:
            with made.open_with_key() as safe:
                safe.back_up_if_due(on=TODAY)
                if not safe.upkeep._mixed:
                    assert safe.check().state == "ok"
                    assert all(safe.content(one.id) for one in safe.documents())
        except AppError:
            continue


def test_it_is_said_until_it_is_read_then_no_more(made: Made, said: Said) -> None:
    before, _, now = three_moments(made)
    put(made, [*now[: (place := changed(before, now)[-1])], before[place], *now[place + 1 :]])
    for _ in range(2):
        with made.open(tell=said) as safe:
            safe.back_up_if_due(on=TODAY)
    assert said.codes.count(SAID) == 2
    with made.open() as safe:
        safe.back_up_if_due(on=TODAY)
        assert [one.code for one in safe.check().problems if one.code == SAID] == [SAID]
        safe.have_read(SAID)
    with made.open(tell=said) as safe:
        safe.back_up_if_due(on=TODAY)
    assert said.codes.count(SAID) == 2


def test_a_backup_and_its_safe_have_nothing_to_say(made: Made, tmp_path: Path, door: Door) -> None:
    said = Said()
    three_moments(made)
    with made.open() as safe:
        safe.back_up_if_due(on=TODAY, tell=said)
        safe.backup(tmp_path / "copy.zip", on=TODAY)
    door.restore(tmp_path / "copy.zip", tmp_path / "again", "trois éléphants bleus à Nîmes")
    with Made(tmp_path / "again", made.key, (), {}).open(tell=said) as safe:
        safe.back_up_if_due(on=TODAY)
    assert said.codes == []


def test_two_safes_of_one_state_are_told_apart_where_they_were_seen(
    made: Made, tmp_path: Path
) -> None:
    """As many saves, and not the same: this computer left another one."""
    door = Door(choose_kdf=lambda: FLOOR, memory=tmp_path / "seen.json")
    other = made.copied(tmp_path / "other")
    for one, name in ((other, "Ana"), (made, "Béa")):
        with one.open_with_key(door if one is made else None) as safe:
            safe.people.add(name, on=TODAY)
    put(made, pages(other))
    made.folder.parity.unlink(missing_ok=True)
    said = Said()
    with door.open(made.path, "trois éléphants bleus à Nîmes", on=TODAY, tell=said):
        assert said.codes == ["safe-other-than-seen"]


def test_a_disk_that_does_not_let_pages_be_read_stops_no_save(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.open_with_key() as safe:
        with monkeypatch.context() as patch:
            patch.setattr(PageFile, "proof", refuse)
            safe.people.add("Ana Nouvelle", on=TODAY)
        assert page_sum.read(safe.database) is not None
        assert page_sum.read(safe.database).total is None, "nothing is proved"
        assert not safe.upkeep.inside.mixed()
    with made.open_with_key() as safe:
        assert "Ana Nouvelle" in [person.name for person in safe.people.all()]
        safe.people.add("Une autre", on=TODAY)
        assert page_sum.read(safe.database).total is not None, "proved again"
        assert not safe.upkeep.inside.mixed()


def test_without_the_sum_nothing_would_be_said(
    made: Made, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: one sum for all pages."""
    monkeypatch.setattr(page_sum, "MODULUS", 1)
    with made.open_with_key() as safe:
        safe.upkeep._witness.accept()
    before, _, now = three_moments(made)
    parity = made.folder.parity.read_bytes()
    silent = 0
    for place in changed(before, now):
        made.folder.parity.write_bytes(parity)
        put(made, [*now[:place], before[place], *now[place + 1 :]])
        heard = Said()
        try:
            with made.open_with_key() as safe:
                safe.back_up_if_due(on=TODAY, tell=heard)
        except AppError:
            continue
        print(place, heard.codes)
        silent += SAID not in heard.codes
    assert silent


def three_moments(made: Made) -> list[list[bytes]]:
    """Work, and return the pages of the safe after each piece of it; its parity is of the last."""
    moments, chance = [], random.Random(7)
    for _ in range(3):
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            work(safe, chance)
            safe.people.add(f"Quelqu’un {len(moments)}", on=TODAY)
        moments.append(pages(made))
    return moments


def work(safe: Safe, chance: random.Random) -> None:
    """Do one thing that makes pages grow, go free, or be used again."""
    documents = safe.documents()
    if len(documents) > 4 and chance.random() < 0.5:
        safe.matters.erase(safe.matters.whole(document=chance.choice(documents).id), on=TODAY)
    else:
        data = chance.randbytes(chance.choice((100, 9_000, 200_000)))
        safe.add(data, title="Décision", on=TODAY, text="indu de RSA " * chance.randrange(300))


def expect_known(made: Made) -> bool:
    """Expect that the opening, or what follows it, says it; return whether it refuses instead."""
    said = Said()
    kept = [path for path in (made.folder.parity,) if path.exists()]
    parity = [path.read_bytes() for path in kept]
    try:
        with made.open_with_key() as safe:
            safe.upkeep.look_at_pages(said)
            assert safe.upkeep._mixed
    except AppError:
        return True
    finally:
        for path, data in zip(kept, parity, strict=True):
            path.write_bytes(data)
    return False


def refuse(*_: object) -> bytes:
    raise OSError(5, "")


@contextmanager
def file_of(made: Made) -> Iterator[PageFile]:
    file = PageFile(made.folder.database)
    yield file
    file.close()


def pages(made: Made) -> list[bytes]:
    data = made.folder.database.read_bytes()
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def put(made: Made, all_pages: Sequence[bytes]) -> None:
    made.folder.database.write_bytes(b"".join(all_pages))


def changed(before: Sequence[bytes], now: Sequence[bytes]) -> list[int]:
    """Return the places where two moments have different pages."""
    both = zip(before, now, strict=False)
    return [place for place, (one, other) in enumerate(both) if one != other]

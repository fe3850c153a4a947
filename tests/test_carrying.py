"""Papers go onto a stick whole and read back, or not at all; nothing that is there is replaced."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import carrying
from desktop_app.carrying import (
    StickDiffers,
    StickFull,
    StickGone,
    StickProtected,
    StickRefuses,
    carry,
    described,
)
from desktop_app.core.folder import Carried
from desktop_app.files import MediaRemoved
from tests.faults.places import fat, limited
from tests.faults.refusing import Unavailable

PAPERS = (Carried("lettre.pdf", b"%PDF" + b"a" * 700_000), Carried("a-faire.pdf", b"%PDF" + b"b"))
NAMES = [one.name for one in PAPERS]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (made := tmp_path / "CLÉ USB").mkdir()
    return made


def on(stick: Path) -> list[str]:
    return sorted(os.listdir(stick))


def test_all_are_there_the_same_and_can_be_read_by_another_user(stick: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    assert carry(stick, PAPERS, hear=lambda *told: heard.append(told)) == tuple(NAMES)
    assert [(stick / one.name).read_bytes() for one in PAPERS] == [one.data for one in PAPERS]
    assert on(stick) == sorted(NAMES)
    assert {(stick / name).stat().st_mode & 0o777 for name in NAMES} == {0o644}
    done = [one[0] for one in heard]
    assert done == sorted(done)
    assert heard[-1][:2] == (heard[-1][1],) * 2 == (2 * sum(len(one.data) for one in PAPERS),) * 2


def test_what_is_there_is_never_replaced(stick: Path) -> None:
    (stick / "lettre.pdf").write_bytes(b"hers")
    assert carry(stick, PAPERS) == ("lettre (2).pdf", "a-faire (2).pdf")
    assert carry(stick, PAPERS) == ("lettre (3).pdf", "a-faire (3).pdf")
    assert (stick / "lettre.pdf").read_bytes() == b"hers"


def test_a_file_that_comes_meanwhile_is_not_replaced(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def free(one: carrying._Carrying) -> tuple[str, ...]:
        (stick / "a-faire.pdf").write_bytes(b"hers")
        return tuple(NAMES)

    monkeypatch.setattr(carrying._Carrying, "_free_names", free)
    with pytest.raises(StickRefuses):
        carry(stick, PAPERS)
    assert on(stick) == ["a-faire.pdf"]
    assert (stick / "a-faire.pdf").read_bytes() == b"hers"


def test_stopped_at_any_step_nothing_stays(stick: Path) -> None:
    steps: list[int] = []
    carry(stick, PAPERS, hear=lambda *_: steps.append(1))
    for one in NAMES:
        (stick / one).unlink()
    for last in range(len(steps)):
        heard = [0]

        def hear(*_told: object) -> None:
            heard[0] += 1  # noqa: B023
            if heard[0] > last:  # noqa: B023
                raise InterruptedError("stopped")

        with pytest.raises((StickRefuses, InterruptedError)):
            carry(stick, PAPERS, hear=hear)
        assert on(stick) == [], last
    assert carrying.wait_until_done(0)


def test_hidden_pieces_of_a_pulled_stick_are_erased_the_next_time(stick: Path) -> None:
    (stick / f".a-emporter-{'0f' * 8}.part").write_bytes(b"half")
    kept = [".a-emporter-1.part", ".autre.part", "a-emporter.part"]
    for name in kept:
        (stick / name).write_bytes(b"hers")
    carry(stick, PAPERS)
    assert on(stick) == sorted([*kept, *NAMES])


def test_a_stick_that_went_away_is_said_and_nothing_is_written_in_its_folder(stick: Path) -> None:
    gone = [0]

    def there() -> None:
        gone[0] += 1
        if gone[0] > 2:
            raise MediaRemoved

    with pytest.raises(StickGone):
        carry(stick, PAPERS, there=there)
    assert on(stick) == []
    with pytest.raises(StickGone):
        carry(stick / "absent", PAPERS)


def test_what_is_not_read_back_the_same_is_taken_away(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A false stick takes all, and gives back something else; one byte is enough."""
    real = os.fsync

    def worn(descriptor: int) -> None:
        real(descriptor)
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        if path.endswith(".part") and os.path.getsize(path) > 1000:
            with open(path, "r+b") as file:
                file.seek(-1, os.SEEK_END)
                file.write(b"?")

    monkeypatch.setattr(os, "fsync", worn)
    with pytest.raises(StickDiffers):
        carry(stick, PAPERS)
    assert on(stick) == []


def test_one_that_gives_back_more_differs_too(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = carrying._Carrying._write

    def longer(one: carrying._Carrying, paper: Carried) -> Path:
        with (part := real(one, paper)).open("ab") as file:
            file.write(b"?")
        return part

    monkeypatch.setattr(carrying._Carrying, "_write", longer)
    with pytest.raises(StickDiffers):
        carry(stick, PAPERS)
    assert on(stick) == []


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.EIO, StickGone),
        (errno.EROFS, StickProtected),
        (errno.ENOSPC, StickFull),
        (errno.EINVAL, StickRefuses),
    ],
)
def test_what_the_stick_refuses_is_said(
    number: int, meaning: type[Exception], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _data: bytes) -> int:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(meaning):
        carry(stick, PAPERS)
    assert on(stick) == []


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A stick of one megabyte."""
    (place := tmp_path / "petite").mkdir()
    try:
        with limited(place, 1 << 20, 100):
            yield place
    except Unavailable as why:
        pytest.skip(str(why))


def test_a_full_stick_says_how_much_it_lacks_before_anything_is_written(small: Path) -> None:
    (small / "film").write_bytes(b"x" * 600_000)
    with pytest.raises(StickFull) as refused:
        carry(small, PAPERS)
    assert on(small) == ["film"]
    assert 300 < int(str(refused.value.parameters["more_kb"])) < 600
    assert described(small).free is not None


def test_a_protected_stick_is_seen_and_refused(small: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    assert not described(small).writable
    with pytest.raises(StickProtected):
        carry(small, PAPERS)
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)


def test_a_stick_unmounted_in_the_middle_leaves_nothing_on_the_computer(small: Path) -> None:
    """Its folder is of the computer's own disk then."""

    def hear(_done: int, _total: int, name: str) -> None:
        if name == "a-faire.pdf":
            subprocess.run(["umount", "-l", str(small)], check=False)

    with pytest.raises(StickGone):
        carry(small, PAPERS, hear=hear)
    assert on(small) == []
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(small)], check=True)  # for the fixture


@pytest.mark.slow
def test_on_a_stick_as_they_are_sold(stick: Path) -> None:
    """FAT: no rights, no case, two seconds of time."""
    try:
        with fat() as place:
            (place / "LETTRE.PDF").write_bytes(b"hers")
            assert carry(place, PAPERS) == ("lettre (2).pdf", "a-faire (2).pdf")
            assert (place / "lettre (2).pdf").read_bytes() == PAPERS[0].data
    except Unavailable as why:
        pytest.skip(str(why))

"""Deliveries put in place, renewed, undone; refused when they must be; whole whatever happens."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.delivered import errors, placing
from desktop_app.delivered.minisign import SecretKey, new_key
from desktop_app.delivered.publishers import Publishers, words_of
from desktop_app.delivered.store import Deliveries
from desktop_app.files import DiskFull, FileMissing
from tests.helpers import deliveries as made

LETTER = "letters/essai-livre/letter.toml"


def silent(_done: int, _total: int) -> None:
    """Hear nothing."""


@pytest.fixture
def key() -> SecretKey:
    return new_key()


def store(folder: Path, *ours: SecretKey, managed: bool = False) -> Deliveries:
    return Deliveries(folder / "livraisons", made.publishers(folder, *ours), managed=managed)


def put(deliveries: Deliveries, folder: Path, data: bytes) -> None:
    path = folder / "clé é.zip"
    path.write_bytes(data)
    found = deliveries.read(str(path))
    deliveries.put(found, deliveries.stage(found, silent))


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_what_is_put_in_place_is_what_was_signed(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    (one,) = here.installed()
    assert (one.name, one.publisher, one.version, one.ours, one.former) == (
        made.NAME, made.PUBLISHER, "2026.12", False, "",
    )  # fmt: skip
    assert (Path(one.folder) / LETTER).read_bytes() == made.texts()[LETTER]
    if os.name == "posix":
        assert Path(one.folder).stat().st_mode & 0o777 == 0o700


def test_a_publisher_of_the_build_renews_our_packs(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path, key)
    put(here, tmp_path, made.delivery(key))
    assert here.installed()[0].ours


def test_an_older_one_is_refused_and_so_is_the_same(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    for version, error in (
        ("2026.11", errors.DeliveryOlder),
        ("2026.9", errors.DeliveryOlder),
        ("2025.13.1", errors.DeliveryOlder),
        ("2026.12", errors.DeliveryAlreadyHere),
        ("2026.12.0", errors.DeliveryAlreadyHere),
    ):
        with pytest.raises(error):
            put(here, tmp_path, made.delivery(key, version=version))
    put(here, tmp_path, made.delivery(key, version="2026.12.1"))
    assert here.installed()[0].former == "2026.12"


def test_the_former_one_is_kept_and_comes_back(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    first = tree(Path(here.installed()[0].folder))
    for version in ("2027.1", "2027.2"):
        put(here, tmp_path, made.delivery(key, version=version))
    here.undo(made.NAME)
    assert [(one.version, one.former) for one in here.installed()] == [("2027.1", "")]
    here.undo(made.NAME)
    assert here.installed() == ()
    with pytest.raises(errors.NothingToUndo):
        here.undo(made.NAME)
    put(here, tmp_path, made.delivery(key))
    assert tree(Path(here.installed()[0].folder)) == first


def test_a_publisher_is_pinned_by_name_and_key(key: SecretKey, tmp_path: Path) -> None:
    here, other = store(tmp_path), new_key()
    put(here, tmp_path, made.delivery(key))
    data = made.delivery(key, name="autre")
    put(here, tmp_path, data)  # known now
    for changed in (
        made.delivery(other, name="encore"),  # that name, another key
        made.delivery(other, name="encore", publisher="ASSOCIATION  essai"),  # it looks the same
        made.delivery(key, name="encore", publisher="Préfecture"),  # that key, another name
    ):
        with pytest.raises(errors.PublisherKeyChanged):
            put(here, tmp_path, changed)
    stranger = made.delivery(other, publisher="Une autre")  # of a delivery that is here
    with pytest.raises(errors.DeliveryOfAnother):
        put(here, tmp_path, stranger)


def test_nobody_takes_the_name_of_a_publisher_of_the_build(key: SecretKey, tmp_path: Path) -> None:
    with pytest.raises(errors.PublisherKeyChanged):
        put(store(tmp_path, key), tmp_path, made.delivery(new_key()))


def test_damaged_pins_refuse_rather_than_forget(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    (tmp_path / "publishers.json").write_text("{}", "utf-8")
    with pytest.raises(errors.KeyUnreadable):
        put(here, tmp_path, made.delivery(new_key(), name="autre"))


def test_the_file_of_the_checkout_names_no_publisher() -> None:
    from desktop_app.datafiles import data_root

    built = Publishers(data_root("resources") / "publishers" / "publishers.toml", None)
    assert built.ours("program") == built.ours("packs") == ()


def test_six_words_are_drawn_from_the_whole_key() -> None:
    key = new_key()
    assert words_of(key.public) == words_of(SecretKey(bytes(8), key.seed).public)  # not its name
    assert len({words_of(new_key().public) for _ in range(20)}) == 20
    assert all(len(words_of(key.public)) == 6 for _ in range(3))


def test_the_manager_alone_changes_a_shared_computer(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path, managed=True)
    put(here, tmp_path, made.delivery(key))  # who may write there is the manager
    if os.name == "posix":
        mode = Path(here.installed()[0].folder).stat().st_mode
        assert mode & 0o777 == 0o755  # everyone reads it
        inside = Path(here.installed()[0].folder) / LETTER
        assert inside.stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to become another user")
def test_an_ordinary_user_of_a_shared_computer_changes_nothing(
    key: SecretKey, tmp_path: Path
) -> None:
    here = store(tmp_path, managed=True)
    put(here, tmp_path, made.delivery(key))
    before = tree(tmp_path)
    for path in (tmp_path, *tmp_path.parents):
        if path != Path("/tmp"):
            path.chmod(path.stat().st_mode | 0o055)
        if path.parent == Path("/tmp"):
            break

    def as_somebody_else() -> None:
        os.setuid(65534)
        assert not here.may_change
        with pytest.raises(errors.UpdateByManager):
            here.undo(made.NAME)

    assert forked(as_somebody_else) == 0
    assert tree(tmp_path) == before


# What happens to a disk


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB."""
    place = tmp_path / "petit"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_what_was_there(key: SecretKey, small: Path, tmp_path: Path) -> None:
    here = Deliveries(small / "livraisons", made.publishers(tmp_path), managed=False)
    put(here, tmp_path, made.delivery(key))
    before = tree(small)
    noise = os.urandom(100_000).hex().encode()
    big = made.texts() | {"letters/essai-livre/logo.png": noise, "letters/b/logo.png": noise}
    with pytest.raises(DiskFull):
        put(here, tmp_path, made.delivery(key, big, version="2027.1"))
    assert tree(small) == before
    put(here, tmp_path, made.delivery(key, version="2027.1"))  # what fits still comes


def test_a_stick_pulled_out_leaves_what_was_there(key: SecretKey, tmp_path: Path) -> None:
    """Its file is read whole before anything is written."""
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    before = tree(tmp_path / "livraisons")
    with pytest.raises(FileMissing):
        here.read(str(tmp_path / "partie" / "x.zip"))
    found = made.delivery(key, version="2027.1")
    (tmp_path / "x.zip").write_bytes(found)
    delivery = here.read(str(tmp_path / "x.zip"))
    (tmp_path / "x.zip").unlink()  # gone after it was read: its bytes are in memory
    assert tree(tmp_path / "livraisons") == before
    here.put(delivery, here.stage(delivery, silent))
    assert here.installed()[0].version == "2027.1"


class Stopped(Exception):
    """Work was given up."""


def test_given_up_midway_nothing_is_left(key: SecretKey, tmp_path: Path) -> None:
    here = store(tmp_path)
    put(here, tmp_path, made.delivery(key))
    before = tree(tmp_path / "livraisons")
    (tmp_path / "x.zip").write_bytes(made.delivery(key, version="2027.1"))
    delivery = here.read(str(tmp_path / "x.zip"))

    def give_up(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        here.stage(delivery, give_up)
    assert tree(tmp_path / "livraisons") == before


def forked(work: Callable[[], object]) -> int:
    """Do something in a copy of this process; return how it ended: 0, or less than 0 for a kill."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


CHANGES = ("os.rename", "os.mkdir", "open", "os.rmdir", "os.remove")


def killed_at(step: int, work: Callable[[], object]) -> int:
    """Do something in a copy of this process, killed before its n-th change of the disk."""

    def dying() -> None:
        left = [step]

        def hear(event: str, _arguments: object) -> None:
            if event in CHANGES:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hear)
        work()

    return forked(dying)


@pytest.mark.skipif(os.name != "posix", reason="kills a copy of this process")
@pytest.mark.parametrize("gesture", ["put", "undo"])
def test_killed_at_any_step_one_whole_version_stands(
    gesture: str, key: SecretKey, tmp_path: Path
) -> None:
    """The process is killed before its n-th change of the disk, for each n."""
    start = tmp_path / "avant"
    start.mkdir()
    here = store(start)
    put(here, tmp_path, made.delivery(key, version="2026.11"))
    put(here, tmp_path, made.delivery(key))
    new = tmp_path / "x.zip"
    new.write_bytes(made.delivery(key, made.texts(town="Lyon"), version="2027.1"))
    whole = {"2026.11", "2026.12", "2027.1"}
    seen = set()
    for after in range(1, 80):
        place = tmp_path / f"essai-{after}"
        shutil.copytree(start, place)
        mine = store(place)

        def work(mine: Deliveries = mine) -> None:
            if gesture == "undo":
                mine.undo(made.NAME)
            else:
                found = mine.read(str(new))
                mine.put(found, mine.stage(found, silent))

        ended = killed_at(after, work)
        (one,) = store(place).installed()
        assert one.version in whole, after
        texts = tree(Path(one.folder))
        town = "Lyon" if one.version == "2027.1" else "Saint-Étienne"
        assert town.encode() in texts[LETTER], after
        assert len(texts) == 7, after
        seen.add(one.version)
        put(store(place), tmp_path, made.delivery(key, version="2028.1"))  # and goes on
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        shutil.rmtree(place)
    else:
        pytest.fail("never done")
    assert seen == ({"2026.12", "2027.1"} if gesture == "put" else {"2026.12", "2026.11"})
    assert not [path for path in place.rglob("*") if path.name.endswith((placing.PART, ".parti"))]


def test_a_refusal_of_the_disk_has_its_words() -> None:
    assert isinstance(placing.refused(OSError(errno.EIO, "")), AppError)

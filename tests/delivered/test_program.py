"""A version of the program from a stick: verified, in place of the former one, papers untouched."""

import io
import os
import shutil
import signal
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop_app.delivered import errors, listing, program
from desktop_app.delivered.minisign import SecretKey, Signed, blake2b, new_key
from desktop_app.delivered.program import Programs
from desktop_app.files import DiskFull, FileMissing, ReadOnly
from tests.delivered.test_store import forked, killed_at, silent, small, tree
from tests.helpers.deliveries import MADE_ON, publishers

__all__ = ["small"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it stands beside")
FILE = "papier-libre-0.2.0-linux-x86_64.tar.xz"
PAPERS = {"papiers/abcd.coffre/safe.db": b"des papiers", "papier-libre.toml": b'mode = "home"\n'}


def entries(version: str) -> dict[str, bytes]:
    told = f'__version__ = "{version}"\n'.encode()
    return {
        "lib/desktop_app/__init__.py": told,
        "lib/desktop_app/more.py": version.encode() * 100,
        "python/bin/python3": b"#!" + version.encode(),
        "papier-libre.sh": b"#!/bin/sh\n# " + version.encode(),
        "LISEZ-MOI.txt": b"Bonjour",
    }


def packed(files: Mapping[str, bytes], *, top: str = "papier-libre/", link: str = "") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz", preset=0) as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(f"{top}{name}")
            member.size, member.mode = len(data), 0o755 if name.endswith(".sh") else 0o644
            tar.addfile(member, io.BytesIO(data))
        if link:
            member = tarfile.TarInfo(f"{top}{link}")
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(member)
    return out.getvalue()


def stick(
    place: Path,
    key: SecretKey,
    data: bytes,
    version: str = "0.2.0",
    file: str = FILE,
    news: str = "",
) -> str:
    """Write a package, with its list and its signature, as the build does."""
    place.mkdir(exist_ok=True)
    files = {file: data} | ({program.NEWS: news.encode()} if news else {})
    for name, one in files.items():
        (place / name).write_bytes(one)
    sums = listing.written(files)
    comment = Signed("program", tuple(map(int, version.split("."))), MADE_ON).comment
    (place / "SHA256SUMS").write_bytes(sums)
    (place / "SHA256SUMS.minisig").write_text(key.sign(blake2b(sums), comment), "utf-8")
    return str(place / file)


@pytest.fixture
def key() -> SecretKey:
    return new_key()


def folder(place: Path, version: str = "0.1.0") -> Path:
    """Return a folder of the program in which somebody keeps papers."""
    for name, data in (entries(version) | PAPERS | {"python/gone.txt": b"x"}).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


def programs(tmp_path: Path, key: SecretKey, root: Path | None = None) -> Programs:
    return Programs(publishers(tmp_path, key), "0.1.0", root)


def seen(root: Path) -> dict[str, bytes]:
    """Return what is in a folder, without what is kept of the former version."""
    return {name: data for name, data in tree(root).items() if not name.startswith(".mise")}


def test_it_takes_the_place_of_the_folder_and_papers_do_not_move(key, tmp_path) -> None:
    root = folder(tmp_path / "Papier libre é")
    before = seen(root)
    node = (root / "papiers").stat().st_ino
    mine = programs(tmp_path, key, root)
    found = mine.read(
        stick(tmp_path / "clé", key, packed(entries("0.2.0")), news="Plus vite."), silent
    )
    assert (found.version, found.kind, found.file, found.news) == (
        "0.2.0",
        "folder",
        FILE,
        "Plus vite.",
    )
    assert mine.replace(found, silent) == str(root)
    assert seen(root) == entries("0.2.0") | PAPERS  # nor anything of the former one
    assert (root / "papiers").stat().st_ino == node
    assert os.access(root / "papier-libre.sh", os.X_OK)
    assert mine.undo() == str(root)
    assert seen(root) == before
    assert not (root / ".mise-a-jour").exists()
    with pytest.raises(errors.NothingToUndo):
        mine.undo()


def test_the_former_one_is_kept_once(key, tmp_path) -> None:
    root = folder(tmp_path / "ici")
    for version in ("0.2.0", "0.3.0"):
        data = packed(entries(version))
        mine = programs(tmp_path, key, root)
        mine.replace(mine.read(stick(tmp_path / "clé", key, data, version), silent), silent)
    programs(tmp_path, key, root).undo()
    assert seen(root) == entries("0.2.0") | PAPERS


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda place: (place / "SHA256SUMS").unlink(), errors.NotSigned),
        (lambda place: (place / "SHA256SUMS.minisig").unlink(), errors.NotSigned),
        (lambda place: (place / "SHA256SUMS").write_bytes(b"x"), errors.SignatureWrong),
        (lambda place: (place / FILE).write_bytes(b"x"), errors.SignatureWrong),
        (lambda place: (place / FILE).unlink(), FileMissing),
        (
            lambda place: (place / "SHA256SUMS.minisig").write_text(
                (place / "SHA256SUMS.minisig").read_text("utf-8").replace("0.2.0", "0.3.0"), "utf-8"
            ),
            errors.SignatureCommentWrong,
        ),
    ],
)
def test_what_was_touched_is_refused(change, error, key, tmp_path) -> None:
    path = stick(tmp_path / "clé", key, packed(entries("0.2.0")))
    change(tmp_path / "clé")
    with pytest.raises(error):
        programs(tmp_path, key).read(path, silent)


def test_another_name_on_the_stick_changes_nothing(key, tmp_path) -> None:
    """What it is called is said by the signature."""
    path = Path(stick(tmp_path / "clé", key, packed(entries("0.2.0"))))
    other = path.with_name("papier-libre (1).deb")
    path.rename(other)
    assert programs(tmp_path, key).read(str(other), silent).file == FILE


@pytest.mark.parametrize(
    ("version", "error"),
    [("0.0.9", errors.DeliveryOlder), ("0.1.0", errors.DeliveryAlreadyHere)],
)
def test_an_older_one_is_refused(version, error, key, tmp_path) -> None:
    path = stick(tmp_path / "clé", key, packed(entries(version)), version)
    with pytest.raises(error):
        programs(tmp_path, key).read(path, silent)


def test_without_the_key_of_a_publisher_nothing_is_taken(key, tmp_path) -> None:
    path = stick(tmp_path / "clé", key, packed(entries("0.2.0")))
    with pytest.raises(errors.UpdateNoPublisher):
        Programs(publishers(tmp_path), "0.1.0", None).read(path, silent)
    with pytest.raises(errors.SignatureOfAnother):
        programs(tmp_path, new_key()).read(path, silent)


def test_what_an_administrator_installs_is_verified_and_never_replaced(key, tmp_path) -> None:
    for file, kind in (("papier-libre_0.2.0_amd64.deb", "deb"), ("papier-libre-0.2.0.msi", "msi")):
        mine = programs(tmp_path, key, folder(tmp_path / "ici"))
        found = mine.read(stick(tmp_path / "clé", key, b"x", file=file), silent)
        assert found.kind == kind
        with pytest.raises(errors.UpdateNotFolder):
            mine.replace(found, silent)
    path = stick(tmp_path / "clé", key, b"x", file="papier-libre.iso")
    with pytest.raises(errors.UpdateKindUnknown):
        programs(tmp_path, key).read(path, silent)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (packed(entries("0.2.0") | {"papiers/x": b""}), errors.ArchiveNameRefused),
        (packed(entries("0.2.0") | {"papier-libre.toml": b""}), errors.ArchiveNameRefused),
        (packed(entries("0.2.0") | {".mise-a-jour/x": b""}), errors.ArchiveNameRefused),
        (packed(entries("0.2.0") | {"../../x": b""}), errors.ArchiveNameOutside),
        (packed(entries("0.2.0"), top=""), errors.ArchiveNameOutside),
        (packed(entries("0.2.0"), link="lib/x"), errors.ArchiveLink),
        (packed(entries("0.1.9")), errors.DeliveryOtherName),
        (packed({"lib/desktop_app/__init__.py": b""}), errors.DeliveryOtherName),
        (packed({"papier-libre.exe": b"MZ"}), errors.UpdateOtherSystem),
        (packed(entries("0.2.0"))[:-200], errors.ArchiveDamaged),
        (b"not a tar", errors.ArchiveDamaged),
    ],
)
def test_even_signed_it_is_the_program_for_this_system_or_nothing(
    data, error, key, tmp_path
) -> None:
    root = folder(tmp_path / "ici")
    before = tree(root)
    mine = programs(tmp_path, key, root)
    found = mine.read(stick(tmp_path / "clé", key, data), silent)
    with pytest.raises(error):
        mine.replace(found, silent)
    assert tree(root) == before
    assert not (root / ".mise-a-jour").exists()


def test_a_full_disk_leaves_the_former_program_whole(key, small, tmp_path) -> None:
    root = folder(small / "ici")
    before = tree(root)
    big = entries("0.2.0") | {"lib/big.bin": os.urandom(300_000)}
    mine = programs(tmp_path, key, root)
    found = mine.read(stick(tmp_path / "clé", key, packed(big)), silent)
    with pytest.raises(DiskFull):
        mine.replace(found, silent)
    assert tree(root) == before


def test_stopped_midway_nothing_changes(key, tmp_path) -> None:
    root = folder(tmp_path / "ici")
    before = tree(root)
    mine = programs(tmp_path, key, root)
    path = stick(tmp_path / "clé", key, packed(entries("0.2.0")))

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mine.read(path, stop)
    found = mine.read(path, silent)
    with pytest.raises(KeyboardInterrupt):
        mine.replace(found, stop)
    assert tree(root) == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="becomes another user")
def test_a_folder_that_may_not_be_written_is_left(key, tmp_path) -> None:
    root = folder(tmp_path / "ici")
    mine = programs(tmp_path, key, root)
    found = mine.read(stick(tmp_path / "clé", key, packed(entries("0.2.0"))), silent)

    def as_somebody_else() -> None:
        os.setuid(65534)
        with pytest.raises(ReadOnly):
            mine.replace(found, silent)

    assert forked(as_somebody_else) == 0


@pytest.mark.parametrize("at_once", [True, False])
def test_killed_at_any_step_papers_are_there_and_it_can_be_done_again(
    at_once: bool, key: SecretKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exchange of Linux no entry is ever absent; a disk in FAT has none."""
    if not at_once:
        monkeypatch.setattr(program, "_exchanged", lambda _one, _other: False)
    start = folder(tmp_path / "avant")
    path = stick(tmp_path / "clé", key, packed(entries("0.2.0")))
    old, new = entries("0.1.0"), entries("0.2.0")
    for step in range(1, 80):
        root = Path(shutil.copytree(start, tmp_path / f"essai-{step}"))
        mine = programs(tmp_path, key, root)
        found = mine.read(path, silent)
        ended = killed_at(step, lambda mine=mine, found=found: mine.replace(found, silent))
        here = seen(root)
        assert PAPERS.items() <= here.items()
        for name in ("lib", "python", "papier-libre.sh"):
            whole = [part(files, name) for files in (old, new)]
            missing = [] if at_once else [{}]
            now = part(here, name)
            now.pop("python/gone.txt", None)
            assert now in [*whole, *missing], (step, name)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        mine.replace(found, silent)
        assert seen(root) == new | PAPERS, step
    else:
        pytest.fail("never done")
    assert here == new | PAPERS


def part(files: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    return {one: data for one, data in files.items() if one == name or one.startswith(f"{name}/")}


def test_the_command_says_what_it_is_and_replaces_when_asked(
    key, tmp_path, monkeypatch, capsys
) -> None:
    """As a person types it; the program is a checkout, so it says what to do instead."""
    from desktop_app.cli.main import run
    from desktop_app.wiring import RealTools

    path = stick(tmp_path / "clé", key, packed(entries("9.0.0")), "9.0.0")
    assert run(["update", path], RealTools) == 3
    assert "sans la clé d’un éditeur" in capsys.readouterr().err
    assert run(["update"], RealTools) == 0
    assert "Version 0.1.0, faite le" in capsys.readouterr().out

    def tools() -> RealTools:
        real = RealTools()
        real.__dict__["programs"] = programs(tmp_path, key, folder(tmp_path / "ici"))
        return real

    assert run(["update", path], tools) == 0
    said = capsys.readouterr().out
    assert "9.0.0, du 24 novembre 2026" in said
    assert seen(tmp_path / "ici")["papier-libre.sh"].endswith(b"0.1.0")
    assert run(["update", path, "--accept"], tools) == 0
    assert "Vos papiers n’ont pas bougé" in capsys.readouterr().out
    assert seen(tmp_path / "ici") == entries("9.0.0") | PAPERS

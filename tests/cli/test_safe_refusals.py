"""Each refusal of the safe, provoked for real: code, status, a sentence without what was typed.

Scripts read the statuses 4 to 8: they do not change.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.safe.database import connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.entry import enter
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keystore import by
from tests.cli.test_safe import PHRASE, safe
from tests.safe.test_backups import members_of, zipped
from tests.safe.test_damage import flip
from tests.safe.test_full_disk import mounted, tmpfs
from tests.safe.test_keys import HOSTILE, resealed

CANARY = "ZKANARI-9c1d"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("refusals")
    (place / "papier.txt").write_text("bonjour")
    safe("create", place / "coffre")
    safe("add", place / "coffre", place / "papier.txt", "--title", CANARY, "--person", CANARY)
    return place


@pytest.fixture
def at(original: Path, tmp_path: Path) -> Path:
    shutil.copytree(original, tmp_path, dirs_exist_ok=True)
    return tmp_path / "coffre"


def refused(outcome: tuple[int, Any, str]) -> tuple[str, int]:
    status, data, said = outcome
    message = data["error"]["message"]
    assert CANARY not in message + said
    assert message != data["error"]["code"]
    assert message.rstrip()[-1] in ".»"
    assert "{" not in message
    assert "Traceback" not in said
    return data["error"]["code"], status


def test_wrong_passphrase(at: Path) -> None:
    assert refused(safe("list", at, phrase=CANARY)) == ("wrong-passphrase", 4)


def test_words_unknown(at: Path) -> None:
    outcome = safe("list", at, phrase="abaisser " * 11 + CANARY)
    assert refused(outcome) == ("words-unknown", 4)
    assert "12" in outcome[1]["error"]["message"]


def test_words_other_safe(at: Path) -> None:
    assert refused(safe("list", at, phrase="abaisser " * 12)) == ("words-other-safe", 4)


def test_keys_damaged(at: Path) -> None:
    for name in ("keys", "keys.2"):
        flip(at / name, 50)
    assert refused(safe("list", at)) == ("keys-damaged", 5)


def test_safe_damaged_with_a_backup(at: Path) -> None:
    flip(at / "safe.db", 900)
    outcome = safe("list", at)
    assert refused(outcome) == ("safe-damaged", 5)
    (backup,) = (at / "backups").iterdir()
    assert f"backups/{backup.name}" in outcome[1]["error"]["message"]
    status, restored, _ = safe("restore", backup, at.with_name("new"))
    assert (status, restored["documents"]) == (0, 1)
    status, report, _ = safe("check", at)
    assert (status, report["state"]) == (5, "damaged")
    assert report["problems"][0] == {"code": "page", "file": "safe.db", "page": 1}
    assert report["newest_good_backup"]["path"] == f"backups/{backup.name}"


READ_LATER = {
    "list": "SELECT title, day FROM document",
    "search": "SELECT count(*) FROM word WHERE word MATCH 'bonjour'",
    "show": "SELECT data FROM body",
}


@pytest.mark.parametrize("command", READ_LATER)
def test_damage_met_after_the_opening_names_the_backup(
    at: Path, tmp_path: Path, command: str
) -> None:
    """A bit of a page that opening does not read: the same words (attack F7)."""
    (backup,) = (at / "backups").iterdir()
    document = safe("list", at)[1]["items"][0]["id"]
    flip_what_only_this_reads(at, READ_LATER[command])
    rest = {"list": (), "search": ("bonjour",), "show": (document, "--out", tmp_path / "out")}
    outcome = safe(command, at, *rest[command])
    assert outcome[0] == 5
    message = outcome[1]["error"]["message"]
    assert f"backups/{backup.name}" in message
    assert "pas de sauvegarde" not in message


def reads(database: Path, key: bytes, sql: str) -> bool:
    with contextlib.suppress(SafeDamaged):
        opened = connect(database, key, "read")
        try:
            opened.rows(sql)
            return True
        finally:
            opened.close()
    return False


def flip_what_only_this_reads(at: Path, sql: str) -> None:
    """Flip one bit of a page that this query reads, and that opening does not."""
    entry = enter(SafeFolder(at), by(PHRASE), disk=Disk(), tell=lambda notice: None)
    entry.lock.release()
    for page in range(1, (at / "safe.db").stat().st_size // 4096):
        flip(at / "safe.db", page * 4096 + 2500)
        ended = []
        for one in ("SELECT * FROM safe", "SELECT * FROM helper", "SELECT * FROM setting", sql):
            ended.append(reads(at / "safe.db", entry.unlocked.key, one))
        if ended == [True, True, True, False]:
            return
        flip(at / "safe.db", page * 4096 + 2500)
    pytest.fail("no such page")


def test_safe_damaged_without_a_backup(at: Path) -> None:
    shutil.rmtree(at / "backups")
    (at / "safe.db").write_bytes(bytes(100_000))
    assert refused(safe("search", at, "x")) == ("safe-damaged", 5)


def test_safe_older(at: Path) -> None:
    former = (at / "keys").read_bytes()
    status, _, _ = safe("keys", at, "add", "--recovery")
    assert status == 0
    for name in ("keys", "keys.2"):
        (at / name).write_bytes(former)
    assert refused(safe("list", at)) == ("safe-older", 5)
    status, exported, _ = safe("export", at, at.with_name("out"))
    assert (status, exported["documents"], exported["lost"]) == (0, 1, [])
    assert safe("list", at, "--accept-older")[0] == 0


def test_safe_newer(at: Path) -> None:
    entry = enter(SafeFolder(at), by(PHRASE), disk=Disk(), tell=lambda notice: None)
    entry.lock.release()
    database = connect(at / "safe.db", entry.unlocked.key)
    database.execute("PRAGMA user_version = 999")
    database.close()
    assert refused(safe("list", at)) == ("safe-newer", 8)
    assert refused(safe("check", at)) == ("safe-newer", 8)


def test_document_damaged(at: Path, tmp_path: Path) -> None:
    (tmp_path / "gros").write_bytes(os.urandom(40_000))
    added = safe("add", at, tmp_path / "gros", "--title", "Gros")[1]["id"]
    size = (at / "safe.db").stat().st_size
    for page in range(size // 4096 - 1, 0, -1):
        flip(at / "safe.db", page * 4096 + 99)
        outcome = safe("show", at, added, "--out", tmp_path / "out")
        if outcome[0]:
            break
        (tmp_path / "out").unlink()
        flip(at / "safe.db", page * 4096 + 99)
    assert refused(outcome) == ("document-damaged", 5)
    assert not (tmp_path / "out").exists()


def test_backup_truncated(at: Path, tmp_path: Path) -> None:
    assert safe("backup", at, tmp_path / "b.zip")[0] == 0
    os.truncate(tmp_path / "b.zip", 50_000)
    assert refused(safe("restore", tmp_path / "b.zip", tmp_path / "n")) == ("backup-truncated", 5)
    assert not (tmp_path / "n").exists()


def test_backup_not_verified(at: Path, tmp_path: Path) -> None:
    safe("backup", at, tmp_path / "b.zip")
    flip(tmp_path / "b.zip", 50_000)
    outcome = safe("restore", tmp_path / "b.zip", tmp_path / "n")
    assert refused(outcome) == ("backup-not-verified", 5)


def test_backup_other_safe(at: Path, tmp_path: Path) -> None:
    safe("backup", at, tmp_path / "ours.zip")
    safe("create", tmp_path / "other")
    safe("backup", tmp_path / "other", tmp_path / "theirs.zip")
    mixed = {
        **members_of(tmp_path / "ours.zip"),
        "manifest": members_of(tmp_path / "theirs.zip")["manifest"],
    }
    (tmp_path / "m.zip").write_bytes(zipped(mixed))
    assert refused(safe("restore", tmp_path / "m.zip", tmp_path / "n")) == ("backup-other-safe", 5)


def test_already_open(at: Path) -> None:
    with Door().open(at, PHRASE, on=__import__("datetime").date.today()):
        for gesture in (["people", at, "--add", "A"], ["check", at], ["backup", at, at / "b.zip"]):
            assert refused(safe(*gesture)) == ("already-open", 6)


def test_what_only_reads_is_never_refused_beside_who_writes(at: Path) -> None:
    with Door().open(at, PHRASE, on=__import__("datetime").date.today()):
        for gesture in ("list", "people", "dossiers", "agenda"):
            status, _data, said = safe(gesture, at)
            assert status == 0
            assert "Une autre fenêtre de cet ordinateur y écrit depuis" in said


def test_safe_locked_elsewhere(at: Path) -> None:
    (at / "lock").write_text(' {"host": "un-autre", "machine": "0", "process": 1, "time": 1}')
    assert refused(safe("people", at, "--add", "A")) == ("safe-locked-elsewhere", 6)
    status, _data, said = safe("list", at)
    assert status == 0
    assert "L’ordinateur « un-autre » n’a pas fermé ce coffre" in said
    assert safe("people", at, "--add", "A", "--take-over")[0] == 0
    assert safe("people", at, "--add", "B")[0] == 0


def test_kdf_refused(at: Path) -> None:
    data = resealed(HOSTILE["64 GiB"]((at / "keys").read_bytes()))
    for name in ("keys", "keys.2"):
        (at / name).write_bytes(data)
    assert refused(safe("list", at)) == ("kdf-refused", 3)


@pytest.fixture
def tight(at: Path, tmp_path: Path) -> Iterator[Path]:
    size = sum(p.stat().st_size for p in at.rglob("*") if p.is_file())
    with tmpfs(tmp_path / "disk", size + (300 << 10)) as disk:
        shutil.copytree(at, disk / "coffre")
        yield disk / "coffre"


def test_disk_full(tight: Path, tmp_path: Path) -> None:
    (tmp_path / "gros").write_bytes(os.urandom(2_000_000))
    outcome = safe("add", tight, tmp_path / "gros", "--title", "Gros")
    assert refused(outcome) == ("disk-full", 7)
    assert len(safe("list", tight)[1]["items"]) == 1
    assert refused(safe("backup", tight, tight.with_name("b.zip"))) == ("disk-full", 7)
    assert [p.name for p in tight.parent.iterdir()] == ["coffre"]


def test_read_only(at: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "ro", "--bind", str(at)) as place:
        protect = ["mount", "-o", "remount,bind,ro", str(place)]
        if subprocess.run(protect, check=False, capture_output=True).returncode:
            pytest.skip("needs read-only bind mounts")
        status, listed, said = safe("list", place)
        assert (status, len(listed["items"])) == (0, 1)
        assert "lire seulement" in said
        paper = tmp_path / "papier.txt"
        assert refused(safe("add", place, paper, "--title", "T")) == ("read-only", 7)


def test_not_a_safe_and_not_empty(at: Path, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    assert refused(safe("list", tmp_path / "vide")) == ("not-a-safe", 3)
    assert refused(safe("list", tmp_path / "rien")) == ("not-a-safe", 3)
    assert refused(safe("create", at)) == ("folder-not-empty", 3)
    assert refused(safe("restore", at, at)) == ("folder-not-empty", 3)


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("court", "phrase-too-short"), ("aaaaaaaaaaaaaa", "phrase-too-common")],
)
def test_a_phrase_that_protects_nothing(tmp_path: Path, phrase: str, code: str) -> None:
    assert refused(safe("create", tmp_path / "s", phrase=phrase)) == (code, 3)
    assert not (tmp_path / "s").exists()


def test_no_phrase_and_nobody_to_type_it(at: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "desktop_app", "safe", "list", str(at)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # no terminal at all
    )
    assert ended.returncode == 2
    assert "--phrase-fd" in ended.stderr


def test_the_descriptor_that_is_missing_is_the_one_named(at: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, PHRASE.encode())
    os.close(writing)
    line = ["safe", "keys", str(at), "add", "--phrase-fd", str(reading)]
    ended = subprocess.run(
        [sys.executable, "-m", "desktop_app", *line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # no terminal at all
        pass_fds=[reading],
    )
    os.close(reading)
    assert ended.returncode == 2
    assert "« --new-phrase-fd »" in ended.stderr
    assert "« --phrase-fd »" not in ended.stderr


def test_unknown_ids(at: Path, tmp_path: Path) -> None:
    assert refused(safe("show", at, CANARY, "--out", tmp_path / "o")) == ("not-in-safe", 3)
    outcome = safe("keys", at, "remove", CANARY)
    assert refused(outcome) == ("not-in-safe", 3)
    assert "safe keys COFFRE list" in outcome[1]["error"]["message"]


def test_a_title_of_nothing(at: Path, tmp_path: Path) -> None:
    outcome = safe("add", at, tmp_path / "papier.txt", "--title", " \t")
    assert refused(outcome) == ("text-refused", 3)


LONG = "x" * 5000  # no file can have this name


@pytest.mark.parametrize(
    ("line", "code", "status"),
    [
        (["list", LONG], "not-a-safe", 3),
        (["check", LONG], "not-a-safe", 3),
        (["create", LONG], "not-written", 7),
        (["restore", LONG, "new"], "file-unreadable", 3),
        (["restore", "papier.txt", LONG], "not-written", 7),
        (["export", "coffre", LONG], "not-written", 7),
        (["backup", "coffre", LONG], "not-written", 7),
        (["backup", "coffre", "rien/du/tout.zip"], "not-written", 7),
        (["export", "coffre", "coffre/clair"], "not-written", 7),
        (["create", "papier.txt"], "folder-not-empty", 3),
        (["list", "papier.txt"], "not-a-safe", 3),
        (["restore", "papier.txt", "new"], "backup-truncated", 5),
    ],
    ids=lambda value: " ".join(part[:10] for part in value) if isinstance(value, list) else None,
)
def test_names_that_cannot_serve(
    at: Path, monkeypatch: pytest.MonkeyPatch, line: list[str], code: str, status: int
) -> None:
    monkeypatch.chdir(at.parent)
    before = sorted(path.name for path in at.parent.iterdir())
    assert refused(safe(*line)) == (code, status)
    assert sorted(path.name for path in at.parent.iterdir()) == before


def test_a_folder_without_the_right_to_enter(at: Path) -> None:
    as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("needs root and setpriv")
    program = (
        "import os, sys; from desktop_app.cli.main import run; from desktop_app.wiring import "
        "RealTools; sys.exit(run(['safe', 'list', sys.argv[1], '--phrase-fd', '0'], RealTools))"
    )
    ended = subprocess.run(
        [*as_nobody, sys.executable, "-c", program, str(at)],
        input=PHRASE.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ".", "HOME": "/nonexistent"},
    )
    if b"ModuleNotFoundError" in ended.stderr or b"can't open" in ended.stderr:
        pytest.skip("the checkout is not readable by another user")
    assert ended.returncode == 7, ended.stderr
    assert "pas le droit" in ended.stderr.decode()

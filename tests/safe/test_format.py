"""The format does not drift, and other programs read it (fault family K1)."""

import contextlib
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app import safe as safe_package
from desktop_app.core.errors import Notice
from desktop_app.files import ReadOnly
from desktop_app.pages import irreversible
from desktop_app.safe import keystore, stick_key
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.keys import KeyFile, decode_keys, encode
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.slots import Kind, Slot, _associated, _cipher
from desktop_app.safe.stick_key import StickKey
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.settings import office
from tests.safe import make_samples
from tests.safe.conftest import PHRASE, TODAY, Made
from tests.safe.vectors import SAMPLES, key_file, open_key_file

VECTORS = json.loads((SAMPLES / "vectors.json").read_text("utf-8"))


def ours(case: dict) -> bytes:
    """Make the key file of a vector with our code, from the same random bytes."""
    key, safe_id = bytes.fromhex(case["key"]), bytes.fromhex(case["safe_id"])
    slots = []
    for given in case["slots"]:
        kdf = Kdf(given["memory"], given["iterations"], given["lanes"])
        salt, nonce = bytes.fromhex(given["salt"]), bytes.fromhex(given["nonce"])
        empty = Slot(Kind(given["kind"]), bytes.fromhex(given["id"]), kdf, salt, nonce, b"")
        cipher = _cipher(empty, bytes.fromhex(given["secret"]))
        wrapped = cipher.encrypt(nonce, key, _associated(empty, safe_id))
        slots.append(Slot(empty.kind, empty.id, kdf, salt, nonce, wrapped))
    return encode(KeyFile(safe_id, case["generation"], tuple(slots)), key)


@pytest.mark.parametrize("case", VECTORS, ids=["one phrase", "each kind", "sixteen slots"])
def test_vectors(case: dict) -> None:
    data = bytes.fromhex(case["file"])
    assert key_file(case) == data
    assert ours(case) == data
    copy = keystore.read_copy(data)
    assert copy.problem is None
    for told in case["sticks"]:
        key = stick_key.decode(bytes.fromhex(told))
        assert stick_key.encode(key).hex() == told
        assert keystore.by(key)([copy]).key.hex() == case["key"]
    for slot in case["slots"][:4]:
        secret = bytes.fromhex(slot["secret"])
        kind = Kind(slot["kind"])
        found = keystore._try([decode_keys(data)], kind, secret, [copy])
        assert found is not None
        assert found.key.hex() == case["key"]


def test_an_independent_program_finds_the_key(made: Made) -> None:
    data = made.folder.keys[0].read_bytes()
    assert open_key_file(data, PHRASE) == made.key
    assert open_key_file(data, PHRASE + "x") is None


@pytest.fixture(params=["v1", "v1-keyring", "v1-parity", "v1-stick"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One safe of each state of the format, as the program of its day left it."""
    shutil.copytree(SAMPLES / request.param, tmp_path / request.param)
    return tmp_path / request.param


def test_the_safes_of_each_day_open(kept: Path) -> None:
    words = (SAMPLES / f"{kept.name}.words").read_text("utf-8")
    ways: dict[str, tuple[str | StickKey, ...]] = {
        "v1": (make_samples.PHRASE, words),
        "v1-keyring": (words,),
        "v1-parity": (make_samples.PHRASE,),
        "v1-stick": (Door().ways.stick_key(SAMPLES / "v1-stick.cle"),),
    }
    for typed in ways[kept.name]:
        with Door().open(kept, typed, on=TODAY) as safe:
            (found,) = safe.search("coeur de dossier indu")
            assert (found.title, found.person) == ("Décision d’indu", "Ana Cœur-Müller")
            assert safe.content(found.id) == make_samples.PAPER
            assert safe.people.profile(found.person_id)["commune"].value == "Nîmes"
            (event,) = safe.agenda.next_dates()
            assert event.prudent_day == dt.date(2027, 1, 15)
            (draft,) = safe.drafts.unfinished()
            assert json.loads(draft.content) == {"motif": "erreur"}
            if kept.name != "v1":
                assert safe.people.own() == found.person_id
                assert [one.title for one in safe.bin.all()] == ["Brouillon"]
                assert "keyring" in {slot.kind for slot in safe.access.all()}
    assert Door().check(kept, make_samples.PHRASE, on=TODAY, full=True).state == "ok"


def test_a_safe_of_before_is_read_where_it_cannot_be_written(kept: Path) -> None:
    if kept.name == "v1-keyring":
        pytest.skip("its words alone open it, in the test above")
    before = {one: one.read_bytes() for one in kept.iterdir() if one.is_file()}
    with Door().open(kept, make_samples.PHRASE, on=TODAY, read_only=True) as safe:
        (found,) = safe.search("coeur de dossier indu")
        assert safe.content(found.id) == make_samples.PAPER
        assert safe.database.value("PRAGMA main.user_version") == 1
        for added in ("act", "visit", "consent", "mandate", "register", "tally", "person_number"):
            assert safe.database.value(f"SELECT count(*) FROM {added}") == 0
    assert {one: one.read_bytes() for one in before} == before


def test_what_is_not_only_added_must_be_written(tmp_path: Path, made: Made) -> None:
    folder = tmp_path / "schema"
    shutil.copytree(Path(safe_package.__file__).with_name("schema"), folder)
    (folder / "0003.sql").write_text("ALTER TABLE person ADD COLUMN nickname TEXT;")
    with pytest.raises(ReadOnly):
        Door(schemas=Schemas(folder)).open(made.path, PHRASE, on=TODAY, read_only=True)


def test_the_office_of_the_second_schema_opens(tmp_path: Path) -> None:
    path = tmp_path / "coffre"
    shutil.copytree(SAMPLES / "v2-office", path)
    with Door().open(path, make_samples.PHRASE, on=TODAY) as safe:
        (ana,) = safe.people.all()
        assert safe.numbers.of([ana.id]) == {ana.id: 1}
        assert office(safe).name == "Le Relais"
        assert [one.role for one in safe.team.all()] == ["responsable", ""]
        assert [one.given_on for one in safe.consents.of(ana.id)] == [make_samples.DAY]
        assert [one.signed_on for one in safe.mandates.of(ana.id)] == [make_samples.DAY]
        assert [one.arrived for one in safe.visits.of(ana.id)] == [dt.time(10, 5)]
        assert {one.kind for one in safe.register.lines(limit=9)} == {"consent", "mandate-signed"}
        assert safe.acts.of_person(ana.id, limit=1)
        (circle,) = safe.circles.open_mine(on=TODAY, tell=lambda _: None)
        assert circle.circle == "Dossier réservé"
        assert [circle.content(one.id) for one in circle.documents()] == [make_samples.PAPER]
        circle.close()
    with Door().open(path, make_samples.OTHER, on=TODAY) as safe:
        assert safe.circles.open_mine(on=TODAY, tell=lambda _: None) == []


def test_a_damaged_page_of_a_kept_safe_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "coffre"
    shutil.copytree(SAMPLES / "v1-parity", path)
    whole = (path / "safe.db").read_bytes()
    (path / "safe.db").write_bytes(whole[:40_960] + bytes(4096) + whole[45_056:])
    assert Door().repair(path, make_samples.PHRASE).pages == (11,)
    assert (path / "safe.db").read_bytes() == whole


def test_the_backup_of_version_1_comes_back(tmp_path: Path) -> None:
    found = Door().restore(SAMPLES / "v1.zip", tmp_path / "new", make_samples.PHRASE)
    assert found.documents == 1


def sqlcipher(path: Path, key: bytes | str, *statements: str) -> list[str]:
    """Run statements after a key, or after the statement that gives it."""
    program = shutil.which("sqlcipher")
    if program is None:
        pytest.skip("needs the sqlcipher program")
    first = key if isinstance(key, str) else f"PRAGMA key = \"x'{key.hex()}'\";"
    script = "\n".join([first, *statements])
    ended = subprocess.run(
        [program, "-batch", str(path)], input=script, capture_output=True, text=True, check=False
    )
    return (ended.stdout + ended.stderr).splitlines()


def test_the_sqlcipher_program_opens_it(made: Made, tmp_path: Path) -> None:
    paper = tmp_path / "paper.bin"
    document, data = next(iter(made.contents.items()))
    said = sqlcipher(
        made.folder.database,
        made.key,
        "PRAGMA cipher_integrity_check;",
        "SELECT count(*) FROM document;",
        "SELECT count(*) FROM word WHERE word MATCH 'decision';",
        f"SELECT writefile('{paper}', data) FROM body JOIN document"
        f" ON document.id = body.document WHERE document.uid = '{document}';",
        f"ATTACH '{tmp_path / 'plain.db'}' AS plain KEY '';",
        "SELECT sqlcipher_export('plain');",
    )
    assert said[:3] == ["ok", "6", "6"]
    assert paper.read_bytes() == data
    assert (tmp_path / "plain.db").read_bytes().startswith(b"SQLite format 3\0")


@dataclass(frozen=True)
class Typed:
    """A command that was typed at a terminal, with each secret that it asked for."""

    status: int
    out: str
    asked: str


def typed(*line: str, secrets: Sequence[str]) -> Typed:
    """Run a command whose only terminal is ours; type the next secret at each question."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        ["setsid", "--ctty", sys.executable, "-m", "desktop_app", *line],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        asked = b""
        with contextlib.suppress(OSError):  # the terminal ends with the command
            for secret in secrets:
                asked += os.read(ours, 4096)
                while not asked.endswith(b" : "):  # what is typed before a question is thrown away
                    asked += os.read(ours, 4096)
                os.write(ours, secret.encode() + b"\n")
            while part := os.read(ours, 4096):
                asked += part
        out = running.communicate(timeout=60)[0]
    os.close(ours)
    return Typed(running.returncode, out.decode(), asked.decode("utf-8", "replace"))


def test_the_key_is_printed_after_asking_twice_and_opens_with_sqlcipher(made: Made) -> None:
    line = ("safe", "keys", str(made.path), "reveal")
    shown = typed(*line, secrets=(PHRASE, PHRASE))
    assert (shown.status, shown.out) == (0, f"PRAGMA key = \"x'{made.key.hex()}'\";\n")
    once, again = shown.asked.split(irreversible.words(Irreversible.REVEAL))
    assert once.rstrip().endswith(":")  # asked, then said what it is, then asked again
    assert again.rstrip().endswith(":")
    assert PHRASE not in shown.asked
    said = sqlcipher(made.folder.database, shown.out, "SELECT count(*) FROM document;")
    assert said == ["ok", "6"]


def test_the_command_is_where_one_looks_for_it() -> None:
    page = (Path(safe_package.__file__).parent / "FORMAT.md").read_text("utf-8")
    assert "papier-libre safe keys FOLDER reveal" in page.split("## 4. ")[1].split("## 5. ")[0]


def test_it_does_not_open_with_another_key(made: Made) -> None:
    said = sqlcipher(made.folder.database, bytes(32), "SELECT count(*) FROM document;")
    assert any("not a database" in line for line in said)


def test_what_a_safe_of_before_lacks_is_added_as_by_any_save(tmp_path: Path) -> None:
    """Not copied: what its pages prove, and of which moment they are, stays known."""
    path = tmp_path / "coffre"
    shutil.copytree(SAMPLES / "v1-parity", path)
    place = (path / "safe.db").stat().st_ino
    said: list[Notice] = []
    with Door().open(path, make_samples.PHRASE, on=TODAY, tell=said.append) as safe:
        assert Schemas().version(safe.database) == Schemas().newest
        assert Schemas().is_ours(safe.database)
        assert safe.upkeep.inside.mixed() is False
    assert said == []
    assert (path / "safe.db").stat().st_ino == place
    assert Door().repair(path, make_samples.PHRASE).pages == ()

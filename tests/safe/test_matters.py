"""A matter erased at once and for good: nothing of it is left in the safe or in its own backups."""

import datetime as dt
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.records import Matter
from desktop_app.files import DiskFull
from desktop_app.safe import backups
from desktop_app.safe.database import connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.store import Safe
from tests.safe.conftest import PHRASE, TODAY, Made, Said

MARK = "zkanarienne"
LATER = TODAY + dt.timedelta(days=1)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


def sown(safe: Safe) -> tuple[Matter, str, str]:
    """Put a whole matter in a safe, marked everywhere; return it, its draft and another dossier."""
    person = safe.people.add("Nadia Martin", on=TODAY)
    dossier = safe.dossiers.add(f"Dette {MARK}", on=TODAY, person=person, body=MARK)
    answered = f'{{"a": "{MARK}"}}'
    finished = safe.drafts.begin("caf-indu-rsa", answered, on=TODAY, person=person)
    half = safe.drafts.begin("saisie-acte", answered, on=TODAY, dossier=dossier)
    paper = safe.add(
        MARK.encode() * 9000, title=MARK, on=TODAY, text=MARK, dossier=dossier, draft=finished
    )
    received = safe.add(b"recu", title=MARK, on=TODAY, kind="received", text=MARK, dossier=dossier)
    thrown = safe.add(MARK.encode(), title=MARK, on=TODAY, text=MARK, dossier=dossier)
    safe.bin.put(thrown, on=TODAY)
    safe.events.add(dossier, kind="posted", day=TODAY, note=MARK, number=MARK, document=paper)
    removed = safe.events.add(dossier, kind="to-do", day=TODAY, title=MARK)
    safe.events.remove(removed, on=TODAY)
    safe.people.keep_value(person, "rsa.numero", MARK, source="draft", on=TODAY, source_id=finished)
    safe.people.keep_value(person, "identite.nom", "Martin", source="typed", on=TODAY)
    other = safe.dossiers.add("Autre chose", on=TODAY, person=person)
    safe.add(b"autre", title="Autre", on=TODAY, text="ornithorynque", dossier=other)
    packs = ("caf-indu-rsa", "saisie-acte")
    return Matter(dossier, (finished, half), packs, (paper, received, thrown)), finished, other


def everything(made: Made, database: Path | None = None) -> str:
    """Return all that a database holds, in clear: every row of every table, pages of words too."""
    opened = connect(database or made.folder.database, made.key, "frozen")
    try:
        tables = [n for (n,) in opened.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(
            repr(row) for name in tables for row in opened.rows(f"SELECT * FROM {name}")
        )
    finally:
        opened.close()


def in_backups(made: Made) -> list[bool]:
    """Return, for each backup of the safe's own, whether it holds the mark; names are drawn."""
    held = [path / "safe.db" for path in made.folder.backups.iterdir()]
    return sorted(MARK in everything(made, path) for path in held)


class TestWhole:
    def test_from_the_dossier_a_paper_of_it_or_its_draft(self, safe: Safe) -> None:
        matter, draft, _other = sown(safe)
        assert safe.matters.whole(dossier=matter.dossier) == matter
        assert safe.matters.whole(draft=draft) == matter
        for paper in matter.documents:
            assert safe.matters.whole(document=paper) == matter

    def test_a_draft_alone(self, safe: Safe) -> None:
        draft = safe.drafts.begin("cada", "{}", on=TODAY)
        assert safe.matters.whole(draft=draft) == Matter("", (draft,), ("cada",))

    def test_a_paper_alone(self, safe: Safe) -> None:
        paper = safe.add(b"un", title="Avis", on=TODAY)
        assert safe.matters.whole(document=paper) == Matter("", documents=(paper,))

    def test_none(self, safe: Safe) -> None:
        sown(safe)
        assert not safe.matters.whole()
        assert not safe.matters.whole(dossier="rien", draft="rien", document="rien")


class TestErased:
    def test_nothing_of_it_is_left_and_the_rest_is(self, safe: Safe, made: Made) -> None:
        matter, _draft, other = sown(safe)
        assert MARK in everything(made), "the watch is blind"
        safe.matters.erase(matter, on=TODAY)
        assert MARK not in everything(made).lower()
        assert safe.search(MARK) == []
        assert [one.title for one in safe.search("ornithorynque")] == ["Autre"]
        assert safe.dossiers.one(other).title == "Autre chose"
        assert safe.people.profile(safe.dossiers.one(other).person_id).keys() == {"identite.nom"}
        for document, data in made.contents.items():
            assert safe.content(document) == data
        assert safe.words.is_sound()
        assert safe.check().state == "ok"

    def test_nothing_is_in_the_bin(self, safe: Safe) -> None:
        matter, _draft, _other = sown(safe)
        safe.matters.erase(matter, on=TODAY)
        assert (safe.bin.all(), safe.bin.dossiers()) == ([], [])

    def test_twice_is_once(self, safe: Safe) -> None:
        matter, _draft, _other = sown(safe)
        safe.matters.erase(matter, on=TODAY)
        safe.matters.erase(matter, on=TODAY)
        assert not safe.matters.whole(dossier=matter.dossier)


class TestBackups:
    def test_those_that_hold_it_go_once_a_new_one_is_made(self, safe: Safe, made: Made) -> None:
        safe.back_up_here(on=TODAY)
        matter, _draft, _other = sown(safe)
        safe.back_up_here(on=LATER)
        assert in_backups(made) == [False, True]
        safe.matters.erase(matter, on=LATER)
        assert safe.matters.still_in_backups is not None
        safe.renew_backups(on=LATER)
        assert in_backups(made) == [False]
        assert safe.matters.still_in_backups is None
        key, safe_id = made.key, bytes.fromhex(safe.id)
        assert backups.newest_good(made.folder, key, safe_id, Disk()) is not None

    def test_nothing_erased_nothing_renewed(self, safe: Safe, made: Made) -> None:
        safe.back_up_here(on=TODAY)
        before = sorted(made.folder.backups.iterdir())
        safe.renew_backups(on=LATER)
        assert sorted(made.folder.backups.iterdir()) == before

    def test_no_backup_goes_before_a_new_one_is_proved(
        self, safe: Safe, made: Made, monkeypatch: pytest.MonkeyPatch, said: Said
    ) -> None:
        matter, _draft, _other = sown(safe)
        safe.back_up_here(on=TODAY)
        safe.matters.erase(matter, on=TODAY)

        def full(*_given: object) -> None:
            raise DiskFull

        with monkeypatch.context() as patch:
            patch.setattr(backups, "expect_room", full)
            with pytest.raises(DiskFull):
                safe.renew_backups(on=TODAY)
            safe.back_up_if_due(on=TODAY, tell=said)
        assert in_backups(made) == [True]
        assert said.codes[0] == "erased-in-backups"
        said.codes.clear()
        safe.back_up_if_due(on=TODAY, tell=said)
        assert in_backups(made) == [False]
        assert said.codes == ["erasure-finished"]
        said.codes.clear()
        safe.back_up_if_due(on=TODAY, tell=said)
        assert said.codes == []


WORKER = """
import sys
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import PHRASE, TODAY
from tests.safe.test_matters import sown
safe = Door(choose_kdf=lambda: FLOOR).open(Path(sys.argv[1]), PHRASE, on=TODAY)
matter, _draft, _other = sown(safe)
safe.back_up_here(on=TODAY)
print(matter.dossier, flush=True)
sys.stdin.readline()
safe.matters.erase(matter, on=TODAY)
safe.renew_backups(on=TODAY)
print("erased", flush=True)
"""


@pytest.mark.parametrize(
    "seed", [0, 1, 2, *(pytest.param(n, marks=pytest.mark.slow) for n in range(3, 30))]
)
def test_killed_anywhere_it_is_whole_or_not_begun(made: Made, said: Said, seed: int) -> None:
    draw = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(made.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": "."},
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        dossier = child.stdout.readline().strip()
        child.stdin.write("\n")
        child.stdin.flush()
        time.sleep(draw.uniform(0.0, 0.25))
        child.kill()
        done = "erased" in child.stdout.read()
    with made.open(PHRASE) as safe:
        begun = not safe.matters.whole(dossier=dossier)
        assert begun or not done
        safe.back_up_if_due(on=TODAY, tell=said)
        if not begun:
            assert len(safe.documents(dossier=dossier)) == 2
            assert safe.check().state == "ok"
            return
        assert said.codes in ([], ["erasure-finished"])
        assert said.codes == [] or not done
        assert MARK not in everything(made).lower()
        assert not any(in_backups(made))
        assert safe.check().state == "ok"


class TestCopiesElsewhere:
    def test_they_are_counted_with_the_matter_and_their_count_goes_with_it(
        self, safe: Safe, made: Made
    ) -> None:
        matter, draft, other = sown(safe)
        for paper in (draft, matter.documents[0], matter.documents[0], ""):
            safe.matters.note_copy(paper)
        whole = safe.matters.whole(draft=draft)
        assert (whole.copies, whole.backups) == (3, 1)
        assert safe.matters.whole(dossier=other).copies == 0
        safe.matters.erase(whole, on=TODAY)
        names = str(safe.database.rows("SELECT name FROM setting"))
        assert not any(one in names for one in (draft, *matter.documents))

"""A safe's whole life in any order, against a model in memory (fault family D4)."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.keystore import read_copies, unlock
from tests.safe.conftest import PHRASE, TODAY, Made
from tests.safe.test_backups import bring

WORDS = st.sampled_from(["loyer", "caf", "dette", "œuvre", "école", "indu"])
PEOPLE = st.sampled_from(["Ana", "Béa"])


class Life(RuleBasedStateMachine):
    """Create, file, find, bin, erase, close, back up, restore: model and safe agree."""

    documents = Bundle("documents")

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.made = LIFE.copied(self.place / "coffre")
        self.door = Door(choose_kdf=lambda: FLOOR)
        self.safe = self.made.open_with_key(self.door)
        self.kept: dict[str, tuple[bytes, str]] = {}
        self.binned: set[str] = set()
        self.day = TODAY

    @rule(target=documents, data=st.binary(max_size=3000), word=WORDS, person=PEOPLE)
    def file(self, data: bytes, word: str, person: str) -> str:
        document = self.safe.add(data, title="T", text=word, on=self.day, person=person)
        self.kept[document] = (data, word)
        return document

    @rule(document=documents)
    def bin_or_take_back(self, document: str) -> None:
        if document in self.binned:
            self.safe.bin.take_back(document)
            self.binned.discard(document)
        else:
            self.safe.bin.put(document, on=self.day)
            self.binned.add(document)

    @rule(document=consumes(documents))
    def erase(self, document: str) -> None:
        self.safe.bin.erase("document", document, on=self.day)
        del self.kept[document]
        self.binned.discard(document)

    @rule(word=WORDS)
    def find(self, word: str) -> None:
        found = {document.id for document in self.safe.search(word, limit=1000)}
        assert found == {d for d, (_, w) in self.kept.items() if w == word} - self.binned

    @rule()
    def close_and_open(self) -> None:
        self.safe.close()
        self.safe = self.made.open_with_key(self.door)

    @rule()
    def back_up_here(self) -> None:
        self.day += dt.timedelta(days=1)
        self.safe.back_up_here(on=self.day)

    @rule()
    def rebuild_the_index(self) -> None:
        self.safe.words.rebuild()

    @rule()
    def leave_and_come_back(self) -> None:
        zipped, new = self.place / "b.zip", self.place / "new"
        self.safe.backup(zipped, on=self.day, replace=True)
        bring(zipped, self.made, new)
        self.safe.close()
        shutil.rmtree(self.made.path)
        new.rename(self.made.path)
        self.safe = self.made.open_with_key(self.door)

    @invariant()
    def what_is_kept_is_there(self) -> None:
        listed = {document.id for document in self.safe.documents()}
        assert listed == set(self.kept) - self.binned
        for document in listed:
            assert self.safe.content(document) == self.kept[document][0]

    def teardown(self) -> None:
        assert self.safe.words.is_sound()
        self.safe.close()
        shutil.rmtree(self.place)


LIFE: Made


def test_any_order(tmp_path: Path) -> None:
    global LIFE  # noqa: PLW0603 (hypothesis makes the machines itself)
    Door(choose_kdf=lambda: FLOOR).create(tmp_path / "s", PHRASE, on=TODAY, recovery=False)
    empty = Made(tmp_path / "s", b"", (), {})
    key = unlock(read_copies(empty.folder, Disk()), PHRASE).key
    LIFE = Made(tmp_path / "s", key, (), {})
    run_state_machine_as_test(
        Life, settings=settings(max_examples=8, stateful_step_count=20, deadline=None)
    )

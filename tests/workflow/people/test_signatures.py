"""The image of a signature: in the safe with its person, put on one letter by a gesture."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.wiring import RealTools
from desktop_app.workflow import undoing
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter, move
from desktop_app.workflow.people import signatures
from desktop_app.workflow.store import Safe
from tests.helpers.pictures import logo_file, pictures_in, printed, signature_file
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
IMAGE, OTHER = printed(signature_file()), printed(logo_file())
TOOLS = RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture
def simone(safe: Safe) -> str:
    return safe.people.add("Simone Martin", on=TODAY)


def keep(safe: Safe, person: str, image: PrintedPicture = IMAGE) -> str:
    return signatures.keep(safe, person, image, title="Signature", on=TODAY)


def test_it_is_kept_with_the_person_and_comes_back_the_same(safe: Safe, simone: str) -> None:
    document = keep(safe, simone)
    found = signatures.kept(safe, simone)
    assert found is not None
    assert (found.id, found.person) == (document, "Simone Martin")
    assert safe.content(document) == IMAGE.data
    drawn = signatures.picture_of(safe, document, TOOLS.clean_picture)
    assert drawn.width == pytest.approx(IMAGE.width, abs=10), "drawn anew each time"


def test_another_takes_its_place_and_that_is_undone(safe: Safe, simone: str) -> None:
    first = keep(safe, simone)
    second, reverse = undoing.do(safe, lambda: keep(safe, simone, OTHER))
    assert [one.id for one in safe.bin.all()] == [first]
    safe.undo(reverse, on=TODAY)
    assert [one.id for one in safe.bin.all()] == [second]
    found = signatures.kept(safe, simone)
    assert found is not None
    assert found.id == first


def test_it_leaves_with_the_person_and_is_erased_for_good(safe: Safe, simone: str) -> None:
    keep(safe, simone)
    safe.bin.put(simone, on=TODAY, kind="person")
    assert not safe.documents()
    safe.bin.erase("person", simone, on=TODAY)
    assert not [*safe.documents(), *safe.bin.all()]


PNG = b"\x89PNG\r\n\x1a\n"
"""Eight bytes: the first four alone come by chance among so many once in some thousand times."""


def test_nothing_of_it_can_be_read_in_the_safe_s_files(tmp_path: Path) -> None:
    folder = new_safe(tmp_path, TODAY)
    with open_safe(folder, TODAY) as opened:
        keep(opened, opened.people.add("Simone Martin", on=TODAY))
    written = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    assert written
    assert not [data for data in written if IMAGE.data[100:160] in data or PNG in data]


class TestWhoSigns:
    @pytest.fixture
    def claire(self, safe: Safe) -> str:
        claire = safe.people.add("Claire Dubois", on=TODAY)
        keep(safe, claire)
        return claire

    def of(self, safe: Safe, person: str, *signed: str) -> str:
        found = signatures.of_signatory(safe, signed, person)
        return found.name if found is not None else ""

    def test_the_person_herself(self, safe: Safe, simone: str) -> None:
        keep(safe, simone)
        assert self.of(safe, simone, "Mme Simone MARTIN") == "Simone Martin"

    def test_the_helper_who_signs_for_her(self, safe: Safe, simone: str, claire: str) -> None:
        keep(safe, simone)
        signed = ("Pour Simone Martin, par mandat du 3 mars 2026,", "Claire DUBOIS")
        assert self.of(safe, simone, *signed) == "Claire Dubois"

    def test_never_hers_where_another_signs(self, safe: Safe, simone: str) -> None:
        keep(safe, simone)
        assert self.of(safe, simone, "Pour Simone Martin,", "Paul Petit") == ""

    def test_never_that_of_someone_else(self, safe: Safe, simone: str, claire: str) -> None:
        assert claire
        assert self.of(safe, simone, "Simone Martin") == ""
        assert self.of(safe, "", "Simone Martin") == ""

    def test_the_one_whose_safe_it_is(self, safe: Safe) -> None:
        keep(safe, safe.people.make_own("Jeanne", on=TODAY))
        assert self.of(safe, "", "Jeanne Lefèvre") == "Jeanne"

    def test_never_above_another_name(self, safe: Safe, simone: str) -> None:
        keep(safe, simone)
        assert self.of(safe, simone, "Karim Belkacem") == ""
        assert self.of(safe, simone, "………………………") == "Simone Martin", "a blank to be filled"


class TestOnALetter:
    DRAFT = draft_of({"answers": {}, "je_ne_sais_pas": []}, "cada")

    def test_it_is_there_only_when_asked_and_the_letter_is_proved(self) -> None:
        plain = make_letter(TOOLS, self.DRAFT, TODAY)
        signed = make_letter(TOOLS, self.DRAFT, TODAY, signature=IMAGE)
        assert (plain.proved, signed.proved) == (True, True)
        assert plain.proof == signed.proof, "an image is no value to read back"
        assert (pictures_in(plain.pdf.data), pictures_in(signed.pdf.data)) == (0, 1)

    def test_a_printer_that_misses_keeps_it(self) -> None:
        signed = make_letter(TOOLS, self.DRAFT, TODAY, signature=IMAGE)
        assert pictures_in(move(TOOLS, signed, 3, 2).pdf.data) == 1

    def test_what_is_filed_is_what_was_signed(self, safe: Safe, simone: str) -> None:
        signed = make_letter(TOOLS, self.DRAFT, TODAY, signature=IMAGE)
        _, document = file_paper(safe, TOOLS, signed, TODAY, person=simone)
        assert safe.content(document) == signed.pdf.data

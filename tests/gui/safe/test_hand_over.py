"""« Remettre à la personne », and « Ce que nous savons de vous »: whole, corrected, handed over."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.carrying import carry
from desktop_app.core.pdf import Pdf
from desktop_app.gui.screens.bureau.hand_over import HandOverScreen
from desktop_app.gui.screens.personnes.correct import CorrectScreen
from desktop_app.gui.screens.personnes.record import RecordScreen
from desktop_app.pages import correcting_value, office_hand_over
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Answers
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.workflow.office import hand_over
from tests.gui.safe.conftest import TODAY, Driver
from tests.gui.safe.test_consent import MARK, office, receive
from tests.helpers.pictures import saved

__all__ = ["office"]
PHRASE = "les poireaux de Fatou"


def one_page() -> bytes:
    """A PDF of one empty page."""
    out, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.save(out)
    return out.getvalue()


@pytest.fixture
def person(office: Driver) -> str:
    """Somebody with two papers, and a photo taken somewhere."""
    found = receive(office)
    safe = office.safe
    place = Image.Exif()
    place[0x010E] = MARK  # what a telephone says of a photo
    photo = saved(Image.new("RGB", (400, 600), "white"), "JPEG", exif=place)

    def fill() -> None:
        safe.consents.give(found, "essai", on=TODAY)
        safe.add(one_page(), title=f"Recours {MARK}", on=TODAY, kind="letter", person=found,
                 pages=1, media="application/pdf")  # fmt: skip
        safe.add(photo, title="Avis", on=TODAY, kind="received", person=found, media="image/jpeg")
        safe.add(b"x", title="Note", on=TODAY, person=found)
        safe.people.keep_value(found, "identite.nom", MARK, source="typed", on=TODAY)

    office.work(fill)
    return found


def files(driver: Driver, person: str, phrase: str = "") -> dict[str, bytes]:
    found = hand_over.papers_of(driver.safe, person)
    first = office_hand_over.to_read(found, found.papers, TODAY, known=True, locked=bool(phrase))
    to_read = driver.tools.letters.sheet(first, TODAY)
    made = hand_over.carried(
        driver.safe, driver.tools, found.papers, to_read=to_read, known=to_read, phrase=phrase
    )
    return {one.name: one.data for one in made}


def test_pdfs_and_one_sheet_under_neutral_names_and_nothing_else(
    office: Driver, person: str, tmp_path: Path
) -> None:
    made = files(office, person)
    assert list(made) == [
        "a-lire.pdf", "01-lettre-recue.pdf", "02-lettre.pdf", "ce-que-nous-savons.pdf",
    ]  # fmt: skip
    for data in made.values():
        with pikepdf.open(io.BytesIO(data)) as opened:
            assert len(opened.pages) >= 1
    assert MARK.encode() not in made["01-lettre-recue.pdf"], "where a photo was taken"
    from desktop_app.core.folder import Carried

    names = carry(tmp_path, [Carried(name, data) for name, data in made.items()])
    there = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    assert {name: there[name] for name in names} == made


def test_locked_nothing_but_the_phrase_opens_them(office: Driver, person: str) -> None:
    made = files(office, person, PHRASE)
    with pikepdf.open(io.BytesIO(made.pop("a-lire.pdf"))) as sheet:
        assert not sheet.is_encrypted
    for data in made.values():
        for wrong in ("", "les poireaux", PHRASE.upper()):
            with pytest.raises(pikepdf.PasswordError):
                pikepdf.open(io.BytesIO(data), password=wrong)
        with pikepdf.open(io.BytesIO(data), password=PHRASE) as opened:
            kept = opened.encryption
            assert (kept.R, kept.bits) == (6, 256)
            assert str(kept.stream_method).endswith("aesv3")


def test_the_sheet_that_anybody_opens_says_nothing_of_locked_papers(
    office: Driver, person: str
) -> None:
    found = hand_over.papers_of(office.safe, person)
    for locked in (True, False):
        told = office_hand_over.to_read_page(found, found.papers, TODAY, known=True, locked=locked)
        assert (MARK in repr(told)) is not locked


@pytest.mark.parametrize(
    ("phrase", "wrong"), [("court", "LockTooShort"), ("é" * 64, "LockTooLong")]
)
def test_a_phrase_that_locks_nothing_is_refused(phrase: str, wrong: str) -> None:
    with pytest.raises(getattr(hand_over, wrong)):
        hand_over.check(phrase)


def test_a_paper_that_cannot_be_locked_leaves_none_on_the_stick(
    office: Driver, person: str
) -> None:
    broken = b"%PDF-1.7 nothing of a PDF"
    add = {"title": "Abîmé", "on": TODAY, "person": person, "media": "application/pdf"}
    office.work(lambda: office.safe.add(broken, **add))  # type: ignore[arg-type]
    with pytest.raises(PdfRefused):
        files(office, person, PHRASE)


def test_two_phrases_that_differ_go_nowhere(office: Driver, person: str) -> None:
    office.go(to.HandOver(person))
    office.type("Sa phrase", PHRASE)
    office.press("Copier sur sa clé USB")
    office.settle()
    assert isinstance(office.page, HandOverScreen)
    assert "pas les mêmes" in office.words()


def test_given_on_paper_the_register_says_it_and_a_receipt_is_printed(
    office: Driver, person: str
) -> None:
    office.go(to.HandOver(person))
    office.press("Noter : remis sur papier")
    office.settle()
    line = office.safe.register.lines(limit=1)[0]
    assert (line.kind, line.n) == ("handed-over", 2)
    assert "2 papiers remis" in office.words()
    shown = office.page
    assert isinstance(shown, HandOverScreen)
    made = shown._receipt()
    assert isinstance(made, Pdf)
    assert made.pages == 1


def test_all_that_is_known_in_one_page_and_corrected_from_it(office: Driver, person: str) -> None:
    mandate = office.safe.mandates.prepare(person, ("caf",), from_day=TODAY, until_day=TODAY)
    office.work(lambda: office.safe.mandates.sign(mandate, on=TODAY))
    office.go(to.Record(person))
    shown = office.page
    assert isinstance(shown, RecordScreen)
    words = office.words()
    for told in ("Ce que nous savons de vous", MARK, "Recours", "d’accord", "Mandat du",
                 "Au registre", "24 mois", "sauvegardes"):  # fmt: skip
        assert told in words, told
    assert shown._sheet().pages >= 1
    assert shown.button_of(to.CorrectValue(person, "identite.nom")) is not None
    office.go(to.CorrectValue(person, "identite.nom"))
    correct = office.page
    assert isinstance(correct, CorrectScreen)
    correct.perform(Answers(correcting_value.VALUE, {correcting_value.SAID: "Da Silva"}))
    office.settle()
    value = office.safe.people.profile(person)["identite.nom"]
    assert (value.value, value.source, value.given_on) == ("Da Silva", "helper", TODAY)
    assert [one.value for one in office.safe.people.history(person)] == [MARK, "Da Silva"]
    office.go(to.CorrectValue(person, "identite.nom"))
    office.press("Oublier cette réponse")
    office.settle()
    assert "identite.nom" not in office.safe.people.profile(person)

"""The image of a signature in the window: kept with its person, on one letter, left nowhere."""

from pathlib import Path

import pytest

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.personnes.one import PersonScreen
from desktop_app.gui.widgets.small_picture import SmallPicture
from desktop_app.pages import destinations as to
from desktop_app.pages.letter import SIGNATURE
from desktop_app.workflow.people import signatures
from tests.gui.keyboard import until
from tests.gui.letters import printable
from tests.gui.safe.conftest import TODAY, Driver
from tests.helpers.pictures import pictures_in, printed, signature_file

SIGNATORY = "Karim Belkacem"
"""Who signs the letter of the demonstration."""
TICK = f"Mettre l’image de la signature ({SIGNATORY})"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "signature.jpg").write_bytes(signature_file())
    return tmp_path / "signature.jpg"


@pytest.fixture
def karim(in_safe: Driver) -> str:
    found: list[str] = []
    in_safe.work(lambda: found.append(in_safe.safe.people.add(SIGNATORY, on=TODAY)))
    return found[0]


@pytest.fixture
def signed_by(in_safe: Driver, karim: str) -> str:
    """The person, with an image of her signature in the safe."""
    image = printed(signature_file())
    in_safe.work(lambda: signatures.keep(in_safe.safe, karim, image, title="Signature", on=TODAY))
    return karim


def on_the_letter(driver: Driver) -> DocumentScreen:
    driver.window.context.session.write_for("", "")
    driver.go(to.Letter(draft=driver.tools.demo.letter))
    page = driver.page
    assert isinstance(page, DocumentScreen)
    until(lambda: printable(page), "the letter is never made")
    driver.settle()
    return page


def pictures(page: DocumentScreen) -> int:
    until(lambda: printable(page), "the letter is never made again")
    assert page.hand.made is not None
    return pictures_in(page.hand.made.pdf.data)


class TestOnThePersonsPage:
    def kept(self, driver: Driver, person: str) -> bool:
        found: list[object] = []
        driver.work(lambda: found.append(signatures.kept(driver.safe, person)))
        return found[0] is not None

    def page(self, driver: Driver, person: str) -> PersonScreen:
        driver.go(to.Person(person=person))
        driver.settle()
        assert isinstance(driver.page, PersonScreen)
        return driver.page

    def test_it_is_kept_seen_taken_away_and_undone(
        self, in_safe: Driver, karim: str, file: Path
    ) -> None:
        page = self.page(in_safe, karim)
        page.put_image(str(file))
        in_safe.settle()
        (picture,) = page.findChildren(SmallPicture)
        assert picture.accessibleName() == f"Signature ({SIGNATORY})"
        assert self.kept(in_safe, karim)
        in_safe.press("Retirer l’image")
        in_safe.settle()
        assert not self.kept(in_safe, karim)
        in_safe.press("Annuler")
        in_safe.settle()
        assert self.kept(in_safe, karim)
        assert "Certains organismes demandent une signature à la main." in in_safe.words()

    def test_what_is_no_picture_is_told_and_the_one_before_stays(
        self, in_safe: Driver, signed_by: str, tmp_path: Path
    ) -> None:
        page = self.page(in_safe, signed_by)
        (tmp_path / "f.png").write_bytes(b"%PDF-1.7")
        page.put_image(str(tmp_path / "f.png"))
        in_safe.settle()
        assert "ne peut pas être lue" in in_safe.words()
        assert self.kept(in_safe, signed_by)


class TestOnALetter:
    def test_it_is_never_there_unless_it_is_asked(self, in_safe: Driver, signed_by: str) -> None:
        page = on_the_letter(in_safe)
        assert page.asks[SIGNATURE].typed() == {SIGNATURE: ()}
        assert pictures(page) == 0

    def test_ticked_it_is_on_paper_and_the_proof_stands_then_it_goes(
        self, in_safe: Driver, signed_by: str
    ) -> None:
        page = on_the_letter(in_safe)
        in_safe.press(TICK)
        until(lambda: page.hand.signature is not None, "the image never comes")
        assert pictures(page) == 1
        assert page.hand.made is not None
        assert page.hand.made.proved
        in_safe.press(TICK)
        assert pictures(page) == 0

    def test_the_next_letter_asks_again(self, in_safe: Driver, signed_by: str) -> None:
        page = on_the_letter(in_safe)
        in_safe.press(TICK)
        assert pictures(page) == 1
        assert pictures(on_the_letter(in_safe)) == 0

    def test_nothing_is_offered_where_nobody_s_image_is_kept(
        self, in_safe: Driver, karim: str
    ) -> None:
        assert SIGNATURE not in on_the_letter(in_safe).asks

    def test_locking_forgets_it(self, in_safe: Driver, signed_by: str) -> None:
        page = on_the_letter(in_safe)
        in_safe.press(TICK)
        assert pictures(page) == 1
        in_safe.window.lock()
        in_safe.settle()
        assert in_safe.window.context.session.in_hand.made is None
        assert not isinstance(in_safe.window.page(), DocumentScreen)


def test_without_a_safe_nothing_is_offered(window: MainWindow) -> None:
    draft = window.context.tools.demo.letter
    window.go(to.Letter(draft=draft))
    page = window.page()
    assert isinstance(page, DocumentScreen)
    until(lambda: printable(page), "the letter is never made")
    assert SIGNATURE not in page.asks
    assert page.live[SIGNATURE].isHidden()

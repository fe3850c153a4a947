"""No form is taken for another: a blank is known by all that tells it, and by nothing less."""

import io
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.editions.identity import is_blank
from desktop_app.core.packs.model import Blank
from desktop_app.datafiles import data_root
from tests.helpers import editions, flips
from tests.helpers.demo_blank import demo_blank
from tests.helpers.forms import FormPdf
from tests.helpers.sights import marks, seen

OURS = FolderCatalogue(data_root("forms"))


def known(catalogue: FolderCatalogue, data: bytes) -> tuple[str, str] | None:
    """Return the pack and the edition that a PDF is a blank of, its file being unknown."""
    found = catalogue.recognise(data, seen(data))
    return (found[0].id, found[1]) if found else None


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> FolderCatalogue:
    return FolderCatalogue(editions.write_pack(tmp_path_factory.mktemp("forms")))


class TestAFormWithFields:
    BLANK = editions.blank("02", editions.SECOND)

    def test_is_known_once_saved_again(self, synthetic: FolderCatalogue) -> None:
        again = flips.saved_again(self.BLANK)
        assert again != self.BLANK
        assert known(synthetic, again) == (editions.PACK, f"{editions.NUMBER}*02")

    @pytest.mark.parametrize("one", [*flips.OF_FIELDS, *flips.OF_PAPER])
    def test_is_another_one_when_one_thing_differs(
        self, synthetic: FolderCatalogue, one: str
    ) -> None:
        flip = (flips.OF_FIELDS | flips.OF_PAPER)[one]
        assert known(synthetic, flip(self.BLANK)) is None

    def test_is_another_one_when_two_boxes_changed_places(self, synthetic: FolderCatalogue) -> None:
        assert known(synthetic, flips.exchanged(self.BLANK)) is None

    @pytest.mark.parametrize("one", [*flips.OF_FIELDS, *flips.OF_PAPER])
    def test_so_is_our_own_example(self, one: str) -> None:
        blank = demo_blank()
        assert known(OURS, flips.saved_again(blank)) is not None
        flip = (flips.OF_FIELDS | flips.OF_PAPER)[one]
        assert known(OURS, flip(blank)) is None

    def test_whose_pages_show_no_words_is_known_by_its_file_alone(self) -> None:
        form = FormPdf(lambda canvas: canvas.rect(20, 20, 100, 100))
        form.text("nom", (100, 240, 380, 256))
        sight = seen(form.data())
        signs = {"signature": sight.signature, "printed": sight.printed, "boxes": sight.boxes}
        assert not is_blank(Blank(edition="1", map="m", **signs), sight)  # type: ignore[arg-type]


class TestAFlatForm:
    @staticmethod
    def flat() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(595, 842))
        for number, line in enumerate(("Demande d'aide 10840*05", "Fait le 12/09/2014", "Nom")):
            canvas.drawString(20, 700 - 20 * number, line)
        canvas.save()
        return out.getvalue()

    def is_known(self, data: bytes) -> bool:
        own = seen(self.flat())
        blank = Blank(edition="1", map="m", signature=own.signature, printed=own.printed)
        return is_blank(blank, seen(data))

    def test_is_known_once_saved_again(self) -> None:
        assert self.is_known(flips.saved_again(self.flat()))

    @pytest.mark.parametrize("one", flips.OF_PAPER)
    def test_is_another_one_when_one_thing_differs(self, one: str) -> None:
        assert not self.is_known(flips.OF_PAPER[one](self.flat()))


def test_a_family_of_forms_with_one_field_of_the_same_name(tmp_path: Path) -> None:
    """The Caf's: one closed field each, the rest is paper. Another title is another form."""

    def one(title: str) -> bytes:
        form = FormPdf(title, "page 2")
        form.text("topmostSubform[0].Page1[0].bouton[0]", (10, 10, 50, 20))
        return form.data()

    mapped, other = one("Demande complémentaire, non-salariés"), one("Demande, moins de 25 ans")
    root = editions.write_pack(tmp_path)
    file = root / "official" / editions.PACK / "form.toml"
    head, *_blanks = file.read_text("utf-8").split("[[blank]]")
    (file.parent / "fields-01.toml").unlink()
    blank = f'[[blank]]\nedition = "99999*02"\nmap = "fields-02.toml"\n{marks(mapped)}'
    file.write_text(head + blank, "utf-8")
    catalogue = FolderCatalogue(root)
    assert seen(other).signature == seen(mapped).signature, "their fields are the same"
    assert known(catalogue, other) is None


# ------------------------------------------------------------------ the real forms


def blanks(corpus: Path) -> list[Path]:
    return sorted((corpus / "french").glob("*.pdf"))


def test_another_form_with_the_fields_of_a_mapped_one(corpus: Path) -> None:
    """What was filled with the answers of another: same field, same pages, other words."""
    for name in ("cerfa-rsa-non-salarie-xfa.pdf", "cerfa-rsa-demande-xfa-signature.pdf"):
        blank = (corpus / "french" / name).read_bytes()
        other = io.BytesIO()
        with pikepdf.open(io.BytesIO(blank)) as pdf:
            for page in pdf.pages:
                page.obj["/Contents"] = pdf.make_stream(b"")
            pdf.save(other)
        printed = flips.title(other.getvalue())
        assert seen(printed).signature == seen(blank).signature
        assert known(OURS, blank) is not None
        assert known(OURS, printed) is None


@pytest.mark.slow
def test_one_thing_flipped_on_every_known_blank(corpus: Path) -> None:
    taken = {}
    for path in blanks(corpus):
        data = path.read_bytes()
        own = known(OURS, data)
        if own is None:
            continue
        sight = seen(data)
        if (again := known(OURS, flips.saved_again(data))) != own:
            taken[path.name, "saved again"] = again
        tries = flips.OF_PAPER | (flips.OF_FIELDS if sight.fields else {})
        for name, flip in tries.items():
            if (found := known(OURS, flip(data))) is not None:
                taken[path.name, name] = found
    assert taken == {}


@pytest.mark.slow
def test_no_file_of_the_corpus_is_taken_for_a_pack_that_does_not_hold_it(corpus: Path) -> None:
    """By what is seen alone: the answer is that of the whole file's fingerprint."""
    wrong, looked_at = {}, 0
    for folder in ("french", "world", "detector"):
        for path in sorted((corpus / folder).glob("*.pdf")):
            data = path.read_bytes()
            try:
                sight = seen(data)
            except Exception:  # refused: it is no form to take for another
                continue
            looked_at += 1
            by_file, by_sight = OURS.recognise(data), OURS.recognise(b"", sight)
            if (by_file and by_file[0].id) != (by_sight and by_sight[0].id):
                wrong[path.name] = (by_file, by_sight)
    assert looked_at > 20, "hardly a file could be read: this test looked at nothing"
    assert wrong == {}

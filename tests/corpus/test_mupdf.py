"""The editable file shows its answers in MuPDF as in PDFium; ``test_corpus`` looks at poppler."""

import io
from pathlib import Path

import pikepdf
import pytest

from tests.corpus import mupdf
from tests.helpers.demo_blank import demo_blank

pytestmark = pytest.mark.skipif(not mupdf.has_tool, reason="needs MuPDF's mutool")

SAMPLE = (
    "cerfa-15548-02-demande-election-domicile-xfa",  # combs, an XFA beside the fields
    "cerfa-16030-01-attestation-election-domicile",  # JavaScript
    "cmuc-choix-organisme-demandeur",  # fields without any drawing
)


def test_our_own_form() -> None:
    found = mupdf.compare(demo_blank())
    assert found.unlike == ()
    assert found.inked > 20


@pytest.mark.parametrize("name", SAMPLE)
def test_real_forms(corpus: Path, name: str) -> None:
    found = mupdf.compare((corpus / "french" / f"{name}.pdf").read_bytes())
    assert found.unlike == ()
    assert found.inked > 0.7 * found.boxes


def test_a_box_that_one_of_the_two_does_not_show_is_named() -> None:
    """The comparison itself, on a drawing that only MuPDF is given empty."""
    erased = []

    def erase(data: bytes) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            box = next(
                one
                for one in pdf.pages[0].obj["/Annots"]
                if one.get("/FT") == "/Tx" and str(one.get("/V", ""))
            )
            erased.append(str(box["/T"]))
            box["/AP"]["/N"].write(b"/Tx BMC EMC")
            pdf.save(out)
        return out.getvalue()

    found = mupdf.compare(demo_blank(), erase)
    assert [name.rpartition(".")[2] for name in found.unlike] == erased

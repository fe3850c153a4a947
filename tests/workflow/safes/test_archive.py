"""Filing what comes and what is made, in a real safe."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.pdf import FillProblem, Pdf, Proof
from desktop_app.core.updates import UNCHANGED, Updates
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.workflow.ports import Picture, PictureRenderer, TextReader
from desktop_app.workflow.safes import archive
from desktop_app.workflow.store import Safe

TODAY = dt.date(2026, 11, 24)
PHRASE = "trois éléphants bleus à Nîmes"


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory):
    path, door = tmp_path_factory.mktemp("archive") / "coffre", Door(choose_kdf=lambda: FLOOR)
    door.create(path, PHRASE, on=TODAY, recovery=False)
    with door.open(path, PHRASE, on=TODAY) as opened:
        yield opened


class Unreadable(AppError, code="pdf-unreadable"):
    pass


@dataclass
class Readers:
    """What looks at a paper, without a child."""

    read_text: TextReader
    show_picture: PictureRenderer

    def updates(self, data: bytes, password: str = "") -> Updates:
        return UNCHANGED


def not_a_picture(data: bytes, side: int) -> Picture:
    raise AssertionError("a PDF is not shown as a picture")


def refuse(data: bytes) -> tuple[int, str]:
    raise Unreadable


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        pytest.param(b"%PDF-1.7\n", "", "application/pdf", id="PDF"),
        pytest.param(b"\n\n%PDF-1.4", "x.txt", "application/pdf", id="PDF after a blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "x.pdf", "image/png", id="PNG called PDF"),
        pytest.param(b"\xff\xd8\xff\xe0", "", "image/jpeg", id="JPEG"),
        pytest.param(b"bonjour", "lettre.txt", "text/plain", id="by its name"),
        pytest.param(b"", "../../x", "application/octet-stream", id="nothing known"),
    ],
)
def test_media(data: bytes, name: str, media: str) -> None:
    assert archive.media_of(data, name) == media


def test_a_paper_from_elsewhere_is_found_by_its_words(safe: Safe) -> None:
    told: list[Notice] = []
    document = archive.file_received(
        safe,
        b"%PDF-1.7 received",
        title="Courrier de la CAF",
        on=TODAY,
        readers=Readers(lambda data: (3, "votre dette\fde prime\fd’activité"), not_a_picture),
        tell=told.append,
        person="Ana",
        dossier="Dette",
    )
    (found,) = archive.find(safe, "dette activite").documents
    assert (found.id, found.pages, found.kind, told) == (document, 3, "received", [])


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nphoto", b"%PDF-1.7 scanned"])
def test_a_letter_of_pictures_is_found_by_its_recognised_words_until_it_is_erased(
    safe: Safe, data: bytes
) -> None:
    document = archive.file_received(
        safe,
        data,
        title="Lettre reçue",
        on=TODAY,
        readers=Readers(lambda data: (1, " "), lambda data, side: Picture),  # type: ignore[arg-type, return-value]
        tell=lambda notice: None,
        words="votre trop-perçu d’allocation\nde logement",
    )
    (found,) = archive.find(safe, "trop percu logement").documents
    assert found.id == document
    safe.bin.put(document, on=TODAY)
    safe.bin.erase("document", document, on=TODAY)
    assert not archive.find(safe, "trop percu logement").total


def test_what_cannot_be_read_is_kept_and_said(safe: Safe) -> None:
    told: list[Notice] = []
    document = archive.file_received(
        safe,
        b"%PDF-1.7 abime",
        title="Illisible",
        on=TODAY,
        readers=Readers(refuse, not_a_picture),
        tell=told.append,
    )
    assert safe.content(document) == b"%PDF-1.7 abime"
    assert [notice.code for notice in told] == ["document-not-indexed"]


def test_what_is_made_is_filed_with_its_proof(safe: Safe) -> None:
    document = archive.file_made(
        safe,
        Pdf(b"%PDF-2.0", 2),
        title="Lettre",
        on=TODAY,
        kind="letter",
        text="je conteste",
        made_from="caf-indu-rsa",
        proof=Proof(37, 37),
        person="Ana",
    )
    filed = safe.document(document)
    assert (filed.verified, filed.total, filed.made_from) == (37, 37, "caf-indu-rsa")
    assert (filed.kind, filed.pages, filed.media) == ("letter", 2, "application/pdf")


def test_what_is_not_proved_is_not_filed(safe: Safe) -> None:
    before = len(safe.documents())
    with pytest.raises(archive.DocumentNotProved):
        archive.file_made(
            safe,
            Pdf(b"%PDF-2.0", 2),
            title="Formulaire",
            on=TODAY,
            kind="form",
            text="",
            made_from="15548",
            proof=Proof(36, 37, (FillProblem("nom", 1, "clipped"),)),
        )
    assert len(safe.documents()) == before


def test_importing_the_door_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    program = (
        "import sys, desktop_app.safe.door, desktop_app.wiring, desktop_app.cli.safe\n"
        "heavy = {'sqlcipher3', 'cryptography', 'keyring', 'zxcvbn', 'mnemonic', 'filelock'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    root = Path(archive.__file__).parents[3]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)

"""A letter of ours for a word processor: the same words, nobody's name in its properties."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.documents.model import EnclosedPaper
from desktop_app.pdf.letters.writer import TypstLetters
from desktop_app.untrusted import word_files
from tests.helpers.letters import letter
from tests.helpers.word_files import docx, paragraph

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def told(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\xa0", " ").replace("\u202f", " ")).strip()


def test_every_word_of_the_letter_is_there_in_its_order() -> None:
    document = replace(
        letter(),
        letterhead=("Association A & B",),
        enclosures=(
            EnclosedPaper("a", "Copie du <bail>", 3),
            EnclosedPaper("b", "Le reste", later=True),
        ),
        copies=("Mme la maire",),
    )
    file = word_files.read(TypstLetters().word(document))
    words = told(" ".join(one.text for one in file.paragraphs))
    wanted = [
        *document.letterhead,
        *document.sender,
        *document.recipient,
        *document.references,
        document.subject,
        document.call,
        *(line for one in document.paragraphs for line in one.text.split("\n")),
        document.closing,
        *document.signature,
        "P.J. : 1",
        "Copie du <bail> (3 pages)",
        "Suivra dès que possible :",
        "Le reste",
        "Copie à : Mme la maire",
    ]
    at = 0
    for one in filter(None, map(told, wanted)):
        found = words.find(told(re.sub(r"^[–•-] ?", "", one)), at)
        assert found >= 0, (one, words[at : at + 200])
        at = found


def test_its_properties_name_nobody_and_the_same_letter_gives_the_same_bytes() -> None:
    made = TypstLetters().word(letter())
    assert made == TypstLetters().word(letter())
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert not [one for one in names if one.startswith("docProps")]


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_a_word_processor_opens_it_and_a_model_that_was_filled(tmp_path: Path) -> None:
    from desktop_app.core.word_models import Edit

    (tmp_path / "lettre.docx").write_bytes(TypstLetters().word(letter()))
    model = docx(paragraph("Madame {{ nom }}"))
    edit = Edit("word/document.xml", 0, 7, 16, "Da Silva\nFatou")
    (tmp_path / "modele.docx").write_bytes(word_files.write(model, [edit]))
    for name, wanted in (("lettre", letter().call), ("modele", "Madame Da Silva Fatou")):
        assert OFFICE is not None
        command = [OFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profil"]
        line = [*command, "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
        subprocess.run([*line, str(tmp_path / f"{name}.docx")], check=True, capture_output=True)
        assert told(wanted) in told((tmp_path / f"{name}.txt").read_text("utf-8-sig"))

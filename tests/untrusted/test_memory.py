"""A document in memory is read as a file is, whatever pikepdf does with it."""

import io
import mmap

import pikepdf
import pytest

from desktop_app.untrusted.operations import memory
from tests.helpers.forms import every_type


def test_qpdf_reads_the_bytes_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of the stream once the document is open: what it says is read anyway."""
    asked = []
    monkeypatch.setattr(
        memory._Stream, "readinto", lambda self, into: asked.append(len(into)) or 0, raising=False
    )
    with memory.open_pdf(every_type().data()) as pdf:
        names = [str(one["/T"]) for one in pdf.Root["/AcroForm"]["/Fields"] if "/T" in one]
        assert names[0] == "nom"
        pdf.save(io.BytesIO())
    assert asked == []


def test_the_map_of_files_is_given_back() -> None:
    own = mmap.mmap
    memory.open_pdf(every_type().data()).close()
    with pytest.raises(pikepdf.PdfError):
        memory.open_pdf(b"no pdf")
    assert mmap.mmap is own


def test_without_a_map_the_stream_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_Map", lambda data: 1 / 0)
    with memory.open_pdf(every_type().data()) as pdf:
        assert len(pdf.pages) == 2


def test_a_locked_document() -> None:
    locked = every_type().data(encryption=pikepdf.Encryption(owner="o", user="clé", R=6))
    with memory.open_pdf(locked, "clé") as pdf:
        assert len(pdf.pages) == 2
    with pytest.raises(pikepdf.PasswordError):
        memory.open_pdf(locked)

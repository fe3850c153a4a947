"""Letters of a word processor from elsewhere: what acts or fetches is refused, in a child."""

import io
import zipfile

import pytest

from desktop_app.core.errors import AppError
from desktop_app.core.word_models import Edit, WordFile
from desktop_app.untrusted import word_files
from desktop_app.untrusted.operations import word_files as inside
from desktop_app.untrusted.operations.subject import Asked, Subject
from tests.helpers.word_files import docx, hostile, odt, paragraph

HOSTILE = hostile()


def read(data: bytes) -> WordFile:
    """Read it here, without a child: the same code."""
    found, _ = inside.read(Subject(data, "", {}), Asked())
    return found  # type: ignore[return-value]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "nothing"])
def test_what_acts_fetches_or_unfolds_is_refused(name: str) -> None:
    data, code = HOSTILE[name]
    assert read(data)["refused"] == code  # type: ignore[index]


@pytest.mark.parametrize("name", ["nothing", "macro", "image", "bomb", "entities"])
def test_a_child_refuses_them_and_says_why(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(AppError) as refused:
        word_files.read(data)
    assert refused.value.code == code


def test_words_cut_in_several_runs_are_one_and_are_changed_where_they_stand() -> None:
    data = docx(paragraph("Madame {{ n", "om }}", ", bonjour &amp; merci"), paragraph("{{ rue }}"))
    file = word_files.read(data)
    assert [one.text for one in file.paragraphs] == [
        "Madame {{ nom }}, bonjour & merci",
        "{{ rue }}",
    ]
    edits = [
        Edit("word/document.xml", 0, 7, 16, "Diaz & <fils>"),
        Edit("word/document.xml", 1, 0, 9, "1, rue A\n69000 Lyon"),
    ]
    made = word_files.write(data, edits)
    again = word_files.read(made)
    assert again.paragraphs[0].text == "Madame Diaz & <fils>, bonjour & merci"
    assert again.paragraphs[1].text == "1, rue A 69000 Lyon"
    written = part(made, "word/document.xml")
    assert "<w:br/>" in written
    assert 'mc:Ignorable="w14"' in written  # what is not changed is as it was
    assert "Nadia" not in part(made, "docProps/core.xml")


def test_an_odt_too() -> None:
    data = odt("Chère {{ <text:span>prenom</text:span> }} !", "a<text:tab/>b")
    file = word_files.read(data)
    assert [one.text for one in file.paragraphs] == ["Chère {{ prenom }} !", "a b"]
    made = word_files.write(data, [Edit("content.xml", 0, 6, 18, "Zoé\net Léo\x00")])
    assert word_files.read(made).paragraphs[0].text == "Chère Zoé et Léo !"
    names = zipfile.ZipFile(io.BytesIO(made)).infolist()
    assert (names[0].filename, names[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_several_changes_of_one_run() -> None:
    data = docx(paragraph("{{a}} et {{b}} et {{a}}"))
    edits = [
        Edit("word/document.xml", 0, at, at + 5, words)
        for at, words in ((0, "un"), (9, "deux"), (18, ""))
    ]
    assert word_files.read(word_files.write(data, edits)).paragraphs[0].text == "un et deux et "

"""``papier-libre form`` on a PDF that no pack knows: its questions, and the three ways."""

from pathlib import Path

import pikepdf
import pypdf
import pytest

from desktop_app.datafiles import data_root
from tests.cli.test_form import NOTHING_FILLED, code_of, form
from tests.helpers.demo_blank import demo_blank
from tests.helpers.unknown import flat_form, unknown_form

ANSWERS = """
[answers]
vous_etes = "mme"
nom_de_naissance = "Dupré"
ne_e_le = "03/11/1980"
numero_de_securite_sociale = "2 80 01 42 218 101 55"
code_postal = "42000"
expliquez_votre_situation = "Je demande une carte."
avez_vous_un_contrat = "non"
"""


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "demande de carte.pdf"
    path.write_bytes(unknown_form())
    return path


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "reponses.toml"
    path.write_text(ANSWERS)
    return path


def test_its_questions_are_listed_by_part_without_a_name_of_field(blank: Path) -> None:
    status, data, _said = form("questions", blank)
    assert status == 0
    assert (data["pack"], data["title"]) == (None, "Demande de carte")
    assert [one["title"] for one in data["sections"]] == [
        "Page 1 : 1. Votre identité",
        "Page 2 : 2. L’employeur",
    ]
    questions = [one for section in data["sections"] for one in section["questions"]]
    assert questions[0]["choices"] == [
        {"id": "mme", "label": "Madame"},
        {"id": "m", "label": "Monsieur"},
    ]
    assert not any("Texte" in one["label"] or "Texte" in one["id"] for one in questions)


def test_a_form_we_know_gives_the_questions_of_its_pack(tmp_path: Path) -> None:
    path = tmp_path / "connu.pdf"
    path.write_bytes(demo_blank())
    _status, data, _said = form("questions", path)
    assert data["pack"] == "exemple-aide-exceptionnelle"


def test_an_outdated_form_says_so_before_its_questions(corpus: Path) -> None:
    blank = corpus / "french" / "cerfa-rsa-demande-xfa-signature.pdf"
    for way in ("questions", "inspect"):
        status, data, _said = form(way, blank)
        assert status == 0
        told = data["form"]
        assert (told["number"], told["edition"]) == ("13880", "13880*04")
        assert (told["outdated"], told["withdrawn"]) == (True, True)
        assert told["successor"] == "15481*01"
        _status, text, _said = form(way, blank, text=True)
        first = text[: text.index("[answers]" if way == "questions" else "p. 1")]
        assert "demandez le n° 15481*01" in first
        assert "13880*04" in first


def test_so_does_an_older_edition_of_a_form_that_is_taken(corpus: Path) -> None:
    _status, data, _said = form("questions", corpus / "french" / "cerfa-11580-04-recu-dons.pdf")
    assert (data["form"]["outdated"], data["form"]["withdrawn"]) == (True, False)
    newer = corpus / "french" / "cerfa-11580-05-recu-dons-particuliers.pdf"
    assert form("questions", newer)[1]["form"]["outdated"] is False


def test_answers_of_its_pack_fill_a_form_we_know(tmp_path: Path) -> None:
    """The help offers exactly this; it ended in an AssertionError."""
    path, out = tmp_path / "connu.pdf", tmp_path / "rempli.pdf"
    path.write_bytes(demo_blank())
    example = next(
        (data_root("forms") / "official" / "exemple-aide-exceptionnelle" / "examples").iterdir()
    )
    for way in ("fill", "on-paper", "copy-sheet"):
        status, data, said = form(way, path, "--answers", example, "--out", out)
        assert status == 0, said
        assert data.get("edition", "exemple-1") == "exemple-1"
    status, data, _said = form("fill", path, "--answers", example, "--out", out)
    assert (data["problems"], data["verified"]) == ([], data["total"])
    assert data["total"] > 20


def test_an_older_edition_of_a_form_we_know_is_that_edition_on_paper_too(
    tmp_path: Path, corpus: Path
) -> None:
    blank = corpus / "french" / "cerfa-11580-04-recu-dons.pdf"
    examples = data_root("forms") / "official" / "11580-recu-dons" / "examples"
    out = tmp_path / "rempli.pdf"
    answers = next(one for one in examples.iterdir() if one.name.startswith("1-"))
    for way in ("fill", "on-paper"):
        status, data, said = form(way, blank, "--answers", answers, "--out", out)
        assert (status, data["edition"]) == (0, "11580*04"), said


def test_answers_fill_it_and_are_proved(tmp_path: Path, blank: Path, answers: Path) -> None:
    out = tmp_path / "rempli.pdf"
    status, data, _said = form("fill", blank, "--answers", answers, "--out", out)
    assert (status, data["problems"]) == (0, [])
    assert data["verified"] == data["total"] == 10
    words = "".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert "Dupré" in words
    assert "Je demande une carte." in words


@pytest.mark.parametrize("known", [True, False], ids=["mapped", "unknown"])
@pytest.mark.parametrize("way", ["fill", "on-paper", "copy-sheet"])
def test_without_any_answer_nothing_is_filled_and_it_says_so(
    tmp_path: Path, known: bool, way: str
) -> None:
    path, answers, out = tmp_path / "F.pdf", tmp_path / "A.toml", tmp_path / "o.pdf"
    path.write_bytes(demo_blank() if known else unknown_form())
    answers.write_text("[answers]\n", "utf-8")
    asked = (way, path, "--answers", answers, "--out", out)
    status, words, _ = form(*asked, text=True)
    assert status == 3
    assert NOTHING_FILLED in words
    assert " relue" not in words
    assert "dans l’ordre" not in words.casefold(), "there is nothing to sign nor to send"
    assert "Formulaire écrit" not in words
    assert form(*asked)[1]["page"]


def test_the_two_other_ways_take_a_pdf_too(tmp_path: Path, blank: Path, answers: Path) -> None:
    for way in ("on-paper", "copy-sheet"):
        out = tmp_path / f"{way}.pdf"
        status, _data, said = form(way, blank, "--answers", answers, "--out", out)
        assert status == 0, said
        assert out.is_file()


def test_boxes_found_on_paper_are_asked_and_said(tmp_path: Path) -> None:
    path = tmp_path / "papier.pdf"
    path.write_bytes(flat_form())
    _status, data, said = form("questions", path)
    (section,) = data["sections"]
    assert section["questions"][0]["label"] == "Nom de naissance"
    assert "ont été trouvées sur ses pages" in said


def test_an_answer_to_a_question_that_is_not_asked_is_refused(tmp_path: Path, blank: Path) -> None:
    path = tmp_path / "reponses.toml"
    path.write_text('[answers]\nnom_de_naisance = "Dupré"\n')
    status, data, _said = form("fill", blank, "--answers", path, "--out", tmp_path / "o.pdf")
    assert status == 3
    assert data["error"]["problems"][0]["suggestion"] == "nom_de_naissance"


def test_a_locked_pdf_says_that_it_needs_a_password(tmp_path: Path) -> None:
    path = tmp_path / "fermé.pdf"
    locked = pikepdf.Encryption(user="sésame", owner="x", R=6)
    path.write_bytes(unknown_form(encryption=locked))
    status, data, _said = form("questions", path)
    assert (status, code_of(data)) == (3, "pdf-encrypted")


def test_a_blank_beside_a_pdf_is_a_mistake(tmp_path: Path, blank: Path) -> None:
    status, _data, _said = form("fill", blank, "--out", tmp_path / "o.pdf")
    assert status == 2

"""``papier-libre pack new --from F.pdf``: a first draft, which passes ``pack check``."""

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import String

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from tests.helpers.demo_blank import demo_blank
from tests.helpers.forms import FormPdf, every_type
from tests.helpers.hostile import KINDS
from tests.helpers.paper import flat_sheet, paper

CORPUS_FORMS = {
    "10842": "cerfa-10842-06-attestation-loyer-plat.pdf",
    "13912": "cerfa-13912-04-pmsmp-convention.pdf",
}


def command(*arguments: str | Path, text: bool = False) -> tuple[int, Any, str]:
    out, err = io.StringIO(), io.StringIO()
    line = [*map(str, arguments), *([] if text else ["--json"])]
    with redirect_stdout(out), redirect_stderr(err):
        status = run(line, RealTools)
    return status, out.getvalue() if text else json.loads(out.getvalue()), err.getvalue()


def new(pdf: Path, *more: str | Path, text: bool = False) -> tuple[int, Any, str]:
    return command("pack", "new", "--from", pdf, *more, text=text)


def file(folder: Path, data: bytes, name: str = "Aide au transport.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def flat(tmp_path: Path) -> Path:
    return file(tmp_path, paper(flat_sheet, size=(595, 842)))


def sound(path: str | Path) -> bool:
    status, data, _ = command("pack", "check", path)
    return status == 0 and all(one["ok"] for one in data["packs"])


class TestTheDraft:
    def test_of_a_flat_pdf(self, tmp_path: Path, flat: Path) -> None:
        status, data, said = new(flat, "--out", tmp_path / "modeles")
        assert status == 0
        assert data.pop("page")
        assert data == {
            "id": "perso-aide-au-transport",
            "path": str(tmp_path / "modeles" / "perso-aide-au-transport"),
            "title": "Aide au transport",
            "pages": 1,
            "places": 6,
            "questions": 5,
        }
        assert "ont été trouvées" in said
        assert sound(data["path"])

    def test_of_a_form_with_fields(self, tmp_path: Path) -> None:
        pdf = file(tmp_path, every_type().data())
        status, data, _ = new(pdf, "--out", tmp_path / "modeles", "--title", "Tout un peu")
        assert (status, data["title"], data["pages"]) == (0, "Tout un peu", 2)
        assert data["places"] >= 10
        assert sound(data["path"])

    @pytest.mark.parametrize("name", CORPUS_FORMS)
    def test_of_a_real_form(self, tmp_path: Path, corpus: Path, name: str) -> None:
        pdf = corpus / "french" / CORPUS_FORMS[name]
        status, data, _ = new(pdf, "--out", tmp_path)
        assert status == 0
        assert data["places"] > 50
        assert sound(data["path"])

    def test_in_words(self, tmp_path: Path, flat: Path) -> None:
        status, words, _ = new(flat, "--out", tmp_path / "modeles", text=True)
        assert status == 0
        assert "Modèle écrit :" in words
        assert "6 cases" in words

    def test_a_second_one_takes_no_place(self, tmp_path: Path, flat: Path) -> None:
        ids = [new(flat, "--out", tmp_path / "modeles")[1]["id"] for _ in range(2)]
        assert ids == ["perso-aide-au-transport", "perso-aide-au-transport-2"]

    def test_a_question_that_may_not_be_asked_leaves_its_box_empty(self, tmp_path: Path) -> None:
        form = FormPdf()
        form.text("a", (60, 240, 380, 256), TU=String("Votre nom"))
        form.text("b", (60, 200, 380, 216), TU=String("Votre mot de passe"))
        status, data, said = new(file(tmp_path, form.data()), "--out", tmp_path / "modeles")
        assert (status, data["places"], data["questions"]) == (0, 2, 1)
        assert "1 case reste vide" in said
        assert sound(data["path"])


class TestOneSOwn:
    def test_it_is_listed_and_fills_its_blank(self, tmp_path: Path, flat: Path) -> None:
        _, data, _ = new(flat)
        listed = {one["id"]: one["ok"] for one in command("pack", "list")[1]["packs"]}
        assert listed[data["id"]] is True
        found = command("catalogue", "--search", "aide au transport", "--kind", "form")[1]["items"]
        assert found[0]["id"] == data["id"]
        answers = Path(data["path"]) / "examples" / "1-exemple.toml"
        out = tmp_path / "rempli.pdf"
        status, report, _ = command(
            "form", "fill", data["id"], "--blank", flat, "--answers", answers, "--out", out
        )
        assert status == 0
        assert report["verified"] == report["total"] > 0
        assert command("form", "inspect", flat)[1]["pack"] == data["id"]

    def test_it_is_not_made_twice(self, flat: Path) -> None:
        assert new(flat)[0] == 0
        status, data, _ = new(flat)
        assert (status, data["error"]["code"]) == (3, "form-already-known")

    def test_a_form_of_ours_is_known_and_said(self, tmp_path: Path) -> None:
        pdf = file(tmp_path, demo_blank())
        assert new(pdf)[1]["error"]["code"] == "form-already-known"
        status, data, said = new(pdf, "--out", tmp_path / "modeles")
        assert status == 0
        assert "déjà connu" in said
        assert sound(data["path"])


def locked(password: str) -> bytes:
    return every_type().data(encryption=pikepdf.Encryption(owner="o", user=password, R=6))


def xfa_only() -> bytes:
    form = FormPdf()
    form.form["/XFA"] = String("x")
    return form.data()


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            pytest.param(b"", "pdf-empty", id="empty"),
            pytest.param(b"%PDF-1.7 rien", "pdf-unreadable", id="no PDF"),
            pytest.param(locked("clé"), "pdf-encrypted", id="locked"),
            pytest.param(xfa_only(), "pdf-xfa-only", id="XFA only"),
            pytest.param(FormPdf("Une lettre").data(), "pdf-nothing-to-fill", id="no box"),
        ],
    )
    def test_in_words_and_nothing_is_written(self, tmp_path: Path, data: bytes, code: str) -> None:
        status, answer, _ = new(file(tmp_path, data), "--out", tmp_path / "modeles")
        assert (status, answer["error"]["code"]) == (3, code)
        assert not (tmp_path / "modeles").exists()

    def test_a_hostile_file(self, tmp_path: Path) -> None:
        pdf = file(tmp_path, KINDS["XFA with entities"]())
        status, answer, _ = new(pdf, "--out", tmp_path / "modeles")
        assert (status, answer["error"]["code"][:4]) == (3, "pdf-")

    def test_a_locked_one_opens_with_its_password(self, tmp_path: Path) -> None:
        reading, writing = os.pipe()
        os.write(writing, "clé".encode())
        os.close(writing)
        pdf = file(tmp_path, locked("clé"))
        status, data, _ = new(pdf, "--out", tmp_path / "modeles", "--password-fd", str(reading))
        assert status == 0
        assert sound(data["path"])

    def test_no_file(self, tmp_path: Path) -> None:
        status, answer, _ = new(tmp_path / "absent.pdf")
        assert (status, answer["error"]["code"]) == (3, "file-missing")

    def test_where_nothing_can_be_written(self, tmp_path: Path, flat: Path) -> None:
        (tmp_path / "plein").write_bytes(b"")
        status, answer, _ = new(flat, "--out", tmp_path / "plein" / "ici")
        assert (status, answer["error"]["code"]) == (7, "not-written")

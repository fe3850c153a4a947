"""``papier-libre form``: the contract of the command line, on real files."""

import io
import json
import os
import threading
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from pikepdf import String

from desktop_app.cli.main import run
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from tests.helpers import elsewhere
from tests.helpers.demo_blank import demo_blank
from tests.helpers.forms import FormPdf, every_type

DEMO = "exemple-aide-exceptionnelle"
REPORT = {"verified", "total", "problems", "overflow", "annex_pages", "page"}
EDITION = {"edition", "other_edition", "unplaced", "abbreviations"}
FIELD = {
    "name", "type", "page", "rect", "comb", "max_length", "options", "label", "value", "read_only",
}  # fmt: skip
CANARY = "ZKANARI-Đặng"
NOTHING_FILLED = "Rien n’est rempli : aucune réponse de vous n’est sur ce formulaire."


def form(*arguments: str | Path, text: bool = False) -> tuple[int, Any, str]:
    """Run one command; returns the status, the JSON (or the text), and the error stream."""
    out, err = io.StringIO(), io.StringIO()
    line = ["form", *map(str, arguments), *([] if text else ["--json"])]
    with redirect_stdout(out), redirect_stderr(err):
        status = run(line, RealTools)
    return status, out.getvalue() if text else json.loads(out.getvalue()), err.getvalue()


def answers(pack: str = DEMO) -> Path:
    folder = Path(str(data_root("forms"))) / "official" / pack / "examples"
    return sorted(folder.glob("*.toml"))[0]


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "vide.pdf"
    path.write_bytes(every_type().data())
    return path


@pytest.fixture
def values(tmp_path: Path) -> Path:
    path = tmp_path / "valeurs.json"
    path.write_text(json.dumps({"nom": "Éloïse Đặng", "civilité": "M", "accord": True}))
    return path


def code_of(data: Any) -> str:
    assert set(data) == {"error"}
    return str(data["error"]["code"])


class TestInspect:
    def test_the_contract(self, blank: Path) -> None:
        status, data, _ = form("inspect", blank)
        assert status == 0
        assert set(data) == {
            "kind", "pages", "encrypted", "pack", "edition", "printed", "nearest", "form",
            "active_content", "fields", "updates", "changed", "page",
        }  # fmt: skip
        assert (data["kind"], data["pages"], data["pack"]) == ("acroform", 2, None)
        for one in data["fields"]:
            assert set(one) == FIELD
            assert all(set(option) == {"id", "label", "page", "rect"} for option in one["options"])
        fields = {one["name"]: one for one in data["fields"]}
        assert fields["nir"]["comb"] is True
        assert fields["nir"]["max_length"] == 15
        assert fields["nom"]["rect"] == [60, 240, 380, 256]
        assert fields["nom"]["label"] == "Votre nom"
        assert [o["id"] for o in fields["niveau"]["options"]] == ["Sup\\x8erieur", "A"]
        assert (fields["accord"]["value"], fields["imposé"]["read_only"]) == (False, True)

    def test_a_known_blank_is_recognised(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(demo_blank())
        _, data, _ = form("inspect", tmp_path / "a.pdf")
        assert (data["pack"], data["edition"]) == (DEMO, "exemple-1")

    def test_a_known_blank_saved_again_is_recognised(self, corpus: Path, tmp_path: Path) -> None:
        file = corpus / "french" / "cerfa-15548-02-demande-election-domicile-xfa.pdf"
        with pikepdf.open(file) as pdf:
            pdf.save(tmp_path / "again.pdf")
        _, data, _ = form("inspect", tmp_path / "again.pdf")
        assert (data["pack"], data["edition"]) == ("15548-domiciliation", "15548*02")

    def test_text_for_a_person(self, blank: Path) -> None:
        status, words, _ = form("inspect", blank, text=True)
        assert status == 0
        assert "13 cases" in words
        assert "« Votre nom »" in words

    def test_a_password_by_descriptor(self, tmp_path: Path) -> None:
        path = tmp_path / "a.pdf"
        path.write_bytes(
            every_type().data(encryption=pikepdf.Encryption(owner="o", user="clé", R=6))
        )
        status, data, _ = form("inspect", path)
        assert (status, code_of(data)) == (3, "pdf-encrypted")
        assert "--password-fd" in data["error"]["message"]
        status, data, _ = form("inspect", path, "--password-fd", "987")
        assert code_of(data) == "password-unreadable"
        for password, expected in ((b"autre", 3), ("clé\n".encode(), 0)):
            reading, writing = os.pipe()
            os.write(writing, password)
            os.close(writing)
            status, data, _ = form("inspect", path, "--password-fd", str(reading))
            os.close(reading)
            assert status == expected
        assert data["encrypted"] is True


class TestRefusedFiles:
    @pytest.mark.parametrize(
        ("content", "code"),
        [
            pytest.param(b"", "pdf-empty", id="empty"),
            pytest.param(b"Bonjour", "pdf-unreadable", id="not a PDF"),
            pytest.param(every_type().data()[:900], "pdf-unreadable", id="cut"),
            pytest.param(b"%PDF-" + bytes(51 << 20), "pdf-too-heavy", id="51 MB"),
        ],
    )
    @pytest.mark.parametrize("action", ["inspect", "fill"])
    def test_contents(
        self, tmp_path: Path, values: Path, content: bytes, code: str, action: str
    ) -> None:
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        more = ["--values", values, "--out", tmp_path / "o.pdf"] if action == "fill" else []
        status, data, err = form(action, path, *more)
        assert (status, code_of(data), err) == (3, code, "")
        assert not (tmp_path / "o.pdf").exists()

    def test_missing_folder_and_tube_answer_at_once(self, tmp_path: Path) -> None:
        tube = tmp_path / "tube"
        os.mkfifo(tube)
        began = time.monotonic()
        for path, code in (
            (tmp_path / "none.pdf", "file-missing"),
            (tmp_path, "file-not-regular"),
            (tube, "file-not-regular"),
            (Path("/dev/zero"), "file-not-regular"),
        ):
            status, data, _ = form("inspect", path)
            assert (status, code_of(data)) == (3, code)
        assert time.monotonic() - began < 5

    def test_xfa_only_is_inspected_but_not_filled(self, tmp_path: Path, values: Path) -> None:
        xfa = FormPdf()
        xfa.form["/XFA"] = String("x")
        (tmp_path / "a.pdf").write_bytes(xfa.data())
        status, data, _ = form("inspect", tmp_path / "a.pdf")
        assert (status, data["kind"], data["active_content"]) == (0, "xfa-only", ["XFA"])
        status, data, _ = form("fill", tmp_path / "a.pdf", "--values", values, "--out", "o.pdf")
        assert (status, code_of(data)) == (3, "pdf-xfa-only")

    def test_nothing_to_fill(self, tmp_path: Path, values: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(FormPdf().data())
        status, data, _ = form("fill", tmp_path / "a.pdf", "--values", values, "--out", "o.pdf")
        assert (status, code_of(data)) == (3, "pdf-nothing-to-fill")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            pytest.param("{", "values-unreadable", id="not JSON"),
            pytest.param("[1]", "values-unreadable", id="not an object"),
            pytest.param("[" * 100_000, "values-unreadable", id="100,000 deep"),
            pytest.param('{"nom": "a", "nom": "b"}', "values-twice", id="a field twice"),
            pytest.param('{"nom": "\\ud800"}', None, id="half a character"),
        ],
    )
    def test_values(self, blank: Path, tmp_path: Path, text: str, code: str | None) -> None:
        path = tmp_path / "v.json"
        path.write_text(text)
        status, data, _ = form("fill", blank, "--values", path, "--out", tmp_path / "o.pdf")
        if code is None:
            assert (status, [one["reason"] for one in data["problems"]]) == (3, ["missing-glyph"])
        else:
            assert (status, code_of(data)) == (3, code)
            assert not (tmp_path / "o.pdf").exists()


class TestFillAny:
    @pytest.mark.parametrize("shape", [[], ["--flat"], ["--editable"]])
    def test_the_contract(
        self, blank: Path, values: Path, tmp_path: Path, shape: list[str]
    ) -> None:
        out = tmp_path / "o.pdf"
        status, data, err = form("fill", blank, "--values", values, "--out", out, *shape)
        assert (status, err) == (0, "")
        assert set(data) == REPORT
        assert (data["verified"], data["total"], data["problems"]) == (3, 3, [])
        assert elsewhere.has_mode(out, 0o600)
        assert bool(pypdf.PdfReader(out).get_fields()) == (shape == ["--editable"])

    def test_refused_values_are_problems_and_the_file_is_written(
        self, blank: Path, tmp_path: Path
    ) -> None:
        values = tmp_path / "v.json"
        long = CANARY + " mot" * 200
        values.write_text(
            json.dumps({"nir": "1" * 16, "somme": long, "civilite": "M", "accord": "oui"})
        )
        out = tmp_path / "o.pdf"
        status, data, err = form("fill", blank, "--values", values, "--out", out)
        assert status == 0
        assert data["problems"] == [
            {"field": "nir", "page": 1, "reason": "too-long"},
            {"field": "civilite", "page": 0, "reason": "not-drawn"},
            {"field": "accord", "page": 1, "reason": "unknown-option"},
        ]
        assert data["overflow"] == [{"field": "somme", "page": 1, "annex": 1}]
        assert (data["verified"], data["total"], data["annex_pages"]) == (1, 4, 1)
        assert "civilité" in err
        assert CANARY not in err
        assert out.exists()

    @pytest.mark.parametrize(
        "values", ['{"nom": "名"}', '{"zzz": "x"}', '{"nir": "1", "nom": "名", "accord": "oui"}']
    )
    def test_a_script_is_told_when_nothing_asked_is_on_the_page(
        self, blank: Path, tmp_path: Path, values: str
    ) -> None:
        (tmp_path / "v.json").write_text(values, "utf-8")
        out = tmp_path / "o.pdf"
        status, data, err = form("fill", blank, "--values", tmp_path / "v.json", "--out", out)
        nothing = data["verified"] == 0
        assert (status == 3) == nothing == ("Aucune des valeurs" in err) == ("nir" not in values)
        assert data["total"] > 0
        assert out.is_file()

    def test_nothing_asked_is_nothing_filled(self, blank: Path, tmp_path: Path) -> None:
        (tmp_path / "v.json").write_text("{}", "utf-8")
        asked = ("--values", tmp_path / "v.json", "--out", tmp_path / "o.pdf")
        status, words, _ = form("fill", blank, *asked, text=True)
        assert status == 3
        assert NOTHING_FILLED in words
        assert "Formulaire écrit" not in words

    def test_text_for_a_person(self, blank: Path, values: Path, tmp_path: Path) -> None:
        status, words, _ = form(
            "fill", blank, "--values", values, "--out", tmp_path / "o.pdf", text=True
        )
        assert status == 0
        assert "3 valeurs sur 3 relues" in words

    def test_the_blank_is_never_written_over(self, blank: Path, values: Path) -> None:
        before = blank.read_bytes()
        for out in (blank, blank.parent / "." / blank.name, values):
            status, data, _ = form("fill", blank, "--values", values, "--out", out)
            assert (status, code_of(data)) == (3, "output-is-input")
        assert blank.read_bytes() == before

    def test_no_folder_to_write_in(self, blank: Path, values: Path, tmp_path: Path) -> None:
        out = tmp_path / "none" / "o.pdf"
        status, data, _ = form("fill", blank, "--values", values, "--out", out)
        assert (status, code_of(data)) == (7, "not-written")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_device_is_not_written_to(self, blank: Path, values: Path) -> None:
        status, data, _ = form("fill", blank, "--values", values, "--out", "/dev/full")
        assert (status, code_of(data)) == (3, "file-not-regular")

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param([], id="no values"),
            pytest.param(["--values", "v", "--answers", "a"], id="values and answers"),
            pytest.param(["--blank", "b"], id="a blank without answers"),
            pytest.param(["--values", "v", "--flat", "--editable"], id="flat and editable"),
        ],
    )
    def test_commands_that_mean_nothing(self, blank: Path, arguments: list[str]) -> None:
        status, data, _ = form("fill", blank, "--out", "o.pdf", *arguments)
        assert (status, code_of(data)) == (2, "usage")

    def test_two_at_once(self, blank: Path, values: Path, tmp_path: Path) -> None:
        from desktop_app.pdf.forms.writer import OfficialForms

        wanted = json.loads(values.read_text())
        proofs = []

        def one() -> None:
            proofs.append(OfficialForms().fill_values(wanted, blank.read_bytes())[1])

        threads = [threading.Thread(target=one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [proof.verified for proof in proofs] == [3, 3]


class TestPack:
    @pytest.fixture
    def demo_blank(self, tmp_path: Path) -> Path:
        (tmp_path / "demo.pdf").write_bytes(demo_blank())
        return tmp_path / "demo.pdf"

    @pytest.mark.parametrize("shape", [["--flat"], ["--editable"]])
    def test_with_the_blank(self, demo_blank: Path, tmp_path: Path, shape: list[str]) -> None:
        status, data, _ = form(
            "fill", DEMO, "--blank", demo_blank, "--answers", answers(),
            "--out", tmp_path / "o.pdf", "--today", "2026-11-24", *shape,
        )  # fmt: skip
        assert (status, set(data)) == (0, REPORT | EDITION)
        assert data["verified"] == data["total"] > 30
        assert data["problems"] == []

    def test_onto_the_paper(self, tmp_path: Path) -> None:
        out = tmp_path / "o.pdf"
        status, data, _ = form(
            "on-paper", DEMO, "--answers", answers(), "--out", out,
            "--dx", "1,5", "--dy", "-2", "--today", "2026-11-24",
        )  # fmt: skip
        assert (status, set(data), data["problems"]) == (0, REPORT | EDITION, [])
        assert data["verified"] == data["total"] > 30
        assert len(pypdf.PdfReader(out).pages) == 2

    def test_the_test_page(self, tmp_path: Path) -> None:
        status, data, _ = form(
            "on-paper", DEMO, "--answers", answers(), "--out", tmp_path / "o.pdf", "--test-page"
        )
        assert (status, data) == (0, {"pages": 1})

    def test_the_copy_sheet(self, tmp_path: Path) -> None:
        out = tmp_path / "o.pdf"
        status, data, _ = form("copy-sheet", DEMO, "--answers", answers(), "--out", out)
        assert status == 0
        assert data["pages"] == len(pypdf.PdfReader(out).pages)

    @pytest.mark.parametrize(
        ("action", "first"),
        [
            ("copy-sheet", "1. Recopiez la feuille sur le formulaire, à la main"),
            ("on-paper", "1. Imprimez les réponses sur le formulaire de papier"),
        ],
    )
    def test_what_is_done_first_puts_the_answers_on_the_form(
        self, tmp_path: Path, action: str, first: str
    ) -> None:
        line = (action, DEMO, "--answers", answers(), "--out", tmp_path / "o.pdf")
        status, told, _ = form(*line, text=True)
        steps = told.partition("À FAIRE, DANS L’ORDRE")[2] or told.partition("dans l’ordre")[2]
        assert (status, steps.split("\n")[1].strip()) == (0, first)
        assert "2. Relisez le formulaire, datez-le et signez-le." in steps

    def test_a_form_that_the_body_signs_is_not_to_be_signed(self, tmp_path: Path) -> None:
        line = ("on-paper", (form_id := "10842-attestation-loyer"), "--answers", answers(form_id))
        status, told, _ = form(*line, "--out", tmp_path / "o.pdf", text=True)
        assert status == 0
        assert "Ne le signez pas d’avance." in told
        assert "signez-le" not in told
        assert "c’est lui ou elle qui le date, le signe et le tamponne" in " ".join(told.split())

    def test_another_edition_is_refused_with_what_to_do(self, blank: Path, tmp_path: Path) -> None:
        out = tmp_path / "o.pdf"
        status, data, _ = form("fill", DEMO, "--blank", blank, "--answers", answers(), "--out", out)
        assert (status, code_of(data)) == (3, "form-other-edition")
        assert "copy-sheet" in data["error"]["message"]
        assert not out.exists()

    def test_unknown_pack(self, demo_blank: Path, tmp_path: Path) -> None:
        status, data, _ = form(
            "fill", "inconnu", "--blank", demo_blank, "--answers", answers(),
            "--out", tmp_path / "o.pdf",
        )  # fmt: skip
        assert (status, code_of(data)) == (3, "unknown-pack")

    def test_the_replaced_form_says_so(self, corpus: Path, tmp_path: Path) -> None:
        status, data, err = form(
            "fill", "15548-domiciliation",
            "--blank", corpus / "french" / "cerfa-15548-02-demande-election-domicile-xfa.pdf",
            "--answers", answers("15548-domiciliation"), "--out", tmp_path / "o.pdf",
        )  # fmt: skip
        assert (status, data["problems"]) == (0, [])
        assert data["verified"] == data["total"] > 15
        assert "16029*01" in err

    @pytest.mark.parametrize("option", ["--dx", "--ruler"])
    @pytest.mark.parametrize("shift", ["loin", "1000", "nan"])
    def test_offsets_are_millimetres(self, tmp_path: Path, option: str, shift: str) -> None:
        status, data, _ = form(
            "on-paper", DEMO, "--answers", answers(), "--out", tmp_path / "o.pdf", option, shift
        )
        assert (status, code_of(data)) == (2, "usage")
        limits = {"--dx": "de -100 à 100 millimètres", "--ruler": "de 90 à 110 millimètres"}
        assert limits[option] in data["error"]["message"]

"""``papier-libre form`` on PDFs without fields: their boxes are found, filled, proved, and said."""

import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.pdf.forms import found, writer
from desktop_app.untrusted.errors import PdfTookTooLong
from tests.cli.test_form import FIELD, code_of, form
from tests.helpers.paper import comb, paper


def sheet(page: Canvas) -> None:
    page.drawString(20, 260, "Nom de naissance : ______________________________")
    page.drawString(20, 230, "Code postal :")
    comb(page, 100, 228, 5)
    page.drawString(20, 200, "Êtes-vous logé(e) ?")
    page.rect(130, 199, 9, 9)
    page.drawString(143, 200, "oui")
    page.rect(170, 199, 9, 9)
    page.drawString(183, 200, "non")
    page.rect(20, 169, 9, 9)
    page.drawString(33, 170, "J'accepte")
    page.rect(220, 40, 150, 60)
    page.drawString(224, 88, "Signature")


NAMES = {"nom": "1/1", "code": "1/2", "logé": "1/3", "accepte": "1/4", "signature": "1/5"}


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "papier.pdf"
    path.write_bytes(paper(sheet))
    return path


def fill(tmp_path: Path, blank: Path, values: dict[str, Any], *more: str) -> tuple[int, Any, str]:
    path = tmp_path / "valeurs.json"
    path.write_text(json.dumps(values))
    return form("fill", blank, "--values", path, "--out", tmp_path / "rempli.pdf", *more)


class TestInspect:
    def test_boxes_found_are_listed_as_fields_and_marked(self, blank: Path) -> None:
        status, data, said = form("inspect", blank)
        assert (status, data["kind"], data["pages"]) == (0, "flat", 1)
        assert all(one.keys() == FIELD | {"detected", "confidence"} for one in data["fields"])
        assert all(one["detected"] and 0 < one["confidence"] <= 1 for one in data["fields"])
        assert [(one["name"], one["type"], one["label"]) for one in data["fields"]] == [
            (NAMES["nom"], "text", "Nom de naissance"),
            (NAMES["code"], "text", "Code postal"),
            (NAMES["logé"], "one_of", "Êtes-vous logé(e) ?"),
            (NAMES["accepte"], "tick", "J'accepte"),
            (NAMES["signature"], "signature", "Signature"),
        ]
        assert [(one["comb"], one["max_length"]) for one in data["fields"][:2]] == [
            (False, 0),
            (True, 5),
        ]
        assert [one["id"] for one in data["fields"][2]["options"]] == ["oui", "non"]
        assert "4 ont été trouvées" in said, "a place to sign is no box to fill"

    def test_names_stay_from_one_time_to_the_next(self, blank: Path) -> None:
        assert form("inspect", blank)[1]["fields"] == form("inspect", blank)[1]["fields"]

    def test_in_words(self, blank: Path) -> None:
        status, words, _ = form("inspect", blank, text=True)
        assert status == 0
        assert "5 cases" in words
        assert "« Code postal »" in words
        assert " texte " in words
        assert " text " not in words

    def test_words_that_lie_are_said_and_boxes_are_numbered(self, tmp_path: Path) -> None:
        def lying(page: Canvas) -> None:
            for n in range(4):
                page.drawString(20, 260 - 14 * n, "bcdfg hjklm npqrs tvwxz bcdfg hjklm npqrs tvwxz")
            page.drawString(20, 150, "Qxzrt : __________________")

        path = tmp_path / "illisible.pdf"
        path.write_bytes(paper(lying))
        _, data, said = form("inspect", path)
        assert [one["label"] for one in data["fields"]] == ["case 1, page 1"]
        assert "ne se lit pas" in said

    def test_a_page_without_boxes_has_none(self, tmp_path: Path) -> None:
        path = tmp_path / "lettre.pdf"
        path.write_bytes(paper(lambda page: page.drawString(20, 200, "Madame, Monsieur,")))
        status, data, said = form("inspect", path)
        assert (status, data["fields"], said) == (0, [], "")

    def test_a_search_that_takes_too_long_refuses_nothing(
        self, blank: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def late(*_: object, **__: object) -> None:
            raise PdfTookTooLong

        monkeypatch.setattr(found, "detect_boxes", late)
        status, data, said = form("inspect", blank)
        assert (status, data["kind"], data["fields"]) == (0, "flat", [])
        assert "n’ont pas pu être cherchées" in said

    def test_looking_has_the_time_that_reading_left(
        self, blank: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given: list[float] = []

        def look(data: bytes, password: str = "", *, seconds: float) -> found.Found:
            given.append(seconds)
            return found.Found()

        monkeypatch.setattr(writer, "find_boxes", look)
        form("inspect", blank)
        assert len(given) == 1
        assert 0 < given[0] < 15


class TestFill:
    def test_every_value_is_written_and_read_back(self, tmp_path: Path, blank: Path) -> None:
        values = {
            NAMES["nom"]: "Éloïse Đặng-Şahin",
            NAMES["code"]: "91000",
            NAMES["logé"]: "non",
            NAMES["accepte"]: True,
        }
        status, report, _ = fill(tmp_path, blank, values)
        assert (status, report["verified"], report["total"]) == (0, 4, 4)
        assert (report["problems"], report["overflow"]) == ([], [])
        text = pypdf.PdfReader(tmp_path / "rempli.pdf").pages[0].extract_text()
        assert "Éloïse Đặng-Şahin" in text

    def test_it_is_flat_even_when_fields_are_asked_for(self, tmp_path: Path, blank: Path) -> None:
        _, report, _ = fill(tmp_path, blank, {NAMES["nom"]: "Léa"}, "--editable")
        assert report["verified"] == 1
        assert "/AcroForm" not in pypdf.PdfReader(tmp_path / "rempli.pdf").trailer["/Root"]

    def test_what_does_not_fit_goes_to_the_annex_under_its_name(
        self, tmp_path: Path, blank: Path
    ) -> None:
        long = "un nom qui n’en finit pas " * 12
        _, report, _ = fill(tmp_path, blank, {NAMES["nom"]: long.strip()})
        assert report["overflow"] == [{"field": NAMES["nom"], "page": 1, "annex": 1}]
        assert report["verified"] == 1
        annex = pypdf.PdfReader(tmp_path / "rempli.pdf").pages[1].extract_text()
        assert "Nom de naissance" in annex

    @pytest.mark.parametrize(
        ("name", "value", "reason"),
        [
            pytest.param(NAMES["code"], "910000", "too-long", id="more than its cells"),
            pytest.param(NAMES["logé"], "peut-être", "unknown-option", id="no such answer"),
            pytest.param(NAMES["signature"], "Léa", "read-only", id="one signs by hand"),
            pytest.param("1/99", "x", "not-drawn", id="no such box"),
        ],
    )
    def test_what_is_refused_is_said(
        self, tmp_path: Path, blank: Path, name: str, value: str, reason: str
    ) -> None:
        status, report, _ = fill(tmp_path, blank, {name: value, NAMES["accepte"]: True})
        assert status == 0
        assert [(one["field"], one["reason"]) for one in report["problems"]] == [(name, reason)]
        assert (report["verified"], report["total"]) == (1, 2)

    def test_a_page_without_boxes_has_nothing_to_fill(self, tmp_path: Path) -> None:
        path = tmp_path / "lettre.pdf"
        path.write_bytes(paper(lambda page: page.drawString(20, 200, "Madame, Monsieur,")))
        status, data, _ = fill(tmp_path, path, {"1/1": "x"})
        assert (status, code_of(data)) == (3, "pdf-nothing-to-fill")
        assert not (tmp_path / "rempli.pdf").exists()

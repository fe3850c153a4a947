"""``papier-libre form`` where an answer does not fit: abbreviated only where it was asked."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from tests.helpers import narrow
from tests.helpers.narrow import LIMITED, NARROW, NARROWER, ONE, PACK, TWO, WHOLE

ANSWERS = f'[answers]\nnom = "Martin"\nvoie = "{WHOLE}"\n'


@pytest.fixture
def here(home: Path, tmp_path: Path) -> Path:
    """A folder with the blank and answers; the pack is one of the person's own."""
    narrow.write_pack(home / "papier-libre" / "modeles")
    (tmp_path / "vide.pdf").write_bytes(narrow.blank())
    (tmp_path / "A.toml").write_text(ANSWERS, "utf-8")
    return tmp_path


def form(*arguments: str | Path, text: bool = False) -> tuple[int, Any, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(["form", *map(str, arguments), *([] if text else ["--json"])], RealTools)
    return status, out.getvalue() if text else json.loads(out.getvalue()), err.getvalue()


def fill(here: Path, *more: str, text: bool = False) -> tuple[int, Any, str]:
    return form(
        "fill", PACK, "--blank", here / "vide.pdf", "--answers", here / "A.toml",
        "--out", here / "o.pdf", *more, text=text,
    )  # fmt: skip


def written(here: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(here / "o.pdf").pages)


def test_without_consent_the_proposals_are_told_and_the_whole_is_annexed(here: Path) -> None:
    status, data, _ = fill(here)
    assert status == 0
    assert data["abbreviations"] == [
        {"field": box[0], "page": 1, "value": WHOLE, "proposal": short, "agreed": False}
        for box, short in ((NARROW, ONE), (NARROWER, TWO), (LIMITED, ONE))
    ]
    assert data["problems"] == []
    assert [one["field"] for one in data["overflow"]] == [NARROW[0], NARROWER[0], LIMITED[0]]
    assert ONE not in written(here)


def test_a_box_is_abbreviated_where_it_was_asked(here: Path) -> None:
    _, data, _ = fill(here, "--abbreviate", NARROWER[0])
    assert (data["problems"], data["overflow"], data["annex_pages"]) == ([], [], 0)
    assert data["verified"] == data["total"] == 5
    assert [one["agreed"] for one in data["abbreviations"]] == [True] * 3
    assert written(here).count(TWO) == 3


def test_the_answers_may_hold_the_consent(here: Path) -> None:
    (here / "A.toml").write_text(f'{ANSWERS}\n[abreges]\nvoie = "{ONE}"\n', "utf-8")
    _, data, _ = fill(here)
    agreed = {one["field"]: one["agreed"] for one in data["abbreviations"]}
    assert agreed == {NARROW[0]: True, NARROWER[0]: False, LIMITED[0]: True}
    assert [one["field"] for one in data["overflow"]] == [NARROWER[0]]


def test_a_person_reads_both_texts(here: Path) -> None:
    _, words, _ = fill(here, text=True)
    assert "Peut être écrit en abrégé, si vous l’acceptez (--abbreviate CASE)" in words
    assert f"– {NARROW[0]} (page 1) : « {ONE} »" in words
    _, words, _ = fill(here, "--abbreviate", NARROWER[0], text=True)
    assert "Écrit en abrégé, comme vous le voulez" in words
    assert "Peut être" not in words


def test_a_box_where_nothing_may_be_abbreviated_is_said(here: Path) -> None:
    status, data, told = fill(here, "--abbreviate", narrow.NAME[0])
    assert status == 0
    assert "nom : rien à abréger dans cette case." in told
    assert not any(one["agreed"] for one in data["abbreviations"])


def test_values_have_no_question_that_says_what_they_are(here: Path) -> None:
    (here / "V.json").write_text("{}", "utf-8")
    status, _, _ = form(
        "fill", here / "vide.pdf", "--values", here / "V.json", "--out", here / "o.pdf",
        "--abbreviate", NARROW[0],
    )  # fmt: skip
    assert status == 2


@pytest.mark.parametrize("command", ["on-paper", "copy-sheet"])
def test_without_the_pdf_as_with_it(here: Path, command: str) -> None:
    line = (command, PACK, "--answers", here / "A.toml", "--out", here / "o.pdf")
    _, data, _ = form(*line)
    offered = {one["field"]: one["proposal"] for one in data["abbreviations"]}
    assert offered == {NARROW[1]: ONE, NARROWER[1]: TWO}
    assert TWO not in written(here)
    _, data, _ = form(*line, "--abbreviate", NARROWER[1])
    assert [one["agreed"] for one in data["abbreviations"]] == [True, True]
    assert TWO in written(here)
    assert WHOLE in written(here), "in the box that is wide enough"

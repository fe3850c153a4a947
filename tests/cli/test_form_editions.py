"""``papier-libre form`` before a blank of another edition than those that are known."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from tests.helpers.editions import FIRST, PACK, blank, unknown, write_pack
from tests.helpers.forms import read_here

ANSWERS = """
[answers]
nom = "Martin"
rue = "12 rue des Tilleuls"
commune = "Saint-Étienne"
telephone = "01 99 00 12 34"
courriel = "simone@example.org"
accord = "oui"
"""


def form(*arguments: str | Path, text: bool = False) -> tuple[int, Any]:
    out = io.StringIO()
    line = ["form", *map(str, arguments), *([] if text else ["--json"])]
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        status = run(line, RealTools)
    return status, out.getvalue() if text else json.loads(out.getvalue())


@pytest.fixture
def here(home: Path, tmp_path: Path) -> Path:
    """A folder with an unknown blank and answers; the pack is one of the person's own."""
    write_pack(home / "papier-libre" / "modeles")
    (tmp_path / "vide.pdf").write_bytes(unknown())
    (tmp_path / "connu.pdf").write_bytes(blank("01", FIRST))
    (tmp_path / "reponses.toml").write_text(ANSWERS, "utf-8")
    return tmp_path


def fill(here: Path, *more: str, blank: str = "vide.pdf", text: bool = False) -> tuple[int, Any]:
    return form(
        "fill", PACK, "--blank", here / blank, "--answers", here / "reponses.toml",
        "--out", here / "o.pdf", "--editable", *more, text=text,
    )  # fmt: skip


def test_inspect_says_what_differs_from_the_edition_that_is_known(here: Path) -> None:
    _, data = form("inspect", here / "vide.pdf")
    assert (data["pack"], data["edition"]) == (None, None)
    assert [one["number"] for one in data["printed"]] == ["99999*03"]
    near = data["nearest"]
    assert (near["pack"], near["known"], near["edition"]) == (PACK, "99999*01", "99999*03")
    assert near["kept"] == [{"label": "Je suis d’accord", "field": "accord", "page": 1}]
    assert [(one["label"], one["field"]) for one in near["moved"]] == [
        ("Nom", "t2"), ("Rue", "t3"), ("Commune", "t4"), ("Téléphone", "t5"),
    ]  # fmt: skip
    assert near["renamed"] == near["moved"]
    assert [one["label"] for one in near["new"]] == ["Prénom", "Situation de famille"]
    assert near["gone"] == []


def test_inspect_says_it_in_words(here: Path) -> None:
    _, words = form("inspect", here / "vide.pdf", text=True)
    told = "Ce PDF est l’édition 99999*03. La plus proche que nous connaissons : 99999*01."
    assert told.upper() in words
    assert "5 cases sont retrouvées." in words
    assert "2 cases nouvelles : Prénom ; Situation de famille." in words


def test_a_known_blank_has_no_nearest(here: Path) -> None:
    _, data = form("inspect", here / "connu.pdf")
    assert (data["pack"], data["edition"], data["nearest"]) == (PACK, "99999*01", None)


def test_it_is_not_filled_unless_asked(here: Path) -> None:
    status, data = fill(here)
    assert (status, data["error"]["code"]) == (3, "form-edition-unknown")
    assert "--other-edition" in data["error"]["message"]
    assert not (here / "o.pdf").exists()


def test_asked_it_fills_what_both_share_and_says_the_rest(here: Path) -> None:
    status, data = fill(here, "--other-edition")
    assert status == 0
    assert data["edition"] == "99999*03"
    assert data["verified"] == data["total"] == 5
    assert [one["label"] for one in data["other_edition"]["new"]] == [
        "Prénom", "Situation de famille",
    ]  # fmt: skip
    assert data["unplaced"] == [{"question": "courriel", "label": "Adresse électronique ?"}]
    shown = {one.name: one.value for one in read_here((here / "o.pdf").read_bytes()).fields}
    assert (shown["t1"], shown["t2"]) == ("", "Martin")


def test_asked_it_says_in_words_what_is_left(here: Path) -> None:
    _, words = fill(here, "--other-edition", text=True)
    assert "2 cases à remplir vous-même : Prénom ; Situation de famille." in words
    assert "1 réponse gardée, mais sans case sur cette édition : Adresse électronique ?" in words


def test_a_known_edition_says_which_it_filled(here: Path) -> None:
    _, data = fill(here, blank="connu.pdf")
    assert (data["edition"], data["other_edition"]) == ("99999*01", None)


@pytest.mark.parametrize("action", ["on-paper", "copy-sheet"])
def test_the_paper_at_hand_may_be_an_older_edition(here: Path, action: str) -> None:
    more = ("--answers", here / "reponses.toml", "--out", here / "o.pdf")
    for edition, status in (("99999*01", 0), ("99999*07", 3)):
        found, data = form(action, PACK, *more, "--edition", edition)
        assert found == status, data

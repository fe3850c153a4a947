"""``office figures``: on the screen, for a spreadsheet, on paper; small groups nowhere."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.cli.test_safe import PHRASE, with_phrase
from tests.cli.test_safe_matters import _on_a_fixed_day  # noqa: F401
from tests.helpers.figures import THEMES, YEAR, fill_with_figures
from tests.safe.conftest import TODAY


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    door, folder = Door(choose_kdf=lambda: FLOOR), tmp_path_factory.mktemp("bureau") / "coffre"
    door.create(folder, PHRASE, on=TODAY)
    with door.open(folder, PHRASE, on=TODAY) as safe:
        fill_with_figures(safe)
    return folder


def counted(folder: Path, *options: object) -> tuple[int, Any, str]:
    return with_phrase("office", "figures", folder, *map(str, options))


def table(data: Any, counts: str, by: str) -> Any:
    return next(
        one for one in data["figures"]["tables"] if (one["counts"], one["by"]) == (counts, by)
    )


def test_a_year_is_counted_and_a_small_group_does_not_come_back(office: Path) -> None:
    status, data, _ = counted(office, "--year", YEAR)
    assert status == 0, data
    themes = table(data, "opened", "theme")
    assert themes["total"] == sum(THEMES.values())
    told = {row["value"]: row["n"] for row in themes["rows"]}
    assert told == {"caf": "not-told", "maladie": 14, "handicap": "small", "logement": 6}


def test_the_file_and_the_paper_say_the_same_and_no_name(office: Path, tmp_path: Path) -> None:
    table_file, paper = tmp_path / "c.csv", tmp_path / "c.pdf"
    status, data, _ = counted(office, "--year", YEAR, "--csv", table_file, "--out", paper)
    assert status == 0, data
    assert table_file.read_bytes().startswith("\ufeffTableau;Période;Ligne;Nombre".encode())
    rows = list(csv.reader(io.StringIO(table_file.read_text("utf-8-sig")), delimiter=";"))
    assert ["Dossiers ouverts, par thème", f"Année {YEAR}", "Handicap", "moins de 5"] in rows
    words = " ".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "moins de 5" in words.replace("\xa0", " ")
    assert "Personne 1" not in words + table_file.read_text("utf-8")


def test_a_financer_has_its_own_tables(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(
        'schema = 1\nid = "mien"\ntitle = "Les chiffres du mien"\nleast = 10\n[[figure]]\n'
        'title = "=Dossiers ouverts"\ncounts = "opened"\nby = "theme"\nothers = "Autres"\n'
        '[[figure.group]]\nlabel = "Santé"\nvalues = ["maladie", "handicap"]\n',
        "utf-8",
    )
    out = tmp_path / "c.csv"
    status, data, _ = counted(office, "--year", YEAR, "--definitions", file, "--csv", out)
    assert status == 0, data
    assert [row["n"] for row in table(data, "opened", "theme")["rows"]] == [17, 15]
    assert "'=Dossiers ouverts;" in out.read_text("utf-8-sig")  # no spreadsheet computes it
    assert counted(office, "--year", YEAR, "--counting", "exemple-financeur")[0] == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--year", "12"), "month-misspelt"),
        (("--from", "2026-01"), "month-misspelt"),
        (("--from", "2026-13", "--to", "2026-12"), "month-misspelt"),
        (("--from", "2026-06", "--to", "2026-01"), "no-such-period"),
        (("--counting", "rien"), "no-such-set"),
    ],
)
def test_what_cannot_be_counted_is_told(office: Path, options: tuple[str, ...], code: str) -> None:
    status, data, _ = counted(office, *options)
    assert status != 0
    assert data["error"]["code"] == code
    assert data["error"]["message"]


def test_a_definition_that_is_wrong_says_where(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "faux.toml"
    file.write_text('schema = 1\nid = "x"\ntitle = "Deux mots"\n[[figure]]\nby = "week"\n', "utf-8")
    status, data, _ = counted(office, "--definitions", file)
    assert status != 0
    assert "figure 1" in str(data)

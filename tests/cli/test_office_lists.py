"""``office import, export``: a dry run, what is done, what waits; then everyone, taken out."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.untrusted.tables import read_table
from tests.cli.test_safe import PHRASE, with_phrase
from tests.cli.test_safe_matters import _on_a_fixed_day  # noqa: F401
from tests.safe.conftest import TODAY

LIST = "Nom;Né le;Tél\nAli Traoré;02/11/1990;06 11 11 11 11\nNoé Petit;hier;\n;01/01/2000;\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "coffre"
    Door(choose_kdf=lambda: FLOOR).create(folder, PHRASE, on=TODAY)
    return folder


def office_command(what: str, folder: Path, *options: object) -> tuple[int, Any, str]:
    return with_phrase("office", what, folder, *map(str, options))


def test_a_list_goes_in_after_a_trial_and_comes_out(office: Path, tmp_path: Path) -> None:
    brought, waits, out = (tmp_path / name for name in ("l.csv", "w.csv", "o.xlsx"))
    brought.write_text(LIST, "utf-8")
    status, data, _ = office_command("import", office, brought, "--dry-run")
    assert (status, data["done"]) == (0, None)
    assert (data["counts"]["new"], data["counts"]["faulty"]) == (1, 2)
    assert [(one["line"], one["why"][0]["column"]) for one in data["lines"]] == [
        (3, "Né le"), (4, "Nom"),
    ]  # fmt: skip
    status, data, _ = office_command("import", office, brought, "--waiting", waits)
    assert (status, data["done"]["added"], data["done"]["waiting"]) == (0, 1, 2)
    told = read_table(waits.read_bytes())
    assert told.head[-4:] == ("Ligne", "Colonne", "Ce qui ne va pas", "Que faire")
    assert [row[3:5] for row in told.rows] == [("3", "Né le"), ("4", "Nom")]
    status, data, _ = office_command("export", office, out)
    assert (status, data["people"]) == (0, 1)
    assert read_table(out.read_bytes()).rows[0][:2] == ("Ali Traoré", "02/11/1990")
    status, data, _ = office_command("import", office, out, "--dry-run")
    assert (status, data["counts"]["same"]) == (0, 1)


def test_a_column_is_matched_by_hand_and_a_wrong_one_is_said(office: Path, tmp_path: Path) -> None:
    brought = tmp_path / "l.csv"
    brought.write_text("A;B\nAli Traoré;06 11 11 11 11\n", "utf-8")
    status, data, _ = office_command("import", office, brought)
    assert (status, data["error"]["code"]) == (2, "list-without-name")
    status, data, _ = office_command("import", office, brought, "--match", "A=rien.du.tout!")
    assert (status, data["error"]["code"]) == (2, "list-column-unknown")
    matched = ("--match", "A=nom_complet", "--match", "B=contact.telephone")
    status, data, _ = office_command("import", office, brought, *matched)
    assert (status, data["done"]["added"]) == (0, 1)

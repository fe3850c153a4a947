"""``safe record``: all that is kept of a person, told, and written to be given to her."""

from typing import Any

from pypdf import PdfReader

from tests.cli.test_safe import safe
from tests.cli.test_safe_matters import _on_a_fixed_day, filed, folder  # noqa: F401


def test_it_holds_all_that_is_hers_and_nothing_of_another(folder: Any, filed: Any) -> None:  # noqa: F811
    person = safe("list", folder)[1]["items"][0]["person"]
    safe("people", folder, "--add", "Bruno Autre")
    status, data, _told = safe("record", folder, person, "--out", folder.parent / "fiche.pdf")
    assert status == 0, data
    (dossier,) = data["dossiers"]
    assert [one["id"] for one in dossier["documents"]] == [filed["document"]]
    assert dossier["events"]
    pages = PdfReader(folder.parent / "fiche.pdf").pages
    read = " ".join(page.extract_text() for page in pages).replace("\n", " ").replace("\xa0", " ")
    for words in (person, dossier["title"], "Demandez à qui tient ce coffre"):
        assert words in read
    assert "Bruno" not in read + str(data)


def test_nobody_of_that_name(folder: Any) -> None:  # noqa: F811
    status, data, _ = safe("record", folder, "Personne de ce nom")
    assert (status != 0, data["error"]["code"]) == (True, "not-in-safe")

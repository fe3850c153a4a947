"""``safe list, search, dossiers, people, person, note, correct, bin`` say the window's own pages:
each command tells the same page to the eye and in JSON, with the command that does what it offers.
"""

import datetime as dt
import io
import os
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.cli.terminal import page_text
from desktop_app.core.safe_reports import CheckReport, Damage
from desktop_app.pages import safe_care
from tests.cli import test_safe
from tests.cli.test_safe import PHRASE, safe
from tests.cli.test_safe_matters import _on_a_fixed_day, filed, folder  # noqa: F401
from tests.pages.test_every_renderer import texts, words

DAY = dt.date(2026, 11, 20)


def shown(*arguments: str | Path) -> str:
    """Run one command as a person does; return what the terminal shows."""
    reading, writing = os.pipe()
    os.write(writing, PHRASE.encode())
    os.close(writing)
    out = io.StringIO()
    with redirect_stdout(out):
        status = run(["safe", *map(str, arguments), "--phrase-fd", str(reading)], test_safe.Tools)
    os.close(reading)
    assert status == 0
    return out.getvalue()


def said(*arguments: str | Path) -> tuple[dict[str, Any], str]:
    """Return the JSON of a command and its text; what is not pressed is in both."""
    told = shown(*arguments)
    status, data, _ = safe(*arguments)
    assert status == 0, data
    terminal = " ".join(words([told.casefold()]))
    for line in _unpressed(data["page"]):
        assert " ".join(words([line.casefold()])) in terminal, line
    return data, told


def _unpressed(told: Any) -> Iterator[str]:
    """Yield what a page in JSON says, without its buttons."""
    if isinstance(told, list):
        for one in told:
            yield from _unpressed(one)
    elif isinstance(told, dict) and told.get("kind") not in ("action", "choice"):
        for key, one in told.items():
            if key not in ("kind", "actions"):
                yield from [one] if key == "heading" else _unpressed(one)
                if key in ("words", "value", "title") and isinstance(one, str):
                    yield one


def test_documents_are_listed_and_found_as_on_their_page(folder: Path, filed: Any) -> None:  # noqa: F811
    listed, told = said("list", folder)
    assert listed["page"]["heading"] == "Mes documents"
    line = f"— Ana Diaz → safe show … {filed['document']}"
    assert "Lettre : La Caf me réclame de l’argent du RSA" in told
    assert line in told
    found, told = said("search", folder, "Ana")
    assert "1 dossier trouvé" in told
    assert f"→ safe dossier … {filed['dossier']}" in told
    found, told = said("search", folder, "dette", "--person", "Ana Diaz")
    assert "1 document trouvé" in told
    assert found["page"]["heading"] == "Documents : Ana Diaz"
    found, told = said("search", folder, "loyer")
    assert "Rien trouvé. Essayez un seul mot" in told
    assert (found["total"], found["left"]) == (0, 0)


def test_what_is_left_of_a_search_is_said_with_what_shows_it(folder: Path) -> None:  # noqa: F811
    (folder.parent / "papier.txt").write_text("loyer", "utf-8")
    for number in range(52):
        assert safe("add", folder, folder.parent / "papier.txt", "--title", f"Loyer {number}")
    found, told = said("search", folder, "loyer")
    assert (found["total"], found["left"]) == (52, 2)
    assert "52 documents trouvés" in told
    assert "Voir les 2 autres → safe search … loyer --skip 50" in told
    found, told = said("search", folder, "loyer", "--skip", "50")
    assert (found["total"], found["left"], len(found["items"])) == (52, 0, 2)
    assert "52 documents trouvés" in told


def test_an_empty_safe_says_so_once(folder: Path) -> None:  # noqa: F811
    nothing = "Rien encore. Une lettre rangée vient ici"
    for command in ("list", "dossiers"):
        assert nothing in said(command, folder)[1]
    assert "Personne encore." in said("people", folder)[1]
    assert "La corbeille est vide." in said("bin", folder)[1]


def test_dossiers_are_listed_as_on_their_page(folder: Path, filed: Any) -> None:  # noqa: F811
    found, told = said("dossiers", folder)
    (item,) = found["items"]
    assert f"{item['title']} — Ana Diaz, depuis le 24 novembre 2026" in told.replace("\xa0", " ")
    assert f"→ safe dossier … {filed['dossier']}" in told


def test_people_are_told_with_who_lives_with_them(folder: Path, filed: Any) -> None:  # noqa: F811
    safe("people", folder, "--add", "Léo Diaz")
    safe("person", folder, "Ana Diaz", "--together", "Léo Diaz", "--role", "fils")
    found, told = said("people", folder)
    assert "Vit avec : Léo Diaz (fils)." in told
    ana = next(one["id"] for one in found["items"] if one["name"] == "Ana Diaz")
    assert f"Sa fiche → safe person … {ana}" in told
    found, told = said("person", folder, ana)
    assert told.startswith("ANA DIAZ\n")
    assert "Son foyer" in told
    assert "Léo Diaz (fils)" in told
    assert "Ce qui est gardé de cette personne" in told
    assert found["household"] == [{"name": "Léo Diaz", "role": "fils"}]


def test_what_is_noted_or_corrected_is_said_on_the_page_of_the_dossier(
    folder: Path,  # noqa: F811
    filed: Any,  # noqa: F811
) -> None:
    noted, told = said("note", folder, filed["dossier"], "posted", "--date", "2026-11-20")
    assert "Noté dans le dossier." in told
    assert next(one["kind"] for one in noted["page"]["blocks"]) == "told"
    assert noted["page"]["heading"] == safe("dossiers", folder)[1]["items"][0]["title"]
    noted, told = said("note", folder, filed["dossier"], "wrong-body", "--date", "2026-11-23")
    assert noted["law"]["text"] in " ".join(told.split())
    events = safe("dossier", folder, filed["dossier"])[1]["events"]
    posted = next(one["id"] for one in events if one["kind"] == "posted")
    wrong = ("correct", folder, filed["dossier"], posted)
    assert "Corrigé." in said(*wrong, "--date", "2026-11-19")[1]
    assert "L’étape est retirée du dossier." in shown(*wrong, "--remove")
    assert "Retiré de ce dossier" in shown("dossier", folder, filed["dossier"])
    assert "Noté dans le dossier." in shown(*wrong, "--put-back")


def test_what_may_be_noted_and_corrected_is_said_with_its_command(
    folder: Path,  # noqa: F811
    filed: Any,  # noqa: F811
) -> None:
    dossier = filed["dossier"]
    noted = f"→ safe note … {dossier}"
    assert f"J’ai posté la lettre {noted} posted\n" in shown("dossier", folder, dossier)
    told = shown("note", folder, dossier, "posted", "--date", "2026-11-20")
    assert f"J’ai une réponse {noted} answer --answer …\n" in told
    assert f"Autre chose à faire {noted} to-do --what …\n" in told
    *_, event = re.findall(rf"Corriger → safe correct … {dossier} (\w+) --date …\n", told)
    assert "Corrigé." in shown("correct", folder, dossier, event, "--date", "2026-11-19")
    told = shown("correct", folder, dossier, event, "--remove")
    assert f"→ safe correct … {dossier} {event} --put-back\n" in told


@pytest.mark.parametrize("kind", ["document", "dossier"])
def test_what_is_thrown_is_said_with_how_it_comes_back(
    folder: Path,  # noqa: F811
    filed: Any,  # noqa: F811
    kind: str,
) -> None:
    one = ("bin", folder, filed[kind], "--kind", kind)
    told = shown(*one, "--put")
    assert "trente jours" in told
    assert f"→ safe bin … {filed[kind]} --kind {kind} --take-back" in told
    assert f"→ safe bin … {filed[kind]} --kind {kind} --erase" in told
    data, told = said("bin", folder)
    assert [item["id"] for item in data["items"]] == [filed[kind]]
    assert "Ce qui est ici se reprend pendant trente jours." in told
    assert "revenu" in shown(*one, "--take-back")
    shown(*one, "--put")
    told = shown(*one, "--erase")
    assert "C’est effacé pour de bon, et des sauvegardes de ce coffre aussi." in told
    assert "La corbeille est vide." in told
    assert next(texts(safe("bin", folder)[1]["page"])) == "Corbeille"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["people", "--add", ""], 3),
        (["person", "Moi", "--rename", ""], 3),
        (["search", "caf", "--skip", "-3"], 2),
    ],
)
def test_what_says_nothing_is_refused(
    folder: Path,  # noqa: F811
    filed: Any,  # noqa: F811
    arguments: list[str],
    status: int,
) -> None:
    gesture, *rest = arguments
    found, _data, _ = safe(gesture, folder, *rest)
    assert found == status


@pytest.mark.parametrize("command", [("check",), ("today",), ("keys",)])
def test_what_is_said_of_the_safe_is_a_page(
    folder: Path,  # noqa: F811
    command: tuple[str, ...],
) -> None:
    more = ("list",) if command == ("keys",) else ()
    data, _ = said(*command, folder, *more)
    assert data["page"]["heading"]


@pytest.mark.parametrize(
    ("good", "command"),
    [
        pytest.param(("backups/a.zip", DAY), "→ safe restore C/backups/a.zip …", id="a backup"),
        pytest.param(None, "→ safe export …", id="none"),
    ],
)
def test_a_check_names_the_command_that_mends(
    good: tuple[str, dt.date] | None, command: str
) -> None:
    damage = (Damage("page", "safe.db", 12),)
    told = page_text(safe_care.checked(CheckReport("damaged", 40, damage, good), "C"))
    assert command in told
    assert "– page safe.db 12" in told

"""``office settings`` and the others: what the window refuses, the command line refuses alike."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.cli.test_safe import PHRASE, second, with_phrase
from tests.safe.conftest import TODAY

NADIA = "sept loutres grises à Dunkerque"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bureau") / "coffre"
    Door(choose_kdf=lambda: FLOOR).create(folder, PHRASE, on=TODAY)
    assert run(folder, "settings", "--name", "Le Relais", "--head", "Le Relais")[0] == 0
    [anne] = run(folder, "helpers")[1]["helpers"][:1]
    assert run(folder, "rename", anne["id"], "Anne")[0] == 0
    added = keys(folder, "add", "--new-phrase-fd", second(NADIA), "--name", "Nadia")
    assert added[0] == 0, added
    return folder


@pytest.fixture
def office(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "coffre"))


def run(folder: Path, gesture: str, *more: str, phrase: str = PHRASE) -> tuple[int, Any, str]:
    return with_phrase("office", gesture, folder, *more, phrase=phrase)


def keys(folder: Path, *more: str, phrase: str = PHRASE) -> tuple[int, Any, str]:
    return with_phrase("safe", "keys", folder, *more, phrase=phrase)


def refused(told: tuple[int, Any, str]) -> tuple[int, str]:
    status, data, _said = told
    return status, data["error"]["code"]


def test_the_rules_are_told_then_changed(office: Path) -> None:
    status, told, _ = run(office, "settings")
    assert (status, told["office"]) == (
        0,
        {
            "name": "Le Relais",
            "head": ["Le Relais"],
            "months": 24,
            "hiding": True,
            "may": ["backup", "erase", "export", "import"],
        },
    )
    run(office, "settings", "--months", "36", "--hiding", "off", "--may", "rien")
    told = run(office, "settings")[1]["office"]
    assert (told["name"], told["months"], told["hiding"], told["may"]) == (
        "Le Relais", 36, False, [],
    )  # fmt: skip
    assert refused(run(office, "settings", "--may", "tout")) == (2, "usage")
    assert refused(run(office, "settings", "--months", "0")) == (3, "office-refused")
    assert refused(run(office, "settings", "--head", "x" * 56)) == (3, "office-head-refused")
    assert run(office, "settings")[1]["office"] == told


def test_a_helper_is_refused_members_and_rules(office: Path, tmp_path: Path) -> None:
    phrase = "cinq hérissons verts à Laon"
    anne = keys(office, "list")[1]["keys"][0]["id"]
    tried = (
        run(office, "settings", "--name", "À moi", phrase=NADIA),
        run(office, "remove", "Anne", phrase=NADIA),
        keys(office, "remove", anne, phrase=NADIA),
        keys(office, "add", "--new-phrase-fd", second(phrase), "--name", "Zoé", phrase=NADIA),
        keys(office, "change", anne, "--new-phrase-fd", second(phrase), phrase=NADIA),
        keys(office, "rotate", "--new-phrase-fd", second(NADIA), phrase=NADIA),
        keys(office, "reveal", "--again-fd", second(NADIA), phrase=NADIA),
    )
    assert {refused(one) for one in tried} == {(4, "only-responsable")}
    told = run(office, "helpers")[1]["helpers"]
    assert [(one["name"], one["role"]) for one in told if one["ways"]] == [
        ("Anne", "responsable"),
        ("Nadia", ""),
    ]


def test_the_last_responsable_stays_by_any_command(office: Path) -> None:
    anne = keys(office, "list")[1]["keys"][0]["id"]
    assert refused(run(office, "remove", "Anne")) == (3, "last-responsable")
    assert refused(run(office, "role", "Anne", "aide")) == (3, "last-responsable")
    assert refused(keys(office, "remove", anne)) == (3, "last-responsable")
    assert run(office, "role", "Nadia", "responsable")[0] == 0
    assert run(office, "remove", "anne")[0] == 0
    assert refused(run(office, "helpers")) == (4, "wrong-passphrase")
    told = run(office, "helpers", phrase=NADIA)[1]["helpers"]
    assert [(one["name"], len(one["ways"])) for one in told] == [("Anne", 0), ("Nadia", 1)]


def test_somebody_without_a_name_or_with_another_s_is_not_added(office: Path) -> None:
    phrase = "cinq hérissons verts à Laon"
    for name, code in (("", "helper-name-missing"), ("nadia", "helper-name-taken")):
        told = keys(office, "add", "--new-phrase-fd", second(phrase), "--name", name)
        assert refused(told) == (3, code)
    assert refused(run(office, "remove", "personne")) == (3, "not-in-safe")

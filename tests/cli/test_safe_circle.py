"""``safe circle``: made, opened to a helper who types her phrase, a dossier moved there."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_safe import PHRASE, safe

NADIA = "sept girafes vertes à Brest hier"
TITLE = "Familles ZKCERCLE"


def with_fd(data: str) -> int:
    """Return a descriptor from which a phrase is read."""
    reading, writing = os.pipe()
    os.write(writing, data.encode())
    os.close(writing)
    return reading


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("office") / "coffre"
    safe("create", at)
    (at.parent / "papier.txt").write_text("ZKPAPIER")
    assert safe("keys", at, "add", "--name", "Nadia", "--new-phrase-fd", with_fd(NADIA))[0] == 0
    paper = at.parent / "papier.txt"
    assert (
        safe("add", at, paper, "--title", "Plainte", "--person", "A", "--dossier", "Divorce")[0]
        == 0
    )
    return at


def ask(*arguments: Any, phrase: str = PHRASE) -> Any:
    status, data, said = safe(*arguments, phrase=phrase)
    assert status == 0, (data, said)
    return data


def test_the_whole_of_it(office: Path) -> None:
    made = ask("circle", office, "make", TITLE)
    assert len(made["recovery_words"]) == 12
    assert ask("circle", office, "list")["items"] == [{"id": made["id"], "title": TITLE}]
    assert ask("circle", office, "list", phrase=NADIA)["items"] == []

    moved = ask("circle", office, "move", "Divorce", "--to", TITLE)
    assert (moved["documents"], moved["verified"]) == (1, True)
    assert ask("list", office)["items"] == []
    assert ask("dossiers", office)["items"] == []
    assert [one["title"] for one in ask("list", office, "--circle", TITLE)["items"]] == ["Plainte"]
    status, data, said = safe("list", office, "--circle", TITLE, phrase=NADIA)
    assert (status, data["error"]["code"]) == (3, "no-such-circle")
    assert "ZKCERCLE" not in data["error"]["message"] + said

    named = ask("circle", office, "add", TITLE, "--reader-fd", with_fd(NADIA))
    assert named == {"name": "Nadia"}
    (item,) = ask("list", office, "--circle", TITLE, phrase=NADIA)["items"]
    out = office.parent / "sorti"
    ask("show", office, item["id"], "--out", out, "--circle", TITLE, phrase=NADIA)
    assert out.read_text() == "ZKPAPIER"
    assert [one["name"] for one in ask("circle", office, "readers", TITLE)["readers"]] == [
        "",
        "Nadia",
    ]

    ask("circle", office, "remove", TITLE, "Nadia")
    assert ask("circle", office, "list", phrase=NADIA)["items"] == []
    ask("circle", office, "move", "Divorce", "--from", TITLE)
    assert [one["title"] for one in ask("list", office)["items"]] == ["Plainte"]
    assert ask("list", office, "--circle", TITLE)["items"] == []

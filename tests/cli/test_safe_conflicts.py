"""``safe compare`` and ``safe merge``: what a synchronisation left is seen, taken, put aside."""

import shutil
from pathlib import Path
from typing import Any

from tests.cli.test_safe import safe

NAME = "safe (copie en conflit).db"


def ask(*arguments: Any) -> Any:
    status, data, said = safe(*arguments)
    assert status == 0, (data, said)
    return data


def test_the_paper_of_the_losing_computer_comes_back(tmp_path: Path) -> None:
    at, paper = tmp_path / "coffre", tmp_path / "papier.txt"
    safe("create", at)
    ask("people", at, "--add", "Ana")
    before = (at / "safe.db").read_bytes()
    paper.write_text("perdu")
    ask("add", at, paper, "--title", "Jugement", "--person", "Ana")
    (at / NAME).write_bytes((at / "safe.db").read_bytes())
    (at / "safe.db").write_bytes(before)  # the newer one won
    (at / "parity").unlink()
    ask("people", at, "--add", "Zoé")

    assert [one["name"] for one in ask("compare", at)["copies"]] == [NAME]
    found = ask("compare", at, NAME)
    told = [(one["side"], one["kind"], one["title"]) for one in found["items"]]
    assert told == [("here", "person", "Zoé"), ("there", "document", "Jugement")]
    status, data, _said = safe("merge", at, "safe.db")
    assert (status, data["error"]["code"]) == (3, "not-in-safe")

    assert ask("merge", at, NAME, "--aside") == {"taken": {"document": 1}, "aside": NAME}
    (item,) = ask("list", at)["items"]
    ask("show", at, item["id"], "--out", tmp_path / "sorti")
    assert (tmp_path / "sorti").read_text() == "perdu"
    assert (at / "copies" / NAME).is_file()
    assert ask("compare", at)["copies"] == []
    assert ask("check", at)["state"] == "ok"
    shutil.rmtree(at)

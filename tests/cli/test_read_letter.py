"""``papier-libre read-letter``: what a letter received says, with its places."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from tests.received.drawing import draw
from tests.received.letters import letters

TOOLS = RealTools()
(LETTER,) = [one for one in letters() if one.id == "caf-indu-rsa"]


@pytest.fixture
def read(capsys, tmp_path: Path):
    def read(data: bytes, *arguments: str):
        path = tmp_path / "lettre.pdf"
        path.write_bytes(data)
        status = run(["read-letter", str(path), *arguments], lambda: TOOLS)
        return status, capsys.readouterr()

    return read


def test_it_says_what_it_reads_and_how_surely(read) -> None:
    status, told = read(draw(LETTER)[0])
    assert status == 0
    assert told.out.startswith("CE QUE DIT VOTRE LETTRE\n")
    assert "Une dette de RSA" in told.out
    assert "3 novembre 2026 (À vérifier sur la lettre.)" in told.out


def test_as_data_each_value_has_its_place(read) -> None:
    found = json.loads(read(draw(LETTER)[0], "--json")[1].out)
    (sum_,) = found["facts"]["sum"]
    assert sum_["value"] == "1\u202f842,50"
    assert sum_["places"][0]["page"] == 1
    assert found["letters"] == ["caf-indu-rsa", "caf-remise"]
    assert not found["recognised"]


def test_what_is_no_letter_is_refused(read) -> None:
    status, told = read(b"nothing of the kind")
    assert status == 3
    assert told.err

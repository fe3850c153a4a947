"""``papier-libre demo``: the whole journey, every part real, in a folder of its own."""

import contextlib
import json
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict, str]:
    status = run([*arguments, "--json"], RealTools)
    said = capsys.readouterr()
    return status, json.loads(said.out), said.err


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """One demonstration, looked at by several tests."""
    folder = tmp_path_factory.mktemp("demo") / "essai"
    output = folder.parent / "out.json"
    with open(output, "w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        assert run(["demo", "--out", str(folder), "--json"], RealTools) == 0
    return folder, json.loads(output.read_text("utf-8"))


def test_it_writes_what_the_contract_says(done: tuple[Path, dict]) -> None:
    folder, report = done
    assert {"safe", "letter.pdf", "kit.pdf", "form.pdf"} <= {f.name for f in folder.iterdir()}
    assert (folder / "safe" / "safe.db").is_file()
    assert [Path(made["path"]).name for made in report["documents"]] == [
        "letter.pdf",
        "kit.pdf",
        "form.pdf",
    ]
    assert len(report["phrase"].split()) == 6
    assert all(step["ms"] >= 0 for step in report["steps"])


def test_every_value_of_every_document_was_read_back(done: tuple[Path, dict]) -> None:
    for made in done[1]["documents"]:
        assert made["verified"] == made["total"] > 0, made["path"]


def test_the_safe_opens_with_the_phrase_and_holds_the_words_of_the_letter(
    done: tuple[Path, dict], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, report = done
    phrase = tmp_path / "phrase"
    phrase.write_text(report["phrase"], "utf-8")
    with open(phrase, "rb") as secret:
        status, found, _ = command(
            capsys,
            *("safe", "search", str(folder / "safe"), "INDU belkacem"),
            *("--phrase-fd", str(secret.fileno())),
        )
    assert status == 0
    assert [item["title"] for item in found["items"]] == ["La Caf me réclame de l’argent du RSA"]


def test_a_second_demonstration_replaces_the_first(
    done: tuple[Path, dict], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, first = done
    status, second, _ = command(capsys, "demo", "--out", str(folder))
    assert status == 0
    assert second["phrase"] != first["phrase"]


def test_a_folder_that_holds_anything_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"mine")
    status, said, _ = command(capsys, "demo", "--out", str(tmp_path))
    assert (status, said["error"]["code"]) == (3, "demo-folder-in-use")
    assert [f.name for f in tmp_path.iterdir()] == ["letter.pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == b"mine"


def test_it_leaves_nothing_outside_its_folder(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "demo", "--out", str(tmp_path / "d"))
    assert list(home.rglob("*")) == []


def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    status, said, _ = command(capsys, "demo", "--out", str(tmp_path / "file" / "below"))
    assert (status, said["error"]["code"]) == (7, "not-written")

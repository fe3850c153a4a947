"""``papier-libre pack letterhead``, and the head of a new letter of one's own."""

import json
from pathlib import Path

import pytest

from tests.cli.test_pack_new import command
from tests.helpers.pictures import logo_file, pictures_in

HEAD = ("--line", "Association Les Tilleuls", "--line", "01 99 00 12 34")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "logo de l'été.PNG"
    file.write_bytes(logo_file())
    return file


def answers(tmp_path: Path, folder: Path) -> Path:
    (example, *_) = sorted((folder / "examples").iterdir())
    return example


def test_a_new_letter_of_one_s_own_bears_it_and_its_pdf_too(tmp_path: Path, logo: Path) -> None:
    new = ("pack", "new", "--from-letter", "cada", "--title", "Ma lettre")
    status, data, _ = command(*new, *HEAD, "--logo", logo)
    assert (status, data["logo"]) == (0, True)
    assert data["letterhead"] == ["Association Les Tilleuls", "01 99 00 12 34"]
    folder = Path(data["path"])
    assert command("pack", "check", folder)[0] == 0
    out = tmp_path / "lettre.pdf"
    status, made, _ = command(
        "letter", data["id"], "--answers", answers(tmp_path, folder), "--out", out
    )
    printed = [" ".join(line.split()) for line in made["letterhead"]]
    assert (status, printed, made["logo"]) == (0, data["letterhead"], True)
    assert pictures_in(out.read_bytes()) == 1


def test_it_is_put_on_all_of_one_s_letters_then_taken_off(logo: Path) -> None:
    names = [
        command("pack", "new", "--from-letter", "cada", "--title", title)[1]["id"]
        for title in ("Une", "Deux")
    ]
    status, data, _ = command("pack", "letterhead", *HEAD, "--logo", logo)
    assert (status, sorted(data["changed"])) == (0, sorted(names))
    assert command("pack", "letterhead", *HEAD, "--logo", logo)[1]["changed"] == []
    assert command("pack", "letterhead", names[0], "--remove")[1]["changed"] == [names[0]]


@pytest.mark.parametrize("given", [(), ("--line", ""), ("--remove", *HEAD)])
def test_it_is_taken_off_only_where_that_is_asked(given: tuple[str, ...]) -> None:
    new = ("pack", "new", "--from-letter", "cada", "--title", "Une", *HEAD)
    name = command(*new)[1]["id"]
    status, data, _ = command("pack", "letterhead", *given)
    assert (status, data["error"]["code"]) == (2, "usage")
    for option in ("--line", "--logo", "--remove"):
        assert option in data["error"]["message"]
    assert command("pack", "letterhead", name, *HEAD)[1]["changed"] == []


def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    name = command("pack", "new", "--from-letter", "cada", "--title", "Une")[1]["id"]
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"GIF89a")
    status, data, _ = command("pack", "letterhead", name, "--logo", broken)
    assert (status, data["error"]["code"]) == (3, "picture-unreadable")
    status, data, _ = command("pack", "letterhead", name, *["--line", "Une ligne"] * 6)
    assert (status, data["error"]["code"]) == (3, "pack-schema")
    assert "letterhead-lines" in json.dumps(data)
    assert command("pack", "letterhead", "cada", *HEAD)[1]["error"]["code"] == "pack-not-own"
    assert command("pack", "letterhead", name, "--remove")[1]["changed"] == []


def test_a_form_has_none() -> None:
    assert command("pack", "new", "--from", "F.pdf", *HEAD, text=True)[0] == 2

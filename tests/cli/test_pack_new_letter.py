"""``papier-libre pack new --from-letter ID``: a copy of a letter, changed in its files, checked."""

from pathlib import Path

import pytest

from tests.cli.test_pack_new import command

OURS = "caf-indu-rsa"


def test_a_copy_passes_the_check_and_says_what_it_is_a_copy_of(tmp_path: Path) -> None:
    arguments = ("pack", "new", "--from-letter", OURS, "--title", "Notre recours")
    status, data, _ = command(*arguments, "--out", tmp_path)
    folder = tmp_path / "perso-notre-recours"
    assert (status, data["path"], data["copied_from"]) == (0, str(folder), OURS)
    assert f'copied_from = "{OURS}"' in (folder / "letter.toml").read_text("utf-8")
    assert command("pack", "check", folder)[0] == 0
    assert command(*arguments, "--out", tmp_path)[1]["id"] == "perso-notre-recours-2"


def test_what_is_changed_in_its_file_is_checked(tmp_path: Path) -> None:
    _, data, _ = command("pack", "new", "--from-letter", "cada", "--out", tmp_path)
    file = Path(data["path"]) / "letter.toml"
    head, mark, rest = file.read_text("utf-8").partition('[[paragraph]]\nid = "')
    changed = rest.replace('text = "', 'text = "{{ jourr }} ', 1)
    assert changed != rest
    file.write_text(head + mark + changed, "utf-8")
    status, checked, _ = command("pack", "check", data["path"])
    problem = checked["packs"][0]["problems"][0]
    assert (status, problem["code"]) == (3, "pack-unknown-name")
    assert "paragraphe 1" in problem["place"]


def test_one_source_is_named_and_it_is_a_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("pack", "new", "--from-letter", "inconnue")[0] == 3
    assert command("pack", "new", "--from", "F.pdf", "--from-letter", OURS, text=True)[0] == 2
    assert command("pack", "new", text=True)[0] == 2

"""The law delivered whole by a publisher of ours: told, used, told to dossiers, taken back."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.delivered.minisign import SecretKey, new_key
from desktop_app.delivered.publishers import Publishers
from tests.cli.test_safe import Tools, safe
from tests.cli.test_safe_matters import LETTER
from tests.helpers import deliveries as made
from tests.helpers.changed_law import last_read, law_folder
from tests.helpers.clocks import At

RULE = "procedures/caf/caf-rapo-rsa.toml"
DELAY = 'delay = { value = 2, unit = "mois", extension = true }'
SHORTER = (DELAY, DELAY.replace("value = 2", "value = 1"))
TODAY = last_read()
DECIDED = TODAY - dt.timedelta(days=10)


class Ours(Tools):
    """The program, on the day when its law was read, with a publisher of its own."""

    clock = At(dt.datetime.combine(TODAY, dt.time(9), dt.UTC))  # type: ignore[assignment]
    built = Path()

    @property
    def _publishers(self) -> Publishers:  # type: ignore[override]
        return Publishers(self.built, None)


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SecretKey:
    """Return the key of a publisher set at build."""
    found = new_key()
    (tmp_path / "essai.key").write_text(found.file(), "utf-8")
    monkeypatch.setattr(Ours, "built", made.built(tmp_path, found))
    monkeypatch.setattr("tests.cli.test_safe.Tools", Ours)
    return found


def command(capsys: Any, *arguments: str) -> tuple[int, Any]:
    status = run([*arguments, "--json"], Ours)
    return status, json.loads(capsys.readouterr().out)


def signed(capsys: Any, place: Path, version: str, *changes: tuple[str, str]) -> str:
    folder, out = place / f"loi {version}", str(place / f"loi {version}.zip")
    law_folder(folder, {RULE: changes})
    (folder / "delivery.toml").write_bytes(made.described("loi", version, made_on=TODAY))
    sign = ("pack", "sign", str(place / "essai.key"), str(folder), "--out", out)
    assert command(capsys, *sign)[0] == 0
    return out


def last_day(capsys: Any) -> str:
    asked = ("--event", "notification", "--date", DECIDED.isoformat())
    return str(command(capsys, "deadline", "caf-rapo-rsa", *asked)[1]["last_day"])


def test_the_law_is_told_used_told_to_dossiers_and_taken_back(
    capsys: Any, key: SecretKey, tmp_path: Path
) -> None:
    folder = tmp_path / "coffre"
    assert safe("create", folder)[0] == 0
    written = ("write", folder, "caf-indu-rsa", "--answers", LETTER, "--person", "Ana Diaz")
    dossier = safe(*written)[1]["dossier"]
    (kept,), usual = _awaited(folder), last_day(capsys)
    assert safe("agenda", folder)[1]["moved"] == []

    status, shown = command(capsys, "update", signed(capsys, tmp_path, "2027.1", SHORTER))
    assert (status, shown["installed"], shown["publisher"]["standing"]) == (0, False, "ours")
    assert [(one["before"], one["now"]) for one in shown["changes"]["delays"]] == [
        ("2 mois", "1 mois")
    ]
    assert shown["changes"]["rules"] == shown["changes"]["addresses"] == []
    assert last_day(capsys) == usual  # shown, not used
    out = str(tmp_path / "loi 2027.1.zip")
    assert command(capsys, "update", out, "--accept")[1]["installed"]
    shorter = last_day(capsys)
    assert shorter < usual

    (moved,) = safe("agenda", folder)[1]["moved"]
    assert moved["before"]["last"] == kept
    sooner = moved["now"]["last"]
    assert sooner < kept
    assert safe("dossier", folder, dossier)[1]["moved"] == [moved]
    assert _awaited(folder) == [kept]  # told, not moved
    assert safe("law-seen", folder, dossier)[1]["moved"] == [moved]
    assert _awaited(folder) == [sooner]
    kinds = [one["kind"] for one in safe("dossier", folder, dossier)[1]["events"]]
    assert kinds.count("law-moved") == 1
    assert safe("agenda", folder)[1]["moved"] == []

    assert command(capsys, "pack", "undo", "loi")[0] == 0
    assert last_day(capsys) == usual
    (back,) = safe("agenda", folder)[1]["moved"]
    assert (back["before"]["last"], back["now"]["last"]) == (sooner, kept)


def test_what_it_says_to_a_person(capsys: Any, key: SecretKey, tmp_path: Path) -> None:
    out = signed(capsys, tmp_path, "2027.1", SHORTER)
    assert run(["update", out], Ours) == 0
    said = capsys.readouterr().out
    assert "Contester ce qu’on a décidé sur mon RSA : avant 2 mois ; maintenant 1 mois" in said


def test_another_former_law_is_refused_and_one_that_the_program_holds_is_not_used(
    capsys: Any, key: SecretKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = law_folder(tmp_path / "vieux", {})
    pending = old / "law" / "pending.toml"
    pending.write_text(pending.read_text("utf-8").replace("reread_on = 2", "reread_on = 1", 1))
    (old / "delivery.toml").write_bytes(made.described("vieux", "2020.1", made_on=TODAY))
    out = str(tmp_path / "vieux.zip")
    sign = ("pack", "sign", str(tmp_path / "essai.key"), str(old), "--out", out)
    assert command(capsys, *sign)[0] == 0
    assert command(capsys, "update", out)[1]["error"]["code"] == "delivery-law-older"

    usual = last_day(capsys)
    here = signed(capsys, tmp_path, "2027.1", SHORTER)
    assert command(capsys, "update", here, "--accept")[1]["installed"]
    assert last_day(capsys) < usual
    later = (TODAY + dt.timedelta(days=1)).isoformat()
    monkeypatch.setattr("desktop_app.__made_on__", later)  # the program was updated since
    assert last_day(capsys) == usual


def _awaited(folder: Path) -> list[str]:
    return [one["last_day"] for one in safe("agenda", folder)[1]["items"]]

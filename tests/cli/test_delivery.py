"""``pack sign``, ``pack install`` and ``pack undo``, as an association and a person use them."""

import json
import os
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.delivered.minisign import SecretKey, new_key
from desktop_app.delivered.publishers import words_of
from desktop_app.wiring import RealTools
from tests.helpers import deliveries as made


def pack(capsys, *arguments: str) -> tuple[int, dict]:
    status = run(["pack", *arguments, "--json"], RealTools)
    return status, json.loads(capsys.readouterr().out)


def folder(place: Path, version: str = "2026.12", town: str = "Saint-Étienne") -> Path:
    files = made.texts(town=town) | {"delivery.toml": made.described(version=version)}
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


@pytest.fixture
def key(tmp_path: Path) -> SecretKey:
    found = new_key()
    (tmp_path / "essai.key").write_text(found.file(), "utf-8")
    return found


def signed(capsys, place: Path, key: SecretKey, version: str = "2026.12", **more: str) -> Path:
    out = place / f"livraison {version}.zip"
    status, data = pack(
        capsys, "sign", str(place / "essai.key"),
        str(folder(place / "a-signer", version, **more)), "--out", str(out),
    )  # fmt: skip
    assert (status, data["bytes"]) == (0, out.stat().st_size)
    return out


def test_signed_shown_accepted_used_and_undone(capsys, key, tmp_path):
    out = signed(capsys, tmp_path, key)
    status, shown = pack(capsys, "install", str(out))
    assert (status, shown["installed"], shown["publisher"]["standing"]) == (0, False, "new")
    assert shown["changes"]["new"] == ["Essayer essai-livre"]
    assert shown["changes"]["addresses"] == [
        {
            "title": "Essayer essai-livre",
            "before": "",
            "now": "Bureau des essais {{ rue }} 42000 Saint-Étienne",
        }
    ]
    assert not list(Path(os.environ["XDG_DATA_HOME"]).rglob("letter.toml"))  # nothing is left
    status, refused = pack(capsys, "install", str(out), "--accept")
    assert (status, refused["error"]["code"]) == (3, "publisher-not-accepted")
    words = " ".join(words_of(key.public))
    status, done = pack(capsys, "install", str(out), "--accept", "--trust", words)
    assert (status, done["installed"]) == (0, True)
    listed = [one["id"] for one in pack(capsys, "list")[1]["packs"]]
    assert "essai-livre" in listed  # at the next start: other tools
    assert pack(capsys, "install", str(out))[1]["error"]["code"] == "delivery-already-here"
    newer = signed(capsys, tmp_path, key, "2027.1", town="Lyon")
    status, done = pack(capsys, "install", str(newer), "--accept")  # known now
    assert (status, done["former"], done["publisher"]["standing"]) == (0, "2026.12", "known")
    assert done["changes"]["changed"] == ["Essayer essai-livre"]
    assert done["changes"]["addresses"][0]["now"].endswith("42000 Lyon")
    older = pack(capsys, "install", str(out), "--accept")
    assert older[1]["error"]["code"] == "delivery-older"
    undone = pack(capsys, "undo", made.NAME)[1]
    assert (undone["name"], undone["version"]) == (made.NAME, "2026.12")
    assert pack(capsys, "undo", made.NAME)[0] == 0
    assert "essai-livre" not in [one["id"] for one in pack(capsys, "list")[1]["packs"]]
    assert pack(capsys, "undo", made.NAME)[1]["error"]["code"] == "nothing-to-undo"


def test_what_it_says_to_a_person(capsys, key, tmp_path):
    out = signed(capsys, tmp_path, key)
    assert run(["pack", "install", str(out)], RealTools) == 0
    said = capsys.readouterr().out
    for words in (
        "La signature est juste", made.PUBLISHER, " ".join(words_of(key.public)),
        "2026.12, du 24 novembre 2026", "ADRESSES", "42000 Saint-Étienne",
        "C’est la première fois que cet éditeur signe ici",
    ):  # fmt: skip
        assert words.lower() in said.lower()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"letters/caf-indu-rsa/letter.toml": "caf-indu-rsa"}, "delivery-takes-ours"),
        ({"common/identite.toml": ""}, "delivery-takes-ours"),
        ({"letters/essai-livre/letter.toml": "other"}, "pack-schema"),
    ],
)
def test_what_is_ours_stays_ours_and_a_broken_pack_stays_out(capsys, key, tmp_path, change, code):
    files = made.texts()
    letter = files["letters/essai-livre/letter.toml"]
    for name, told in change.items():
        files[name] = (
            letter.replace(b'"essai-livre"', f'"{told}"'.encode())
            if told
            else (files[f"common/{made.SHARED}.toml"].replace(made.SHARED.encode(), b"identite"))
        )
    path = tmp_path / "x.zip"
    path.write_bytes(made.delivery(key, files))
    words = " ".join(words_of(key.public))
    status, data = pack(capsys, "install", str(path), "--accept", "--trust", words)
    assert (status, data["error"]["code"]) == (3, code)
    assert not list(Path(os.environ["XDG_DATA_HOME"]).rglob("*.toml"))


def test_what_cannot_be_signed_is_told(capsys, key, tmp_path):
    place = folder(tmp_path / "a-signer")
    (place / "letters" / "Capitale").mkdir()
    (place / "letters" / "Capitale" / "letter.toml").write_text("", "utf-8")
    out = str(tmp_path / "x.zip")
    sign = ("sign", str(tmp_path / "essai.key"), str(place), "--out", out)
    assert pack(capsys, *sign)[1]["error"]["code"] == "archive-name-refused"
    (tmp_path / "essai.key").write_text(key.public.file(), "utf-8")
    assert pack(capsys, *sign)[1]["error"]["code"] == "key-unreadable"
    assert not Path(out).exists()


def test_on_a_shared_computer_its_manager_alone_installs(capsys, key, tmp_path, monkeypatch):
    """Whoever may write in the computer's own folder is its manager; nobody else can be one."""
    import desktop_app.mode
    from desktop_app.mode import read_mode

    (tmp_path / "papier-libre.toml").write_text('mode = "public"\n', "utf-8")
    monkeypatch.setattr(desktop_app.mode, "places", lambda: (tmp_path / "papier-libre.toml",))
    monkeypatch.setattr(desktop_app.mode, "system_data_folder", lambda: Path("/proc/papier-libre"))
    assert read_mode() == "public"
    out = tmp_path / "x.zip"
    out.write_bytes(made.delivery(key))
    status, data = pack(capsys, "install", str(out), "--accept")
    assert data["error"]["code"] in ("update-by-manager", "not-written", "read-only")
    assert status in (3, 7)

"""The recipes of a Flatpak and of an AppImage, which nobody has built: their form alone."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINUX = PROJECT / "resources" / "packaging" / "linux"
FLATPAK = LINUX / "flatpak" / "fr.papier_libre.PapierLibre.json"
APPDIR = LINUX / "appimage" / "appdir.sh"
OF_A_MANIFEST = {
    *("id", "runtime", "runtime-version", "sdk", "command", "finish-args", "modules"),
}
OF_A_MODULE = {"name", "buildsystem", "build-commands", "sources"}
PERMISSIONS = ("--socket=", "--share=ipc", "--talk-name=", "--filesystem=")


def test_the_flatpak_has_the_form_of_one_and_no_network() -> None:
    told = json.loads(FLATPAK.read_text("utf-8"))
    assert {key for key in told if not key.startswith("x-")} == OF_A_MANIFEST
    assert told["id"] == FLATPAK.stem
    assert all(isinstance(one, str) for one in told["finish-args"])
    assert [one for one in told["finish-args"] if not one.startswith(PERMISSIONS)] == []
    assert not [one for one in told["finish-args"] if "network" in one]
    (module,) = told["modules"]
    assert set(module) == OF_A_MODULE
    for source in module["sources"]:
        assert set(source) == {"type", "path"}
        if source["type"] == "file":
            assert (FLATPAK.parent / source["path"]).is_file()


def test_the_folder_of_the_appimage_has_the_form_of_one(tmp_path: Path) -> None:
    stick = tmp_path / "clé é" / "papier-libre"
    for part in ("python", "lib"):
        (stick / part).mkdir(parents=True)
    shutil.copy(LINUX / "top" / "papier-libre.sh", stick)
    made = tmp_path / "Papier libre.AppDir"
    done = subprocess.run(
        ["sh", APPDIR, stick, made],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (made / "AppRun").stat().st_mode & 0o111
    assert (made / ".DirIcon").resolve() == made / "papier-libre.svg"
    assert {one.name for one in made.iterdir()} >= {"python", "lib", "papier-libre.desktop"}
    (about,) = (made / "usr" / "share" / "metainfo").iterdir()
    if shutil.which("appstreamcli"):
        order = ["appstreamcli", "validate", "--no-net", "--no-color", about]
        said = subprocess.run(order, capture_output=True, text=True, check=False).stdout
        wrong = [one for one in said.splitlines() if one.startswith(("E: ", "W: "))]
        assert [one for one in wrong if "url-homepage-missing" not in one] == []


def test_both_say_that_nobody_built_them() -> None:
    assert "checked for form only" in json.loads(FLATPAK.read_text("utf-8"))["x-not-built"]
    assert "was never\n# built" in APPDIR.read_text("utf-8")


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="needs shellcheck")
def test_nothing_for_shellcheck_to_say() -> None:
    done = subprocess.run(["shellcheck", APPDIR], capture_output=True, text=True, check=False)
    assert done.stdout == ""

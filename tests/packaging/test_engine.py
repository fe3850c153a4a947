"""The safe's engine that we build: its recipe, its wheel, and two builds that are alike."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from tests.helpers.words import tool
from tests.packaging.test_locks import pins

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "resources" / "packaging" / "engine"
SAMPLE = PROJECT / "tests" / "data" / "safe" / "v1"


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "engine.toml").read_text("utf-8"))


def test_it_is_the_engine_of_the_lock_built_otherwise(recipe: dict[str, Any]) -> None:
    """A checkout and a package of ours read and write the same, by the same sources."""
    locked = pins("runtime")["sqlcipher3"]
    assert Version(recipe["binding"]["version"]) == locked
    assert Version(recipe["version"]).public == str(locked)
    assert Version(recipe["version"]).local


def test_sources_come_by_their_hash_and_nothing_built_is_kept_here(recipe: dict[str, Any]) -> None:
    named = [
        *recipe["tools"].values(),
        *(recipe[name] for name in ("binding", "openssl", "python")),
    ]
    assert [one for one in named if len(bytes.fromhex(one["sha256"])) != 32] == []
    kept = subprocess.run(
        ["git", "ls-files", str(FOLDER)], cwd=PROJECT, capture_output=True, text=True, check=False
    ).stdout.split()
    assert {Path(one).suffix for one in kept} <= {".py", ".toml", ".md"}


def test_a_wheel_is_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    wheels = []
    for name in ("one", "two"):
        files = {"b/x.py": b"1\n", "a/y.py": b"2\n"}
        if name == "two":
            files = dict(reversed(files.items()))
        (tmp_path / name).mkdir()
        made = tool("engine/engine_wheel").Wheel("n", "1", "t", files, {"who": b"free"})
        wheels.append(made.write(tmp_path / name, 1_700_000_000))
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    with zipfile.ZipFile(wheels[0]) as archive:
        record = archive.read("n-1.dist-info/RECORD").decode()
        assert {line.split(",")[0] for line in record.splitlines()} == set(archive.namelist())


ASKED = """
import json, sys
from sqlcipher3 import dbapi2 as engine
connection = engine.connect(":memory:")
connection.execute("PRAGMA key = 'x'")
told = lambda pragma: [row[0] for row in connection.execute("PRAGMA " + pragma)]
json.dump({
    "file": engine.__file__, "version": engine.sqlite_version, "cipher": told("cipher_version"),
    "openssl": told("cipher_provider_version"), "options": told("compile_options"),
    "loads": hasattr(connection, "enable_load_extension"),
}, sys.stdout)
"""


def built(folder: Path, kept: Path) -> Path:
    order = [sys.executable, str(FOLDER / "engine_build.py"), "--out", str(folder)]
    ended = subprocess.run(
        [*order, "--kept", str(kept)], capture_output=True, text=True, check=False
    )
    if "is in no registry reached from here" in ended.stderr or "[Errno -3]" in ended.stderr:
        pytest.skip("needs the network, or the sources in a folder")
    assert ended.returncode == 0, ended.stderr[-4000:]
    (wheel,) = folder.glob("*.whl")
    assert ended.stdout.splitlines()[1] == (folder / "engine.txt").read_text().rstrip()
    return wheel


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(sys.platform != "linux", reason="built on Linux")
@pytest.mark.skipif(not shutil.which("perl") or not shutil.which("make"), reason="perl and make")
def test_two_builds_are_alike_and_open_a_safe(recipe: dict[str, Any], tmp_path: Path) -> None:
    kept = Path(os.environ.get("PAPIER_LIBRE_SOURCES", tmp_path / "kept"))
    one = built(tmp_path / "one", kept)
    another = built(tmp_path / "elsewhere" / "two", kept)
    assert one.read_bytes() == another.read_bytes()

    module = tmp_path / "module"
    with zipfile.ZipFile(one) as archive:
        archive.extractall(module)
    alone = {**os.environ, "PYTHONPATH": str(module)}
    said = subprocess.run([sys.executable, "-c", ASKED], env=alone, capture_output=True, check=True)
    told = json.loads(said.stdout)
    assert told["file"].startswith(str(module))
    assert told["openssl"][0].split()[1] in recipe["openssl"]["file"]
    assert not told["loads"]
    wanted = {"SECURE_DELETE", "DQS=0", "ENABLE_API_ARMOR", "OMIT_LOAD_EXTENSION", "TEMP_STORE=3"}
    assert wanted <= set(told["options"])
    assert str(tmp_path).encode() not in next(module.rglob("_sqlite3.so")).read_bytes()
    order = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/safe/test_format.py"]
    order.append("tests/safe/test_engine.py")
    safe = subprocess.run(
        order, env=alone, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert safe.returncode == 0, safe.stdout[-4000:]

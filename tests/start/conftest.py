"""A small checkout for `./start`: the real script and pip, three tiny components to install."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ECHO = """
import json, os, sys
def main():
    print(json.dumps({"args": sys.argv[1:], "cwd": os.getcwd()}))
if __name__ == "__main__":
    main()
"""


@dataclass(frozen=True)
class Checkout:
    """A folder with `start` in it, and where its components come from instead of a registry."""

    folder: Path
    wheels: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(
        self, *arguments: str, cwd: Path | None = None, prefix: tuple[str, ...] = (), **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `./start` to its end, without a terminal, and return what it said."""
        return subprocess.run(
            [*prefix, str(self.folder / "start"), *arguments],
            cwd=cwd or self.folder,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def lock(self, name: str, component: str, version: str) -> None:
        """Write a lock of one component, and the component."""
        digest = make_wheel(self.wheels, component, version)
        lock = self.folder / "resources" / "packaging" / "lock" / f"{name}.txt"
        lock.write_text(f"{component}=={version} --hash=sha256:{digest}\n", "utf-8")

    @property
    def log(self) -> Path:
        """Where what pip says is written."""
        return self.folder / ".venv" / "installation.log"

    def installed(self) -> set[str]:
        """Return `name-version` of the tiny components that .venv holds."""
        found = self.folder.glob(".venv/lib/python3*/site-packages/petit_*.dist-info")
        return {path.name.removesuffix(".dist-info") for path in found}


def make_wheel(folder: Path, name: str, version: str) -> str:
    """Write the wheel of a module that holds nothing; return its SHA-256."""
    module, info = name.replace("-", "_"), f"{name.replace('-', '_')}-{version}.dist-info"
    files = {
        f"{module}.py": b"",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')},"
        f"{len(data)}\n"
        for path, data in files.items()
    )
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    wheel = folder / f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def environment(home: Path, wheels: Path) -> dict[str, str]:
    """Return the least a person's session has; pip looks at a folder, never at the network."""
    tools = home / "bin"
    tools.mkdir(parents=True)
    (tools / "python3").symlink_to(
        Path(sys.base_prefix) / "bin" / Path(sys.executable).resolve().name
    )
    return {
        "PATH": f"{tools}:/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CONFIG_FILE": os.devnull,
    }


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that was started once, in a folder whose name hurts. Not to be changed."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        pytest.skip("needs Python's venv module (Debian: python3-venv)")
    top = tmp_path_factory.mktemp("start")
    checkout = Checkout(
        folder=top / "à côté d'ici" / "papier libre",
        wheels=top / "wheels",
        environment=environment(top / "home", top / "wheels"),
    )
    checkout.wheels.mkdir()
    packaging = checkout.folder / "resources" / "packaging"
    (packaging / "lock").mkdir(parents=True)
    shutil.copy(PROJECT / "start", checkout.folder)
    for name, component in [("qt", "petit-qt"), ("runtime", "petit-noyau"), ("test", "petit-test")]:
        checkout.lock(name, component, "1.0")
    checkout.lock("qt-classic", "petit-qt", "0.9")
    for package, main in [("desktop_app", ECHO), ("pytest", ECHO)]:
        (checkout.folder / package).mkdir()
        (checkout.folder / package / "__main__.py").write_text(main, "utf-8")
    shutil.copy(PROJECT / "desktop_app" / "qt_needs.py", checkout.folder / "desktop_app")
    first = checkout.start("run")
    assert first.returncode == 0, first.stderr
    assert "J’installe les composants" in first.stderr
    return checkout


@pytest.fixture
def checkout(prepared: Checkout, tmp_path: Path) -> Checkout:
    """A started checkout to change at will."""
    copy = Checkout(
        folder=tmp_path / "papier libre",
        wheels=tmp_path / "wheels",
        environment={**prepared.environment, "PIP_FIND_LINKS": str(tmp_path / "wheels")},
    )
    shutil.copytree(prepared.folder, copy.folder, symlinks=True)
    shutil.copytree(prepared.wheels, copy.wheels)
    return copy

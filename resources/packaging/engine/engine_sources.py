"""The sources of the engine: each comes by the client of its registry, and by its hash."""

import hashlib
import subprocess
import sys
import tarfile
import venv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Recipe = Mapping[str, Any]
APT = Path("/etc/apt")


def tools(recipe: Recipe, folder: Path) -> Path:
    """Return a Python whose packages are the compiler and what unpacks a source archive."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True, clear=True)
        needs = folder / "needs.txt"
        needs.write_text(
            "".join(
                f"{name}=={tool['version']} --hash=sha256:{tool['sha256']}\n"
                for name, tool in recipe["tools"].items()
            )
        )
        options = ("--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes")
        _pip(python, "install", *options, "--requirement", str(needs))
    return python


def compiler(python: Path) -> Path:
    """Return the compiler that a folder of tools holds."""
    (zig,) = python.parents[1].glob("lib/python3*/site-packages/ziglang/zig")
    zig.chmod(0o755)
    return zig


def binding(recipe: Recipe, python: Path, kept: Path) -> Path:
    """Return the source archive of the binding."""
    wanted = recipe["binding"]
    name = f"{wanted['name']}-{wanted['version']}.tar.gz"
    if not (kept / name).exists():
        needs = kept / "binding.txt"
        needs.write_text(
            f"{wanted['name']}=={wanted['version']} --hash=sha256:{wanted['sha256']}\n"
        )
        options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-binary", ":all:")
        where = ("--require-hashes", "--requirement", str(needs), "--dest", str(kept))
        _pip(python, "download", *options, *where)
    return _of_hash(kept / name, wanted["sha256"])


def of_debian(wanted: Mapping[str, str], kept: Path) -> Path:
    """Return an upstream archive that Debian's mirror holds, whatever its revision by now."""
    file = kept / wanted["file"]
    if not file.exists():
        apt = _apt(kept / "apt")
        package, _, rest = wanted["file"].partition("_")
        version = rest.partition(".orig")[0]
        subprocess.run([*apt("apt-get"), "-q", "update"], check=True, stdout=sys.stderr)
        shown = subprocess.run(
            [*apt("apt-cache"), "showsrc", package], check=True, capture_output=True, text=True
        )
        found = {line.split()[1] for line in shown.stdout.splitlines() if "Version: " in line[:9]}
        for revision in sorted(one for one in found if one.startswith(f"{version}-")):
            name = f"{package}={revision}"  # a revision may have left the mirror, its archive not
            order = [*apt("apt-get"), "-q", "source", "--download-only", name]
            subprocess.run(order, check=False, cwd=kept, stdout=sys.stderr)
            if file.exists():
                break
    return _of_hash(file, wanted["sha256"])


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack a source archive, and return the folder that it holds."""
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    (inside,) = folder.iterdir()
    return inside


def _of_hash(file: Path, wanted: str) -> Path:
    if not file.exists():
        sys.exit(f"{file.name} is in no registry reached from here: put it in {file.parent}.")
    with file.open("rb") as opened:
        if hashlib.file_digest(opened, "sha256").hexdigest() != wanted:
            sys.exit(f"{file} is not the file whose hash engine.toml has.")
    return file


def _pip(python: Path, *arguments: str) -> None:
    order = [str(python), "-Im", "pip", *arguments, "--disable-pip-version-check"]
    subprocess.run(order, check=True, stdout=sys.stderr)


def _apt(folder: Path) -> Callable[[str], list[str]]:
    """Return how to call a program of apt so that it reads sources, from the mirrors known here."""
    for part in ("lists/partial", "cache/archives/partial", "none"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    texts = [file.read_text() for file in sorted(APT.glob("sources.list.d/*.sources"))]
    stanzas = [one for text in texts for one in text.split("\n\n") if "file:" not in one]
    listed = folder / "from.sources"
    listed.write_text("\n\n".join(stanzas).replace("Types: deb\n", "Types: deb-src\n"))
    options = {
        "Dir::Etc::sourcelist": listed,
        "Dir::Etc::sourceparts": folder / "none",
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "APT::Sandbox::User": "root",
    }
    said = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
    return lambda program: [program, *said]

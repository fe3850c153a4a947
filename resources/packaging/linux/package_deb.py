"""``./start package deb``: ``papier-libre_VERSION_amd64.deb``, in /opt, for Debian 12 and after."""

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import man
from linux_folder import TOP, lay_folder, of_one_time
from linux_words import ROOT, size_of, tool, version
from tree import epoch

from desktop_app.qt_needs import PACKAGE_OF

HERE = Path(__file__).parent
NAME = "papier-libre"
HOME = Path("opt") / NAME
COMMAND = f"""\
#!/bin/sh
exec /{HOME}/python/bin/python3.11 -I -m desktop_app "$@"
"""
SHARED = {
    HERE / "papier-libre.desktop": "applications/papier-libre.desktop",
    HERE / "zz-papier-libre-pdf.desktop": "applications/zz-papier-libre-pdf.desktop",
    HERE / "papier-libre.metainfo.xml": "metainfo/fr.papier_libre.PapierLibre.metainfo.xml",
    HERE / "deb" / "copyright": "doc/papier-libre/copyright",
    HERE / "deb" / "lintian-overrides": "lintian/overrides/papier-libre",
    ROOT
    / "resources"
    / "icon"
    / "papier-libre.svg": "icons/hicolor/scalable/apps/papier-libre.svg",
}
"""Files of the checkout -> their places in /usr/share."""


def main(arguments: Sequence[str]) -> None:
    """Make the package."""
    parser = argparse.ArgumentParser(prog="./start package deb", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where the file is written")
    parser.add_argument("--folder", type=Path, help="take this folder, laid before")
    parser.add_argument("--quick", action="store_true", help="not compressed, for tests")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    made = options.out / f"{NAME}_{version()}_amd64.deb"
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "root"
        if options.folder:
            shutil.copytree(options.folder, root / HOME, ignore=shutil.ignore_patterns(*TOP))
        else:
            lay_folder(root / HOME, top=False)
        lay_around(root)
        pack(root, made, quick=options.quick)
        print(f"/: {size_of(root)}")
    print(f"{made}: {size_of(made)}")


def lay_around(root: Path) -> None:
    """Lay what the system needs to know of the program, beside its folder."""
    share = root / "usr" / "share"
    for source, place in SHARED.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
    for language in man.LANGUAGES:
        folder = share / "man" / ("" if language == "en" else language) / "man1"
        _zipped(folder / f"{NAME}.1.gz", "\n".join(man.page(language)) + "\n")
    _zipped(share / "doc" / NAME / "changelog.gz", _changelog())
    _zipped(share / "doc" / NAME / "NEWS.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.write_text(COMMAND)


def pack(root: Path, made: Path, *, quick: bool) -> None:
    """Write the package of a tree: the same bytes from the same files, whoever builds."""
    told = root / "DEBIAN"
    told.mkdir()
    (told / "control").write_text("".join(_control(root)), "utf-8")
    (told / "md5sums").write_text("".join(_sums(root)))
    packed = ("-Znone",) if quick else ("-Zxz", "-z9", "--threads-max=1")
    of_one_time(root)
    (root / "usr" / "bin" / NAME).chmod(0o755)
    subprocess.run(
        [
            *(tool("dpkg-deb"), "--root-owner-group", *packed),
            *("--build", root, made),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch())},
    )


def _zipped(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _changelog() -> str:
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(epoch()))
    maintainer = _told()["Maintainer"]
    return (
        f"{NAME} ({version()}) unstable; urgency=medium\n\n"
        "  * What changes for the people who use it is in NEWS.gz.\n\n"
        f" -- {maintainer}  {day}\n"
    )


def _told() -> dict[str, str | list[str]]:
    text = (HERE / "deb" / "control.toml").read_text("utf-8")
    told: dict[str, str | list[str]] = tomllib.loads(text)["control"]
    return told


def _control(root: Path) -> Iterator[str]:
    """Yield the lines of the control file; what is described comes last."""
    told = _told()
    assert isinstance(told["Depends"], list)
    told["Depends"] = sorted({*told["Depends"], *PACKAGE_OF.values()})
    kilobytes = sum(-(-one.lstat().st_size // 1024) for one in _files(root))
    description = told.pop("Description")
    for name, value in {**told, "Version": version(), "Installed-Size": str(kilobytes)}.items():
        yield f"{name}: {value if isinstance(value, str) else ', '.join(value)}\n"
    yield f"Description: {description}\n"


def _sums(root: Path) -> Iterator[str]:
    for file in _files(root):
        digest = hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()
        yield f"{digest}  {file.relative_to(root)}\n"


def _files(root: Path) -> list[Path]:
    inside = (one for one in root.rglob("*") if one.is_file())
    return sorted(one for one in inside if one.relative_to(root).parts[0] != "DEBIAN")

"""What is inside the packages that we ship, as the built things tell it themselves.

A lock names packages; a fault is published for what they were built with. A part is *read* from the
library itself, asked for its version, or *said* by the list that its package carries (PEP 770).
"""

import importlib
import importlib.metadata
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RENAMED = {
    "freetype2": "freetype", "libjpeg_turbo": "libjpeg-turbo", "zlib_ng": "zlib-ng",
    "jpg_2000": "openjpeg", "webp": "libwebp", "avif": "libavif",
}  # fmt: skip
"""Pillow's names of its codecs -> the library's own."""
CODECS = (*RENAMED, "libtiff", "littlecms2", "raqm", "fribidi", "harfbuzz")
OF_A_READ_ONE = {
    *("libavif", "libfreetype", "libharfbuzz", "libjpeg", "liblcms2", "libopenjp2", "libqpdf"),
    *("libsharpyuv", "libtiff", "libwebp", "libwebpdemux", "libwebpmux"),
}
"""Files beside a package whose library is asked for its version already."""
LICENCES = {
    "Apache 2": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "MIT License": "MIT",
}
"""What packages say in words -> the same as an expression."""


@dataclass(frozen=True, order=True)
class Part:
    """Something with a version: a package, or what is inside it.

    Attributes:
        package: name of the package that carries it.
        purl: package URL, with the version: ``pkg:generic/openssl@3.5.7``.
        known: "package", "read", "file" (the version of a library's file name) or "said".
        licence: an SPDX expression, empty where nothing says it.
    """

    package: str
    purl: str
    known: str
    licence: str = ""

    @property
    def name(self) -> str:
        return self.purl.partition("@")[0].rpartition("/")[2]

    @property
    def version(self) -> str:
        return self.purl.partition("@")[2]


def read_all(packages: Iterable[str]) -> list[Part]:
    """Return every package of a list that is installed, and what is inside it."""
    found: set[Part] = set()
    for name in packages:
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        version = package.version.replace("+", "%2B")
        found.add(Part(name, f"pkg:pypi/{name}@{version}", "package", _licence(package)))
        read = READERS.get(name, dict)()
        read_here = {Part(name, f"pkg:generic/{one}@{what}", "read") for one, what in read.items()}
        found |= read_here | set(_files(name, package)) | set(_said(name, package))
    return sorted(found)


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _sqlcipher() -> dict[str, str]:
    os.environ["OPENSSL_CONF"] = os.devnull
    dbapi2 = _module("sqlcipher3.dbapi2")
    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'x'")
        provider = connection.execute("PRAGMA cipher_provider_version").fetchone()[0]
        cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    finally:
        connection.close()
    return {
        "sqlcipher": cipher.split()[0],
        "sqlite": dbapi2.sqlite_version,
        "openssl": provider.split()[1],
    }


def _cryptography() -> dict[str, str]:
    backend = _module("cryptography.hazmat.backends.openssl").backend
    return {"openssl": backend.openssl_version_text().split()[1]}


def _qt() -> dict[str, str]:
    library = _module("PySide6.QtCore").QLibraryInfo
    return {"qt": library.version().toString()}


def _lxml() -> dict[str, str]:
    etree = _module("lxml.etree")
    return {
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "libxslt": ".".join(map(str, etree.LIBXSLT_VERSION)),
    }


def _pikepdf() -> dict[str, str]:
    return {"qpdf": _module("pikepdf").__libqpdf_version__}


def _pypdfium2() -> dict[str, str]:
    return {"pdfium": _module("pypdfium2.version").PDFIUM_INFO.version.partition("@")[0]}


def _pillow() -> dict[str, str]:
    features = _module("PIL.features")
    found = {RENAMED.get(one, one): features.version(one) for one in CODECS}
    return {name: str(version) for name, version in found.items() if version}


def _typst() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        asking = Path(folder, "version.typ")
        asking.write_text("#metadata(str(sys.version)) <version>")
        said = _module("typst").query(str(asking), "<version>", field="value", one=True)
    return {"typst": json.loads(said)}


def _uharfbuzz() -> dict[str, str]:
    return {"harfbuzz": _module("uharfbuzz").version_string()}


READERS: dict[str, Callable[[], dict[str, str]]] = {
    "sqlcipher3": _sqlcipher,
    "cryptography": _cryptography,
    "pyside6-essentials": _qt,
    "lxml": _lxml,
    "pikepdf": _pikepdf,
    "pypdfium2": _pypdfium2,
    "pillow": _pillow,
    "typst": _typst,
    "uharfbuzz": _uharfbuzz,
}
"""Packages that hold a library of somebody else's -> how each is asked for its version."""


def _files(name: str, package: importlib.metadata.Distribution) -> Iterator[Part]:
    """Yield the libraries beside a package that nobody can ask: ``liblzma-de26b416.so.5.8.4``."""
    for file in package.files or ():
        found = re.fullmatch(r"(lib\w+)-[0-9a-f]{8}\.so\.([0-9.]+)", file.name)
        if found and found[1] not in OF_A_READ_ONE:
            yield Part(name, f"pkg:generic/{found[1].lower()}@{found[2]}", "file")


def _said(name: str, package: importlib.metadata.Distribution) -> Iterator[Part]:
    """Yield what the lists inside a package name, but itself, what may be absent or is unnamed."""
    for file in package.files or ():
        if "sboms" not in file.parts:
            continue
        for one in json.loads(Path(str(file.locate())).read_text("utf-8")).get("components", ()):
            purl = re.split("[?#]", one.get("purl") or "")[0]
            if re.fullmatch("pkg:(cargo|rpm)/.*@[0-9].*", purl):
                yield Part(name, purl, "said", _expression(one.get("licenses", ())))


def _expression(licences: Iterable[dict[str, Any]]) -> str:
    """Return what a list says of a licence as one expression, empty where it is in words."""
    said = [one.get("expression") or one.get("license", {}).get("id", "") for one in licences]
    return " AND ".join(said) if all(said) else ""


def _licence(package: importlib.metadata.Distribution) -> str:
    """Return what a package says of its licence as an expression, empty where it says nothing."""
    about: Any = package.metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    kinds = [one for one in about.get_all("Classifier", []) if one.startswith("License :: ")]
    words = [about.get("License") or "", *(one.rpartition(" :: ")[2] for one in kinds)]
    known = (LICENCES.get(one) or re.fullmatch(r"[A-Z][\w.+-]*-[\w.+-]+|MIT", one) for one in words)
    return next((one if isinstance(one, str) else one[0] for one in known if one), "")

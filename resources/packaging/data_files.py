"""What the program reads besides its code, and where it lies in what is installed.

`forms/`, `translations/` and `resources/` stand at the top of the repository; installed, they are
`desktop_app/_data/…`, so that no general name lands among a person's installed packages.
"""

import sys
from pathlib import Path

DATA = "desktop_app/_data"
NOT_READ = ("packaging", "pictures")
"""Folders of `resources/` that only the repository needs."""


def data_files(root: Path, made: Path) -> dict[Path, str]:
    """Return each folder or file of a checkout, and its place; what is compiled goes to ``made``.

    Raises:
        ValueError: a catalogue of sentences cannot be read, or a pack breaks a rule.
    """
    inside = {root / "forms": f"{DATA}/forms"}
    for folder in sorted((root / "resources").iterdir()):
        if folder.is_dir() and folder.name not in NOT_READ:
            inside[folder] = f"{DATA}/resources/{folder.name}"
    sys.path.insert(0, str(root))  # a build has our sources beside it, not installed
    from desktop_app.catalogue.indexing import index_of
    from desktop_app.compiling import compiled

    index = made / "packs.json"
    index.write_bytes(index_of(root / "forms"))
    inside[index] = f"{DATA}/packs.json"

    for source in sorted((root / "translations").glob("*/*.po")):
        language, domain = source.parent.name, source.stem
        target = made / f"{language}-{domain}.mo"
        target.write_bytes(compiled(source.read_bytes(), language))
        inside[target] = f"{DATA}/translations/{language}/{domain}.mo"
    return inside

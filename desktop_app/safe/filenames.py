"""A file name made of a title: readable, and accepted by every system."""

import unicodedata

LETTERS, BYTES = 80, 200  # a disk takes 255 bytes: a number and an ending come after
_FORBIDDEN = set('/\\:*?"<>|')
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}
_ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
}  # no other: a stranger's safe says of a document what it likes, and a name may be what is run


def unused_name(title: str, media: str, used: set[str], folder: str = "") -> str:
    """Return a name that is not in ``used`` (capitals and accents aside), and add it there.

    It begins with the ``folder`` that it is in, when it is in one.
    """
    stem = f"{folder}/{_stem(title)}" if folder else _stem(title)
    return _unused(stem, _ENDINGS.get(media, ".bin"), used)


def unused_folder(name: str, used: set[str]) -> str:
    """Return a name for a folder, in the same way."""
    return _unused(_stem(name), "", used)


def _unused(stem: str, ending: str, used: set[str]) -> str:
    name, number = stem + ending, 1
    while _same(name) in used:
        number += 1
        name = f"{stem} ({number}){ending}"
    used.add(_same(name))
    return name


def _stem(title: str) -> str:
    normal = unicodedata.normalize("NFC", title)
    visible = ("_" if c in _FORBIDDEN or unicodedata.category(c)[0] == "C" else c for c in normal)
    short = "".join(visible)[:LETTERS].encode()[:BYTES].decode(errors="ignore")
    stem = short.strip(" .") or "document"
    return f"_{stem}" if stem.split(".")[0].strip().lower() in _DEVICES else stem


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()

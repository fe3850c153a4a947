"""The name that a person gives to a file: one that every system and every key takes."""

from desktop_app.core.errors import AppError

LONGEST = 255
"""Bytes of a name; keys and disks of all systems take no more."""
FORBIDDEN = '/\\:*?"<>|'
_PORTS = {f"{one}{n}" for one in ("COM", "LPT") for n in "123456789¹²³"}
_OF_WINDOWS = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | _PORTS


class FileNameSigns(AppError):
    """It holds signs that no key takes; ``signs`` are those."""


class FileNameLong(AppError):
    """Longer than a disk takes."""


class FileNameReserved(AppError):
    """Windows keeps this name for itself, or it would be hidden."""


def checked(name: str, ending: str) -> str:
    """Return the name under which a file is written, with its ending.

    Raises:
        FileNameSigns, FileNameLong, FileNameReserved.
    """
    whole = name.strip()
    ended = ending and whole.lower().endswith(ending)
    stem = (whole[: -len(ending)] if ended else whole).rstrip(" .")
    wrong = [one for one in FORBIDDEN if one in stem]
    if wrong or not stem.isprintable():
        raise FileNameSigns(signs=" ".join(wrong or FORBIDDEN))
    if not stem or stem.startswith(".") or stem.partition(".")[0].rstrip().upper() in _OF_WINDOWS:
        raise FileNameReserved
    if len((stem + ending).encode("utf-8", "replace")) > LONGEST:
        raise FileNameLong
    return stem + ending


def numbered(name: str, number: int, ending: str) -> str:
    """Return the same name with a number: "lettre (2).pdf"; shorter where it would be too long."""
    mark = f" ({number}){ending}"
    stem = name.removesuffix(ending)
    while len((stem + mark).encode("utf-8", "replace")) > LONGEST:
        stem = stem[:-1]
    return stem + mark

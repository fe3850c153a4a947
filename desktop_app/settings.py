"""How a person likes the program: typed, with defaults, in one readable file; nothing about her.

The file is ``reglages.toml`` in the folder that the system keeps for it. Keys that this version
does not know are kept as they are; a file that cannot be read gives the defaults, is put aside at
the first change, and it is said.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from desktop_app import own_folders
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.offset import MOST_MM, MOST_WINDOW_MM, RULERS_MM, Offset
from desktop_app.core.record import record
from desktop_app.files import read_file, write_file

FILE = "reglages.toml"
ASIDE = "reglages-illisibles.toml"
LIMIT = 1 << 18
ZOOMS = (1.0, 4.0)
MOST_PIXELS = 1 << 14
"""Of a window."""
ByPrinter = Literal["offsets", "window_offsets"]
"""What is kept for each printer."""


class SettingsDamaged(AppError):
    """The file is no TOML, or not ours to read; the defaults are used."""


@record(frozen=True)
class Settings:
    """What can be chosen.

    Attributes:
        theme: name of a theme of the window; one that does not exist gives the first.
        zoom: 1.0 to 4.0.
        language: two or three letters; empty follows the system.
        expert: all the questions on one page.
        width, height: of the window when it was closed, in pixels; 0: as it opens at first.
        maximized: whether it filled the screen then.
        offsets: what a printer misses on a paper form, by its name as the system gives it.
        printer: the one on which an office printed last, by its name; empty: the system's.
        both_sides: an office prints on both sides, where a printer and a paper may.
        receipt: an office prints a receipt for who is received.
        window_offsets: by how much the address of a letter must move, on each printer, to show in
            the window of the envelopes at hand.
    """

    theme: str = "clair"
    zoom: float = 1.0
    language: str = ""
    expert: bool = False
    width: int = 0
    height: int = 0
    maximized: bool = False
    printer: str = ""
    both_sides: bool = False
    receipt: bool = False
    offsets: Mapping[str, Offset] = field(default_factory=lambda: MappingProxyType({}))
    window_offsets: Mapping[str, Offset] = field(default_factory=lambda: MappingProxyType({}))


class SettingsFile:
    """Holds the settings of this start, and writes each change.

    ``notices`` tell what was found wrong with the file. ``first``: nothing was kept before.
    """

    def __init__(self, file: Path | None) -> None:
        """``None``, on a public terminal: the defaults, and nothing is read or written."""
        self._file = file
        self._others: dict[str, Any] = {}
        self._damaged = False
        self.notices: tuple[Notice, ...] = ()
        self.now = Settings()
        self.first = file is None or not file.exists()
        if file is not None and file.exists():
            self._read(file)

    def change(self, **values: Any) -> None:
        """Take these values from now on; ``save`` keeps them for the next start."""
        if any(getattr(self.now, name) != one for name, one in values.items()):
            self.now = dataclasses.replace(self.now, **values)

    def offset(self, kind: ByPrinter, printer: str) -> Offset:
        """Return by how much a printer misses, as far as it is known."""
        return self._missed(kind).get(printer, Offset())

    def move(self, kind: ByPrinter, printer: str, offset: Offset) -> None:
        """Take by how much a printer misses; one that does not miss is forgotten."""
        others = {name: one for name, one in self._missed(kind).items() if name != printer}
        known = others if offset == Offset() else {**others, printer: offset}
        self.change(**{kind: MappingProxyType(known)})

    def _missed(self, kind: ByPrinter) -> Mapping[str, Offset]:
        return self.now.offsets if kind == "offsets" else self.now.window_offsets

    def save(self) -> None:
        """Write the file; for the worker.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, NotWritten: the choice holds until the program ends.
        """
        if self._file is None:
            return
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._damaged:
            self._file.replace(self._file.with_name(ASIDE))
            self._damaged = False
        write_file(self._file, as_toml(_table(self.now, self._others)).encode("utf-8"))

    def _read(self, file: Path) -> None:
        import tomllib

        try:
            found = tomllib.loads(read_file(file, LIMIT).decode("utf-8"))
        except (AppError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            self._damaged = True
            self.notices = (Notice(SettingsDamaged.code),)
            return
        self.now, wrong = _settings(found)
        known = {one.name for one in dataclasses.fields(Settings)}
        self._others = {name: value for name, value in found.items() if name not in known}
        if ignored := wrong + len(self._others):
            self.notices = (Notice("settings-ignored", MappingProxyType({"n": ignored})),)


def default_file() -> Path:
    """Return where the settings are kept, on this computer or on the stick of the program."""
    return own_folders.for_settings() / FILE


def _settings(found: Mapping[str, Any]) -> tuple[Settings, int]:
    """Return the settings of a file, and how many values were of no use."""
    good: dict[str, Any] = {}
    wrong = 0
    for name, read in _READERS.items():
        if name not in found:
            continue
        try:
            good[name] = read(found[name])
        except (TypeError, ValueError, AttributeError):
            wrong += 1
    return Settings(**good), wrong


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError
    return min(max(float(value), least), most)


def _offsets(value: Any, most: float) -> Mapping[str, Offset]:
    return MappingProxyType(
        {
            printer: Offset(
                dx_mm=_number(one.get("dx_mm", 0.0), -most, most),
                dy_mm=_number(one.get("dy_mm", 0.0), -most, most),
                ruler_mm=_number(one.get("ruler_mm", 100.0), *RULERS_MM),
            )
            for printer, one in value.items()
        }
    )


_BY_PRINTER = ("offsets", "window_offsets")
_READERS: dict[str, Callable[[Any], Any]] = {
    "theme": _text,
    "zoom": lambda value: _number(value, *ZOOMS),
    "language": _text,
    "expert": _yes_no,
    "width": lambda value: int(_number(value, 0, MOST_PIXELS)),
    "height": lambda value: int(_number(value, 0, MOST_PIXELS)),
    "maximized": _yes_no,
    "printer": _text,
    "both_sides": _yes_no,
    "receipt": _yes_no,
    "offsets": lambda value: _offsets(value, MOST_MM),
    "window_offsets": lambda value: _offsets(value, MOST_WINDOW_MM),
}


def _table(now: Settings, others: Mapping[str, Any]) -> dict[str, Any]:
    own = {name: getattr(now, name) for name in _READERS if name not in _BY_PRINTER}
    return {**own, **others, **{name: _by_printer(getattr(now, name)) for name in _BY_PRINTER}}


def _by_printer(offsets: Mapping[str, Offset]) -> dict[str, Any]:
    return {printer: asdict(one) for printer, one in offsets.items()}


def as_toml(table: Mapping[str, Any]) -> str:
    """Return a table as TOML, its own values before the tables in it."""
    return "\n".join(_lines(table, ())) + "\n"


def _lines(table: Mapping[str, Any], above: tuple[str, ...]) -> list[str]:
    lines = [
        f"{_key(key)} = {_value(value)}"
        for key, value in table.items()
        if not isinstance(value, Mapping)
    ]
    for key, inner in table.items():
        if isinstance(inner, Mapping):
            path = (*above, _key(key))
            lines += ["", f"[{'.'.join(path)}]", *_lines(inner, path)]
    return lines


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(k)} = {_value(v)}' for k, v in value.items())}}}"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return repr(value)


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else _quoted(name)


def _quoted(text: str) -> str:
    import json

    # JSON's escapes are TOML's; only the delete character is refused raw.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

"""What the manager of a computer decided of the program there, as the text of one small file.

One line a decision, in TOML: ``mode`` first, then what that mode may be told (``core/terminal.py``
for a public one). ``mode.py`` says where the file is.
"""

import json
from collections.abc import Mapping
from typing import Literal, get_args

from desktop_app.core.record import record

Mode = Literal["home", "association", "public"]
MODES: tuple[Mode, ...] = get_args(Mode)
Told = str | int | bool | tuple[str, ...]

_HEAD = "# Papier libre : écrit par « papier-libre setup », à changer par la même commande.\n"


@record(frozen=True)
class Proposed:
    """What would be written, and what is there.

    Attributes:
        mode: wanted.
        text: the whole file.
        file: where.
        now: what the program does today.
        nearer: a file that is read before this one, "" for none.
        written: it is done.
    """

    mode: Mode
    text: str
    file: str
    now: Mode
    nearer: str = ""
    written: bool = False


def machine_text(mode: Mode, told: Mapping[str, Told] | None = None) -> str:
    """Return the file of a mode, and of what more is told of it."""
    lines = [f'mode = "{mode}"', *(f"{name} = {_value(one)}" for name, one in (told or {}).items())]
    return _HEAD + "\n".join(lines) + "\n"


def _value(told: Told) -> str:
    if isinstance(told, bool):
        return "true" if told else "false"
    if isinstance(told, int):
        return str(told)
    if isinstance(told, str):
        # JSON's escapes are TOML's; what TOML wants escaped besides is one sign.
        return json.dumps(told, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"[{', '.join(map(_value, told))}]"

"""Orca, with a pencil in the place of its voice.

Run by the system's Python, which has Orca: ``python3 orca_recorded.py RECORD FOLDER``. Everything
is Orca's own, but the client of the speech server: it writes one JSON line for each utterance
(``{"say": …}``) and for each time that the voice is cut (``{"cut": true}``).
"""

import html
import json
import re
import sys
import types
from enum import Enum
from typing import Any

_RECORD = open(sys.argv[1], "a", encoding="utf-8", buffering=1)  # noqa: SIM115 (until it is killed)


def _write(**line: Any) -> None:
    _RECORD.write(json.dumps(line, ensure_ascii=False) + "\n")


class CallbackType(Enum):
    BEGIN, CANCEL, END, INDEX_MARK, PAUSE, RESUME = "begin", "cancel", "end", "mark", "pause", "on"


class SSIPClient:
    """What Orca asks of a voice; what is not about words is accepted and forgotten."""

    def __init__(self, *_names: Any, **_more: Any) -> None:
        pass

    def speak(self, ssml: str, callback: Any = None, event_types: Any = None) -> None:
        words = html.unescape(re.sub(r"<[^>]*>", "", ssml)).strip()
        if words:
            _write(say=words)
        if callback is not None:
            callback(CallbackType.BEGIN)
            callback(CallbackType.END)

    def char(self, character: str) -> None:
        _write(say=character)

    def key(self, key: str) -> None:
        _write(say=key)

    def cancel(self) -> None:
        _write(cut=True)

    def list_output_modules(self) -> tuple[str, ...]:
        return ()

    def list_synthesis_voices(self) -> tuple[tuple[str, str, str], ...]:
        return ()

    def get_language(self) -> str:
        return "fr"

    def __getattr__(self, _name: str) -> Any:
        return lambda *_given, **_more: None


def _pencil() -> types.ModuleType:
    """Return a module that looks like ``speechd`` to Orca."""
    module = types.ModuleType("speechd")
    error = type("SSIPError", (Exception,), {})
    for name in ("SSIPCommunicationError", "SSIPCommandError"):
        setattr(module, name, type(name, (error,), {}))
    module.__dict__.update(
        SSIPClient=SSIPClient,
        CallbackType=CallbackType,
        Priority=types.SimpleNamespace(MESSAGE="message"),
        DataMode=types.SimpleNamespace(SSML="ssml", TEXT="text"),
        PunctuationMode=types.SimpleNamespace(ALL="all", MOST="most", SOME="some", NONE="none"),
    )
    return module


def _announce_a_reader() -> None:
    """Tell the desktop that a screen reader runs, as a desktop's settings do."""
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        given = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", given,
            None, Gio.DBusCallFlags.NONE, 20000, None,
        )  # fmt: skip


def main() -> int:
    sys.modules["speechd"] = _pencil()
    import gi

    gi.require_version("Atspi", "2.0")
    gi.require_version("Gdk", "3.0")
    gi.require_version("Gtk", "3.0")
    from gi.repository import GLib

    _announce_a_reader()
    from orca import settings

    # Before anything of Orca reads it: keys are said by the one who presses them here.
    settings.enableKeyEcho = False
    from orca import orca, settings_manager

    settings_manager.get_manager().activate(sys.argv[2], {})
    GLib.idle_add(lambda: _write(ready=_version()), priority=GLib.PRIORITY_LOW)
    return int(orca.main() or 0)


def _version() -> str:
    try:
        from orca import orca_platform

        return str(orca_platform.version)
    except (ImportError, AttributeError):
        return "?"


if __name__ == "__main__":
    sys.exit(main())

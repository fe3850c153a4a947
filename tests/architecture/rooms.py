"""The rooms of ``desktop_app/``: what each does and which arrows may leave it, said here only.

``python -m tests.architecture.rooms`` writes the table of ARCHITECTURE.md from it;
``test_imports.py`` compares both with the code.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "desktop_app"
PAGE = PROJECT / "ARCHITECTURE.md"
BEGIN, END = "<!-- rooms -->\n", "<!-- end of rooms -->\n"
HEAD = "| room | what it does | may import, of ours |\n|---|---|---|\n"

EVERYTHING = ("everything",)


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of ``desktop_app/``, or a module that stands beside them.

    ``may`` names what it may import of ours: a room with those inside it ("core"), the modules
    that stand in a folder of rooms ("core.*"), or one module ("core.errors").
    """

    does: str
    may: tuple[str, ...] = ()


ROOMS: dict[str, Room] = {
    "core.*": Room(
        "computes: no Qt, files, clock, randomness. Below its floors: errors, what a safe gives "
        "back, a finished PDF and its proof"
    ),
    "core.language": Room(
        "what a text or a condition of a pack may say; French typography", ("core.*",)
    ),
    "core.packs": Room(
        "packs as values: read, resolved, written; bodies", ("core.*", "core.language")
    ),
    "core.arguments": Room(
        "the bank of arguments: what a letter may plead, what its judge does not hear",
        ("core.*", "core.language", "core.packs"),
    ),
    "core.answers": Room(
        "a draft, as typed; checked, it becomes answers", ("core.*", "core.language", "core.packs")
    ),
    "core.deadlines": Room(
        "days computed from the law's data, each with its steps",
        ("core.*", "core.language", "core.packs", "core.arguments"),
    ),
    "core.received": Room(
        "what a letter received may say: words and their places → proposals",
        ("core.*", "core.packs", "core.answers", "core.deadlines"),
    ),
    "core.documents": Room(
        "final words: letters, values of boxes",
        ("core.*", "core.language", "core.packs", "core.answers"),
    ),
    "core.editions": Room(
        "two editions of one form: what is the same on both",
        ("core.*", "core.language", "core.packs"),
    ),
    "core.generic": Room(
        "boxes of a PDF that no pack knows → questions", ("core.*", "core.packs", "core.editions")
    ),
    "core.checks": Room(
        "what `pack check` says",
        (
            "core.*",
            "core.language",
            "core.packs",
            "core.arguments",
            "core.answers",
            "core.documents",
        ),
    ),
    "core.authoring": Room(
        "a form or a letter in the making: a gesture gives a new value",
        (
            "core.*",
            "core.language",
            "core.packs",
            "core.arguments",
            "core.answers",
            "core.documents",
            "core.generic",
            "core.checks",
        ),
    ),
    "messages": Room("the French words of every code"),
    "datafiles": Room("the one door to `forms/`, `translations/`, `resources/`, installed or not"),
    "hardening": Room(
        "the first call of every process: no core file, no debugger, no code that the surroundings "
        "choose",
        ("interpreter",),
    ),
    "interpreter": Room("how this very Python is started again, from a stick too"),
    "traces": Room(
        "what a session of a public terminal left: disk, memory, clipboard, print queue",
        ("core.errors", "core.terminal_trial", "interpreter"),
    ),
    "supervising": Room(
        "the window of a public terminal, started again each time it ends", ("interpreter",)
    ),
    "qt_needs": Room("what Qt needs from the system, asked before Qt is imported"),
    "windows_disk": Room("what Windows tells of a disk that refused: gone, or protected"),
    "files": Room(
        "reads regular files only, writes whole or not at all", ("core.errors", "windows_disk")
    ),
    "folders": Room(
        "what is in a folder, no file of it opened",
        ("core.errors", "core.file_names", "core.folder", "core.folding"),
    ),
    "carrying": Room(
        "papers carried away on a USB stick: all of them, read back there, or none",
        ("core.errors", "core.file_names", "core.folder", "files"),
    ),
    "own_folders": Room(
        "where what a person keeps is, on this computer or beside the program", ("datafiles",)
    ),
    "mode": Room(
        "home, association or public terminal, as the computer's manager wrote it",
        ("core.machine", "core.terminal", "datafiles", "files"),
    ),
    "settings": Room(
        "how a person likes the program; nothing about her",
        ("core.errors", "core.offset", "core.record", "files", "own_folders"),
    ),
    "compiling": Room(
        "compiles a catalogue; what is not translated is marked as French", ("core.record",)
    ),
    "i18n": Room(
        "translates, formats dates and amounts",
        (
            "compiling",
            "core.language.elision",
            "core.months",
            "core.spaces",
            "datafiles",
            "messages",
        ),
    ),
    "untrusted": Room(
        "the child process in which every PDF or photo from elsewhere is opened, with its limits",
        (
            "core.errors",
            "core.exclusive",
            "core.grouping",
            "core.rect",
            "core.table",
            "core.updates",
            "core.word_models",
            "hardening",
            "interpreter",
        ),
    ),
    "pdf": Room(
        "Document → Pdf: letters and sheets (typst; what a sheet says is handed over, "
        "`core/documents/sheet.py`), official forms (reportlab, pikepdf in the child), the proof "
        "(PDFium in another child); the words of a letter received (`received.py`)",
        (
            "core.*",
            "core.language",
            "core.documents",
            "core.editions",
            "core.generic",
            "core.received",
            "datafiles",
            "untrusted",
        ),
    ),
    "tables": Room("lists of people written for a spreadsheet, CSV and XLSX"),
    "safe": Room(
        "the encrypted archive: SQLCipher database, keys, backups. Knows people, dossiers, "
        "documents, events; nothing of forms",
        ("core.*", "files", "hardening"),
    ),
    "catalogue": Room(
        "reads and checks packs and the law's data; searches them",
        ("core", "datafiles", "files", "untrusted"),
    ),
    "delivered": Room(
        "what comes on a stick, program or packs: signed, verified whole, then put in place, the "
        "former kept",
        ("core.delivery", "core.errors", "core.folding", "core.invisible", "files"),
    ),
    "workflow.*": Room(
        "one function per thing a person does, in the rooms below; its tools are arguments "
        "(Protocols in `ports.py` and `store.py`; types alone of the safe's door)",
        ("core", "safe.access", "safe.door", "safe.known"),
    ),
    "workflow.guidance": Room(
        "which way: what presses, which delay, until when, what remains, what is at hand",
        ("core", "workflow.*"),
    ),
    "workflow.safes": Room(
        "a safe made, opened and kept; papers filed and found",
        ("core", "safe.door", "safe.known", "safe.system_keyring", "workflow.*"),
    ),
    "workflow.people": Room(
        "what is known of each person, addresses copied, signatures",
        ("core", "workflow.*", "workflow.safes"),
    ),
    "workflow.interview": Room(
        "what a draft answers, what is asked now, saved after each answer",
        ("core", "workflow.*", "workflow.guidance", "workflow.people"),
    ),
    "workflow.matter": Room(
        "the follow-up of a dossier: what happened, what is awaited, what may be written next",
        ("core", "workflow.*", "workflow.guidance", "workflow.interview", "workflow.safes"),
    ),
    "workflow.office": Room(
        "an office: its rules, helpers, whom it receives, what each may bring back, its figures",
        (
            "core",
            "workflow.*",
            "workflow.documents",
            "workflow.interview",
            "workflow.matter",
            "workflow.packs",
            "workflow.people",
            "workflow.safes",
        ),
    ),
    "workflow.documents": Room(
        "from a draft to finished pages: seen, made, read back, filed",
        (
            "core",
            "workflow.*",
            "workflow.guidance",
            "workflow.interview",
            "workflow.matter",
            "workflow.people",
            "workflow.safes",
        ),
    ),
    "workflow.packs": Room(
        "packs that people write: begun, checked, kept while unfinished, saved; those that come "
        "signed, on a stick",
        (
            "core",
            "workflow.*",
            "workflow.guidance",
            "workflow.interview",
            "workflow.documents",
            "workflow.safes",
        ),
    ),
    "workflow.trials": Room(
        "the whole journey with the real parts: demo, self-test",
        ("core", "workflow.*", "workflow.documents", "workflow.packs", "workflow.safes"),
    ),
    "sentences": Room(
        "facts → plain sentences, the same for the command line and the window: a deadline and its "
        "steps, what happened in a dossier, the ladder, hard cases, other editions, the agenda and "
        "its `.ics` file",
        ("core", "workflow", "i18n", "datafiles"),
    ),
    "printing": Room(
        "a document handed to a printing service of the system, and what becomes of it there",
        ("core.*", "workflow.*"),
    ),
    "scanning": Room(
        "a page from a scanner on USB, asked of the system's `scanimage`, which can open no "
        "connection",
        ("core.errors", "interpreter"),
    ),
    "pages": Room(
        "where one can go, and what a page says, as values",
        ("core", "workflow", "sentences", "i18n"),
    ),
    "cli": Room(
        "one file per command: arguments → workflow → report",
        (
            "core",
            "workflow",
            "sentences",
            "pages",
            "i18n",
            "messages",
            "datafiles",
            "files",
            "qt_needs",
            "supervising",
            "traces",
        ),
    ),
    "gui": Room(
        "the window, the only room that may import PySide6",
        (
            "core",
            "workflow",
            "printing",
            "sentences",
            "pages",
            "i18n",
            "interpreter",
            "settings",
            "datafiles",
            "files",
            "folders",
            "carrying",
            "own_folders",
        ),
    ),
    "wiring": Room("builds the real tools, each when first asked for", EVERYTHING),
    "__main__": Room("`papier-libre`: a command, or the window", EVERYTHING),
}


def room_of(module: str) -> str:
    """Return the room of a module ("core.packs.model"), "" when it has none in the table."""
    parts = module.split(".")
    inside = ".".join(parts[:2])
    if inside in ROOMS:
        return inside
    flat = f"{parts[0]}.*"
    return flat if flat in ROOMS and len(parts) < 3 else parts[0] if parts[0] in ROOMS else ""


def leads_to(arrow: str, module: str) -> bool:
    """Tell whether an arrow of the table, such as "core.*", leads to this module."""
    if arrow in EVERYTHING:
        return True
    if arrow.endswith(".*"):
        return room_of(module) == arrow
    return module == arrow or module.startswith(f"{arrow}.")


def _named(name: str) -> str:
    """Return a room as the page writes it."""
    path = name.removesuffix(".*").replace(".", "/")
    if name.endswith(".*"):
        return f"`{path}/*.py`"
    return f"`{path}/`" if (PACKAGE / path).is_dir() else f"`{path}.py`"


def table(rooms: Iterable[tuple[str, Room]]) -> str:
    """Return the rooms as a table of the page."""
    rows = (
        f"| {_named(name)} | {room.does} | {', '.join(map(_arrow, room.may)) or 'nothing'} |\n"
        for name, room in rooms
    )
    return HEAD + "".join(rows)


def _arrow(name: str) -> str:
    return name if name in EVERYTHING else _named(name)


def printed(page: str) -> str:
    """Return the page with the table as it is here."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}{table(ROOMS.items())}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(printed(PAGE.read_text("utf-8")), "utf-8")
    sys.exit(0)

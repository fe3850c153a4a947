"""What a child can be asked, by role: each role imports only the libraries it needs.

An operation is a function of the document and of what is asked; it returns data and raw frames.
Everything it needs is imported and tried here, before the sandbox closes.
"""

import importlib

from desktop_app.untrusted.ceilings import RECOGNITION
from desktop_app.untrusted.operations.rehearsal import (
    rehearse,
    tiny_model,
    tiny_pictures,
    tiny_tables,
)
from desktop_app.untrusted.operations.subject import Operation

ROLES: dict[str, dict[str, str]] = {
    # name -> module:function
    "form": {
        "open": "gate:accept",
        "inspect": "inspection:inspect",
        "labels": "inspection:labels",
        "begin": "writing:begin",
        "prepare": "writing:prepare",
        "write": "writing:write",
        "unlock": "writing:unlock",
        "lock": "writing:lock",
    },
    "pages": {
        "open": "gate:accept",
        "text": "pages:text",
        "render": "pages:render",
    },
    "updates": {
        "open": "gate:accept",
        "compare": "updates:compare",
    },
    "drafts": {
        "open": "gate:accept",
        "render": "pages:render",
        "replace": "pages:replace",
    },
    "detection": {
        "open": "gate:accept",
        "detect": "detecting:detect",
        "straight": "recognised:straight",
        "around": "around:around",
        "printed": "printed:printed",
    },
    "proof": {
        "open": "measuring:open_blank",
        "blank": "measuring:measure_blank",
        "expect": "expecting:expect",
        "measure": "measuring:measure",
    },
    "letter": {
        "open": "gate:accept",
        "words": "letter:words",
        "grey": "letter:grey",
    },
    "word-files": {
        "open": "word_files:accept",
        "model": "word_files:read",
        "change": "word_files:write",
    },
    RECOGNITION: {
        "recognise": "recognition:recognise",
    },
    "sheets": {
        "open": "pictures:accept",
        "sheet": "sheets:sheet",
    },
    "tables": {
        "open": "tables:accept",
        "rows": "tables:rows",
    },
    "pictures": {
        "open": "pictures:accept",
        "show": "pictures:show",
        "clean": "pictures:clean",
        "paper": "pictures:paper",
        "grey": "pictures:grey",
    },
}


def load(role: str) -> dict[str, Operation]:
    """Import a role's operations and everything they use, and do each of them once."""
    operations: dict[str, Operation] = {}
    for name, target in ROLES[role].items():
        module, function = target.split(":")
        imported = importlib.import_module(f"desktop_app.untrusted.operations.{module}")
        operations[name] = getattr(imported, function)
    if role in ("pictures", "sheets"):
        for picture in tiny_pictures():
            rehearse(operations, picture)
    elif role == "word-files":
        rehearse(operations, tiny_model())
    elif role == "tables":
        for table in tiny_tables():
            rehearse(operations, table)
    else:
        rehearse(operations)
    return operations

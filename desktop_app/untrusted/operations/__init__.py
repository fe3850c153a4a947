"""What a child can be asked, by role: each role imports only the libraries it needs.

An operation is a function of the document and of what is asked; it returns data and raw frames.
Everything it needs is imported here, before the sandbox closes.
"""

import codecs
import importlib
from collections.abc import Callable

from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

Operation = Callable[[Subject, Asked], Outcome]

ROLES: dict[str, dict[str, str]] = {
    # name -> module:function
    "form": {
        "open": "gate:accept",
        "inspect": "inspection:inspect",
        "labels": "inspection:labels",
        "write": "writing:write",
    },
    "pages": {
        "open": "gate:accept",
        "text": "pages:text",
        "render": "pages:render",
    },
    "proof": {
        "open": "measuring:open_blank",
        "blank": "measuring:measure_blank",
        "measure": "measuring:measure",
    },
    "attempts": {
        "open": "attempts:accept",
        "try": "attempts:attempt",
    },
}
# Codecs are modules: one that is looked up after the sandbox closed would be an error.
CODECS = (
    "ascii utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-8-sig latin-1 cp1252 mac-roman gbk "
    "unicode_escape raw_unicode_escape charmap idna hex base64 zlib pdfdoc"
)


def load(role: str) -> dict[str, Operation]:
    """Import a role's operations and everything they use."""
    operations: dict[str, Operation] = {}
    for name, target in ROLES[role].items():
        module, function = target.split(":")
        imported = importlib.import_module(f"desktop_app.untrusted.operations.{module}")
        operations[name] = getattr(imported, function)
        if name == "inspect":
            imported.prepare()
    for codec in CODECS.split():
        try:
            codecs.lookup(codec)
        except LookupError:
            continue
    return operations

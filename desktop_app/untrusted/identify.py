"""By what a blank form is recognised: never by its Cerfa number, which several files share.

With fields: their names, types and pages. Flat: the size of each page and its printed words, bare
of spaces and signs, so that a copy saved again by another tool is still known. Days are left out:
the Caf's site stamps on each copy the day it is fetched.
"""

import hashlib
import re

from desktop_app.untrusted.model import Form

LENGTH = 32  # hexadecimal digits kept
KNOWN_BY = 50  # pages
DAY = re.compile(r"\b[0-9]{2}/[0-9]{2}/[0-9]{4}\b")


def signature(form: Form) -> str:
    """Return the signature of a blank: ``fields:`` or ``pages:`` and a hash.

    A scan has no words: only a whole-file hash can know it, and its signature is empty.
    """
    if form.fields:
        lines = sorted(f"{one.name}\t{one.type}\t{one.page}" for one in form.fields)
        return "fields:" + _hash([str(len(form.pages)), *lines])
    if form.kind == "scanned" or not any(form.page_texts):
        return ""
    sizes = [f"{round(page.width)}x{round(page.height)}" for page in form.pages]
    return "pages:" + _hash([*sizes, *map(_words, form.page_texts[:KNOWN_BY])])


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, DAY.sub("", text).casefold()))


def sha256(data: bytes) -> str:
    """Return the fingerprint of a whole file."""
    return hashlib.sha256(data).hexdigest()


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]

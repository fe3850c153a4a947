"""By what a blank form is recognised: never by its Cerfa number, which several files share.

Its fields: their names, types and pages. Its paper: the size of each page and its printed words,
bare of spaces and signs, so that a copy saved again by another tool is still known. Days are left
out: the Caf's site stamps on each copy the day it is fetched. Neither is enough by itself, nor both
without their places: ``core/editions/identity.py`` decides.
"""

import hashlib
import re

from desktop_app.untrusted.model import Form

LENGTH = 32  # hexadecimal digits kept
KNOWN_BY = 50  # pages
DAY = re.compile(r"\b[0-9]{2}/[0-9]{2}/[0-9]{4}\b")


def fields_mark(form: Form) -> str:
    """Return the mark of a form's fields: ``fields:`` and a hash; empty when it has none."""
    if not form.fields:
        return ""
    lines = sorted(f"{one.name}\t{one.type}\t{one.page}" for one in form.fields)
    return "fields:" + _hash([str(len(form.pages)), *lines])


def words_mark(form: Form) -> str:
    """Return the mark of a form's pages: ``pages:`` and a hash; empty when it shows no words.

    A scan has none: only the hash of its whole file can know it.
    """
    if form.kind == "scanned" or not any(map(_words, form.page_texts)):
        return ""
    sizes = [f"{round(page.width)}x{round(page.height)}" for page in form.pages]
    return "pages:" + _hash([*sizes, *map(_words, form.page_texts[:KNOWN_BY])])


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, DAY.sub("", text).casefold()))


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]

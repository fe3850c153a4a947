"""A form's own words for a field that are not those of the page: what is printed is believed.

A tooltip is often copied from another field, and nobody who prints sees it. It says more than the
page, often ("Prénom du conjoint" beside "Prénom"): only what cannot be both loses.
"""

import re

from desktop_app.core.generic import wording
from desktop_app.core.generic.known import Known, recognise

SUITE = "(suite)"
"""After words that a box has from the one before it."""
FEW = 4  # words: what is printed is then the name of a box, and of no other one
_EXAMPLE = re.compile(r"^(par )?ex(emple)?\b")
_SIGNED = re.compile(r"^(signature|signe|cachet|tampon|visa|paraphe)\b")


def contradicted(tooltip: str, printed: str) -> bool:
    """Tell whether the words printed beside a box to write in say another thing than its tooltip.

    Both are clean, and empty when there are none.
    """
    if not printed or printed.endswith(SUITE) or " : " in printed:
        return False  # those of another box, or of a whole part
    said, read = wording.plain_words(tooltip), wording.plain_words(printed)
    beside = recognise(printed)
    if not _is_known(beside):
        return False
    if _EXAMPLE.match(said) or (_SIGNED.match(said) and not _SIGNED.search(read)):
        return True
    one, other = said.split(), read.split()
    if len(other) > FEW or set(one) & set(other):
        return False  # the tooltip says the same, and more
    own = recognise(tooltip)
    return bool(own.remember and beside.remember) and own.remember != beside.remember


def _is_known(what: Known) -> bool:
    return what.kind != "text" or bool(what.remember)

"""Puts pages of our own one behind the other, with a bookmark for each part.

Only for what this program made: pypdf runs here without the child process, so a file from
elsewhere, or a form filled on one, never comes through.
"""

import io
from collections.abc import Sequence

from desktop_app.core.pdf import Pdf


def merge(title: str, parts: Sequence[tuple[str, Pdf]]) -> Pdf:
    """Return one document; the same bytes for the same parts.

    Args:
        title: shown by readers; names nobody.
        parts: bookmark and pages of each, in order.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    for bookmark, part in parts:
        writer.append(PdfReader(io.BytesIO(part.data)), outline_item=bookmark, import_outline=False)
    writer.metadata = {"/Title": title}
    writer.root_object[NameObject("/Lang")] = TextStringObject("fr-FR")
    writer.page_mode = "/UseOutlines"
    out = io.BytesIO()
    writer.write(out)
    return Pdf(out.getvalue(), sum(part.pages for _, part in parts))

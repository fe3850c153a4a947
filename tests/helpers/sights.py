"""By what a blank of our own making is known, as its pack says it."""

from collections.abc import Sequence

from desktop_app.core.editions.identity import Sight
from desktop_app.core.packs.model import Numbers
from desktop_app.pdf.forms.sight import sight_of
from tests.helpers.forms import read_here


def seen(data: bytes) -> Sight:
    """Return what tells which blank a PDF is, read in this process."""
    return sight_of(read_here(data))


def marks(data: bytes) -> str:
    """Return the lines of ``[[blank]]`` that know a PDF, without its whole file."""
    sight = seen(data)
    lines = [
        f'signature = "{sight.signature}"',
        f'words = "{sight.words if sight.fields else ""}"',
        f"printed = {_rows(sight.printed)}",
        f"boxes = {_rows(sight.boxes)}",
    ]
    return "\n".join(lines) + "\n"


def _rows(pages: Sequence[Numbers]) -> str:
    return str([list(page) for page in pages])

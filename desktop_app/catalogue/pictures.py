"""The pictures of packs: whoever made them, they are drawn anew by the child process before use."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from desktop_app.catalogue.folders import PackFolder
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import AppError, Problem


@lru_cache(maxsize=8)
def drawn_anew(data: bytes) -> PrintedPicture:
    """Return a picture that holds its pixels alone; the last ones are kept.

    Raises:
        PictureRefused, ReaderDoesNotStart.
    """
    from desktop_app.untrusted.documents import clean_picture

    made = clean_picture(data)
    return PrintedPicture(made.data, made.width, made.height)


def wrong_pictures(folder: PackFolder, names: Collection[str]) -> Iterator[Problem]:
    """Yield why a picture of a pack cannot be used: what it is, never what its name says."""
    for name in sorted(names):
        try:
            drawn_anew(folder.picture(name))
        except AppError as refusal:
            yield Problem(refusal.wording, place=name, parameters=refusal.parameters)

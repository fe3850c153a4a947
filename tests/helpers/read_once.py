"""What lies in our ``forms/`` is read and checked once by each process of the tests.

The window of each test has a catalogue of its own, which read the same headers, packs and tables of
the law again: a tenth of the suite. The real functions read them, the first time; what they return
is frozen. Packs and law of any other folder are read each time, as the program does; so are the
list of packs and the words to search in, as soon as a person's folder holds one.
``tests/conftest.py`` installs this before a test module is read.
"""

import pickle
import tomllib
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from desktop_app import compiling
from desktop_app.catalogue import catalogue, groups, law_tables
from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.folders import packs_in
from desktop_app.core.packs.parse import Pack
from desktop_app.datafiles import data_root
from desktop_app.workflow.packs import checking

FORMS = data_root("forms")
LAW = FORMS / "law"
MOST = 1000  # texts: ours, and the latest of tests that make thousands
_PACKS: dict[str, Pack] = {}


def install() -> None:
    """Keep what is read of ``forms/``; and what is a function of a text alone."""
    pure = ((catalogue, "read_header"), (groups, "parse_group"), (checking, "parse_group"))
    for module, name in pure:
        setattr(module, name, lru_cache(MOST)(getattr(module, name)))
    for name in ("read", "bodies"):
        setattr(law_tables, name, _of_ours(getattr(law_tables, name)))
    tomllib.loads = _anew(tomllib.loads)
    compiling.compiled = lru_cache(MOST)(compiling.compiled)
    setattr(FolderCatalogue, "_read", _pack)  # noqa: B010 (mypy forbids the other way)
    for name in ("_index", "_searched"):
        shared = cached_property(_of_ours_alone(FolderCatalogue.__dict__[name].func))
        shared.__set_name__(FolderCatalogue, name)
        setattr(FolderCatalogue, name, shared)


def _anew(parse: Callable[..., Any]) -> Callable[..., Any]:
    """Parse a text once, and give each who asks tables of its own."""
    parsed = lru_cache(MOST)(lambda text: pickle.dumps(parse(text)))
    return lambda text, **how: parse(text, **how) if how else pickle.loads(parsed(text))


def _of_ours(read: Callable[[Traversable], Any]) -> Callable[[Traversable], Any]:
    ours = cache(lambda: read(LAW))
    return lambda root: ours() if root == LAW else read(root)


def _of_ours_alone(read: Callable[[FolderCatalogue], Any]) -> Callable[[FolderCatalogue], Any]:
    """Read once what a catalogue says that holds our packs and no other."""
    kept: list[Any] = []

    def shared(self: FolderCatalogue) -> Any:
        first, *others = self._roots or (None,)
        if first != FORMS or any(next(packs_in(root), None) for root in others):
            return read(self)
        if not kept:
            kept.append(read(self))
        return kept[0]

    return shared


def _pack(self: FolderCatalogue, name: str, read: Any = FolderCatalogue._read) -> Pack:
    entry = self._index[0].get(name)
    if entry is None or entry.folder.root != FORMS:
        return read(self, name)
    if name not in _PACKS:
        _PACKS[name] = read(self, name)
    return _PACKS[name]

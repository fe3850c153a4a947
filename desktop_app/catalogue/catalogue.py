"""The packs at hand: ours, then a person's own folder; read when used, broken ones set aside."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.catalogue import arguments, law_tables
from desktop_app.catalogue.folders import (
    ABBREVIATIONS,
    LETTERS,
    OFFICIAL,
    groups_in,
    groups_once,
    packs_in,
    packs_under,
    read_text,
)
from desktop_app.catalogue.groups import Groups
from desktop_app.catalogue.headers import read_header
from desktop_app.catalogue.outside import matters_in
from desktop_app.catalogue.pictures import drawn_anew, wrong_pictures
from desktop_app.catalogue.search import Index
from desktop_app.catalogue.words import speech_in
from desktop_app.core.arguments.model import NO_BANK
from desktop_app.core.documents.abbreviations import (
    NO_ABBREVIATIONS,
    read_abbreviations,
)
from desktop_app.core.editions.identity import NOTHING, is_blank
from desktop_app.core.errors import (
    InvalidPack,
    PackFolderClosed,
    PackFolderWanted,
    PackNameTaken,
    Problem,
    UnknownPack,
)
from desktop_app.core.packs.bodies import Bodies
from desktop_app.core.packs.files import FORM_FILE, LETTER_FILE
from desktop_app.core.packs.listed import BrokenPack, PackTexts, living_way
from desktop_app.core.packs.model import (
    FormDefinition,
    LetterDefinition,
)
from desktop_app.core.packs.often import NO_ORDER, read_often
from desktop_app.core.packs.parse import parse_pack
from desktop_app.files import FileMissing, NotWritten, write_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from desktop_app.catalogue.folders import (
        PackFolder,
    )
    from desktop_app.catalogue.index import PackIndex, Written
    from desktop_app.core.arguments.model import Bank
    from desktop_app.core.documents.abbreviations import (
        Abbreviations,
    )
    from desktop_app.core.documents.model import PrintedPicture
    from desktop_app.core.editions.identity import Sight
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.core.packs.model import (
        Blank,
        FieldMap,
        QuestionGroup,
    )
    from desktop_app.core.packs.often import Often
    from desktop_app.core.packs.parse import Pack

_MARK = re.compile(rb"\b(?:(?:fields|pages):[0-9a-z]+|[0-9a-f]{64})\b")
ANY_BODY, SAME_BODY = 0.7, 0.5
"""Share of the score of a withdrawn form under which a pack in use is no answer to the words."""


_NUMBER = re.compile(rb'(?m)^number = "(\d+)"')
_FIELD = re.compile(rb'(?m)^field = "(.*)"')


@dataclass(frozen=True, slots=True)
class _Entry:
    """A pack at hand; of a form: its number, and the marks in its text, perhaps of its blanks.

    ``written``: what the index has of it, unless it changed since.
    """

    item: CatalogueItem
    folder: PackFolder
    marks: frozenset[str] = frozenset()
    number: str = ""
    written: Written | None = None


class FolderCatalogue:
    """Implements ``workflow.ports.Catalogue`` over folders.

    Args:
        roots: folders shaped like ``forms/``; an id of an earlier one wins, so that no folder of a
            person can take the place of a pack of ours.
        own: the person's own folder, read last; packs are saved there. None saves nothing.
        renewed: folders that renew those of the first root, read before it: signed by the
            publishers of the program. What is a whole there (law, words of the search) is taken
            from the first that has it.
        written: the index of one of these folders, where it has been made.
    """

    def __init__(
        self,
        *roots: Traversable,
        own: Path | None = None,
        renewed: Sequence[Traversable] = (),
        written: PackIndex | None = None,
    ) -> None:
        self._roots = (*renewed, *roots) if own is None else (*renewed, *roots, own)
        self._ours = (*renewed, *roots[:1])
        self._own = own
        self._written = written
        self._packs: dict[str, Pack] = {}

    @cached_property
    def _index(self) -> tuple[Mapping[str, _Entry], tuple[BrokenPack, ...]]:
        entries: dict[str, _Entry] = {}
        broken: list[BrokenPack] = []
        for folder, written in self._folders():
            if written is not None and written.item.id not in entries:
                entries[written.item.id] = _Entry(
                    written.item, folder, written.marks, written.number, written
                )
                continue
            try:
                raw = read_text(folder.folder, folder.main)
                item = read_header(raw, folder.main)
                if item.id != folder.id:
                    raise _refusal("pack-other-folder", folder.main, id=folder.id)
                if item.id in entries:
                    raise _refusal("pack-id-taken", folder.main)
            except InvalidPack as refusal:
                broken.append(BrokenPack(folder.id, str(folder.folder), tuple(refusal.problems)))
            else:
                item = replace(item, own=folder.root == self._own)
                entries[item.id] = _entry(item, folder, raw)
        items = {name: entry.item for name, entry in entries.items()}
        for name, item in items.items():
            if item.former and (living := living_way(item, items)):
                entries[name] = replace(entries[name], item=replace(item, living=living))
        return entries, tuple(broken)

    def _folders(self) -> Iterator[tuple[PackFolder, Written | None]]:
        for root in self._roots:
            if self._written is not None and root == self._written.root:
                yield from self._written.packs()
            else:
                yield from ((folder, None) for folder in packs_in(root))

    def entries(self) -> Iterator[tuple[CatalogueItem, PackFolder, str, frozenset[str]]]:
        """Yield each pack at hand, its folder, its number and the marks of its blanks."""
        for one in self._index[0].values():
            yield one.item, one.folder, one.number, one.marks

    def checked(self, pack: str) -> None:
        """Read a pack and check it, whatever is known of it.

        Raises:
            UnknownPack, InvalidPack.
        """
        self._pack(pack)

    @property
    def _listed(self) -> list[CatalogueItem]:
        return [entry.item for entry in self._index[0].values()]

    @cached_property
    def _searched(self) -> Index:
        if not self._roots:
            return Index(self._listed)
        ours = self._holder("search")
        return Index(self._listed, speech_in(ours), matters_in(ours))

    def _holder(self, folder: str) -> Traversable:
        """Return the first root of ours that holds this folder."""
        return next((one for one in self._ours if (one / folder).is_dir()), self._roots[0])

    @property
    def broken(self) -> tuple[BrokenPack, ...]:
        """Return the packs whose first lines cannot even be read."""
        return self._index[1]

    def search(self, text: str = "", kind: str = "") -> Sequence[CatalogueItem]:
        """Return the packs that answer a person's words, the best first; all without words.

        Forms that the office no longer takes come last.
        """
        # The words of the packs are indexed at the first search only.
        found = self._searched.search(text) if text else self._listed
        items = [one for one in found if kind in ("", one.kind)]
        return _in_use_first(items) if text else sorted(items, key=lambda item: item.former)

    def outside(self, text: str) -> str | None:
        """Return the matter that these words are about when no pack is; None when one answers."""
        return self._searched.outside(text) if text else None

    def letter(self, pack: str) -> LetterDefinition:
        """Return a letter, resolved.

        Raises:
            UnknownPack: no letter has this id.
            InvalidPack: it is broken.
        """
        found = self._pack(pack)
        if not isinstance(found.definition, LetterDefinition):
            raise UnknownPack(kind=found.kind)
        from desktop_app.core.arguments.plead import plead
        from desktop_app.core.packs.resolve import resolve  # not to list what there is

        pleading = plead(found.definition, self._bank_of(found))
        return resolve(pleading, self.groups, self.bodies)

    def form(self, pack: str) -> FormDefinition:
        """Return a form, resolved; raises as ``letter``."""
        found = self._pack(pack)
        if not isinstance(found.definition, FormDefinition):
            raise UnknownPack(kind=found.kind)
        from desktop_app.core.packs.resolve import resolve

        return resolve(found.definition, self.groups)

    def field_map(self, pack: str, edition: str = "", *, file: str = "") -> FieldMap:
        """Return the boxes of an edition; of the pack's own edition when none is named.

        Several blanks may be of one edition, each with its map: ``file`` names the one meant.

        Raises:
            UnknownPack: no form has this id, or it has no map of this edition.
            InvalidPack: it is broken.
        """
        found = self._pack(pack)
        if not isinstance(found.definition, FormDefinition):
            raise UnknownPack(kind=found.kind)
        wanted = edition or found.definition.edition
        for name, (field_map, _) in found.maps.items():
            if field_map.edition == wanted and file in ("", name):
                return field_map
        raise UnknownPack(edition=found.definition.edition)

    def field_maps(self, pack: str) -> tuple[FieldMap, ...]:
        """Return the boxes of every known blank of a form, the pack's own edition first."""
        own = self.form(pack).edition
        maps = (field_map for field_map, _ in self._pack(pack).maps.values())
        return tuple(sorted(maps, key=lambda one: one.edition != own))

    def recognise(self, data: bytes, seen: Sight = NOTHING) -> tuple[FormDefinition, str] | None:
        """Return the form and the edition of a blank; see ``known_blank``."""
        found = self.known_blank(data, seen)
        return (found[0], found[1].edition) if found else None

    def known_blank(
        self, data: bytes, seen: Sight = NOTHING
    ) -> tuple[FormDefinition, Blank] | None:
        """Return the form that a PDF is a blank of: by its SHA-256, or else by all that is seen.

        Args:
            data: the whole PDF; may be empty when only what is seen of it is known.
        """
        digest = hashlib.sha256(data).hexdigest() if data else ""
        for entry in self._index[0].values():
            if entry.marks.isdisjoint((digest, seen.signature)):
                continue  # nearly every form is another one, and is not read
            form = self.form(entry.item.id)
            for blank in form.blank:
                if digest in blank.sha256 or is_blank(blank, seen):
                    return form, blank
        return None

    def may_resemble(
        self, numbers: Collection[str], words: str, names: Collection[str]
    ) -> Sequence[str]:
        """Return the forms that a blank may be another edition of: no other has to be read.

        Args:
            numbers: printed on it, without their editions.
            words: the mark of its words.
            names: of its fields.
        """
        asked = frozenset(one.encode("utf-8", "replace") for one in names)
        forms = (self._index[0][item.id] for item in self.search("", "form"))
        return [
            entry.item.id
            for entry in forms
            if (entry.number and entry.number in numbers)
            or words in entry.marks
            or not asked.isdisjoint(self._names_in(entry) if asked else ())
        ]

    def _names_in(self, entry: _Entry) -> frozenset[bytes]:
        if self._written is not None and entry.written is not None:
            found = self._written.names(entry.folder, entry.written)
            if found is not None:
                return found
        return names_in(entry.folder)

    def is_own(self, pack: str) -> bool:
        """Tell whether a pack lies in the person's own folder."""
        entry = self._index[0].get(pack)
        return entry is not None and entry.item.own

    def keep_pack(self, pack: str, texts: Mapping[str, bytes]) -> str:
        """Save a pack in the person's own folder, whole or not at all; it is known from now on.

        Returns: its folder.

        Raises:
            PackNameTaken: a pack that is not the person's own has this id.
            NotWritten, DiskFull, ReadOnly: nothing was written.
        """
        if self._own is None:
            raise NotWritten
        if pack in self._index[0] and not self.is_own(pack):
            raise PackNameTaken
        folder = self._own / (LETTERS if LETTER_FILE in texts else OFFICIAL) / pack
        write_folder(folder, texts)
        self._forget()
        return str(folder)

    def _forget(self) -> None:
        """Read the folders again when next asked."""
        for name in ("_index", "_searched", "groups"):
            self.__dict__.pop(name, None)
        self._packs.clear()

    def texts_under(self, path: str) -> Sequence[PackTexts]:
        """Return the texts of the pack at a path, or of all packs of the folders below it.

        Raises:
            FileMissing: nothing has this name.
            PackFolderWanted, PackFolderClosed: it is no folder, or may not be read.
        """
        place = Path(path)
        try:
            if not place.is_dir():
                raise PackFolderWanted if place.exists() else FileMissing
            next(place.iterdir(), None)
        except PermissionError as closed:
            raise PackFolderClosed from closed
        return [self._texts(found) for found in packs_under(place)]

    def all_texts(self) -> Sequence[PackTexts]:
        """Return the texts of every pack at hand."""
        shared = groups_once()  # and not for each of two hundred packs
        return [self._texts(found, shared) for root in self._roots for found in packs_in(root)]

    def texts(self, pack: str) -> PackTexts:
        """Return the texts of a pack.

        Raises:
            UnknownPack, InvalidPack.
        """
        entry = self._index[0].get(pack)
        if entry is None:
            raise self._unknown(pack)
        return self._texts(entry.folder)

    def picture(self, pack: str, name: str) -> PrintedPicture:
        """Return a picture of a pack, drawn anew by the child process; it is kept in memory.

        Raises:
            UnknownPack, FileMissing, FileTooBig, FileUnreadable, PictureRefused.
        """
        entry = self._index[0].get(pack)
        if entry is None:
            raise self._unknown(pack)
        return drawn_anew(entry.folder.picture(name))

    @property
    def group_texts(self) -> Mapping[str, bytes]:
        """Return the texts of the shared groups, by file name; those of ours win."""
        found: dict[str, bytes] = {}
        for root in reversed(self._roots):
            found |= groups_in(root)
        return found

    @cached_property
    def groups(self) -> Mapping[str, QuestionGroup]:
        """The shared groups of questions; those of ours win, and a broken one is left out."""
        return Groups(self._roots)

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """The words that may be abbreviated: ours; none where the folder does not say."""
        if not self._roots or not (self._holder(ABBREVIATIONS) / ABBREVIATIONS).is_dir():
            return NO_ABBREVIATIONS
        ours = self._holder(ABBREVIATIONS)
        return read_abbreviations(read_text(ours, f"{ABBREVIATIONS}/words.toml"))

    @cached_property
    def often(self) -> Often:
        """In which order cases are listed; none where the folder does not say."""
        file = self._holder("search") / "search" / "often.toml" if self._roots else None
        return read_often(file.read_bytes()) if file is not None and file.is_file() else NO_ORDER

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies that letters are written to: those of our law."""
        return law_tables.bodies(self._holder("law") / "law") if self._roots else Bodies()

    @cached_property
    def bank(self) -> Bank:
        """The arguments that letters may plead: those of our law."""
        return arguments.bank(self._holder("law") / "law") if self._roots else NO_BANK

    def _bank_of(self, pack: Pack) -> Bank:
        """Return the bank for a letter that pleads: no other one waits for it to be read."""
        from desktop_app.core.arguments.plead import pleads

        return self.bank if pleads(pack.definition) else NO_BANK

    def _texts(
        self,
        found: PackFolder,
        shared: Callable[[Traversable], Mapping[str, bytes]] = groups_in,
    ) -> PackTexts:
        own = shared(found.root) if found.root is not None else {}
        groups: dict[str, bytes] = {}
        for root in reversed(self._ours):
            groups |= shared(root)
        groups |= own
        try:
            texts, pictures = found.texts(), found.pictures()
        except InvalidPack as refusal:
            return PackTexts(found.id, str(found.folder), {}, groups, tuple(refusal.problems))
        wrong = tuple(wrong_pictures(found, pictures))
        return PackTexts(found.id, str(found.folder), texts, groups, wrong, pictures)

    def _pack(self, name: str) -> Pack:
        if name not in self._packs:
            self._packs[name] = self._read(name)
        return self._packs[name]

    def _read(self, name: str) -> Pack:
        entry = self._index[0].get(name)
        if entry is None:
            raise self._unknown(name)
        texts = entry.folder.texts()
        texts = {key: raw for key, raw in texts.items() if not key.startswith("examples/")}
        pack = parse_pack(texts, entry.folder.pictures())
        if self._was_checked(entry):
            return pack
        from desktop_app.core.checks import Known, check  # a pack of elsewhere, or that changed

        known = Known(self.groups, bodies=self.bodies, bank=self._bank_of(pack))
        problems = check(pack, known, whole=False)
        if problems:
            raise InvalidPack(problems, n=len(problems))
        return pack

    def _was_checked(self, entry: _Entry) -> bool:
        """Tell whether the index says so; not where what packs share may come from elsewhere."""
        if self._written is None or entry.written is None or self._roots[0] != self._written.root:
            return False
        return self._written.is_checked(entry.folder, entry.written)

    def _unknown(self, name: str) -> Exception:
        from difflib import get_close_matches

        for lost in self.broken:
            if lost.id == name:
                return InvalidPack(lost.problems, n=len(lost.problems))
        near = get_close_matches(name, self._index[0], 1) or [
            found.id for found in self._searched.search(name.replace("-", " "))
        ]
        return UnknownPack(near=near[0]) if near else UnknownPack()


def _entry(item: CatalogueItem, folder: PackFolder, raw: bytes) -> _Entry:
    if folder.main != FORM_FILE:
        return _Entry(item, folder)
    number = _NUMBER.search(raw)
    return _Entry(item, folder, _marks(raw), number[1].decode() if number else "")


def names_in(folder: PackFolder) -> frozenset[bytes]:
    """Return the names of the fields in the maps of a form, by their text alone."""
    try:
        texts = folder.texts()
    except InvalidPack:
        return frozenset()  # it is said elsewhere
    found = (one for raw in texts.values() for one in _FIELD.findall(raw))
    return frozenset(one.replace(b'\\"', b'"').replace(b"\\\\", b"\\") for one in found)


def _marks(raw: bytes) -> frozenset[str]:
    """Return the fingerprints written in the text of a form: of its files, fields and words."""
    return frozenset(mark.decode() for mark in _MARK.findall(raw))


def _in_use_first(items: Sequence[CatalogueItem]) -> Sequence[CatalogueItem]:
    """Put forms that are no longer taken after every living way.

    Where one of them answers best, what it names ``instead`` comes first, and what hardly answers
    beside it is left out: it would stand before the form, and is no way.
    """
    if not items or not items[0].former:
        return sorted(items, key=lambda item: item.former)
    best = items[0]
    near = (item for item in items if item.former and item.score >= best.score * ANY_BODY)
    named = {name for item in near for name in item.instead}
    answering = [
        item
        for item in items
        if item.former
        or item.id in named
        or item.score >= best.score * (SAME_BODY if item.family == best.family else ANY_BODY)
    ]
    return sorted(answering, key=lambda item: (item.former, item.id not in best.instead))


def _refusal(code: str, place: str, **parameters: str) -> InvalidPack:
    return InvalidPack([Problem(code, place=place, parameters=parameters)], n=1)

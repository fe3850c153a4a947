"""Making a letter of one's own from one at hand: its copy, its check, keeping it."""

import contextlib
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.answers.draft import Answers
from desktop_app.core.arguments.model import NO_BANK
from desktop_app.core.arguments.plead import pleads
from desktop_app.core.authoring.first import free_id
from desktop_app.core.authoring.letter import (
    EditedLetter,
    copied,
    entitled,
    named,
    pictures_of,
    with_head,
)
from desktop_app.core.authoring.letter_pack import letter_texts
from desktop_app.core.deadlines.law import Law
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import InvalidPack, PackNotOwn
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.model import LetterDefinition, Letterhead
from desktop_app.core.packs.parse import parse_pack
from desktop_app.workflow.documents.preparing import deadline_of, is_over
from desktop_app.workflow.packs.checking import CheckedPack, check_texts
from desktop_app.workflow.packs.own_forms import names_taken
from desktop_app.workflow.ports import Catalogue


def copy_letter(catalogue: Catalogue, pack: str, title: str) -> EditedLetter:
    """Return a copy of a letter under this title; nothing is written.

    Raises:
        UnknownPack: no letter has this id.
        InvalidPack: it is broken.
    """
    letter = reopen_letter(catalogue, pack)
    return entitled(copied(letter.definition, letter.examples, letter.logo), title)


def reopen_letter(catalogue: Catalogue, pack: str) -> EditedLetter:
    """Return a letter as its files say it, to be changed.

    Raises: as ``copy_letter``, and as ``Catalogue.picture``.
    """
    catalogue.letter(pack)
    found = catalogue.texts(pack)
    read = parse_pack(found.texts, found.pictures)
    assert isinstance(read.definition, LetterDefinition)
    examples = {name: example for name, (example, _file) in read.examples.items()}
    logo = read.definition.letterhead.logo
    drawn = catalogue.picture(pack, logo) if logo else None
    return EditedLetter(definition=read.definition, examples=examples, logo=drawn)


def _texts(letter: EditedLetter, catalogue: Catalogue, law: Law) -> Mapping[str, bytes]:
    def is_late(definition: LetterDefinition, answers: Answers, day: dt.date) -> bool:
        return is_over(deadline_of(law, definition, answers, day), day)

    bank = law.bank if pleads(letter.definition) else NO_BANK
    return letter_texts(letter, catalogue.groups, catalogue.bodies, is_late, bank)


def letter_files_for(
    letter: EditedLetter,
    catalogue: Catalogue,
    law: Law,
    *,
    taken: Collection[str],
    name: str = "",
) -> tuple[str, Mapping[str, bytes]]:
    """Return the id of a letter and the files of its pack, once they pass the check.

    Args:
        taken: ids that it may not have.
        name: the id under which it was saved before, which never changes; "" the first time.

    Raises:
        InvalidPack: something is to be corrected.
    """
    name = name or free_id(letter.definition.title, taken)
    letter = named(letter, name)
    texts = _texts(letter, catalogue, law)
    checked = _checked(letter, texts, catalogue, law)
    if not checked.ok:
        raise InvalidPack(checked.problems, n=len(checked.problems))
    return name, {**texts, **pictures_of(letter)}


def keep_letter(
    letter: EditedLetter, catalogue: Catalogue, law: Law, *, name: str = ""
) -> tuple[str, str]:
    """Save a letter of the person's own; return its id and its folder. As ``letter_files_for``.

    Raises:
        InvalidPack, NotWritten, DiskFull, ReadOnly: nothing was written.
    """
    taken = names_taken(catalogue)
    name, files = letter_files_for(letter, catalogue, law, taken=taken, name=name)
    return name, catalogue.keep_pack(name, files)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a letter of one's own, which others may take."""

    title: str
    lines: tuple[str, ...]
    logo: PrintedPicture | None


def heads(catalogue: Catalogue, *, but: str = "") -> tuple[Head, ...]:
    """Return the heads of the person's own letters, each once; of all letters ``but`` this one."""
    found: dict[tuple[object, ...], Head] = {}
    for pack in own_letters(catalogue):
        definition = catalogue.letter(pack)
        if pack == but or definition.letterhead == Letterhead():
            continue
        logo, lines = definition.letterhead.logo, definition.letterhead.lines
        drawn = catalogue.picture(pack, logo) if logo else None
        found.setdefault((lines, drawn), Head(definition.title, lines, drawn))
    return tuple(found.values())


def own_letters(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the person's own letters that can be used."""
    found = []
    for item in catalogue.search(kind="letter"):
        if item.own:
            with contextlib.suppress(InvalidPack):  # it is listed as broken where models are
                catalogue.letter(item.id)
                found.append(item.id)
    return tuple(found)


def put_head(
    catalogue: Catalogue,
    law: Law,
    lines: Sequence[str],
    logo: PrintedPicture | None,
    packs: Sequence[str],
) -> tuple[str, ...]:
    """Put a head on letters of the person's own; return those that were changed.

    Each is written whole or not at all, one after the other.

    Raises:
        UnknownPack, PackNotOwn: one of them is no letter, or not hers; none was changed then.
        InvalidPack: the head does not pass the check.
        NotWritten, DiskFull, ReadOnly.
    """
    before = {pack: reopen_letter(catalogue, pack) for pack in packs}
    if not all(map(catalogue.is_own, packs)):
        raise PackNotOwn
    after = {pack: with_head(letter, lines, logo) for pack, letter in before.items()}
    changed = tuple(pack for pack in packs if after[pack] != before[pack])
    for pack in changed:
        keep_letter(after[pack], catalogue, law, name=pack)
    return changed


def spread_head(
    catalogue: Catalogue, law: Law, letter: EditedLetter, *, but: str = ""
) -> tuple[str, ...]:
    """Put the head of a letter on all others of the person's own; return those that changed.

    ``but``: its own id. Raises as ``put_head``.
    """
    others = [one for one in own_letters(catalogue) if one != but]
    lines = letter.definition.letterhead.lines
    return put_head(catalogue, law, lines, letter.logo, others)


def _checked(
    letter: EditedLetter, texts: Mapping[str, bytes], catalogue: Catalogue, law: Law
) -> CheckedPack:
    definition = letter.definition
    pack = PackTexts(
        definition.id,
        definition.title,
        texts,
        catalogue.group_texts,
        pictures=frozenset(pictures_of(letter)),
    )
    return check_texts(pack, law)

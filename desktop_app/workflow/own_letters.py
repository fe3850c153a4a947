"""Making a letter of one's own from one at hand: its copy, its check, keeping it."""

from collections.abc import Collection, Mapping

from desktop_app.core.authoring.first import free_id
from desktop_app.core.authoring.letter import EditedLetter, copied, entitled, named
from desktop_app.core.authoring.letter_pack import letter_texts
from desktop_app.core.deadlines.law import Law
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.definitions.parse import parse_pack
from desktop_app.core.errors import InvalidPack
from desktop_app.workflow.authoring import names_taken
from desktop_app.workflow.packs import CheckedPack, check_texts
from desktop_app.workflow.ports import Catalogue, PackTexts


def copy_letter(catalogue: Catalogue, pack: str, title: str) -> EditedLetter:
    """Return a copy of a letter under this title; nothing is written.

    Raises:
        UnknownPack: no letter has this id.
        InvalidPack: it is broken.
    """
    letter = reopen_letter(catalogue, pack)
    return entitled(copied(letter.definition, letter.examples), title)


def reopen_letter(catalogue: Catalogue, pack: str) -> EditedLetter:
    """Return a letter as its files say it, to be changed; raises as ``copy_letter``."""
    catalogue.letter(pack)
    read = parse_pack(catalogue.texts(pack).texts)
    assert isinstance(read.definition, LetterDefinition)
    examples = {name: example for name, (example, _file) in read.examples.items()}
    return EditedLetter(definition=read.definition, examples=examples)


def check_letter(letter: EditedLetter, catalogue: Catalogue, law: Law) -> CheckedPack:
    """Check a letter as ``pack check`` does; nothing is written."""
    return _checked(
        letter, letter_texts(letter, catalogue.groups, catalogue.bodies), catalogue, law
    )


def letter_texts_for(
    letter: EditedLetter,
    catalogue: Catalogue,
    law: Law,
    *,
    taken: Collection[str],
    name: str = "",
) -> tuple[str, Mapping[str, bytes]]:
    """Return the id of a letter and its texts, once they pass the check.

    Args:
        taken: ids that it may not have.
        name: the id under which it was saved before, which never changes; "" the first time.

    Raises:
        InvalidPack: something is to be corrected.
    """
    name = name or free_id(letter.definition.title, taken)
    letter = named(letter, name)
    texts = letter_texts(letter, catalogue.groups, catalogue.bodies)
    checked = _checked(letter, texts, catalogue, law)
    if not checked.ok:
        raise InvalidPack(checked.problems, n=len(checked.problems))
    return name, texts


def keep_letter(
    letter: EditedLetter, catalogue: Catalogue, law: Law, *, name: str = ""
) -> tuple[str, str]:
    """Save a letter of the person's own; return its id and its folder. As ``letter_texts_for``.

    Raises:
        InvalidPack, NotWritten, DiskFull, ReadOnly: nothing was written.
    """
    taken = names_taken(catalogue)
    name, texts = letter_texts_for(letter, catalogue, law, taken=taken, name=name)
    return name, catalogue.keep_pack(name, texts)


def _checked(
    letter: EditedLetter, texts: Mapping[str, bytes], catalogue: Catalogue, law: Law
) -> CheckedPack:
    definition = letter.definition
    pack = PackTexts(definition.id, definition.title, texts, catalogue.group_texts)
    return check_texts(pack, law)

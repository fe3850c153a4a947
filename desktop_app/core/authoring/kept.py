"""A form or a letter in the making as JSON, for the safe: what a crash must not take."""

import json
from collections.abc import Mapping
from typing import Annotated

import msgspec

from desktop_app.core.answers.draft_json import DraftNewer, DraftTooLong, DraftUnreadable
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.packs.lean import lean
from desktop_app.core.packs.model import Question

VERSION = 1
PREFIX = "modele-"
"""Of what a draft is said to answer, when it is a model in the making."""
LONGEST = 900_000
"""Longest JSON, in characters: under what the safe accepts."""


class KeptModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the two, and what its screen needs to go on.

    Attributes:
        name: its id, once it was saved as a pack.
        selected: the box in hand.
        origin: id of the letter that it was begun from.
        questions: those of the letter, by name.
        typing: a paragraph's place, and the words being typed in it, perhaps not fit for it yet.
    """

    form: EditedForm | None = None
    letter: EditedLetter | None = None
    name: str = ""
    selected: int = 0
    origin: str = ""
    questions: Mapping[str, Question] = msgspec.field(default_factory=dict)
    typing: tuple[int, str] | None = None
    version: Annotated[int, msgspec.Meta(ge=1)] = VERSION

    @property
    def title(self) -> str:
        """What a person calls it."""
        if self.form is not None:
            return self.form.header.title
        return self.letter.definition.title if self.letter is not None else ""

    def called(self, name: str) -> "KeptModel":
        """Return the model of a pack that has this id; one that it had already stays."""
        return msgspec.structs.replace(self, name=self.name or name)


def write_kept(model: KeptModel) -> str:
    """Return the JSON of a model; undo is not in it.

    Raises:
        DraftTooLong.
    """
    content = msgspec.to_builtins({**lean(model), "version": model.version})
    # ASCII only: half a surrogate pair, which a keyboard can give, is no UTF-8.
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    if len(text) > LONGEST:
        raise DraftTooLong(limit=LONGEST)
    return text


def read_kept(text: str) -> KeptModel:
    """Return the model of a JSON text.

    Raises:
        DraftNewer: a newer version wrote it.
        DraftUnreadable: it is no model.
    """
    try:
        content = json.loads(text)
        if isinstance(content, dict) and _newer(content.get("version")):
            raise DraftNewer
        model = msgspec.convert(content, KeptModel)
    except (ValueError, RecursionError) as wrong:
        raise DraftUnreadable from wrong
    if (model.form is None) == (model.letter is None):
        raise DraftUnreadable
    return model


def _newer(version: object) -> bool:
    return type(version) is int and version > VERSION

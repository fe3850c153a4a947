"""A letter of one's own -> the texts of its pack, its examples expecting what it says now."""

import datetime as dt
from collections.abc import Callable, Mapping

import msgspec

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.arguments.model import NO_BANK, Bank
from desktop_app.core.arguments.plead import plead
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.checks.examples import even, letter_text
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.errors import InvalidAnswers
from desktop_app.core.language.syntax import Refused
from desktop_app.core.packs.bodies import Bodies
from desktop_app.core.packs.files import LETTER_FILE
from desktop_app.core.packs.model import LetterDefinition, QuestionGroup
from desktop_app.core.packs.parse import Example, ParagraphChanges
from desktop_app.core.packs.resolve import NO_BODIES, resolve
from desktop_app.core.packs.write import write_toml

IsLate = Callable[[LetterDefinition, Answers, dt.date], bool]


def letter_texts(
    letter: EditedLetter,
    groups: Mapping[str, QuestionGroup],
    bodies: Bodies = NO_BODIES,
    is_late: IsLate = lambda *_: False,
    bank: Bank = NO_BANK,
) -> Mapping[str, bytes]:
    """Return the texts of the pack; one that cannot be composed keeps its examples as they were.

    ``is_late`` tells whether the last legal day of an example is over, as the law at hand has it.
    """
    definition = resolve(plead(letter.definition, bank), groups, bodies)
    texts = {LETTER_FILE: write_toml(letter.definition)}
    for name, example in letter.examples.items():
        texts[name] = write_toml(_following(definition, example, is_late))
    return texts


def _following(definition: LetterDefinition, example: Example, is_late: IsLate) -> Example:
    """Return an example that expects what the letter says now: words that left are not awaited."""
    example = msgspec.structs.replace(example, paragraphes=_still_there(definition, example))
    try:
        answers = validate(definition, _draft(definition.id, example), example.today)
        late = is_late(definition, answers, example.today)
        document = compose_letter(definition, answers, example.today, late=late)
    except (InvalidAnswers, Refused):  # the check tells why
        return example
    text = even(letter_text(document))
    expected = msgspec.structs.replace(
        example.expected,
        paragraphs=tuple(one.id for one in document.paragraphs),
        facts=tuple(one for one in example.expected.facts if even(one) in text),
        absent=tuple(one for one in example.expected.absent if even(one) not in text),
        missing=tuple(one.question for one in document.missing),
    )
    return msgspec.structs.replace(example, expected=expected)


def _still_there(definition: LetterDefinition, example: Example) -> ParagraphChanges:
    names = {one.id for one in definition.paragraph}
    changes = example.paragraphes
    return ParagraphChanges(
        retires=tuple(name for name in changes.retires if name in names),
        textes={name: text for name, text in changes.textes.items() if name in names},
    )


def _draft(pack: str, example: Example) -> Draft:
    """Return the draft that the example's file holds."""
    changes = example.paragraphes
    return draft_of(
        {
            "answers": example.answers,
            "je_ne_sais_pas": example.je_ne_sais_pas,
            "confirmes": example.confirmes,
            "paragraphes": {"retires": changes.retires, "textes": changes.textes},
        },
        pack,
    )

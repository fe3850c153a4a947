"""Each example gives what it says, and together they reach every paragraph."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.draft import Answers, as_typed
from desktop_app.core.answers.validate import validate
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.documents.addresses import address_problems
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm, LetterDocument, Missing
from desktop_app.core.errors import InvalidAnswers, Problem
from desktop_app.core.packs.model import FormDefinition, LetterDefinition
from desktop_app.core.packs.parse import Example
from desktop_app.core.packs.toml import TomlFile


def run(checked: Checked) -> Iterator[Problem]:
    """Report examples that fail, and paragraphs that no example reaches."""
    if not checked.examples:
        yield checked.problem("pack-no-example")
        return
    reached: set[str] = set()
    failed = False
    for example, file in checked.examples.values():
        trial = _tried(checked, example, file)
        yield from trial.problems
        failed = failed or trial.reached is None
        reached.update(trial.reached or ())
    if isinstance(checked.definition, LetterDefinition) and not failed:
        for paragraph in checked.definition.paragraph:
            if paragraph.id not in reached:
                path = checked.paragraph_path(paragraph.id)
                yield checked.problem("pack-not-in-examples", path, id=paragraph.id)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What came out of one example; ``reached`` is None when no document could be made."""

    problems: Sequence[Problem]
    reached: tuple[str, ...] | None


def _tried(checked: Checked, example: Example, file: TomlFile) -> _Trial:
    unreadable = [name for name, value in example.answers.items() if as_typed(value) is None]
    if unreadable:
        return _Trial(
            [file.problem("answer-file-value", ("answers", n), key=n) for n in unreadable], None
        )
    try:
        draft = draft_of(file.data, checked.definition.id)
        answers = validate(checked.definition, draft, example.today)
    except InvalidAnswers as refusal:
        return _Trial([_moved(file, problem) for problem in refusal.problems], None)
    if isinstance(checked.definition, LetterDefinition):
        late = _is_late(checked, example, answers)
        letter = compose_letter(checked.definition, answers, example.today, late=late)
        reached = tuple(paragraph.id for paragraph in letter.paragraphs)
        problems = [*_letter(checked, example, file, letter)]
    else:
        reached, problems = (), [*_form(checked, checked.definition, example, file, answers)]
    problems += _days(checked, example, file, answers)
    return _Trial(problems, reached)


def _moved(file: TomlFile, problem: Problem) -> Problem:
    """Say where the answer stands in the example."""
    path = ("answers", problem.question) if problem.question else ()
    return Problem(
        problem.code,
        problem.question,
        file.problem("", path).place,
        problem.suggestion,
        problem.parameters,
    )


def _letter(
    checked: Checked, example: Example, file: TomlFile, letter: LetterDocument
) -> Iterator[Problem]:
    expected = example.expected
    found = tuple(paragraph.id for paragraph in letter.paragraphs)
    if expected.paragraphs is not None and expected.paragraphs != found:
        yield file.problem("example-paragraphs", ("expected", "paragraphs"), found=", ".join(found))
    known = [paragraph.id for paragraph in letter.paragraphs]
    for name in expected.paragraphs or ():
        if isinstance(checked.definition, LetterDefinition) and name not in {
            paragraph.id for paragraph in checked.definition.paragraph
        }:
            near = get_close_matches(name, known, 1)
            yield file.problem(
                "unknown-paragraph", ("expected", "paragraphs"), *near, name=name[:60]
            )
    if not letter.recipient:
        yield checked.problem("pack-no-recipient", ("recipient",))
    for problem in address_problems(letter.recipient):
        yield _moved(file, problem)
    yield from _words(example, file, letter_text(letter))
    yield from _missing(example, file, letter.missing)


def letter_text(letter: LetterDocument) -> str:
    """Return every word of a letter, in the order of the page."""
    parts: list[str] = [
        *letter.sender,
        *letter.recipient,
        letter.place,
        *letter.references,
        letter.subject,
        letter.call,
    ]
    for paragraph in letter.paragraphs:
        parts += [paragraph.heading, paragraph.text]
    parts += [letter.closing, *letter.signature]
    parts += [paper.text for paper in letter.enclosures]
    return "\n".join([*parts, *letter.copies, letter.request, *letter.warnings])


def _form(
    checked: Checked,
    definition: FormDefinition,
    example: Example,
    file: TomlFile,
    answers: Answers,
) -> Iterator[Problem]:
    for field_map, _ in checked.maps.values():
        if field_map.edition != definition.edition:
            continue
        form = compose_form(definition, field_map, answers, example.today)
        yield from _boxes(example, file, form)
        yield from _words(example, file, "\n".join(value.text for value in form.values))
        yield from _missing(example, file, form.missing)


def _boxes(example: Example, file: TomlFile, form: FilledForm) -> Iterator[Problem]:
    written = {value.label: value.text for value in form.values}
    for label, text in example.expected.values.items():
        path = ("expected", "values", label)
        if label not in written:
            near = get_close_matches(label, written, 1)
            yield file.problem("example-unknown-box", path, *near, label=label[:80])
        elif written[label] != text:
            yield file.problem("example-value", path, found=written[label][:80], label=label[:80])
    ticked = tuple(value.label for value in form.values if value.tick)
    if example.expected.ticks is not None and sorted(example.expected.ticks) != sorted(ticked):
        yield file.problem("example-ticks", ("expected", "ticks"), found=" ; ".join(ticked))


def _words(example: Example, file: TomlFile, text: str) -> Iterator[Problem]:
    whole = even(text)
    for key, wanted in (("facts", True), ("absent", False)):
        for position, words in enumerate(getattr(example.expected, key)):
            if (even(words) in whole) is not wanted:
                code = "example-fact" if wanted else "example-absent"
                yield file.problem(code, ("expected", key, position), words=words[:80])


def even(text: str) -> str:
    """Make spaces and apostrophes of any kind alike."""
    return re.sub(r"\s+", " ", text.replace("’", "'"))


def _missing(example: Example, file: TomlFile, missing: Sequence[Missing]) -> Iterator[Problem]:
    expected = example.expected.missing
    found = [one.question for one in missing]
    if expected is not None and sorted(expected) != sorted(found):
        yield file.problem(
            "example-missing", ("expected", "missing"), found=", ".join(found) or "rien"
        )


def _is_late(checked: Checked, example: Example, answers: Answers) -> bool:
    last_day = checked.known.last_day
    found = last_day(checked.definition, answers, example.today) if last_day else None
    return found is not None and found < example.today


def _days(
    checked: Checked, example: Example, file: TomlFile, answers: Answers
) -> Iterator[Problem]:
    for key in ("last_day", "prudent_day"):
        expected, computed = getattr(example.expected, key), getattr(checked.known, key)
        if expected is None or computed is None:
            continue
        found = computed(checked.definition, answers, example.today)
        if found != expected:
            shown = found.isoformat() if isinstance(found, dt.date) else "aucun"
            code = "example-last-day" if key == "last_day" else "example-prudent-day"
            yield file.problem(code, ("expected", key), found=shown)


CHECK = Check("examples", "Un exemple dit à une personne ce que la lettre dira.", run)

"""The printed words of one page, and what they call boxes that a person has put there."""

from typing import Any

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.sheet import Mark, Sheet
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown
from desktop_app.untrusted.surroundings import PrintedPage
from desktop_app.untrusted.written import WrittenWord


def printed(subject: Subject, asked: Asked) -> Outcome:
    """Tell the words of a page; ``boxes`` of it are (kind, rectangle), each gets its name.

    Words that cannot be read name nothing.
    """
    number = int(asked.arguments["page"])
    document: Any = shown(subject)
    page = document[number - 1]
    sheet = sheet_of(page, reading_of(subject).pages[number - 1])
    page.close()
    marks = [Mark(kind, tuple(rect)) for kind, rect in asked.arguments.get("boxes", ())]
    if is_garbled(" ".join(word.text for word in sheet.words)):
        return PrintedPage(labels=("",) * len(marks)), []
    name(marks, sheet)
    labels = tuple(mark.label[: ceilings.LABEL_LENGTH] for mark in marks)
    return PrintedPage(words=_words(sheet), labels=labels), []


def _words(sheet: Sheet) -> tuple[WrittenWord, ...]:
    read = (one for one in sheet.words if one.text.strip())
    return tuple(WrittenWord(text=one.text[: ceilings.LABEL_LENGTH], box=one.rect) for one in read)[
        : ceilings.WORDS
    ]

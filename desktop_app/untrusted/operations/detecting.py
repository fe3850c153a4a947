"""Looks for places to write on pages that have no field."""

import time
from typing import Any

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.detection.as_fields import as_fields
from desktop_app.untrusted.detection.finding import find
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.sheet import Mark
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown

SECONDS = 6.0  # of this process: what remains is said to be left out
MOST_PAGES = 100


def detect(subject: Subject, asked: Asked) -> Outcome:
    """Find the boxes of every page, as fields that a person may correct."""
    pages = reading_of(subject).pages
    document: Any = shown(subject)
    found: list[tuple[Field, float]] = []
    garbled, left_out = [], []
    began = time.process_time()
    for number, seen in enumerate(pages[: ceilings.PAGES], 1):
        if number > MOST_PAGES or time.process_time() - began > SECONDS:
            left_out.append(number)
            continue
        page = document[number - 1]
        sheet = sheet_of(page, seen)
        page.close()
        marks = find(sheet)
        if is_garbled(" ".join(word.text for word in sheet.words)):
            garbled.append(number)
            forget_words(marks)
        found += as_fields(marks, number)
    found = found[: ceilings.FIELDS]
    answer = Detected(
        fields=tuple(field for field, _ in found),
        sure=tuple(round(sure, 2) for _, sure in found),
        garbled=tuple(garbled),
        left_out=tuple(left_out),
    )
    return msgspec.to_builtins(answer), []


def forget_words(marks: list[Mark]) -> None:
    """Words that lie name nothing."""
    for mark in marks:
        mark.label = mark.question = ""

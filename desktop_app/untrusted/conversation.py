"""What the child does, in order: import, read the document, close the sandbox, answer."""

import gc
import os
from functools import partial
from typing import BinaryIO

from desktop_app.untrusted import ceilings, frames, sandbox
from desktop_app.untrusted.operations import load
from desktop_app.untrusted.operations.subject import Asked, Operation, Subject
from desktop_app.untrusted.refusal import refusal_of


def prepare(role: str) -> "partial[None]":
    """Import everything; returns what then holds the conversation, given questions and answers."""
    operations = load(role)
    # A child lives for one document: what was made at the start stays, collecting only takes time.
    gc.collect()
    gc.disable()
    gc.freeze()
    return partial(_hold, operations, ceilings.cpu_seconds(role))


def _hold(
    operations: dict[str, Operation], seconds: int, questions: BinaryIO, answers: BinaryIO
) -> None:
    """Say that everything is imported, then answer until the parent closes the pipe."""
    frames.put(answers, frames.Answer(data={"ready": True}))
    try:
        _answer(questions, answers, operations, seconds)
    except (frames.Ended, BrokenPipeError):
        os._exit(0)  # nothing to clean: skip the libraries' own endings


def _answer(
    questions: BinaryIO, answers: BinaryIO, operations: dict[str, Operation], seconds: int
) -> None:
    request, received = frames.take(questions)
    layers = sandbox.close(seconds)
    subject = Subject(received[0], str(request.arguments.get("password", "")), layers)
    while True:
        try:
            data, raw = operations[request.operation](subject, Asked(request.arguments, received))
            frames.put(answers, frames.Answer(data=data), raw)
        except Exception as surprise:
            frames.put(answers, refusal_of(surprise))
        request, received = frames.take(questions)

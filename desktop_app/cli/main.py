"""Runs one command: arguments in, one report or one error out, never a traceback."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from desktop_app import __version__, i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.how_to import told
from desktop_app.cli.parser import COMMANDS, build
from desktop_app.cli.problems import as_data
from desktop_app.core.errors import AppError, WithProblems
from desktop_app.sentences.problem_words import line

INTERNAL = 1
INTERRUPTED = 130


def run(arguments: Sequence[str], tools: Callable[[], Tools]) -> int:
    """Run a command line and return its exit status.

    Args:
        arguments: without the program's name.
        tools: builds the real tools; called only when a command is really run.
    """
    _speak_utf8()
    as_json = "--json" in arguments
    try:
        report = _report(arguments, tools)
    except AppError as refusal:
        return _refuse(refusal, as_json)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_standard_output()
        return 0
    except Exception as surprise:  # the last resort: a person never sees a traceback
        return _surprise(surprise, as_json)
    return _print(report, as_json)


def _report(arguments: Sequence[str], tools: Callable[[], Tools]) -> Report:
    if list(arguments) in (["--version"], ["--version", "--json"], ["--json", "--version"]):
        return Report({"version": __version__}, f"papier-libre {__version__}")
    named = next((a for a in arguments if a in COMMANDS), "")
    i18n.use(_language(arguments))
    parser = build(named)
    options = parser.parse_args(list(arguments))
    if not options.command:
        return Report({"commands": list(COMMANDS)}, parser.format_help().rstrip())
    report: Report = options.run(options, tools())
    return report


def _language(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return i18n.language_of(os.environ)


def _print(report: Report, as_json: bool) -> int:
    try:
        for notice in report.notices:
            _say(notice, sys.stderr)
        _say(_json(report.data) if as_json else report.text)
    except BrokenPipeError:
        _forget_standard_output()
    return report.status


def _refuse(refusal: AppError, as_json: bool) -> int:
    message = told(refusal.wording, refusal.parameters)
    problems = refusal.problems if isinstance(refusal, WithProblems) else ()
    if as_json:
        error: dict[str, Any] = {"code": refusal.code, "message": message}
        if problems:
            error["problems"] = [as_data(problem) for problem in problems]
        _say(_json({"error": error}))
    else:
        _say(message, sys.stderr)
        for problem in problems:
            _say(f"  - {line(problem)}", sys.stderr)
    return refusal.exit_status


def _surprise(surprise: Exception, as_json: bool) -> int:
    # Where it happened, never what was in it: values of an exception may be personal.
    import traceback

    frame = traceback.extract_tb(surprise.__traceback__)[-1]
    place = f"{type(surprise).__name__}, {os.path.basename(frame.filename)}:{frame.lineno}"
    message = i18n.sentence("internal", {"place": place})
    if as_json:
        print(_json({"error": {"code": "internal", "message": message}}), flush=True)
    else:
        print(message, file=sys.stderr)
    return INTERNAL


def _say(words: str, stream: TextIO | None = None) -> None:
    # A terminal shows the word that marks French; it need not know where French begins.
    print(i18n.plain(words), file=stream or sys.stdout, flush=True)


def _json(data: Mapping[str, object]) -> str:
    import json  # a person is told in words

    # Where not every letter can be written, each is by its number: a program reads it the same.
    all_letters = (sys.stdout.encoding or "utf-8").casefold() in ("utf-8", "utf8")
    return json.dumps(data, ensure_ascii=not all_letters, indent=2, default=str)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            letters, lacking = "utf-8", "backslashreplace"
            if sys.platform == "win32":
                from desktop_app.cli import letters_of_console

                letters = letters_of_console.encoding_of(stream)
                lacking = lacking if letters == "utf-8" else letters_of_console.NEAR
            reconfigure(encoding=letters, errors=lacking)


def _forget_standard_output() -> None:
    # The reader of our pipe has gone: what Python still holds must not be an error at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

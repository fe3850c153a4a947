"""What a command says is a page, or one line of what it has just done: no sentence more by hand."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

CLI = Path(__file__).parents[2] / "desktop_app" / "cli"
SAY = {"text", "plural"}
DECLARES = {"commands", "actions", "gestures", "parser"}
"""What a function is given that declares arguments: their help is no page."""

BY_HAND = {
    "catalogue.py": 3,  # names in columns, a pack left aside
    "demo.py": 7,  # the journey of nobody
    "form/paper.py": 5,  # written: the page to try, the sheet; the parts of a kit
    "letter.py": 3,  # written; what to look at again, on the error stream
    "new_pack.py": 6,  # what to do with a draft, how much it holds
    "pack_length.py": 6,  # figures for who writes packs
    "safe/adding.py": 1,  # filed, under which number
    "safe/agenda.py": 1,  # written
    "safe/care.py": 1,  # the former safe
    "safe/keys.py": 6,  # what was done to keys, which the window does not do
    "safe/making.py": 2,  # words of recovery: no value holds them
    "safe/phrase.py": 4,  # what is asked in the terminal
    "safe/signing.py": 2,  # an image, kept or not
    "which_delay.py": 1,  # what is wrong with the command
}


def said(text: str) -> Iterator[str]:
    """Yield each sentence that is written here, but help and what is wrong with a command."""
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef) and not declares(function):
            refused = {
                id(one) for call in calls(function, {"UsageError"}) for one in ast.walk(call)
            }
            yield from (ast.unparse(one) for one in calls(function, SAY) if id(one) not in refused)


def declares(function: ast.FunctionDef) -> bool:
    return bool(DECLARES & {one.arg for one in function.args.args})


def calls(function: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for one in ast.walk(function):
        if isinstance(one, ast.Call):
            name = getattr(one.func, "attr", getattr(one.func, "id", ""))
            if name in names:
                yield one


def test_no_sentence_more_is_said_by_hand() -> None:
    files = {path.relative_to(CLI).as_posix(): path for path in CLI.rglob("*.py")}
    del files["parser.py"]  # help alone
    found = {name: [*said(path.read_text("utf-8"))] for name, path in sorted(files.items())}
    counted = Counter({name: len(some) for name, some in found.items() if some})
    told = [f"{name}: {found[name]}" for name in counted if counted[name] > BY_HAND.get(name, 0)]
    assert told == [], "say it in pages/, and return reported(page, data)"
    assert counted == Counter(BY_HAND), "no longer said by hand: take it off the list"


def test_a_sentence_by_hand_is_seen() -> None:
    text = 'def run(options, tools):\n    return Report({}, i18n.text("Fait."))\n'
    assert list(said(text)) == ["i18n.text('Fait.')"]
    help_text = 'def add(parser):\n    flag(parser, "--x", text("aide"))\n'
    assert list(said(help_text)) == []

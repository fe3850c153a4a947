"""What a paper says is handed over to ``pdf/``: no sentence stands in it, nor in the page that
tries an envelope. Only what frames a letter stands there, in French as every letter."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SENTENCE = re.compile(r"[^\W\d_]{3,},? [a-zà-ÿ]{2,}")
OF_TYPST = ("could not be displayed",)
"""What its own refusals say."""
IN_BRACKETS = re.compile(r"\[([^\[\]#]*)\]")


def constants(code: str) -> Iterator[str]:
    """Yield the texts of a module, without its docstrings."""
    told = ast.parse(code)
    alone = {id(one.value) for one in ast.walk(told) if isinstance(one, ast.Expr)}
    for one in ast.walk(told):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in alone:
            yield one.value


def test_pdf_holds_no_sentence() -> None:
    found = {
        (path.name, words)
        for path in (PROJECT / "desktop_app" / "pdf").rglob("*.py")
        if path.name != "letter_data.py"
        for words in constants(path.read_text("utf-8"))
        if SENTENCE.search(words) and "/" not in words and words not in OF_TYPST
    }
    assert found == set()


def test_the_page_that_tries_an_envelope_holds_none() -> None:
    template = (PROJECT / "resources" / "typst" / "window_test.typ").read_text("utf-8")
    code = re.sub(r"^//.*$", "", template, flags=re.MULTILINE)
    assert [words for words in IN_BRACKETS.findall(code) if SENTENCE.search(words)] == []

"""Every code has its words, and every word its code: no "unknown error", no forgotten sentence."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import desktop_app.messages
from desktop_app.core.errors import AppError
from tests.helpers.faults import assert_none

PACKAGE = Path(__file__).parents[2] / "desktop_app"
WORDS_FOLDER = PACKAGE / "messages"
SOURCES = [path for path in PACKAGE.rglob("*.py") if WORDS_FOLDER not in path.parents]
# Whose first argument is a code with words, and what the words' own code has before it; ``relays``
# finds the functions that hand theirs on to them (``wrong`` and ``doubtful`` of the kinds…).
SPEAKING = {
    "Problem": "",
    "Refused": "",
    "Notice": "",
    "Step": "deadline-step-",
    "Advice": "deadline-warning-",
}
PREFIXES = ("deadline-step-", "deadline-warning-", "deadline-")
CAPITAL = re.compile("(?<!^)(?=[A-Z])")
CODE = re.compile(r"[a-z0-9_]+(-[a-z0-9_]+)*")


def areas() -> dict[str, dict[str, object]]:
    """Return the words of each module of messages/."""
    found = {}
    for module in pkgutil.iter_modules(desktop_app.messages.__path__):
        loaded = importlib.import_module(f"desktop_app.messages.{module.name}")
        found[module.name] = dict(getattr(loaded, "MESSAGES", {}))
    return found


WORDS = {code: words for area in areas().values() for code, words in area.items()}


def errors(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names of the classes that are an AppError, at any distance."""
    kinds = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found, grown = {"AppError"}, True
    while grown:
        new = {one.name for one in kinds if not found.isdisjoint(map(last_name, one.bases))}
        grown = not new <= found
        found |= new
    return found


def last_name(node: ast.expr) -> str:
    """Return a name without what it is an attribute of."""
    return str(getattr(node, "attr", getattr(node, "id", "")))


def class_codes(tree: ast.AST, errors: set[str]) -> Iterator[str]:
    """Yield the codes of the errors of a file: what they say, or else their names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not errors.isdisjoint(map(last_name, node.bases)):
            said = [ast.literal_eval(one.value) for one in node.keywords if one.arg == "code"]
            yield said[0] if said else CAPITAL.sub("-", node.name).lower()


def called(node: ast.Call) -> str:
    """Return the name of what is called, of whatever it is an attribute."""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def given_code(node: ast.Call, place: int) -> ast.expr | None:
    """Return what a call gives as ``code``: by its name, or at its place."""
    named = [k.value for k in node.keywords if k.arg == "code"]
    return next(iter([*named, *node.args[place : place + 1]]), None)


def relays(trees: Iterable[ast.AST]) -> dict[str, int]:
    """Return what makes a problem of a code: its name, and the place of the code among arguments.

    A function does when it hands the ``code`` that it is given to one that does.
    """
    found = dict.fromkeys(SPEAKING, 0)
    functions = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    grown = True
    while grown:
        grown = False
        for one in functions:
            names = [a.arg for a in one.args.args if a.arg not in ("self", "cls")]
            if one.name in found or "code" not in names:
                continue
            calls = [n for n in ast.walk(one) if isinstance(n, ast.Call) and called(n) in found]
            handed = (given_code(call, found[called(call)]) for call in calls)
            if any(isinstance(code, ast.Name) and code.id == "code" for code in handed):
                found[one.name], grown = names.index("code"), True
    return found


def call_codes(tree: ast.AST, speaking: Mapping[str, int]) -> Iterator[str]:
    """Yield the literal codes given to Problem, Step, Advice, and to what hands them on."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in speaking:
            continue
        code = given_code(node, speaking[called(node)])
        if isinstance(code, ast.Constant) and isinstance(code.value, str) and code.value:
            yield f"{SPEAKING.get(called(node), '')}{code.value}"


def spoken(trees: list[ast.AST]) -> tuple[set[str], list[re.Pattern[str]]]:
    """Return every text of the sources, and the shape of every text with holes."""
    texts, shapes = set(), []
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                pieces = [str(p.value) if isinstance(p, ast.Constant) else "" for p in node.values]
                if CODE.fullmatch("".join(pieces).strip("-")):
                    shapes.append(
                        re.compile("".join(re.escape(p) or "[a-z0-9_-]+" for p in pieces))
                    )
    return texts, shapes


Trees = Mapping[Path, ast.AST]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Every source, read once and by the process that asks: collecting tests reads none."""
    return {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}


def test_every_code_has_words(trees: Trees) -> None:
    ours, speaking = errors(trees.values()), relays(trees.values())
    assert_none(
        [
            f"{path.relative_to(PACKAGE)}: {code}"
            for path, tree in trees.items()
            for code in {*class_codes(tree, ours), *call_codes(tree, speaking)}
            if code not in WORDS
        ]
    )


def test_the_code_of_an_error_is_seen() -> None:
    """It is the name of the class, or what the class says; of those of our errors alone."""
    tree = ast.parse(
        "class Lost(AppError): ...\nclass KeyLost(errors.Lost): ...\n"
        'class Found(Lost, code="found-again"): ...\nclass Other(ValueError): ...\n'
    )
    codes = [*class_codes(tree, errors([tree]))]
    assert codes == ["lost", "key-lost", "found-again"]

    class KeyLost(AppError):
        pass

    class Found(AppError, code="found-again", exit_status=4):
        pass

    assert (KeyLost.code, KeyLost.exit_status) == ("key-lost", 3)
    assert (Found.code, Found.exit_status) == ("found-again", 4)


def test_a_code_that_a_kind_gives_is_seen(trees: Trees) -> None:
    """A kind refuses by ``wrong`` and ``doubtful``, which are no Problem yet."""
    speaking = relays(trees.values())
    assert {"wrong", "doubtful", "problem", "problem_in_text"} <= {*speaking}
    kind = 'def parse(text, context):\n    return wrong(context, "rna-length")\n'
    assert [*call_codes(ast.parse(kind), speaking)] == ["rna-length"]
    doubt = 'doubtful(context, 3, code="rna-key")'
    assert [*call_codes(ast.parse(doubt), speaking)] == ["rna-key"]


def test_every_sentence_is_used(trees: Trees) -> None:
    texts, shapes = spoken(list(trees.values()))
    ours = errors(trees.values())
    general = [shape for shape in shapes if not shape.fullmatch("deadline-anything")]
    refused = {code for tree in trees.values() for code in class_codes(tree, ours)}
    refusals = [f"{code}-" for code in refused]

    def used(name: str) -> bool:
        # AppError.wording may add a word of its own to the code.
        second = (name.removeprefix(code) for code in refusals if name.startswith(code))
        return (
            name in texts | refused
            or any(s.fullmatch(name) for s in general)
            or any(texts & {*second})
        )

    prefixes = ("", *PREFIXES)
    assert_none([c for c in WORDS if not any(used(c.removeprefix(p)) for p in prefixes)])


def test_no_code_has_two_sentences() -> None:
    owners: dict[str, list[str]] = {}
    for area, words in areas().items():
        for code in words:
            owners.setdefault(code, []).append(area)
    assert {code: found for code, found in owners.items() if len(found) > 1} == {}


def unmarked(tree: ast.AST) -> Iterator[str]:
    """Yield the sentences of a module of messages/ that no translator would be given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            named = [v for k, v in zip(node.keys, node.values, strict=True) if k]  # not **others
            for value in named:
                for word in value.elts if isinstance(value, ast.Tuple) else [value]:
                    called = getattr(word, "func", None)
                    if not isinstance(called, ast.Name) or called.id != "N_":
                        yield ast.unparse(value)


def test_every_sentence_is_marked_for_translation() -> None:
    modules = {p.stem: ast.parse(p.read_text("utf-8")) for p in sorted(WORDS_FOLDER.glob("*.py"))}
    assert modules
    assert_none([f"{name}: {told}" for name, tree in modules.items() for told in unmarked(tree)])


def faults(code: str, words: object) -> Iterator[str]:
    """Yield what is wrong with a code and its sentence, or its two."""
    if not CODE.fullmatch(code):
        yield "a code is lower case, with hyphens"
    for sentence in words if isinstance(words, tuple) else (words,):
        text = str(sentence)
        if text != text.strip():
            yield "no space around it"
        if re.search(r"\w'\w", text):
            yield "French writes ’"
        if re.search(r"erreur inconnue|invalide\b", text, re.IGNORECASE):
            yield "it says nothing to do"
        if re.search(r"[^\s\u00a0\u202f«][:;!?](\s|$)", text):
            yield "a space before : ; ! ?"


def test_sentences_are_ones_a_person_can_use() -> None:
    assert len(WORDS) > 400
    assert_none([f"{c}: {fault}" for c in sorted(WORDS) for fault in faults(c, WORDS[c])])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("Un_Code", "Écrivez la date."),
        ("a", " Écrivez la date."),
        ("a", "Écrivez l'année."),
        ("a", "Cette date est invalide."),
        ("a", ("Écrivez : 1.", "Écrivez: {n}.")),
    ],
)
def test_a_sentence_nobody_can_use_is_seen(code: str, words: object) -> None:
    assert len(list(faults(code, words))) == 1

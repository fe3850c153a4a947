"""Whose each box is, on real forms: ``python -m tests.corpus.roles CORPUS [--all] [NAME…]``.

Prints, for each form, how many questions have a role, and each fact of the person herself that is
offered, with the words of its part and of its box: whoever reads says which is wrong.
"""

import argparse
import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.model import GenericForm
from desktop_app.wiring import RealTools

BUILT_WITH = ("12038", "16146", "16702", "16029")
"""Forms by which the rules were made: never kept apart."""
APART = 3
"""One issuer in three is kept apart: no rule is made after its forms."""


def issuer(path: Path) -> str:
    """Return who made a form: the first two parts of its name."""
    return "-".join(path.stem.replace("_", "-").split("-")[:2])


def kept_apart(path: Path) -> bool:
    """Whether its issuer is kept apart: the same split as that of boxes."""
    if any(number in path.name for number in BUILT_WITH):
        return False
    return int.from_bytes(hashlib.sha256(issuer(path).encode()).digest()[:8]) % APART == 0


def forms(folder: Path, names: list[str]) -> Iterator[tuple[Path, GenericForm]]:
    tools = RealTools()
    for path in sorted(folder.glob("*.pdf")):
        if names and not any(name in path.name for name in names):
            continue
        try:
            facts, _ = tools.forms.read(path.read_bytes(), "").facts()
        except AppError:
            continue
        yield path, generic_form(facts, path.stem, dt.date(2026, 11, 28))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    totals = [0, 0, 0, 0]
    for path, form in forms(args.folder, args.names):
        if not (args.all or args.names or kept_apart(path)):
            continue
        questions = [(s.title, q) for s in form.definition.section for q in s.question]
        others = [q for _, q in questions if q.whose]
        hers = [(title, q) for title, q in questions if q.remember and not q.whose]
        theirs = [q for q in others if q.remember and q.whose != "autre"]
        for place, n in enumerate((len(questions), len(others), len(hers), len(theirs))):
            totals[place] += n
        print(
            f"== {path.name}: {len(questions)} questions, {len(others)} of others,"
            f" {len(hers)} facts offered of hers, {len(theirs)} of theirs"
        )
        for title, q in hers:
            print(f"   {q.remember:28} | {title[:60]} | {q.label[:60]}")
        for title, q in questions:
            if q.remember and q.whose:
                print(f"      ({q.whose}) {q.remember:18} | {title[:50]} | {q.label[:50]}")
    print("questions, of others, hers offered, theirs offered:", *totals)


if __name__ == "__main__":
    main()

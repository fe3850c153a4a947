"""One table says which appeals suspend; the law's data, and every letter, say the same.

``tests/data/suspension.tsv``: procedure, effect (``oui``, ``non``, ``partie``), source. A letter of
a procedure that suspends nothing never says that it does; of one that suspends, never that it does
not; where it depends, no one letter says both.
"""

import csv
import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.checks.suspension import STOPS, STOPS_NOT
from desktop_app.core.checks.suspension import said as in_one_line
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents.preparing import prepare_letter
from tests.helpers.faults import assert_none
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.rsa import plain, text

TABLE = Path(__file__).parents[1] / "data" / "suspension.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t"))
EFFECT = {row["procedure"]: row["effect"] for row in ROWS}
LETTERS = data_root("forms") / "letters"
NAMES = sorted(folder.name for folder in LETTERS.iterdir())

KEEPS = re.compile(r"(?:garde votre (?:droit|délai)|prolonge le délai du tribunal)")
KEEPS_NOT = re.compile(r"(?:n'arrête aucun délai|ne prolonge (?:aucun délai|pas le délai))")

ABOUT_ANOTHER = {
    # letter -> what its statement is about: another paper than itself
    "caf-contrainte": "the appeal made before against the debt",
    "caf-echeancier": "the appeal made before against the debt",
    "ft-remise": "the contest made before",
}


def procedures_of(letter: LetterDefinition) -> set[str]:
    names = {letter.procedure, *(rule.procedure for rule in letter.deadline)}
    return names - {""}


def statements(letter: LetterDefinition) -> Iterator[str]:
    for one in (*letter.warning, *letter.paragraph):
        yield in_one_line(one.text)


def test_the_table_knows_every_procedure_with_its_source() -> None:
    assert sorted(EFFECT) == sorted(one.id for one in LAW.procedures())
    assert all(row["effect"] in ("oui", "non", "partie") and row["source"] for row in ROWS)


@pytest.mark.parametrize("effect", ["oui", "non", "partie"])
def test_the_law_says_the_same(effect: str) -> None:
    for procedure in LAW.procedures():
        if EFFECT[procedure.id] != effect:
            continue
        assert procedure.suspends == effect, procedure.id


def wrong_effects(name: str) -> Iterator[str]:
    """Yield what a letter says of the suspension and its procedure does not do."""
    letter = CATALOGUE.letter(name)
    effects = {EFFECT[one] for one in procedures_of(letter)}
    for said in statements(letter):
        if effects == {"non"} and name not in ABOUT_ANOTHER and STOPS.search(said):
            yield said
        if effects == {"oui"} and STOPS_NOT.search(said):
            yield said


def test_a_letter_says_what_its_procedure_does() -> None:
    assert_none([(name, said) for name in NAMES for said in wrong_effects(name)])


def both(name: str) -> Iterator[str]:
    """Yield the examples that say of one debt that it is stopped, and that it is not."""
    for file in sorted((LETTERS / name / "examples").iterdir(), key=lambda one: one.name):
        said = tomllib.loads(file.read_text("utf-8"))
        draft = Draft(name, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
        today: dt.date = said["today"]
        letter = prepare_letter(CATALOGUE, LAW, draft, today).document
        whole = "\n".join([text(letter), *plain(letter.warnings)])
        if STOPS.search(whole) and STOPS_NOT.search(whole):
            yield file.name


@pytest.mark.timeout(1200)
def test_no_letter_says_both() -> None:
    """In time and long after, every example: the letter and its warnings agree."""
    assert_none([(name, example) for name in NAMES for example in both(name)])


def wrong_delays(name: str) -> Iterator[str]:
    """Yield the warnings of a letter on the court's delay that its procedure contradicts."""
    letter = CATALOGUE.letter(name)
    own = LAW.procedure(letter.procedure) if letter.procedure else None
    for one in letter.warning if own is not None else ():
        said = one.text.replace("’", "'")
        if KEEPS.search(said) and "Avant le tribunal" not in said and not own.interrupts:
            yield said
        if KEEPS_NOT.search(said) and not one.when and own.interrupts:
            yield said


def test_a_letter_keeps_the_delay_only_where_the_law_says_so() -> None:
    assert_none([(name, said) for name in NAMES for said in wrong_delays(name)])


NEVER = {
    # letter -> why its own case never suspends, though its procedure does in another one
    "rsa-sanction-rapo": "a sanction is no recovery (CASF L.262-46)",
    "caf-indu-apl": "only the request of rectification does, which is another letter",
    "caf-indu-cra-pf": "only the request of rectification does, which is another letter",
    "exclusion-scolaire": "only the judge does (référé), who is told",
}


def test_where_it_depends_a_letter_does_not_say_no_to_all() -> None:
    """A3: the request to the court said to everybody that nothing is suspended."""
    assert_none(
        [
            (name, one.text)
            for name in NAMES
            if name not in NEVER
            if "partie" in {EFFECT[one] for one in procedures_of(CATALOGUE.letter(name))}
            for one in CATALOGUE.letter(name).warning
            if not one.when and STOPS_NOT.search(one.text.replace("’", "'"))
        ]
    )

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

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.draft import Draft
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents import prepare_letter
from tests.helpers.rsa import plain, text

TABLE = Path(__file__).parents[1] / "data" / "suspension.tsv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t"))
EFFECT = {row["procedure"]: row["effect"] for row in ROWS}
LAW = FolderLaw()
CATALOGUE = FolderCatalogue(data_root("forms"))
LETTERS = data_root("forms") / "letters"
NAMES = sorted(folder.name for folder in LETTERS.iterdir())

STOPS = re.compile(
    r"\b(?<!ne )suspend (?:la récupération|la contrainte|la force)|(?<!n')arrête les retraits"
    r"|n'a(?:vez)? pas le droit de retirer de l'argent tant|vous pouvez attendre la décision"
    r"|aucune retenue ne peut être faite|ne peut pas la reprendre sur|l'ordre de payer tombe"
)
STOPS_NOT = re.compile(
    r"(?:n'arrête pas|ne suspend pas)(?: seule?)? (?:la|le|les|l')"
    r"|n'empêche pas, seul|reste (?:à payer|due)|dépôt seul n'arrête rien"
)
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
        yield re.sub(r"\s+", " ", re.sub(r"\{%.*?%\}", " ", one.text)).replace("’", "'")


def test_the_table_knows_every_procedure_with_its_source() -> None:
    assert sorted(EFFECT) == sorted(one.id for one in LAW.procedures())
    assert all(row["effect"] in ("oui", "non", "partie") and row["source"] for row in ROWS)


@pytest.mark.parametrize("effect", ["oui", "non", "partie"])
def test_the_law_says_the_same(effect: str) -> None:
    for procedure in LAW.procedures():
        if EFFECT[procedure.id] != effect:
            continue
        if effect == "partie":
            assert procedure.suspensive_note, procedure.id
        else:
            assert procedure.suspensive is (effect == "oui"), procedure.id


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_says_what_its_procedure_does(name: str) -> None:
    letter = CATALOGUE.letter(name)
    effects = {EFFECT[one] for one in procedures_of(letter)}
    for said in statements(letter):
        if effects == {"non"} and name not in ABOUT_ANOTHER:
            assert not STOPS.search(said), said
        if effects == {"oui"}:
            assert not STOPS_NOT.search(said), said


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_says_both(name: str) -> None:
    """In time and long after, every example: the letter and its warnings agree."""
    for file in sorted((LETTERS / name / "examples").iterdir(), key=lambda one: one.name):
        said = tomllib.loads(file.read_text("utf-8"))
        draft = Draft(name, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
        today: dt.date = said["today"]
        letter = prepare_letter(CATALOGUE, LAW, draft, today).document
        whole = "\n".join([text(letter), *plain(letter.warnings)])
        stops, stops_not = STOPS.search(whole), STOPS_NOT.search(whole)
        assert not (stops and stops_not), (file.name, stops, stops_not)


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_keeps_the_delay_only_where_the_law_says_so(name: str) -> None:
    letter = CATALOGUE.letter(name)
    own = LAW.procedure(letter.procedure) if letter.procedure else None
    for one in letter.warning:
        said = one.text.replace("’", "'")
        if KEEPS.search(said) and own is not None and "Avant le tribunal" not in said:
            assert own.interrupts, said
        if KEEPS_NOT.search(said) and not one.when and own is not None:
            assert not own.interrupts, said


NEVER = {
    # letter -> why its own case never suspends, though its procedure does in another one
    "rsa-sanction-rapo": "a sanction is no recovery (CASF L.262-46)",
    "caf-indu-apl": "only the request of rectification does, which is another letter",
    "caf-indu-cra-pf": "only the request of rectification does, which is another letter",
    "exclusion-scolaire": "only the judge does (référé), who is told",
}


@pytest.mark.parametrize("name", NAMES)
def test_where_it_depends_a_letter_does_not_say_no_to_all(name: str) -> None:
    """A3: the request to the court said to everybody that nothing is suspended."""
    letter = CATALOGUE.letter(name)
    if "partie" not in {EFFECT[one] for one in procedures_of(letter)} or name in NEVER:
        return
    for one in letter.warning:
        assert one.when or not STOPS_NOT.search(one.text.replace("’", "'")), one.text

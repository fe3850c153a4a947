"""Somebody who may be here already is noticed before she is added twice; nobody is merged."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop_app.workflow.people.alike import alike, index, told
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

ON = dt.date(2026, 11, 25)
BORN, PHONE = "identite.date_naissance", "contact.telephone"
CAF, NIR = "caf.numero_allocataire", "sante.nir"
HERE = {
    "Fatou Da Silva": {
        BORN: "14/03/1982", PHONE: "06 12 34 56 44", CAF: "1000005",
        "identite.nom_naissance": "N’Diaye",
    },
    "Mamadou Diallo": {BORN: "02/11/1990", NIR: "190112A00412312"},
    "Awa Sow": {},
}  # fmt: skip

CASES = [
    # name, what is known, who it may be, why, sure
    ("Fatou Da Silva", {BORN: "14/03/1982"}, "Fatou Da Silva", ("name", "birth"), True),
    ("DA SILVA Fatou", {BORN: "14/03/1982"}, "Fatou Da Silva", ("name", "birth"), True),
    ("Fatoo Da Sylva", {BORN: "14/03/1982"}, "Fatou Da Silva", ("near-name", "birth"), False),
    ("Fatou N’Diaye", {BORN: "14/03/1982"}, "Fatou Da Silva", ("near-name", "birth"), False),
    ("Fatou Da Silva", {}, "Fatou Da Silva", ("name",), False),
    ("F. S.", {PHONE: "+33 6 12 34 56 44"}, "Fatou Da Silva", ("phone",), False),
    ("Autre Nom", {CAF: "1000005"}, "Fatou Da Silva", ("number",), False),
    ("M. Diallo", {NIR: "1 90 11 2A 004 123 12"}, "Mamadou Diallo", ("number",), True),
    ("awa sow", {BORN: "01/01/2000"}, "Awa Sow", ("name",), False),
    # another person
    ("Fatou Da Silva", {BORN: "01/01/1950"}, "", (), False),
    ("Noé Da Silva", {BORN: "03/05/2015", PHONE: "06 12 34 56 44"}, "", (), False),  # her son
    ("Ali Traoré", {BORN: "14/03/1982"}, "", (), False),  # born on the same day
    ("Mamadou Diallo", {BORN: "02/11/1990", NIR: "190112A00412399"}, "", (), False),
    ("Fatou", {}, "", (), False),  # one word says too little
    ("", {}, "", (), False),
]


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path_factory.mktemp("safe"), ON), ON) as opened:
        for name, known in HERE.items():
            opened.people.keep_values(opened.people.add(name, on=ON), known, source="typed", on=ON)
        yield opened


@pytest.mark.parametrize(("name", "known", "who", "why", "sure"), CASES)
def test_who_may_be_here_already(
    safe: Safe, name: str, known: dict[str, str], who: str, why: tuple[str, ...], sure: bool
) -> None:
    for found in (alike(safe, name, known), index(safe).alike(told(name, known))):
        assert [safe.people.one(one.person).name for one in found] == ([who] if who else [])
        assert [(one.why, one.sure) for one in found] == ([(why, sure)] if who else [])


def test_the_likeliest_comes_first(safe: Safe) -> None:
    twin = safe.people.add("Fatou Da Silva", on=ON)  # of whom nothing else is known
    first, second = alike(safe, "Fatou Da Silva", {BORN: "14/03/1982"})
    assert (first.sure, second.person) == (True, twin)
    safe.bin.put(twin, on=ON, kind="person")
    assert len(alike(safe, "Fatou Da Silva", {BORN: "14/03/1982"})) == 1

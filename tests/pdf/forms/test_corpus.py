"""Real forms, filled in every field with hard values: all is on the page, or said by name.

Prints, per file, what was written. Nothing is ever lost in silence: that is what is asserted;
what is *reported* is compared with a list of known exceptions, each with its reason.
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desktop_app.pdf.forms.engine import FormFile
from desktop_app.untrusted.errors import PdfNothingToFill, PdfXfaOnly
from desktop_app.untrusted.model import Field

HARD = "Éloïse Đặng Łukasz Şahin œuvré à 45 € l’été — 2ᵉ"
CELLS = "ÉŒ€ÇĐŁŞ1234567890ABCDEFGHIJ" * 4
LONG = " mot très long suivi d’autres mots"
SAMPLE = (
    "cerfa-15548-02-demande-election-domicile-xfa",  # XFA hybrid, combs
    "cmuc-choix-organisme-demandeur",  # combs, widgets without drawing
    "cerfa-14952-01-procuration-vote-plat",  # boxes without a form, turned pages
    "cerfa-16030-01-attestation-election-domicile",  # JavaScript
    "cerfa-12818-02-vae-recevabilite-xfa-seul",  # XFA only
)
# Fields at the place of another one of the same page: only the first is written, which is said.
KNOWN = {
    "cerfa-10170-06-avis-arret-de-travail": {"SIR"},  # where ps_numero_am is, on two sheets
    "geva-sco-premiere-demande-interactif": {"Participants_Nom-prenom2"},
}


def value_of(index: int, field: Field) -> Any:
    """A hard value for a field; some are longer than any box."""
    if field.type == "tick":
        return index % 3 != 0
    if field.type == "one_of":
        return field.options[index % len(field.options)].id
    if field.type == "choice":
        return field.options[index % len(field.options)].id if field.options else None
    text = CELLS if field.comb else HARD
    if field.max_length:
        return text[: field.max_length].strip() or "x"
    return text + LONG * (20 if field.multi_line else 1) * (index % 7 == 0)


def row(path: Path, *, editable: bool) -> tuple[str, set[str]]:
    """Fill a file in every field; returns a line of the table and the fields reported."""
    began = time.monotonic()
    shape = "editable" if editable else "flat"
    try:
        with FormFile().open(path.read_bytes()) as file:
            fields = [
                one
                for one in file.form.fields
                if one.fillable and not one.read_only and any(w.page for w in one.widgets)
            ]
            values = {one.name: value_of(index, one) for index, one in enumerate(fields)}
            pdf, proof = file.fill(values, editable=editable)
    except (PdfXfaOnly, PdfNothingToFill) as refusal:
        return f"{path.stem[:52]:52} {shape:8} {refusal.code}", set()
    reported = {one.field for one in proof.problems}
    reasons = Counter(one.reason for one in proof.problems)
    line = (
        f"{path.stem[:52]:52} {shape:8} {len(fields):4} fields  {proof.verified:4} verified  "
        f"{len(proof.overflow):3} overflow  {dict(reasons) or ''}  {len(pdf.data) // 1024} kB  "
        f"{time.monotonic() - began:.1f} s"
    )
    assert proof.total == len(fields)
    assert proof.verified + len(reported & set(values)) == proof.total, "every value is told of"
    return line, reported


def table(paths: list[Path]) -> dict[str, set[str]]:
    """Fill every file, flat and editable; prints the table, returns the fields reported."""
    jobs = [(path, editable) for path in paths for editable in (False, True)]
    reported: dict[str, set[str]] = {}
    with ThreadPoolExecutor(2) as pool:
        for (path, _), (line, names) in zip(
            jobs, pool.map(lambda job: row(job[0], editable=job[1]), jobs), strict=True
        ):
            print(line)
            reported.setdefault(path.stem, set()).update(names)
    return {name: fields for name, fields in reported.items() if fields}


def unexpected(reported: dict[str, set[str]]) -> dict[str, set[str]]:
    found = {name: fields - KNOWN.get(name, set()) for name, fields in reported.items()}
    return {name: fields for name, fields in found.items() if fields}


def test_a_sample_of_french_forms(corpus: Path) -> None:
    assert unexpected(table([corpus / "french" / f"{name}.pdf" for name in SAMPLE])) == {}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["french", "world"])
def test_every_form_of_the_corpus(corpus: Path, folder: str) -> None:
    assert unexpected(table(sorted((corpus / folder).glob("*.pdf")))) == {}

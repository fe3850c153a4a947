"""Each example of an official form is filled for real, and every value is read back."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.pdf import Proof
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.demo_blank import demo_blank
from tests.helpers.ours import CATALOGUE

OURS = "exemple-aide-exceptionnelle"
BLANKS = {
    "15548-domiciliation": "cerfa-15548-02-demande-election-domicile-xfa.pdf",
    "10840-aide-logement": "cerfa-10840-05-demande-aide-logement-plat.pdf",
    "16030-attestation-domicile": "cerfa-16030-01-attestation-election-domicile.pdf",
    "15692-demande-mdph": "cerfa-15692-01-mdph-demande.pdf",
    "15695-certificat-medical-mdph": "cerfa-15695-01-mdph-certificat-medical.pdf",
    "13880-rsa": "cerfa-rsa-demande-xfa-signature.pdf",
    "12504-cmuc": "cerfa-12504-03-cmuc-demande.pdf",
    "14952-procuration-vote": "cerfa-14952-01-procuration-vote-plat.pdf",
    "10842-attestation-loyer": "cerfa-10842-06-attestation-loyer-plat.pdf",
    "10397-ressources": "cerfa-10397-16-ressources-plat.pdf",
    "12669-listes-electorales": "cerfa-12669-01-listes-electorales-plat.pdf",
    "11580-recu-dons": "cerfa-11580-05-recu-dons-particuliers-plat.pdf",
    "11421-cmuc-choix": "cmuc-choix-organisme-demandeur.pdf",
    "13882-rsa-non-salarie": "cerfa-rsa-non-salarie-xfa.pdf",
    "13757-mandat-immatriculation": "cerfa-13757-03-mandat-immatriculation-xfa.pdf",
    "13753-perte-carte-grise": "cerfa-13753-04-declaration-perte-carte-grise-xfa.pdf",
    "13750-certificat-immatriculation": "cerfa-13750-07-immatriculation-plat.pdf",
    "10170-arret-travail": "cerfa-10170-06-avis-arret-de-travail.pdf",
    "13749-vehicule-neuf": "cerfa-13749-05-immatriculation-vehicule-neuf-plat.pdf",
    "13912-immersion-pmsmp": "cerfa-13912-04-pmsmp-convention.pdf",
    "16146-aide-juridictionnelle": "cerfa-16146-03-aide-juridictionnelle-plat.pdf",
    "16029-domiciliation": "cerfa-16029-01-demande-election-domicile.pdf",
    "12100-carte-passeport-majeur": "cerfa-12100-03-cni-passeport-majeur-plat.pdf",
    "12101-carte-passeport-mineur": "cerfa-12101-03-cni-passeport-mineur-plat.pdf",
    "15776-cession-vehicule": "cerfa-15776-02-certificat-cession-plat.pdf",
    "16702-declaration-prealable": "cerfa-16702-03-declaration-prealable.pdf",
}
"""Pack -> file of the corpus; our own form is drawn."""
EACH_TIME = 1
"""Examples of a pack that are tried at every run; the others are slow."""
EDITABLE_EACH_TIME = (OURS, "13880-rsa", "15692-demande-mdph")
"""Packs whose copy with its fields is made at every run: plain fields, XFA, tags."""


EXAMPLES = [
    pytest.param(
        pack,
        example.name,
        id=f"{pack}, {example.name}",
        marks=[pytest.mark.slow] if number >= EACH_TIME else [],
    )
    for pack in (OURS, *BLANKS)
    for number, example in enumerate(
        sorted(
            (data_root("forms") / "official" / pack / "examples").iterdir(),
            key=lambda file: file.name,
        )
    )
]


def blank_of(pack: str, request: pytest.FixtureRequest) -> bytes:
    """Return the blank; a pack whose PDF is not ours needs the corpus."""
    if pack == OURS:
        return demo_blank()
    corpus: Path = request.getfixturevalue("corpus")
    return (corpus / "french" / BLANKS[pack]).read_bytes()


def composed(pack: str, example: str) -> FilledForm:
    file = data_root("forms") / "official" / pack / "examples" / example
    said = tomllib.loads(file.read_text("utf-8"))
    form = CATALOGUE.form(pack)
    draft = Draft(pack, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
    answers = validate(form, draft, said["today"])
    return compose_form(form, CATALOGUE.field_map(pack), answers, said["today"])


def assert_whole(proof: Proof) -> None:
    assert proof.problems == ()
    assert proof.overflow == ()
    assert proof.verified == proof.total > 0


def editable_copies() -> Iterator[Any]:
    for one in EXAMPLES:
        slow = [] if one.values[0] in EDITABLE_EACH_TIME else [pytest.mark.slow]
        yield pytest.param(*one.values, id=one.id, marks=[*one.marks, *slow])


@pytest.mark.parametrize(("pack", "example"), EXAMPLES)
def test_with_the_blank(pack: str, example: str, request: pytest.FixtureRequest) -> None:
    assert_made_whole(pack, example, request, editable=False)


@pytest.mark.parametrize(("pack", "example"), list(editable_copies()))
def test_with_the_blank_whose_fields_stay(
    pack: str, example: str, request: pytest.FixtureRequest
) -> None:
    assert_made_whole(pack, example, request, editable=True)


def assert_made_whole(
    pack: str, example: str, request: pytest.FixtureRequest, *, editable: bool
) -> None:
    filled = composed(pack, example)
    pdf, proof = OfficialForms().fill(filled, blank_of(pack, request), editable=editable)
    assert_whole(proof)
    assert pdf.pages == len(filled.page_sizes)


@pytest.mark.parametrize(("pack", "example"), EXAMPLES)
def test_onto_the_paper_form(pack: str, example: str) -> None:
    filled = composed(pack, example)
    _, proof = OfficialForms().on_paper(filled)
    assert_whole(proof)
    assert proof.total == sum(bool(value.text or value.tick) for value in filled.values)


@pytest.mark.parametrize("pack", [OURS, *BLANKS])
def test_the_blank_is_known_by_its_fields_or_its_words(
    pack: str, request: pytest.FixtureRequest
) -> None:
    seen = OfficialForms().read(blank_of(pack, request)).sight
    form, edition = CATALOGUE.recognise(b"", seen) or (None, "")
    assert form is not None
    assert (form.id, edition) == (pack, form.edition)

"""The vote by proxy 14952*01: two flat pages, one across, and what waits for the officer."""

import io
from pathlib import Path

import pikepdf
import pytest

from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.examples import (
    CATALOGUE,
    composed,
    examples,
    reached,
    still_asked,
    texts,
    ticked,
)
from tests.helpers.flat_forms import off_cells, off_squares, off_underscores

PACK = "14952-procuration-vote"
BLANK = "cerfa-14952-01-procuration-vote-plat.pdf"
ON_THE_SPOT = "réservé à l'"
MAP = CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / BLANK


def test_every_cross_is_in_the_middle_of_its_square(blank: Path) -> None:
    assert len([place for place in MAP.place if place.kind == "tick"]) == 23
    assert off_squares(MAP, blank) == []


def test_every_digit_is_in_the_middle_of_its_cell(blank: Path) -> None:
    assert len([place for place in MAP.place if place.comb]) == 15
    assert off_cells(MAP, blank) == []


def test_every_line_of_writing_is_on_a_printed_line(blank: Path) -> None:
    written = [place for place in MAP.place if place.value and not place.comb]
    narrow = ("type de voie", "Récépissé : type d'élection")  # may write beyond a very short line
    assert off_underscores([p for p in written if not p.label.endswith(narrow)], blank) == []


def test_together_the_examples_reach_every_box() -> None:
    boxes = {place.label for place in MAP.place if ON_THE_SPOT not in place.label}
    reasons = {label for label in boxes if label.startswith("Raison : ")}
    first = {"Pour le premier tour seulement", "Récépissé : pour le premier tour seulement"}
    found = reached(composed(PACK, example) for example in examples(PACK))
    assert boxes - found - reasons - first == set()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("travail", "en raison d'obligations professionnelles"),
        ("handicap", "en raison d'un handicap"),
        ("sante", "pour raison de santé"),
        ("aidant", "en raison d'assistance à une personne malade ou infirme"),
        ("formation", "en raison d'obligations de formation"),
        ("vacances", "parce que je suis en vacances"),
        ("ailleurs", "parce que je réside dans une autre commune"),
    ],
)
def test_one_reason_only_is_sworn(reason: str, words: str) -> None:
    form = composed(PACK, "1-", procuration_motif=reason)
    assert [label for label in ticked(form) if "Raison" in label] == [f"Raison : {words}"]


def test_the_first_round_alone_is_said_on_both_pages() -> None:
    crosses = ticked(composed(PACK, "1-", election_tours="premier"))
    assert [label for label in crosses if "tour" in label] == [
        "Pour le premier tour seulement",
        "Récépissé : pour le premier tour seulement",
    ]


def test_what_is_written_before_the_officer_is_left_empty() -> None:
    left = [value for value in composed(PACK, "1-").values if ON_THE_SPOT in value.label]
    assert len(left) == 16
    assert not any(value.text or value.tick for value in left)


def test_in_detention_no_statement_is_sworn_and_the_register_is_enclosed() -> None:
    form = composed(PACK, "4-")
    assert not any(text for label, text in texts(form).items() if label.startswith("Attestation"))
    assert [paper.text for paper in form.enclosures] == ["Extrait du registre d’écrou"]


def test_a_street_goes_whole_into_its_four_boxes() -> None:
    written = texts(
        composed(PACK, "1-", adresse_voie="14 ter avenue de la République", adresse_complement="")
    )
    parts = ("n°", "bis, ter…", "type de voie", "nom de la voie")
    assert [written[f"Adresse personnelle : {part}"] for part in parts] == [
        "14",
        "ter",
        "av.",
        "de la République",
    ]


def test_after_the_housing_aid_only_the_vote_is_asked() -> None:
    new, known = still_asked(PACK, "3-", "10840-aide-logement")
    assert known == 9
    assert new == [
        "telephone",
        "courriel",
        "nom_naissance",
        "electeur_liste",
        "electeur_commune",
        "electeur_departement",
        "procuration_acte",
    ]


def test_a_newer_edition_is_told_and_marked_to_verify() -> None:
    form = CATALOGUE.form(PACK)
    assert form.withdrawn
    assert "14952*03" in form.warning[0].text
    assert any(source.to_verify for source in form.source)


def test_the_paper_is_known_and_filled_without_its_stray_fields_too(blank: Path) -> None:
    """Its fields belong to no form dictionary: a tool that saves it again may drop them."""
    bare = io.BytesIO()
    with pikepdf.open(blank) as document:
        for page in document.pages:
            del page.obj["/Annots"]
        document.save(bare)
    forms = OfficialForms()
    known = CATALOGUE.recognise(bare.getvalue(), forms.read(bare.getvalue()).sight)
    assert known is not None
    assert (known[0].id, known[1]) == (PACK, "14952*01")
    _, proof = forms.fill(composed(PACK, "1-"), bare.getvalue())
    assert (proof.problems, proof.verified) == ((), 39)

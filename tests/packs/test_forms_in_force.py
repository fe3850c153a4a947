"""Forms in force: each box on its square, its cells or its line; others' boxes left empty."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop_app.core.packs.model import Place
from tests.helpers.examples import CATALOGUE, asked, composed, filled, texts
from tests.helpers.flat_forms import RESERVED, never_reached, off_cells, off_lines, off_squares
from tests.helpers.official import widgets
from tests.helpers.printed import WEBDINGS_SQUARE, Rect, drawn, signs

AID = "16146-aide-juridictionnelle"
HOME = "16029-domiciliation"
ADULT, CHILD = "12100-carte-passeport-majeur", "12101-carte-passeport-mineur"
SALE = "15776-cession-vehicule"
WORKS = "16702-declaration-prealable"
BLANKS = {
    AID: "cerfa-16146-03-aide-juridictionnelle-plat.pdf",
    HOME: "cerfa-16029-01-demande-election-domicile.pdf",
    ADULT: "cerfa-12100-03-cni-passeport-majeur-plat.pdf",
    CHILD: "cerfa-12101-03-cni-passeport-mineur-plat.pdf",
    SALE: "cerfa-15776-02-certificat-cession-plat.pdf",
    WORKS: "cerfa-16702-03-declaration-prealable.pdf",
}
BOXES = {
    AID: (201, 18),
    HOME: (55, 30),
    ADULT: (87, 7),
    CHILD: (90, 7),
    SALE: (130, 0),
    WORKS: (384, 28),
}
"""Pack -> boxes of its map, those that are the office's, the lawyer's or the town hall's."""
WHITE = 235


@pytest.fixture(scope="module")
def blanks(corpus: Path) -> dict[str, Path]:
    return {pack: corpus / "french" / name for pack, name in BLANKS.items()}


def places(pack: str) -> Sequence[Place]:
    return CATALOGUE.field_map(pack).place


def parted(blank: Path, page: int) -> list[Rect]:
    """Return the cells that upright rules part, in a frame or not."""
    upright = sorted(
        {
            (round(low), round(high), round(x, 1))
            for left, low, right, high in drawn(blank, page)
            for x in (left, right)
            if 14 < high - low < 19
        }
    )
    return [
        (x, low, after, high)
        for (low, high, x), (other, _, after) in pairwise(upright)
        if low == other and 12 < after - x < 16
    ]


def squares(blank: Path, page: int) -> list[Rect]:
    return signs(blank, page, WEBDINGS_SQUARE)


@cache
def picture(blank: Path, page: int) -> Any:
    with pdfium.PdfDocument(blank) as document:
        shown = document[page - 1]
        seen = shown.render(scale=4).to_pil().convert("RGB")
        shown.close()
    return seen


def is_white(blank: Path, page: int, x: float, y: float) -> bool:
    seen = picture(blank, page)
    return min(seen.getpixel((round(x * 4), seen.height - round(y * 4)))) > WHITE


@pytest.mark.parametrize("pack", BOXES)
def test_what_is_somebody_elses_is_left_empty(pack: str) -> None:
    theirs = [place for place in places(pack) if RESERVED in place.label]
    assert (len(places(pack)), len(theirs)) == BOXES[pack]
    assert not any(place.value for place in theirs)
    assert all(place.when == "false" for place in theirs if place.kind == "tick")


@pytest.mark.parametrize("pack", BOXES)
def test_together_the_examples_reach_every_box(pack: str) -> None:
    assert never_reached(pack) == set()


@pytest.mark.parametrize(
    ("pack", "hidden"), [(HOME, set()), (WORKS, {"N1NCA_numero", "NAFCA_formulaire"})]
)
def test_every_field_is_mapped_once_where_the_blank_has_it(
    pack: str, hidden: set[str], blanks: dict[str, Path]
) -> None:
    found = widgets(blanks[pack])
    names = {name: rects[0] for (name, _), rects in found.items() if name}
    mapped = [(place.field, place.option) for place in places(pack)]
    assert len(mapped) == len(set(mapped))
    assert {name for name, _ in mapped} == set(names) - hidden
    for place in places(pack):
        at = found[place.field, place.option][0] if place.option else names[place.field]
        page, (left, low, right, high) = at
        x, y, wide, tall = place.box
        assert place.page == page
        assert (x, y, x + wide, y + tall) == pytest.approx((left, low, right, high), abs=0.2)


def test_every_cross_is_in_the_middle_of_its_square(blanks: dict[str, Path]) -> None:
    assert off_squares(CATALOGUE.field_map(AID), blanks[AID]) == []
    assert off_squares(CATALOGUE.field_map(SALE), blanks[SALE], squares) == []


def test_every_sign_is_in_the_middle_of_its_cell(blanks: dict[str, Path]) -> None:
    assert off_cells(CATALOGUE.field_map(AID), blanks[AID], parted) == []
    assert off_cells(CATALOGUE.field_map(SALE), blanks[SALE]) == []


def test_every_line_of_writing_is_on_a_printed_line(blanks: dict[str, Path]) -> None:
    assert off_lines(CATALOGUE.field_map(AID), blanks[AID]) == ["Date de l'audience"]
    unruled = off_lines(CATALOGUE.field_map(SALE), blanks[SALE])
    assert all("qualité du signataire" in label for label in unruled)


@pytest.mark.parametrize("pack", [ADULT, CHILD])
def test_each_cell_of_a_picture_is_white_and_parted_from_the_next(
    pack: str, blanks: dict[str, Path]
) -> None:
    combs = [one for one in places(pack) if one.comb and one.page == 1 and "Date" not in one.label]
    assert sum(one.comb for one in combs) > 900
    for one in combs:
        x, y, wide, high = one.box
        cell, middle = wide / one.comb, y + high / 2
        for number in range(one.comb):
            at = x + (number + 0.5) * cell
            assert is_white(blanks[pack], 1, at - 4, middle), (one.label, number)
            assert is_white(blanks[pack], 1, at + 4, middle), (one.label, number)
        edges = [x + number * cell for number in range(1, one.comb)]
        assert not any(is_white(blanks[pack], 1, at, middle) for at in edges), one.label


def test_a_name_longer_than_its_row_goes_on_in_the_next(blanks: dict[str, Path]) -> None:
    written = texts(composed(ADULT, "2"))
    assert written["Nom"] + written["Nom, suite"] == (
        "DE MONTGOLFIER-SAINT-RÉMY DE BELLEVUE-LES-ORMES"
    )
    assert len(written["Nom"]) == 37


def test_a_particular_case_is_asked_nothing_of_income() -> None:
    base = {"nom": "Martin", "aj_pour": "moi", "hebergement": "chez-moi"}
    assert "aj_avis" in asked(AID, **base, aj_cas="aucun")
    now = {*asked(AID, **base, aj_cas="asile")}
    assert not now & {"aj_avis", "aj_revenu_reference", "aj_epargne", "aj_biens"}


def test_who_lives_alone_is_asked_of_nobody_else() -> None:
    base = {"nom": "Martin", "aj_pour": "moi", "hebergement": "chez-moi", "aj_foyer_nombre": "1"}
    now = {*asked(AID, **base, aj_famille="marie", aj_avis="non", aj_cas="aucun")}
    assert not {one for one in now if one.startswith(("aj_foyer_1", "conjoint", "aj_rep"))}
    assert "aj_revenus_moi" in now
    assert not now & {"aj_revenus_conjoint", "aj_revenus_enfants"}


def test_a_spouse_and_a_child_are_each_on_a_row_of_their_own() -> None:
    written = texts(composed(AID, "2"))
    assert written["Foyer fiscal, ligne 1 : nom et prénom"] == "de la Fontaine Jean-Christophe"
    assert written["Foyer fiscal, ligne 2 : nom et prénom"] == "DE LA FONTAINE Éléonore"
    alone = texts(composed(AID, "1"))
    assert alone["Foyer fiscal, ligne 1 : nom et prénom"] == "SARR Inès"


@pytest.mark.parametrize(
    ("pack", "begins"),
    [(AID, ("aj_rep", "aj_adversaire", "aj_avocat")), (SALE, ("cession_autre",))]
    + [(pack, ("cni_parent",)) for pack in (ADULT, CHILD)],
)
def test_nothing_of_the_person_is_proposed_for_somebody_else(
    pack: str, begins: tuple[str, ...]
) -> None:
    every = [one for part in CATALOGUE.form(pack).section for one in part.question]
    theirs = [one for one in every if one.id.startswith(begins)]
    assert len(theirs) > 4
    assert not any(one.remember for one in theirs)


def test_a_parents_own_facts_are_in_the_parents_part_alone() -> None:
    mother = texts(composed(CHILD, "1"))
    assert mother["Premier parent : nom"] == "DUPRÉ"
    assert mother["Nom"] == "MARTIN"
    guardian = texts(composed(CHILD, "3"))
    assert guardian["Premier parent : prénom(s)"] == "AWA"
    assert guardian["Autorisation : je soussigné(e)"] == "Camille Roux"


def test_each_owner_is_in_her_own_frame_on_both_copies() -> None:
    seller, buyer = texts(composed(SALE, "1")), texts(composed(SALE, "2"))
    for copy in (1, 2):
        end = f" (exemplaire {copy})"
        assert seller[f"Ancien propriétaire : je soussigné(e){end}"].endswith("Élodie")
        assert seller[f"Nouveau propriétaire : je soussigné(e){end}"] == "Roux Camille"
        assert seller[f"Nouveau propriétaire : fait à{end}"] == ""
        assert buyer[f"Nouveau propriétaire : je soussigné(e){end}"].endswith("Marie-Antoinette")


def test_a_seller_certifies_nothing_for_the_buyer() -> None:
    form = filled(SALE, nom="Martin", cession_role="ancien", demandeur_type="personne",
                  hebergement="chez-moi", cession_autre="non")  # fmt: skip
    assert not [one.label for one in form.values if one.tick and "Acquérir" in one.label]


def test_the_replaced_form_leads_to_the_one_that_replaces_it() -> None:
    old, new = CATALOGUE.form("15548-domiciliation"), CATALOGUE.form(HOME)
    assert (old.withdrawn, old.successor, old.instead[0]) == (True, new.edition, HOME)
    assert not new.withdrawn


def test_works_at_home_are_asked_little_of_what_is_rare() -> None:
    base = {"nom": "Martin", "dp_declarant": "personne", "hebergement": "chez-moi"}
    now = {*asked(WORKS, **base, dp_terrain_chez_vous="oui", dp_surfaces="logement")}
    assert "dp_s_seul_avant" in now
    assert not {one for one in now if one.startswith(("dp_s_tout", "dp_s_bureau", "dp_pvr_nom"))}
    assert not now & {"dp_log_total", "dp_mode", "dp_denomination", "dp_parcelle_2_numero"}

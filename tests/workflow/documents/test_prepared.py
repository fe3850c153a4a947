"""A paper that nobody here had: brought, its boxes told by their words, confirmed once, known."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.model import write_generic
from desktop_app.core.packs.model import Place
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.forms import (
    FormNotSeen,
    FormOtherPaper,
    FormToConfirm,
    fill_pack,
    fill_paper,
)
from desktop_app.workflow.documents.prepared import (
    Brought,
    bring,
    form_of_blank,
    keep_map,
    prepared_for,
)
from tests.helpers import brought as paper

TODAY = dt.date(2026, 11, 30)
TOLD = {
    "prenom": "Simone",
    "nom": "Martin",
    "nom_naissance": "Dupré",
    "date_naissance": "12/05/1958",
    "nationalite": "francaise",
    "hebergement": "chez-moi",
    "adresse_voie": "12 rue des Tilleuls",
    "code_postal": "42000",
    "commune": "Saint-Étienne",
    "en_couple": "oui",
    "conjoint_prenom": "Karim",
    "conjoint_nom": "Haddad",
    "enfants_nombre": "0",
    "organisme": "caf",
}
MADE: dict[str, Callable[[], bytes]] = {"fields": paper.with_fields, "flat": paper.flat}
FIELDS_SLOWLY = [pytest.param("fields", marks=pytest.mark.slow), "flat"]
FLAT_SLOWLY = ["fields", pytest.param("flat", marks=pytest.mark.slow)]


@pytest.fixture
def tools(tmp_path: Path) -> RealTools:
    """The real tools, over our forms and a folder of one's own."""
    made = RealTools()
    made.__dict__["catalogue"] = FolderCatalogue(data_root("forms"), own=tmp_path / "modeles")
    return made


def given(tools: RealTools, data: bytes, pack: str = paper.PACK) -> Brought:
    return bring(tools.forms, tools.catalogue, pack, data, "papier.pdf", today=TODAY)


def values(found: Brought) -> dict[str, tuple[Place, ...]]:
    assert found.paired is not None
    return {one.spot.label: one.places for one in found.paired.pairs}


@pytest.mark.parametrize("kind", FLAT_SLOWLY)
def test_a_box_is_told_by_its_words_and_by_whose_part_it_stands_in(
    kind: str, tools: RealTools
) -> None:
    """Nothing is written for somebody else, nor where two boxes may be meant."""
    found = given(tools, MADE[kind]())
    assert found.paired is not None
    assert found.paired.printed == paper.NUMBER
    told = {one.spot.label: one.line.label for one in found.paired.pairs}
    assert told["Nom de famille"] == "Conjoint : nom"
    assert told["Prénom"] == "Conjoint : prénoms"
    assert told["Prénoms"] == "Prénoms"
    assert told["Localité"] == "Commune"
    assert told["Adresse mail"] == "Adresse électronique"
    assert "Personne à prévenir" not in told
    assert "Montant des travaux" not in told
    assert len(found.paired.pairs) == 18
    (cells,) = values(found)["Né(e) le"]
    assert cells.value == "{{ date_naissance | chiffres_date }}"


@pytest.mark.parametrize("kind", FIELDS_SLOWLY)
def test_what_was_confirmed_is_filled_proved_and_known_the_next_time(
    kind: str, tools: RealTools
) -> None:
    data = MADE[kind]()
    found = given(tools, data)
    assert found.paired is not None
    form = form_of_blank(found, frozenset({"Conjoint : nom"}))
    draft = Draft(form.definition.id, TOLD, form=write_generic(form))
    made = fill_pack(tools.forms, tools.catalogue, tools.law, draft, blank=data, today=TODAY)
    assert made.proof.proved
    assert made.prepared is not None
    texts = [one.text for one in made.prepared.document.values if one.text]
    assert {"Dupré", "Simone", "12051958", "Karim", "Saint-Étienne"} <= set(texts)
    assert "Haddad" not in texts, "she said that it is not this box"
    assert "conjoint_nom" in [one.id for one in made.prepared.unplaced]
    asked = [one.label for part in form.definition.section for one in part.question]
    assert "Personne à prévenir" in asked, "what no line is about is asked in the paper's words"

    keep_map(tools.catalogue, found, form)
    known = tools.catalogue.known_blank(data)
    assert known is not None
    kept = known[0].id
    again = given(tools, data)
    assert again.paired is None
    assert again.pack == kept
    mine = Draft(kept, TOLD)
    proof = fill_pack(tools.forms, tools.catalogue, tools.law, mine, blank=data, today=TODAY).proof
    assert proof.proved


def test_its_number_alone_leads_from_a_pdf_to_the_prepared_form(
    tools: RealTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are not read for that: each takes longer than to look at a page of the PDF."""
    opened = given(tools, paper.with_fields()).opened
    read: list[str] = []
    form = tools.catalogue.form
    monkeypatch.setattr(tools.catalogue, "form", lambda pack: (read.append(pack), form(pack))[1])
    found = prepared_for(tools.catalogue, opened, TODAY)
    assert found is not None
    assert found.pack == paper.PACK
    assert set(read) == {paper.PACK}
    without = given(tools, paper.with_fields("")).opened
    assert prepared_for(tools.catalogue, without, TODAY) is None


@pytest.mark.slow
def test_nothing_is_printed_onto_it_nor_filled_unseen(tools: RealTools) -> None:
    draft = Draft(paper.PACK, TOLD)
    doors = (tools.forms, tools.catalogue, tools.law, draft)
    with pytest.raises(FormNotSeen):
        fill_paper(*doors, today=TODAY)
    with pytest.raises(FormToConfirm) as told:
        fill_pack(*doors, blank=paper.with_fields(), today=TODAY)
    assert len(told.value.paired.pairs) == 18
    made = fill_pack(*doors, blank=paper.with_fields(), today=TODAY, carry_over=True)
    assert made.proof.proved


@pytest.mark.slow
def test_the_blank_of_another_form_is_refused(tools: RealTools) -> None:
    first = given(tools, paper.with_fields())
    keep_map(tools.catalogue, first, form_of_blank(first, frozenset()))
    with pytest.raises(FormOtherPaper):
        given(tools, paper.with_fields(), "15036-dalo")

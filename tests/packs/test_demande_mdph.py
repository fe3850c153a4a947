"""The request to the MDPH, 15692*01: two files of one number, and only what concerns the person."""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.editions.inspected import InspectedForm
from desktop_app.core.packs.model import FieldMap, FormDefinition, Place
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.workflow.interview.interview import Interview
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK = "15692-demande-mdph"
LONGER = "15692*01 avec certificat"
BLANKS = {
    "": "cerfa-15692-01-mdph-demande.pdf",
    LONGER: "cerfa-15692-01-mdph-demande-combine.pdf",
}
"""Edition of a map ("" is the pack's own) -> file of the corpus."""

DOUBLED = {"Case à cocher 174", *(f"Case à cocher {number}" for number in range(283, 290))}
"""Ticks that lie under another one of the same box: ticking them would show nothing."""
NO_FIELD = "Indemnisation : si oui, auprès de quel organisme (case)"
"""A box that the longer file draws without a field."""
TOLD_OTHERWISE = {
    "Aide technique, matériel ou équipement (case)",
    "Aide à la personne (case)",
    "Aide humaine aux élèves handicapés (case)",
    "Orientation : CRP, CPO ou UEROS",
    "Je certifie sur l'honneur l'exactitude des informations déclarées",
}
"""Boxes whose printed words begin otherwise than the label: looked at by eye."""

EXAMPLES = sorted((data_root("forms") / "official" / PACK / "examples").iterdir(), key=str)
Rect = tuple[float, float, float, float]


MOST_PAGES = 30
"""Of an adult who asks for the usual rights and is without work; as many parts for everybody."""
PARTS = 8


def test_an_adult_is_asked_thirty_pages_at_most_in_a_few_named_parts(form: FormDefinition) -> None:
    simple = EXAMPLES[0]
    draft = read_draft(simple.read_bytes(), PACK, simple.name)
    assert len(Interview(form, draft, TODAY).pages) <= MOST_PAGES
    for path in EXAMPLES:
        interview = Interview(form, read_draft(path.read_bytes(), PACK, path.name), TODAY)
        numbers = [page.part.number for page in interview.pages]
        assert numbers == sorted(numbers), f"{path.name} goes backwards"
        assert {page.part.total for page in interview.pages} == {PARTS}


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module", params=[*BLANKS], ids=["20 pages", "32 pages"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def blank(corpus: Path, edition: str) -> InspectedForm:
    return OfficialForms().inspect((corpus / "french" / BLANKS[edition]).read_bytes())


@pytest.fixture(scope="module")
def boxes_of_blank(blank: InspectedForm) -> dict[tuple[str, str], tuple[int, Rect]]:
    """Return page and rectangle of each field, or of each option of a field."""
    found: dict[tuple[str, str], tuple[int, Rect]] = {}
    for one in blank.fields:
        if one["type"] != "signature":
            for option in one["options"] or [{"id": "", **one}]:
                found[one["name"], option["id"]] = (option["page"], tuple(option["rect"]))
    return found


def example(number: int) -> dict[str, Any]:
    said: dict[str, Any] = tomllib.loads(EXAMPLES[number - 1].read_text("utf-8"))["answers"]
    return said


def written(form: FormDefinition, field_map: FieldMap, answers: dict[str, Any]) -> set[str]:
    """Return the labels of what is written or ticked."""
    now = {*asked(form, answers)}
    given = {name: value for name, value in answers.items() if name in now}
    document = compose_form(form, field_map, validate(form, Draft(PACK, given), TODAY), TODAY)
    return {value.label for value in document.values if value.text or value.tick}


def asked(form: FormDefinition, answers: dict[str, Any]) -> list[str]:
    return [one.question.id for one in asked_now(form, Draft(PACK, answers), TODAY)]


def test_every_field_of_the_request_is_mapped_once(
    edition: str, boxes_of_blank: dict[tuple[str, str], tuple[int, Rect]]
) -> None:
    there = {
        name for name, (page, _) in boxes_of_blank.items() if page <= 20 and name[0] not in DOUBLED
    }
    mapped = [
        (place.field, place.option)
        for place in CATALOGUE.field_map(PACK, edition).place
        if place.field and place.page <= 20
    ]
    assert set(mapped) == there
    feet = [name for name in mapped if name[0].endswith("BAS DE PAGE")]
    assert len(feet) == 2 * 19
    assert len(mapped) - len(feet) == len(set(mapped) - set(feet))


def test_the_certificate_inside_is_left_to_the_doctor(
    edition: str, boxes_of_blank: dict[tuple[str, str], tuple[int, Rect]]
) -> None:
    places = [place for place in CATALOGUE.field_map(PACK, edition).place if place.page > 20]
    assert bool(places) is (edition == LONGER)
    hers = {place.field for place in places if place.value}
    blocks = [place for place in places if "(réservé au médecin)" in place.label]
    assert not any(place.value or place.field for place in blocks)
    for (name, _), (page, rect) in boxes_of_blank.items():
        if page > 20 and name not in hers:
            assert any(one.page == page and covers(one.box, rect) for one in blocks), name


def covers(box: Rect, rect: Rect) -> bool:
    x, y, wide, high = box
    across, up = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return x <= across <= x + wide and y <= up <= y + high


def test_every_box_is_on_its_field(
    edition: str, boxes_of_blank: dict[tuple[str, str], tuple[int, Rect]]
) -> None:
    for place in CATALOGUE.field_map(PACK, edition).place:
        if place.field and not place.field.endswith("BAS DE PAGE"):
            page, (left, low, right, top) = boxes_of_blank[place.field, place.option]
            x, y, wide, high = place.box
            assert place.page == page, place.label
            assert left - 2 <= x <= x + wide <= right + 6, place.label
            assert low - 1 <= y <= y + high <= top + 8, place.label


def test_both_maps_write_the_same_in_the_same_boxes(field_map: FieldMap) -> None:
    def said(place: Place) -> tuple[object, ...]:
        return place.label, place.kind, place.value, place.when, place.page

    longer = CATALOGUE.field_map(PACK, LONGER).place
    request = [place for place in longer if place.page <= 20]
    assert [said(place) for place in request] == [said(place) for place in field_map.place]
    assert [place.label for place in request if place.kind == "tick" and not place.field] == [
        NO_FIELD
    ]


def test_each_tick_stands_before_the_words_that_its_label_says(
    field_map: FieldMap, corpus: Path
) -> None:
    """Some options are called Oui where the paper prints Non: the printed words decide."""
    document = pdfium.PdfDocument(corpus / "french" / BLANKS[""])
    letters = {page: list(printed(document, page)) for page in range(1, 21)}
    document.close()
    ticks = [place for place in field_map.place if place.kind == "tick"]
    assert len(ticks) == 318
    for place in ticks:
        if place.label not in TOLD_OTHERWISE:
            wanted = folded(place.label.rpartition(" : ")[2])
            assert folded(beside(letters[place.page], place)).startswith(wanted[:4]), place.label


def printed(document: Any, page: int) -> Iterator[tuple[float, float, str]]:
    """Yield the middle of each letter of a page, with it."""
    shown = document[page - 1]
    words = shown.get_textpage()
    for place, letter in enumerate(words.get_text_range()):
        left, low, right, top = words.get_charbox(place)
        yield (left + right) / 2, (low + top) / 2, letter
    words.close()
    shown.close()


def beside(letters: list[tuple[float, float, str]], place: Place) -> str:
    """Return the letters at the right of a tick: its first line alone."""
    x, y, wide, high = place.box
    near = sorted(
        (across, up, letter)
        for across, up, letter in letters
        if 0 <= across - x - wide <= 60 and y - 2 <= up <= y + high + 3 and letter.strip()
    )
    first = max((up for _, up, _ in near), default=0)
    return "".join(letter for _, up, letter in near if first - up < 7)


def folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", bare)


VARIANTS: list[tuple[int, dict[str, Any]]] = [
    (1, {"mdph_logement": "proprietaire", "deja_travaille": "non"}),
    (1, {"sans_emploi_situation": ["formation", "etudiant"], "formation_texte": "Secrétariat"}),
    (1, {"accompagnement_emploi": ["mission", "ft", "rsa", "autre"]}),
    (1, {"accompagnement_emploi": ["autre"], "accompagnement_emploi_autre": "Une association"}),
    (1, {"structure_pro": "Cap emploi", "structure_pro_contact": "oui"}),
    (1, {"mdph_logement": "etablissement", "mdph_logement_etablissement": "Les Acacias"}),
    *((1, {"mdph_logement": where}) for where in ("chez-enfants", "chez-ami", "chez-famille")),
    (2, {"courriel": "mariama@example.org", "service2_contact": "oui", "internat_pris": "oui"}),
    (2, {"presence_emploi": "non", "tierce_semaine": "", "tierce_an": "200"}),
    (2, {"ecole_mode": "ordinaire", "ecole_trouvee_contact": "non"}),
    *((2, {"ecole_mode": mode}) for mode in ("domicile", "accompagnement", "partage-soin")),
    (2, {"ecole_mode": "superieur"}),
    (2, {"ecole_mode": "autre", "ecole_mode_autre": "Par correspondance"}),
    (2, {"scolarise": "non", "non_scolarise": ["jeune"], "scolarise_quand": "septembre 2027"}),
    (2, {"scolarise": "non", "non_scolarise": ["solution"], "sans_solution": "Pas de place"}),
    (2, {"scolarise": "non", "non_scolarise": ["autre"], "non_scolarise_autre": "Malade"}),
    (3, {"emploi_milieu": "adaptee", "emploi_contrat": "cdd", "arret_type": "avec"}),
    (3, {"emploi_milieu": "esat", "emploi_contrat": "interim", "arret_type": "conge"}),
    (3, {"emploi_contrat": "aide", "invalidite": "1"}),
    (3, {"emploi_statut": "independant", "independant_regime": "Artisan", "invalidite": "3"}),
    (4, {"representant1_naissance": "03/09/1975", "representant2_organisme": "UDAF"}),
    (4, {"representant2_complement": "Bâtiment B", "representant2_courriel": "a@example.org"}),
    (5, {"stage_remunere": "non"}),
]
"""Number of an example, and what is answered otherwise."""


def test_together_the_examples_and_their_variants_reach_every_box(
    form: FormDefinition, field_map: FieldMap
) -> None:
    given = [(number, {}) for number in range(1, len(EXAMPLES) + 1)] + VARIANTS
    reached = set().union(
        *(written(form, field_map, {**example(number), **changed}) for number, changed in given)
    )
    assert {place.label for place in field_map.place} - reached == {
        "MDPH, accueil physique et téléphonique (réservé à la MDPH)"
    }


def test_a_simple_first_request_asks_neither_of_school_nor_of_a_relative(
    form: FormDefinition,
) -> None:
    now = asked(form, example(1))
    assert not {"scolarise", "aidant_nom", "parent2", "representant1_nom", "emploi_depuis"} & {*now}
    papers = [name for name in now if name.startswith("piece_")]
    everything = [question for section in form.section for question in section.question]
    assert len(now) - len(papers) < len(everything) / 3


def test_a_renewal_without_change_is_its_parts_a_and_e(form: FormDefinition) -> None:
    now = {*asked(form, example(4))}
    assert not {"vit_avec", "ressources_mdph", "besoins_maison", "travail", "vie_texte"} & now
    assert {"vit_avec", "vie_texte"} <= {*asked(form, {**example(4), "decrire_vie": "oui"})}


@pytest.mark.parametrize(
    ("rights", "work", "wishes"),
    [(["aah"], [], []), ([], ["rqth"], []), ([], ["esat"], []), (["pch"], [], ["revenu"])],
    ids=["AAH", "RQTH", "ESAT", "a minimum income"],
)
def test_what_bears_on_work_opens_the_work_part(
    form: FormDefinition, rights: list[str], work: list[str], wishes: list[str]
) -> None:
    base = {**example(1), "droits_adulte": ["pch"], "droits_travail": [], "souhaits_vie": []}
    assert "travail" not in asked(form, base)
    changed = {"droits_adulte": rights, "droits_travail": work, "souhaits_vie": wishes}
    assert "travail" in asked(form, {**base, **changed})


@pytest.mark.parametrize(
    ("born", "block"),
    [
        ({"date_naissance": "26/11/2006"}, "Moins de 20 ans"),
        ({"date_naissance": "25/11/2006"}, "Plus de 20 ans"),
        ({"date_naissance": "", "annee_naissance": "2007"}, "Moins de 20 ans"),
        ({"date_naissance": "", "annee_naissance": "1961"}, "Plus de 20 ans"),
    ],
    ids=["the day before her birthday", "on her birthday", "a late year", "an early year"],
)
def test_the_block_of_a_right_follows_from_her_age(
    form: FormDefinition, field_map: FieldMap, born: dict[str, str], block: str
) -> None:
    answers = {**example(1), **born, "droits_adulte": ["pch", "stationnement"]}
    told = {label for label in written(form, field_map, answers) if " de 20 ans : " in label}
    assert {label.partition(" : ")[0] for label in told} == {block}
    assert len(told) == 2


def test_a_child_s_request_bears_the_child_s_name_and_the_parent_s_apart(
    form: FormDefinition, field_map: FieldMap
) -> None:
    draft = Draft(PACK, example(2))
    document = compose_form(form, field_map, validate(form, draft, TODAY), TODAY)
    values = {value.label: value.text for value in document.values}
    assert values["Nom de naissance"] == values["Nom (en bas de la page 9)"] == "Diallo"
    assert values["Parent 1 ou représentant légal 1 : Nom"] == "Sow"
    assert values["Votre numéro de Sécurité Sociale : chiffre 1"] == "2"
    assert values["Numéro de Sécurité Sociale de votre enfant : chiffre 1"] == "1"


def test_nobody_certifies_in_her_place(form: FormDefinition, field_map: FieldMap) -> None:
    silent = {name: value for name, value in example(1).items() if name != "certifie"}
    certified = "Je certifie sur l'honneur l'exactitude des informations déclarées"
    assert certified in written(form, field_map, example(1))
    assert certified not in written(form, field_map, silent)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, len(EXAMPLES) + 1))
def test_the_longest_answers_are_whole_in_their_boxes(
    form: FormDefinition, field_map: FieldMap, corpus: Path, number: int
) -> None:
    """Nothing that a question accepts has to go to a sheet of its own."""
    longest = {
        question.id: ("Je ne peux plus porter mes courses " * 200)[: question.max_length].strip()
        for section in form.section
        for question in section.question
        if question.kind in ("text", "long_text", "name") and question.max_length
    }
    answers = {**example(number), **longest}
    given = {name: answers[name] for name in asked(form, answers) if name in answers}
    filled = compose_form(form, field_map, validate(form, Draft(PACK, given), TODAY), TODAY)
    blank = (corpus / "french" / BLANKS[""]).read_bytes()
    _, proof = OfficialForms().fill(filled, blank)
    assert (proof.problems, proof.overflow) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, len(EXAMPLES) + 1))
def test_the_longer_file_is_filled_whole_too(
    form: FormDefinition, corpus: Path, number: int
) -> None:
    blank = (corpus / "french" / BLANKS[LONGER]).read_bytes()
    unsure = tomllib.loads(EXAMPLES[number - 1].read_text("utf-8")).get("je_ne_sais_pas", ())
    answers = validate(form, Draft(PACK, example(number), frozenset(unsure)), TODAY)
    filled = compose_form(form, CATALOGUE.field_map(PACK, LONGER), answers, TODAY)
    pdf, proof = OfficialForms().fill(filled, blank)
    assert pdf.pages == 32
    assert (proof.problems, proof.overflow) == ((), ())
    assert proof.verified == proof.total > 0


def test_each_file_is_known_by_its_fields(edition: str, blank: InspectedForm) -> None:
    found = CATALOGUE.recognise(b"", blank.sight)
    assert found is not None
    assert (found[0].id, found[1]) == (PACK, edition or found[0].edition)

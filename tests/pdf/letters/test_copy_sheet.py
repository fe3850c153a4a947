"""What to copy by hand onto a paper form, box by box, in the order of the paper."""

import dataclasses
import re

from desktop_app.core.documents.model import EnclosedPaper, FilledForm, Missing, PlacedValue
from desktop_app.pages.copying import copy_sheet, copying
from desktop_app.pages.page import Box, Card
from desktop_app.pdf.letters.writer import TypstLetters
from tests.helpers.pages import printed_pages

BOX = (0.0, 0.0, 10.0, 10.0)
FORM = FilledForm(
    pack="essai",
    title="Demande d’élection de domicile",
    number="15548",
    edition="02",
    page_sizes=((595, 842), (595, 842)),
    values=(
        PlacedValue("Nom de naissance", 1, BOX, text="MARTIN-LEFÈVRE"),
        PlacedValue("N° de sécurité sociale", 1, BOX, text="295109912611193", comb=15),
        PlacedValue("IBAN", 1, BOX, text="FR7630006000011234567890189", comb=27),
        PlacedValue("Sans domicile stable", 1, BOX, tick=True),
        PlacedValue("Hébergé", 1, BOX, kind="tick", question="logement"),
        PlacedValue("Réservé à l'organisme", 1, BOX),
        PlacedValue("Téléphone", 1, BOX, question="telephone"),
        PlacedValue("En couple", 1, BOX, kind="tick", question="couple"),
        PlacedValue("Ma situation", 2, BOX, text="Chez des amis depuis mars.\nJusqu'à mai."),
    ),
    enclosures=(
        EnclosedPaper("id", "Copie de la carte d’identité", 1),
        EnclosedPaper("att", "Attestation d’hébergement", later=True),
    ),
    missing=(
        Missing("telephone", "Votre numéro de téléphone"),
        Missing("couple", "Vivez-vous en couple ?"),
    ),
    warnings=("Apportez le formulaire au CCAS.",),
)


def words(form: FilledForm) -> str:
    pages = printed_pages(TypstLetters().sheet(copy_sheet(form)).data)
    return re.sub(r"[\s\ufffe\x02]+", " ", " ".join(page.text for page in pages))


def test_boxes_come_in_the_order_of_the_paper_page_by_page() -> None:
    told = words(FORM)
    places = [
        told.index(text)
        for text in (
            "Page 1 du formulaire",
            "Nom de naissance",
            "sécurité sociale",
            "IBAN",
            "Cochez : Sans domicile stable",
            "Laissez vide : Hébergé ; Réservé à l’organisme",
            "Téléphone À remplir au stylo",
            "En couple À cocher au stylo",
            "Page 2 du formulaire",
            "Chez des amis depuis mars.",
        )
    ]
    assert places == sorted(places)


def test_many_boxes_to_leave_empty_are_told_by_the_first_and_the_last() -> None:
    blank = dataclasses.replace(FORM.values[0], text="", tick=False, comb=0, question="autre")
    many = tuple(dataclasses.replace(blank, label=f"Case {n}") for n in range(40))
    told = words(dataclasses.replace(FORM, values=many))
    assert "Laissez vide : 40 cases, de « Case 0 » à « Case 39 »" in told
    assert "Case 20" not in told


def test_values_are_shown_as_they_must_be_copied() -> None:
    told = words(FORM)
    assert "Jusqu'à mai." in told, "no typography is put on what is copied"
    assert "295109912611193" in told.replace(" ", "")
    assert "FR7630006000011234567890189" in told.replace(" ", "")


def test_values_are_large() -> None:
    page = printed_pages(TypstLetters().sheet(copy_sheet(FORM)).data)[0]
    text = "".join(char.text for char in page.chars)
    start = text.index("295109912611193")
    assert {round(char.size) for char in page.chars[start : start + 15]} == {18}


def test_each_character_of_a_comb_has_its_box() -> None:
    page = printed_pages(TypstLetters().sheet(copy_sheet(FORM)).data)[0]
    text = "".join(char.text for char in page.chars)
    start = text.index("295109912611193")
    for char in page.chars[start : start + 15]:
        cells = [path for path in page.paths if char.box.inside(path)]
        assert [c for c in cells if c.right - c.left < 9], char


def test_checklist_papers_and_blanks() -> None:
    told = words(FORM)
    assert "Datez et signez le formulaire." in told
    assert "Pièce n° 1 : Copie de la carte d’identité (1 page)" in told
    assert "Suivra : Attestation d’hébergement" in told
    assert "Il manque Votre numéro de téléphone" in told
    assert "Apportez le formulaire au CCAS." in told
    assert "Formulaire n° 15548*02" in told


def test_an_edition_may_be_written_whole() -> None:
    whole = words(dataclasses.replace(FORM, edition="15548*02", successor="16029*01"))
    assert "Formulaire n° 15548*02." in whole
    assert "15548*15548" not in whole


def test_a_replaced_form_says_so_first() -> None:
    told = words(dataclasses.replace(FORM, successor="99999*01"))
    assert told.index("Formulaire remplacé : demandez le n° 99999*01.") < told.index("Page 1 du")


def test_a_form_in_force_says_nothing_of_the_kind() -> None:
    assert "remplacé" not in words(FORM)


def test_a_withdrawn_form_without_successor() -> None:
    assert "n’est plus en service" in words(dataclasses.replace(FORM, withdrawn=True))


def test_a_form_of_two_hundred_boxes() -> None:
    many = tuple(PlacedValue(f"Case {n}", 1 + n // 50, BOX, text="X" * 60) for n in range(200))
    told = words(dataclasses.replace(FORM, values=many))
    assert told.count("Case ") == 200
    assert "Page 4 du formulaire" in told


def test_a_number_whose_cells_are_boxes_of_their_own_is_copied_whole() -> None:
    cells = tuple(
        PlacedValue(f"Code postal : chiffre {place}", 1, BOX, text=digit, comb=1)
        for place, digit in enumerate("42600", 1)
    )
    page = copying(dataclasses.replace(FORM, values=cells))
    assert Card("Page 1 du formulaire", (Box("signs", "Code postal", "42600"),)) in page.blocks

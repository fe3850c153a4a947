"""The pages of a form that no pack knows: made when it is read, one thing a page."""

import datetime as dt

import msgspec
import pytest

from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.facts import Box, FormFacts, Spot, Title
from desktop_app.core.generic.model import read_generic, write_generic
from desktop_app.core.generic.paging import paged as with_pages
from desktop_app.core.packs import lean
from desktop_app.core.packs.model import FormDefinition, QuestionPage
from desktop_app.core.packs.pages import MOST_BOXES

TODAY = dt.date(2026, 11, 29)
IDENTITY = ("Nom de naissance", "Prénoms", "Né(e) le")
ADDRESS = ("Adresse : numéro et voie", "Code postal", "Commune")


def read(*labels: str, title: str = "Le demandeur") -> FormDefinition:
    """A form whose boxes stand one under the other, under a printed title."""
    boxes = []
    for number, label in enumerate(labels):
        y = 780.0 - 16 * number
        boxes.append(Box(f"Texte{number}", "text", (Spot(1, (200, y, 500, y + 12), label),)))
    titles = (Title(1, (40, 800, 300, 812), title),)
    facts = FormFacts("a" * 64, ((595.0, 842.0),), tuple(boxes), titles)
    return read_generic(write_generic(generic_form(facts, "essai", TODAY))).definition


def paged(form: FormDefinition) -> list[tuple[str, list[str]]]:
    labels = {one.id: one.label for part in form.section for one in part.question}
    return [
        (page.title, [labels[name] for name in page.question])
        for part in form.section
        for page in part.page
    ]


def test_who_one_is_and_where_one_lives_are_pages_named_after_it() -> None:
    form = read(*IDENTITY, "Téléphone", *ADDRESS, "Surface du logement", "Montant du loyer")
    assert paged(form) == [
        ("Vous", [*IDENTITY, "Téléphone"]),
        ("Votre adresse", [*ADDRESS]),
        ("Page 1 : Le demandeur", ["Surface du logement", "Montant du loyer"]),
    ]


def test_what_is_another_s_stands_under_the_title_of_the_paper() -> None:
    form = read("Nom de l’employeur", "Adresse", "Code postal", title="Votre employeur")
    assert [title for title, _ in paged(form)] == ["Page 1 : Votre employeur"]


def test_what_is_not_understood_among_the_boxes_of_a_thing_stays_with_it() -> None:
    address = ["Numéro", "Voie", "Cedex", "Code postal", "Commune"]
    assert paged(read(*IDENTITY, *address))[1] == ("Votre adresse", address)


def test_ways_to_be_reached_and_the_halves_of_a_mail_stand_together() -> None:
    boxes = ["Téléphone fixe", "Courriel (avant le @)", "Courriel (après le @)"]
    assert paged(read("Surface", *boxes))[1] == ("Comment vous joindre", boxes)


def test_a_long_part_is_cut_into_pages_that_one_reads_at_a_glance() -> None:
    labels = tuple(f"Montant de la dépense numéro {n}" for n in range(30))
    pages = paged(read(*labels))
    assert [label for _, page in pages for label in page] == [*labels]
    assert max(len(page) for _, page in pages) <= MOST_BOXES
    assert {title for title, _ in pages} == {"Page 1 : Le demandeur"}


def test_a_box_alone_is_its_own_heading() -> None:
    assert paged(read("Montant demandé")) == [("", ["Montant demandé"])]


def test_the_draft_holds_no_pages_so_that_one_of_before_has_them_too() -> None:
    boxes = tuple(
        Box(f"Texte{n}", "text", (Spot(1, (200, 700.0 - 20 * n, 500, 712.0 - 20 * n), label),))
        for n, label in enumerate(IDENTITY)
    )
    made = generic_form(FormFacts("a" * 64, ((595.0, 842.0),), boxes, ()), "essai", TODAY)
    assert all(not part.page for part in made.definition.section)
    kept = write_generic(made)
    assert '"page":[{"title"' not in kept
    (part,) = read_generic(kept).definition.section
    asked = ("nom_de_naissance", "prenoms", "ne_e_le")
    assert part.page == (QuestionPage(title="Vous", question=asked),)


def test_the_pages_of_a_pack_stay_its_own() -> None:
    form = read(*IDENTITY)
    own = (QuestionPage(title="À part", question=("prenoms", "ne_e_le", "nom_de_naissance")),)
    (part,) = form.section
    kept = msgspec.structs.replace(form, section=(msgspec.structs.replace(part, page=own),))
    assert with_pages(kept).section[0].page == own


def test_a_form_written_again_has_the_types_of_nothing_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is written after each box that one corrects: of five hundred, each has its structures."""
    facts = FormFacts("a" * 64, ((595.0, 842.0),), (), ())
    form = generic_form(facts, "essai", TODAY)
    first = write_generic(form)
    asked: list[object] = []
    monkeypatch.setattr(lean.msgspec.structs, "fields", asked.append)
    assert write_generic(form) == first
    assert asked == []

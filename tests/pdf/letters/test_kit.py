"""The posting kit: one tagged document whose sheets say what they are for."""

import dataclasses
import datetime as dt
import re

import pytest

from desktop_app.core.deadlines.model import Advice, Deadline
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.typography import french
from desktop_app.pages import kit as pages
from desktop_app.pages.sheets import needs_list
from desktop_app.pdf.letters.writer import TypstLetters
from desktop_app.sentences.deadline_words import warning
from tests.helpers.letters import deadline, kit_of, letter
from tests.helpers.pages import PrintedPage, printed_pages

SILENCE = Silence(value=2, unit="mois", effect="rejet", meaning="rejet")
WRITER = TypstLetters()


def kit(
    document: LetterDocument, found: Deadline | None = None, writer: TypstLetters = WRITER
) -> list[PrintedPage]:
    return printed_pages(writer.kit(document, pages.kit(document, found, SILENCE)).data)


def words(page: PrintedPage) -> str:
    return re.sub(r"\s+", " ", page.text)


def sheet(pages: list[PrintedPage], title: str) -> str:
    """Return the words of a sheet, all its pages together, from its title on."""
    starts = [n for n, page in enumerate(pages) if title in words(page)[:120]]
    assert starts, title
    taken = [pages[starts[0]]]
    for page in pages[starts[0] + 1 :]:
        if ", suite" not in words(page)[:40]:
            break
        taken.append(page)
    return " ".join(words(page) for page in taken)


def test_the_letter_comes_first_and_is_the_same_as_alone() -> None:
    alone = printed_pages(WRITER.letter(letter()).data)
    together = kit(letter(), deadline())
    assert [page.text for page in together[: len(alone)]] == [page.text for page in alone]


def test_every_sheet_begins_by_saying_what_it_is_for() -> None:
    pages = kit(letter(papers=4), deadline())[1:]
    firsts = [words(page) for page in pages if ", suite" not in words(page)[:40]]
    assert [first.split(" Ce qu’")[0].split(" Bord")[0][:22] for first in firsts] == [
        "À mettre dans l’envelo",
        "À faire, dans l’ordre",
        "À garder Gardez cette ",
        "À montrer au guichet F",
        "Pour l’enveloppe L’adr",
    ]


def test_both_dates_the_prudent_one_first_and_largest() -> None:
    pages = kit(letter(), deadline())
    for title in ("Ce qu’il faut faire", "Gardez cette feuille"):
        told = sheet(pages, title)
        assert told.index("jeudi 31 décembre 2026") < told.index("lundi 4 janvier 2027")
        assert "À poster au plus tard le" in told
        assert "La lettre que vous avez reçue passe avant tout." in told


def test_the_date_is_the_largest_thing_on_the_copy() -> None:
    page = next(p for p in kit(letter(), deadline()) if "Gardez cette feuille" in words(p))
    largest = max(char.size for char in page.chars)
    large = "Àposterauplustardlejeudi31décembre2026"
    assert "".join(c.text for c in page.chars if c.size == largest) == large


def test_the_copy_is_in_large_print_and_says_where_the_original_goes() -> None:
    told = sheet(kit(letter(), deadline()), "Gardez cette feuille")
    assert "Ne l’envoyez pas" in told
    assert "L’original va à Madame, Monsieur le Président" in told
    assert "2 mois sans réponse : c’est un refus." in told
    for paragraph in letter().paragraphs[:3]:
        assert re.sub(r"\s", "", paragraph.text) in re.sub(r"\s", "", told)
    page = next(p for p in kit(letter()) if "Le texte de votre lettre" in words(p))
    copied = page.chars["".join(c.text for c in page.chars).index("Letextedevotrelettre") + 20 :]
    assert {round(char.size, 1) for char in copied if char.box.bottom < 275} == {16.0}


def test_the_application_never_says_it_was_sent() -> None:
    told = " ".join(words(page) for page in kit(letter(), deadline())).lower()
    assert "a été envoyé" not in told
    assert "envoyée le" not in told


def test_the_counter_sheet_says_who_what_and_leaves_room_for_a_stamp() -> None:
    told = sheet(kit(letter(), deadline()), "Feuille pour le guichet")
    assert "Qui je suis Jeanne MARTIN" in told
    assert "V/Réf. : indu IM3 002" in told
    assert "Je conteste la dette de RSA de 1 842,50 €." in told
    assert "Pièce n° 2 : Relevé de compte n° 2 (2 pages)" in told
    assert "Reçu le" in told
    assert "Cachet" in told


@pytest.mark.parametrize("papers", [0, 3, 6])
def test_the_counter_sheet_is_one_page_of_fourteen_points(papers: int) -> None:
    pages = kit(letter(papers=papers))
    page = next(p for p in pages if "Feuille pour le guichet" in words(p)[:60])
    assert min(char.size for char in page.chars) >= 13
    assert "Feuille pour le guichet, suite" not in " ".join(words(page) for page in pages)


def test_the_checklist_names_what_to_sign_enclose_post_and_keep() -> None:
    told = sheet(kit(letter(papers=2, later=1, missing=True), deadline()), "Ce qu’il faut faire")
    for step in (
        "Il manque : la somme retenue",
        "Relisez la lettre et signez-la Signez à la main, au-dessus de « Jeanne MARTIN",
        "Joignez ces papiers",
        "Pièce n° 1 : Relevé de compte n° 1 (1 page)",
        "Ces papiers suivront",
        "Pliez la lettre en trois : l’adresse doit se voir dans la fenêtre.",
        "Postez-la en recommandé avec avis de réception",
        "Gardez les preuves",
    ):
        assert step in re.sub("MARTIN.LEFÈVRE", "MARTIN-LEFÈVRE", told)


def test_what_must_be_registered_is_taken_to_the_court_and_never_posted_alone() -> None:
    registered = dataclasses.replace(deadline(), date_type="enregistrement")
    told = sheet(kit(letter(registered=False), registered), "Ce qu’il faut faire")
    assert "Déposez tout au greffe du tribunal" in told
    for absent in ("Postez", "Pliez", "À poster"):
        assert absent not in told


def test_what_does_not_apply_is_not_on_the_checklist() -> None:
    told = sheet(kit(letter(papers=0, registered=False)), "Ce qu’il faut faire")
    for absent in ("Il manque", "Joignez", "suivront", "recommandé", "bordereau"):
        assert absent not in told


def test_an_address_that_pays_the_postage_asks_for_no_stamp() -> None:
    free = dataclasses.replace(letter(registered=False), free_post=True)
    assert "Pas de timbre" in sheet(kit(free), "L’adresse à écrire")
    assert "Postez la lettre sans timbre" in sheet(kit(free), "Ce qu’il faut faire")
    assert "Le timbre en haut à droite" in sheet(kit(letter()), "L’adresse à écrire")


def test_warnings_reach_the_checklist() -> None:
    warned = dataclasses.replace(letter(), warnings=(french("N'écrivez pas à la CAF."),))
    found = dataclasses.replace(deadline(), warnings=(Advice("urgence", {}),))
    told = sheet(kit(warned, found), "Ce qu’il faut faire")
    assert told.index(warning(found.warnings[0])) < told.index("N’écrivez pas à la CAF.")


@pytest.mark.parametrize(
    ("papers", "recipient", "expected"),
    [
        pytest.param(3, "CAF de l’Isère", False, id="three papers"),
        pytest.param(4, "CAF de l’Isère", True, id="over three papers"),
        pytest.param(1, "Tribunal administratif de Grenoble", True, id="a court, one paper"),
        pytest.param(0, "Tribunal administratif de Grenoble", False, id="a court, no paper"),
    ],
)
def test_a_bordereau_goes_along(papers: int, recipient: str, expected: bool) -> None:
    document = dataclasses.replace(letter(papers=papers), recipient=(recipient, "38000 GRENOBLE"))
    assert needs_list(document) is expected
    pages = kit(document)
    assert any("Bordereau des pièces" in words(page) for page in pages) is expected


def test_the_bordereau_counts_papers_and_pages() -> None:
    told = sheet(kit(letter(papers=4)), "Bordereau")
    assert "Total : 4 pièces, 10 pages" in told
    assert "n° 4 Relevé de compte n° 4" in told
    assert "Signature :" in told


def test_pages_not_known_are_left_to_write() -> None:
    papers = tuple(dataclasses.replace(p, pages=0) for p in letter(papers=4).enclosures)
    told = sheet(kit(dataclasses.replace(letter(), enclosures=papers)), "Bordereau")
    assert "Total : 4 pièces, pages" in re.sub(r" +", " ", told)


def test_papers_that_follow_are_not_counted() -> None:
    assert not needs_list(letter(papers=3, later=2))


def test_the_address_page_can_be_copied_or_cut_out() -> None:
    told = sheet(kit(letter()), "L’adresse à écrire")
    assert told.count("38022 GRENOBLE CEDEX 1") == 2, "large, and on the label"
    assert "Au dos, votre adresse Jeanne MARTIN" in told
    assert "01 99" not in told


@pytest.mark.parametrize("lines", [3, 4, 5, 6, 7])
def test_the_longest_addresses_fit_everywhere(lines: int) -> None:
    for page in kit(letter(lines=lines, papers=12)):
        assert not [c for c in page.chars if c.box.right > 190.3 or c.box.bottom > 285]


def test_no_ordinary_space_before_a_high_sign_on_any_sheet() -> None:
    found = deadline(dt.date(2026, 11, 1), dt.date(2026, 11, 30), date_type="reception")
    for page in kit(letter(papers=4, later=1, missing=True), found):
        assert not re.search(r"\S [:;!?»%€]|« \S", page.text), page.text


def test_every_letter_of_the_family_makes_a_kit_without_an_answer_to_the_date() -> None:
    told = sheet(kit(letter(), None), "Gardez cette feuille")
    assert "Aucune date limite n’a été calculée." in told


def test_the_program_knows_which_pages_are_which_sheet() -> None:
    made = kit_of(WRITER, letter(papers=4), silence=SILENCE)
    assert [part.name for part in made.parts] == [
        *("letter", "bordereau", "checklist", "copy", "counter", "address")
    ]
    numbers = [n for part in made.parts for n in range(part.first, part.last + 1)]
    assert numbers == list(range(1, made.pages + 1))
    own = next(part for part in made.parts if part.name == "copy")
    assert "Gardez cette feuille" in words(printed_pages(made.data)[own.first - 1])
    assert len(printed_pages(WRITER.letter(letter(papers=4)).data)) == made.parts[0].last

"""What an almost empty paper lacks is said before any tick, the same by every mouth."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from desktop_app import i18n
from desktop_app.core.answers.conditions import asked
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.pages import kit, printing, reading, what_next
from desktop_app.pages.page import Block
from desktop_app.sentences import lacking_words, proof_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preparing import (
    PreparedForm,
    PreparedLetter,
    prepare_form,
    prepare_letter,
)
from desktop_app.workflow.documents.rendering import Made
from tests.helpers.example_answers import answers_of

TODAY = dt.date(2026, 11, 24)
TOOLS = RealTools()
LETTERS = (
    "caf-indu-rsa", "caf-indu-apl", "cpam-indu", "cma", "pole-social-requete",
    "pref-rdv", "ft-mediation", "loyer-delais",
)  # fmt: skip
FORMS = ("15692-demande-mdph", "13880-rsa", "14952-procuration-vote", "10840-aide-logement")


def prepared(pack: str) -> PreparedLetter | PreparedForm:
    """Make a paper of which one name alone was answered."""
    letter = pack in LETTERS
    read = TOOLS.catalogue.letter if letter else TOOLS.catalogue.form
    name = next(one.id for one in questions_of(read(pack)) if one.kind == "name")
    make = prepare_letter if letter else prepare_form
    return make(TOOLS.catalogue, TOOLS.law, Draft(pack, {name: "Odette"}), TODAY)


def read(blocks: Iterable[Block]) -> str:
    return "\n".join(reading.read(blocks))


@pytest.mark.parametrize("pack", LETTERS + FORMS)
def test_what_is_missing_is_said_by_every_mouth(pack: str) -> None:
    paper = prepared(pack)
    document = paper.document
    necessary = {
        one.id
        for one in asked(paper.definition, paper.answers, TODAY)
        if one.required and one.id not in paper.answers.values
    }
    told = {one.question for one in (*document.missing, *document.undecided)}
    assert necessary <= told
    assert not {one.question for one in document.missing} & {
        one.question for one in document.undecided
    }
    made = Made(paper, Pdf(b"", 1), Proof(3, 3))
    window, role = proof_words.told(made)
    todo = read(what_next.ready(paper, TODAY, explained=True))
    sheet = (
        read(kit.checklist(document, None).blocks) if isinstance(document, LetterDocument) else todo
    )
    for found in (document.missing, document.undecided):
        every = [i18n.pack_text(one.label) for one in found]
        assert all(one in window for one in every[: lacking_words.NAMED])
        assert all(one in todo and one in sheet for one in every)
    before = read(printing.page(made).blocks)
    assert all(f"{one.words}." in before for one in lacking_words.lacking(document))
    assert window.index("Il manque") < window.index("3 valeurs sur 3")
    assert ("✓" in window) == (not document.undecided)
    assert role == ("error" if document.undecided else "body")


def test_a_whole_paper_is_ticked() -> None:
    letter = prepare_letter(TOOLS.catalogue, TOOLS.law, TOOLS.demo.letter, TODAY)
    whole = replace(letter, document=replace(letter.document, missing=()))
    assert proof_words.told(Made(whole, Pdf(b"", 1), Proof(3, 3))) == (
        "✓ 3 valeurs sur 3 relues sur la page",
        "done",
    )


def mouths(pack: str, example: str) -> dict[str, str]:
    """Return what the letter's page, the page that prints, the sheet and the command say of it."""
    draft = Draft(pack, answers_of(pack, example))
    paper = prepare_letter(TOOLS.catalogue, TOOLS.law, draft, dt.date(2026, 11, 25))
    made = Made(paper, Pdf(b"", 1), Proof(3, 3))
    return {
        "letter": proof_words.told(made)[0],
        "print": read(printing.page(made).blocks),
        "sheet": read(kit.checklist(paper.document, None).blocks),
        "command": read(what_next.written(paper, TODAY).blocks),
    }


def test_an_urgent_request_that_pleads_nothing_is_never_said_to_be_right() -> None:
    said = mouths("ta-refere-suspension", "3-rien-encore.toml")
    assert "Il manque 1 réponse, dont ce papier dépend" in said.pop("print")
    for name, words in said.items():
        assert "L.522-3" in words, name
        assert "✓" not in words, name


def test_help_comes_before_printing_where_one_may_be_harmed() -> None:
    said = mouths("ta-refere-suspension", "6-titre-de-sejour.toml")
    for name, words in said.items():
        assert "Faites-vous aider aujourd’hui" in words, name


def test_what_is_left_out_is_said_with_the_reason() -> None:
    said = mouths("ta-requete-social", "5-indu-rsa-couple-et-controle.toml")
    for name in ("letter", "command"):
        assert "Les constats du contrôleur sont faux" in said[name], name
        assert "6 raisons" in said[name], name

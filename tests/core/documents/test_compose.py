"""Answers become a letter: which paragraphs stand, what is left blank, who it is from and for."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import (
    ParagraphUnfinished,
    answers_a_letter,
    closing,
    compose_letter,
)
from desktop_app.core.documents.model import EnclosedPaper, LetterDocument
from desktop_app.core.language.typography import BLANK
from tests.helpers.ours import CATALOGUE
from tests.helpers.packs import LETTER, TODAY, changed, definition

COPY = "Copie de la décision"
GOOD = {
    "nom": "Simone Martin",
    "ville": "Saint-Étienne",
    "rue": "2 rue Haute",
    "date_decision": "3/11/2026",
    "montant": "1842",
    "accord": "non",
    "raisons": ("calcul", "periode"),
    "recits": "Un.\n\nDeux : rien.",
}


def compose(letter: str = LETTER, **changes: object) -> LetterDocument:
    others = {
        k: changes.pop(k) for k in ("unknown", "removed", "edited", "writing") if k in changes
    }
    answers = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
    resolved = definition(letter)
    draft = Draft("essai", answers, **others)  # type: ignore[arg-type]
    return compose_letter(resolved, validate(resolved, draft, TODAY, blanks=True), TODAY)


def test_a_whole_letter():
    letter = compose()

    assert letter.sender == ("Simone Martin",)
    assert letter.recipient == ("Bureau des essais", "2 RUE HAUTE", "42000 SAINT ETIENNE")
    assert (letter.place, letter.day) == ("Saint-Étienne", TODAY)
    assert letter.subject == "essai de 1\u202f842\u00a0€"
    assert letter.call == "Madame, Monsieur,"
    assert letter.closing == (
        "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées."
    )
    assert letter.signature == ("Simone Martin",)
    assert [paragraph.text for paragraph in letter.paragraphs] == [
        "Je vous écris au sujet de la lettre du 3\u00a0novembre\u00a02026.",
        "Je ne suis pas d’accord à cause de le calcul et La période.\n\nUn.\n\nDeux\u00a0: rien.",
    ]
    assert letter.missing == ()


def test_a_choice_prints_its_words_and_compares_by_its_id():
    letter = compose(LETTER.replace("{{ recits }}", "{{ accord }}"))

    assert letter.paragraphs[1].text.endswith("Non, pas du tout")


def test_a_paragraph_whose_condition_fails_is_not_there():
    assert [paragraph.id for paragraph in compose(accord="oui").paragraphs] == ["demande"]


def test_what_an_abandoned_branch_said_reaches_no_page():
    assert "Deux" not in str(compose(accord="oui"))


def test_i_do_not_know_leaves_a_blank_that_is_listed_in_the_order_of_the_questions():
    letter = compose(unknown=frozenset({"montant", "date_decision"}))

    assert letter.paragraphs[0].text == f"Je vous écris au sujet de la lettre du {BLANK}."
    assert letter.subject == f"essai de {BLANK}"
    assert [(m.question, m.label) for m in letter.missing] == [
        ("date_decision", "Quelle est la date de la lettre ?"),
        ("montant", "Combien ?"),
    ]


def test_a_blank_that_is_not_printed_is_not_listed():
    letter = compose(changed("lettre du {{ date_decision }}", "lettre"), date_decision=None)

    assert letter.missing == ()


def test_an_address_line_with_nothing_to_say_is_dropped():
    assert compose(rue=None).recipient == ("Bureau des essais", "42000 SAINT ETIENNE")
    assert compose(rue=None).missing == ()


def test_an_address_line_that_is_unknown_is_a_blank_to_fill():
    may_be_unknown = changed('kind = "address_line"', 'kind = "address_line"\nunknown = true')
    letter = compose(may_be_unknown, rue=None, unknown=frozenset({"rue"}))

    assert letter.recipient == ("Bureau des essais", BLANK, "42000 SAINT ETIENNE")
    assert [one.question for one in letter.missing] == ["rue"]


def test_a_required_answer_that_is_not_there_is_a_blank_to_fill():
    letter = compose(nom=None)

    assert letter.sender == letter.signature == (BLANK,)
    assert [one.question for one in letter.missing] == ["nom"]


def test_the_first_place_that_holds():
    assert compose(ville=None).place == ""


def test_only_an_optional_paragraph_goes_out():
    assert [p.id for p in compose(removed=frozenset({"desaccord"})).paragraphs] == ["demande"]


def test_a_paragraph_in_the_persons_words_is_marked_and_typeset():
    letter = compose(edited={"demande": "Voici l'essai : {{ nom }} !"})

    assert letter.paragraphs[0].edited
    assert letter.paragraphs[0].text == "Voici l’essai\u00a0: {{ nom }}\u202f!"
    assert not letter.paragraphs[1].edited


def test_a_paragraph_edited_but_not_reached_stays_out():
    assert [p.id for p in compose(accord="oui", edited={"desaccord": "x"}).paragraphs] == [
        "demande"
    ]


def test_no_letter_is_made_while_words_of_it_are_being_written():
    with pytest.raises(ParagraphUnfinished):
        compose(writing={"demande": "Voici"})
    with pytest.raises(ParagraphUnfinished):
        compose(edited={"demande": "Avant."}, writing={"demande": ""})
    kept = compose(accord="oui", writing={"desaccord": "Voici"})
    assert "desaccord" not in [paragraph.id for paragraph in kept.paragraphs], "it is not in it"


@pytest.mark.parametrize(
    ("said", "pages", "expected"),
    [
        ("jointe", "2", (EnclosedPaper("decision", COPY, 2, label=COPY),)),
        ("jointe", None, (EnclosedPaper("decision", COPY, 0, label=COPY),)),
        ("suivra", None, (EnclosedPaper("decision", COPY, later=True, label=COPY),)),
        ("suivra", "2", (EnclosedPaper("decision", COPY, later=True, label=COPY),)),
        ("non", None, ()),
        (None, None, ()),
    ],
)
def test_papers_to_enclose(said, pages, expected):
    assert compose(piece_decision=said, piece_decision_pages=pages).enclosures == expected


def test_papers_that_will_follow_come_after_those_joined():
    letter = changed(
        "[[paragraph]]", '[[enclosure]]\nid = "bail"\ntext = "Le bail"\n\n[[paragraph]]'
    )

    found = compose(letter, piece_decision="suivra", piece_bail="jointe").enclosures

    assert [paper.id for paper in found] == ["bail", "decision"]


@pytest.mark.parametrize(
    ("titles", "regards", "expected"),
    [
        (
            "Madame",
            "salutations distinguées",
            ", Madame, l’expression de mes salutations distinguées.",
        ),
        (
            "Monsieur le Préfet",
            "considération distinguée",
            ", Monsieur le Préfet, l’expression de ma considération distinguée.",
        ),
        ("Madame", "mon profond respect", ", Madame, l’expression de mon profond respect."),
        ("", "salutations distinguées", " l’expression de mes salutations distinguées."),
    ],
)
def test_the_closing_repeats_the_titles_of_the_call(titles, regards, expected):
    assert closing(titles, regards) == f"Je vous prie d’agréer{expected}"


def test_a_section_that_is_not_asked_asks_none_of_its_questions():
    letter = changed('title = "Les faits"', 'title = "Les faits"\nwhen = "ville == \'Lyon\'"')

    assert [p.id for p in compose(letter).paragraphs] == ["demande"]
    assert len(compose(letter, ville="Lyon").paragraphs) == 2


@pytest.mark.parametrize(
    ("pack", "came"),
    [
        ("caf-indu-rsa", True),
        ("amende-exoneration", True),
        ("impot-local", True),
        ("mdph-silence", False),
        ("pref-rdv", False),
        ("loyer-delais", False),
        ("documents-admin", False),
    ],
)
def test_the_envelope_of_a_letter_is_kept_where_one_came(pack: str, came: bool) -> None:
    assert answers_a_letter(CATALOGUE.letter(pack)) is came

"""A draft becomes answers, or every problem at once; abandoned branches never reach paper."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import LONGEST, validate, with_answer
from desktop_app.core.errors import InvalidAnswers
from desktop_app.core.unknown import UNKNOWN
from tests.helpers.packs import LETTER, TODAY, changed, definition

GOOD = {"nom": "Simone Martin", "accord": "non", "raisons": ("calcul",), "recits": "Rien."}


def draft(**changes: object) -> Draft:
    others = {
        k: changes.pop(k) for k in ("unknown", "confirmed", "removed", "edited") if k in changes
    }
    answers = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
    return Draft("essai", answers, **others)  # type: ignore[arg-type]


def refused(
    letter: str = LETTER, blanks: bool = False, **changes: object
) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidAnswers) as refusal:
        validate(definition(letter), draft(**changes), TODAY, blanks=blanks)
    return [(p.question, p.code, p.suggestion) for p in refusal.value.problems]


def values(letter: str = LETTER, **changes: object) -> dict[str, object]:
    return dict(validate(definition(letter), draft(**changes), TODAY).values)


def test_answers_are_typed():
    assert values(
        montant="1 842", date_decision="3/11/26", piece_decision="jointe", piece_decision_pages="2"
    ) == {
        "nom": "Simone Martin",
        "accord": "non",
        "raisons": ("calcul",),
        "recits": "Rien.",
        "montant": Decimal("1842.00"),
        "date_decision": dt.date(2026, 11, 3),
        "piece_decision": "jointe",
        "piece_decision_pages": 2,
    }


def test_every_problem_is_told_at_once_with_its_question():
    assert refused(
        nom=None, montant="mille", date_decision="31/02/2026", accord="nom", vile="x"
    ) == [
        ("vile", "unknown-question", "ville"),
        ("nom", "answer-required", ""),
        ("date_decision", "date-impossible", "28/02/2026"),
        ("montant", "not-amount", ""),
        ("accord", "unknown-choice", "non"),
    ]


def test_what_an_abandoned_branch_asked_is_left_out_even_when_wrong():
    assert values(accord="oui", raisons=("n'importe quoi",), recits="x" * 90_000) == {
        "nom": "Simone Martin",
        "accord": "oui",
    }


def test_i_do_not_know_is_an_answer_where_it_is_possible():
    assert values(unknown=frozenset({"montant"}), montant="mille")["montant"] is UNKNOWN
    assert refused(unknown=frozenset({"rue"})) == [("rue", "unknown-not-possible", "")]


@pytest.mark.parametrize("words", ["Je ne sais pas.", "je n’en sais rien", "Aucune idée", "???"])
def test_who_writes_that_she_does_not_know_has_said_nothing(words):
    assert "recits" not in values(recits=words)
    assert values(recits=f"{words} Mon frère sait.")["recits"] == f"{words} Mon frère sait."


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_answer_is_no_answer(empty):
    assert "ville" not in values(ville=empty)
    assert refused(nom=empty) == [("nom", "answer-required", "")]


def test_paper_allows_a_blank_where_an_answer_is_required():
    answers = validate(definition(), draft(nom=None), TODAY, blanks=True)

    assert "nom" not in answers.values


def test_a_doubtful_answer_stands_once_confirmed():
    letter = changed('kind = "address_line"', 'kind = "nir"')
    wrong = "295109912611199"

    assert refused(letter, rue=wrong) == [
        ("rue", "nir-key", "2\u00a095\u00a010\u00a099\u00a0126\u00a0111\u00a093")
    ]
    assert values(letter, rue=wrong, confirmed=frozenset({"rue"}))["rue"] == wrong


def test_what_is_certainly_wrong_cannot_be_confirmed():
    assert refused(date_decision="31/02/2026", confirmed=frozenset({"date_decision"}))


def test_a_default_is_used_when_nothing_is_said():
    letter = changed('label = "Quelle rue ?"', 'label = "Quelle rue ?"\ndefault = "Rue Haute"')

    assert values(letter)["rue"] == "Rue Haute"
    assert values(letter, rue="Rue Basse")["rue"] == "Rue Basse"


BOUNDS = [
    ("today", "", "25/11/2026", "date-future", "25/11/2025"),
    ("today", "", "24/12/2026", "date-future", "24/12/2025"),
    ("today", "2000-01-01", "24/11/1999", "date-too-early", "24/11/2026"),
    ("today + 60 jours", "", "24/11/2027", "date-too-late", "24/11/2026"),
    ("", "today - 2 ans", "23/11/2024", "date-beyond-law", "23/11/2026"),
    ("", "avant", "02/11/2026", "date-before", ""),
    ("avant", "", "04/11/2026", "date-after", "04/11/2025"),
    ("avant + 1 mois", "", "04/12/2026", "date-after", "04/12/2025"),
]


def bounded(after: str, before: str) -> str:
    earlier = '[[section.question]]\nid = "avant"\nkind = "date"\nlabel = "La première ?"\n\n  '
    bounds = f'not_after = "{after}"\nnot_before = "{before}"'
    letter = changed('not_after = "today"', bounds)
    return changed(
        '[[section.question]]\n  id = "date_decision"',
        f'{earlier}[[section.question]]\n  id = "date_decision"',
        letter,
    )


@pytest.mark.parametrize(("after", "before", "typed", "code", "near"), BOUNDS)
def test_a_day_outside_its_bounds(after, before, typed, code, near):
    found = refused(bounded(after, before), avant="03/11/2026", date_decision=typed)

    assert found == [("date_decision", code, near)]


@pytest.mark.parametrize(
    ("after", "before", "typed"),
    [
        ("today", "", "24/11/2026"),
        ("", "today - 2 ans", "24/11/2024"),
        ("avant", "avant", "03/11/2026"),
    ],
)
def test_a_bound_itself_is_inside(after, before, typed):
    assert values(bounded(after, before), avant="03/11/2026", date_decision=typed)["date_decision"]


def test_a_bound_on_a_day_that_is_unknown_stops_nothing():
    assert values(bounded("avant", ""), date_decision="24/12/2026")["date_decision"]


def test_older_than_the_law_allows_may_be_confirmed():
    letter = bounded("", "today - 2 ans")

    assert values(letter, date_decision="01/01/2020", confirmed=frozenset({"date_decision"}))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"removed": frozenset({"desacord"})}, ("desacord", "unknown-paragraph", "desaccord")),
        ({"removed": frozenset({"demande"})}, ("demande", "paragraph-not-optional", "")),
        ({"edited": {"demande": " \n"}}, ("demande", "paragraph-empty", "")),
        ({"edited": {"demande": "x" * (LONGEST + 1)}}, ("demande", "too-long", "")),
        ({"confirmed": frozenset({"nim"})}, ("nim", "unknown-question", "nom")),
    ],
)
def test_what_a_draft_may_not_hold(changes, expected):
    assert refused(**changes) == [expected]


def test_a_new_answer_is_neither_unknown_nor_confirmed():
    after = with_answer(
        draft(unknown=frozenset({"montant"}), confirmed=frozenset({"montant"})), "montant", "12"
    )

    assert (after.answers["montant"], after.unknown, after.confirmed) == (
        "12",
        frozenset(),
        frozenset(),
    )


TYPED = (
    st.text(max_size=30)
    | st.tuples(st.text(max_size=8))
    | st.sampled_from(["oui", "non", "jointe", "03/11/2026"])
)
IDS = [
    "nom",
    "ville",
    "rue",
    "date_decision",
    "montant",
    "accord",
    "raisons",
    "recits",
    "piece_decision",
    "autre",
]


@given(
    st.dictionaries(st.sampled_from(IDS), TYPED),
    st.frozensets(st.sampled_from(IDS), max_size=3),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_any_draft_gives_answers_or_problems_that_never_repeat_what_was_typed(
    answers, unknown, blanks
):
    letter = definition()
    try:
        found = validate(letter, Draft("essai", answers, unknown, unknown), TODAY, blanks=blanks)
    except InvalidAnswers as refusal:
        for problem in refusal.problems:
            assert set(problem.parameters) <= {"limit", "over", "lowest", "highest", "digits"}
    else:
        assert set(found.values) <= set(IDS) | {"piece_decision_pages"}

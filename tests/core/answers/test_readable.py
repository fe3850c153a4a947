"""What a preview shows of an unfinished draft: all that can be read, and nothing that is wrong."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.readable import readable
from desktop_app.core.answers.validate import LONGEST, validate
from desktop_app.core.packs.resolve import questions_of
from tests.helpers.packs import LETTER, TODAY, changed, definition

ESSAI = definition(LETTER)
NAMES = [question.id for question in questions_of(ESSAI)]
PARAGRAPHS = [paragraph.id for paragraph in ESSAI.paragraph]


def read(**draft: object) -> Draft:
    return readable(ESSAI, Draft("essai", **draft), TODAY)  # type: ignore[arg-type]


def test_what_is_right_stays() -> None:
    said = {"nom": "Simone Martin", "montant": "1 842"}
    assert dict(read(answers=said).answers) == said


def test_what_is_wrong_or_unknown_to_the_letter_counts_as_not_said() -> None:
    said = {"nom": "Simone", "montant": "mille", "date_decision": "31/02/2026", "vile": "x"}
    assert dict(read(answers=said).answers) == {"nom": "Simone"}


def test_what_hid_a_default_is_read_again() -> None:
    letter = changed('id = "montant"', 'id = "montant"\ndefault = "12"')
    found = readable(definition(letter), Draft("essai", {"montant": "mille"}), TODAY)
    values = validate(definition(letter), found, TODAY, shown=True).values
    assert values["montant"] == 12


def test_only_words_that_can_be_printed_replace_ours() -> None:
    kept = read(edited={PARAGRAPHS[0]: " \n ", "vil": "x", PARAGRAPHS[-1]: "y" * (LONGEST + 1)})
    assert not kept.edited
    assert read(edited={PARAGRAPHS[0]: "Mes mots."}).edited == {PARAGRAPHS[0]: "Mes mots."}


def test_words_being_written_are_seen_where_they_can_be_printed() -> None:
    first, last = PARAGRAPHS[0], PARAGRAPHS[-1]
    kept = read(
        edited={first: "Avant.", last: "Gardé."}, writing={first: "Mes", last: " ", "v": "x"}
    )
    assert kept.edited == {first: "Mes", last: "Gardé."}
    assert not kept.writing


def test_a_paragraph_that_must_stay_stays() -> None:
    needed = {paragraph.id for paragraph in ESSAI.paragraph if not paragraph.optional}
    assert not read(removed=frozenset(needed)).removed


typed = st.text(max_size=20) | st.sampled_from(["oui", "non", "3/11/26", "1 842", "31/02/2026"])


@settings(max_examples=150, deadline=None)
@given(
    answers=st.dictionaries(st.sampled_from([*NAMES, "rien"]), typed),
    unknown=st.frozensets(st.sampled_from([*NAMES, "rien"])),
    removed=st.frozensets(st.sampled_from([*PARAGRAPHS, "rien"])),
    edited=st.dictionaries(st.sampled_from([*PARAGRAPHS, "rien"]), typed),
    writing=st.dictionaries(st.sampled_from([*PARAGRAPHS, "rien"]), typed),
)
def test_whatever_was_said_there_is_a_page_to_show(
    answers: dict[str, str],
    unknown: frozenset[str],
    removed: frozenset[str],
    edited: dict[str, str],
    writing: dict[str, str],
) -> None:
    draft = Draft(
        "essai", answers, unknown=unknown, removed=removed, edited=edited, writing=writing
    )
    validate(ESSAI, readable(ESSAI, draft, TODAY), TODAY, shown=True)

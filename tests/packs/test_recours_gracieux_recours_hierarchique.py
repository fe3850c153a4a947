"""The gracious and the hierarchic appeal: who is written to, what is claimed of the decision."""

import pytest

from tests.helpers.shipped import Shipped

PLAIN = Shipped("recours-gracieux", "1-la-mairie-refuse.toml")
LACKING = Shipped("recours-gracieux", "2-sans-raisons-ni-recours.toml")
SUPERIOR = Shipped("recours-hierarchique", "1-au-ministre.toml")
BOTH = Shipped("recours-hierarchique", "2-au-recteur-et-a-l-auteur.toml")
LETTERS = [pytest.param(PLAIN, id="gracieux"), pytest.param(SUPERIOR, id="hierarchique")]


def test_each_calls_itself_by_its_name_and_by_no_other() -> None:
    """CRPA L.411-2: a letter that names itself is read as an appeal."""
    assert "recours gracieux (article L.411-2" in PLAIN.text("demande")
    assert "hiérarchique" not in PLAIN.text()
    assert "recours hiérarchique (article L.411-2" in SUPERIOR.text("demande")
    assert "gracieux" not in SUPERIOR.text()


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    ("title", "call"),
    [
        ("maire", "Madame la Maire, Monsieur le Maire"),
        ("president", "Madame la Présidente, Monsieur le Président"),
        ("prefet", "Madame la Préfète, Monsieur le Préfet"),
        ("recteur", "Madame la Rectrice, Monsieur le Recteur"),
        ("directeur", "Madame la Directrice, Monsieur le Directeur"),
        ("ministre", "Madame la Ministre, Monsieur le Ministre"),
        ("autre", "Madame, Monsieur"),
        (None, "Madame, Monsieur"),
    ],
)
def test_the_title_is_the_same_in_the_call_and_the_closing(
    letter: Shipped, title: str | None, call: str
) -> None:
    document = letter.compose(dest_titre=title)
    assert document.call.startswith(call)
    assert f", {call}," in document.closing
    assert ("Madame, Monsieur le" in letter.recipient(dest_titre=title)[0]) is (
        title not in ("autre", None)
    )


@pytest.mark.parametrize("effect", ["refuse", "retire", "rembourser", "sanction", "autre"])
def test_reasons_are_due_for_what_the_law_lists(effect: str) -> None:
    """CRPA L.211-2."""
    assert ("motivation" in LACKING.ids(decision_effet=effect)) is (effect != "autre")


def test_nothing_is_said_of_what_is_there_nor_of_what_was_never_read() -> None:
    claims = {"motivation", "auteur", "voies-delais"}
    assert not claims & PLAIN.ids()
    assert claims <= LACKING.ids()
    assert not claims & LACKING.ids(comment_recue="recommande-non-retire")


@pytest.mark.parametrize("letter", LETTERS)
def test_a_compulsory_appeal_and_an_order_to_leave_are_warned_of(letter: Shipped) -> None:
    """CRPA L.412-4: this letter keeps no delay where another appeal is compulsory."""
    assert letter.warned("ne protège pas votre délai")
    assert letter.warned("OQTF")


def test_the_year_is_a_rescue_and_never_a_plan() -> None:
    """CJA R.421-5; CE Ass. 13 July 2016 n° 387763."""
    counted = ("recours-gracieux", "lettre-simple", "date_decision", "")
    lacking = {"manque_lettre": ("voies-delais",)}
    late = {"date_decision": "10/09/2026", "date_reception": "14/09/2026"}
    assert (PLAIN.rule(), PLAIN.rule(**lacking)) == (counted, counted)
    assert [PLAIN.rescue(**one) for one in (lacking, late, lacking | late)] == [
        "", "", "secours-un-an"
    ]  # fmt: skip


def test_the_superior_is_told_when_the_author_is_written_to() -> None:
    """CRPA L.411-2 al. 2: both appeals count when both are made in the first delay."""
    assert "aussi" in BOTH.ids()
    assert "aussi" not in SUPERIOR.ids()


def test_without_a_precise_wish_the_sentence_stands() -> None:
    assert "d'annuler cette décision. Cette lettre" in PLAIN.text("demande", recours_voulu=None)

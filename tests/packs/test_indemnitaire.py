"""Money for a loss: the fault, the loss, the sum, and a court only after a refusal."""

import pytest

from tests.helpers.shipped import Shipped

LOST = Shipped("indemnitaire", "1-dossier-perdu.toml")
FALL = Shipped("indemnitaire", "2-chute-sur-la-voirie.toml")
UNKNOWN = Shipped("indemnitaire", "3-autre-faute-somme-inconnue.toml")


def test_the_sum_is_asked_first_and_last_and_is_the_same() -> None:
    for paragraph in ("demande", "total"):
        assert "1 134 €" in LOST.text(paragraph).replace("\u202f", " ").replace("\xa0", " ")


def test_a_sum_not_known_stays_a_blank_and_leaves_the_subject_whole() -> None:
    document = UNKNOWN.compose(unknown=("indem_total",))
    assert "indem_total" in {one.question for one in document.missing}
    assert UNKNOWN.letter.subject.count("is connu") == 1


@pytest.mark.parametrize(
    ("loss", "paragraph"),
    [("argent", "argent"), ("frais", "frais"), ("moral", "moral"), ("corps", "corps")],
)
def test_each_loss_is_told_apart_and_only_when_ticked(loss: str, paragraph: str) -> None:
    told = LOST.ids(indem_pertes=(loss,), **{f"indem_{loss}": "Une perte."})
    assert {"argent", "frais", "moral", "corps"} & told == {paragraph}


def test_fault_and_loss_are_tied() -> None:
    ids = [paragraph.id for paragraph in LOST.compose().paragraphs]
    assert ids.index("faute") < ids.index("lien") < ids.index("argent")
    assert "lien" not in LOST.ids(indem_pertes=())


@pytest.mark.parametrize(
    ("day", "old"), [("24/11/2023", True), ("25/11/2023", False), ("12/03/2026", False)]
)
def test_old_facts_are_warned_of(day: str, old: bool) -> None:
    """Loi 68-1250: the end of the fourth year that follows."""
    assert LOST.warned("Vos faits sont anciens", faute_date=day) is old


def test_the_lawyer_and_the_other_courts_are_said_before_sending() -> None:
    assert LOST.warned("un avocat est obligatoire")
    assert LOST.warned("le tribunal peuvent être différents")


def test_contesting_a_decision_is_another_letter() -> None:
    assert LOST.warned("ne conteste pas une décision", indem_faute="decision")
    assert not LOST.warned("ne conteste pas une décision")
    assert LOST.rule() is None

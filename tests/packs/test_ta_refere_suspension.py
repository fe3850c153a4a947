"""Asking the judge to stop a decision: an urgency, a serious doubt, and never alone."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.errors import InvalidAnswers
from tests.helpers.shipped import TODAY, Shipped

RSA = Shipped("ta-refere-suspension", "1-rsa-coupe.toml")
STUDIES = Shipped("ta-refere-suspension", "2-etudes-requete-deposee.toml")
NOTHING = Shipped("ta-refere-suspension", "3-rien-encore.toml")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("depose", "J'ai demandé au tribunal d'annuler"),
        ("ensemble", "par une autre requête, envoyée en même temps"),
        ("rapo", "le recours préalable obligatoire"),
    ],
)
def test_the_other_request_is_told_as_it_is(state: str, words: str) -> None:
    assert words in RSA.text("fond", rs_fond=state)


def test_no_appeal_is_claimed_when_there_is_none() -> None:
    assert "fond" not in NOTHING.ids()
    assert NOTHING.warned("ne va jamais seule")
    assert not STUDIES.warned("ne va jamais seule")


@pytest.mark.parametrize(("of", "paid"), [("rsa", True), ("logement", True), ("etudes", False)])
def test_payments_are_asked_again_only_where_there_were_some(of: str, paid: bool) -> None:
    assert ("reprise des versements" in RSA.text("conclusions", rs_objet=of)) is paid


def test_the_two_conditions_stand_under_their_names() -> None:
    headings = [one.heading for one in RSA.compose().paragraphs]
    assert "L’urgence" in headings
    assert any("doute sérieux" in heading for heading in headings)


def test_an_urgency_without_money_gives_no_figures() -> None:
    assert "318 €" in RSA.text("urgence")
    assert "€" not in STUDIES.text("urgence")


def test_it_has_no_delay_of_its_own() -> None:
    assert RSA.rule() is None
    assert RSA.recipient()[0] == "Juge des référés"


def test_no_reason_and_a_reason_for_anybody_are_not_said_together() -> None:
    said = {"moyen_motif_legitime": None, "moyen_motifs_stereotypes": "oui"}
    assert "moyen-motifs-stereotypes" in RSA.ids(moyen_motifs_absents="oui", **said)
    both = RSA.ids(moyen_motifs_absents="non", **said)
    assert "moyen-motifs-absents" in both
    assert "moyen-motifs-stereotypes" not in both


@pytest.mark.parametrize("of", ["sejour", "autre"])
def test_an_order_to_leave_stops_it_whatever_the_decision_is_called(of: str) -> None:
    said = Draft(RSA.letter.id, {"rs_objet": of})
    pack = RSA.letter
    following = [one.question.id for one in asked_now(pack, said, TODAY)]
    assert following.index("refus_oqtf") < following.index("rs_fond")
    draft = Draft(RSA.letter.id, {"rs_objet": of, "refus_oqtf": "oui"})
    with pytest.raises(InvalidAnswers) as refusal:
        validate(pack, draft, TODAY, blanks=True)
    assert [one.code for one in refusal.value.problems] == ["answer-emergency"]


@pytest.mark.parametrize(
    ("of", "title"),
    [("sejour", "Mon titre de séjour est refusé"), ("rsa", "Mon recours RSA"), ("visa", "")],
)
def test_the_request_to_join_is_named_by_its_title(of: str, title: str) -> None:
    """Or none is: there is no such letter for every decision."""
    answers = {"rs_objet": of, "refus_oqtf": "non", "rs_fond": "rien"}
    assert NOTHING.warned("La requête à joindre existe", **answers) is bool(title)
    if title:
        assert NOTHING.warned(title, **answers)

"""A conciliation with the MDPH: it suspends the delay of the appeal, and never stands for it."""

import pytest

from tests.helpers.shipped import Shipped

BEFORE = Shipped("mdph-conciliation", "1-avant-le-recours.toml")
AFTER = Shipped("mdph-conciliation", "2-ecole-apres-le-recours.toml")


def test_the_director_is_asked_to_name_a_qualified_person() -> None:
    """CASF L.146-10."""
    assert BEFORE.recipient()[:2] == ["Madame, Monsieur le directeur", "MDPH de la Loire"]
    said = BEFORE.text("demande")
    assert said.startswith("Je demande une conciliation")
    assert "une personne qualifiée" in said


@pytest.mark.parametrize("appeal", ["bientot", "non"])
def test_who_has_not_appealed_keeps_the_right_to_and_is_told_to_do_it(appeal: str) -> None:
    assert "ne remplace pas le recours" in BEFORE.text("recours-garde", mdph_recours=appeal)
    assert BEFORE.warned("Envoyez aussi, dans les deux mois", mdph_recours=appeal)


def test_an_appeal_already_sent_is_maintained() -> None:
    assert "Je le maintiens" in AFTER.text("recours-envoye")
    assert "suspend" not in AFTER.text()
    assert AFTER.warned("n'arrête pas le délai pour aller au tribunal")


def test_the_day_of_the_appeal_comes_from_the_dossier() -> None:
    facts = {q.id: q.fact for section in AFTER.letter.section for q in section.question}
    assert facts["mdph_recours_date"] == "posted"


def test_it_contests_nothing_by_itself() -> None:
    assert "Je conteste" not in BEFORE.text()


def test_the_phone_is_given_only_to_who_wants_to_be_called() -> None:
    assert "01 99 00 12 34" in BEFORE.text("rencontre", mdph_rencontre="telephone")
    assert "01 99" not in BEFORE.text("rencontre")
    assert "rencontre" not in BEFORE.ids(mdph_rencontre=None)


def test_the_last_day_is_that_of_the_appeal_without_any_suspension() -> None:
    assert BEFORE.rule() == ("mdph-conciliation", "lettre-simple", "date_decision", "")
    assert BEFORE.warned("Ne comptez pas dessus")

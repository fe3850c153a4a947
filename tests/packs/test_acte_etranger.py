"""A foreign record set aside: it proves unless the office shows otherwise, and no consulate."""

from tests.helpers.shipped import Shipped

BIRTH = Shipped("acte-etranger", "1-naissance-prefecture.toml")
MARRIAGE = Shipped("acte-etranger", "2-mariage-caisse.toml")


def test_the_office_is_asked_what_it_holds_against_the_record() -> None:
    """Civil code 47."""
    for letter in (BIRTH, MARRIAGE):
        assert "article 47 du code civil" in letter.text("foi")
        assert "quels éléments" in letter.text("foi")


def test_nothing_is_said_of_the_record_that_was_not_told() -> None:
    assert {"legalise", "ecart", "autres"} <= BIRTH.ids()
    assert not {"legalise", "ecart", "autres"} & MARRIAGE.ids()
    for told in ("non", "ne-sait-pas"):
        assert "legalise" not in BIRTH.ids(ae_legal=told)


def test_a_lawyer_comes_first_a_consulate_never_for_a_refugee() -> None:
    for letter in (BIRTH, MARRIAGE):
        assert letter.warned("un avocat ou une association")
        assert letter.warned("n'allez jamais à votre consulat")


def test_the_decision_is_contested_apart_and_in_time() -> None:
    assert BIRTH.warned("deux mois")
    assert BIRTH.letter.deadline == ()


def test_a_letter_that_orders_to_leave_stops_all() -> None:
    """CESEDA R.911-1: this letter keeps no day before the judge."""
    first = BIRTH.letter.section[0].question[0]
    assert first.id == "lettre_oqtf"
    assert next(one for one in first.choices if one.id == "oui").emergency == "oqtf"


def test_a_judgment_is_not_called_a_record() -> None:
    said = BIRTH.text("foi", ae_acte="jugement")
    assert "dressé d'après ce jugement" in said
    assert "Un acte de l'état civil fait à l'étranger" not in said
    assert BIRTH.warned("Un jugement étranger", ae_acte="jugement")
    assert not BIRTH.warned("Un jugement étranger")

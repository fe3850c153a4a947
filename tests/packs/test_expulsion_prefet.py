"""Writing to the prefect before an eviction: before or after the yes to the police."""

from tests.helpers.shipped import Shipped

PRIORITY = Shipped("expulsion-prefet", "1-prioritaire-dalo.toml")
GRANTED = Shipped("expulsion-prefet", "2-concours-accorde.toml")


def test_what_is_asked_depends_on_what_the_prefect_already_said() -> None:
    assert "de ne pas accorder" in PRIORITY.text("demande")
    assert "de revenir sur votre décision du 12 novembre 2026" in GRANTED.text("demande")
    assert "date" in PRIORITY.ids()
    assert "date" not in GRANTED.ids()


def test_a_yes_sends_to_a_judge_the_same_day() -> None:
    assert GRANTED.warned("référé")
    assert not PRIORITY.warned("référé")


def test_priority_is_claimed_only_with_the_day_of_the_decision() -> None:
    assert "L.441-2-3" in PRIORITY.text("prioritaire")
    assert "prioritaire" not in PRIORITY.ids(prefet_prioritaire=None)


def test_the_judge_is_waited_for_only_if_he_was_asked() -> None:
    assert "juge" in GRANTED.ids()
    assert "juge" not in GRANTED.ids(prefet_jex=None)


def test_a_copy_goes_to_the_commission_only_if_wanted() -> None:
    assert PRIORITY.compose().copies
    assert not PRIORITY.compose(prefet_ccapex="non").copies


def test_paying_nothing_is_not_told() -> None:
    assert "Je paie" not in PRIORITY.text(prefet_paie="rien")


def test_the_prefect_is_written_to_and_called_so() -> None:
    assert PRIORITY.recipient()[:2] == ["Madame, Monsieur le préfet", "de la Seine-Saint-Denis"]
    assert "Madame la Préfète, Monsieur le Préfet" in PRIORITY.compose().closing

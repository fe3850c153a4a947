"""Asking the judge for an appointment: urgent, useful, and no decision in the way (CJA L.521-3)."""

from tests.helpers.shipped import Shipped

RENEWAL = Shipped("refere-mesures-utiles", "1-renouvellement-sans-creneau.toml")
FIRST = Shipped("refere-mesures-utiles", "2-premier-titre-association.toml")


def test_it_has_the_parts_of_a_request() -> None:
    headings = [p.heading for p in RENEWAL.compose().paragraphs if p.heading]
    assert [heading.replace("\u2019", "'") for heading in headings] == [
        "Les parties",
        "Les faits",
        "L'urgence",
        "La mesure est utile",
        "Ce que je demande",
    ]
    assert "Par ces motifs" in RENEWAL.text("conclusions")


def test_no_decision_stands_in_the_way_only_when_nothing_could_be_left() -> None:
    """A silence that became a refusal closes this door."""
    assert "pas-de-decision" in RENEWAL.ids()
    assert "pas-de-decision" not in RENEWAL.ids(refere_depot="oui")
    assert FIRST.warned("c'est peut-être un refus")


def test_attempts_and_urgency_stay_blank_rather_than_vanish() -> None:
    document = RENEWAL.compose(unknown=("rdv_essais", "urgence_faits"))
    assert {one.question for one in document.missing} == {"rdv_essais", "urgence_faits"}


def test_a_letter_is_told_only_if_it_was_sent() -> None:
    assert "26 octobre 2026" in RENEWAL.text("lettre")
    assert "lettre" not in RENEWAL.ids(refere_lettre=None)


def test_it_has_no_last_day_and_promises_none() -> None:
    assert RENEWAL.rule() is None
    assert not RENEWAL.letter.deadline


def test_it_follows_the_letter_to_the_prefect() -> None:
    """The day that letter was posted is known of its dossier."""
    posted = [q.id for s in RENEWAL.letter.section for q in s.question if q.fact == "posted"]
    assert posted == ["refere_lettre"]

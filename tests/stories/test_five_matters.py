"""Five matters, from somebody's words to the document that follows, by the command line alone.

Each is found by a saying that is no pack's own, answered, proved, filed in a real safe, posted and
received; then nobody answers, or somebody says no. Dates are those of the calendar of 2026 and
2027, counted by hand: Easter Monday is 29 March 2027.
"""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.stories.matter import Matter, command, found

SLIP = ("--number", "1A 234 567 8901 2")

RECEIVED = "decision-received"
"""How it came follows: a plain letter's earliest day is the one written on it."""


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


@pytest.fixture
def matter(tmp_path: Path) -> Matter:
    return Matter(tmp_path)


def silence_day(awaited: Any) -> str:
    (kind,) = awaited
    assert kind == "silence-expected"
    return str(awaited[kind]["day"])


def test_a_debt_of_rsa_then_silence_then_the_tribunal(matter: Matter) -> None:
    """J1: a debt contested, two months of silence; the judge, and the reasons asked for."""
    assert "caf-indu-rsa" in found("j'ai reçu une lettre du département, trop de rsa versé")
    matter.create(day(11, 24))
    matter.write(day(11, 24), "caf-indu-rsa", "1-je-ne-dois-rien.toml")
    assert matter.agenda(day(11, 24)) == [(f"{RECEIVED}-lettre-simple", "2026-12-31", "2027-01-05")]

    assert silence_day(matter.note(day(11, 26), "posted", *SLIP)) == "2027-01-26"
    assert silence_day(matter.note(day(11, 28), "receipt")) == "2027-01-28"
    assert matter.told(day(1, 27, 2027))["next"]["state"] == "attente"

    reached = day(2, 1, 2027)
    matter.note(reached, "silence")
    assert set(matter.next(reached)) == {"recours-ta", "demande-motifs"}
    to_court = ("deadline", "2027-03-26", "2027-03-30")
    assert matter.agenda(reached) == [to_court, to_court], "the judge, and the reasons before"

    matter.write(
        reached,
        "motifs",
        "1-silence-de-la-mairie.toml",
        demande_nature="recours",
        demande_objet="le réexamen de ma dette de RSA",
        demande_envoi="26/11/2026",
        demande_reception="28/11/2026",
    )
    assert len(matter.told(reached)["documents"]) == 2
    assert silence_day_of_reasons(matter, day(2, 2, 2027)) == "2027-03-02"


def silence_day_of_reasons(matter: Matter, posted: dt.date) -> str:
    awaited = matter.note(posted, "posted", *SLIP)
    assert awaited["deadline"]["last_day"] == "2027-03-30", "the judge's day stays"
    return str(awaited["silence-expected"]["day"])


def test_an_aid_for_housing_then_a_refusal(matter: Matter) -> None:
    """The Caf answers no before two months: the judge's two months run from that answer."""
    assert "caf-indu-apl" in found("on me demande de rendre l'apl parce que j'ai déménagé")
    matter.create(day(11, 24))
    matter.write(day(11, 24), "caf-indu-apl", "1-demenagement.toml")
    assert matter.agenda(day(11, 24)) == [(f"{RECEIVED}-lettre-simple", "2027-01-08", "2027-01-12")]
    matter.note(day(11, 26), "posted", *SLIP)
    assert silence_day(matter.note(day(11, 28), "receipt")) == "2027-01-28"

    answered = day(1, 8, 2027)
    (awaited,) = matter.note(answered, "answer", "--answer", "refus").values()
    assert awaited["procedure"] == "recours-ta"
    assert (awaited["prudent_day"], awaited["last_day"]) == ("2027-03-08", "2027-03-09")
    told = matter.told(answered)
    assert told["next"]["state"] == "reponse"
    assert told["next"]["silences"] == []


def test_a_refusal_by_the_mdph_then_silence_then_the_social_judge(matter: Matter) -> None:
    assert "mdph-rapo" in found("refus de l'allocation pour mon handicap")
    matter.create(day(11, 25))
    matter.write(day(11, 25), "mdph-rapo", "1-aah-refusee.toml")
    assert matter.agenda(day(11, 25)) == [(f"{RECEIVED}-lettre-simple", "2026-12-31", "2027-01-06")]
    matter.note(day(11, 26), "posted", *SLIP)
    assert silence_day(matter.note(day(11, 28), "receipt")) == "2027-01-28"

    reached = day(2, 1, 2027)
    matter.note(reached, "silence")
    steps = matter.next(reached)
    assert set(steps) == {"tj-pole-social"}, "of the AAH the social judge alone decides"
    assert "AAH" in steps["tj-pole-social"]
    assert matter.agenda(reached) == [("deadline", "2027-03-26", "2027-03-30")]


def test_a_residence_permit_without_an_answer(matter: Matter) -> None:
    """Four months of silence said no on 15 October: the reasons are asked within two months."""
    assert "motifs" in found("la préfecture se tait depuis des mois, qu'est-ce que cela veut dire")
    matter.create(day(11, 25))
    matter.write(
        day(11, 25),
        "motifs",
        "1-silence-de-la-mairie.toml",
        demande_nature="sejour",
        demande_envoi="12/06/2026",
        demande_reception="15/06/2026",
        dest_nom="Préfecture de la Loire",
        dest_service="Service des étrangers",
    )
    (awaited,) = matter.agenda(day(11, 25))
    assert awaited == ("decision-received-rejet-implicite", "2026-12-15", "2026-12-16")
    assert silence_day(matter.note(day(11, 26), "posted", *SLIP)) == "2026-12-26"
    assert silence_day(matter.note(day(11, 28), "receipt")) == "2026-12-28"

    reached = day(1, 4, 2027)
    (usual,) = matter.told(reached)["next"]["silences"]
    assert (usual["day"], usual["reached"], usual["estimated"]) == ("2026-12-28", True, False)
    matter.note(reached, "silence")
    assert set(matter.next(reached)) == {"recours-ta"}
    kinds = [event["kind"] for event in matter.told(reached)["events"]]
    assert kinds[:2] == ["decision-received-rejet-implicite", "posted"]
    assert kinds[2:] == ["receipt-returned", "silence-reached", "deadline"]
    assert matter.agenda(reached) == [("deadline", "2027-11-26", "2027-11-26")], (
        "a year from the day the reasons were asked for: CE, 2 October 2025, n° 504677"
    )


def test_a_refusal_by_parcoursup_then_the_criteria_asked_from_the_commission(
    matter: Matter,
) -> None:
    assert "parcoursup-motifs" in found("comment la fac a classé ma candidature")
    matter.create(day(6, 10))
    matter.write(day(6, 10), "parcoursup-motifs", "1-refuse-en-licence.toml")
    assert matter.agenda(day(6, 10)) == [
        (f"{RECEIVED}-compte-en-ligne", "2026-07-02", "2026-07-02")
    ]
    matter.note(day(6, 11), "posted", *SLIP)
    assert silence_day(matter.note(day(6, 13), "receipt")) == "2026-07-13"

    reached = day(7, 14)
    matter.note(reached, "silence")
    assert "saisine-cada" in matter.next(reached)
    assert matter.agenda(reached) == [("deadline", "2026-09-11", "2026-09-14")], "13 is a Sunday"

    matter.write(
        reached,
        "cada",
        "1-un-mois-de-silence.toml",
        demande_objet="les critères et les raisons du refus de ma candidature",
        demande_envoi="11/06/2026",
        demande_reception="13/06/2026",
        cada_bureau="à l'université du Forez",
    )
    awaited = {last for _, _, last in matter.agenda(reached)}
    assert awaited == {"2026-09-14"}, "the letter counts the same day as the dossier"
    assert "posted" in [event["kind"] for event in matter.told(reached)["events"]]
    assert matter.note(day(7, 15), "posted", *SLIP), "its answer is awaited in turn"


def test_the_letters_that_follow_are_at_hand() -> None:
    """A step without a letter would leave the person with a date and nothing."""
    proposed = {"recours-ta", "tj-pole-social", "demande-motifs", "saisine-cada"}
    items = command(day(11, 25), "catalogue", "--kind", "letter")["items"]
    assert proposed <= {item["procedure"] for item in items}


def test_a_value_that_is_wrong_stops_the_story(matter: Matter) -> None:
    """Sabotage: what the command line refuses is not taken for made."""
    matter.create(day(11, 24))
    with pytest.raises(AssertionError, match="safe write"):
        matter.write(day(11, 24), "caf-indu-rsa", "1-je-ne-dois-rien.toml", montant="beaucoup")


# ---------------------------------------------------------------------- the courts' own letters


@pytest.mark.parametrize(
    ("first", "example", "request_", "its_example", "changes"),
    [
        (
            "caf-indu-rsa",
            "1-je-ne-dois-rien.toml",
            "ta-requete-social",
            "1-prime-sans-reponse.toml",
            {"ta_droit": "rsa", "ta_objet": "indu", "montant": "1842.50"},
        ),
        (
            "mdph-rapo",
            "1-aah-refusee.toml",
            "pole-social-requete",
            "1-aah-silence-de-la-mdph.toml",
            {},
        ),
    ],
    ids=["RSA, the administrative court", "MDPH, the social judge"],
)
def test_the_request_to_the_court_is_made_in_the_same_dossier(
    matter: Matter,
    first: str,
    example: str,
    request_: str,
    its_example: str,
    changes: dict[str, str],
) -> None:
    """After two months of silence, on the court's own letter: the same last day once more."""
    matter.create(day(11, 25))
    matter.write(day(11, 25), first, example)
    matter.note(day(11, 26), "posted", *SLIP)
    matter.note(day(11, 28), "receipt")
    reached = day(2, 1, 2027)
    matter.note(reached, "silence")
    asked = {
        "requete_decision_date": "03/11/2026",
        "requete_recours_envoi": "26/11/2026",
        "requete_recours_reception": "28/11/2026",
    }
    assert matter.told(reached)["letters"][0] == request_, "it is proposed first"
    matter.write(reached, request_, its_example, **asked, **changes)
    assert len(matter.told(reached)["documents"]) == 2
    assert {last for _, _, last in matter.agenda(reached)} == {"2027-03-30"}
    assert matter.says(reached, request_, "bordereau"), "the papers are listed and numbered"

    matter.note(day(2, 2, 2027), "posted", *SLIP)
    told = matter.told(day(2, 2, 2027))
    here, there = told["ladder"][:2]
    assert (here["state"], there["state"]) == ("fait", "ici"), "one stands before the judge"
    pressing = {event["procedure"] for event in told["events"] if event["awaited"]}
    assert there["procedure"] not in pressing, "what was posted in time presses no more"


def test_the_court_is_seen_after_a_partial_answer_a_paper_and_the_wrong_office(
    matter: Matter,
) -> None:
    """MDPH: each reply is noted with what the law says; only the answer moves the dates."""
    matter.create(day(11, 25))
    matter.write(day(11, 25), "mdph-rapo", "1-aah-refusee.toml")
    matter.note(day(11, 26), "posted", *SLIP)
    before = silence_day(matter.note(day(11, 28), "receipt"))
    wrong = matter.note(day(11, 30), "wrong-body")
    assert silence_day(wrong) == before == "2027-01-28"
    asked = matter.note(day(12, 2), "papers-asked", "--until", "2026-12-18")
    assert set(asked) == {"silence-expected", "papers-asked"}

    answered = day(1, 8, 2027)
    awaited = matter.note(answered, "answer", "--answer", "partielle")
    assert set(awaited) == {"deadline"}, "the paper is no longer asked for"
    assert matter.agenda(answered) == [
        ("deadline", "2027-03-08", "2027-03-08"),  # of the AAH the social judge alone: two months
    ]


def test_a_sanction_announced_then_taken_opens_the_appeal_in_the_same_dossier(
    matter: Matter,
) -> None:
    """RSA: the observations are sent in ten days; then the decision, and two months."""
    matter.create(day(11, 25))
    matter.write(day(11, 25), "rsa-sanction", "1-convocation-jamais-recue.toml")
    matter.note(day(11, 26), "posted", *SLIP)
    awaited = matter.note(day(12, 18), "decision")
    assert awaited["deadline"]["procedure"] == "caf-rapo-rsa"
    assert awaited["deadline"]["last_day"] == "2027-02-18"
    assert "rsa-sanction-rapo" in matter.told(day(12, 18))["letters"]

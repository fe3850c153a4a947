"""The national energy mediator: from two months to a year after a complaint, free, no stamp."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.dossiers import open_dossier
from desktop_app.workflow.matter.next_letter import begin_next
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.shipped import Shipped

MEDIATION = "energie-mediateur"
SILENT = Shipped("energie-mediateur", "1-fournisseur-sans-reponse.toml")
REFUSED = Shipped("energie-mediateur", "2-refus-et-urgence.toml")


def test_the_address_needs_no_stamp_and_no_registered_post() -> None:
    assert SILENT.recipient() == [
        "Médiateur national de l'énergie",
        "LIBRE REPONSE 59252",
        "75443 PARIS CEDEX 09",
    ]
    assert SILENT.letter.registered is False
    assert SILENT.letter.free_post
    assert SILENT.warned("Aucun timbre")


@pytest.mark.parametrize(
    ("sent", "early", "late"),
    [
        ("26/09/2026", True, False),
        ("25/09/2026", False, False),
        ("25/11/2025", False, False),
        ("24/11/2025", False, True),
    ],
)
def test_from_two_months_to_a_year_after_the_complaint(sent: str, early: bool, late: bool) -> None:
    """Code de l'énergie R.122-1; code de la consommation L.612-2 4°. Written on 25 November."""
    assert SILENT.warned("Il est trop tôt", reclamation_envoi=sent) is early
    assert SILENT.warned("Plus d'un an", reclamation_envoi=sent) is late


def test_an_answer_opens_the_way_before_two_months() -> None:
    assert not REFUSED.warned("Il est trop tôt")


@pytest.mark.parametrize(
    ("answer", "said"),
    [("refus", "Il a refusé le"), ("partie", "une partie seulement"), ("promesse", "rien n'a été")],
)
def test_the_answer_is_told_as_it_was(answer: str, said: str) -> None:
    assert said in REFUSED.text("reclamation", reclamation_reponse=answer)


def test_the_complaint_posted_from_its_dossier_opens_this_letter(tmp_path: Path) -> None:
    law, catalogue = LAW, CATALOGUE
    sent, today = dt.date(2026, 9, 10), dt.date(2026, 11, 25)
    with open_safe(new_safe(tmp_path, today), today) as safe:
        dossier = safe.dossiers.add("Électricité", on=today, procedure=MEDIATION)
        followup.posted(safe, law, dossier, day=sent, procedure=MEDIATION, today=today)
        found = open_dossier(safe, law, catalogue, dossier, today=today)
        begun = begin_next(safe, catalogue, dossier, "energie-mediateur", today)
    assert "energie-mediateur" in [item.id for item in found.letters[MEDIATION]]
    assert begun.draft.answers["reclamation_envoi"] == "10/09/2026"


def test_a_judge_is_spoken_of_only_when_there_is_one() -> None:
    assert "tribunal" not in SILENT.ids()
    assert "tribunal" in REFUSED.ids()

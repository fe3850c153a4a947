"""What was said first comes back, and is told once; five roads whole: ``test_five_roads.py``."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preparing import PreparedLetter, prepare_letter
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.matter.said_before import with_arguments
from desktop_app.workflow.store import Safe
from tests.helpers.example_answers import answers_of
from tests.helpers.rsa import TOLD, ids, text
from tests.helpers.safes import new_safe, open_safe

POSTED, RECEIVED, LATER = dt.date(2026, 11, 25), dt.date(2026, 11, 27), dt.date(2027, 2, 1)


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, POSTED), POSTED) as opened:
        yield opened


def sent(
    safe: Safe, tools: RealTools, draft: Draft, procedure: str, dossier: str = "", on: int = 0
) -> str:
    """Keep a letter in its dossier, note it as posted and received, then left without an answer."""
    dossier = dossier or safe.dossiers.add("Une affaire", on=POSTED, procedure=procedure)
    days = dt.timedelta(days=on)
    kept = saving.save(safe, draft, draft_id="", question="", on=POSTED + days, dossier=dossier)
    interview = Interview(tools.catalogue.letter(draft.pack), draft, POSTED + days)
    saving.finish(safe, interview, draft_id=kept, on=POSTED + days)
    common = {"procedure": procedure, "today": LATER + days}
    followup.posted(safe, tools.law, dossier, day=POSTED + days, **common)
    followup.receipt_returned(safe, tools.law, dossier, day=RECEIVED + days, **common)
    return dossier


def silent(safe: Safe, tools: RealTools, dossier: str, procedure: str) -> None:
    followup.silence_reached(safe, tools.law, dossier, procedure=procedure, today=LATER)


def answered(draft: Draft, answers: Mapping[str, Any]) -> Draft:
    """Return a draft with what only the person can say now."""
    return dataclasses.replace(draft, answers=MappingProxyType({**draft.answers, **answers}))


def judged(
    safe: Safe, tools: RealTools, dossier: str, pack: str, answers: Mapping[str, Any]
) -> PreparedLetter:
    """Return the paper for the judge: what the dossier knows, and what is asked then."""
    begun = begin_next(safe, tools.catalogue, dossier, pack, LATER)
    assert begun.troubles == ()
    return prepare_letter(tools.catalogue, tools.law, answered(begun.draft, answers), LATER)


def first(pack: str, example: str, **changes: Any) -> Draft:
    given = {**answers_of(pack, example), **changes}
    return Draft(pack, MappingProxyType({k: v for k, v in given.items() if v is not None}))


def test_what_was_said_to_the_judge_goes_on_to_the_urgent_one(safe: Safe, tools: RealTools) -> None:
    letter = first("caf-indu-rsa", "1-je-ne-dois-rien.toml", **TOLD)
    dossier = sent(safe, tools, letter, "caf-rapo-rsa")
    silent(safe, tools, dossier, "caf-rapo-rsa")
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)
    more = {"ta_objet": "indu", "moyen_tiers_non_informe": "oui", "requete_moyens": "Un oubli."}
    sent(safe, tools, answered(begun.draft, more), "recours-ta", dossier, on=70)
    after = begin_next(safe, tools.catalogue, dossier, "ta-refere-suspension", LATER)
    said = after.draft.answers
    assert said["moyen_tiers_non_informe"] == "oui"
    assert said["requete_moyens"] == "Un oubli."
    assert said["faits"] == letter.answers["faits"]


def test_a_sanction_of_france_travail_from_the_mediation_to_the_judge(
    safe: Safe, tools: RealTools
) -> None:
    names = [one.name for one in sorted(_examples("ft-mediation"))]
    changes = {
        "ft_decision": "radiation",
        "ft_legitime": ("enfants",),
        "ft_convocation": "internet",
        "faits": "Le 12 octobre, j'étais aux urgences avec mon fils",
    }
    dossier = sent(safe, tools, first("ft-mediation", names[0], **changes), "ft-mpo")
    given = {"ta_mediation_fin": "20/01/2027"}
    found = judged(safe, tools, dossier, "ta-requete-social", given)
    assert {"moyen-motif-legitime", "moyen-convocation-non-recue"} <= set(ids(found.document))
    assert "aux urgences avec mon fils." in text(found.document, "moyen-motif-legitime")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        pytest.param(("demenagement", "couple"), ("couple",), id="what the next letter offers"),
        pytest.param(("demenagement",), (), id="none of it, and it is not asked again"),
    ],
)
def test_a_choice_that_the_next_letter_does_not_have_is_left(
    safe: Safe, tools: RealTools, told: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    letter = first("caf-indu-apl", "1-demenagement.toml", sujets=told)
    dossier = sent(safe, tools, letter, "caf-rapo-apl")
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)
    assert begun.draft.answers["sujets"] == kept
    assert begun.troubles == ()


def carried(tools: RealTools, pack: str, example: str, **changes: Any) -> Mapping[str, Any]:
    """Return what a first letter says, in the terms of the bank too."""
    return with_arguments(tools.catalogue, first(pack, example, **changes), POSTED).answers


def test_gifts_of_before_the_new_rule_are_not_pleaded(tools: RealTools) -> None:
    """They counted then: to say them under a rule of July 2025 gives the months before away."""
    changes = {**TOLD, "aides_quand": "avant"}
    said = carried(tools, "caf-indu-rsa", "1-je-ne-dois-rien.toml", **changes)
    assert "moyen_aides_des_proches" not in said


def test_two_answers_about_one_argument_are_both_carried(tools: RealTools) -> None:
    """The right sum, and the loan that is not an income: the second one took the first's place."""
    changes = {
        **TOLD,
        "position": "montant",
        "montant_juste": "300",
        "ressources_nature": ("pret", "don"),
    }
    said = carried(tools, "caf-indu-rsa", "1-je-ne-dois-rien.toml", **changes)
    assert "juste serait de 300" in said["moyen_calcul_faux"]
    assert "de ma sœur" in said["moyen_calcul_faux"]
    changes |= {"sujets": ("ressources", "etranger"), "etranger_details": "Du 3 au 9 mai 2025"}
    said = carried(tools, "caf-indu-cra-pf", _first("caf-indu-cra-pf"), **changes)
    assert said["moyen_calcul_faux"].count("de ma sœur") == 1
    assert "Du 3 au 9 mai 2025" in said["moyen_calcul_faux"]


def _first(pack: str) -> str:
    return min(_examples(pack)).name


def test_a_rate_that_nobody_contested_is_not_too_low(tools: RealTools) -> None:
    """What was told of the day goes with what was said: that work is out of reach."""
    names = [one.name for one in sorted(_examples("mdph-rapo"))]
    changes = {
        "mdph_droit": "aah",
        "mdph_taux": "50-79",
        "mdph_taux_conteste": "non",
        "mdph_emploi": "J'ai essayé deux emplois en 2025",
        "mdph_oubli": "Je ne peux plus m'habiller sans aide",
    }
    said = carried(tools, "mdph-rapo", names[0], **changes)
    assert "moyen_aah_taux" not in said
    told = "J'ai essayé deux emplois en 2025. Je ne peux plus m'habiller sans aide"
    assert said["moyen_aah_rsdae"] == told


def test_no_letter_before_is_not_a_missed_appointment(tools: RealTools) -> None:
    names = [one.name for one in sorted(_examples("ft-mediation"))]
    changes = {"ft_decision": "radiation", "ft_convocation": "non"}
    said = carried(tools, "ft-mediation", names[0], **changes)
    assert "moyen_convocation_non_recue" not in said
    assert said["moyen_sanction_sans_griefs"] == "non"


def test_what_she_took_back_does_not_come_back(safe: Safe, tools: RealTools) -> None:
    """She said that the fund asked her bank, then that the decision speaks of no check."""
    letter = first("caf-indu-rsa", "1-je-ne-dois-rien.toml", **TOLD)
    dossier = sent(safe, tools, letter, "caf-rapo-rsa")
    silent(safe, tools, dossier, "caf-rapo-rsa")
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)
    more = {"ta_objet": "indu", "moyen_tiers_non_informe": "oui", "sujets": ("couple",)}
    sent(safe, tools, answered(begun.draft, more), "recours-ta", dossier, on=70)
    said = begin_next(safe, tools.catalogue, dossier, "ta-refere-suspension", LATER).draft.answers
    assert "moyen_tiers_non_informe" not in said
    assert said["moyen_motifs_absents"] == "non", "closed before that judge, not taken back"


def _examples(pack: str) -> Iterator[Path]:
    folder = data_root("forms") / "letters" / pack / "examples"
    return (Path(file.name) for file in folder.iterdir())


def test_what_a_first_letter_says_is_an_argument_or_a_question_of_a_letter(
    tools: RealTools,
) -> None:
    letters = [tools.catalogue.letter(one.id) for one in tools.catalogue.search(kind="letter")]
    taken = {one.id for letter in letters for one in questions_of(letter) if one.fact == "same"}
    for letter in letters:
        for one in letter.pleading.said:
            assert (one.argument in tools.catalogue.bank.arguments) != bool(one.question), letter.id
            assert not one.question or one.question in taken, (letter.id, one.question)


def test_what_a_first_letter_says_is_never_lost_before_the_judge(tools: RealTools) -> None:
    """Each argument said is offered by the paper that follows, or closed there with its reason."""
    courts = [tools.catalogue.letter(one) for one in ("ta-requete-social", "pole-social-requete")]
    for item in tools.catalogue.search(kind="letter"):
        following = [one.pleading for one in courts if item.procedure in one.follows]
        known = {one.id for plea in following for one in (*plea.argued, *plea.shut)}
        said = {one.argument for one in tools.catalogue.letter(item.id).pleading.said} - {""}
        assert not following or said <= known, (item.id, said - known)

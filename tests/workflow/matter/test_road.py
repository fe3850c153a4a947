"""What is told of each step is for this person: her answers, her road, and nothing else."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.procedures import Asked
from desktop_app.core.deadlines.road import Road
from desktop_app.core.packs.resolve import questions_of
from desktop_app.wiring import RealTools
from desktop_app.workflow.matter.ladder import Rung, ladder

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()


@pytest.fixture(scope="module")
def law() -> FolderLaw:
    return FolderLaw()


def rungs(law: FolderLaw, procedure: str, **answers: object) -> tuple[Rung, ...]:
    return ladder(law, (), procedure, TODAY, road=Road(answers=answers))


def steps(found: tuple[Rung, ...]) -> list[str]:
    return [rung.procedure or rung.title for rung in found]


@pytest.mark.parametrize(
    ("answers", "whom"),
    [
        ({"lieu_rsa": "paris"}, "au maire de Paris"),
        ({"lieu_rsa": "departement"}, "au président du conseil départemental"),
        ({"lieu_rsa": "ariege", "organisme": "caf"}, "au directeur de la Caf"),
        ({"lieu_rsa": "ariege", "organisme": "msa"}, "au directeur de la MSA"),
        ({"lieu_rsa": "mayotte"}, "au directeur de la caisse de sécurité sociale de Mayotte"),
        (
            {"lieu_rsa": "reunion", "organisme": "caf", "destinataire_indique": "departement"},
            "à la collectivité que nomme la lettre reçue",
        ),
        ({}, "au bureau que nomme la lettre reçue"),
    ],
)
def test_the_rsa_is_contested_where_she_has_it(
    law: FolderLaw, answers: Mapping[str, str], whom: str
) -> None:
    here = rungs(law, "caf-rapo-rsa", **answers)[0]
    assert here.told.startswith(f"Vous écrivez {whom}")


def test_no_appeal_where_the_court_judges_in_last_resort(law: FolderLaw) -> None:
    """CJA R.811-1 1°: after a decision on the RSA there is no court of appeal."""
    found = steps(rungs(law, "caf-rapo-rsa"))
    assert "pourvoi devant le Conseil d’État" in found
    assert "appel à la cour administrative d’appel" not in found


SEEN_AGAIN = {
    "appel à la cour administrative d’appel",
    "pourvoi devant le Conseil d’État",
    "appel ou pourvoi en cassation",
}
ASKED: tuple[tuple[str, str, str], ...] = (
    ("ta_droit", "prime", "pourvoi devant le Conseil d’État"),
    ("ta_droit", "autre", "appel ou pourvoi en cassation"),
    ("visa_duree", "court", "pourvoi devant le Conseil d’État"),
    ("visa_duree", "long", "appel à la cour administrative d’appel"),
    ("", "", "appel ou pourvoi en cassation"),
)


@pytest.mark.parametrize(("question", "answer", "judge"), ASKED)
def test_one_judge_may_see_the_judgment_again(
    law: FolderLaw, question: str, answer: str, judge: str
) -> None:
    """CJA R.811-1: never two that exclude one another; where the case is not known, neither."""
    found = steps(rungs(law, "recours-ta", **{question: answer}))
    assert SEEN_AGAIN & {*found} == {judge}


def test_no_road_tells_of_two_judges_that_exclude_one_another(law: FolderLaw) -> None:
    for procedure in law.procedures():
        after = procedure.id in ("oqtf-1mois", "titre-refus")  # the same court, in another time
        assert after or len(SEEN_AGAIN & {*steps(rungs(law, procedure.id))}) <= 1, procedure.id


def test_an_appeal_and_nothing_else_after_a_refused_nationality(law: FolderLaw) -> None:
    found = steps(rungs(law, "naturalisation-rapo"))
    assert "appel à la cour administrative d’appel" in found
    assert "pourvoi devant le Conseil d’État" not in found


@pytest.mark.parametrize(
    ("procedure", "answers", "court"),
    [
        ("mdph-rapo", {"mdph_droit": "aah"}, "tj-pole-social"),
        ("mdph-rapo", {"mdph_droit": "rqth"}, "recours-ta"),
        ("mdph-rapo", {"mdph_droits": ("rqth",)}, "recours-ta"),
        ("cmi-rapo", {"cmi_mentions": ("stationnement",)}, "recours-ta"),
        ("cmi-rapo", {"cmi_mentions": ("priorite",)}, "tj-pole-social"),
        ("caf-remise-dette", {"prestation": "rsa"}, "recours-ta"),
        ("caf-remise-dette", {"prestation": "aah"}, "tj-pole-social"),
        ("aide-sociale-rapo", {"aide_sociale": "recuperation"}, "tj-pole-social"),
    ],
)
def test_one_court_for_one_right(
    law: FolderLaw, procedure: str, answers: Mapping[str, object], court: str
) -> None:
    found = steps(rungs(law, procedure, **answers))
    assert {"tj-pole-social", "recours-ta"} & set(found) == {court}


def test_what_is_not_known_leaves_every_step(law: FolderLaw) -> None:
    assert {"tj-pole-social", "recours-ta"} <= set(steps(rungs(law, "mdph-rapo")))
    both = {"tj-pole-social", "recours-ta"}
    assert both <= set(steps(rungs(law, "cmi-rapo", cmi_mentions=("stationnement", "priorite"))))


def test_the_mediator_of_the_fund_leads_to_her_own_aid(law: FolderLaw) -> None:
    found = steps(rungs(law, "caf-mediateur", prestation="logement"))
    assert found[:2] == ["caf-mediateur", "caf-rapo-apl"]
    assert not {"caf-rapo-rsa", "caf-rapo-prime", "caf-cra-pf"} & set(found)


def conditions(law: FolderLaw) -> set[tuple[str, str]]:
    """Every question that a road looks at, with each answer it names."""
    asked: list[Asked] = []
    for procedure in law.procedures():
        asked += [one.only for one in procedure.said]
        asked += [condition for step in procedure.next for condition in (step.only, step.unless)]
    return {(name, one) for tables in asked for name, among in tables.items() for one in among}


def test_conditions_name_questions_and_answers_that_papers_ask(law: FolderLaw) -> None:
    catalogue = TOOLS.catalogue
    there: set[tuple[str, str]] = set()
    for item in catalogue.search("", "letter"):
        for question in questions_of(catalogue.letter(item.id)):
            there |= {(question.id, choice.id) for choice in question.choices}
    told_only_by_another_letter = {("organisme", "cpam"), ("organisme", "carsat")}
    assert conditions(law) - there <= told_only_by_another_letter


def test_where_a_rule_is_not_sure_no_length_is_told(law: FolderLaw) -> None:
    """As for dates: with ``confidence = "basse"``, the letter received says it."""
    for procedure in law.procedures():
        if procedure.confidence == "basse":
            assert not any(sign.isdigit() for one in procedure.said for sign in one.words)


def test_every_step_of_every_road_is_told(law: FolderLaw) -> None:
    for procedure in law.procedures():
        for rung in rungs(law, procedure.id):
            assert rung.told, (procedure.id, rung.title)
            longest = max(len(one.split()) for one in rung.told.replace("?", ".").split("."))
            assert longest <= LONGEST, (procedure.id, rung.told)


UNTIL = re.compile(
    r"avez (?:alors |de nouveau )?\d|délai|date limite|[Ff]aites-le|jusqu’|au plus tard|vite\b"
    r"|avant s?[al]\b|dans l|à partir|urgent|heures|en même temps|Plusieurs essais"
)
COST = re.compile(r"gratuit|€|coûte|verser|l’État peut|dit s’il faut payer")
NOT_READ = {
    ("banque-mediateur", "tribunal judiciaire", "until"): "the time of an action is in no file",
    ("energie-mediateur", "tribunal judiciaire", "until"): "the same",
    ("droit-au-compte", "ACPR", "until"): "a report has no time",
    ("droit-au-compte", "ACPR", "cost"): "a letter",
    ("titre-executoire-local", "appel ou pourvoi, selon le tribunal", "cost"): "nor which judge",
    ("titre-executoire-local", "appel ou pourvoi, selon le tribunal", "lawyer"): "nor which judge",
    (
        "tj-pole-social",
        "appel devant la cour d’appel désignée, sans avocat obligatoire",
        "cost",
    ): "the same",
    ("caf-penalite-tj", "appel", "cost"): "no text read says what an appeal costs",
    ("plainte-cnil", "recours au Conseil d’État contre le rejet", "cost"): "the same",
    ("abonnement-resiliation", "", "until"): "no time is in the files that were read",
    ("cheque-energie", "", "until"): "no time is in the files that were read",
    ("conciliateur-justice", "", "until"): "no time is in the files that were read",
    ("dossier-medical", "", "until"): "no time is in the files that were read",
    ("eau-coupure", "", "until"): "no time is in the files that were read",
    ("etat-civil-juge", "", "until"): "no time is in the files that were read",
    ("etat-civil-mairie", "", "until"): "no time is in the files that were read",
    ("refus-soins", "", "until"): "no time is in the files that were read",
    ("regroupement-familial-demande", "", "cost"): "in no file that was read",
    ("regroupement-familial-demande", "", "until"): "no time is in the files that were read",
    ("signalement-conso", "", "until"): "no time is in the files that were read",
}
"""What no source of ours says, so that no sentence may."""


def sentences(law: FolderLaw) -> Iterator[tuple[str, str, str]]:
    """Every sentence of a step that one takes: of which procedure, towards which, its words."""
    for procedure in law.procedures():
        yield from ((procedure.id, "", one.words) for one in procedure.said)
        for step in procedure.next:
            if step.said and not step.plain_title.startswith("Attendre"):
                yield procedure.id, step.procedure or step.step, step.said


def test_each_step_says_until_when_what_it_costs_and_whether_a_lawyer(law: FolderLaw) -> None:
    asked = {"until": UNTIL, "cost": COST, "lawyer": re.compile("avocat")}
    lacks = {
        (of, step, what)
        for of, step, words in sentences(law)
        for what, rule in asked.items()
        if not rule.search(words)
    }
    assert lacks == NOT_READ.keys()


LONGEST = 26
"""Words of a sentence: an address in the middle of one is counted."""


def test_the_sheet_she_keeps_says_the_same_as_the_window(law: FolderLaw) -> None:
    """The steps of the kit are those of the ladder, in the same words."""
    for answers in ({"prestation": "rsa"}, {"prestation": "aah"}, {}):
        road = Road(answers=answers)
        kept = road.following(law.procedure("caf-remise-dette"), law.procedure)
        shown = [one for one in rungs(law, "caf-remise-dette", **answers) if one.state == "ensuite"]
        assert [(one.title, one.told) for one in kept] == [
            (one.plain_title, one.told) for one in shown
        ]
        assert kept

"""Five whole roads: a decision, its appeal, a silence, the judge; what was told is told once.

The last days are worked out by hand from the articles named beside them, never by the program.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import LetterDocument
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.preparing import prepare_letter
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.matter.proposals import proposed
from desktop_app.workflow.store import Safe
from tests.helpers.example_answers import answers_of
from tests.helpers.rsa import TOLD, ids, plain, text
from tests.helpers.safes import new_safe, open_safe

POSTED = dt.date(2026, 11, 25)
DAY = dt.timedelta(days=1)

PERSON = "telephone courriel adresse_complement adresse_lieu_dit lieu"
"""What the first letter was not told either."""
COURT = "tribunal_de dest_ligne_1 dest_ligne_2 dest_code_postal dest_ville"
MEANINGS = (
    {"date_decision", "requete_decision_date", "ta_decision_ft"},
    {"position", "position_fond"},
    {"ft_allocation", "dette_ft"},
    {"mdph_droit", "ps_aide"},
    {"mdph_effet", "ps_objet"},
    {"retenues_montant", "deja_paye", "moyen_deja_retenu", "moyen_remboursement_retenu"},
    {"mois_debut", "moyen_prescription_deux_ans"},
    {"dest_ligne_1", "requete_adversaire"},
    {"couple_situation", "moyen_pas_de_couple", "moyen_pas_de_couple_faits"},
    {"ressources_details", "moyen_aides_des_proches", "moyen_aides_des_proches_faits"},
    {"revenus_justes", "moyen_ressources_mal_reprises"},
    {"montant_juste", "moyen_calcul_faux"},
    {"controle_forme", "moyen_agent_non_agree", "moyen_agent_non_agree_faits"},
    {"mdph_oubli", "moyen_aah_taux"},
    {"mdph_emploi", "moyen_aah_rsdae"},
)
"""Questions of the first letter and of the judge's paper that ask one thing in two ways."""


@dataclasses.dataclass(frozen=True)
class Way:
    """One road. ``silence`` and ``last``: worked out from the text named in ``law``.

    ``asked``: all that the judge's paper asks anew, its enclosures apart. ``holds``: what its
    paragraphs say; ``left``: what is left out of it.
    """

    pack: str
    example: str
    procedure: str
    changes: Mapping[str, Any]
    received: dt.date
    silence: dt.date
    paper: str
    last: dt.date
    law: str
    asked: str
    holds: Mapping[str, Sequence[str]]
    left: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()


WAYS = {
    "a debt of RSA": Way(
        "caf-indu-rsa",
        "1-je-ne-dois-rien.toml",
        "caf-rapo-rsa",
        TOLD,
        received=dt.date(2026, 11, 27),
        silence=dt.date(2027, 1, 27),
        paper="ta-requete-social",
        last=dt.date(2027, 3, 30),
        law="CRPA L.231-4: two months; CJA R.421-2: two whole months, to 28 March, a Sunday, and"
        " the 29th is Easter Monday",
        asked="moyen_ressources_mal_reprises moyen_calcul_faux moyen_constats_contestes"
        " moyen_tiers_non_informe moyen_copie_refusee moyen_calcul_non_explique"
        " moyen_poste_dans_le_delai moyen_mauvais_bureau"
        " moyen_aide_juridictionnelle moyen_sans_avocat moyen_injonction moyen_frais requete_moyens"
        f" courriel adresse_complement adresse_lieu_dit lieu {COURT}",
        holds={
            "parties": ["Département de la Loire, 2 rue Charles de Gaulle, 42022 Saint-Étienne"],
            "saisine": ["1 842 €"],
            "silence": ["3 novembre 2026", "25 novembre 2026, reçu le 27 novembre 2026"],
            "faits": ["je garde deux enfants quelques heures par semaine"],
            "moyen-pas-de-couple": ["Nous partageons un logement", "Je demande au tribunal"],
            "moyen-aides-des-proches": ["400 € le 12/08/2025, de ma sœur.", "R.262-11"],
            "moyen-deja-retenu": ["120 €", "Je demande au tribunal"],
            "moyen-agent-non-agree": ["17 septembre 2026", "R.611-10"],
        },
        left=("motifs-absents", "signature-absente"),
        enclosures=("moyen_pas_de_couple", "moyen_aides_des_proches", "moyen_deja_retenu"),
    ),
    "a refused AAH": Way(
        "mdph-rapo",
        "1-aah-refusee.toml",
        "mdph-rapo",
        {"manque_lettre": ("raisons",)},
        received=dt.date(2026, 12, 1),
        silence=dt.date(2027, 2, 1),
        paper="pole-social-requete",
        last=dt.date(2027, 4, 1),
        law="CASF R.241-35: two months; CSS R.142-1-A III: two months, a Thursday",
        asked="faits moyen_poste_dans_le_delai moyen_mauvais_bureau"
        " moyen_aide_juridictionnelle moyen_sans_avocat moyen_frais moyen_expertise_consultation"
        " requete_moyens ps_venir date_naissance annee_naissance lieu_naissance"
        f" requete_nationalite requete_profession {PERSON} {COURT}",
        holds={
            "parties": ["MDPH de la Loire, 31 rue des Aciéries, 42000 Saint-Étienne"],
            "saisine": ["l'allocation aux adultes handicapés"],
            "moyen-aah-taux": ["m'habiller sans aide depuis mars 2026", "Je demande au tribunal"],
            "moyen-aah-rsdae": ["deux emplois en 2025", "Je demande au tribunal"],
        },
        left=("motifs-absents",),
        enclosures=("moyen_aah_taux", "moyen_aah_rsdae"),
    ),
    "a debt of housing aid": Way(
        "caf-indu-apl",
        "1-demenagement.toml",
        "caf-rapo-apl",
        {
            "position": "les-deux",
            "montant_juste": "300",
            "sujets": ("revenus", "demenagement", "couple"),
            "revenus_faux": ("double",),
            "revenus_justes": "- chômage depuis mai 2026 : 780 € par mois",
            "couple_situation": "ailleurs",
            "couple_faits": ("adresses",),
            "faits": "J'ai quitté Dole le 31 août 2026.",
        },
        received=dt.date(2026, 12, 4),
        silence=dt.date(2027, 2, 4),
        paper="ta-requete-social",
        last=dt.date(2027, 4, 5),
        law="CRPA L.231-4: two months; CJA R.421-2: two whole months, 5 April, a Monday",
        asked="moyen_dette_d_un_autre moyen_majoration_dix_pourcent moyen_calcul_non_explique"
        " moyen_poste_dans_le_delai moyen_mauvais_bureau moyen_aide_juridictionnelle"
        f" moyen_sans_avocat moyen_injonction moyen_frais requete_moyens {PERSON} {COURT}",
        holds={
            "parties": ["Caf du Doubs, 2 rue Denis Papin, 25037 Besançon Cedex"],
            "saisine": ["1 290 €"],
            "faits": ["J'ai quitté Dole le 31 août 2026."],
            "moyen-pas-de-couple": ["Cette personne habite ailleurs.", "Je demande au tribunal"],
            "moyen-calcul-faux": ["300 €"],
            "moyen-ressources-mal-reprises": ["Un revenu est compté deux fois.", "780 € par mois"],
        },
        enclosures=("moyen_pas_de_couple", "moyen_calcul_faux", "moyen_ressources_mal_reprises"),
    ),
    "a debt of France Travail": Way(
        "ft-indu",
        "1-travail-declare.toml",
        "ft-indu-recours",
        {"manque_lettre": ("raisons",)},
        received=dt.date(2026, 11, 27),
        silence=dt.date(2027, 1, 27),
        paper="ft-contrainte",
        last=dt.date(2027, 3, 2),
        law="the contrainte comes on 15 February; C. trav. R.5426-22: fifteen days, none left out"
        " (CE, 24 June 2022, n° 453757), a Tuesday",
        asked=f"contrainte_sans delai_ecrit mensualite {PERSON} ft_region {COURT}",
        holds={
            "opposition": ["15 février 2027"],
            "fond": ["25 novembre 2026", "pas reçu de réponse", "Je ne dois pas cet"],
            "faits": ["J'ai travaillé 40 heures en mars 2026. Je l'ai déclaré le 29 mars."],
            "deja-paye": ["120 €"],
        },
        enclosures=("recours", "paiements"),
    ),
}
CONTRAINTE = {
    "contrainte_numero": "UN 262604512",
    "montant": "722",
    "acte_huissier": "non",
    "date_decision": "10/02/2027",
    "comment_recue": "recommande-retire",
    "date_presentation": "13/02/2027",
    "date_retrait": "15/02/2027",
    "reference_decision": "",
    "manque_lettre": (),
    "mise_en_demeure": "non",
}
"""What came since, with the contrainte."""


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, POSTED), POSTED) as opened:
        yield opened


def posted(safe: Safe, tools: RealTools, draft: Draft, procedure: str, received: dt.date) -> str:
    """Write a letter, file it, note that it was posted and received."""
    interview = Interview(tools.catalogue.letter(draft.pack), draft, POSTED)
    assert interview.troubles == ()
    kept = saving.save(safe, draft, draft_id="", question="", on=POSTED)
    made = make_letter(tools, draft, POSTED)
    dossier, _ = file_paper(safe, tools, made, POSTED, draft=kept, printed_on=POSTED)
    saving.finish(safe, interview, draft_id=kept, on=POSTED)
    common = {"procedure": procedure, "today": received}
    followup.posted(safe, tools.law, dossier, day=POSTED, **common)
    followup.receipt_returned(safe, tools.law, dossier, day=received, **common)
    return dossier


def silent(safe: Safe, tools: RealTools, dossier: str, procedure: str, day: dt.date) -> OpenDossier:
    """Check that nothing is proposed on the eve, then note the silence on its day."""
    eve = open_dossier(safe, tools.law, tools.catalogue, dossier, today=day - DAY)
    assert proposed(eve) == ()
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=day)
    assert found.next is not None
    assert found.next.usual is not None
    assert (found.next.usual.day, found.next.usual.reached) == (day, True)
    followup.silence_reached(safe, tools.law, dossier, procedure=procedure, today=day)
    return found


def first(pack: str, example: str, changes: Mapping[str, Any]) -> Draft:
    return Draft(pack, MappingProxyType({**answers_of(pack, example), **changes}))


def with_more(interview: Interview, more: Mapping[str, Any]) -> Interview:
    answers = MappingProxyType({**interview.draft.answers, **more})
    return dataclasses.replace(
        interview, draft=dataclasses.replace(interview.draft, answers=answers)
    )


def asked_anew(interview: Interview) -> list[str]:
    names = [step.question.id for step in interview.steps if not interview.met(step.question.id)]
    return [name for name in names if not name.startswith("piece_")]


def asked_again(before: Draft, anew: Sequence[str]) -> list[str]:
    """Return what was answered in the first letter, in these words or others, and is asked anew.

    The address of the office is that of another one: the court's.
    """
    told = {name for name, typed in before.answers.items() if typed}
    same = [name for name in anew if name in told and name not in COURT.split()]
    meant = [
        n for n in anew for one in MEANINGS if n in one and n not in COURT.split() and told & one
    ]
    return [*same, *meant]


def joined(interview: Interview) -> dict[str, str]:
    """Say of each enclosure that it is joined."""
    names = [step.question.id for step in interview.steps]
    return {name: "jointe" for name in names if name.startswith("piece_")}


def says(document: LetterDocument, way: Way) -> None:
    for paragraph, words in way.holds.items():
        for one in words:
            assert one in text(document, paragraph), (paragraph, text(document, paragraph))


@pytest.mark.parametrize("name", WAYS)
def test_a_road_from_the_decision_to_the_judge(safe: Safe, tools: RealTools, name: str) -> None:
    way = WAYS[name]
    letter = first(way.pack, way.example, way.changes)
    dossier = posted(safe, tools, letter, way.procedure, way.received)
    found = silent(safe, tools, dossier, way.procedure, way.silence)
    today, more = way.silence, {}
    if way.paper == "ft-contrainte":  # the court of the debt itself has no paper of ours
        assert proposed(found) == ()
        (step,) = found.next.open_steps if found.next else ()
        assert "tribunal judiciaire" in step.told
        today, more = dt.date(2027, 2, 16), CONTRAINTE
    else:
        assert proposed(found)[0].id == way.paper
        (step,) = [one for one in found.next.open_steps if one.fits][:1] if found.next else ()
        assert step.deadline is not None
        assert (step.deadline.count_from, step.deadline.last_day) == (way.silence, way.last)

    begun = begin_next(safe, tools.catalogue, dossier, way.paper, today)
    assert not more.keys() & begun.draft.answers.keys(), "what is new is not guessed"
    begun = with_more(begun, more)
    assert begun.troubles == ()
    anew = asked_anew(begun)
    assert asked_again(letter, anew) == []
    assert sorted(anew) == sorted(way.asked.split())

    begun = with_more(begun, joined(begun))
    paper = prepare_letter(tools.catalogue, tools.law, begun.draft, today)
    assert paper.deadline is not None
    assert paper.deadline.last_day == way.last, way.law
    says(paper.document, way)
    printed = prepare_letter(tools.catalogue, tools.law, letter, POSTED).document
    for paragraph in ids(paper.document):
        if paragraph.startswith("moyen-"):
            assert text(paper.document, paragraph) not in text(printed)
    assert tuple(one.id for one in paper.document.left_out) == way.left
    assert all(plain((one.why,))[0] for one in paper.document.left_out)
    assert set(way.enclosures) <= {one.id for one in paper.document.enclosures}


def test_a_parking_charge_ends_at_the_form_of_its_court(safe: Safe, tools: RealTools) -> None:
    """CGCT R.2333-120-13: a month of silence refuses; then a month for the court of Limoges.

    That court takes its own form alone: the road says where, until when, and that it is its form.
    """
    silence = dt.date(2026, 12, 27)
    dossier = posted(
        safe, tools, first("fps", "1-ticket-paye.toml", {}), "fps-rapo", dt.date(2026, 11, 27)
    )
    found = silent(safe, tools, dossier, "fps-rapo", silence)
    assert tuple(one.id for one in proposed(found)) == ("fps-tsp",)
    (step,) = found.next.open_steps if found.next else ()
    assert (step.procedure, step.fits) == ("fps-tsp", True)
    assert step.deadline is not None
    assert (step.deadline.count_from, step.deadline.last_day) == (silence, dt.date(2027, 1, 27))
    assert "avec son formulaire" in step.told


def test_a_fine_ends_where_the_police_court_writes(safe: Safe, tools: RealTools) -> None:
    """CPP 530-1: the public prosecutor's officer seizes the court; the raised fine is another."""
    letter = first("amende-exoneration", "1-vehicule-vendu.toml", {})
    dossier = posted(safe, tools, letter, "amende-exoneration", dt.date(2026, 11, 27))
    later = dt.date(2027, 2, 1)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=later)
    (step,) = found.next.open_steps if found.next else ()
    assert (step.procedure, step.deadline) == ("", None)
    assert "vous recevrez une lettre du tribunal" in step.told

    begun = begin_next(safe, tools.catalogue, dossier, "amende-majoree", later)
    anew = asked_anew(begun)
    assert asked_again(letter, anew) == ["amende_numero", "amende_avis_date"], (
        "the raised one's own"
    )
    for one in ("faits", "amende_faute", "amende_raison", "amende_cession_date", "immatriculation"):
        assert begun.draft.answers[one] == letter.answers[one]

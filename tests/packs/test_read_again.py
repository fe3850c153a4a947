"""What a second reading of the law found false in entries that were here: it stays corrected."""

import tomllib
from pathlib import Path

import pytest

from desktop_app.datafiles import data_root
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.shipped import Shipped

FORMS = Path(str(data_root("forms")))

OVERSEAS = {"guadeloupe", "guyane", "mayotte", "saint-barthelemy", "saint-martin"}
"""CESEDA L.761-2 to L.763-3: there the appeal against an order to leave stops nothing."""
PACIFIC = {"polynesie", "nouvelle-caledonie", "wallis-et-futuna"}
MISSING = "Pour obtenir un droit, un papier qui manque n'arrête pas l'examen"

TRANSITION = Shipped("daho-lettre", "2-famille-chez-des-proches.toml")
ONLINE = Shipped("papier-plutot-que-ligne", "1-pas-d-ordinateur.toml")
FEES = Shipped("frais-bancaires", "2-offre-et-saisie.toml")
NO_SLOT = Shipped("refere-mesures-utiles", "1-renouvellement-sans-creneau.toml")
WAITING = Shipped("ta-refere-suspension", "4-rsa-arrete-sans-sanction.toml")


@pytest.mark.parametrize("order", ["oqtf-1mois", "oqtf-7j", "oqtf-48h"])
def test_where_an_appeal_stops_nothing_the_order_to_leave_has_its_page(order: str) -> None:
    pages = {place: one.page for one in LAW.procedure(order).elsewhere for place in one.territories}
    assert {place for place, page in pages.items() if page == "oqtf-outre-mer"} == OVERSEAS
    assert {place for place, page in pages.items() if page == "oqtf-pacifique"} == PACIFIC


class TestAMonthAgainstAnOrderToLeave:
    def test_legal_aid_is_asked_and_no_lawyer_is_promised(self) -> None:
        """CESEDA L.922-1, L.922-2: one is named in the shorter procedures only; L.911-1."""
        rule = LAW.procedure("oqtf-1mois")
        assert rule.lawyer.startswith("non obligatoire ; aide juridictionnelle")
        (said,) = rule.said
        assert "d’office" not in said.words
        assert "payé par l’État dans le même mois" in said.words

    def test_nothing_is_announced_for_later(self) -> None:
        """CESEDA R.911-6: it comes within fifteen days, or the appeal is given up."""
        (said,) = LAW.procedure("oqtf-1mois").said
        assert "Dites tout dans cette lettre" in said.words
        assert "15 jours" in said.words


class TestAnUrgentJudgeByPost:
    """CJA R.522-3: registered, and « référé » on the request and on its envelope."""

    @pytest.mark.parametrize(
        "asked", ["refere-liberte", "refere-suspension", "refere-mesures-utiles"]
    )
    def test_the_ways_to_post_say_so(self, asked: str) -> None:
        rule = LAW.procedure(asked)
        posted = [way for way in rule.posting if "LRAR" in way]
        assert posted == ["LRAR, le mot « référé » sur la requête ET sur l’enveloppe"]
        assert "courrier" not in rule.posting
        assert any("R.522-3" in basis for basis in rule.basis)

    def test_the_page_of_48_hours_says_so(self) -> None:
        (page,) = [one for one in LAW.emergencies if one.id == "48-heures"]
        (told,) = [one.label for one in page.today if "poste" in one.label]
        assert "recommandé" in told
        assert "l’enveloppe" in told
        assert "R.522-3" in page.basis

    @pytest.mark.parametrize("letter", [NO_SLOT, WAITING], ids=["mesures-utiles", "suspension"])
    def test_the_letters_say_so(self, letter: Shipped) -> None:
        assert letter.warned("en recommandé, avec le mot « référé »")
        assert letter.warned("enveloppe")

    def test_after_an_hearing_an_appeal_without_one_only_cassation(self) -> None:
        """CJA L.522-3, L.523-1, R.523-1, R.523-3, R.821-3."""
        appeal, cassation = LAW.procedure("refere-liberte").next
        assert "15 jours" in appeal.said
        assert "sans avocat" in appeal.said
        assert "avocat du Conseil d’État est obligatoire" in cassation.said
        assert "15 jours" in cassation.said


def test_a_seizure_of_the_treasury_leaves_the_same_sum() -> None:
    """LPF L.262, 1 and 5."""
    basis = " ".join(LAW.procedure("recouvrement-opposition").basis)
    assert "LPF L.262" in basis
    assert "10 %" in basis
    assert "10 % de la somme due (article L.262" in FEES.text("saisie")


def test_a_complaint_of_a_payment_has_its_own_time_before_the_mediator() -> None:
    """CMF L.133-45: fifteen working days, to be read again."""
    assert "quinze jours ouvrables" in LAW.procedure("banque-mediateur").notes
    assert "quinze jours ouvrables" in LAW.procedure("fraude-mediateur").delay_text
    assert LAW.procedure("banque-mediateur").to_verify


class TestAShelter:
    """CCH L.441-2-3, R.441-18, as read: what may be granted, and to whom."""

    def test_without_a_residence_right_only_a_place_of_shelter(self) -> None:
        assert TRANSITION.warned("Sans droit au séjour")
        form = CATALOGUE.form("15037-daho")
        assert any("pour une place d'hébergement" in one.text for one in form.warning)

    def test_one_commission_at_a_time(self) -> None:
        assert TRANSITION.warned("une seule commission")
        form = CATALOGUE.form("15037-daho")
        assert any("une seule commission" in one.text for one in form.warning)

    def test_the_times_of_the_commission_and_of_the_prefect(self) -> None:
        (silence,) = LAW.procedure("daho-recours-amiable").silence
        assert (silence.value, silence.unit) == (6, "semaines")
        assert TRANSITION.warned("trois mois pour un logement de transition ou un foyer")


def test_a_refused_legal_aid_is_decided_by_the_president_of_the_right_court() -> None:
    """Décret 2020-1717 art. 72."""
    told = LAW.procedure("recours-aj").recipient
    assert "président de la cour administrative d’appel pour les bureaux" in told
    assert "premier président de la cour d’appel pour les autres" in told


@pytest.mark.parametrize(
    ("pack", "example", "paragraph"),
    [
        ("accuse-reception", "1-courrier-sans-reponse.toml", "piece-manquante"),
        ("relance", "3-silence-refus-association.toml", "piece-manquante"),
        ("mdph-silence", "1-cinq-mois-sans-reponse.toml", "piece-manquante"),
        ("dalo-lettre", "1-attente-trop-longue.toml", "reception"),
        ("daho-lettre", "1-rue-appels-au-115.toml", "reception"),
        ("fsl", "1-facture-d-electricite.toml", "piece-manquante"),
        ("caf-refus-droit", "4-logement-a-la-msa.toml", "papiers"),
    ],
)
def test_a_missing_paper_does_not_stop_a_claim(pack: str, example: str, paragraph: str) -> None:
    """CRPA L.114-5, L.114-5-1: what lacks is named; the file goes on, but without what it needs."""
    said = Shipped(pack, example).text(paragraph)
    assert MISSING in said
    assert "sauf s'il est indispensable" in said
    assert "L.114-5-1" in said


def test_a_bank_is_not_told_of_the_law_of_offices() -> None:
    said = Shipped("relance", "2-banque-deja-relancee.toml").text("piece-manquante")
    assert "L.114-5" not in said


class TestFranceTravail:
    """Labour code R.5312-39, R.5411-2: four steps are online only, or on the spot with help."""

    def test_help_on_the_spot_is_asked_and_no_paper(self) -> None:
        said = ONLINE.text(alt_sujet="france-travail", alt_solution=(), alt_demarche="m'inscrire")
        assert "R.5411-2" in said
        assert "R.5312-39" in said
        assert "n° 422516" not in said
        assert "sur papier" not in said

    def test_the_rule_names_the_four_steps(self) -> None:
        rule = LAW.procedure("demande-alternative-numerique")
        assert any("R.5312-39, R.5411-2" in basis for basis in rule.basis)
        assert "actualisation, réclamation, aides" in rule.notes

    def test_the_right_to_object_is_set_aside(self) -> None:
        """Labour code R.5312-45: access, correction, erasure and limitation stay."""
        assert "R.5312-45" in LAW.procedure("rgpd-acces").notes
        for item in CATALOGUE.search(kind="letter"):
            bases = [one for part in CATALOGUE.letter(item.id).paragraph for one in part.basis]
            assert not [one for one in bases if one.startswith("RGPD art. 21")], item.id


def test_the_months_of_resources_of_the_c2s() -> None:
    """CSS R.861-8: from the thirteenth to the second month before the claim."""
    assert "ressources du 13e au 2e mois avant la demande" in LAW.procedure("cpam-c2s").enclosures
    form = CATALOGUE.form("12504-c2s")
    assert any("non des douze derniers mois" in one.text for one in form.warning)


def test_the_judge_of_the_ame_is_the_administrative_court() -> None:
    rule = LAW.procedure("ame-refus")
    assert (rule.confidence, rule.to_verify) == ("moyenne", True)
    assert rule.court.startswith("tribunal administratif")
    assert [one.procedure for one in rule.next if one.procedure] == ["recours-ta", "demande-motifs"]


def test_nobody_is_said_to_be_protected_by_the_list_that_is_gone() -> None:
    """CESEDA L.611-3, since January 2024: minors only; the rest is private and family life."""
    papers = [CATALOGUE.letter(item.id) for item in CATALOGUE.search(kind="letter")]
    cited = [one for paper in papers for part in paper.paragraph for one in part.basis]
    for file in sorted((FORMS / "law" / "arguments").glob("*.toml")):
        for argument in tomllib.loads(file.read_text("utf-8")).get("argument", []):
            cited += argument["articles"]
    assert len(cited) > 500
    assert not [one for one in cited if "611-3" in one]


class TestARaisedFine:
    """CPP 530; Conseil constitutionnel 2015-467 QPC; road code L.322-1: beside the thirty days."""

    MOVED = Shipped("amende-majoree", "1-jamais-recu-demenagement.toml")

    def test_a_notice_that_never_came_is_explained(self) -> None:
        assert "2015-467 QPC" in self.MOVED.text("avis-absent", majoree_avis="jamais-recu")

    def test_one_who_moved_knows_what_excuses_it(self) -> None:
        assert self.MOVED.warned("dans les 45 jours")
        assert self.MOVED.warned("le déménagement seul n'excuse pas toujours")
        assert self.MOVED.warned("Le blocage tombe")

"""The court papers plead the bank: nothing that their judge refuses to hear, and every argument."""

import pytest

from desktop_app.catalogue import arguments
from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.arguments.model import PLACES, Order
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.pleading import GROUNDS
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.sentences.lacking_words import lacking
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import plain
from tests.helpers.shipped import Shipped

PLEADERS = (
    "caf-amende-rsa",
    "dalo-refus",
    "parcoursup-ta",
    "pole-social-requete",
    "ta-refere-suspension",
    "ta-requete-social",
    "titre-refus-ta",
)
FIRST = Shipped("ta-refere-suspension", "1-rsa-coupe.toml")
NOTHING = Shipped("ta-refere-suspension", "3-rien-encore.toml")
STOPPED = Shipped("ta-requete-social", "8-rsa-arrete-le-droit-lui-meme.toml")
DEBT = Shipped("ta-refere-suspension", "5-dette.toml")
REFUSED = Shipped("dalo-refus", "1-refus-demarches-trop-recentes.toml")
MANY = Shipped("ta-requete-social", "5-indu-rsa-couple-et-controle.toml")


def orders(letter: LetterDefinition) -> list[Order]:
    return [CATALOGUE.bank.orders[one.id] for one in letter.pleading.order]


@pytest.mark.parametrize("pack", PLEADERS)
def test_every_argument_of_its_orders_is_reached_by_an_example(pack: str) -> None:
    letter = CATALOGUE.letter(pack)
    folder = data_root("forms") / "letters" / pack / "examples"
    reached: set[str] = set()
    for file in folder.iterdir():
        reached |= Shipped(pack, file.name).ids()
    offered = {one.id for one in letter.pleading.argued}
    assert {f"moyen-{name}" for name in offered} - reached == set()
    closed = {one.id for one in letter.pleading.shut}
    listed = {name for order in orders(letter) for _, name in order.listed()}
    assert listed - offered - closed - set(letter.pleading.covered) == set()


@pytest.mark.parametrize("pack", PLEADERS)
def test_it_names_every_order_that_is_for_it(pack: str) -> None:
    named = {one.id for one in CATALOGUE.letter(pack).pleading.order}
    assert named == {one.id for one in CATALOGUE.bank.orders.values() if pack in one.papers}


def test_no_defect_of_the_form_is_offered_against_a_refused_social_right() -> None:
    for pack in PLEADERS:
        letter = CATALOGUE.letter(pack)
        for ref in letter.pleading.order:
            order = CATALOGUE.bank.orders[ref.id]
            if order.dispute == "refus-droit":
                of_it = {one.id for one in letter.pleading.argued if ref.when in one.when}
                natures = {CATALOGUE.bank.arguments[name].nature for name in of_it}
                assert "form" not in natures, (pack, ref.id)


def test_reasons_said_in_the_first_letter_are_left_out_there_with_the_reason() -> None:
    document = STOPPED.prepared(moyen_motifs_absents="non", moyen_signature_absente="oui")
    assert {one.id for one in document.left_out} == {"motifs-absents", "signature-absente"}
    assert all("droit" in one.why for one in document.left_out)
    assert "L.211-2" not in STOPPED.text(moyen_motifs_absents="non")


def test_six_reasons_at_most_and_the_seventh_is_said() -> None:
    document = MANY.prepared()
    grounds = [one for one in document.paragraphs if one.id.startswith("moyen-")]
    assert len(grounds) == 7  # six, and a request
    assert [one.id for one in document.left_out] == ["constats-contestes"]


def test_an_urgent_request_without_one_ground_is_written_marked_and_never_whole() -> None:
    document = NOTHING.compose()
    assert "À compléter : aucun moyen." in NOTHING.text("doute")
    assert NOTHING.warned("L.522-3")
    (lack, *_) = lacking(document)
    assert lack.weight == "error"
    assert "L.522-3" in lack.listed


def test_one_ground_with_its_article_is_enough() -> None:
    document = FIRST.compose()
    assert "aucun moyen" not in FIRST.text("doute")
    assert not FIRST.warned("L.522-3")
    assert not document.undecided
    assert "L.211-2" in FIRST.text("moyen-motifs-absents")


def test_the_urgent_judge_hears_two_reasons_at_most() -> None:
    document = FIRST.compose(moyen_rsa_contrat="non", moyen_erreur_de_fait="Un fait faux.")
    reasons = [one.id for one in document.paragraphs if one.id.startswith("moyen-")]
    assert reasons == ["moyen-motif-legitime", "moyen-rsa-contrat"]
    assert {one.id for one in document.left_out} == {"erreur-de-fait", "motifs-absents"}
    assert {one.most for one in document.left_out} == {2}


def test_an_urgency_presumed_stands_with_the_urgency() -> None:
    permit = Shipped("ta-refere-suspension", "6-titre-de-sejour.toml")
    found = [one.id for one in permit.compose().paragraphs]
    assert found.index("urgence") < found.index("moyen-urgence-presumee") < found.index("doute")


def test_her_own_words_stay_as_one_more_reason() -> None:
    told = MANY.compose(requete_moyens="Une autre raison.").paragraphs
    assert [one.heading for one in told if one.id == "raisons"] == ["Autres raisons"]
    assert "raisons" not in MANY.ids()


def test_each_printed_argument_names_its_numbered_paper() -> None:
    document = MANY.compose()
    numbers = {one.id: n for n, one in enumerate(document.enclosures, 1)}
    proofs = {one.id: one.enclosure for one in MANY.letter.pleading.argued if one.enclosure}
    said = {one.id.removeprefix("moyen-"): one.text for one in document.paragraphs}
    for name, paper in proofs.items():
        if name in said and paper in numbers:
            assert plain([said[name]])[0].endswith(f"Pièce n° {numbers[paper]}.")


def test_a_paper_that_proves_nothing_said_is_not_in_the_list() -> None:
    papers = [one.id for one in MANY.compose().enclosures]
    assert "moyen_constats_contestes" not in papers
    assert "moyen_constats_contestes" in {one.id for one in MANY.letter.enclosure}


def test_no_argument_begins_by_repeating_its_title() -> None:
    for argument in CATALOGUE.bank.arguments.values():
        for place in PLACES:
            assert not argument.text.at(place).startswith(f"{argument.title}."), argument.id


def test_every_ground_of_the_urgent_judge_says_the_doubt_it_makes() -> None:
    for one in FIRST.letter.pleading.argued:
        if one.nature in GROUNDS:
            assert "doute" in CATALOGUE.bank.arguments[one.id].text.at("urgent"), one.id


def test_an_answer_that_has_not_come_is_not_blamed() -> None:
    checked = Shipped("ta-requete-social", "6-indu-rsa-controle.toml")
    assert "moyen-rsa-cra-non-consultee" in checked.ids()
    assert "moyen-rsa-cra-non-consultee" not in checked.ids(requete_reponse="silence")
    facts = "La lettre dit que je travaille."
    quiet = STOPPED.text(requete_reponse="silence", moyen_erreur_de_fait=facts)
    assert facts in quiet
    assert "que j'attaque" not in quiet
    written = Shipped("dalo-refus", "3-expulsee-de-bonne-foi.toml")
    blamed = {"moyen-erreur-de-fait", "moyen-examen-particulier"}
    silent = {"dr_reponse": "silence", "dr_outre_mer": "non", "dr_accuse": "09/07/2026"}
    assert blamed <= written.ids()
    assert not blamed & written.ids(**silent)
    waiting = DEBT.compose(rs_fond="rapo", rs_fond_date="16/11/2026")
    assert "moyen-motifs-rapo" not in [one.id for one in waiting.paragraphs]
    assert "moyen-motifs-rapo" in DEBT.ids()


@pytest.mark.parametrize(
    ("pack", "example", "paper", "article"),
    [
        ("ta-requete-social", "2-indu-rsa-recours-rejete.toml", "piece_notification", "R.412-1"),
        ("ta-requete-social", "1-prime-sans-reponse.toml", "piece_recours", "R.412-1"),
        ("dalo-refus", "1-refus-demarches-trop-recentes.toml", "piece_notification", "R.412-1"),
        ("dalo-refus", "2-hebergement-sans-reponse.toml", "piece_accuse", "R.412-1"),
        ("ta-refere-suspension", "1-rsa-coupe.toml", "piece_decision", "R.412-1 et R.522-1"),
        ("ta-refere-suspension", "1-rsa-coupe.toml", "piece_fond", "R.412-1 et R.522-1"),
        ("pole-social-requete", "1-aah-silence-de-la-mdph.toml", "piece_recours", "R.142-10-1"),
    ],
)
def test_a_copy_that_the_registry_asks_for_is_missed(
    pack: str, example: str, paper: str, article: str
) -> None:
    letter = Shipped(pack, example)
    asked = ("notification", "recours", "accuse", "decision", "fond", "premiere_decision")
    given = {f"piece_{one.id}": "jointe" for one in letter.letter.enclosure if one.id in asked}
    assert not letter.warned(article, **given)
    assert letter.warned(article, **{**given, paper: None})


def test_an_association_does_not_sign_alone_before_the_administrative_judge() -> None:
    alone = {"qui_ecrit": "association", "representant_association": "Toit pour tous"}
    for letter in (DEBT, STOPPED, REFUSED):
        assert not letter.warned("R.431-4")
        assert letter.warned("R.431-4", **alone, representant_nom="Paul Aubert")


def test_a_remission_asked_alone_is_no_alternative() -> None:
    remission = Shipped("pole-social-requete", "3-remise-refusee-sans-date-de-naissance.toml")
    assert "subsidiaire" not in remission.text()
    assert "ma demande" in remission.compose().subject


def test_the_bank_is_sound() -> None:
    forms = data_root("forms")
    found = arguments.problems(forms / "law", forms)
    assert [(one.code, one.place) for one in found] == []


def test_a_letter_that_does_not_plead_does_not_read_the_bank() -> None:
    catalogue = FolderCatalogue(data_root("forms"))
    catalogue.letter("caf-documents")
    assert "bank" not in vars(catalogue)
    assert any(one.id.startswith("moyen_") for one in questions_of(catalogue.letter("dalo-refus")))
    assert "bank" in vars(catalogue)

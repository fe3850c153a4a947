"""The letter on payments that stop: to the right office, and only what the person did is said."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-suspension"
SIMPLE = "1-plus-rien-sans-lettre.toml"
compose = composer(PACK, SIMPLE)
written = composer(PACK, "2-rsa-papiers-envoyes.toml")
summoned = composer(PACK, "3-aah-convocation-jamais-recue.toml")

PAPERS = {"papiers-fournis", "papiers-deja", "papiers-impossible", "papiers-incompris"}


class TestWhoIsWrittenTo:
    """The compulsory appeal of each benefit."""

    @pytest.mark.parametrize("benefit", ["af", "asf", "aah", "autre", "prime"])
    def test_the_commission(self, benefit: str) -> None:
        document = compose(prestation=benefit)
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le président",
            "de la commission de recours amiable",
            "de la Caf du Doubs",
        ]
        assert plain((document.call,)) == ["Madame la Présidente, Monsieur le Président,"]

    def test_the_director_for_housing_aid(self) -> None:
        document = compose()
        assert plain(document.recipient)[:3] == [
            "Madame, Monsieur le directeur",
            "de la Caf du Doubs",
            "Commission de recours amiable",
        ]
        assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]

    def test_the_president_of_the_departement_for_the_rsa(self) -> None:
        lines = plain(written().recipient)
        assert lines[:3] == [
            "Madame, Monsieur le président",
            "du conseil départemental",
            "du Nord",
        ]

    @pytest.mark.parametrize(
        ("benefit", "article"),
        [
            ("rsa", "R.262-88 du code de l'action sociale"),
            ("prime", "R.847-2 du code de la sécurité sociale"),
            ("logement", "L.825-2 du code de la construction"),
            ("aah", "R.142-1 du code de la sécurité sociale"),
        ],
    )
    def test_the_appeal_is_named_by_its_article(self, benefit: str, article: str) -> None:
        document = compose(prestation=benefit, lieu_rsa="paris")
        assert article in text(document, "contestation-sans-lettre")


class TestWithOrWithoutALetter:
    def test_one_opening_or_the_other(self) -> None:
        assert "contestation" not in ids(compose())
        assert "contestation-sans-lettre" not in ids(written())

    def test_nothing_written_lacks_its_reasons(self) -> None:
        assert "raisons" in ids(compose())

    def test_a_letter_that_gives_them_is_not_said_to_lack_any(self) -> None:
        assert "raisons" not in ids(written(manque_lettre=()))


class TestWhatWasAsked:
    @pytest.mark.parametrize(("sure", "stands"), [("oui", True), ("sans", False), (None, False)])
    def test_nothing_was_asked_only_if_sure(self, sure: str | None, stands: bool) -> None:
        # CSS L.161-1-4 lists when payments may stop.
        assert ("rien-demande" in ids(compose(rien_demande=sure))) is stands

    @pytest.mark.parametrize(
        ("state", "paragraph"),
        [
            ("envoyes", "papiers-fournis"),
            ("joints", "papiers-fournis"),
            ("deja", "papiers-deja"),
            ("impossible", "papiers-impossible"),
            ("incompris", "papiers-incompris"),
        ],
    )
    def test_one_story_about_the_papers(self, state: str, paragraph: str) -> None:
        document = written(papiers_etat=state, papiers_raison="l'entreprise a fermé")
        assert PAPERS & set(ids(document)) == {paragraph}

    def test_papers_elsewhere_need_not_be_given_again(self) -> None:
        assert "L.113-12" in text(written(papiers_etat="deja"), "papiers-deja")

    @pytest.mark.parametrize(("another", "first"), [("non", True), ("oui", False), (None, False)])
    def test_repeated_absence_is_denied_only_if_it_was_the_first(
        self, another: str | None, first: bool
    ) -> None:
        assert ("répétée" in text(summoned(rdv_autre=another), "rendez-vous")) is first

    def test_who_came_asks_for_no_other_meeting(self) -> None:
        said = text(summoned(rdv_etat="venu", rdv_date="12/10/2026"), "rendez-vous")
        assert said == "J'étais au rendez-vous du 12 octobre 2026."

    @pytest.mark.parametrize(
        ("denied", "stands", "says"),
        [("oui", True, True), ("sans", False, False), (None, True, False)],
    )
    def test_a_refusal_is_denied_only_if_it_is_false(
        self, denied: str | None, stands: bool, says: bool
    ) -> None:
        document = written(demande_avant=("controle",), refus_dit="oui", refus_faux=denied)
        assert ("refus" in ids(document)) is stands
        assert ("Je n'ai pas refusé" in text(document)) is says


class TestUrgency:
    def test_only_what_is_true(self) -> None:
        said = text(written(effets=("sante",)), "urgence")
        assert "mes soins" in said
        assert "loyer" not in said

    @pytest.mark.parametrize(
        ("benefit", "said"), [("logement", True), ("prime", True), ("aah", False)]
    )
    def test_the_judge_who_decides_fast_is_the_administrative_one(
        self, benefit: str, said: bool
    ) -> None:
        document = compose(prestation=benefit, effets=("loyer",), refere="oui")
        assert ("juge des référés" in text(document, "urgence")) is said

    def test_nothing_without_effects(self) -> None:
        assert "urgence" not in ids(compose())


@pytest.mark.parametrize(
    ("example", "event", "date"),
    [
        (SIMPLE, "notification", "arret_date"),
        ("2-rsa-papiers-envoyes.toml", "compte-en-ligne", "date_depot"),
    ],
    ids=["no letter: the first payment that did not come", "account"],
)
def test_two_months(example: str, event: str, date: str) -> None:
    rule = deadline_rule(PACK, answers_of(PACK, example))
    assert (rule.procedure, rule.event, rule.date) == (
        "caf-suspension-controle",
        event,
        date,
    )


def test_a_rule_that_may_have_changed_is_said_to_be_unsure() -> None:
    assert any("peuvent avoir changé en 2026" in told for told in plain(compose().warnings))

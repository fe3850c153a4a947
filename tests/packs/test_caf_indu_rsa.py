"""The letter that contests an RSA debt says what is true, and no more."""

from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.conditions import asked, scope
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import LetterDefinition
from tests.helpers.rsa import PACK, TODAY, Compose, ids, plain, text

PAGES_OF_ONE_GROUP = ("identite", "adresse", "contact", "destinataire", "budget")
"""Groups that a person sees as one page."""


class TestOlderThanTwoYears:
    """CASF L.262-45: two years, unless there is fraud."""

    @pytest.mark.parametrize(
        ("month", "stands"),
        [
            pytest.param("09/2024", True, id="whole month older than two years"),
            pytest.param("10/2024", True, id="the last whole month"),
            pytest.param("11/2024", False, id="the month of the limit itself"),
            pytest.param("03/2025", False, id="recent"),
        ],
    )
    def test_a_month_is_older_by_the_day_of_reception(
        self, compose: Compose, month: str, stands: bool
    ) -> None:
        document = compose(mois_debut=month, lettre_avant="non")  # received on 5 November 2026
        assert ("prescription" in ids(document)) is stands

    def test_the_limit_is_two_years_before_the_reception(self, compose: Compose) -> None:
        said = text(compose(mois_debut="01/2023", lettre_avant="non"), "prescription")
        assert "versées avant le 5 novembre 2024 ne peuvent" in said

    def test_of_a_registered_letter_the_day_at_the_counter_counts(self, compose: Compose) -> None:
        document = compose(
            mois_debut="01/2023",
            lettre_avant="non",
            comment_recue="recommande-retire",
            date_presentation="05/11/2026",
            date_retrait="12/11/2026",
        )
        assert "versées avant le 12 novembre 2024" in text(document, "prescription")

    def test_an_earlier_letter_moves_the_limit_back(self, compose: Compose) -> None:
        document = compose(mois_debut="01/2023", lettre_avant="oui", lettre_avant_date="15/06/2025")
        assert "versées avant le 15 juin 2023" in text(document, "prescription")

    def test_an_earlier_letter_may_leave_nothing_too_old(self, compose: Compose) -> None:
        document = compose(mois_debut="09/2024", lettre_avant="oui", lettre_avant_date="15/06/2025")
        assert "prescription" not in ids(document)

    @pytest.mark.parametrize("unsure", ["lettre_avant", "fraude_mot", "mois_debut"])
    def test_nothing_is_claimed_when_unsure(self, compose: Compose, unsure: str) -> None:
        document = compose(mois_debut="01/2023", lettre_avant="non", unknown=frozenset({unsure}))
        assert "prescription" not in ids(document)

    @pytest.mark.parametrize("contested", ["oui", "sans", None])
    def test_never_when_fraud_is_alleged(self, compose: Compose, contested: str | None) -> None:
        document = compose(
            mois_debut="01/2023", lettre_avant="non", fraude_mot="oui", fraude_conteste=contested
        )
        assert "prescription" not in ids(document)

    def test_fraud_contested_keeps_the_two_years_in_reserve(self, compose: Compose) -> None:
        old = compose(mois_debut="01/2023", fraude_mot="oui", fraude_conteste="oui")
        recent = compose(mois_debut="03/2025", fraude_mot="oui", fraude_conteste="oui")
        assert "il y a plus de deux ans" in text(old, "fraude")
        assert "deux ans" not in text(recent, "fraude")


class TestContestOrHelp:
    """Asking for remission alone gives up contesting (CE 29 June 2016 n° 391059)."""

    @pytest.mark.parametrize("position", ["principe", "montant", "les-deux", "incompris"])
    def test_contesting_says_so_in_the_first_words(self, compose: Compose, position: str) -> None:
        document = compose(position=position)
        assert text(document).startswith("Je conteste la décision")
        assert "recours administratif préalable" in text(document, "contestation")
        assert sum(name.startswith("demande-") for name in ids(document)) == 1

    def test_asking_for_help_contests_nothing(self, compose: Compose) -> None:
        document = compose(position="aide", bonne_foi=("retard",), manque_lettre=("raisons",))
        assert "conteste" not in text(document)
        assert "recours" not in text(document)
        assert any("vous ne la contestez pas" in warning for warning in plain(document.warnings))

    def test_help_is_asked_second_without_recognising_the_debt(self, compose: Compose) -> None:
        document = compose(demandes=("remise", "payer-peu"), mensualite="20")
        assert "sans la reconnaître" in text(document, "remise-subsidiaire")
        assert "ne vaut pas reconnaissance de la dette" in text(document, "paiement")
        assert ids(document).index("demande-annulation") < ids(document).index("remise-subsidiaire")

    @pytest.mark.parametrize("position", ["principe", "aide"])
    def test_no_remission_when_fraud_is_not_contested(
        self, compose: Compose, position: str
    ) -> None:
        document = compose(
            position=position, fraude_mot="oui", fraude_conteste="sans", demandes=("remise",)
        )
        assert not {"remise-principale", "remise-subsidiaire", "fraude"} & set(ids(document))
        assert any("ne peut pas être effacée" in warning for warning in plain(document.warnings))

    def test_good_faith_only_when_the_person_says_why(self, compose: Compose) -> None:
        assert "bonne foi" not in text(compose())
        assert "Je suis de bonne foi." in text(compose(bonne_foi=("conseil",)))

    def test_withholdings_are_claimed_back_only_when_they_happened(self, compose: Compose) -> None:
        assert "retenues" not in ids(compose(retenues="non"))
        assert "retenues" not in ids(compose(unknown=frozenset({"retenues"})))
        assert "120 €" in text(compose(retenues="oui", retenues_montant="120"), "retenues")

    def test_every_recourse_suspends_and_every_letter_may_be_forwarded(
        self, compose: Compose
    ) -> None:
        for position in ("principe", "montant", "les-deux", "incompris", "aide"):
            assert {"suspension", "transmission"} <= set(ids(compose(position=position)))


class TestWhatTheNoticeLacks:
    def test_nothing_is_said_of_what_is_there(self, compose: Compose) -> None:
        assert not {"motivation", "auteur", "voies-delais"} & set(ids(compose()))

    @pytest.mark.parametrize(
        ("lacks", "paragraph"),
        [("raisons", "motivation"), ("nom-agent", "auteur"), ("voies-delais", "voies-delais")],
    )
    def test_each_lack_has_its_paragraph(
        self, compose: Compose, lacks: str, paragraph: str
    ) -> None:
        assert paragraph in ids(compose(manque_lettre=(lacks,)))

    @pytest.mark.parametrize(
        ("how", "stands"), [("lettre-simple", True), ("compte-en-ligne", False)]
    )
    def test_an_online_decision_needs_no_signature(
        self, compose: Compose, how: str, stands: bool
    ) -> None:
        # CRPA L.212-2: a decision notified through an online service is exempt from signature.
        document = compose(manque_lettre=("signature",), comment_recue=how)
        assert ("auteur" in ids(document)) is stands

    def test_a_couple_that_was_one_is_not_denied(self, compose: Compose) -> None:
        document = compose(sujets=("couple",), couple_situation="couple")
        assert "couple" not in ids(document)


class TestDeadlineRules:
    """Which answer the two months run from: the first rule that holds."""

    @pytest.mark.parametrize(
        ("answers", "event", "date"),
        [
            ({}, "lettre-simple", "date_decision"),
            (
                {
                    "comment_recue": "recommande-retire",
                    "date_presentation": "05/11/2026",
                    "date_retrait": "09/11/2026",
                },
                "lrar-retiree",
                "date_presentation",
            ),
            (
                {"comment_recue": "recommande-non-retire", "date_presentation": "05/11/2026"},
                "lrar-non-retiree",
                "date_presentation",
            ),
            ({"manque_lettre": ("voies-delais",)}, "lettre-simple", "date_decision"),
            (
                {"comment_recue": "ne-sait-plus", "date_reception": None},
                "lettre-simple",
                "date_decision",
            ),
        ],
        ids=[
            "letter",
            "registered",
            "registered, not fetched",
            "no remedies, in the usual time",
            "day forgotten",
        ],
    )
    def test_of_each_way_to_receive(
        self,
        letter: LetterDefinition,
        simple: dict[str, Any],
        answers: dict[str, Any],
        event: str,
        date: str,
    ) -> None:
        given = {k: v for k, v in {**simple, **answers}.items() if v is not None}
        values = scope(letter, validate(letter, Draft(PACK, given), TODAY).values, TODAY)
        rule = next(r for r in letter.deadline if condition_of(r.when).holds(values))
        assert (rule.procedure, rule.event, rule.date) == ("caf-rapo-rsa", event, date)


class TestTheInterview:
    def test_the_main_path_has_at_most_25_pages(
        self, letter: LetterDefinition, simple: dict[str, Any], catalogue: FolderCatalogue
    ) -> None:
        page = {q.id: name for name in PAGES_OF_ONE_GROUP for q in catalogue.groups[name].question}
        answers = validate(letter, Draft(PACK, simple), TODAY)
        shown = [q.id for q in asked(letter, answers, TODAY) if not q.id.startswith("piece_")]
        assert len({page.get(name, name) for name in shown}) <= 25

    def test_the_budget_is_asked_only_to_those_who_ask_for_help(
        self, letter: LetterDefinition, simple: dict[str, Any]
    ) -> None:
        for changes, expected in (({}, False), ({"demandes": ("remise",)}, True)):
            answers = validate(letter, Draft(PACK, {**simple, **changes}), TODAY)
            shown = {question.id for question in asked(letter, answers, TODAY)}
            assert ("ressources_mois" in shown) is expected

    def test_few_answers_are_compulsory(self, letter: LetterDefinition) -> None:
        required = {q.id for section in letter.section for q in section.question if q.required}
        assert required == {
            "organisme",
            "comment_recue",
            "position",
            "qui_ecrit",
            "nom",
            "hebergement",
            "lieu_rsa",
        }

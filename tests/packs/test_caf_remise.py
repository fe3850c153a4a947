"""The letter that asks for a remission: no contest, and never where the law forbids it."""

import pytest

from tests.helpers.example_answers import composer
from tests.helpers.rsa import ids, plain, text

PACK = "caf-remise"
compose = composer(PACK, "1-une-petite-pension.toml")
of_the_rsa = composer(PACK, "2-rsa-deja-conteste.toml")

FAMILY = ("af", "cf", "asf", "paje", "cmg", "ars", "aeeh", "ajpp", "autre")
UNSURE = ("conteste", "va-contester", "incompris")


class TestWhoIsWrittenTo:
    @pytest.mark.parametrize("benefit", [*FAMILY, "aah"])
    def test_family_benefits_go_to_the_director_and_the_commission(self, benefit: str) -> None:
        lines = plain(compose(prestation=benefit).recipient)
        assert lines[:3] == [
            "Madame, Monsieur le directeur",
            "de la Caf de l'Allier",
            "Commission de recours amiable",
        ]

    @pytest.mark.parametrize("benefit", ["prime", "logement"])
    def test_the_others_to_the_director_alone(self, benefit: str) -> None:
        lines = plain(compose(prestation=benefit).recipient)
        assert lines[:2] == ["Madame, Monsieur le directeur", "de la Caf de l'Allier"]
        assert "Commission de recours amiable" not in lines

    @pytest.mark.parametrize(
        ("place", "lines", "call"),
        [
            (
                {"lieu_rsa": "departement", "departement_de": "de la Loire"},
                ["Madame, Monsieur le président", "du conseil départemental", "de la Loire"],
                "Madame la Présidente, Monsieur le Président,",
            ),
            (
                {"lieu_rsa": "paris"},
                ["Madame, Monsieur le maire de Paris"],
                "Madame la Maire, Monsieur le Maire,",
            ),
            (
                {"lieu_rsa": "reunion", "destinataire_indique": "caf"},
                [
                    "Madame, Monsieur le directeur",
                    "de la Caf de La Réunion",
                    "Commission de recours amiable",
                ],
                "Madame la Directrice, Monsieur le Directeur,",
            ),
        ],
        ids=["département", "Paris", "where the State has it"],
    )
    def test_the_rsa_by_place(self, place: dict[str, str], lines: list[str], call: str) -> None:
        document = of_the_rsa(**place)
        assert plain(document.recipient)[: len(lines)] == lines
        assert plain((document.call,)) == [call]

    @pytest.mark.parametrize("benefit", ["af", "prime"])
    def test_the_place_of_the_rsa_is_asked_only_for_the_rsa(self, benefit: str) -> None:
        # An answer left behind by a change of benefit says nothing any more.
        document = compose(prestation=benefit, lieu_rsa="paris")
        assert "Paris" not in " ".join(plain(document.recipient))


class TestTheLawOfEachBenefit:
    @pytest.mark.parametrize(
        ("benefit", "article"),
        [
            *((benefit, "(article L.553-2 du code de la sécurité sociale)") for benefit in FAMILY),
            ("aah", "(articles L.553-2 et L.821-5-1 du code de la sécurité sociale)"),
            ("prime", "(article L.845-3 du code de la sécurité sociale)"),
            ("logement", "par renvoi de l'article L.823-9 du code de la construction"),
        ],
    )
    def test_the_article(self, benefit: str, article: str) -> None:
        assert article in text(compose(prestation=benefit), "demande")

    def test_the_article_of_the_rsa(self) -> None:
        assert "L.262-46 du code de l'action sociale" in text(of_the_rsa(), "demande")

    @pytest.mark.parametrize(
        ("benefit", "suspends"),
        [("prime", True), ("aah", False), ("logement", False), ("af", False)],
    )
    def test_it_suspends_only_where_the_law_says_so(self, benefit: str, suspends: bool) -> None:
        document = compose(prestation=benefit)
        assert ("suspension" in ids(document)) is suspends
        assert ("pause" in ids(document)) is not suspends
        assert ("suspend" in text(document)) is suspends

    @pytest.mark.parametrize(
        ("benefit", "said"), [("aah", True), ("logement", True), ("prime", False)]
    )
    def test_precarity_where_it_is_the_condition(self, benefit: str, said: bool) -> None:
        # RSA and prime: good faith or precarity. The others: precarity alone.
        document = text(compose(prestation=benefit))
        assert ("Ma situation est précaire" in document) is said
        assert ("ou une situation précaire" in document) is not said


class TestNeverAContest:
    def test_who_agrees_contests_nothing(self) -> None:
        document = compose()
        assert "conteste" not in text(document)
        assert any("Vous ne contestez pas cette dette" in told for told in plain(document.warnings))

    @pytest.mark.parametrize("accord", UNSURE)
    def test_who_does_not_agree_recognises_nothing(self, accord: str) -> None:
        document = compose(accord=accord, conteste_date="10/11/2026", mensualite="20")
        found = {"deja-contestee", "va-contester", "incompris"} & set(ids(document))
        assert len(found) == 1
        assert "ne vaut pas reconnaissance" in text(document, "paiement")
        assert "reconna" in text(document, found.pop())

    @pytest.mark.parametrize(
        ("accord", "told"), [("va-contester", True), ("incompris", True), ("conteste", False)]
    )
    def test_another_letter_must_contest_in_time(self, accord: str, told: bool) -> None:
        warnings = plain(compose(accord=accord).warnings)
        assert any("ne conteste pas la dette. Pour la contester" in one for one in warnings) is told


class TestFraud:
    def test_not_contested_forbids_a_remission(self) -> None:
        document = compose(fraude_mot="oui", fraude_conteste="sans")
        assert "remise" not in text(document)
        assert "demande-delai" in ids(document)
        assert any("ne peut pas être effacée" in told for told in plain(document.warnings))

    def test_unsure_of_what_to_say_the_remission_stays_and_nothing_is_denied(self) -> None:
        document = compose(fraude_mot="oui", unknown=frozenset({"fraude_conteste"}))
        assert {"demande", "fraude"} <= set(ids(document))
        assert "tromper" not in text(document)
        assert "prouver" in text(document)

    def test_contested_it_is_denied(self) -> None:
        document = compose(fraude_mot="oui", fraude_conteste="oui")
        assert {"demande", "fraude"} <= set(ids(document))

    @pytest.mark.parametrize("benefit", ["prime", "aah"])
    def test_nothing_is_suspended_without_a_remission(self, benefit: str) -> None:
        document = compose(prestation=benefit, fraude_mot="oui", fraude_conteste="sans")
        assert "suspension" not in ids(document)


class TestOnlyWhatIsTrue:
    def test_difficulties(self) -> None:
        said = text(compose(difficultes=("enfants", "loyer")), "difficultes")
        assert "J'ai des enfants à ma charge." in said
        assert "santé" not in said

    @pytest.mark.parametrize("taken", ["48", None])
    def test_withholdings(self, taken: str | None) -> None:
        said = text(compose(retenue_mois=taken), "pause")
        assert ("48 €" in said) is (taken is not None)

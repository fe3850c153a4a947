"""The letter on an RSA debt goes to the one office that decides, under its right title."""

import re

import pytest

from tests.helpers.rsa import Compose, ids, plain

TAKEN_BACK = ("guyane", "reunion", "mayotte", "seine-saint-denis", "pyrenees-orientales", "ariege")
"""Territories where the State decides on the RSA (loi 2021-1900, article 43, and before)."""


class TestRecipient:
    """The president of the département; where the State took the RSA back, the fund's director."""

    @pytest.mark.parametrize(
        ("place", "lines"),
        [
            (
                "departement",
                ["Madame, Monsieur le président", "du conseil départemental", "de la Loire"],
            ),
            ("metropole-lyon", ["Madame, Monsieur le président", "de la métropole de Lyon"]),
            ("paris", ["Madame, Monsieur le maire de Paris"]),
            ("alsace", ["Madame, Monsieur le président", "de la Collectivité européenne d'Alsace"]),
            ("corse", ["Madame, Monsieur le président", "de la Collectivité de Corse"]),
            (
                "martinique",
                [
                    "Madame, Monsieur le président",
                    "de la collectivité territoriale",
                    "de Martinique",
                ],
            ),
        ],
    )
    def test_of_each_territory(self, compose: Compose, place: str, lines: list[str]) -> None:
        assert plain(compose(lieu_rsa=place).recipient)[:-2] == lines

    @pytest.mark.parametrize("place", TAKEN_BACK)
    @pytest.mark.parametrize("said", ["caf", "rien", None])
    def test_where_the_state_decides(self, compose: Compose, place: str, said: str | None) -> None:
        recipient = plain(compose(lieu_rsa=place, destinataire_indique=said).recipient)
        assert recipient[0] == "Madame, Monsieur le directeur"
        assert recipient[2] == "Commission de recours amiable"
        assert not any("président" in line or "conseil" in line for line in recipient)

    @pytest.mark.parametrize("place", TAKEN_BACK)
    def test_what_the_notice_says_wins(self, compose: Compose, place: str) -> None:
        recipient = plain(compose(lieu_rsa=place, destinataire_indique="departement").recipient)
        assert recipient[0] == "Madame, Monsieur le président"
        assert not any("directeur" in line or "Caf" in line for line in recipient)

    @pytest.mark.parametrize("place", [*TAKEN_BACK, "departement", "paris", "alsace", "martinique"])
    @pytest.mark.parametrize("fund", ["caf", "msa"])
    @pytest.mark.parametrize("said", ["caf", "departement", "rien"])
    def test_one_office_only_on_six_lines_the_post_accepts(
        self, compose: Compose, place: str, fund: str, said: str
    ) -> None:
        document = compose(
            lieu_rsa=place, organisme=fund, destinataire_indique=said, dest_ligne_2="CS 12345"
        )
        recipient = plain(document.recipient)
        assert sum(line.startswith("Madame, Monsieur") for line in recipient) == 1
        assert 4 <= len(recipient) <= 6
        assert all(len(line) <= 38 for line in recipient)
        assert recipient[-3:] == [
            "2 RUE CHARLES DE GAULLE",
            "CS 12345",
            "42022 SAINT ETIENNE CEDEX 1",
        ]

    @pytest.mark.parametrize("place", ["departement", "paris", *TAKEN_BACK])
    @pytest.mark.parametrize("said", ["caf", "departement", "rien"])
    def test_the_closing_has_the_titles_of_the_call(
        self, compose: Compose, place: str, said: str
    ) -> None:
        document = compose(lieu_rsa=place, destinataire_indique=said)
        titles = document.call.rstrip(" ,")
        assert f"agréer, {titles}, l’expression" in document.closing
        title = re.split(r" le | du ", plain(document.recipient)[0])[1].split()[0]
        assert title.casefold() in document.call.casefold()

    @pytest.mark.parametrize("place", ["seine-saint-denis", "pyrenees-orientales", "ariege"])
    def test_the_experiment_is_told(self, compose: Compose, place: str) -> None:
        document = compose(lieu_rsa=place, destinataire_indique="rien")
        told = [one for one in plain(document.warnings) if "31 décembre 2031" in one]
        assert len(told) == 1
        assert "selon la presse spécialisée" in told[0]
        assert "suivez l'adresse de la lettre reçue" in told[0]
        assert any("aux deux" in warning for warning in plain(document.warnings))
        assert len(document.copies) == 1
        assert "conseil départemental" in document.copies[0]

    @pytest.mark.parametrize("place", ["departement", "guyane", "reunion", "mayotte"])
    def test_and_only_there(self, compose: Compose, place: str) -> None:
        document = compose(lieu_rsa=place, destinataire_indique="rien")
        assert not any("à titre d'essai" in warning for warning in plain(document.warnings))
        assert not document.copies

    def test_the_commission_is_not_asked_to_advise_itself(self, compose: Compose) -> None:
        assert "avis-commission" in ids(compose())
        assert "avis-commission" not in ids(compose(lieu_rsa="ariege", destinataire_indique="caf"))

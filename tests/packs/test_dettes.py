"""Old debts, orders to pay: nothing is acknowledged, time only when sure, the month of the law."""

import pytest

from tests.helpers.shipped import Shipped

PHONE = Shipped("dette-ancienne", "1-telephone-ancien.toml")
UNKNOWN = Shipped("dette-ancienne", "2-inconnue-jugement.toml")
PUBLIC = Shipped("dette-ancienne", "4-autre-personne-publique.toml")
HANDED = Shipped("injonction-payer-opposition", "1-remise-en-main.toml")
SEIZED = Shipped("injonction-payer-opposition", "2-avis-puis-saisie.toml")
HOME = Shipped("injonction-payer-opposition", "3-chez-un-proche.toml")
ORDER = "injonction-payer-opposition"


@pytest.mark.parametrize(
    ("kind", "too_soon", "late", "article"),
    [
        ("telephone", "25/11/2025", "24/11/2025", "L.34-2"),
        ("credit", "25/11/2024", "24/11/2024", "R.312-35"),
        ("achat", "25/11/2024", "24/11/2024", "L.218-2"),
        ("loyer", "25/11/2023", "24/11/2023", "7-1"),
        ("autre", "25/11/2021", "24/11/2021", "2224"),
    ],
)
def test_the_time_is_that_of_the_debt(kind: str, too_soon: str, late: str, article: str) -> None:
    assert "temps" not in PHONE.ids(da_nature=kind, da_depuis=too_soon)
    assert article in PHONE.text("temps", da_nature=kind, da_depuis=late)


@pytest.mark.parametrize(
    "change",
    [
        {"da_titre": "oui"},
        {"da_titre": "ne-sait-pas"},
        {"da_titre": "acte"},
        {"da_signe": "oui"},
        {"da_depuis": None},
        {"da_nature": "public"},
    ],
)
def test_the_time_is_not_invoked_when_it_may_have_begun_again(
    change: dict[str, str | None],
) -> None:
    """Code civil 2240, 2241, 2244; CPCE L.111-4."""
    assert "temps" not in PHONE.ids(**change)


@pytest.mark.parametrize("letter", [PHONE, UNKNOWN, PUBLIC])
def test_nothing_is_acknowledged(letter: Shipped) -> None:
    said = letter.text()
    assert "Rien dans cette lettre n'est une reconnaissance" in said
    assert not any(word in said for word in ("je propose", "je paierai", "je sais que je dois"))
    assert letter.warned("même 10 €")


def test_a_letter_to_a_collector_is_no_opposition() -> None:
    assert PHONE.warned("ne l'arrête pas", da_titre="acte")
    assert "frais" not in PHONE.ids(da_titre="oui")


def test_the_month_begins_with_what_came_to_the_person() -> None:
    """CPC 1416."""
    assert HANDED.rule() == (ORDER, "signification-personne", "inj_date", "")
    assert SEIZED.rule() == (ORDER, "signification", "inj_ensuite", "")
    assert HOME.rule() == (ORDER, "signification-domicile", "inj_date", "")
    assert "pas-personne" not in HANDED.ids()


def test_an_order_brought_too_late_is_void_and_the_new_time_is_only_asked_about() -> None:
    """CPC 1411; decree 2026-96: three months, to be verified."""
    assert "non-avenue" in SEIZED.ids()
    assert {"non-avenue", "trois-mois"}.isdisjoint(HANDED.ids())
    assert "vérifier si elle est non avenue" in HOME.text("trois-mois")
    assert "trois-mois" not in HOME.ids(inj_ordonnance="15/09/2026")


@pytest.mark.parametrize(
    ("judge", "desk"),
    [
        ("protection", "Juge des contentieux de la protection"),
        ("judiciaire", "Greffe du tribunal judiciaire"),
        ("commerce", "Greffe du tribunal de commerce"),
    ],
)
def test_the_same_court_and_the_address_or_nothing(judge: str, desk: str) -> None:
    """CPC 1415: on pain of nullity."""
    assert HANDED.recipient(inj_juge=judge)[0] == desk
    assert "6 rue du Faubourg, 42000 Saint-Étienne" in HANDED.text("adresse")
    assert HANDED.warned("ne sert à rien")


def test_time_to_pay_never_acknowledges() -> None:
    assert "sans reconnaître la dette" in HANDED.text("delais")
    assert "delais" not in SEIZED.ids()

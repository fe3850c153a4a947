"""What a letter pleads: each rule of ``pack check`` refuses its sabotage."""

import pytest

from desktop_app.core.checks import CHECKS, Known
from desktop_app.core.checks.base import Checked
from desktop_app.core.packs.parse import parse_pack
from tests.helpers.arguments import ASKED, PLEADER, bank
from tests.helpers.packs import GROUPS, changed, texts

(RULE,) = [one for one in CHECKS if one.id == "pleading"]


def told(letter: str) -> list[tuple[str, str]]:
    checked = Checked(parse_pack(texts(letter)), Known(GROUPS, bank=bank()))
    return [(one.code, one.suggestion) for one in RULE.run(checked)]


def test_a_letter_that_pleads_well_has_no_fault() -> None:
    assert told(PLEADER) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "dette"', 'id = "dettes"', ("pleading-unknown-order", "dette")),
        ('"administrative"', '"administratif"', ("pleading-no-forum", "administrative")),
        ('forum = "administrative"', 'forum = "social"', ("pleading-other-forum", "")),
        ('id = "essai"', 'id = "essai-2"', ("pleading-other-paper", "")),
        (ASKED, "", ("pleading-not-asked", "")),
        ('after = "demande"', 'after = "demandes"', ("unknown-paragraph", "demande")),
        ('requests_after = "desaccord"', 'requests_after = ""', ("unknown-paragraph", "")),
        ("accord == 'oui'\"", "accord == 'non'\"", ("pleading-two-orders", "")),
        ("when = \"accord == 'oui'\"", 'when = "montant > 10"', ("pleading-two-orders", "")),
        ("[pleading]", '[pleading]\ncovered = ["faut"]', ("argument-unknown", "faux")),
        (
            "[pleading]",
            '[pleading]\nonly = [{ arguments = ["faut"], when = "raisons" }]',
            ("argument-unknown", "faux"),
        ),
        (
            "[pleading]",
            '[pleading]\nsaid = [{ argument = "faut", when = "raisons" }]',
            ("argument-unknown", "faux"),
        ),
        (
            "[pleading]",
            '[pleading]\npaper = [{ proof = "Un papier", enclosure = "decisions" }]',
            ("pleading-no-paper", "decision"),
        ),
    ],
)  # fmt: skip
def test_a_rule_refuses(old: str, new: str, code: tuple[str, str]) -> None:
    assert code in told(changed(old, new, PLEADER))

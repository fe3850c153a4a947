"""The request about maintenance: what the judge wants, nothing the other parent may use."""

from desktop_app.core.packs.resolve import questions_of
from tests.helpers.ours import CATALOGUE

FORM = CATALOGUE.form("11530-pension-alimentaire")


def test_the_reasons_are_asked_for_and_a_blank_is_told() -> None:
    """CPC 1137: a short account of the reasons."""
    reasons = next(one for one in questions_of(FORM) if one.id == "jaf_motifs")
    assert reasons.unknown
    assert any("raisons" in str(warning.text) for warning in FORM.warning)


def test_no_social_security_number_goes_to_the_other_parent() -> None:
    assert not [one.id for one in questions_of(FORM) if one.id.endswith("_nir")]

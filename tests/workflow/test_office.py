"""The rules of an office, kept in its safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.office import RIGHTS, Office, OfficeRefused, OfficeUnreadable, read, written
from desktop_app.workflow.office.settings import allowed, is_set_up, keep_office, office
from tests.safe.conftest import Made, made, original  # noqa: F401

RULES = Office("Le Relais", "Le Relais\n3 rue du Bac", 36, False, frozenset({"erase"}))


def test_rules_are_kept_until_the_next_opening(made: Made) -> None:  # noqa: F811
    with made.open() as safe:
        assert not is_set_up(safe)
        assert office(safe) == Office()
        assert keep_office(safe, RULES) == RULES
    with made.open() as safe:
        assert is_set_up(safe)
        assert office(safe) == RULES
        [member] = safe.team.all()
        assert member == safe.team.at_work
        assert member.responsable
        assert member.id == safe.acts.author
        assert all(allowed(safe, right) for right in RIGHTS)


def test_the_words_are_nobodys_and_decide(made: Made) -> None:  # noqa: F811
    with made.open() as safe:
        keep_office(safe, RULES)
    with made.open(" ".join(made.words)) as safe:
        anne, words = safe.team.all()
        assert (anne.at_work, words.at_work, words.words) == (False, True, True)
        assert safe.acts.author == words.id != anne.id
        assert words.responsable


@given(
    st.text(max_size=100),
    st.text(max_size=300),
    st.integers(1, 120),
    st.booleans(),
    st.frozensets(st.sampled_from(RIGHTS)),
)
def test_what_is_written_is_read_again(
    name: str, head: str, months: int, hiding: bool, helpers: frozenset[str]
) -> None:
    from desktop_app.core.office import checked

    kept = checked(Office(name, head, months, hiding, helpers))  # type: ignore[arg-type]
    assert read(written(kept)) == kept
    assert checked(kept) == kept


@pytest.mark.parametrize("wrong", [{"months": 0}, {"months": 121}, {"name": "x" * 201}])
def test_rules_that_no_office_has_are_refused(wrong: dict[str, object]) -> None:
    from desktop_app.core.office import checked

    with pytest.raises(OfficeRefused):
        checked(Office(**wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version":2}', '{"version":1,"name":3}'])
def test_rules_of_another_version_are_said_so(text: str) -> None:
    with pytest.raises(OfficeUnreadable):
        read(text)

"""No small group comes back from what is told, for who sees the page and for who knows the rule."""

from collections import defaultdict
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.small_groups import LEAST, Column, Hidden, hide

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=15)


def test_a_group_under_five_is_hidden_and_its_total_does_not_give_it_back() -> None:
    told = hide([40, 3, 20])
    assert told == Column((Hidden.NOT_TOLD, Hidden.SMALL, 20), 63)


def test_nobody_is_told_and_five_are() -> None:
    assert hide([0, 5, 0]) == Column((0, 5, 0), 5)
    assert hide([]) == Column((), 0)


def test_where_nothing_hides_the_small_one_no_row_is_told() -> None:
    assert hide([5, 1]) == Column((Hidden.NOT_TOLD, Hidden.NOT_TOLD), 6)


def test_a_small_total_tells_no_row_and_not_how_many() -> None:
    assert hide([1, 1, 0, 2]) == Column((Hidden.NOT_TOLD,) * 4, Hidden.SMALL)


@given(COUNTS, st.integers(LEAST, 12))
def test_no_count_under_the_least_is_ever_told(counts: list[int], least: int) -> None:
    told = hide(counts, least)
    assert not any(isinstance(one, int) and 0 < one < least for one in (*told.rows, told.total))
    for count, shown in zip(counts, told.rows, strict=True):
        assert shown == count if isinstance(shown, int) else True
        assert 0 < count < least if shown is Hidden.SMALL else True


@given(COUNTS)
def test_each_small_group_may_be_anything_from_one_to_four(counts: list[int]) -> None:
    """What a reader can work out: the sum of what is hidden, and what each mark means."""
    told = hide(counts)
    small = told.rows.count(Hidden.SMALL)
    if not small or not isinstance(told.total, int):
        return
    beside = told.rows.count(Hidden.NOT_TOLD)
    hidden = told.total - sum(one for one in told.rows if isinstance(one, int))
    for value in range(1, LEAST):
        others = hidden - value
        assert others >= (small - 1) + LEAST * beside
        assert beside or others <= (LEAST - 1) * (small - 1)


def test_who_knows_the_rule_still_has_three_values_for_each_small_group() -> None:
    """Every column of up to three rows whose sum is 24 at most: all that is told the same."""
    for rows in (1, 2, 3):
        for told, columns in _by_what_is_told(rows, 24).items():
            for place, shown in enumerate(told.rows):
                values = {column[place] for column in columns}
                if shown is Hidden.SMALL:
                    assert len(values) >= 3, (told, columns)
                elif shown is Hidden.NOT_TOLD:
                    assert len(values) >= 2, (told, columns)


def _by_what_is_told(rows: int, most: int) -> dict[Column, list[tuple[int, ...]]]:
    """Return all columns of that sum or less, by what is told of them."""
    found: dict[Column, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=rows):
        if sum(counts) <= most:
            found[hide(counts)].append(counts)
    return found

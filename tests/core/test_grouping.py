"""Things that follow one another."""

from desktop_app.core.grouping import grouped


def test_each_joins_the_group_before_it_while_it_goes_on() -> None:
    near = grouped([1, 2, 4, 5, 9], lambda group, one: one - group[-1] == 1)
    assert near == [[1, 2], [4, 5], [9]]
    within = grouped([1, 2, 3, 4], lambda group, one: one - group[0] < 2)
    assert within == [[1, 2], [3, 4]], "its first, not its last, is asked"
    assert grouped([], lambda group, one: True) == []

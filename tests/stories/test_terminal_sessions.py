"""Several sessions on one terminal: memory, handles and threads are flat (a few, as a slow test).

Two hours of them: ``python -m tests.bench.terminal_sessions``.
"""

import pytest

from tests.bench.terminal_sessions import Moment, grows, sessions


@pytest.mark.slow
def test_sessions_do_not_grow() -> None:
    found = list(sessions(6, 0))
    assert len(found) == 6
    assert grows(found) == [], found


def test_what_grows_is_seen() -> None:
    flat = [Moment(100.0, 20, 3, 30, 1.0)] * 6
    assert grows(flat) == []
    assert grows([*flat, *([Moment(120.0, 20, 3, 30, 1.0)] * 3)]) == ["megabytes: 100.0 then 120.0"]
    assert grows([Moment(100.0, 20 + n, 3, 30 + n, 1.0) for n in range(9)]) != []

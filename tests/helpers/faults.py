"""One test that looks at many things names every one that is wrong, whatever pytest shortens."""

from collections.abc import Iterable

import pytest


def assert_none(found: Iterable[object]) -> None:
    """Fail with every fault on its line, if there is one."""
    __tracebackhide__ = True
    lines = [one if isinstance(one, str) else repr(one) for one in found]
    if lines:
        pytest.fail("\n".join(["", *lines]), pytrace=False)

"""An engine that recognises text, or a skip by its name."""

import pytest

from tests.helpers.recognition import needed


@pytest.fixture
def recogniser() -> None:
    """Skip where the system has no engine."""
    needed()

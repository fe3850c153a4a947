"""The whole folder for Windows, as ``./start package windows`` made it, tried by Wine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.windows_whole import TRIALS, WHOLE, Place
from tests.packaging.wine import Wine

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    if not WHOLE.is_dir():
        pytest.skip("needs ./start package windows --only zip")
    machine = Wine(tmp_path_factory.mktemp("windows") / "prefix")
    machine.prefix.mkdir()
    machine.run("wineboot", "-i")
    yield machine
    machine.end()


@pytest.mark.parametrize("trial", TRIALS)
def test_it_works_on_windows(trial: str, wine: Wine, tmp_path: Path) -> None:
    assert TRIALS[trial](Place(WHOLE, wine, tmp_path))

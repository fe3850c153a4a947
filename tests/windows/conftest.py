"""What is tried here is of Windows: elsewhere it is skipped by name."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.helpers import elsewhere

wine_takes_and_does_not_hold = pytest.mark.skipif(
    elsewhere.WINE, reason="Wine takes this limit and does not hold it: a real Windows tells"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if sys.platform != "win32" and here in item.path.parents and "of_windows" in item.name:
            item.add_marker(pytest.mark.skip(reason="needs Windows: ./start test --windows"))


@pytest.fixture
def small_drive() -> Path:
    """A drive of 8 MB, empty, that the command mounts and Wine calls T:."""
    told = os.environ.get("PAPIER_LIBRE_SMALL_DRIVE", "")
    if not told or not Path(told).is_dir():
        pytest.skip("needs the small drive that the command mounts (as root)")
    for one in (Path(told) / name for name in os.listdir(told)):
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    return Path(told)

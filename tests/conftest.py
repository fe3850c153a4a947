"""Every test: a home of its own, no display, and no network."""

import gc
import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers import elsewhere, light_keys, read_once
from tests.helpers.network import GUARD

pytest_plugins = ["tests.helpers.dead_worker", "tests.helpers.long_first"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

gc.disable()  # until all tests are read: what they are made of stays
GUARD.install()
elsewhere.install()
light_keys.install()
read_once.install()

# The fast suite tries the same examples each time: red means that something changed. The slow one
# explores, and prints how to come back to what it found.
settings.register_profile("fast", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("slow", deadline=None, print_blob=True, max_examples=500)

CORPUS = Path(__file__).parents[2] / "shared" / "forms-corpus"


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("fast" if config.getoption("markexpr") == "not slow" else "slow")


def pytest_collection_finish() -> None:
    """What the tests are made of, 1.5 million objects, is looked through by no collection.

    The window of the program collects by itself, each time what the suite holds: a third of the
    time of its tests.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Iterator[int]]:
    """Where each test has its folders, and their numbers.

    pytest lists all the folders of the run to number one more: a minute, once there are thousands.
    """
    return tmp_path_factory.mktemp("tests"), itertools.count()


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, folders: tuple[Path, Iterator[int]]) -> Path:
    """An empty folder of this test, named after it; pytest keeps those of the last three runs."""
    place, numbers = folders
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = place / f"{name}{next(numbers)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def home(folders: tuple[Path, Iterator[int]], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary home: no test reads or writes the developer's own files."""
    place, numbers = folders
    folder = place / f"home{next(numbers)}"
    folder.mkdir(mode=0o700)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    for name in ("APPDATA", "LOCAL_APPDATA", "PERSONAL", "DESKTOPDIRECTORY", "DOWNLOADS"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(folder / name.lower()))  # platformdirs
    return folder


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail the test that reaches for the network, even where the refusal was swallowed."""
    GUARD.attempts.clear()
    yield
    assert GUARD.attempts == [], "network used"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The real forms, which are never committed: tests that need them skip by name."""
    if not CORPUS.is_dir():
        pytest.skip("needs the forms corpus beside the project (../shared/forms-corpus)")
    return CORPUS

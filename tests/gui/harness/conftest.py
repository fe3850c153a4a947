"""One window for each file of the harness, and what all of them show, which is made once."""

from collections.abc import Iterator

import pytest

from desktop_app.gui import app as program
from desktop_app.wiring import RealTools
from tests.gui.harness.screens import Material
from tests.gui.harness.shown import Rig


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Material]:
    home = tmp_path_factory.mktemp("harness-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        tools = RealTools()
        tools.catalogue.search()
        tools.known_safes.all()
        made = Material(tools, home)
        yield made
        if "safe" in made.__dict__:
            made.safe.close()


@pytest.fixture(scope="module")
def rig(material: Material) -> Iterator[Rig]:
    """The window goes with its file: left open, it would stand beside those of other tests."""
    found = Rig(material)
    yield found
    found.session.close()
    program.dismiss(found.app, found.window)

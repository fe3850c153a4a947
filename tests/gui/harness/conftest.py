"""One window for the whole harness: each screen is opened in it, in one look after another."""

from collections.abc import Iterator

import pytest

from desktop_app.gui import app as program
from desktop_app.wiring import RealTools
from tests.gui.harness.screens import Material
from tests.gui.harness.shown import Rig


@pytest.fixture(scope="session")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    home = tmp_path_factory.mktemp("harness-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        tools = RealTools()
        tools.catalogue.search()
        tools.known_safes.all()
        material = Material(tools, home)
        found = Rig(material)
        yield found
        found.session.close()
        if "safe" in material.__dict__:
            material.safe.close()
        found.jobs.stop()
        program.dismiss(found.app, found.window)

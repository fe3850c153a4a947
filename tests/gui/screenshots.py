"""`python -m tests.gui.screenshots FOLDER [SCREEN…]`: pictures of the screens, to be looked at.

Every screen, or those whose name begins so, at 100 and 200 %, light and yellow on black, at
1024 × 600; without a display.
"""

import os
import sys
import tempfile
from pathlib import Path

from desktop_app.wiring import RealTools

LOOKS = [(theme, zoom) for theme in ("clair", "contraste") for zoom in (1.0, 2.0)]


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        _take(folder, Path(home), tuple(arguments[1:]) or ("",))
    return 0


def _take(folder: Path, home: Path, wanted: tuple[str, ...]) -> None:
    # Imported once the platform and the home are set.
    from desktop_app.gui import app as program
    from tests.gui.harness.screens import OPENINGS, Material
    from tests.gui.harness.shown import Rig

    rig = Rig(Material(RealTools(), home))
    for theme, zoom in LOOKS:
        for opening in OPENINGS:
            if opening.startswith(wanted):
                rig.open(opening, theme, zoom)
                name = f"{opening.replace(':', '-')}-{theme}-{zoom:.0%}.png".replace("%", "")
                rig.window.grab().save(str(folder / name))
                print(name)
    rig.session.close()
    if "safe" in rig.material.__dict__:
        rig.material.safe.close()
    rig.jobs.stop()
    program.dismiss(rig.app, rig.window)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))

"""At first paint nothing heavy is loaded: told by a fresh process, exactly."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
HEAVY = {
    "PIL", "babel", "cryptography", "keyring", "mnemonic", "pikepdf", "pypdf",
    "pypdfium2", "rapidfuzz", "reportlab", "segno", "sqlcipher3", "stdnum", "typst", "zxcvbn",
}  # fmt: skip
PAINT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtWidgets import QApplication
from desktop_app.gui import app as program
from desktop_app.wiring import RealTools
app = QApplication([])
window = program.build(app, RealTools())
window.show()
window.grab()
tops = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps(tops), flush=True)
import os
os._exit(0)
"""


def test_no_heavy_module_at_first_paint() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PAINT, str(PROJECT)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()

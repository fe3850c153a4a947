"""A PC of 2007 can run it: everything but Qt's newer build does without SSE4.2.

The processor is emulated by qemu's user mode: no other machine is needed.
"""

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
CONROE = ["qemu-x86_64", "-cpu", "Conroe"]  # Core 2: SSSE3, no SSE4.1, no SSE4.2, no AVX

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.uname().machine != "x86_64", reason="needs an x86-64 processor"),
    pytest.mark.skipif(not shutil.which("qemu-x86_64"), reason="needs qemu-user"),
]


def on_conroe(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code on the old processor; the children it starts run on this one."""
    return subprocess.run(
        [*CONROE, sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_whole_journey(tmp_path: Path) -> None:
    code = "import sys; from desktop_app.__main__ import main; sys.exit(main())"
    done = on_conroe(code, "demo", "--out", str(tmp_path / "demo"), "--json")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "demo" / "kit.pdf").read_bytes().startswith(b"%PDF-")


def test_what_the_children_run() -> None:
    """The journey's children ran on this processor: their libraries are tried apart."""
    code = (
        "import io, pikepdf, pypdf, pypdfium2\n"
        "from desktop_app.datafiles import data_root\n"
        "blank = (data_root('resources') / 'demo' / 'formulaire-exemple.pdf').read_bytes()\n"
        "pikepdf.open(io.BytesIO(blank)).save(again := io.BytesIO())\n"
        "assert len(pypdf.PdfReader(again).pages) == 2\n"
        "document = pypdfium2.PdfDocument(again.getvalue())\n"
        "document.init_forms()\n"
        "assert document[0].render(scale=1).to_pil().getextrema() != ((255, 255),) * 3\n"
    )
    done = on_conroe(code)
    assert done.returncode == 0, done.stderr


def test_classic_qt_shows_a_window() -> None:
    if version("PySide6-Essentials") != "6.9.3":
        pytest.skip("needs the classic Qt: PAPIER_LIBRE_CLASSIC=1 ./start test --slow")
    code = (
        "from PySide6.QtWidgets import QApplication, QMainWindow\n"
        "application = QApplication([])\n"
        "QMainWindow().show()\n"
    )
    assert on_conroe(code, QT_QPA_PLATFORM="offscreen").returncode == 0


def test_newer_qt_is_what_the_classic_lock_is_for() -> None:
    """If this one fails, the classic build may be given up: see DECISIONS.md."""
    if version("PySide6-Essentials") == "6.9.3":
        pytest.skip("needs the ordinary Qt")
    done = on_conroe("import PySide6.QtWidgets", QT_QPA_PLATFORM="offscreen")
    assert done.returncode != 0
    assert done.stdout == ""

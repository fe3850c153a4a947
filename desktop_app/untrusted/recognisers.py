"""Which engine recognises text here: Tesseract of the system, with its French model."""

import os
from pathlib import Path

LIBRARIES = ("libtesseract.so.5", "libtesseract.so.4")
FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
MODEL = "fra.traineddata"
ASKED = "PAPIER_LIBRE_TESSDATA"
"""Names another folder of models, for tests and unusual systems."""


def model_folder() -> Path | None:
    """Return where the French model lies, read by the child before its sandbox closes."""
    folders = (os.environ[ASKED],) if ASKED in os.environ else FOLDERS
    return next((Path(one) for one in folders if (Path(one) / MODEL).is_file()), None)

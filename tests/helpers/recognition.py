"""Whether this computer recognises text: Debian's ``tesseract-ocr`` and ``tesseract-ocr-fra``."""

import pytest

from desktop_app.untrusted.letters import can_recognise


def needed() -> None:
    """Skip where there is no engine with its French model."""
    if not can_recognise():
        pytest.skip("no text recognition here: tesseract-ocr and tesseract-ocr-fra")

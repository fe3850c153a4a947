"""When the page beside a question is made: soon after a key, never between fast ones."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from desktop_app.core.answers.draft import Draft
from desktop_app.gui import live_paper
from desktop_app.gui.context import Context
from desktop_app.gui.live_paper import LEAST_PAUSE_MS, LivePaper

LETTER = "caf-indu-rsa"


def test_a_key_after_a_rest_waits_least_and_one_that_follows_fast_as_long_as_a_page_takes(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(live_paper, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    holder = QObject()
    live = LivePaper(
        holder, context, context.tools.catalogue.letter(LETTER), lambda _: None, lambda _: None
    )

    def waits(at: float, name: str) -> int:
        clock[0] = at
        live.follow(Draft(LETTER, {"nom": name}))
        return live._pause.interval()

    live._making = True
    live._made = Draft(LETTER), None, ""
    clock[0] = 0.4  # a page has taken so long
    live._ended()
    assert waits(0.5, "M") == 300  # what is left of a rest as long
    assert waits(0.55, "Ma") == 350
    assert waits(2.0, "Mar") == LEAST_PAUSE_MS
    live._pause.stop()

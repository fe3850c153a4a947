"""``kill -9`` within the last gesture of an office: printed once, filed once, its day put once."""

import json
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop_app.workflow.matter.timeline import PRINTED, TO_DO
from tests.gui.conftest import TODAY
from tests.gui.finishing_hand import STOPS
from tests.gui.mortals import Mortals, open_soon
from tests.helpers.safes import new_safe, open_safe

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortals]:
    home = tmp_path_factory.mktemp("home-of-hands")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home))
        found = Mortals("tests.gui.finishing_hand", home / "complaints")
    assert json.loads(found.hear()) == "ready"
    yield found
    found.end()


def live(hands: Mortals, folder: Path, out: Path, stop: str) -> tuple[int, bool]:
    """Let somebody do it; return how she ended, and whether she was asked if it came out."""
    hands.tell(json.dumps({"folder": str(folder), "out": str(out), "stop": stop}))
    asked = False
    while "ended" not in (said := json.loads(hands.hear())):
        asked = asked or said["asked"]
    return said["ended"], asked


@pytest.mark.parametrize("stop", STOPS)
def test_killed_there_it_is_taken_up_and_nothing_is_done_twice(
    hands: Mortals, tmp_path: Path, stop: str
) -> None:
    folder, out = new_safe(tmp_path, TODAY), tmp_path / "sheets"
    assert live(hands, folder, out, stop) == (signal.SIGKILL, False)
    before = stop in ("before-sent", "sent")
    if stop != "filed":
        ended, asked = live(hands, folder, out, "")
        assert ended == 0, hands.why()
        assert asked == before, "nobody but one who looks knows whether it came out"
    sheets = out.read_text("utf-8").splitlines() if out.exists() else []
    assert len(sheets) == (0 if stop == "before-sent" else 1)
    with open_soon(partial(open_safe, folder, TODAY)) as safe:
        (paper,) = [one for one in safe.documents() if one.dossier_id]  # the blank has none
        kinds = [one.kind for one in safe.events.timeline(paper.dossier_id)]
        assert kinds.count(TO_DO) == 1
        assert kinds.count(PRINTED) == (0 if stop == "filed" else 1)
        assert not safe.drafts.unfinished("exemple"), "it is ended, and is still to be taken up"

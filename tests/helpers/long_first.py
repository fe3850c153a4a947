"""Files run at once begin with the long ones: none is left alone at the end, with one core idle.

pytest-xdist begins with the files of many tests, which are not those that last. ``LONG`` need not
be exact: whoever sees one process work alone at the end of a run adds its file.
"""

from collections import Counter

import pytest

LONG = (
    "tests/gui/harness/test_dark.py",
    "tests/packaging/test_wheel.py",
    "tests/gui/test_editor.py",
    "tests/gui/ears/test_j1.py",
    "tests/stories/test_five_matters.py",
    "tests/gui/harness/test_yellow.py",
    "tests/gui/harness/test_light.py",
    "tests/gui/test_kill.py",
    "tests/gui/test_kill_j1.py",
    "tests/gui/test_pages_rendered.py",
    "tests/gui/test_paragraphs.py",
    "tests/gui/test_known_answers.py",
    "tests/gui/test_editions.py",
    "tests/gui/safe/test_after_letter.py",
    "tests/gui/safe/test_keyring.py",
    "tests/gui/safe/test_public_process.py",
    "tests/gui/safe/test_timeline.py",
    "tests/workflow/safes/test_open_known.py",
    "tests/cli/test_pack.py",
    "tests/cli/test_selftest.py",
    "tests/cli/test_safe_matters.py",
    "tests/start/test_start.py",
    "tests/packs/test_every_example_on_paper.py",
    "tests/packs/test_examples_on_paper.py",
    "tests/printing/test_our_printing.py",
    "tests/sentences/test_made_up_paper.py",
    "tests/sentences/test_one_voice.py",
    "tests/stories/test_journey_one.py",
    "tests/stories/test_no_network.py",
    "tests/architecture/test_quality.py",
    "tests/packs/test_packs.py",
    "tests/safe/test_kill.py",
    "tests/gui/test_kill_typing.py",
    "tests/gui/test_garbage.py",
    "tests/gui/safe/test_who_uses.py",
    "tests/gui/harness/test_bar.py",
    "tests/gui/harness/test_made_up_language.py",
    "tests/pages/test_every_renderer.py",
    "tests/gui/safe/test_renewed_process.py",
    "tests/stories/test_files_written.py",
    "tests/safe/test_creation.py",
    "tests/test_dead_worker.py",
)


def pytest_configure(config: pytest.Config) -> None:
    """Keep the order given here, where pytest-xdist would make its own."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files; the tests of each stay as they are."""
    counted = Counter(_file(item) for item in items)

    def rank(item: pytest.Item) -> tuple[int, int, str]:
        file = _file(item)
        return (LONG.index(file) if file in LONG else len(LONG), -counted[file], file)

    items.sort(key=rank)


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]

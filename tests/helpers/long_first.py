"""Files run at once begin with the long ones: none is left alone at the end, with one core idle.

pytest-xdist begins with the files of many tests, which are not those that last. ``LONG`` is in the
order of the processor's time (children too) of 2026-11-30, down to six seconds. It need not be
exact: whoever sees one process work alone at the end of a run adds its file.
"""

from collections import Counter

import pytest

LONG = (
    "tests/gui/safe/test_who_uses.py",
    "tests/gui/ears/test_j1.py",
    "tests/gui/test_paragraphs.py",
    "tests/gui/harness/test_dark.py",
    "tests/printing/test_our_printing.py",
    "tests/gui/safe/test_undo.py",
    "tests/gui/test_pages_rendered.py",
    "tests/architecture/test_quality.py",
    "tests/gui/safe/test_timeline.py",
    "tests/gui/test_left_and_taken_up.py",
    "tests/start/test_start.py",
    "tests/packs/test_every_example_on_paper.py",
    "tests/gui/safe/test_erasing.py",
    "tests/gui/harness/test_light.py",
    "tests/packaging/test_wheel.py",
    "tests/gui/harness/test_made_up_language.py",
    "tests/pages/test_every_renderer.py",
    "tests/faults/test_faults.py",
    "tests/gui/test_kill.py",
    "tests/packs/test_packs.py",
    "tests/gui/test_pages_text.py",
    "tests/gui/safe/test_after_letter.py",
    "tests/gui/test_own_letters.py",
    "tests/gui/test_known_answers.py",
    "tests/stories/test_journey_one.py",
    "tests/packs/test_arrivals.py",
    "tests/gui/test_preview.py",
    "tests/workflow/matter/test_every_letter_followed.py",
    "tests/printing/test_screen.py",
    "tests/gui/safe/test_follow_up.py",
    "tests/workflow/documents/test_preview.py",
    "tests/cli/test_safe_matters.py",
    "tests/gui/test_on_page.py",
    "tests/gui/safe/test_coffre.py",
    "tests/gui/test_kill_j1.py",
    "tests/gui/test_one_stop.py",
    "tests/safe/test_power_cut.py",
    "tests/gui/safe/test_hiding.py",
    "tests/architecture/test_cli_without_qt.py",
    "tests/gui/test_small_screen.py",
    "tests/gui/harness/test_yellow.py",
    "tests/safe/test_kill.py",
    "tests/architecture/test_messages.py",
    "tests/gui/test_editor.py",
    "tests/packs/test_joined.py",
    "tests/gui/test_choosing.py",
    "tests/gui/safe/test_public_process.py",
    "tests/gui/test_received_letter.py",
    "tests/untrusted/test_letters.py",
    "tests/stories/test_no_network.py",
    "tests/gui/safe/test_people_apart.py",
    "tests/stories/test_five_matters.py",
    "tests/gui/safe/test_no_trace.py",
    "tests/packaging/test_one_hand.py",
    "tests/sentences/test_made_up_paper.py",
    "tests/printing/test_drawn.py",
    "tests/gui/safe/test_renewed_process.py",
    "tests/cli/test_safe_pages.py",
    "tests/gui/test_kill_kept.py",
    "tests/gui/safe/test_keyring.py",
    "tests/gui/test_hard_cases.py",
    "tests/workflow/interview/test_together.py",
    "tests/gui/test_journey.py",
    "tests/packs/test_sayings.py",
    "tests/gui/safe/test_locking.py",
    "tests/gui/test_garbage.py",
    "tests/safe/test_creation.py",
    "tests/gui/test_unknown_pdf.py",
    "tests/untrusted/test_children.py",
    "tests/safe/test_shared_folder.py",
    "tests/gui/safe/test_damage_said.py",
    "tests/gui/test_titles.py",
    "tests/gui/test_one_thing_a_page.py",
    "tests/catalogue/test_law_mutations.py",
    "tests/gui/test_editions.py",
    "tests/cli/test_pack.py",
    "tests/cli/test_selftest.py",
    "tests/sentences/test_one_voice.py",
    "tests/gui/test_kill_typing.py",
    "tests/gui/harness/test_bar.py",
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
